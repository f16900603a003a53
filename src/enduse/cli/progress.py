"""Tells on stderr how far a run has got, and which inputs failed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from .visible import visible

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

    from enduse.service.report import RunReport

SECONDS_BETWEEN_LINES = 30.0


class Notes:
    """Says what has to be said, and nothing of progress."""

    def say(self, line: str) -> None:
        """Write one line to stderr, its control characters made visible."""
        click.echo(f"enduse: {visible(line)}", err=True)

    def seen(self, report: RunReport) -> None:
        """Take note of how far the run is."""

    def __enter__(self) -> Notes:
        return self

    def __exit__(self, *error: object) -> None:
        """End what is shown."""


class PlainProgress(Notes):
    """A line now and then, for a log."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = clock()

    def seen(self, report: RunReport) -> None:
        """Write a line when the last one is half a minute old."""
        if self._clock() - self._last >= SECONDS_BETWEEN_LINES:
            self._last = self._clock()
            self.say(report.summary())


class LiveProgress(Notes):
    """A line that changes in its place, for a terminal."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.fields[counts]}", markup=False), TimeElapsedColumn())
        self._progress: RichProgress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task: TaskID = self._progress.add_task("reading", total=None, counts="")

    def say(self, line: str) -> None:
        """Write one line above the one that changes."""
        from rich.text import Text

        self._progress.console.print(Text(f"enduse: {visible(line)}"), soft_wrap=True)

    def seen(self, report: RunReport) -> None:
        """Show the counts."""
        counts = f"{report.documents:,} documents · {report.claims.total():,} claims"
        if report.failed:
            counts += f" · {report.failed:,} inputs failed"
        self._progress.update(self._task, counts=counts)

    def __enter__(self) -> LiveProgress:
        self._progress.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Take the line away."""
        self._progress.stop()


def notes(*, quiet: bool, data_on_terminal: bool) -> Notes:
    """Choose how to tell: nothing of progress when quiet, or when the data itself scrolls over the terminal."""
    if quiet or data_on_terminal:
        return Notes()
    return LiveProgress() if sys.stderr.isatty() else PlainProgress()
