"""Claims are found by the codes that their names were looked up as, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.service.fakes import reading

from enduse.ledger.named import (
    Named,
    Within,
    copies_among,
    count_naming,
    links_among,
    rows_naming,
    rows_of_ids,
    rows_of_same_words,
)
from enduse.ledger.store import Ledger
from enduse.model import Role
from enduse.model.copy import CopyKind
from enduse.model.record import CopyRecord, Judgement, Link, Record, Resolution, Retraction, Sameness, Verdict

AT = "2031-04-11T09:30:00.000000Z"
SENT = "transfer occurred stated: {{supplier:Norland}} sent {{weapon:rifles}} to {{recipient:{}}}."
DOUBLE = (
    "transfer occurred stated: {weapon:Shells} for {recipient:the men} were lost.",
    "diversion occurred stated leak: {weapon:Shells} for {from:the men} were lost.",
)
READINGS = [
    reading(SENT.format("Tessaly"), doc="a.txt"), reading(SENT.format("Averna"), doc="b.txt"),
    reading(*DOUBLE, doc="c.txt"),
]  # fmt: skip
FIRST, SECOND, SHELLS, LOST = (e.claim for one in READINGS for e in one.extractions)
TYPES = ("transfer", "diversion")
ALWAYS = Within()


def coded(claim: str, role: Role, code: str, scheme: str = "actor") -> Resolution:
    return Resolution(claim, role, 0, scheme, code, "actor", "as named", "test-1")


RESOLUTIONS = [
    coded(FIRST.id, Role.SUPPLIER, "no"), coded(SECOND.id, Role.SUPPLIER, "no"), coded(SECOND.id, Role.RECIPIENT, "av"),
    coded(FIRST.id, Role.CLAIMANT, "av"), coded(FIRST.id, Role.WEAPON, "ak47", "weapon"),
]  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path / "x.db"), create=True) as opened:
        with opened.writing(at=AT) as writer:
            writer.add_readings(READINGS, "fake-1")
            writer.add(RESOLUTIONS)
        yield opened


def naming(ledger: Ledger, named: Named, within: Within = ALWAYS, also: Named | None = None) -> list[int]:
    with ledger.reading() as connection:
        found = rows_naming(connection, named, TYPES, within, 10, also)
        assert also is not None or count_naming(connection, named, TYPES, within) == len(found)
    return found


NORLAND = Named("actor", ("no",), (Role.SUPPLIER,))


def test_claims_are_found_by_code_and_role_newest_first(ledger: Ledger) -> None:
    assert naming(ledger, NORLAND) == [2, 1]
    assert naming(ledger, Named("actor", ("av",), (Role.RECIPIENT,))) == [2]
    assert naming(ledger, NORLAND, also=Named("weapon", ("ak47",), (Role.WEAPON,))) == [1]
    with ledger.reading() as connection:
        assert rows_naming(connection, NORLAND, TYPES, Within(), 1) == [2]
        assert rows_naming(connection, NORLAND, ("holding",), Within(), 9) == []


def test_days_and_the_ledger_of_then_are_kept_to(ledger: Ledger) -> None:
    assert naming(ledger, NORLAND, Within("2031-04-11", "2031-04-11")) == [2, 1]
    assert naming(ledger, NORLAND, Within(since="2031-04-12")) == []
    assert naming(ledger, NORLAND, Within(until="2031-04-10")) == []
    assert naming(ledger, NORLAND, Within(as_of="2031-04-10T00:00:00Z")) == []


@pytest.mark.parametrize(
    "record",
    [
        Retraction(FIRST.id, True, "Ida", AT),
        Retraction(RESOLUTIONS[0].id, True, "Ida", AT),
        Judgement(FIRST.id, Verdict.REJECTED, "Ida", AT),
    ],
    ids=["withdrawn", "resolution withdrawn", "rejected"],
)
def test_what_is_withdrawn_or_rejected_is_not_found(ledger: Ledger, record: Record) -> None:
    with ledger.writing() as writer:
        writer.add([record])
    assert naming(ledger, NORLAND) == [2]


def test_claims_of_the_same_words_of_a_text_are_found(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        rows = rows_of_ids(connection, [SHELLS.id, "clm-none"], Within())
        assert rows == [3]
        assert rows_of_same_words(connection, rows, Role.WEAPON, Within()) == [3, 4]
        assert rows_of_same_words(connection, rows, Role.PLACE, Within()) == [3]


def test_judgements_and_copies_are_those_of_both(ledger: Ledger) -> None:
    one, other = sorted((FIRST.id, SECOND.id))
    link = Link("arms", one, other, Sameness.SAME, "Ida", AT)
    copy = CopyRecord("doc-b", "doc-a", CopyKind.NEAR, 0.6, 0.8, 0.5, "null", "runs-1")
    with ledger.writing() as writer:
        writer.add([link, copy])
    with ledger.reading() as connection:
        assert links_among(connection, [one, other, LOST.id]) == [link]
        assert links_among(connection, [one]) == []
        assert copies_among(connection, ["doc-a", "doc-b"]) == [copy]
        assert copies_among(connection, ["doc-b"]) == []
