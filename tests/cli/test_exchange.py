"""A whole ledger goes out to a file and comes in again."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from tests.service.fakes import reading

from enduse.cli.main import cli
from enduse.service.ledgers import content_hash, open_ledger


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_export_and_import_give_the_same_ledger(tmp_path: Path) -> None:
    first, second, file = (str(tmp_path / name) for name in ("x.db", "y.db", "x.jsonl"))
    with open_ledger(first, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings([reading("ceasefire agreed stated: Truce 🚀 holds.")], "fake-1")
    assert run("export", "jsonl", "--db", first, "-o", file).exit_code == 0
    assert run("export", "jsonl", "--db", first).stdout == Path(file).read_text("utf-8")
    result = run("import", "jsonl", file, "--db", second)
    assert result.exit_code == 0
    assert content_hash(first) == content_hash(second)
    assert f"content hash {content_hash(first)}" in result.stderr


def test_export_that_fails_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("earlier")
    assert run("export", "jsonl", "--db", str(tmp_path / "none.db"), "-o", str(tmp_path / "x.jsonl")).exit_code == 1
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("x.jsonl", "earlier")]


def test_export_over_a_ledger_is_refused(tmp_path: Path) -> None:
    place = str(tmp_path / "x.db")
    with open_ledger(place, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings([reading("ceasefire agreed stated: Truce holds.")], "fake-1")
    before = content_hash(place)
    result = run("export", "jsonl", "--db", place, "-o", place)
    assert (result.exit_code, "is a database; choose another file" in result.stderr) == (1, True)
    assert content_hash(place) == before


def test_line_that_is_no_record_ends_with_3_and_a_missing_file_with_2(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("{}\n")
    result = run("import", "jsonl", str(tmp_path / "x.jsonl"), "--db", str(tmp_path / "y.db"))
    assert result.exit_code == 3
    assert "x.jsonl:1: is no record of a ledger" in result.stderr
    assert run("import", "jsonl", str(tmp_path / "none"), "--db", str(tmp_path / "y.db")).exit_code == 2
