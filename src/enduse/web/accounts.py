"""`enduse users`: who may log in to a server, and what they may do there."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from enduse.errors import UsageError

RIGHTS = ("read", "review", "admin")


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--right", type=click.Choice(RIGHTS), default="review", show_default=True, help="What the user may do.")
@click.option("--remove", is_flag=True, help="Take the user out of the file.")
def users(file: Path, name: str | None, right: str, remove: bool) -> None:
    """List who may log in, or add, change or remove a user.

    FILE is what `enduse serve --users FILE` reads, and is made if it is not there. The password is asked for; where
    standard input is no terminal, it is the first line.
    """
    try:
        import argon2  # noqa: F401
    except ModuleNotFoundError as error:
        raise UsageError("users need the packages of the workbench; run: pip install 'enduse[web]'") from error
    from .people import Right
    from .users import drop_user, keep_user, listed

    if name is None:
        for user in listed(file):
            click.echo(f"{user.name}\t{user.right}")
    elif remove:
        drop_user(file, name)
        click.echo(f"{name} may no longer log in")
    else:
        keep_user(file, name, Right(right), _password())
        click.echo(f"{name} may log in, and may {right}")


def _password() -> str:
    if sys.stdin.isatty():
        given: str = click.prompt("password", hide_input=True, confirmation_prompt=True)
        return given
    return sys.stdin.readline().rstrip("\r\n")
