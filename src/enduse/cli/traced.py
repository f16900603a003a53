"""Draws custody: chains with their gaps, links that stand alone, what is compatible, and what makes no link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from enduse.model.custody import NOTICE, Chain, Custody, CustodyLink, Holder, Identity, LinkKind, Point, Said

from .palette import ALLEGED
from .printed import counted
from .table import NARROWEST, drawn
from .visible import visible

SHOWN = 40
"""Links, and claims that make none, that are drawn of each kind; the rest are counted."""

MOST_COUNTED = 10_000
"""Claims up to which a ledger counts them."""

IDENTITY_WORDS = {
    Identity.SERIAL: "serial number", Identity.LOT: "lot", Identity.SHIPMENT: "named shipment",
    Identity.PERSON: "a person's judgement", Identity.WORDS: "the same words of one sentence",
    Identity.MODEL_PLACE_MONTH: "model, place and month", Identity.MODEL: "model and holder", Identity.CLASS: "class",
}  # fmt: skip


def custody_blocks(found: Custody, width: int, colour: bool) -> Iterator[str]:
    """Draw what is told of custody, the sentence on malpractice first."""
    width = max(width, NARROWEST)
    view = _View(found)
    yield drawn(list(_head(found)), width, colour)
    for number, chain in enumerate(found.chains, 1):
        yield drawn([Text(f"chain {number}: links of the same arms", "bold"), *view.chain(chain)], width, colour)
    alone = [link for link in found.links if link.id not in view.chained]
    moves = [link for link in alone if link.kind is not LinkKind.HOLDING]
    holdings = [link for link in alone if link.kind is LinkKind.HOLDING]
    for title, links in (
        ("links that are joined to no other; what lies between them is a gap", moves),
        ("told to have them; how they got them is not found", holdings),
    ):
        if links:
            lines = [line for link in links[:SHOWN] for line in view.link(link)]
            yield drawn([Text(title, "bold"), *lines, *_more(len(links) - SHOWN, "link")], width, colour)
    if found.apart:
        lines = [line for said in found.apart[:SHOWN] for line in apart_lines(said)]
        heading = Text("not told as done, or denied: no link, and nobody's holding", "bold")
        yield drawn([heading, *lines, *_more(len(found.apart) - SHOWN, "claim")], width, colour)
    if found.left_out or found.class_only or found.more:
        yield drawn(list(_left_out(found)), width, colour)


class _View:
    """Links by their number on the page, so that one can point to another."""

    def __init__(self, found: Custody) -> None:
        self._links = {link.id: link for link in found.links}
        self._number = {link.id: number for number, link in enumerate(found.links, 1)}
        self._points = {point.link: point for point in found.points}
        self._pairs = found.compatible
        self.chained = {id_ for chain in found.chains for id_ in chain.links}

    def chain(self, chain: Chain) -> Iterator[RenderableType]:
        for at, id_ in enumerate(chain.links):
            if chain.gaps[at]:
                yield _in(2, Text(f"… gap: {visible(chain.gaps[at])}", "yellow"))
            yield from self.link(self._links[id_])
        yield _in(2, Text(f"… gap: {visible(chain.gaps[-1])}", "yellow"))
        for joint in chain.joints:
            pair = f"[{self._number[joint.left]}] = [{self._number[joint.right]}]"
            yield _in(2, Text(f"{pair} by {IDENTITY_WORDS[joint.identity]}: {visible(joint.why)}", "bold"))

    def link(self, link: CustodyLink) -> Iterator[RenderableType]:
        yield _in(2, _link_head(link, self._number[link.id]))
        for said in link.said:
            if len(link.said) + len(link.denied) > 1:
                yield _in(6, _own(said))
            yield from said_lines(said, 6)
        for said in link.denied:
            yield _in(6, Text("✕ DENIED ", "bold red").append_text(_own(said)))
            yield from said_lines(said, 6)
        yield _in(6, Text(_backing(link), "dim"))
        if (point := self._points.get(link.id)) is not None:
            yield _in(6, _point(point))
        for pair in self._pairs:
            if link.id in (pair.left, pair.right):
                other = self._number[pair.right if pair.left == link.id else pair.left]
                said_ = f"compatible with [{other}], not joined: {IDENTITY_WORDS[pair.identity]}: {pair.why}"
                yield _in(6, Text(visible(said_), "dim"))


def said_lines(said: Said, indent: int) -> Iterator[RenderableType]:
    """A claim: its sentence, its conditions, and who says it where and when."""
    told = said.told
    yield _in(indent, Text(f"“{visible(told.quote)}”", "italic"))
    for condition in said.roles.get("condition", ()):
        yield _in(indent, Text(f"IF: {visible(condition)}", "bold yellow"))
    source = told.chain or (told.source if told.source == told.outlet else f"{told.outlet} ← {told.source}")
    document = said.documents[0].name if said.documents else "no live document"
    line = f"{told.day or 'undated'}  {source}  {document}  {told.claim}"
    yield _in(indent, Text(visible(line), "dim"))


def apart_lines(said: Said) -> Iterator[RenderableType]:
    """A claim that tells of nothing done: its sign and label before its sentence."""
    told = said.told
    denied = told.stance == "denied"
    sign, style = ("✕", "red") if denied or told.label in ("refused", "halted") else ("○", "italic yellow")
    stance = "" if told.stance == "stated" else f" {told.stance}"
    yield _in(2, Text(f"{sign} {told.label.replace('_', ' ')}{stance}", style))
    yield from said_lines(said, 4)


def _head(found: Custody) -> Iterator[RenderableType]:
    alleged = sum(link.alleged for link in found.links)
    contested = sum(link.contested for link in found.links)
    yield Text(f"custody: {visible(found.understood)}", "bold")
    yield Text(
        f"{_counted(found.found)} in this ledger of what is asked; {found.read:,} read, with those that lead on; "
        f"{counted(len(found.links), 'link')} told as done, {alleged} of them only alleged, {contested} denied by "
        f"somebody; {counted(len(found.chains), 'chain')}",
        "dim",
    )
    yield Text(NOTICE)


def _counted(number: int) -> str:
    """Claims are counted no further than the ledger does."""
    return f"more than {MOST_COUNTED:,} claims" if number > MOST_COUNTED else counted(number, "claim")


def _link_head(link: CustodyLink, number: int) -> Text:
    text = Text.assemble((f"[{number}] ", "bold"))
    text.append("◐ ALLEGED " if link.alleged else "● ", ALLEGED if link.alleged else "bold green")
    text.append(link.kind.upper(), "bold").append(f" ({link.mode})" if link.mode else "")
    if link.kind is LinkKind.HOLDING:
        text.append(f"  {_names(link.after)}")
    else:
        text.append(f"  {_names(link.before)} → {_names(link.after)}")
    text.append(f" · {visible(', '.join(arms.words for arms in link.arms))}", "green")
    for label, words in (("", link.quantities), ("via ", link.via), ("at ", link.places)):
        text.append(f" · {label}{visible(', '.join(words))}" if words else "")
    text.append(f" · meant for {_names(link.intended)}" if link.intended else "")
    return text.append(f" · {_days(link)}", "dim")


def _names(holders: Sequence[Holder]) -> str:
    """Each in its words, with the register's name where it is another one; "?" where nobody is named."""
    shown = []
    for holder in holders:
        other = holder.name and holder.name.casefold() not in holder.words.casefold()
        shown.append(visible(holder.words + (f" ‹{holder.name}›" if other else "")))
    return ", ".join(shown) or "?"


