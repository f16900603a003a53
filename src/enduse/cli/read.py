"""`enduse read`: articles in, coded claims out."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from enduse.errors import InputError, SourceError, UsageError

from . import options as shared
from .failures import Failures
from .output import FileSink, Sink, StreamSink, WholeFileSink, is_device
from .own import registers_folder
from .progress import Notes, notes

if TYPE_CHECKING:
    from enduse.model import Reader, Reading
    from enduse.service.reading import Run

FORMATS = ("table", "jsonl", "json", "csv", "tsv")
BY_SUFFIX = {".csv": "csv", ".tsv": "tsv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".txt": "table"}
COMPRESSED = (".gz", ".zst", ".bz2", ".xz", ".zip")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command was asked, read once.

    output: None for standard output. colour and width are of the table.
    registers: a folder of the user's own; None without one.
    """

    paths: tuple[str, ...]
    format: str
    output: Path | None
    types: str | None
    min_score: float
    workers: int
    limit: int | None
    raw: bool
    registers: Path | None
    quiet: bool
    colour: bool
    width: int

    @classmethod
    def of(cls, *, paths: tuple[str, ...], output: str | None, no_color: bool, **given: Any) -> Settings:
        """Fill in what depends on where the output goes; UsageError for an output that cannot be."""
        path = None if output in (None, "-") else Path(str(output))
        if path is not None:
            _check_output(path, paths)
        terminal = path is None and sys.stdout.isatty()
        format_ = given.pop("format_") or ("table" if terminal else _format_of(path))
        colour = terminal and not (no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb")
        width = shutil.get_terminal_size((100, 24)).columns
        own = registers_folder(given.pop("registers"))
        return cls(paths=paths, output=path, format=format_, registers=own, colour=colour, width=width, **given)


@click.command(no_args_is_help=True)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="How to write; see above for what is chosen.")
@click.option("-t", "format_", flag_value="table", help="Short for --format table.")
@click.option("--nl", "format_", flag_value="jsonl", help="Short for --format jsonl.")
@click.option("--json", "format_", flag_value="json", help="Short for --format json.")
@click.option("--csv", "format_", flag_value="csv", help="Short for --format csv.")
@click.option("--tsv", "format_", flag_value="tsv", help="Short for --format tsv.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
@click.option("--types", metavar="TYPE,...", help="Only claims of these types, such as transfer,ceasefire.")
@click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Only claims with a score of X or more, 0 to 1.",
)
@shared.workers
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop after N documents.")
@shared.raw
@shared.registers
@shared.quiet
@click.option("--no-color", is_flag=True, help="No colour; so does the variable NO_COLOR.")
@click.pass_context
def read(context: click.Context, /, **options: Any) -> None:
    """Read articles, and write what they say about arms and ceasefires.

    PATH is a file, a folder, or - for standard input: plain text, Markdown, HTML, JSON Lines or CSV.

    On a terminal the claims come as a table, in a pipe as JSON Lines, one object a document; with -o the suffix
    decides (.jsonl .json .csv .tsv). All but the data goes to standard error.

    What cannot be read is told on standard error, one line each, and listed in FILE.failed.jsonl when -o is given;
    all else is still read, and the exit code is 3.
    """
    settings = Settings.of(**options)
    start: Callable[..., Run] = context.obj or _hall()
    context.exit(carry_out(settings, start))


def carry_out(settings: Settings, start: Callable[..., Run]) -> int:
    """Read and write; start is the hall's `read`. Returns the exit code."""
    stdin = sys.stdin.buffer if "-" in settings.paths else None
    run = start(
        settings.paths,
        workers=settings.workers,
        types=settings.types,
        min_score=settings.min_score,
        stdin=stdin,
        make_reader=_make_reader(settings),
    )
    with run:
        try:
            _write(settings, run)
        except (SourceError, KeyboardInterrupt):
            if run.report.documents:
                _sum_up(settings, run)
            raise
    _sum_up(settings, run)
    return InputError.exit_code if run.report.failed else 0


def _write(settings: Settings, run: Run) -> None:
    on_terminal = settings.output is None and sys.stdout.isatty()
    with (
        _sink(settings) as sink,
        notes(quiet=settings.quiet, data_on_terminal=on_terminal) as telling,
        Failures(settings.output, telling) as failures,
    ):
        for piece in _pieces(settings, islice(_readings(run, failures, telling), settings.limit)):
            sink.write(piece)
        sink.finish()


def _sum_up(settings: Settings, run: Run) -> None:
    if not settings.quiet:
        Notes().say(run.report.summary())


def _hall() -> Callable[..., Run]:
    from enduse.service.reading import read

    return read


def _make_reader(settings: Settings) -> Callable[[], Reader]:
    from enduse.service.readers import reader_for

    return reader_for(raw=settings.raw, registers=settings.registers)


def _readings(run: Run, failures: Failures, telling: Notes) -> Iterator[Reading]:
    for outcome in run:
        if isinstance(outcome, InputError):
            failures.add(outcome)
        else:
            yield outcome
        telling.seen(run.report)


def _pieces(settings: Settings, readings: Iterable[Reading]) -> Iterator[str]:
    if settings.format == "table":
        from . import table

        return table.pieces(readings, width=settings.width, colour=settings.colour)
    from enduse.service.formats import pieces

    return pieces(settings.format, readings)


def _sink(settings: Settings) -> Sink:
    if settings.output is None:
        encoding = sys.stdout.encoding if settings.format == "table" else "utf-8"
        return StreamSink(sys.stdout.buffer, encoding)
    whole = settings.format == "json" and not is_device(settings.output)
    return WholeFileSink(settings.output) if whole else FileSink(settings.output)


def _format_of(output: Path | None) -> str:
    return BY_SUFFIX.get(output.suffix.lower(), "jsonl") if output else "jsonl"


def _check_output(output: Path, paths: Iterable[str]) -> None:
    if output.suffix.lower() in COMPRESSED:
        raise UsageError(f"{output} would not be compressed; write to standard output and pipe it through a compressor")
    if os.path.isdir(output):
        raise UsageError(f"{output} is a folder; --output takes a file")
    for path in paths:
        if os.path.exists(output) and os.path.exists(path) and os.path.samefile(output, path):
            raise UsageError(f"{output} is an input too; write to another file")
        if os.path.isdir(path) and Path(path).resolve() in output.resolve().parents:
            raise UsageError(
                f"{output} lies in the input folder {path} and would be read itself; write to another folder"
            )
