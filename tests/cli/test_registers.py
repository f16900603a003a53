"""`enduse registers` lists, searches and checks, and ends with exit code 3 where a register has faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from enduse.cli.main import cli


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["registers", *arguments])


def test_list_shows_each_register() -> None:
    result = run("list")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()][:2] == ["actors", "states"]


def test_search_shows_code_name_and_place() -> None:
    result = run("search", "SA-7")
    assert result.exit_code == 0
    assert result.stdout.startswith("weapons  strela2  9K32 Strela-2  (SA-7)  weapons.tsv:")


def test_search_takes_several_words_and_says_when_nothing_is_found() -> None:
    result = run("search", "no", "such", "thing")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "nothing is called so" in result.stderr


def test_search_counts_what_it_does_not_show() -> None:
    result = run("search", "a")
    assert len(result.stdout.splitlines()) == 50
    assert "more; search for more of the name" in result.stderr


@pytest.mark.parametrize(("row", "code"), [("x\ty", 3), ("", 0)])
def test_check_ends_with_three_where_there_are_faults(tmp_path: Path, row: str, code: int) -> None:
    path = tmp_path / "weapons.tsv"
    columns = "id\tname\tclass\taliases\tdesign_origin\tunroca\twatch_out\tbasis"
    path.write_text(f"{columns}\n{row}\n")
    for arguments in (("check", str(path)), ("check", "--registers", str(tmp_path))):
        result = run(*arguments)
        assert result.exit_code == code
        assert (f"{path}:2:" in result.stdout) is (code == 3)


def test_folder_of_ones_own_comes_from_the_environment_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ENDUSE_REGISTERS", str(tmp_path / "none"))
    result = run("list")
    assert result.exit_code == 2
    assert "is no folder" in result.stderr


def test_places_are_built_of_a_dump(tmp_path: Path) -> None:
    cells = [
        "1",
        "Tolm",
        "Tolm",
        "",
        "10.0",
        "20.0",
        "P",
        "PPL",
        "TD",
        "",
        "01",
        "",
        "",
        "",
        "500",
        "",
        "",
        "",
        "2020-01-01",
    ]
    (tmp_path / "TD.txt").write_text("\t".join(cells) + "\n")
    out = tmp_path / "gazetteer.sqlite"
    result = run("build-places", str(tmp_path / "TD.txt"), "-o", str(out))
    assert result.exit_code == 0, result.stderr
    assert "1 places with 1 names" in result.stderr
    assert out.is_file()
