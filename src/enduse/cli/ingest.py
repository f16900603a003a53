"""`enduse ingest`: articles in, a ledger of what they say."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import click

from enduse.errors import InputError, UsageError

from . import options
from .own import registers_folder
from .progress import Notes, notes


@click.command(no_args_is_help=True)
@click.argument("paths", nargs=-1, metavar="PATH|URL...")
@options.db
@options.workers
@options.raw
@options.registers
@click.option("--allow-private", is_flag=True, help="Fetch from this machine and local networks too.")
@click.option("--retry", is_flag=True, help="Read the inputs that failed before as well.")
@click.option("--failures", is_flag=True, help="Read nothing; list the inputs that failed and were not read since.")
@options.quiet
@click.pass_context
def ingest(context: click.Context, /, **given: Any) -> None:
    """Read articles, and keep what they say in a ledger.

    PATH is as in `enduse read`. A URL is fetched: a page, a feed with the pages that it names, or a list of feeds.

    The ledger is made if it is not there. What it holds already is not read again, so the same command goes on where
    it was interrupted; it may run while others read and write the ledger.
    """
    if given["failures"]:
        context.exit(_list_failures(given["where"]))
    if not given["paths"] and not given["retry"]:
        raise UsageError("there is nothing to read; name a file or a folder or a URL, or give --retry")
    context.exit(_carry_out(_start(context, given), quiet=given["quiet"]))


def _start(context: click.Context, given: dict[str, Any]) -> Iterator[Any]:
    from enduse.service.ingest import ingest as hall
    from enduse.service.readers import reader_for

    stdin = sys.stdin.buffer if "-" in given["paths"] else None
    start = context.obj or hall
    outcomes: Iterator[Any] = start(
        given["paths"], given["where"], workers=given["workers"], retry=given["retry"], stdin=stdin,
        allow_private=given["allow_private"],
        make_reader=reader_for(raw=given["raw"], registers=registers_folder(given["registers"])),
    )  # fmt: skip
    return outcomes


def _carry_out(outcomes: Iterator[Any], *, quiet: bool) -> int:
    report = None
    with notes(quiet=quiet, data_on_terminal=False) as telling:
        for outcome in outcomes:
            if isinstance(outcome, InputError):
                telling.say(str(outcome))
            else:
                report = outcome
                telling.seen(report)
    assert report is not None, "an ingest ends with its report"
    for conflict in report.conflicts:
        Notes().say(str(conflict))
    if not quiet:
        Notes().say(report.summary())
    return InputError.exit_code if report.failed or report.conflicts else 0


def _list_failures(where: str) -> int:
    from enduse.service.ingest import failures

    found = failures(where)
    for failure in found:
        Notes().say(f"{failure.place}: {failure.what}")
    return InputError.exit_code if found else 0
