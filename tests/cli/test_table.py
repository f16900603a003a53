"""The table says who, to whom, what, on what condition and on whose word, and draws it in the room there is."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len
from tests.cli.processes import on_terminal
from tests.service.fakes import looked_up, reading

from enduse.cli import table

PLAN = (
    "transfer planned stated: {claimant:Officials} say {supplier:the Norland agency} will send {quantity:1,500} "
    "{weapon:shoulder-fired missiles} to {recipient:vetted factions} should {condition:the truce in {place:Sarn} fail}."
)
DENIAL = "transfer occurred denied: {claimant:The ministry} denied that {supplier:it} sold {weapon:launchers}."
LEAK = "diversion occurred alleged leak: {quantity:Large amounts} of {origin:Norland} {weapon:arms} met {to:raiders}."
TRUCE = "ceasefire violated stated: {party:Each side} broke the truce near {place:Sarn}."


def drawn(*lines: str, width: int = 300, colour: bool = False, **about: str) -> str:
    return "".join(table.pieces([reading(*lines, **about)], width=width, colour=colour))


def test_heading_names_title_outlet_date_and_document() -> None:
    assert "A plan in Averna  Averna Herald · 2031-04-11 · news.jsonl:3\n" in drawn(PLAN, doc="news.jsonl:3")


def test_what_was_looked_up_stands_behind_its_words() -> None:
    line = "transfer occurred stated: {supplier:Tessaly} sent {quantity:two dozen} {weapon:rifles} {time:last week}."
    text = "".join(table.pieces([looked_up(reading(line))], width=300))
    assert (
        "Tessaly ‹Republic of Tessaly› → ? · rifles (two dozen ‹24›) · time last week ‹2031-03-31 to 2031-04-06›"
        in text
    )
    assert "‹" not in drawn(line)


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, colour: bool) -> None:
    lines = re.sub("\x1b\\[[0-9;]*m", "", drawn(PLAN, DENIAL, LEAK, TRUCE, width=width, colour=colour)).splitlines()
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("colour", [False, True])
def test_hostile_text_reaches_no_terminal(colour: bool) -> None:
    evil = "\x1b]0;pwned\x07\u202e[bold red]x[/]"
    shown = drawn(
        f"transfer occurred stated: {{supplier:{evil}}} sent arms.", title=evil, publisher=evil, colour=colour
    )
    assert "\x1b]" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert shown.count("␛]0;pwned␇⟨U+202E⟩[bold red]x[/]") == 4


def test_documents_without_claims_are_counted_at_the_end() -> None:
    pieces = list(table.pieces([reading(), reading(PLAN), reading()], width=100))
    assert pieces[-1].strip() == "2 documents without claims"
    assert sum("A plan in Averna" in piece for piece in pieces) == 1


def test_document_is_drawn_before_the_next_one_is_taken() -> None:
    stream = iter([reading(PLAN, doc="a"), reading(PLAN, doc="b")])
    pieces = table.pieces(stream, width=100)
    assert "done or holding" in next(pieces)
    assert "· a\n" in next(pieces)
    assert next(stream).document.id == "b"


def test_terminal_gets_a_coloured_table_and_no_control_characters_of_the_text() -> None:
    shown, _ = on_terminal("1:Norland sent rifles to Averna. \x1b]0;x\x07", stream="stdout")
    assert "\x1b[" in shown
    assert "TRANSFER" in shown
    assert "\x1b]0" not in shown


@pytest.mark.parametrize(
    ("flags", "variables"),
    [(["--no-color"], {}), ([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"})],
)
def test_terminal_gets_no_colour_where_none_is_wanted(flags: list[str], variables: dict[str, str]) -> None:
    shown, _ = on_terminal("1", *flags, stream="stdout", **variables)
    assert "\x1b" not in shown
    assert "[supplier Norland]" in shown
