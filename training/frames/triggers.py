"""Opens words.toml: words that open a frame, closed classes by which phrases are cut, marks of single roles."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_WORDS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
MARKS = {name: tuple(mark.replace("_", " ") for mark in listed.split()) for name, listed in _WORDS["marks"].items()}
"""What leads to, or stands in, roles that have marks of their own."""

_CLOSED = {word: name for name, listed in reversed(_WORDS["closed"].items()) for word in listed.split()}


def _patterns(kind: str) -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile("|".join(listed.split()))) for name, listed in _WORDS[kind].items()]


_VERBS, _NOUNS = _patterns("verbs"), _patterns("nouns")


@cache
def closed_class(word: str) -> str:
    """The closed class of a lower-cased word; empty if none."""
    if word[0].isdigit():
        return "number"
    if not word[0].isalnum() and word not in _CLOSED:
        return "punct"
    return _CLOSED.get(word, "")


@cache
def verb_frame(word: str) -> str:
    """The frame that a lower-cased word opens if it is a verb here; empty if none."""
    return next((name for name, pattern in _VERBS if pattern.fullmatch(word)), "")


@cache
def noun_frame(word: str) -> str:
    """The frame that a lower-cased word opens if it is a noun here; empty if none."""
    return next((name for name, pattern in _NOUNS if pattern.fullmatch(word)), "")
