"""Draws plans with the state of their conditions, and what changed of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from enduse.model.plan import Condition, News, Outcome, Plan, Told

from .table import NARROWEST, drawn
from .visible import visible

SHOWN = 5
"""Claims shown beside a level or an outcome; the rest are counted."""

_ROLES = ("supplier", "recipient", "holder", "agent", "party", "weapon", "quantity", "via", "place", "time")
_DID = {
    "delivered": "something that fits is reported delivered",
    "halted": "something that fits is reported halted or refused",
    "denied": "something that fits is denied",
    "diverted": "a diversion of something that fits is reported",
    "seized": "something that fits is reported seized",
    "used": "something that fits is reported used",
}


def plan_blocks(plans: Sequence[Plan], width: int, colour: bool) -> Iterator[str]:
    """Draw plans one by one: what is planned, its conditions with their levels, what was reported afterwards."""
    if not plans:
        yield "no plans found in this ledger\n"
    for plan in plans:
        lines: list[RenderableType] = [
            Text.assemble(
                ("○ ", "italic yellow"),
                (f"{plan.type.upper()} ", "bold"),
                (plan.word, "italic yellow"),
                (f"  {_when(plan.told)}  {_source(plan.told)}  {plan.told.claim}", "dim"),
            )
        ]
        said = [f"{role}: {', '.join(plan.roles[role])}" for role in _ROLES if role in plan.roles]
        lines += [_in(2, Text(visible(" · ".join(said)))), _in(2, Text(f"“{visible(plan.told.quote)}”"))]
        for condition in plan.conditions:
            lines += _condition(condition)
        for outcome in plan.outcomes:
            lines += _outcome(outcome)
        if plan.copies:
            lines += [_in(2, Text(f"the same in copies of its article: {len(plan.copies)}")), *_told(plan.copies)]
        if plan.also:
            lines += [_in(2, Text(f"said again later, and not found denied: {len(plan.also)}")), *_told(plan.also)]
        yield drawn(lines, max(width, NARROWEST), colour)


def news_blocks(news: Iterable[News], width: int, colour: bool) -> Iterator[str]:
    """Draw each change with the claims that made it."""
    for one in news:
        head = Text.assemble((f"{one.what}  ", "bold"), visible(one.text), (f"  {one.plan}", "dim"))
        yield drawn([head, *_told(one.by)], max(width, NARROWEST), colour)


def told_line(told: Told) -> Text:
    """A claim as one line: day, label, quote, on whose word."""
    word = "" if told.stance == "stated" else f" [{told.stance.upper()}]"
    return Text.assemble(
        f"{_when(told)} {told.label}{word} “{visible(told.quote)}”", (f"  {_source(told)}  {told.claim}", "dim")
    )


def _condition(condition: Condition) -> Iterator[RenderableType]:
    yield _in(2, Text.assemble(("IF: ", "bold yellow"), (visible(condition.words), "bold yellow")))
    level = f"level {condition.level}: {condition.wording}"
    if condition.untied:
        level = f"{condition.wording}: {condition.untied}"
    yield _in(4, Text(visible(level)))
    for change in condition.history:
        yield _in(4, Text(f"{change.day} level {change.level}: {change.wording}", "dim"))
        yield from _told(change.by)
    yield from (_in(4, Text(note, "dim")) for note in condition.notes)


def _outcome(outcome: Outcome) -> Iterator[RenderableType]:
    yield _in(2, Text(f"{_DID[outcome.kind.value]}, by {outcome.reports} ({outcome.why})", "bold"))
    yield from _told(outcome.by)


def _told(claims: Sequence[Told]) -> Iterator[RenderableType]:
    yield from (_in(6, told_line(told)) for told in claims[:SHOWN])
    if len(claims) > SHOWN:
        yield _in(6, Text(f"and {len(claims) - SHOWN} more", "dim"))


def _source(told: Told) -> str:
    return visible(told.chain or (told.source if told.source == told.outlet else f"{told.source} in {told.outlet}"))


def _when(told: Told) -> str:
    return str(told.day) if told.day else "undated"


def _in(columns: int, text: Text) -> Padding:
    return Padding(text, (0, 0, 0, columns))
