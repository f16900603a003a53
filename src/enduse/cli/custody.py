"""`enduse trace`: who is told to have held which arms."""

from __future__ import annotations

import click

from . import options
from .printed import write


@click.command()
@click.argument("what", metavar="ACTOR|WEAPON|ID")
@options.db
@click.option("--since", metavar="DAY", help="Only what was published on that day or later.")
@click.option("--until", metavar="DAY", help="Only what was published on that day or before.")
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=200, show_default=True, metavar="N",
    help="Read the newest N claims that name it; those that lead on come on top.",
)  # fmt: skip
@options.as_of
@click.option(
    "--format", "format_", type=click.Choice(("table", "jsonl", "csv")), help="How to write; else by where to."
)
def trace(what: str, where: str, format_: str | None, limit: int, **given: str | None) -> None:
    """Show who is told to have held which arms.

    What is asked for is a code or name of an actor or a weapon ("actor:isis", "FN-6"), a class of weapons, or the id
    of a claim, an event or a flow. Links are joined only by a serial number, a lot, a named shipment, the same words
    of one sentence, or a person's judgement; what may be of the same arms is "compatible". Gaps are shown as gaps.
    """
    from enduse.service import custody, custody_lines

    found = custody.trace(where, what, limit=limit, **given)
    if options.is_table(format_):
        from .traced import custody_blocks

        write(custody_blocks(found, *options.look()))
    else:
        write(custody_lines.custody_csv(found) if format_ == "csv" else custody_lines.custody_lines(found))
