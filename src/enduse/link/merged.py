"""Makes events of what was grouped: with the reasons, and with what people called the same put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model.event import Event, Tie, TieBy
from ..model.joined import Joined
from ..model.record import Link, Sameness
from .compare import compare
from .fact import Fact
from .shelf import Card, Shelf


def merged(shelf: Shelf, roots: Iterable[str]) -> tuple[Event, ...]:
    """The events that hold these groups, in order: groups that people tie stand in one event."""
    reached, waiting = set[str](), sorted(roots)
    links: dict[tuple[str, str], Link] = {}
    while waiting:
        root = waiting.pop()
        if root in reached:
            continue
        reached.add(root)
        for member in shelf.members(root):
            for other, link in shelf.judged(member).items():
                if shelf.has(other):
                    links[link.left, link.right] = link
                    if link.verdict is Sameness.SAME:
                        waiting.append(shelf.card(other).root)
    parts = Joined(reached)
    ties, said = _judged(shelf, links, parts)
    whole: dict[str, set[str]] = {}
    for root in reached:
        whole.setdefault(parts.name(root), set()).update(shelf.members(root))
    return tuple(
        _event(shelf, sorted(claims), ties, said) for claims in sorted(whole.values(), key=lambda claims: min(claims))
    )


def _judged(
    shelf: Shelf, links: Mapping[tuple[str, str], Link], parts: Joined[str]
) -> tuple[list[Tie], dict[str, set[str]]]:
    """Join what people called the same, the latest first; returns the ties, and in words what cannot be, by claim."""
    apart = [link for link in links.values() if link.verdict is Sameness.DIFFERENT]
    ties, said = [], dict[str, set[str]]()
    for link in sorted(links.values(), key=lambda link: (link.at, link.id), reverse=True):
        pair = f"{link.left} and {link.right}"
        one, other = (parts.name(shelf.card(id_).root) for id_ in (link.left, link.right))
        if link.verdict is Sameness.UNSURE:
            note = f"{link.by} is unsure whether {pair} are one act"
            said.setdefault(link.left, set()).add(note)
            said.setdefault(link.right, set()).add(note)
        elif link.verdict is Sameness.SAME and one != other:
            sides = [{parts.name(shelf.card(id_).root) for id_ in (a.left, a.right)} for a in apart]
            if {one, other} in sides:
                note = f"{link.by} calls {pair} the same; other judgements keep them apart"
                said.setdefault(link.left, set()).add(note)
            else:
                why = f"{link.by} calls them the same" + f": {link.why}" * bool(link.why)
                ties.append(Tie(link.left, link.right, TieBy.PERSON, why))
                parts.join(one, other)
    return ties, said


def _event(shelf: Shelf, claims: list[str], judged: Iterable[Tie], said: Mapping[str, set[str]]) -> Event:
    cards = [shelf.card(id_) for id_ in claims]
    ties = [tie for tie in judged if tie.left in claims]
    ties += [tie_of(card.fact, shelf.card(card.parent).fact) for card in cards if card.parent is not None]
    notes = {note for card in cards for note in _notes(card)} | {note for id_ in claims for note in said.get(id_, ())}
    ties.sort(key=lambda tie: (tie.left, tie.right))
    return Event(cards[0].fact.type, tuple(claims), tuple(ties), tuple(sorted(notes)))


def _notes(card: Card) -> Iterable[str]:
    if card.torn:
        fields = " and no ".join(card.torn)
        yield f"{card.fact.id} names no {fields}, and fits several acts that do; it was given to none"
    if card.full:
        yield f"{card.fact.id} fits the event of {card.full} too, which holds as many claims as an event may"


def tie_of(left: Fact, right: Fact) -> Tie:
    """Why two claims were joined."""
    comparison, (one, other) = compare(left, right), sorted((left.id, right.id))
    if comparison.fits:
        return Tie(one, other, TieBy.FIELDS, "; ".join(comparison.why))
    return Tie(one, other, TieBy.WORDING, "; ".join(("the same sentence in both", *comparison.why)))
