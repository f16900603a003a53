"""Cuts a filler into the places it names and the small words that say how these lie to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..lexicon.place_names import ARTICLES, Word, joined, words
from ..lexicon.places import PlaceRegister

TOWN_WORDS = frozenset({
    "city", "town", "village", "suburb", "hamlet", "capital", "downtown", "municipality", "cities", "towns", "villages",
})  # fmt: skip
"""Words that say that a name is a town's."""

QUARTER_WORDS = frozenset({
    "neighborhood", "neighbourhood", "quarter", "district", "subdistrict", "raion", "area", "areas",
})  # fmt: skip
"""Words for a part of a town, or a district around it."""

REGION_WORDS = frozenset({
    "province", "governorate", "region", "oblast", "state", "countryside", "county", "provinces", "governorates",
    "regions", "oblasts", "republic", "territory", "krai", "muhafazat", "wilayat", "peninsula", "valley", "island",
    "strait", "sea", "ocean", "gulf", "bay", "gorge", "plain", "plains",
})  # fmt: skip
"""Words that say that a name is a region's."""

SITE_WORDS = frozenset({
    "airport", "airfield", "airbase", "airstrip", "base", "bases", "camp", "camps", "checkpoint", "checkpoints",
    "crossing", "crossings", "dam", "hospital", "plant", "plants", "port", "harbor", "harbour", "prison", "school",
    "refinery", "depot", "depots", "factory", "facility", "facilities", "compound", "headquarters", "barracks",
    "garrison", "outpost", "outposts", "post", "posts", "silos", "fence", "university", "mosque", "church", "cathedral",
    "market", "bridge", "road", "highway", "station", "stations", "complex", "center", "centre", "embassy", "consulate",
    "ministry", "palace", "warehouse", "warehouses", "front", "frontline", "frontlines", "fields", "field", "river",
    "square", "hotel", "tower", "wall", "mountain", "mountains", "corridor", "reservoir", "site",
    "arsenal", "naval", "military", "air", "army", "airforce", "force", "forces", "police", "international", "refugee",
    "power", "nuclear",
})  # fmt: skip
"""Words for a thing in or named after a place, and what stands before them ("military airport")."""

PART_WORDS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast", "northwest",
    "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "coastal", "rural",
    "inner", "outer", "far", "upper", "lower", "greater", "parts", "part", "much", "most", "rest", "half", "outskirts",
    "center", "centre", "heart", "swaths", "swathes", "stretches", "interior", "coast", "shores", "desert", "deep",
    "all", "whole", "entire", "mainland", "territories", "lands", "land", "soil", "waters", "airspace", "side",
    "periphery", "corner", "corners", "pockets",
})  # fmt: skip
"""Words for a part of a place that no register has."""

SIDES = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
})  # fmt: skip
"""Words that mean a part with "the" before them, and beside the place without ("south of Damascus")."""

NEAR_WORDS = frozenset({
    "near", "outside", "around", "close", "nearby", "towards", "toward", "off", "beside", "opposite", "overlooking",
    "vicinity",
})  # fmt: skip
"""Words that say that something is beside a place, not in it."""

IN_WORDS = frozenset({
    "in", "inside", "within", "at", "on", "across", "along", "throughout", "into", "through", "under",
})  # fmt: skip
"""Words that say what something lies in."""

AND_WORDS = frozenset({"and", "or", "between", "to", "from", "plus"})
"""Words between places that are named side by side."""

BORDER_WORDS = frozenset({
    "border", "borders", "frontier", "frontiers", "borderline", "boundary",
})  # fmt: skip
"""Words for a line between two places."""

CROSSING_WORDS = frozenset({
    "crossing", "crossings", "town", "city", "village", "post", "posts", "area", "areas", "region", "province", "zone",
    "strip", "gate",
})  # fmt: skip
"""Words after "border" that make it a place at the border."""

HELD_WORDS = frozenset({
    "backed", "held", "led", "occupied", "controlled", "made", "based", "allied", "aligned", "linked", "supplied",
    "run", "ruled", "dominated", "majority", "trained", "sponsored", "supported", "funded", "armed", "besieged",
    "administered", "annexed",
})  # fmt: skip
"""Words behind a hyphen that say who backs or holds something."""

IGNORED = frozenset({
    "the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "that", "these", "those", "other",
    "neighboring", "neighbouring", "nearby", "entire", "some", "any", "several", "many", "so", "called", "besieged",
    "embattled", "war", "torn", "rebel", "government", "opposition", "former", "newly", "main", "key", "strategic",
    "ancient", "historic", "border", "largest", "second", "first", "new", "old", "city",
})  # fmt: skip
"""Words that say nothing about where something is."""


_LONGEST = 7
_PLURALS = frozenset({
    "cities", "towns", "villages", "provinces", "governorates", "regions", "oblasts",
})  # fmt: skip
_KIND_WORDS = TOWN_WORDS | QUARTER_WORDS | REGION_WORDS | SITE_WORDS


