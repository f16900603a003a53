"""Asks a ledger who supplies whom with which class of arms in which year, as far as events tell."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from enduse.errors import MissingError
from enduse.model.flow import Flow
from enduse.model.kept import ClaimFilter

from .asking import LIMIT, moment
from .flow_book import Book, book_of
from .groups import MATCHES_SHOWN, Groups
from .ledgers import shown_name
from .linking import EventPage, grouped

NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True)
class FlowView:
    """A flow with the names of its supplier, recipient and class of arms; "not told" where the claims tell none."""

    flow: Flow
    supplier: str
    recipient: str
    weapon: str


@dataclass(frozen=True, slots=True)
class FlowPage:
    """Flows, those of the claims added last first. after: ask with it for the next page; None at the end."""

    flows: tuple[FlowView, ...]
    after: int | None


def flows(where: str, asked: ClaimFilter, *, limit: int = LIMIT, after: int | None = None) -> FlowPage:
    """A page of the flows that hold a claim which a filter lets through, each with the numbers of all its events.

    All that share their newest claim come on one page, so that a page may hold a few more than its limit.
    """
    shown: list[str] = []
    at, more = after, False
    with grouped(where, asked.as_of) as groups:
        book = book_of(groups)
        for id_, row in book.found(asked, after):
            if more := len(shown) >= limit and row != at:
                break
            shown.append(id_)
            at = row
        return FlowPage(tuple(_view(groups, book.whole(id_)) for id_ in shown), at if more else None)


def count_flows(where: str, asked: ClaimFilter, most: int) -> int:
    """How many flows hold a claim which a filter lets through; counted up to so many."""
    with grouped(where, asked.as_of) as groups:
        return sum(1 for _ in islice(book_of(groups).found(asked, None), most))


def flow(where: str, id_: str, *, as_of: str | None = None) -> FlowView:
    """The flow of an id, or of its beginning; MissingError where there is none, or several."""
    with grouped(where, moment(as_of) if as_of is not None else None) as groups:
        book = book_of(groups)
        return _view(groups, book.whole(_named(book, id_, where)))


def events_of_flow(
    where: str, id_: str, *, limit: int = LIMIT, after: int | None = None, as_of: str | None = None
) -> EventPage:
    """A page of the events of a flow, those of the claims added last first; the three numbers are of the page."""
    with grouped(where, moment(as_of) if as_of is not None else None) as groups:
        book = book_of(groups)
        found = book.events(_named(book, id_, where), after, limit + 1)
        shown = [stop.event for stop in found[:limit]]
        documents, reports = groups.numbers(shown)
        more = len(found) > limit
        return EventPage(
            tuple(groups.view(event) for event in shown), found[limit - 1].at if more else None, documents, reports,
            len(shown), more,
        )  # fmt: skip


def _named(book: Book, id_: str, where: str) -> str:
    found = book.beginning(id_) if id_ else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise MissingError(f"no flow {id_!r} in {shown_name(where)}; copy an id from `enduse flows`")
    shown = ", ".join(found[:MATCHES_SHOWN]) + (", …" if len(found) > MATCHES_SHOWN else "")
    raise MissingError(f"several flows begin with {id_!r}: {shown}; write more of the id")


def _view(groups: Groups, flow: Flow) -> FlowView:
    from enduse.lexicon.weapons import open_weapons

    classes = open_weapons().classes
    weapon = flow.weapon or NOT_TOLD
    if weapon in classes:
        weapon = classes[weapon].name
    written = _as_written(groups, flow)
    supplier, recipient = (written.get(code or "", party(code)) for code in (flow.supplier, flow.recipient))
    return FlowView(flow, supplier, recipient, weapon)


def _as_written(groups: Groups, flow: Flow) -> dict[str, str]:
    """The names that no register has, in the letters of a claim of the flow; by what stands for them."""
    from enduse.link.source import own_name

    if not any((code or "").startswith("=") for code in (flow.supplier, flow.recipient)):
        return {}
    found = {}
    for kept in groups.claims(flow.claims[:1]):
        for text in (span.text for fillers in kept.claim.roles.values() for span in fillers):
            name = own_name(text) or ""
            start = text.casefold().find(name)
            found[f"={name}"] = text[start : start + len(name)] if start >= 0 else text
    return found


def party(code: str | None) -> str:
    """The name of an actor; "not told" where there is no code."""
    from enduse.lexicon.actors import open_actors

    if code is None:
        return NOT_TOLD
    return open_actors().name_of(code) if open_actors().known(code) else code.removeprefix("=")
