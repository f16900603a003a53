"""Whenever an ingest and a review are killed, the ledger is whole, nothing that was told is missing, and both go on."""

from __future__ import annotations

import itertools
import json
import multiprocessing
import os
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.service.fakes import FakeReader

from enduse.errors import InputError
from enduse.model import Stance
from enduse.model.record import Verdict
from enduse.model.review import Choice, Item, QueueOrder
from enduse.service import asking, ingest
from enduse.service.ledgers import check, content_hash, export_jsonl
from enduse.service.review import desk

MOMENTS = int(os.environ.get("ENDUSE_TEST_KILLS", "10"))
"""How many random moments are tried, half of them while a review runs too; CONTRIBUTING.md says how to try 200."""

KILLS_A_LEDGER = 5
DOCUMENTS, PART = 400, 40

forks = multiprocessing.get_context("fork")  # which has all imported, so that a kill comes while it works


def keep(told: Connection, source: Path, place: Path) -> None:
    """Ingest, and tell after each chunk how many documents are kept."""
    for outcome in ingest.ingest([str(source)], str(place), make_reader=FakeReader):
        if not isinstance(outcome, InputError):
            told.send(outcome.new_documents)


def review(told: Connection, place: Path) -> None:
    """Decide claim after claim in each way that there is, take every seventh decision back, and tell what is kept."""
    with desk(str(place), "ana", QueueOrder()) as at:
        for number in itertools.count():
            if (item := at.next()) is None:
                return
            kept = at.decide(item, choice(item, number))
            told.send(kept.judgement.id)
            if number % 7 == 6:
                told.send(at.decide(at.undo(kept), Choice(Verdict.UNSURE, "looked again")).judgement.id)


def choice(item: Item, number: int) -> Choice:
    if number % 3 == 2:
        return Choice(Verdict.CORRECTED, "it is denied", replace(item.kept.claim, stance=Stance.DENIED))
    return Choice((Verdict.ACCEPTED, Verdict.REJECTED)[number % 3], f"number {number}")


class Running(NamedTuple):
    process: Any
    told: Connection


def start(work: Callable[..., None], *given: Path) -> Running:
    reads, writes = forks.Pipe(duplex=False)
    process = forks.Process(target=work, args=(writes, *given))
    process.start()
    writes.close()
    return Running(process, reads)


def finish(running: Running) -> None:
    assert heard(running) is not None
    running.process.join(120)
    assert running.process.exitcode == 0


def heard(running: Running, most: int | None = None) -> list[Any]:
    """What it tells, so many times or until its end."""
    told: list[Any] = []
    try:
        while most is None or len(told) < most:
            told.append(running.told.recv())
    except (EOFError, OSError):  # killed, at times in the middle of a word
        pass
    return told


def kill(*all_running: Running) -> None:
    for running in all_running:
        running.process.kill()
    for running in all_running:
        running.process.join()


def articles(path: Path, first: int, count: int) -> Path:
    rows = [{"id": f"a-{n}", "text": f"Norland sent rifle-{n} to Averna."} for n in range(first, first + count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def records(place: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in export_jsonl(str(place))]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return articles(tmp_path_factory.mktemp("killed") / "a.jsonl", 0, DOCUMENTS)


@pytest.fixture(scope="module")
def whole(source: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The content hash of an ingest that was not killed."""
    place = tmp_path_factory.mktemp("whole") / "x.db"
    finish(start(keep, source, place))
    return content_hash(str(place))


@pytest.mark.parametrize("moment", range(MOMENTS - MOMENTS // 2))
def test_killed_ingest_leaves_a_whole_ledger(source: Path, tmp_path: Path, whole: str, moment: int) -> None:
    place = tmp_path / "x.db"
    running = start(keep, source, place)
    told = [0, *heard(running, random.Random(moment).randrange(7))]
    time.sleep(random.Random(moment + 1_000).random() * 0.05)
    kill(running)
    told += heard(running)
    if place.is_file() and max(told):
        assert list(check(str(place))) == []
        assert Counter(record["kind"] for record in records(place))["document"] >= max(told)
    finish(start(keep, source, place))
    assert list(check(str(place))) == []
    assert content_hash(str(place)) == whole
    assert asking.count(str(place), asking.claim_filter()).claims == DOCUMENTS


@pytest.mark.parametrize("series", range(max(1, MOMENTS // 2 // KILLS_A_LEDGER)))
def test_killed_ingest_and_review_go_on_in_one_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, series: int
) -> None:
    monkeypatch.setattr(ingest, "READINGS_A_CHUNK", 8)
    folder, place, pick = tmp_path / "news", tmp_path / "x.db", random.Random(series)
    folder.mkdir()
    finish(start(keep, articles(folder / "0.jsonl", 0, PART), place))
    told: set[str] = set()
    for kills in range(1, KILLS_A_LEDGER + 1):
        more = articles(folder / f"{kills}.jsonl", PART * kills, PART)
        reviewing, keeping = start(review, place), start(keep, more, place)
        told.update(heard(reviewing, pick.randrange(15)))
        time.sleep(pick.random() * 0.05)
        kill(reviewing, keeping)
        told.update(heard(reviewing))
        assert list(check(str(place))) == []
        ids = Counter((record["kind"], record["id"]) for record in records(place) if "id" in record)
        assert set(ids.values()) == {1}
        assert told <= {id_ for kind, id_ in ids if kind == "judgement"}
    finish(start(keep, folder, place))
    finish(start(review, place))
    assert list(check(str(place))) == []
    assert asking.count(str(place), asking.claim_filter(decision="open")).claims == 0
    assert Counter(record["kind"] for record in records(place))["document"] == PART * (KILLS_A_LEDGER + 1)


def test_two_processes_write_one_ledger(source: Path, tmp_path: Path, whole: str) -> None:
    place = tmp_path / "x.db"
    for process in [start(keep, source, place), start(keep, source, place)]:
        finish(process)
    assert list(check(str(place))) == []
    assert content_hash(str(place)) == whole
