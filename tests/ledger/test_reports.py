"""Texts of one report are named by one of them, and a run's moment is found."""

from __future__ import annotations

from pathlib import Path

from tests.contracts.samples import AT, EMOJI, NORLAND, add, every_kind, keep
from tests.service.dossier import keep_dossier, noon, run_of

from enduse.ledger.reports import before_run, report_of_some, report_of_texts
from enduse.ledger.store import Ledger
from enduse.model.record import Retraction
from enduse.service.ledgers import open_ledger, view_ledger


def reports(ledger: Ledger, as_of: str | None = None) -> dict[str, str]:
    with ledger.reading() as connection:
        return report_of_texts(connection, as_of)


def test_copies_share_the_name_of_their_report_until_withdrawn(tmp_path: Path) -> None:
    copy = every_kind()[7]
    with open_ledger(str(tmp_path / "x.db"), create=True) as ledger:
        keep(ledger, [NORLAND, EMOJI], at=AT)
        assert reports(ledger) == {}
        add(ledger, copy, at="2031-05-01T00:00:00Z")
        shas = {NORLAND.document.sha256, EMOJI.document.sha256}
        assert reports(ledger) == dict.fromkeys(shas, min(shas))
        with ledger.reading() as connection:
            assert report_of_some(connection, [NORLAND.document.sha256]) == reports(ledger)
            assert report_of_some(connection, ["no such text"]) == {}
        assert reports(ledger, AT) == {}
        add(ledger, Retraction(copy.id, True, "ana", "2031-05-02T00:00:00Z"), at="2031-05-02T00:00:00Z")
        assert reports(ledger) == {}


def test_moment_before_a_run(tmp_path: Path) -> None:
    with view_ledger(keep_dossier(str(tmp_path / "x.db"), 2)) as ledger, ledger.reading() as connection:
        assert before_run(connection, run_of(1).id) == "2031-09-12T11:59:59.999999Z"
        assert noon(1) > "2031-09-12T11:59:59.999999Z"
        assert before_run(connection, "run-0") is None
