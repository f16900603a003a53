"""Looks at the tokens of a phrase by their place, and finds phrases of several words among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

Kind = TypeVar("Kind")


class Cut(Protocol):
    """A token of either grammar."""

    @property
    def kind(self) -> str:
        """What the grammar takes it for."""
        ...

    @property
    def word(self) -> str:
        """In lower case."""
        ...


def word_at(tokens: Sequence[Cut], at: int) -> str:
    """The word at a place, empty past the end."""
    return tokens[at].word if at < len(tokens) else ""


def kind_at(tokens: Sequence[Cut], at: int) -> str:
    """The kind of the token at a place, empty past the end."""
    return tokens[at].kind if at < len(tokens) else ""


class Phrases(Generic[Kind]):
    """A table of phrases, each the words that it is cut into; where two begin alike, the longer one is found."""

    def __init__(self, kinds: Mapping[tuple[str, ...], Kind]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
        for words, kind in sorted(kinds.items(), key=lambda row: -len(row[0])):
            self._by_first.setdefault(words[0], []).append((words, kind))
        self._longest = max(map(len, kinds))

    def at(self, tokens: Sequence[Cut], at: int) -> tuple[Kind, int] | None:
        """What the phrase at a place stands for, and the place behind it; None where none of the table begins there."""
        rows = self._by_first.get(tokens[at].word)
        if rows is None:
            return None
        ahead = tuple([token.word for token in tokens[at : at + self._longest]])
        for words, kind in rows:
            if ahead[: len(words)] == words:
                return kind, at + len(words)
        return None


def listed(phrases: str) -> Iterable[str]:
    """The phrases of a list that is written with semicolons between them."""
    return (phrase.strip() for phrase in phrases.split(";") if phrase.strip())
