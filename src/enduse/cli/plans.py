"""`enduse plans` and `enduse watch`: what is planned, the state of its conditions, and what changed of it."""

from __future__ import annotations

import click

from . import options
from .printed import say_more, write

_day = click.option("--day", metavar="DAY", help="The day of which the calendar is asked; without it, that of --as-of.")


@click.command()
@options.db
@click.option("--conditional", is_flag=True, help="Only what hangs on a condition.")
@click.option("--words", metavar="WORDS", help="Words that must stand in the sentence.")
@options.as_of
@_day
@options.limit
@options.after
@options.format_
def plans(where: str, limit: int, after: int | None, format_: str | None, **given: str | bool | None) -> None:
    """List what is planned, promised, considered or called for.

    Each with its condition in its own words, how far later claims report it met, and what was reported of the same
    thing afterwards. A plan is no event, and a condition that is reported met need not be met.
    """
    from enduse.service import plan_lines, planning

    page = planning.plan_page(where, planning.PlanFilter(**given), limit=limit, after=after)  # type: ignore[arg-type]
    if options.is_table(format_):
        from .planned import plan_blocks

        write(plan_blocks(page.plans, *options.look()))
    else:
        write(plan_lines.plan_lines(page.plans))
    if page.beyond:
        click.echo(f"enduse: {page.beyond} of these have more claims beside them than were looked at", err=True)
    say_more(page.after)


@click.command()
@options.db
@click.option("--since", required=True, metavar="TIME|RUN", help="A day (its end), an instant of UTC, or a run's id.")
@options.as_of
@_day
@click.option("-q", "--quiet", is_flag=True, help="Write nothing when nothing changed.")
@options.format_
def watch(where: str, since: str, quiet: bool, format_: str | None, **given: str | None) -> None:
    """Tell what changed about plans since a time, or since before a run.

    A condition reported met, a plan reported delivered, denied or halted, a diversion of what was promised, a plan that
    is new or said again. Exit code 0 whether anything changed or not.
    """
    from enduse.service import plan_lines, planning

    found = planning.watch(where, since, **given)
    if format_ != "jsonl":
        from .planned import news_blocks

        write(news_blocks(found, *options.look()))
        if not found and not quiet:
            click.echo(f"nothing changed about plans since {since}")
    else:
        write(plan_lines.news_lines(found))
