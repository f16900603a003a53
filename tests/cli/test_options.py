"""Options are shared, and a table is drawn only for a person."""

from __future__ import annotations

import click
from click.testing import CliRunner

from enduse.cli.options import after, is_table, limit, look, together


def test_options_stand_in_their_order() -> None:
    @click.command()
    @together(limit, click.option("--other", help="x"))
    def command(limit: int, other: str | None) -> None:
        click.echo(f"{limit} {other}")

    assert CliRunner().invoke(command, ["--other", "x", "--limit", "7"]).output == "7 x\n"
    assert [option.name for option in command.params] == ["limit", "other"]


def test_table_is_drawn_as_asked_or_on_a_terminal() -> None:
    assert is_table("table")
    assert not is_table("jsonl")
    assert not is_table(None)
    assert look()[1] is False


def test_page_cannot_go_on_after_what_no_row_can_have() -> None:
    command = click.command()(after(lambda after: click.echo(after)))
    assert CliRunner().invoke(command, ["--after", "7"]).output == "7\n"
    for number in ("-1", str(2**63)):
        assert CliRunner().invoke(command, ["--after", number]).exit_code == 2
