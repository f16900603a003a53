"""What a key or a line does to a review: from one state to the next, and to what is to be carried out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from enduse.model.record import Verdict
from enduse.model.review import Choice, Item

from .draft import HELP, Draft


class Asked(StrEnum):
    """What a review waits for: a key, a reason, or a line that corrects."""

    KEY = "key"
    REASON = "reason"
    CORRECTION = "correction"


class Move(StrEnum):
    """What is to be done that is no decision."""

    SKIP = "skip"
    UNDO = "undo"
    QUIT = "quit"


KEYS = {"a": "accept", "c": "correct", "r": "reject", "u": "unsure", "s": "skip", "z": "undo", "w": "why", "q": "quit"}
"""Each key with the word that does the same; a reason may stand behind it on the line."""

_VERDICTS = {"a": Verdict.ACCEPTED, "r": Verdict.REJECTED, "u": Verdict.UNSURE}
_MOVES = {"s": Move.SKIP, "z": Move.UNDO, "q": Move.QUIT}
_WORDS = {word: key for key, word in KEYS.items()}


@dataclass(frozen=True, slots=True)
class State:
    """Where a review stands. why: the reason that goes with the next decision. said: what to tell the person."""

    item: Item
    asked: Asked = Asked.KEY
    why: str = ""
    draft: Draft | None = None
    said: str = ""


def press(state: State, text: str) -> tuple[State, Choice | Move | None]:
    """Take a key, or a line: the state after it, and what is to be carried out, if anything."""
    state = replace(state, said="")
    if state.asked is Asked.REASON:
        return replace(state, asked=Asked.KEY, why=text.strip()), None
    if state.asked is Asked.CORRECTION and state.draft is not None:
        return _correct(state, state.draft, text.strip())
    return _decide(state, text.strip())


def _decide(state: State, text: str) -> tuple[State, Choice | Move | None]:
    first, _, rest = text.partition(" ")
    key, why = _WORDS.get(first, first), rest.strip() or state.why
    if key in _VERDICTS:
        return state, Choice(_VERDICTS[key], why)
    if key.isdecimal() and (theirs := state.item.choice_of(int(key))):
        return state, replace(theirs, why=why)
    if key in _MOVES:
        return state, _MOVES[key]
    if key == "c":
        return replace(state, asked=Asked.CORRECTION, draft=Draft.of(state.item.kept.claim, why)), None
    if key == "w":
        return replace(state, why=rest.strip()) if rest else replace(state, asked=Asked.REASON), None
    told = "  ".join(f"{key} {word}" for key, word in KEYS.items())
    return replace(state, said=told if key == "?" else f"{text!r} does nothing; {told}"), None


def _correct(state: State, draft: Draft, text: str) -> tuple[State, Choice | None]:
    if text == "?":
        return replace(state, said=HELP), None
    if text == "x":
        return replace(state, asked=Asked.KEY, draft=None), None
    try:
        if text:
            return replace(state, draft=draft.edited(text)), None
        return state, draft.choice()
    except ValueError as error:
        return replace(state, said=str(error)), None
