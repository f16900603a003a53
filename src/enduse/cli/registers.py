"""`enduse registers`: lists, searches and checks the lists against which names are looked up."""

from __future__ import annotations

from pathlib import Path

import click

from enduse.errors import InputError

from . import options
from .own import registers_folder
from .visible import visible


@click.group(no_args_is_help=True)
def registers() -> None:
    """List, search and check the registers of names.

    They are the lists against which actors, weapons and places are looked up.
    """


@registers.command("list")
@options.registers
def list_(registers: str | None) -> None:
    """List the registers: name, rows, rows of your own over them, and what they hold."""
    from enduse.service.registers import listed

    for register in listed(registers_folder(registers)):
        own = f" +{register.own:,}" if register.own else ""
        click.echo(f"{register.name:<16} {register.rows:>7,}{own}  {visible(register.about)}")


@registers.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS")
@options.registers
def search(words: tuple[str, ...], registers: str | None) -> None:
    """Search names and aliases: what is called WORDS, then what begins so.

    Hyphens, blanks, capitals and plurals are evened out; nothing else is guessed.
    """
    from enduse.service.registers import search as find
    from enduse.service.registers import shown

    hits, more = shown(find(" ".join(words), registers_folder(registers)))
    for hit in hits:
        alias = "" if hit.alias == hit.name else f"  ({hit.alias})"
        click.echo(visible(f"{hit.register}  {hit.code}  {hit.name}{alias}  {hit.where}"))
    if more:
        click.echo(f"enduse: {more:,} more; search for more of the name", err=True)
    if not hits:
        click.echo("enduse: nothing is called so, and nothing begins so", err=True)


@registers.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@options.registers
@click.pass_context
def check(context: click.Context, file: Path | None, registers: str | None) -> None:
    """Check the registers that ship and your own over them, or FILE alone.

    Each fault is a line with file and line, and the exit code is 3.
    """
    from enduse.service.registers import check as faults_of

    faults = faults_of(file, registers_folder(registers))
    for fault in faults:
        click.echo(visible(fault))
    context.exit(InputError.exit_code if faults else 0)


@registers.command("build-places")
@click.argument("dump", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path),
    default=Path("gazetteer.sqlite"),
    show_default=True,
    metavar="FILE",
    help="The file to write; named so in the folder of --registers, it is used.",
)
def build_places(dump: Path, out: Path) -> None:
    """Build a finer gazetteer of DUMP, a file of GeoNames such as SY.zip.

    It holds all villages, districts, bases, airports, ports and crossings of the dump. Nothing is fetched.
    """
    from enduse.service.gazetteer import build_gazetteer

    report = build_gazetteer(dump, out)
    left_out = sum(report.left_out.values())
    click.echo(
        f"enduse: {report.places:,} places with {report.names:,} names in {out}, {left_out:,} left out", err=True
    )
