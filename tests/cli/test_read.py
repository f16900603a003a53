"""`enduse read` writes what was asked, where it was asked, and says the rest on stderr."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.service.fakes import fake_read

from enduse.cli.main import cli


def run(*arguments: str, input: bytes | None = None, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(cli, ["read", *arguments], obj=fake_read, input=input, env=env)


def ids(jsonl: str) -> list[str]:
    return [json.loads(line)["doc"] for line in jsonl.splitlines()]


def test_pipe_gets_json_lines() -> None:
    result = run("3")
    assert result.exit_code == 0
    assert ids(result.stdout) == ["doc-0", "doc-1", "doc-2"]


@pytest.mark.parametrize("flags", [["--format", "csv"], ["--csv"], ["--tsv", "--csv"]])
def test_csv_can_be_asked_for(flags: list[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(run("2", *flags).stdout)))
    assert [row["quote"] for row in rows] == ["Norland sent rifles to Averna."] * 2


@pytest.mark.parametrize("flags", [["--format", "tsv"], ["--tsv"]])
def test_tsv_can_be_asked_for(flags: list[str]) -> None:
    assert run("2", *flags).stdout.startswith("doc\ttitle\t")


@pytest.mark.parametrize("flags", [["--format", "json"], ["--json"]])
def test_json_can_be_asked_for(flags: list[str]) -> None:
    assert len(json.loads(run("2", *flags).stdout)) == 2


@pytest.mark.parametrize("flags", [["--format", "table"], ["-t"]])
def test_table_in_a_pipe_has_no_colour(flags: list[str]) -> None:
    result = run("1", *flags)
    assert "TRANSFER occurred" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("out.jsonl", '{"schema_version": 1'),
        ("out.json", "[\n{"),
        ("out.csv", "doc,title"),
        ("out.tsv", "doc\ttitle"),
        ("out", '{"schema_version": 1'),
        ("OUT.CSV", "doc,title"),
    ],
)
def test_suffix_of_the_output_decides_its_format(tmp_path: Path, name: str, begins: str) -> None:
    result = run("2", "-o", str(tmp_path / name))
    assert result.stdout == ""
    assert (tmp_path / name).read_text().startswith(begins)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_format_that_is_asked_for_wins_over_the_suffix(tmp_path: Path) -> None:
    run("1", "-o", str(tmp_path / "out.csv"), "--nl")
    assert ids((tmp_path / "out.csv").read_text()) == ["doc-0"]


def test_dash_reads_standard_input() -> None:
    result = run("-", input=b"Norland sent rifles to Averna.\nIt rained.\n")
    assert ids(result.stdout) == ["stdin:1", "stdin:2"]


def test_dash_as_output_is_standard_output() -> None:
    assert ids(run("1", "-o", "-").stdout) == ["doc-0"]


def test_several_paths_are_read_in_their_order() -> None:
    assert ids(run("1", "2", "1").stdout) == ["doc-0", "doc-0", "doc-1", "doc-0"]


def test_limit_stops_after_so_many_documents() -> None:
    assert ids(run("1000000", "--limit", "3").stdout) == ["doc-0", "doc-1", "doc-2"]


def test_two_workers_write_what_one_writes() -> None:
    assert run("100", "--workers", "2").stdout == run("100").stdout


def test_types_leave_out_claims_but_no_documents() -> None:
    result = run("1", "--types", "ceasefire,holding")
    assert json.loads(result.stdout)["claims"] == []
    assert "1 left out (1 of another type)" in result.stderr


def test_min_score_leaves_out_claims() -> None:
    assert json.loads(run("1", "--min-score", "0.91").stdout)["claims"] == []


def test_unknown_type_is_a_usage_error_that_lists_the_types() -> None:
    result = run("1", "--types", "transfre")
    assert result.exit_code == 2
    assert "no claim type named 'transfre'; there are: transfer" in result.stderr


def test_summary_is_on_stderr() -> None:
    assert run("2").stderr.startswith("enduse: 2 documents, 2 claims (2 transfer), 0 left out in ")


def test_quiet_says_nothing_but_failures() -> None:
    assert run("2", "bad", "-q").stderr == "enduse: bad:7: not UTF-8\n"


def test_failed_input_is_one_line_and_exit_3_and_the_others_are_read() -> None:
    result = run("1", "bad\x1b[2J", "1")
    assert result.exit_code == 3
    assert ids(result.stdout) == ["doc-0", "doc-0"]
    assert result.stderr.splitlines()[0] == "enduse: bad␛[2J:7: not UTF-8"


def test_document_on_which_the_reader_fails_is_told_like_any_failed_input() -> None:
    result = run("1:RAISE", "1")
    assert result.exit_code == 3
    assert "enduse: doc-0: reading it raised ValueError" in result.stderr
    assert len(ids(result.stdout)) == 1


def test_failed_inputs_are_listed_beside_the_output(tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    assert run("bad", "1", "bad2", "-o", str(output)).exit_code == 3
    listed = [json.loads(line) for line in (tmp_path / "out.csv.failed.jsonl").read_text().splitlines()]
    assert listed == [{"where": "bad:7", "what": "not UTF-8"}, {"where": "bad2:7", "what": "not UTF-8"}]


def test_list_of_an_earlier_run_is_removed_when_nothing_fails(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run("bad", "-o", str(output))
    assert run("1", "-o", str(output)).exit_code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["out.jsonl"]


def test_output_that_is_an_input_is_refused_and_kept(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text("kept")
    result = run(str(articles), "-o", str(articles))
    assert result.exit_code == 2
    assert "is an input too" in result.stderr
    assert articles.read_text() == "kept"


@pytest.mark.parametrize(
    ("output", "says"),
    [("in/out.jsonl", "lies in the input folder"), ("out.jsonl.gz", "would not be compressed"), ("in", "is a folder")],
)
def test_output_that_cannot_be_is_refused_with_what_to_do(tmp_path: Path, output: str, says: str) -> None:
    (tmp_path / "in").mkdir()
    result = run(str(tmp_path / "in"), "-o", str(tmp_path / output))
    assert result.exit_code == 2
    assert says in result.stderr


def test_output_that_cannot_be_written_is_told_and_exits_1(tmp_path: Path) -> None:
    result = run("1", "-o", str(tmp_path / "none" / "out.json"))
    assert result.exit_code == 1
    assert "none/out.json: No such file or directory; choose another file" in result.stderr


def test_missing_model_leaves_what_was_read_and_exits_1(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    result = run("3", "1:NO MODEL", "-o", str(output))
    assert result.exit_code == 1
    assert "enduse: the model is damaged" in result.stderr
    assert ids(output.read_text())[0] == "doc-0"


def test_json_file_stays_as_it_was_when_the_run_fails(tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    output.write_text("[]")
    assert run("3", "1:NO MODEL", "-o", str(output)).exit_code == 1
    assert output.read_text() == "[]"
    assert [file.name for file in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize(
    ("flags", "expected"),
    [([], (False, None)), (["--raw"], (True, None)), (["--registers", "."], (False, Path()))],
)
def test_raw_and_registers_choose_the_reader(
    monkeypatch: pytest.MonkeyPatch, flags: list[str], expected: tuple[bool, Path | None]
) -> None:
    asked = []
    monkeypatch.setattr("enduse.service.readers.reader_for", lambda *, raw, registers: asked.append((raw, registers)))
    assert run("1", *flags).exit_code == 0
    assert asked == [expected]


def test_registers_that_are_no_folder_are_wrong_usage() -> None:
    result = run("1", "--registers", "no-such-folder")
    assert result.exit_code == 2
    assert "no-such-folder: is no folder" in result.stderr
