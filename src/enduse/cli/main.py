"""The command `enduse`: finds the sub-command, and ends with the exit code that its error has."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from enduse import __version__
from enduse.errors import EnduseError

from .visible import visible

COMMANDS = {
    "read": ("enduse.cli.read:read", "Read articles, and write what they say about arms and ceasefires."),
    "registers": ("enduse.cli.registers:registers", "List, search and check the registers of names."),
    "ingest": ("enduse.cli.ingest:ingest", "Read articles, and keep what they say in a ledger."),
    "claims": ("enduse.cli.ask:claims", "List the claims of a ledger."),
    "search": ("enduse.cli.ask:search", "Find the texts of a ledger in which words stand."),
    "show": ("enduse.cli.ask:show", "Show a claim, or those of a document."),
    "why": ("enduse.cli.ask:why", "Show what a claim stands on."),
    "events": ("enduse.cli.linking:events", "List the acts that the claims of a ledger tell of."),
    "sources": ("enduse.cli.linking:sources", "Show how many stand behind an event, and who relayed it."),
    "contradictions": ("enduse.cli.linking:contradictions", "List where the claims of a ledger exclude each other."),
    "judge": ("enduse.cli.linking:judge", "Say whether two claims tell of one act, or are of the same arms."),
    "flows": ("enduse.cli.flows:flows", "List who supplies whom with which class of arms in which year."),
    "plans": ("enduse.cli.plans:plans", "List what is planned, promised, considered or called for."),
    "watch": ("enduse.cli.plans:watch", "Tell what changed about plans since a time, or since before a run."),
    "ceasefires": ("enduse.cli.ceasefires:ceasefires", "Show truces: for each source a line of states with quotes."),
    "trace": ("enduse.cli.custody:trace", "Show who is told to have held which arms."),
    "checklist": ("enduse.cli.checklist:checklist", "Fill the criteria of diversion risk for one transfer."),
    "grade": ("enduse.cli.grade:grade", "Grade a claim, an event or a flow, or show its grades."),
    "precedents": ("enduse.cli.precedents:precedents", "Show what was tried before that is like a plan."),
    "review": ("enduse.cli.review:review", "Decide about the claims of a ledger, one key a decision."),
    "agreement": ("enduse.cli.review:agreement", "Tell how far those who reviewed agree."),
    "serve": ("enduse.web.serve:serve", "Show a ledger in the browser."),
    "users": ("enduse.web.accounts:users", "List who may log in, or add, change or remove a user."),
    "export": ("enduse.cli.exchange:export", "Write a ledger, or what was decided in it, to one file."),
    "import": ("enduse.cli.exchange:import_", "Add to a ledger what another one exported."),
    "db": ("enduse.cli.db:db", "Upgrade, check, regroup or back up a ledger."),
}
"""Each sub-command: where it is, and its line in the help. None is imported before it is asked for."""

INTERRUPTED = 130
BROKEN_PIPE = 141
"""What a shell reports for a program that SIGINT or SIGPIPE ended."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they run, and whose errors become exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error that was raised on purpose is one line, never a traceback."""
        try:
            return super().invoke(ctx)
        except EnduseError as error:
            click.echo(f"enduse: {visible(str(error))}", err=True)
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            _silence_stdout()
            ctx.exit(BROKEN_PIPE)
        except KeyboardInterrupt:
            click.echo("enduse: interrupted", err=True)
            ctx.exit(INTERRUPTED)


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="enduse", message="%(prog)s %(version)s")
def cli() -> None:
    """Read what is reported about a conflict and keep the record of its arms.

    Exit codes: 0 all was done, 1 failure, 2 wrong usage, 3 some inputs could not be read, 130 interrupted.
    """


def main() -> None:
    """Run the command line and end the process."""
    cli(prog_name="enduse")


def _silence_stdout() -> None:
    """Let what is still buffered for a pipe that nobody reads go nowhere, when Python flushes it at the end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
