"""`enduse export` and `enduse import`: a whole ledger as one file of lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from enduse.errors import InputError, UsageError

from . import options
from .output import FileSink, Sink, StreamSink, WholeFileSink, is_device
from .progress import Notes

FORMATS = click.Choice(("jsonl", "bench"))


@click.command()
@click.argument("form", type=FORMATS, metavar="FORMAT")
@options.db
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
def export(form: str, where: str, output: str | None) -> None:
    """Write a ledger, or what was decided in it, to one file.

    FORMAT is jsonl, one record a line, with when it was added; standard error tells the content hash. Or bench: one
    sentence a line of which every claim was decided, as coded news to train a reader on.
    """
    from enduse.service.ledgers import content_hash, export_jsonl
    from enduse.service.training_rows import export_bench

    lines = 0
    with _sink(Path(output) if output else None) as sink:
        for line in (export_bench if form == "bench" else export_jsonl)(where):
            lines += 1
            sink.write(line)
        sink.finish()
    Notes().say(f"{lines:,} sentences" if form == "bench" else f"content hash {content_hash(where)}")


@click.command(name="import")
@click.argument("form", type=click.Choice(("jsonl",)), metavar="FORMAT")
@click.argument("file", metavar="FILE")
@options.db
@click.pass_context
def import_(context: click.Context, form: str, file: str, where: str) -> None:
    """Add to a ledger what another one exported.

    FORMAT is jsonl; FILE is - for standard input. The ledger is made if it is not there; what it knows adds nothing.
    """
    from enduse.service.ledgers import content_hash, import_jsonl

    if file == "-":
        said, failed = import_jsonl(_lines(sys.stdin.buffer), where, name="<stdin>")
    else:
        try:
            with open(file, "rb") as opened:
                said, failed = import_jsonl(_lines(opened), where, name=file)
        except OSError as error:
            raise UsageError(f"{file}: {error.strerror}; give a file that `enduse export jsonl` wrote") from error
    for failure in failed:
        Notes().say(str(failure))
    Notes().say(said)
    Notes().say(f"content hash {content_hash(where)}")
    context.exit(InputError.exit_code if failed else 0)


def _sink(output: Path | None) -> Sink:
    """Where to write; a file that is there is replaced when all is written, and stays if that fails."""
    if output is None:
        return StreamSink(sys.stdout.buffer)
    return FileSink(output) if is_device(output) else WholeFileSink(output)


def _lines(stream: Iterable[bytes]) -> Iterable[str]:
    return (line.decode("utf-8", "replace") for line in stream)
