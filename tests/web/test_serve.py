"""`enduse serve` starts, tells where, and says in one line what is missing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from enduse.cli.main import cli


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["serve", *arguments])


def test_server_answers_until_it_is_stopped(where: str) -> None:
    command = [sys.executable, "-m", "enduse", "serve", where, "--port", "0", "--read-only"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "ENDUSE_REVIEWER": "ana"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env) as server:
        assert server.stderr
        told = server.stderr.readline()
        address = next(word for word in told.split() if word.startswith("http://127.0.0.1:"))
        with urllib.request.urlopen(f"{address}claims", timeout=30) as answer:
            page = answer.read().decode()
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=30) == 0
    assert "read-only" in page
    assert "ana" in page


def test_missing_packages_are_told_in_one_line(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = run(where)
    assert (result.exit_code, result.stderr) == (
        2, "enduse: the workbench needs a few more packages; run: pip install 'enduse[web]'\n"
    )  # fmt: skip


def test_missing_ledger_and_taken_port_are_told_in_one_line(where: str, tmp_path: Path) -> None:
    none = run(str(tmp_path / "none.db"))
    assert (none.exit_code, none.stderr.count("\n"), "there is no ledger" in none.stderr) == (1, 1, True)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run(where, "--port", str(taken.getsockname()[1]))
    assert (result.exit_code, result.stderr.count("\n"), "choose another with --port" in result.stderr) == (1, 1, True)
