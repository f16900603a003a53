"""Options that several commands share."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from typing import Any

import click

DB_HELP = "The ledger: a file, or postgresql://…; the variable ENDUSE_DB names one too."

db = click.option("--db", "where", required=True, envvar="ENDUSE_DB", metavar="LEDGER", help=DB_HELP)
as_of = click.option("--as-of", metavar="TIME", help="As the ledger was then: a day, or an instant of UTC.")
limit = click.option(
    "--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, metavar="N", help="At most N."
)
after = click.option(
    "--after", type=click.IntRange(0, 2**63 - 1), metavar="N", help="Go on after the page that ended with this number."
)
workers = click.option(
    "--workers", type=click.IntRange(1), default=1, metavar="N", show_default=True, help="Read in N processes."
)
raw = click.option("--raw", is_flag=True, help="The words alone: no names, quantities and dates looked up; faster.")
registers = click.option(
    "--registers",
    metavar="FOLDER",
    envvar="ENDUSE_REGISTERS",
    help="Lay the registers in FOLDER over those that ship; so does the variable ENDUSE_REGISTERS.",
)
quiet = click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; failures are still told.")
format_ = click.option(
    "--format", "format_", type=click.Choice(("table", "jsonl")), help="How to write; else by where to."
)


def together(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Several options as one decorator, in their order."""

    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def is_table(asked: str | None) -> bool:
    """Whether to draw for a person: as asked, or where standard output is a terminal."""
    return asked == "table" if asked else sys.stdout.isatty()


def look() -> tuple[int, bool]:
    """The columns of the terminal, and whether to use colour."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty()
    return shutil.get_terminal_size((100, 24)).columns, not plain
