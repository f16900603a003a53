"""Tells which articles are copies of one another, how, and which of them is the earliest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from ..errors import UsageError
from ..model import Document
from ..model.copy import Copy, CopyKind
from .shingles import longest_run, overlap, shingles
from .signature import Signature, bands, may_overlap, signature

__all__ = ["Fold", "Signature", "bands", "compare", "jaccard", "may_overlap", "signature"]

NEAR_AT = 0.50
"""Jaccard index from which articles of different outlets are one report. More than half, so that a digest of two
stories can be a near copy of one of them at most. Read in bands on 33,000 articles: decision on copies."""

CONTAINED_AT = 0.75
"""Share of the shorter article's runs from which it stands whole in the longer one (decision on copies)."""

SAME_OUTLET_NEAR_AT, SAME_OUTLET_CONTAINED_AT = 0.85, 0.92
"""The same two figures within one outlet, which uses its own forms and paragraphs again (decision on copies)."""

SAME_OUTLET_DAYS = 3
"""Days between two articles of one outlet from which only an exact copy is one report (decision on copies)."""

LEAST_WORDS = 30
"""Words below which only exact copies are told: five words more or less are no longer the same report."""

LEAST_QUOTED_WORDS = 50
"""Words below which an article that stands whole in another is not told: a statement, a caption, a standing note."""


def jaccard(left: str, right: str) -> float:
    """Give the exact Jaccard index of the five-word runs of two texts, 0 to 1."""
    return overlap(shingles(left), shingles(right))[0]


def compare(left: Document, right: Document) -> Copy | None:
    """Tell whether one document repeats the other; None if they only share a subject, a name or a form.

    The answer is the same in either order. Dates and outlets count: what an outlet prints again days later with other
    numbers is a form that it fills in, and no copy.
    """
    mine, yours = shingles(left.text), shingles(right.text)
    if left.id == right.id or not mine.words or not yours.words:
        return None
    earlier, later = sorted((left, right), key=_age)
    if mine.digest == yours.digest:
        run = longest_run(later.text, earlier.text)
        return Copy(later.id, earlier.id, CopyKind.EXACT, 1.0, 1.0, 1.0, run)
    shortest = min(mine.words, yours.words)
    thresholds = _thresholds(left, right)
    if shortest < LEAST_WORDS or thresholds is None:
        return None
    index, contained = overlap(mine, yours)
    near_at, contained_at = thresholds
    if index >= near_at:
        kind, threshold = CopyKind.NEAR, near_at
    elif contained >= contained_at and shortest >= LEAST_QUOTED_WORDS:
        quoted = len(shingles(earlier.text).runs) < len(shingles(later.text).runs)
        kind, threshold = CopyKind.QUOTES if quoted else CopyKind.EXCERPT, contained_at
    else:
        return None
    return Copy(later.id, earlier.id, kind, index, contained, threshold, longest_run(later.text, earlier.text))


class Fold:
    """Groups documents that are one report, and names the earliest of each group.

    A group is what near and exact copies tie together, directly or through others. So it hangs neither on the order in
    which documents arrive nor on how they are handed in. Only what was added or joined is held.
    """

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._age: dict[str, tuple[bool, float, str]] = {}

    def know(self, document_id: str, published_on: str | None) -> None:
        """Take in a document by its id and date alone, as a ledger has them; twice is once."""
        if document_id not in self._parent:
            self._parent[document_id] = document_id
            self._members[document_id] = [document_id]
            self._age[document_id] = _age_of(document_id, published_on)

    def join(self, copy: Copy) -> None:
        """Take in a copy that was found before; both documents must be known. A quote or an excerpt ties nothing."""
        if not copy.same_report:
            return
        kept, gone = self._root(copy.id), self._root(copy.of)
        if kept == gone:
            return
        if len(self._members[kept]) < len(self._members[gone]):
            kept, gone = gone, kept
        self._members[kept] += self._members.pop(gone)
        self._parent[gone] = kept

    def add(self, document: Document, candidates: Iterable[Document]) -> list[Copy]:
        """Take in a document; give what it repeats among the candidates, or what among them repeats it.

        candidates: the documents that an index of `bands` gives for it; others that are handed in are compared too.
        """
        self.know(document.id, document.published_on)
        found = []
        for candidate in candidates:
            self.know(candidate.id, candidate.published_on)
            if copy := compare(document, candidate):
                self.join(copy)
                found.append(copy)
        return sorted(found, key=lambda copy: (copy.of, copy.id))

    def group(self, document_id: str) -> tuple[str, ...]:
        """The ids of one report, the earliest first; documents without a date stand last, in the order of their ids."""
        return tuple(sorted(self._members[self._root(document_id)], key=self._age.__getitem__))

    def earliest(self, document_id: str) -> str:
        """The id of the earliest document of the report; the document's own id if it is, or has no copy."""
        return min(self._members[self._root(document_id)], key=self._age.__getitem__)

    def _root(self, document_id: str) -> str:
        root = document_id
        try:
            while (parent := self._parent[root]) != root:
                self._parent[root] = root = self._parent[parent]
        except KeyError:
            raise UsageError(f"document {document_id} is not known to this fold; add it first") from None
        return root


def _thresholds(left: Document, right: Document) -> tuple[float, float] | None:
    """The least Jaccard index and the least share contained; None for what can be an exact copy only."""
    outlets = {(document.publisher or "").strip().casefold() for document in (left, right)}
    if len(outlets) > 1 or outlets == {""}:
        return NEAR_AT, CONTAINED_AT
    first, second = _instant(left.published_on), _instant(right.published_on)
    if first is None or second is None or abs((first.date() - second.date()).days) > SAME_OUTLET_DAYS:
        return None
    return SAME_OUTLET_NEAR_AT, SAME_OUTLET_CONTAINED_AT


def _age(document: Document) -> tuple[bool, float, str]:
    return _age_of(document.id, document.published_on)


def _age_of(document_id: str, published_on: str | None) -> tuple[bool, float, str]:
    """What orders documents: the dated ones by time, then those without a date; equals by their ids."""
    instant = _instant(published_on)
    return (instant is None, instant.timestamp() if instant else 0.0, document_id)


def _instant(published_on: str | None) -> datetime | None:
    """A date as written; a day is its first instant, a time without a zone is UTC. None for what is not ISO 8601."""
    try:
        instant = datetime.fromisoformat((published_on or "").strip())
        return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