@dataclass(slots=True)
class Part:
    """A stretch of the filler that names something.

    ids: the places it may be; empty where the register has none. adjective: whether it is "Syrian" and not "Syria".
    kinds: words for its kind; side: what part of it is meant; near: whether the words say near it, not in it.
    link: how it is joined to the part before: "", "of", "in", "near", "and", ",". touches: it is the very next word.
    """

    text: str
    ids: tuple[str, ...]
    start: int
    end: int
    adjective: bool = False
    owner: bool = False
    kinds: list[str] = field(default_factory=list)
    side: str = ""
    near: bool = False
    link: str = ""
    touches: bool = False


@dataclass(slots=True)
class Reading:
    """The parts of a filler, and whether it speaks of a border."""

    parts: list[Part]
    border: bool
    lower: list[str]


def read(filler: str, register: PlaceRegister) -> Reading:
    """Cut a filler into its parts."""
    return _Reader(filler, register).read()


class _Reader:
    """Walks over the words of a filler once; what it has read and not yet placed waits in its fields."""

    def __init__(self, filler: str, register: PlaceRegister) -> None:
        self.filler = filler
        self.register = register
        self.found = words(filler)
        self.parts: list[Part] = []
        self.kinds: list[str] = []
        self.side = ""
        self.link = ""
        self.near = False
        self.border = False
        self.lower: list[str] = []

    def read(self) -> Reading:
        at = 0
        while at < len(self.found):
            part = match(self.filler, self.found, at, self.register)
            if part is not None:
                self._add(part)
                at = part.end
            else:
                self._word(at)
                at += 1
        self._close()
        self._share_plural()
        return Reading([part for part in self.parts if part.ids or not part.adjective], self.border, self.lower)

    def _add(self, part: Part) -> None:
        last = self.parts[-1] if self.parts else None
        if last is not None and not self.link:
            gap = self.filler[self.found[last.end - 1].end : self.found[part.start].start]
            self.link = "," if "," in gap else "and" if gap.strip() in {"–", "—", "/", "-"} else ""
        if self.link != "of" and last is not None:
            last.kinds += self.kinds
            self.kinds = []
        if self.side and self.link == "of" and self.side in SIDES and last is None and not self._the_side():
            self.near = True
        part.kinds, part.side, part.near, part.link = self.kinds, self.side, self.near, self.link
        part.touches = last is not None and not self.link and self._touches(last.end, part.start)
        self.parts.append(part)
        self.kinds, self.side, self.link, self.near = [], "", "", False

    def _suburbs(self, last: Part | None) -> None:
        if last is not None:
            last.near = True
        else:
            self.near = True

    def _the_side(self) -> bool:
        return any(word.key == "the" for word in self.found)

    def _word(self, at: int) -> None:
        word = self.found[at]
        written = self.filler[word.start : word.end]
        small = written.lower()
        last = self.parts[-1] if self.parts else None
        touching = last is not None and self._touches(last.end, at) and not self._comma_before(at)
        if small in BORDER_WORDS and not (at + 1 < len(self.found) and self._small(at + 1) in CROSSING_WORDS):
            self.border = self.border or not self._beside()
        elif touching and last is not None and not last.ids and word.capital:
            self._unknown(word, at, written)
        elif small == "suburbs":
            self._suburbs(last if touching else None)
        elif small == "of" or small in NEAR_WORDS or small in IN_WORDS or small in AND_WORDS:
            self._joint(small)
        elif self._held(at):
            return
        elif small in PART_WORDS and not self._begins_name(at):
            if touching and last is not None and (last.owner or at + 1 == len(self.found)):
                last.side = small
            else:
                self.side = self.side or small
        elif small in TOWN_WORDS or small in QUARTER_WORDS or small in REGION_WORDS or small in SITE_WORDS:
            self.kinds.append(small)
        elif (
            word.capital
            and (small not in IGNORED or small in PART_WORDS)
            and word.key not in ARTICLES
            and not small[0].isdigit()
        ):
            self._unknown(word, at, written)
        elif small not in IGNORED:
            self.lower.append(small)

    def _begins_name(self, at: int) -> bool:
        """Whether a word with a capital goes on to a name that is not in the register ("Central Command")."""
        if not self.found[at].capital or not _next_capital(self.found, at) or self._comma_before(at + 1):
            return False
        small = self._small(at + 1)
        return small not in _KIND_WORDS | PART_WORDS and match(self.filler, self.found, at + 1, self.register) is None

    def _beside(self) -> bool:
        """Whether the words that come say what a place named before them is beside."""
        places = [part for part in self.parts if part.ids and not part.adjective]
        joints = [self.link, *(part.link for part in self.parts if places and part.start > places[0].start)]
        return bool(places) and bool({"in", "near"} & set(joints))

    def _unknown(self, word: Word, at: int, written: str) -> None:
        last = self.parts[-1] if self.parts else None
        if last is not None and self._touches(last.end, at) and not self._comma_before(at) and not last.ids:
            last.text, last.end = self.filler[self.found[last.start].start : word.end], at + 1
        else:
            self._add(Part(written, (), at, at + 1))

    def _joint(self, small: str) -> None:
        if small == "of":
            self.link = self.link or "of"
            return
        self._close()
        if small in NEAR_WORDS:
            self.near, self.link = True, "near"
        elif small in IN_WORDS:
            self.link = "in"
        else:
            self.link = "and"

    def _close(self) -> None:
        """Give what waits to the part before."""
        if self.parts:
            self.parts[-1].kinds += self.kinds
            self.kinds = []
            if self.side and not self.parts[-1].side:
                self.parts[-1].side = self.side
            self.side = ""
        elif self.kinds:
            self.lower += self.kinds
            self.kinds = []

    def _share_plural(self) -> None:
        """Let a word for several ("provinces") say of what kind all the places side by side before it are."""
        if not self.parts or not self.parts[-1].kinds or self.parts[-1].kinds[-1] not in _PLURALS:
            return
        for part, behind in zip(self.parts[-2::-1], self.parts[:0:-1], strict=False):
            if behind.link not in {"and", ","}:
                break
            part.kinds = [self.parts[-1].kinds[-1]]

    def _held(self, at: int) -> bool:
        """Whether a word only says who holds or backs the place ("Kurdish-held", "areas held by")."""
        return self._small(at) in HELD_WORDS or is_held(self.filler, self.found, at + 1)

    def _touches(self, end: int, at: int) -> bool:
        """Whether only articles stand between two words ("Rajm al-Sheikh")."""
        return all(word.key in ARTICLES and word.key != "the" for word in self.found[end:at])

    def _comma_before(self, at: int) -> bool:
        return at > 0 and "," in self.filler[self.found[at - 1].end : self.found[at].start]

    def _small(self, at: int) -> str:
        return self.filler[self.found[at].start : self.found[at].end].lower()


