"""Reads of a sentence what names one piece, one lot or one shipment: serial numbers, lot numbers, named carriers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.custody import Identity, Mark

_NUMBER = r"(?:numbers?|nos?\b\.?|#)"
_VALUE = r"[A-Za-z0-9][A-Za-z0-9/.-]*"
_LISTED = rf"{_VALUE}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){_VALUE})*"
_SERIAL = re.compile(rf"\bserial\s+{_NUMBER}\s*(?:(?:is|was|were|are|of|:)\s+)?(?P<values>{_LISTED})", re.IGNORECASE)
_LOT = re.compile(rf"\b(?:lot|batch)\s+{_NUMBER}\s*(?:(?:is|was|:)\s+)?(?P<values>{_LISTED})", re.IGNORECASE)

_CARRIERS = "ship|vessel|freighter|trawler|dhow|tanker|ferry|coaster|barge|boat|steamer"
_NAME = r"[A-Z][\w'’.-]*(?:\s+(?:[A-Z][\w'’.-]*|\d+))*"
_SHIP = re.compile(rf"\b(?:{_CARRIERS})\s*,?\s+(?:(?:called|named|known as)\s+)?(?:the\s+)?[\"“‘']?(?P<values>{_NAME})")
_PREFIXED = re.compile(rf"\b(?:M/?V|MS|SS)\s+[\"“‘']?(?P<values>{_NAME})")
_ABOARD = re.compile(
    rf"\b(?:aboard|on board)\s+(?:the\s+)?[\"“‘']?(?P<values>{_NAME})[\"”’']?"
    r"(?=\s*(?:$|[,.;:)]|(?:was|were|is|had|has|in|at|on|off|from|to|bound|by|as|when|and)\b))"
)
_FLIGHT = re.compile(r"\b[Ff]light\s+(?:number\s+|no\.?\s+)?(?P<values>[A-Z]{1,3}[ -]?\d{2,4})\b")
_CONTAINER = re.compile(r"\b[Cc]ontainer\s+(?:number\s+|no\.?\s+)?(?P<values>[A-Z]{4}\s?\d{6,7})\b")

_READ = (
    (Identity.SERIAL, (_SERIAL,)), (Identity.LOT, (_LOT,)),
    (Identity.SHIPMENT, (_SHIP, _PREFIXED, _ABOARD, _FLIGHT, _CONTAINER)),
)  # fmt: skip
_NO_NAME = re.compile(
    r"(?:The|It|He|She|They|We|On|In|At|And|But|USS|HMS|INS|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|"
    r"March|April|May|June|July|August|September|October|November|December)\b"
)
"""What may follow "the ship" and is no name; a warship carries its own navy's arms, and names no shipment."""

LEAST_LETTERS = {Identity.SERIAL: 4, Identity.LOT: 3}
"""Shorter numbers are shared by too many pieces and lots."""

_SPLIT = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")


def marks_of(sentence: str) -> tuple[Mark, ...]:
    """The marks of a sentence, each with the words that give it; a number without its word ("No. 5") is none."""
    found = {(mark.identity, mark.value): mark for mark in _marks(sentence)}
    return tuple(found.values())


def _marks(sentence: str) -> Iterator[Mark]:
    for identity, patterns in _READ:
        for pattern in patterns:
            for match in pattern.finditer(sentence):
                for words in _named(identity, match["values"]):
                    yield Mark(identity, _compared(words), words, match[0].strip())


def _named(identity: Identity, words: str) -> Iterator[str]:
    """The numbers or the name in these words; a serial or lot number has a digit."""
    if identity is Identity.SHIPMENT:
        if not _NO_NAME.match(words):
            yield words
        return
    for number in _SPLIT.split(words):
        if len(_compared(number)) >= LEAST_LETTERS[identity] and any(map(str.isdigit, number)):
            yield number


def _compared(words: str) -> str:
    """Without spaces, quotes and capitals."""
    return re.sub(r"[^a-z0-9/-]", "", words.casefold())
