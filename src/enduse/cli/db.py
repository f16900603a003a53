"""`enduse db`: upgrade, check, regroup and back up a ledger."""

from __future__ import annotations

import click

from . import options
from .visible import visible


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def db() -> None:
    """Upgrade, check, regroup or back up a ledger."""


@db.command()
@options.db
def upgrade(where: str) -> None:
    """Bring a ledger up to date; a copy of a file is made first."""
    from enduse.service.ledgers import upgrade

    click.echo(visible(upgrade(where)))


@db.command()
@options.db
@click.pass_context
def check(context: click.Context, where: str) -> None:
    """Look at every row, and tell what is wrong; exit code 1 if anything is."""
    from enduse.service.ledgers import check, content_hash

    found = 0
    for line in check(where):
        found += 1
        click.echo(visible(f"{where}: {line}"))
    if not found:
        click.echo(f"{visible(where)}: whole, content hash {content_hash(where)}")
    context.exit(1 if found else 0)


@db.command()
@options.db
def regroup(where: str) -> None:
    """Group all claims into events and flows again, from the claims and judgements alone."""
    from enduse.service.grouping import regroup

    click.echo(visible(regroup(where)))


@db.command()
@click.argument("file", metavar="FILE")
@options.db
def backup(file: str, where: str) -> None:
    """Copy a ledger to a new FILE, while others may use it."""
    from enduse.service.ledgers import backup

    backup(where, file)
    click.echo(f"{visible(file)}: is a copy of {visible(where)}")
