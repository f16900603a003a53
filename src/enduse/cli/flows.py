"""`enduse flows`: who supplies whom with which class of arms in which year, as far as events tell."""

from __future__ import annotations

from typing import Any

import click

from . import options
from .ask import FILTERS
from .printed import say_more, write


@click.command()
@options.db
@FILTERS
@options.limit
@options.after
@click.option(
    "--format", "format_", type=click.Choice(("table", "jsonl", "csv")), help="How to write; else by where to."
)
def flows(where: str, limit: int, after: int | None, format_: str | None, **given: Any) -> None:
    """List who supplies whom with which class of arms in which year.

    Each status is counted by itself, in documents, independent reports and acts told of; what is planned or denied is
    never added to what occurred. The filters are those of `enduse claims`; a flow is listed when a claim of it passes,
    and then with the numbers of all its events.
    """
    from enduse.service import asking, flow_lines
    from enduse.service.flows import flows

    asked = asking.claim_filter(**{name: value for name, value in given.items() if value not in (None, ())})
    page = flows(where, asked, limit=limit, after=after)
    if format_ == "csv":
        write(flow_lines.csv_lines(page.flows))
    elif options.is_table(format_):
        from .flow_table import flow_blocks

        write(flow_blocks(page.flows, *options.look()))
    else:
        write(flow_lines.json_lines(page.flows))
    say_more(page.after)
