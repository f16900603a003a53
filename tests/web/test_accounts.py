"""`enduse users` lists, adds, changes and removes users."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from enduse.cli.main import cli


def run(*arguments: str, password: str = "a long password") -> Result:
    return CliRunner().invoke(cli, ["users", *arguments], input=f"{password}\n")


def test_users_come_and_go(tmp_path: Path) -> None:
    file = str(tmp_path / "users")
    assert run(file, "ana").stdout == "ana may log in, and may review\n"
    assert run(file, "ben", "--right", "read").exit_code == 0
    assert run(file).stdout == "ana\treview\nben\tread\n"
    assert run(file, "ana", "--remove").stdout == "ana may no longer log in\n"
    assert run(file).stdout == "ben\tread\n"


def test_what_cannot_be_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = str(tmp_path / "users")
    short = run(file, "ana", password="short")
    assert (short.exit_code, short.stderr) == (2, "enduse: the password has 5 characters; give at least 12\n")
    assert run(str(tmp_path / "no" / "users"), "ana").exit_code == 2
    monkeypatch.setitem(sys.modules, "argon2", None)
    assert "pip install 'enduse[web]'" in run(file, "ana").stderr
