"""`enduse ceasefires`: what each source reports of each truce, and how long truces held."""

from __future__ import annotations

from pathlib import Path

import click

from enduse.errors import UsageError

from . import options
from .printed import write


@click.command()
@click.option("--db", "where", envvar="ENDUSE_DB", metavar="LEDGER", help=options.DB_HELP)
@click.option("--place", metavar="WORDS", help="Only truces with these words in the country's name or a place.")
@options.as_of
@options.limit
@click.option("--held", is_flag=True, help="How long truces held, by Kaplan and Meier, instead of the truces.")
@click.option(
    "--from-table", type=click.Path(path_type=Path), metavar="FILE", help="The same of a CSV: start, end, censored."
)
@click.option("--svg", type=click.Path(path_type=Path), metavar="FILE", help="Draw how long truces held to FILE.")
@options.format_
def ceasefires(where: str | None, limit: int, format_: str | None, **given: object) -> None:
    """Show truces: for each source a line of states with quotes.

    Violations stand beside each source and are never added up. Dates that are declared, effective and ended are kept
    apart. Silence is shown, and is not taken for peace.
    """
    from enduse.service import plan_lines, truces

    table, svg, asked = given["from_table"], given["svg"], {name: given[name] for name in ("place", "as_of")}
    if table is None and where is None:
        raise UsageError("no ledger is named; give --db LEDGER, or --from-table FILE")
    if not (table or svg or given["held"]):
        found = truces.ceasefires(str(where), **asked)  # type: ignore[arg-type]
        if options.is_table(format_):
            from .truces import truce_blocks

            write(truce_blocks(found[:limit], *options.look()))
        else:
            write(plan_lines.truce_lines(found[:limit]))
        if len(found) > limit:
            click.echo(f"enduse: {limit} of {len(found)} truces are shown; for more: --limit {len(found)}", err=True)
        return
    held = truces.held_of_table(table) if isinstance(table, Path) else truces.held(str(where), **asked)  # type: ignore[arg-type]
    if isinstance(svg, Path):
        _draw(svg, truces.curve(held))
    if options.is_table(format_):
        from .truces import held_table

        write(held_table(held))
    else:
        write([plan_lines.held_line(held)])


def _draw(path: Path, drawing: str) -> None:
    from .output import FileSink

    with FileSink(path) as sink:
        sink.write(drawing)
        sink.finish()
