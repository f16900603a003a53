"""Puts the places of events where the register of places has them, as precisely as the text names them and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from enduse.model import ClaimType, Role
from enduse.model.kept import ClaimFilter, KeptClaim

from .acts import newest_acts
from .linking import grouped

WHAT = {
    ClaimType.TRANSFER: "place of a transfer", ClaimType.DIVERSION: "place of a diversion",
    ClaimType.HOLDING: "place of a holding", ClaimType.INTERDICTION: "place of a seizure",
    ClaimType.CEASEFIRE: "place of a ceasefire",
}  # fmt: skip


class PlaceTold(NamedTuple):
    """A place, and how many acts are told of there in one status and one stance.

    precision: country, region, town or site. lat, lon: None where the register has none. code: None where the words
    are not in the register.
    """

    code: str | None
    name: str
    precision: str
    country: str | None
    lat: float | None
    lon: float | None
    what: str
    status: str
    stance: str
    events: int


class PlacesTold(NamedTuple):
    """Places, those of most acts first. read: acts that were looked at. unplaced: those of them that name no place.

    more: whether there are more acts than were looked at.
    """

    places: tuple[PlaceTold, ...]
    read: int
    unplaced: int
    more: bool


def places_told(where: str, asked: ClaimFilter, *, limit: int) -> PlacesTold:
    """The places of the events of a filter, of so many whose claims were added last."""
    with grouped(where, asked.as_of) as groups:
        acts = newest_acts(groups, asked, limit)
    counted: Counter[tuple[str | None, str, str, str, str]] = Counter()
    unplaced = 0
    for claims in acts.claims:
        told = {key for kept in claims for key in _of_claim(kept)}
        counted.update(told)
        unplaced += not told
    places = tuple(_put(*key, number) for key, number in counted.most_common())
    return PlacesTold(places, len(acts.claims), unplaced, acts.more)


def _of_claim(kept: KeptClaim) -> Iterator[tuple[str | None, str, str, str, str]]:
    claim = kept.claim
    for filler, span in enumerate(claim.roles.get(Role.PLACE, ())):
        code = next(
            (r.code for r in kept.resolutions if r.role is Role.PLACE and r.filler == filler and r.scheme == "place"),
            None,
        )  # fmt: skip
        yield code, "" if code else span.text, WHAT[claim.type], str(claim.status or claim.state), claim.stance.value


def _put(code: str | None, words: str, what: str, status: str, stance: str, events: int) -> PlaceTold:
    from enduse.lexicon.places import WORLD, open_places

    register = open_places()
    try:
        place = register.place(code) if code else None
        country = register.country_of(code) if code else None
    except KeyError:
        place = country = None
    if place is None:
        return PlaceTold(code, words or str(code), "site", None, None, None, what, status, stance, events)
    return PlaceTold(
        code, place.name, place.level, country if country != WORLD else None, place.lat, place.lon, what, status,
        stance, events,
    )  # fmt: skip
