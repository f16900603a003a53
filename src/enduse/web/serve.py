"""`enduse serve`: opens the door of the workbench."""

from __future__ import annotations

import getpass
import os
import socket
import webbrowser
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from enduse.errors import EnduseError, UsageError

from .accounts import RIGHTS
from .settings import LOOPBACK, PORT, Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

MISSING = "the workbench needs a few more packages; run: pip install 'enduse[web]'"


@click.command()
@click.argument("where", metavar="LEDGER", envvar="ENDUSE_DB")
@click.option("--open", "open_", is_flag=True, help="Open it in the browser.")
@click.option("--read-only", is_flag=True, help="Nothing can be decided; the ledger is only read.")
@click.option("--host", default=LOOPBACK[0], show_default=True, metavar="HOST", help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, metavar="N", help="The port; 0 for any."
)
@click.option(
    "--users", type=click.Path(path_type=Path), metavar="FILE", help="Who may log in; made with: enduse users."
)
@click.option("--proxy-header", metavar="NAME", help="The header in which a trusted proxy names the user.")
@click.option("--proxy", "proxies", multiple=True, metavar="ADDRESS", help="Of the proxy, if not of this machine.")
@click.option(
    "--proxy-right", type=click.Choice(RIGHTS), default="review", show_default=True,
    help="What users may do whom the proxy names and the file of users does not.",
)  # fmt: skip
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="A name by which visitors ask for it.")
@click.option("--https", is_flag=True, help="Visitors come by https, through a proxy.")
def serve(where: str, open_: bool, **given: Any) -> None:
    """Show a ledger in the browser.

    LEDGER is a file, or postgresql://…; the variable ENDUSE_DB names one too. Without more, the server listens on this
    machine alone, and signs decisions with the name in ENDUSE_REVIEWER, or else with that of the user of this machine.
    For a team, give --users, or a proxy that knows who is asking.
    """
    given["proxies"] = given["proxies"] or LOOPBACK
    settings = Settings(where, reviewer=_reviewer(), **given)
    app = _app(settings)
    with _socket(settings) as listening:
        settings = replace(settings, port=listening.getsockname()[1])
        click.echo(f"enduse: {settings.address} shows {where}; stop with Ctrl-C", err=True)
        if open_:
            webbrowser.open(settings.address)
        _run(app, listening)


def _app(settings: Settings) -> FastAPI:
    """Make the application, once the ledger was seen to open; UsageError where the extra is not installed."""
    from enduse.service.ledgers import kept_open

    try:
        import uvicorn  # noqa: F401

        from .app import create_app
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("enduse"):
            raise
        raise UsageError(MISSING) from error
    with kept_open(settings.ledger, read_only=settings.read_only):  # says now, in one line, why it cannot be opened
        return create_app(settings)


def _socket(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        raise EnduseError(
            f"{settings.host}:{settings.port}: {error.strerror or error}; choose another with --port, 0 for any"
        ) from error


def _run(app: FastAPI, listening: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(
        app, log_level="warning", server_header=False, proxy_headers=False, timeout_graceful_shutdown=3
    )
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:  # the usual way to end a server
        return


def _reviewer() -> str:
    try:
        return os.environ.get("ENDUSE_REVIEWER") or getpass.getuser()
    except (OSError, KeyError):
        return "local"