def _days(link: CustodyLink) -> str:
    if link.start is None:
        return "when is not known"
    days = f"{link.start}" if link.end in (None, link.start) else f"{link.start} to {link.end}"
    return days if link.dated else f"published {days}"


def _own(said: Said) -> Text:
    """What one of several claims of a link says by itself."""
    roles = said.roles
    giver, taker = (next((roles[role] for role in names if role in roles), ()) for names in (_GIVERS, _TAKERS))
    parties = " → ".join(", ".join(words) or "?" for words in (giver, taker))
    words = [parties, *(", ".join(roles[role]) for role in ("weapon", "quantity", "place", "time") if role in roles)]
    stance = "" if said.told.stance == "stated" else f"{said.told.stance}: "
    return Text(visible(stance + " · ".join(words)), "dim")


_GIVERS, _TAKERS = ("supplier", "from"), ("recipient", "to", "agent", "holder")


def _backing(link: CustodyLink) -> str:
    found = link.backing
    numbers = f"{counted(found.documents, 'document')}, {counted(found.reports, 'independent report')}"
    return f"{numbers}, roots [{found.roots[0]}, {found.roots[1]}]"


def _point(point: Point) -> Text:
    if point.holder is None:
        return Text(f"point of diversion not named: {visible(point.why)}", "yellow")
    return Text(f"point of diversion: in the hands of {visible(point.holder)}; {point.why}", "bold")


def _left_out(found: Custody) -> Iterator[RenderableType]:
    yield Text("left out", "bold")
    for left in found.left_out:
        yield _in(2, Text(f"{counted(len(left.claims), 'claim')}: {left.reason}", "dim"))
    if found.class_only:
        pairs = counted(found.class_only, "pair")
        yield _in(
            2, Text(f"{pairs} of links have a holder and a class in common, and no model: nothing is said", "dim")
        )
    if found.more:
        yield _in(2, Text(f"{counted(found.more, 'more pair')} of links are compatible; narrow what you ask", "dim"))


def _more(number: int, what: str) -> Iterable[RenderableType]:
    return [_in(2, Text(f"and {counted(number, what)} more; --format jsonl has all", "dim"))] if number > 0 else []


def _in(columns: int, text: Text) -> Padding:
    return Padding(text, (0, 0, 0, columns))
