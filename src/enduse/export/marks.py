"""Cuts a claim's quote at its role spans, for formats that mark the roles in it."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

from enduse.model import Claim, Role


@dataclass(frozen=True, slots=True)
class Mark:
    """quote[start:end] stands in these roles; offsets count from the start of the quote."""

    start: int
    end: int
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """A mark begins here."""

    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """The mark that was opened last ends here."""

    roles: tuple[Role, ...]


def marks(claim: Claim) -> list[Mark]:
    """The claim's role spans as marks that lie apart or inside one another, in order of the text, outer before inner.

    Spans of equal extent are one mark with several roles; one that crosses another's end is cut in two there.
    """
    base, order = claim.sentence.start, list(Role)
    waiting = [
        (span.start - base, -(span.end - base), order.index(role))
        for role, spans in claim.roles.items()
        for span in spans
    ]
    heapq.heapify(waiting)
    found: list[Mark] = []
    ends: list[int] = []
    while waiting:
        start, negative_end, role = heapq.heappop(waiting)
        end = -negative_end
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and end > ends[-1]:
            heapq.heappush(waiting, (start, -ends[-1], role))
            heapq.heappush(waiting, (ends[-1], -end, role))
        elif found and (found[-1].start, found[-1].end) == (start, end):
            found[-1] = Mark(start, end, (*found[-1].roles, order[role]))
        else:
            found.append(Mark(start, end, (order[role],)))
            ends.append(end)
    return found


def pieces_of_quote(claim: Claim) -> Iterator[str | Opening | Closing]:
    """The quote as text with the beginnings and ends of its marks; the texts, joined, are the quote."""
    quote, at = claim.sentence.text, 0
    opened: list[Mark] = []
    for mark in [*marks(claim), Mark(len(quote), len(quote), ())]:
        while opened and opened[-1].end <= mark.start:
            yield from _text(quote, at, opened[-1].end)
            at = opened[-1].end
            yield Closing(opened.pop().roles)
        yield from _text(quote, at, mark.start)
        at = mark.start
        if mark.roles:
            yield Opening(mark.roles)
            opened.append(mark)


def _text(quote: str, start: int, end: int) -> Iterator[str]:
    if start < end:
        yield quote[start:end]
