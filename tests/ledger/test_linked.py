"""Judgements of pairs and copies come back live, or as they were."""

from __future__ import annotations

from enduse.ledger.linked import copies, links
from enduse.ledger.store import Ledger
from enduse.model.copy import CopyKind
from enduse.model.record import CopyRecord, Link, Retraction, Sameness

LINK = Link("claim", "clm-1", "clm-2", Sameness.SAME, "Ida", "2031-04-12T00:00:00Z", "one convoy")
COPY = CopyRecord("doc-2", "doc-1", CopyKind.NEAR, 0.6, 0.8, 0.5, "null", "runs-1")


def test_links_and_copies_come_back_as_they_were_kept(ledger: Ledger) -> None:
    with ledger.writing(at="2031-04-12T09:30:00.000000Z") as writer:
        writer.add([LINK, COPY])
    with ledger.reading() as connection:
        assert (links(connection), copies(connection)) == ([LINK], [COPY])
        assert links(connection, "2031-04-11T23:59:59.999999Z") == []


def test_what_is_withdrawn_is_left_out_but_stays_in_the_past(ledger: Ledger) -> None:
    with ledger.writing(at="2031-04-12T09:30:00.000000Z") as writer:
        writer.add([LINK, COPY])
    with ledger.writing(at="2031-04-13T09:30:00.000000Z") as writer:
        gone = (Retraction(record.id, True, "Ida", "2031-04-13T09:30:00Z") for record in (LINK, COPY))
        writer.add(gone)
    with ledger.reading() as connection:
        assert (links(connection), copies(connection)) == ([], [])
        assert copies(connection, "2031-04-12T23:59:59.999999Z") == [COPY]
