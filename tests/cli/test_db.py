"""`enduse db` says whether a ledger is whole, and keeps it so."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.service.fakes import reading

from enduse.cli.main import cli
from enduse.service.ledgers import open_ledger


@pytest.fixture
def place(tmp_path: Path) -> str:
    where = str(tmp_path / "x.db")
    with open_ledger(where, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings([reading("ceasefire agreed stated: The truce holds.")], "fake-1")
    return where


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["db", *arguments])


def test_check_of_a_whole_ledger_exits_0(place: str) -> None:
    result = run("check", "--db", place)
    assert result.exit_code == 0
    assert "whole, content hash" in result.stdout


def test_check_tells_what_is_wrong_and_exits_1(place: str) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute("DROP TRIGGER texts_no_delete")
    result = run("check", "--db", place)
    assert (result.exit_code, result.stdout.count("\n")) == (1, 1)
    assert "the trigger texts_no_delete is missing" in result.stdout


def test_upgrade_and_backup_say_what_they_did(place: str) -> None:
    assert run("upgrade", "--db", place).stdout == f"{place}: is up to date (version 0003)\n"
    assert run("backup", f"{place}.copy", "--db", place).stdout == f"{place}.copy: is a copy of {place}\n"
    assert run("backup", f"{place}.copy", "--db", place).exit_code == 2
