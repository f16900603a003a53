"""Cuts texts into words to search by, and reads what a person asks for into the search language of a store."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import UsageError

NEAR = 10
"""Words that may stand between two that are NEAR each other, where no number is given."""

MOST_ASKED = 64
"""Words, operators and brackets that may be asked for at once; SQLite refuses what is nested nearly 100 deep."""

_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r'"([^"]*)"|([()])|([^\s()"]+)')
_NEAR = re.compile(r"NEAR(?:/(\d{1,3}))?$")


def fold(text: str) -> str:
    """Lower case without accents, so that a word is found however it is written."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return _WORD.findall(fold(text))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row; the last one may be the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Two phrases with so many words between them at most, in either order."""

    left: Phrase
    right: Phrase
    within: int


@dataclass(frozen=True, slots=True)
class Both:
    """AND, OR or NOT of two conditions."""

    operator: str
    left: Query
    right: Query


Query = Phrase | Near | Both


def parse(asked: str) -> Query:
    """Read words, "phrases", prefix*, AND, OR, NOT, NEAR, NEAR/5 and brackets; words side by side are AND.

    Raises UsageError where it cannot be read.
    """
    tokens = [(m[1], m[2] or m[3]) for m in _TOKEN.finditer(asked)]
    if len(re.findall('"', asked)) % 2:
        raise UsageError(f"the words {asked!r} have a quotation mark without its other half")
    if not tokens:
        raise UsageError("there are no words to search for; give at least one")
    if len(tokens) > MOST_ASKED:
        raise UsageError(f"{len(tokens):,} words and operators are too many to search for; give {MOST_ASKED} at most")
    near = next((plain for _, plain in tokens if plain and plain.startswith("NEAR/") and not _NEAR.match(plain)), None)
    if near:
        raise UsageError(f"{near!r} has no number of words from 0 to 999; write NEAR/5")
    query, rest = _any(tokens, asked)
    if rest:
        raise UsageError(f"the words {asked!r} have a closing bracket too many")
    return query


_Tokens = Sequence[tuple[str | None, str | None]]


def _any(tokens: _Tokens, asked: str) -> tuple[Query, _Tokens]:
    left, rest = _all(tokens, asked)
    while rest and rest[0][1] == "OR":
        right, rest = _all(rest[1:], asked)
        left = Both("OR", left, right)
    return left, rest


def _all(tokens: _Tokens, asked: str) -> tuple[Query, _Tokens]:
    left, rest = _near(tokens, asked)
    while rest and rest[0][1] not in ("OR", ")"):
        operator = rest[0][1] if rest[0][1] in ("AND", "NOT") else None
        right, rest = _near(rest[1:] if operator else rest, asked)
        left = Both(operator or "AND", left, right)
    return left, rest


def _near(tokens: _Tokens, asked: str) -> tuple[Query, _Tokens]:
    left, rest = _one(tokens, asked)
    while rest and (match := _NEAR.match(rest[0][1] or "")):
        right, rest = _one(rest[1:], asked)
        if not isinstance(left, Phrase) or not isinstance(right, Phrase):
            raise UsageError(f"NEAR in {asked!r} must stand between two words or phrases")
        left = Near(left, right, int(match[1] or NEAR))
    return left, rest


def _one(tokens: _Tokens, asked: str) -> tuple[Query, _Tokens]:
    if not tokens:
        raise UsageError(f"the words {asked!r} end too early; a word is missing at the end")
    (quoted, plain), rest = tokens[0], tokens[1:]
    if plain == "(":
        inner, rest = _any(rest, asked)
        if not rest:
            raise UsageError(f"the words {asked!r} have a bracket without its other half")
        return inner, rest[1:]
    text = quoted if quoted is not None else plain or ""
    found = tuple(words(text))
    if not found or (quoted is None and (plain in ("AND", "OR", "NOT", ")") or _NEAR.match(text))):
        raise UsageError(f"the words {asked!r} have no word where {text!r} stands; put words in quotation marks")
    return Phrase(found, quoted is None and text.endswith("*")), rest


def fts5(query: Query, column: str | None = None) -> str:
    """Write a query in the language of SQLite's FTS5, in one column or in all."""
    written = _fts5(query)
    return f'"{column}" : ({written})' if column else written


def _fts5(query: Query) -> str:
    if isinstance(query, Phrase):
        return f'"{" ".join(query.words)}"' + "*" * query.prefix
    if isinstance(query, Near):
        return f"NEAR({_fts5(query.left)} {_fts5(query.right)}, {query.within})"
    return f"({_fts5(query.left)} {query.operator} {_fts5(query.right)})"


def tsquery(query: Query, column: str = "") -> str:
    """Write a query in the language of PostgreSQL's tsquery; column as in `tsvector`."""
    if isinstance(query, Phrase):
        last = len(query.words) - 1
        parts = [_quoted(column + word) + ":*" * (query.prefix and n == last) for n, word in enumerate(query.words)]
        return f"({' <-> '.join(parts)})" if last else parts[0]
    left, right = tsquery(query.left, column), tsquery(query.right, column)
    if isinstance(query, Near):
        apart = range(1, query.within + 2)
        near = " | ".join([f"{a} <{n}> {b}" for a, b in ((left, right), (right, left)) for n in apart])
        return f"({left} & {right} & ({near}))"  # without the first half it takes the words to be common
    return f"({left} {({'AND': '&', 'OR': '|', 'NOT': '& !'})[query.operator]} {right})"


MOST_POSITIONS = 250
MOST_WORDS = 16_000
"""What PostgreSQL keeps of a text: positions of one word, and words; later ones are not found in phrases."""


def tsvector(columns: Sequence[tuple[str, str]]) -> str:
    """Write words with their places as a literal of PostgreSQL's tsvector; each column's words carry its name."""
    places: dict[str, list[int]] = {}
    at = 0
    for column, text in columns:
        for word in words(text):
            at += 1
            if len(word) <= 500:
                known = places.setdefault(column + word, [])
                if len(known) < MOST_POSITIONS:
                    known.append(min(at, MOST_WORDS))
        at += NEAR * NEAR
    return " ".join(f"{_quoted(word)}:{','.join(map(str, dict.fromkeys(found)))}" for word, found in places.items())


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
