"""`--help` answers at once: it imports no room, no heavy library, and takes less than 0.2 s of a core."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from enduse.cli.main import COMMANDS

ROOMS = ("intake", "extract", "resolve", "link", "assess", "export", "ledger", "lexicon", "service")
NAMES = """
    numpy onnxruntime trafilatura lxml zstandard charset_normalizer rich torch hypothesis multiprocessing asyncio
    sqlite3 sqlalchemy alembic psycopg importlib.metadata fastapi starlette uvicorn jinja2 pydantic argon2
"""
HEAVY = frozenset(NAMES.split())
CPU_SECONDS = 0.2

SCRIPT = """
import sys
sys.argv = ["enduse", *sys.argv[1:]]
from enduse.cli.main import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
    print("\\n".join(["-- modules"] + sorted(sys.modules)))
"""

CALLS = [["--help"], ["-h"], ["--version"], *([command, "--help"] for command in COMMANDS)]


@pytest.mark.parametrize("arguments", CALLS, ids=" ".join)
def test_help_imports_no_room_and_no_heavy_library(arguments: list[str]) -> None:
    command = [sys.executable, "-c", SCRIPT, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    shown, _, listed = run.stdout.partition("-- modules\n")
    modules = listed.split()
    assert "enduse" in shown
    assert "enduse.cli.main" in modules
    unwanted = HEAVY | {f"enduse.{room}" for room in ROOMS}
    assert not (found := sorted(unwanted & set(modules))), f"imported for {' '.join(arguments)}: {found}"


@pytest.mark.skipif(not hasattr(time, "CLOCK_PROCESS_CPUTIME_ID"), reason="this system does not tell CPU time")
def test_help_takes_little_of_a_core() -> None:
    """The least of five runs, since a busy machine only ever adds."""
    assert min(_cpu_seconds_of_help() for _ in range(5)) < CPU_SECONDS


def _cpu_seconds_of_help() -> float:
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "enduse", "--help"], check=True, stdout=subprocess.DEVNULL, timeout=60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return float(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
