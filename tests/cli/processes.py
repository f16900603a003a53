"""Runs the command line with the fake reader as a process of its own, in a pipe or on a terminal."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, str(ROOT / "tests" / "cli" / "fake_enduse.py"), "read"]
PATHS = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
ENVIRONMENT = {**os.environ, "PYTHONPATH": PATHS, "COLUMNS": "100", "TERM": "xterm", "NO_COLOR": ""}
SECONDS = 30
"""How long a test waits before it gives up."""


def start(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    """Start `enduse read`; it leads a process group, as one that a shell starts."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    given = {**pipes, "start_new_session": True, "env": ENVIRONMENT, **options}
    return subprocess.Popen([*COMMAND, *arguments], **given)  # type: ignore[call-overload,no-any-return]


def on_terminal(*arguments: str, stream: str, **variables: str) -> tuple[str, str]:
    """Run with a terminal as stdout or stderr; give what came on it, and on the other stream."""
    ours, theirs = pty.openpty()
    process = start(*arguments, env={**ENVIRONMENT, **variables}, **{stream: theirs})
    os.close(theirs)
    shown = b""
    while select.select([ours], [], [], SECONDS)[0]:
        try:
            more = os.read(ours, 65536)
        except OSError:  # how Linux says that nobody has the terminal open any more
            break
        if not more:
            break
        shown += more
    os.close(ours)
    out, errors = process.communicate(timeout=SECONDS)
    return shown.decode(), (errors if stream == "stdout" else out).decode()
