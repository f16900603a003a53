"""An ingest keeps what it reads, once, and goes on where it was stopped."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.service.fakes import FakeReader, fake_documents, opened_in

from enduse.errors import InputError
from enduse.model import Role
from enduse.model.record import Record, Resolution
from enduse.service import asking
from enduse.service.chunks import Item
from enduse.service.ingest import Ingest, IngestReport, failures, ingest
from enduse.service.ledgers import check, export_jsonl, open_ledger


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "x.db")


def run(paths: Sequence[Path | str], place: str, **options: Any) -> tuple[IngestReport, list[str]]:
    failed, report = [], None
    for outcome in ingest([str(path) for path in paths], place, **{"make_reader": FakeReader, **options}):
        if isinstance(outcome, InputError):
            failed.append(outcome.what)
        else:
            report = outcome
    assert report is not None
    return report, failed


def articles(path: Path, count: int, more: str = "") -> Path:
    rows = [{"id": f"a-{n}", "text": f"Norland sent rifle-{n} to Averna. {more}"} for n in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def dump(place: str) -> list[str]:
    return list(export_jsonl(place))


def test_ingest_keeps_documents_and_claims(tmp_path: Path, place: str) -> None:
    report, failed = run([articles(tmp_path / "a.jsonl", 150)], place)
    assert (report.documents, report.new_documents, report.new_claims, failed) == (150, 150, 150, [])
    assert report.claims.total() == 150
    assert list(check(place)) == []


def test_same_input_twice_adds_nothing_and_reads_nothing(tmp_path: Path, place: str) -> None:
    source = articles(tmp_path / "a.jsonl", 70)
    run([source], place)
    before = dump(place)
    report, _ = run([source], place)
    assert (report.documents, report.known, report.new_documents, report.new_claims) == (70, 70, 0, 0)
    assert dump(place) == before


def test_known_text_at_another_address_is_a_document_more(tmp_path: Path, place: str) -> None:
    run([articles(tmp_path / "a.jsonl", 3)], place)
    rows = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text().splitlines()]
    moved = tmp_path / "b.jsonl"
    moved.write_text("".join(json.dumps({**row, "url": "https://b.example"}) + "\n" for row in rows))
    report, _ = run([moved], place)
    assert (report.known, report.new_documents, report.new_claims) == (3, 3, 0)


def test_known_document_with_another_title_is_told_and_not_kept(tmp_path: Path, place: str) -> None:
    run([articles(tmp_path / "a.jsonl", 1)], place)
    row = json.loads((tmp_path / "a.jsonl").read_text())
    (tmp_path / "a.jsonl").write_text(json.dumps({**row, "title": "Corrected"}))
    report, _ = run([tmp_path / "a.jsonl"], place)
    assert ["is in the ledger with other content" in c.what for c in report.conflicts] == [True]


def test_stopped_ingest_goes_on(tmp_path: Path, place: str) -> None:
    source = articles(tmp_path / "a.jsonl", 300)
    outcomes = ingest([str(source)], place, make_reader=FakeReader)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    report, _ = run([source], place)
    assert 0 < report.known < 300
    assert report.known + report.new_documents == 300
    assert asking.count(place, asking.claim_filter()).claims == 300


def test_failures_are_kept_listed_and_mended(tmp_path: Path, place: str) -> None:
    source = articles(tmp_path / "a.jsonl", 2)
    good = source.read_text()
    source.write_text(good + "{broken\n")
    _, failed = run([source, tmp_path / "none.txt"], place)
    assert len(failed) == 2
    assert [(f.place, f.path) for f in failures(place)] == [
        (f"{source}:3", str(source)), (str(tmp_path / "none.txt"),) * 2,
    ]  # fmt: skip
    run([source], place)
    assert len(failures(place)) == 2
    source.write_text(good)
    report, _ = run([], place, retry=True)
    assert report.mended == 1
    assert [f.path for f in failures(place)] == [str(tmp_path / "none.txt")]
    source.write_text(good + "{broken\n")
    run([source], place)
    assert len(failures(place)) == 2


def test_new_reader_adds_readings_and_leaves_old_claims(tmp_path: Path, place: str) -> None:
    source = articles(tmp_path / "a.jsonl", 4)
    run([source], place)

    class Newer(FakeReader):
        name = "fake-2"

    report, _ = run([source], place, make_reader=partial(Newer, 0.5))
    assert (report.known, report.new_documents, report.new_claims) == (0, 0, 0)
    kept = asking.claims(place, asking.claim_filter()).claims
    assert [[s.reader for s in k.scores] for k in kept] == [["fake-1", "fake-2"]] * 4


def test_document_that_no_database_can_hold_is_a_failure(tmp_path: Path, place: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x", "text": "Norland sent rifles\0 to Averna."}))
    report, failed = run([tmp_path / "a.jsonl"], place)
    assert report.new_documents == 0
    assert ["a ledger cannot keep" in what for what in failed] == [True]


def test_document_that_a_reader_fails_on_takes_none_with_it(tmp_path: Path, place: str) -> None:
    source = articles(tmp_path / "a.jsonl", 3)
    source.write_text(source.read_text() + json.dumps({"id": "bad", "text": "RAISE"}) + "\n")
    report, failed = run([source], place)
    assert (report.new_documents, len(failed), report.failed) == (3, 1, 1)


def test_document_that_a_reader_failed_on_is_read_again_on_request(tmp_path: Path, place: str) -> None:
    (tmp_path / "in").mkdir()
    source = articles(tmp_path / "in" / "a.jsonl", 3)
    source.write_text(source.read_text() + json.dumps({"id": "bad", "text": "RAISE"}) + "\n")
    run([tmp_path / "in"], place)
    assert [(f.place, f.path) for f in failures(place)] == [("bad", str(source))]
    assert run([], place, retry=True)[0].failed == 1
    articles(source, 3, "Later.")
    report, _ = run([], place, retry=True)
    assert (report.mended, report.new_documents, failures(place)) == (1, 3, [])


def test_two_workers_keep_what_one_keeps(tmp_path: Path, place: str) -> None:
    source = articles(tmp_path / "a.jsonl", 120)
    report, _ = run([source], place, workers=2, make_reader=partial(opened_in, tmp_path))
    assert (report.new_documents, report.new_claims) == (120, 120)


def test_more_is_kept_with_the_readings_it_is_about(place: str) -> None:
    def resolve(readings: Any) -> Iterator[Record]:
        for reading in readings:
            for extraction in reading.extractions:
                yield Resolution(extraction.claim.id, Role.WEAPON, 0, "weapon", "rifle", "class", "as named", "w-1")

    items: list[Item] = list(fake_documents(1))
    with open_ledger(place, create=True) as ledger:
        list(Ingest(ledger, items, inputs=["x"], workers=1, make_reader=FakeReader, keep_more=[resolve]))
    found = asking.claims(place, asking.claim_filter(codes="weapon:rifle")).claims
    assert [k.resolutions[0].why for k in found] == ["as named"]


def test_nothing_is_kept_of_an_empty_ingest(place: str) -> None:
    with open_ledger(place, create=True) as ledger:
        reports = list(Ingest(ledger, [], inputs=[], workers=1, make_reader=FakeReader))
    assert [isinstance(report, IngestReport) for report in reports] == [True]
    assert dump(place) == []


def test_empty_path_mends_no_failure_of_another(tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for path in ("gone.txt", ""):
        report, failed = run([path], place)
        assert (report.mended, len(failed)) == (0, 1)
    assert sorted(failure.path for failure in failures(place)) == ["", "gone.txt"]
