"""`enduse precedents`: what was tried before that is like a plan, under which controls, and what was reported after."""

from __future__ import annotations

import click

from . import options
from .printed import write


@click.command()
@click.argument("plan", metavar="PLAN")
@options.db
@click.option(
    "--horizon", type=click.IntRange(1, 36_500), default=1096, show_default=True, metavar="DAYS",
    help="Days after a case in which reports count as its outcome.",
)  # fmt: skip
@options.limit
@options.as_of
@click.option(
    "--format", "format_", type=click.Choice(("table", "jsonl", "csv")), help="How to write; else by where to."
)
def precedents(plan: str, where: str, format_: str | None, **given: int | str | None) -> None:
    """Show what was tried before that is like a plan.

    PLAN is the id of a transfer's claim, as `enduse plans` shows it. Cases are found by the class of supplier,
    recipient and weapon; each says in which fields it is alike. They are cases, and no rate follows from them.
    """
    from enduse.service import precedent_lines
    from enduse.service.precedents import precedents as asked

    found = asked(where, plan, **given)  # type: ignore[arg-type]
    if format_ == "csv":
        write(precedent_lines.precedent_rows(found))
    elif options.is_table(format_):
        from .cases import case_blocks

        write(case_blocks(found, *options.look()))
    else:
        write(precedent_lines.precedent_lines(found))
