"""Writes to standard output, each piece whole, and counts in words."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from .output import StreamSink


def write(pieces: Iterable[str]) -> None:
    """Write pieces to standard output, each whole."""
    with StreamSink(sys.stdout.buffer) as sink:
        for piece in pieces:
            sink.write(piece)


def say_more(after: int | None) -> None:
    """Tell how to go on where a page is not the last; after: the number that it ended with, None for the last."""
    if after is not None:
        click.echo(f"enduse: there are more; go on with: --after {after}", err=True)


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun; many: the plural, where it is not one with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
