"""Opens the words by which a text tells what sort of source a claimant is, on first use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from ..errors import SourceError
from ..model.credit import ClaimantClass
from .tables import read_lines
from .weapons import Word, key, words

COLUMNS = ("class", "use", "words", "basis")
USES = ("name", "head", "office")

_LONGEST_CAPITALS = 5
"""A name of so few capitals ("WHO", "IS") is only that when it is written in capitals."""


class Known(NamedTuple):
    """A stretch of words that the list knows, found[start:end]."""

    start: int
    end: int
    use: str
    claimant_class: ClaimantClass


@dataclass(frozen=True, slots=True)
class ClaimantWords:
    """The rows of claimants.tsv by key, a use each.

    capitals: keys of names that count in capitals only. longest: how many words the longest entry has.
    """

    names: Mapping[str, ClaimantClass]
    heads: Mapping[str, ClaimantClass]
    offices: Mapping[str, ClaimantClass]
    capitals: frozenset[str]
    longest: int

    def find(self, text: str, found: Sequence[Word]) -> list[Known]:
        """The longest stretches that the list knows, from left to right; names before heads and offices."""
        known: list[Known] = []
        at = 0
        while at < len(found):
            match = self._at(text, found, at)
            if match is not None:
                known.append(match)
            at = match.end if match is not None else at + 1
        return known

    def _at(self, text: str, found: Sequence[Word], at: int) -> Known | None:
        keys, spelled = [], ""
        for word in found[at : at + self.longest]:
            spelled += word.key
            keys.append(spelled)
        for length in range(len(keys), 0, -1):
            spelled = keys[length - 1]
            if found[at].capital and spelled in self.names:
                written = text[found[at].start : found[at + length - 1].end]
                capital = found[at + length - 1].capital
                if capital and (spelled not in self.capitals or written.replace(".", "").isupper()):
                    return Known(at, at + length, "name", self.names[spelled])
            if spelled in self.offices:
                return Known(at, at + length, "office", self.offices[spelled])
            if spelled in self.heads:
                return Known(at, at + length, "head", self.heads[spelled])
        return None


@cache
def open_claimants() -> ClaimantWords:
    """Open the list that ships with enduse; SourceError if it is absent or a row has not its columns."""
    path = Path(str(resources.files("enduse"))) / "data" / "registers" / "claimants.tsv"
    return claimant_words(rows_of(path))


def claimant_words(rows: Iterable[tuple[ClaimantClass, str, str]]) -> ClaimantWords:
    """Make the list of rows: class, use, words."""
    tables: dict[str, dict[str, ClaimantClass]] = {use: {} for use in USES}
    capitals = set()
    longest = 1
    for claimant_class, use, listed in rows:
        for entry in listed.split("; "):
            spelled = key(entry)
            tables[use].setdefault(spelled, claimant_class)
            longest = max(longest, len(words(entry)))
            letters = entry.replace(".", "")
            if use == "name" and letters.isupper() and len(letters) <= _LONGEST_CAPITALS:
                capitals.add(spelled)
    return ClaimantWords(tables["name"], tables["head"], tables["office"], frozenset(capitals), longest)


def rows_of(path: Path) -> Iterator[tuple[ClaimantClass, str, str]]:
    """The rows of a file: class, use, words; SourceError with its line for one that cannot be."""
    for number, line in enumerate(read_lines(path), 1):
        cells = line.split("\t")
        if not line or line.startswith("#") or tuple(cells) == COLUMNS:
            continue
        if len(cells) != len(COLUMNS) or cells[0] not in list(ClaimantClass) or cells[1] not in USES:
            raise SourceError(
                f"{path}:{number}: must have a claimant class, one of {', '.join(USES)}, words and a basis"
            )
        yield ClaimantClass(cells[0]), cells[1], cells[2]
