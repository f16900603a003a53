"""`enduse checklist`: the criteria by which the risk of diversion is asked, filled with claims."""

from __future__ import annotations

import click

from . import options
from .printed import write


@click.command()
@click.argument("id_", metavar="PLAN|FLOW|EVENT")
@options.db
@options.as_of
@options.format_
def checklist(id_: str, where: str, as_of: str | None, format_: str | None) -> None:
    """Fill the criteria of diversion risk for one transfer.

    The id is that of a plan (its claim), a flow or an event. Each criterion has the claims that speak to it, or says
    that it is blank, which never means that there is no risk. There is no score. A table is plain text, for printing.
    """
    from enduse.service import checklist as service
    from enduse.service import checklist_lines

    found = service.checklist(where, id_, as_of=as_of)
    if options.is_table(format_):
        from .checked import checklist_blocks

        write(checklist_blocks(found, *options.look()))
    else:
        write([checklist_lines.checklist_line(found)])