def match(text: str, found: Sequence[Word], at: int, register: PlaceRegister) -> Part | None:
    """The longest stretch of a text that the register knows and that begins at a word."""
    first = found[at]
    side = False
    if not first.capital:
        side = first.key in PART_WORDS
        if not (side or first.key in ARTICLES) or not _next_capital(found, at):
            return None
    if first.key == "the":
        return None
    keys = joined(found[at : at + _stretch(text, found, at)], 0)
    for length in range(len(keys), 0, -1):
        end = at + length
        if part := _named(text, found, (at, end), keys[length - 1], register):
            if side and not all(":" in code for code in part.ids):  # "northern Ireland" is no name
                continue
            return None if is_held(text, found, end) else part
    return None


def _named(
    text: str, found: Sequence[Word], stretch: tuple[int, int], spelled: str, register: PlaceRegister
) -> Part | None:
    """The part that a stretch is, when the register knows its key."""
    at, end = stretch
    last = found[end - 1]
    if not last.capital and (end == at + 1 or text[last.start : last.end] not in _KIND_WORDS):
        return None
    written = text[found[at].start : last.end]
    if not last.owns and (code := register.adjectives.get(spelled)) is not None:
        return Part(written, (code,), at, end, adjective=True)
    named = register.named(spelled)
    if (
        named is None and end == at + 1 and len(spelled) > 4 and spelled[-1] == "s"
    ):  # apostrophes are lost in some texts
        named = register.named(spelled[:-1])
    if named is None or not _written_so(written, spelled, named.ids):
        return None
    return Part(written, named.ids, at, end, owner=last.owns)


def _stretch(text: str, found: Sequence[Word], at: int) -> int:
    length = 1
    while at + length < len(found) and length < _LONGEST:
        before, word = found[at + length - 1], found[at + length]
        gap = text[before.end : word.start]
        if gap.strip(" -‑.") or ("." in gap and before.end - before.start > 2) or " - " in gap:
            break
        length += 1
    return length


def _written_so(written: str, spelled: str, ids: tuple[str, ...]) -> bool:
    """Whether a short name of a country stands in capitals, as it must not to be mistaken for a word."""
    return len(spelled) > 3 or len(ids[0]) > 2 or written.isupper() or written.endswith(("'s", "’s"))


def _next_capital(found: Sequence[Word], at: int) -> bool:
    return at + 1 < len(found) and found[at + 1].capital


def is_held(text: str, found: Sequence[Word], end: int) -> bool:
    """Whether the words up to one only say who holds or backs what comes after ("Iran-backed")."""
    if end >= len(found) or text[found[end - 1].end : found[end].start] not in {"-", "‑"}:
        return False
    return text[found[end].start : found[end].end].lower() in HELD_WORDS
