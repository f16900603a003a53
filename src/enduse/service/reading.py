"""Reads the claims of files and folders: documents from the one room, claims from the other, and a report of both."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from enduse.errors import InputError, UsageError
from enduse.model import ClaimType, Document, Extraction, Reading

from .chunks import Item
from .readers import resolving_reader
from .report import FAILED, RunReport
from .workers import MakeReader, read_here, read_in_workers


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are asked for; the others are counted as left out.

    types: None for all. min_score: 0 to 1.
    """

    types: frozenset[ClaimType] | None = None
    min_score: float = 0.0

    def __post_init__(self) -> None:
        if not 0 <= self.min_score <= 1:
            raise UsageError(f"min_score is {self.min_score:g}; it must lie between 0 and 1")

    @classmethod
    def of(cls, types: Iterable[str] | None, min_score: float) -> Wanted:
        """Check names of types, given as several or as one text with commas; UsageError names those that there are."""
        if types is None:
            return cls(None, min_score)
        names = [name.strip() for name in (types.split(",") if isinstance(types, str) else types)]
        for name in names:
            if name not in list(ClaimType):
                raise UsageError(f"no claim type named {name!r}; there are: {', '.join(ClaimType)}")
        return cls(frozenset(map(ClaimType, names)), min_score)

    def objection(self, extraction: Extraction) -> str | None:
        """Why this one is left out; None when it is wanted."""
        if self.types is not None and extraction.claim.type not in self.types:
            return "of another type"
        if extraction.score < self.min_score:
            return f"with a score under {self.min_score:g}"
        return None


class Run(Iterator[Reading | InputError]):
    """The readings of one call in order of input, an InputError in place of what could not be read.

    report: grows as the readings are taken.
    Closing it, or leaving it as a context, ends its workers; taking all of it does so too.
    """

    def __init__(self, outcomes: Generator[Reading | InputError, None, None], wanted: Wanted) -> None:
        self.report = RunReport()
        self._outcomes = outcomes
        self._wanted = wanted
        self._started: float | None = None

    def __next__(self) -> Reading | InputError:
        if self._started is None:
            self._started = time.perf_counter()
        try:
            outcome = next(self._outcomes)
        finally:
            self.report.seconds = time.perf_counter() - self._started
        if isinstance(outcome, InputError):
            self.report.leave_out(FAILED, outcome.where)
            return outcome
        return self._counted(outcome)

    def _counted(self, reading: Reading) -> Reading:
        kept = []
        for extraction in reading.extractions:
            objection = self._wanted.objection(extraction)
            if objection is None:
                kept.append(extraction)
            else:
                self.report.leave_out(objection, extraction.claim.id)
        self.report.documents += 1
        self.report.without_claims += not kept
        self.report.characters += len(reading.document.text)
        self.report.claims.update(extraction.claim.type for extraction in kept)
        ids = {extraction.claim.id for extraction in kept}
        resolved = {id_: claim for id_, claim in reading.resolved.items() if id_ in ids}
        return Reading(reading.document, tuple(kept), resolved)

    def close(self) -> None:
        """Stop reading and end the workers."""
        self._outcomes.close()

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def read_documents(
    items: Iterable[Item],
    *,
    workers: int = 1,
    types: Iterable[str] | None = None,
    min_score: float = 0.0,
    make_reader: MakeReader = resolving_reader,
) -> Run:
    """Read documents that are at hand; an InputError among them is passed on in its place.

    Raises UsageError at once for a type, score or number of workers that cannot be; nothing is read before the
    first reading is taken, and memory does not grow with the number of documents.
    """
    if workers < 1:
        raise UsageError(f"workers is {workers}; at least 1 is needed")
    wanted = Wanted.of(types, min_score)
    return Run(_outcomes(items, make_reader, workers), wanted)


def read(
    paths: Sequence[str],
    *,
    workers: int = 1,
    types: Iterable[str] | None = None,
    min_score: float = 0.0,
    stdin: BinaryIO | None = None,
    make_reader: MakeReader = resolving_reader,
) -> Run:
    """Read files, folders and, for "-", stdin; as read_documents otherwise."""
    from enduse.intake.inputs import documents

    items = documents(paths, stdin=stdin)
    return read_documents(items, workers=workers, types=types, min_score=min_score, make_reader=make_reader)


def read_text(
    text: str,
    *,
    title: str | None = None,
    date: str | None = None,
    source: str | None = None,
    make_reader: MakeReader = resolving_reader,
) -> Reading:
    """Read one text; an InputError of it is raised, for there is no other document to go on with."""
    document = Document(id="", text=text, title=title, published_on=date, publisher=source)
    outcome = next(read_documents([document], make_reader=make_reader))
    if isinstance(outcome, InputError):
        raise outcome
    return outcome


def _outcomes(
    items: Iterable[Item], make_reader: MakeReader, workers: int
) -> Generator[Reading | InputError, None, None]:
    if workers == 1:
        yield from read_here(items, make_reader)
    else:
        yield from read_in_workers(items, make_reader, workers)
