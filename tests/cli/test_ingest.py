"""`enduse ingest` tells failures, sums up, and ends with the right code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from tests.service.fakes import FakeReader, fake_inputs

from enduse.cli.main import cli
from enduse.service.ingest import Ingest
from enduse.service.ledgers import open_ledger
from enduse.service.readers import spans_reader

told: list[dict[str, Any]] = []


def fake_ingest(paths: list[str], where: str, *, stdin: Any, workers: int, **options: Any) -> Iterator[Any]:
    told.append(options)
    with open_ledger(where, create=True) as ledger:
        yield from Ingest(ledger, fake_inputs(paths, stdin), inputs=paths, workers=workers, make_reader=FakeReader)


def run(*arguments: str, place: Path) -> Result:
    return CliRunner().invoke(cli, ["ingest", *arguments, "--db", str(place / "x.db")], obj=fake_ingest)


def test_ingest_sums_up(tmp_path: Path) -> None:
    result = run("3", place=tmp_path)
    assert result.exit_code == 0
    assert "3 documents, 3 claims (3 transfer)" in result.stderr
    assert "new: 3 documents, 1 claims, 0 copies; 0 were read before" in result.stderr
    assert run("3", "-q", place=tmp_path).stderr == ""


def test_failures_are_told_and_listed(tmp_path: Path) -> None:
    result = run("bad.txt", "1", place=tmp_path)
    assert result.exit_code == 3
    assert "enduse: bad.txt:7: not UTF-8" in result.stderr
    listed = run("--failures", place=tmp_path)
    assert (listed.exit_code, listed.stderr) == (3, "enduse: bad.txt:7: not UTF-8\n")


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    result = run("-q", place=tmp_path)
    assert result.exit_code == 2
    assert "name a file or a folder or a URL" in result.stderr


def test_options_reach_the_hall(tmp_path: Path) -> None:
    run("1", "--raw", "--allow-private", "--retry", place=tmp_path)
    assert told[-1]["make_reader"] is spans_reader
    assert (told[-1]["allow_private"], told[-1]["retry"]) == (True, True)
    run("1", "--registers", str(tmp_path), place=tmp_path)
    assert getattr(told[-1]["make_reader"], "args", None) == (tmp_path,)
    assert run("1", "--registers", str(tmp_path / "none"), place=tmp_path).exit_code == 2
