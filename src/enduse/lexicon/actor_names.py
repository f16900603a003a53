"""Spells names of actors so that "Jabhat al-Nusra" and "Jabhat an-Nusra", "Hezbollah" and "Hizbullah" are one key."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .folding import fold

_WORD = re.compile(r"[^\W_]+(?:['’`ʿ][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’`]s\b|(?<=s)['’](?!\w)", re.IGNORECASE)
_APOSTROPHES = re.compile("['’`ʿ]")

_SILENT = frozenset({"the", "al", "el"})
"""Words that a name may have or not ("the Kremlin", "al-Nusra")."""

_SILENT_AT_HYPHEN = frozenset({"an", "ar", "as", "ash", "ad", "at", "ul", "ud", "ur", "ez", "az", "e", "i", "yi", "ye"})
"""Arabic and Persian articles and links, which only a hyphen tells from an English word ("an-Nusra", "Hezb-e")."""

_SPELLINGS = {
    "labor": "labour", "defense": "defence", "center": "centre", "centers": "centres", "program": "programme",
    "organization": "organisation", "organizations": "organisations", "organized": "organised",
    "mobilization": "mobilisation", "stabilization": "stabilisation", "neighboring": "neighbouring",
    "neighbors": "neighbours", "armored": "armoured", "saint": "st", "jaish": "jaysh", "jeish": "jaysh",
    "jeysh": "jaysh", "hizbullah": "hezbollah", "hizballah": "hezbollah", "hizbollah": "hezbollah",
    "hezballah": "hezbollah", "hezbullah": "hezbollah", "fateh": "fatah", "fath": "fatah", "qaida": "qaeda",
    "kaida": "qaeda", "kaeda": "qaeda", "kataeb": "kataib", "ketaib": "kataib", "wal": "wa",
    "mohammad": "mohammed", "muhammad": "mohammed", "mohamed": "mohammed", "izzedine": "izzedin", "taleban": "taliban",
    "shaabi": "shabi", "haiat": "hayat", "hayet": "hayat",
    "deen": "din", "dine": "din", "eddine": "din", "shia": "shiite", "shias": "shiites",
    "moslem": "muslim", "daish": "daesh", "daash": "daesh",
}  # fmt: skip


class Word(NamedTuple):
    """One word of a text.

    key: how the register spells it, empty where a name may have it or not.
    capital: whether it begins with one, or with a digit; upper: whether it has no small letter.
    owner: whether "'s" stands behind it.
    """

    key: str
    written: str
    start: int
    end: int
    capital: bool
    upper: bool
    owner: bool


def words(text: str) -> list[Word]:
    """Cut a text into words, hyphens and slashes between them; "'s" is kept as a mark of the word before it."""
    owners: set[int] = set()
    if "'" in text or "’" in text or "`" in text:
        owners = {match.start() for match in _POSSESSIVE.finditer(text)}
        text = _POSSESSIVE.sub(lambda match: " " * len(match[0]), text)
    found = []
    for match in _WORD.finditer(text):
        written, end = match[0], match.end()
        start = match.start()
        joined = (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum()) or text[start - 1 : start] == "-"
        silent = joined and (written.islower() or len(written) > 1)
        found.append(
            Word(
                _spell(written, silent),
                written,
                start,
                end,
                not written[0].islower(),
                written.isupper() or written.isdigit(),
                end in owners,
            )
        )
    return found


def key(name: str) -> str:
    """How the register spells a name: its words without what stands between them."""
    if name.isalpha() and name.isascii():
        return _spell(name, False)
    return "".join([word.key for word in words(name)])


@cache
def _spell(written: str, at_hyphen: bool) -> str:
    word = fold(_APOSTROPHES.sub("", written))
    if word in _SILENT or (at_hyphen and word in _SILENT_AT_HYPHEN):
        return ""
    return _SPELLINGS.get(word, word)
