"""`enduse events`, `sources`, `contradictions` and `judge`: what the claims of a ledger tell of together."""

from __future__ import annotations

from typing import Any

import click

from . import options
from .ask import FILTERS
from .printed import say_more, write


@click.command()
@options.db
@FILTERS
@click.option(
    "--min-claims",
    type=click.IntRange(1, 1_000_000),
    default=1,
    show_default=True,
    metavar="N",
    help="Only events of N claims.",
)
@options.limit
@options.after
@options.format_
def events(where: str, min_claims: int, limit: int, after: int | None, format_: str | None, **given: Any) -> None:
    """List the acts that the claims of a ledger tell of.

    An event holds all claims that tell of one act as far as their fields say. The filters are those of `enduse claims`;
    an event is listed when one of its claims passes, and then with all of them.
    """
    from enduse.service import linking, linking_pages

    page = linking.events(where, _filter(given), min_claims=min_claims, limit=limit, after=after)
    if options.is_table(format_):
        from .linked import event_blocks

        write(event_blocks(page.events, *options.look()))
    else:
        write(linking_pages.event_lines(page.events))
    of = f" of the newest {page.claimed_events:,}; there are more" if page.more else ""
    click.echo(
        f"enduse: {page.documents:,} documents, {page.reports:,} independent reports, "
        f"{page.claimed_events:,} acts told of, as done, planned, called for, refused or denied{of}",
        err=True,
    )
    say_more(page.after)


@click.command()
@click.argument("event", metavar="EVENT")
@options.db
@options.as_of
@options.format_
def sources(event: str, where: str, as_of: str | None, format_: str | None) -> None:
    """Show how many stand behind an event, and who relayed it.

    EVENT is the id of an event, or of any claim in it. Under each root stand the claims that rest on it; of each relay
    it is told what shows it, and what it changed.
    """
    from enduse.service import linking, linking_pages

    view = linking.event(where, event, as_of=as_of)
    if options.is_table(format_):
        from .linked import source_blocks

        write(source_blocks(view, *options.look()))
    else:
        write([linking_pages.source_line(view)])


@click.command()
@options.db
@FILTERS
@options.limit
@options.after
@options.format_
def contradictions(where: str, limit: int, after: int | None, format_: str | None, **given: Any) -> None:
    """List where the claims of a ledger exclude each other.

    Both sides are shown, and neither is called right. The filters are those of `enduse claims`; a contradiction is
    listed when a claim of either side passes.
    """
    from enduse.service import linking, linking_pages

    page = linking.contradictions(where, _filter(given), limit=limit, after=after)
    if options.is_table(format_):
        from .linked import contradiction_blocks

        write(contradiction_blocks(page.contradictions, *options.look()))
    else:
        write(linking_pages.contradiction_lines(page.contradictions))
    say_more(page.after)


@click.command()
@click.argument("left", metavar="LEFT")
@click.argument("right", metavar="RIGHT")
@click.argument("verdict", type=click.Choice(("same", "different", "unsure")))
@options.db
@click.option("--by", required=True, metavar="NAME", help="Who decides.")
@click.option("--why", default="", metavar="WORDS", help="The reason.")
@click.option("--arms", is_flag=True, help="Judge whether they are of the same arms, and not whether of one act.")
def judge(left: str, right: str, verdict: str, where: str, arms: bool, **given: str) -> None:
    """Say whether two claims tell of one act, or are of the same arms.

    LEFT and RIGHT are ids of claims. The judgement is kept, outlives every new grouping, and is superseded by a later
    one of the same two claims.
    """
    from enduse.service import custody, linking

    link = (custody.judge_arms if arms else linking.judge)(where, left, right, verdict, **given)
    what = " arms" if arms else ""
    click.echo(f"{link.id}: {link.left} and {link.right} are {link.verdict}{what}, says {link.by}")


def _filter(given: dict[str, Any]) -> Any:
    from enduse.service import asking

    return asking.claim_filter(**{name: value for name, value in given.items() if value not in (None, ())})
