"""Whenever an ingest is killed, the ledger is whole, nothing that was told is missing, and the next one goes on."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from enduse.service import asking
from enduse.service.ledgers import check, content_hash, export_jsonl

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, str(ROOT / "tests" / "service" / "ingest_slowly.py")]
MOMENTS = int(os.environ.get("ENDUSE_TEST_KILLS", "6"))
"""How many random moments are tried; CONTRIBUTING.md says how to try 200."""

DOCUMENTS = 400


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("killed") / "a.jsonl"
    rows = [{"id": f"a-{n}", "text": f"Norland sent rifle-{n} to Averna."} for n in range(DOCUMENTS)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def start(source: Path, place: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    command = [*COMMAND, str(source), str(place)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, start_new_session=True)


def kept_by(place: Path) -> int:
    return sum(1 for line in export_jsonl(str(place)) if json.loads(line)["kind"] == "document")


@pytest.fixture(scope="module")
def whole(source: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The content hash of an ingest that was not killed."""
    place = tmp_path_factory.mktemp("whole") / "x.db"
    assert start(source, place).wait(120) == 0
    return content_hash(str(place))


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_killed_ingest_leaves_a_whole_ledger(source: Path, tmp_path: Path, whole: str, moment: int) -> None:
    place = tmp_path / "x.db"
    running = start(source, place)
    assert running.stdout is not None
    chunks = random.Random(moment).randrange(7)
    told = [0, *(int(running.stdout.readline() or 0) for _ in range(chunks))][-1]
    time.sleep(random.Random(moment + 1_000).random() * 0.05)
    os.killpg(running.pid, signal.SIGKILL)
    told = max([told, *(int(line) for line in running.stdout.read().split() if line.isdigit())])
    running.wait(60)
    if place.is_file() and told:
        assert list(check(str(place))) == []
        assert kept_by(place) >= told
    assert start(source, place).wait(120) == 0
    assert list(check(str(place))) == []
    assert content_hash(str(place)) == whole
    assert asking.count(str(place), asking.claim_filter()).claims == DOCUMENTS


def test_two_processes_write_one_ledger(source: Path, tmp_path: Path, whole: str) -> None:
    place = tmp_path / "x.db"
    both = [start(source, place), start(source, place)]
    assert [process.wait(120) for process in both] == [0, 0]
    assert list(check(str(place))) == []
    assert content_hash(str(place)) == whole
