"""Reads what sort of source a claimant's words name: an official, a state's body, a monitor, an outlet, a witness.

The words themselves come first: the noun that they are about, an office, a name that the list of claimants knows. Of a
bare name the sentence and the article before it are asked who it is; what they do not tell stays a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..lexicon.claimants import Known, open_claimants
from ..lexicon.weapons import Word, words
from ..model.credit import ClaimantClass, ClaimantRead
from .numerals import words as word_set

PRONOUNS = word_set(
    "he she it they we i you him her them us who whom his their its my our these those this that one some others "
    "another each both many several all most each another everyone nobody"
)
_BOUNDARIES = word_set(
    "of from in at on for with to who which that whose familiar briefed speaking by fighting loyal backed "
    "based as and or inside within near across under opposed directly involved"
)
_COUNTS = word_set("one two three four five six some several many most all none both few dozen a number majority")
_ANONYMOUS = word_set(
    "official diplomat officer aide lawmaker legislator adviser advisor soldier policeman senator commander "
    "deputy leader delegate member veteran politician parliamentarian congressman congresswoman negotiator mp "
    "representative judge"
)
"""Offices that many hold at once: "the official" is nobody in particular."""

_INDEFINITE = word_set("a an one another some several two three many senior top unnamed anonymous former")
_TITLES = word_set("mr mrs ms miss dr sir lord lady dame sheikh gen lt")
_NAME_PARTS = word_set("al el bin ibn von van de da di abu ben the jr sr")
_OF_THE_STATE = frozenset({ClaimantClass.STATE_BODY, ClaimantClass.DOCUMENT, ClaimantClass.UNNAMED_SOURCE})
_APPOSITION = re.compile(r"\s*[,(]\s*(?P<words>[^,.;()“”\"]{3,110})")
_CUT = re.compile(
    r"[.;:!?“”\"(]\s|[,\n]\s?(?!\w+ (?:,|$))|\b(?:said|says|quoted|cited|told|asked|that|and|as|when|while)\b"
)
"""What parts an office and its name from the words before them."""

_BEFORE = 70
"""How many code points before a name are searched for its office."""


class _Phrase(NamedTuple):
    """A claimant's words, what the list knows of them, and where their head ends."""

    text: str
    found: Sequence[Word]
    known: Sequence[Known]
    end: int


def read_claimant(
    filler: str, *, context: str = "", before: str = "", named: ClaimantClass | None = None
) -> ClaimantRead:
    """Read the class of a claimant.

    context: the sentence that the words stand in; before: the article before it. Both are asked only of a bare name.
    named: the class of the actor that the words name, where a register of actors knows them.
    Never raises: what tells nothing is unknown, with the reason.
    """
    if is_dateline(filler, context):
        return ClaimantRead(ClaimantClass.UNKNOWN, f"{filler!r} is the place of a dateline, no source")
    phrase = _phrase(filler)
    if not phrase.found or all(word.key in PRONOUNS for word in phrase.found):
        return ClaimantRead(ClaimantClass.UNKNOWN, f"{filler!r} names nobody by itself")
    read = _by_words(phrase)
    if read is not None and not (named and named is not read.claimant_class and _gives_way(read, named)):
        return read
    if named is not None:
        return ClaimantRead(named, f"{filler!r} is an actor of that kind in the register of actors")
    name = _bare_name(phrase)
    if name is None:
        return ClaimantRead(ClaimantClass.UNKNOWN, f"no word of {filler!r} tells what sort of source it is")
    return _by_sentence(filler, context) or _by_article(name, before) or _person(filler)


def is_dateline(filler: str, sentence: str) -> bool:
    """Whether words are the place before a report ("NORDBY — …"), which a reader may take for who says it."""
    return filler.isupper() and re.match(rf"{re.escape(filler)}\s*(?:[,(—–]|-\s)", sentence) is not None


def _gives_way(read: ClaimantRead, named: ClaimantClass) -> bool:
    """Whether a register's actor outweighs a general noun ("Kurdish forces" are no state's)."""
    return read.claimant_class is ClaimantClass.STATE_BODY and named is not ClaimantClass.NAMED_OFFICIAL


def _person(filler: str) -> ClaimantRead:
    return ClaimantRead(ClaimantClass.PERSON, f"{filler!r} is a name; neither sentence nor article tells the office")


def _phrase(text: str) -> _Phrase:
    found = words(text)
    while found and found[0].key == "the":
        found = found[1:]
    known = open_claimants().find(text, found)
    inside = {at for match in known for at in range(match.start, match.end)}
    start = 0
    for at, word in enumerate(found):
        if at in inside or at == start:
            continue
        gap = text[found[at - 1].end : word.start]
        if word.key in _BOUNDARIES or any(mark in gap for mark in ",;(–—"):
            if word.key == "of" and all(w.key in _COUNTS for w in found[start:at]):
                start = at + 1
                continue
            if word.key in {"and", "or"} and not (found[at - 1].capital or any(match.end <= at for match in known)):
                continue
            return _Phrase(text, found, known, at)
    return _Phrase(text, found, known, len(found))


def _by_words(phrase: _Phrase) -> ClaimantRead | None:
    """What head, office and names of the words tell; None where they tell nothing."""
    core = [match for match in phrase.known if match.start < phrase.end]
    if not core:
        return None
    last = core[-1]
    behind = phrase.found[last.end : phrase.end]
    if behind and not all(_namelike(word) for word in behind):
        return None
    words_of = _text(phrase, last)
    if last.use == "office":
        return _official(phrase, last, named=bool(behind))
    if last.use == "name":
        title = next((match for match in core if match.use == "office"), None)
        if title is not None and title.end == last.start:
            return _official(phrase, title, named=True)
        return ClaimantRead(last.claimant_class, f"{words_of!r} is a name of that kind")
    if last.claimant_class in _OPEN_HEADS:
        for match in core[:-1]:
            if match.claimant_class in _PARTIES:
                return ClaimantRead(match.claimant_class, f"{words_of!r} of a party of that kind")
    if last.claimant_class is ClaimantClass.UNKNOWN:
        return None
    return ClaimantRead(last.claimant_class, f"{words_of!r} is a word for that kind")


_OPEN_HEADS = frozenset({
    ClaimantClass.STATE_BODY, ClaimantClass.ORGANISATION, ClaimantClass.UNNAMED_SOURCE, ClaimantClass.UNKNOWN,
})  # fmt: skip
"""Kinds that a party's name before the noun outweighs ("the Hamas government", "a rebel delegation")."""

_PARTIES = frozenset({
    ClaimantClass.ARMED_PARTY, ClaimantClass.INTERNATIONAL_ORGANISATION, ClaimantClass.MONITOR, ClaimantClass.OUTLET,
    ClaimantClass.EXPERT, ClaimantClass.COMPANY, ClaimantClass.ORGANISATION, ClaimantClass.WITNESS,
})  # fmt: skip
"""Kinds whose officials speak for them, and are no officials of a state."""


def _official(phrase: _Phrase, office: Known, *, named: bool) -> ClaimantRead:
    """Whom an office belongs to, and whether one person holds it."""
    title = _text(phrase, office)
    for match in phrase.known:
        general = match.claimant_class is ClaimantClass.OUTLET and match.use == "head"
        if match is not office and match.claimant_class in _PARTIES and not general:
            return ClaimantRead(match.claimant_class, f"{title!r} of {_text(phrase, match)!r}")
    if any(match.claimant_class is ClaimantClass.UNKNOWN and match.start >= office.end for match in phrase.known):
        return ClaimantRead(ClaimantClass.UNKNOWN, f"{title!r} of a party that the words do not name")
    if named:
        return ClaimantRead(ClaimantClass.NAMED_OFFICIAL, f"{title!r} with a name")
    last = phrase.found[office.end - 1]
    plural = phrase.text[last.start : last.end].lower().endswith("s") and last.key[-1:] != "s"
    anonymous = office.end == office.start + 1 and last.key in _ANONYMOUS
    first = {word.key for word in phrase.found[: office.start]} | {phrase.text.split()[0].lower()}
    if plural or anonymous or first & _INDEFINITE:
        return ClaimantRead(ClaimantClass.UNNAMED_OFFICIAL, f"{title!r} without a name")
    return ClaimantRead(ClaimantClass.NAMED_OFFICIAL, f"{title!r} is an office that one person holds")


def _text(phrase: _Phrase, match: Known) -> str:
    return phrase.text[phrase.found[match.start].start : phrase.found[match.end - 1].end]


def _namelike(word: Word) -> bool:
    return word.capital or word.key in _NAME_PARTS


def _bare_name(phrase: _Phrase) -> str | None:
    """The last part of a name of a person; None for what is none."""
    if phrase.text.lower().startswith("the "):
        return None
    found = [word for word in phrase.found[: phrase.end] if word.key not in _TITLES]
    if not found or len(found) > 5 or not found[-1].capital or not all(_namelike(word) for word in found):
        return None
    letters = phrase.text.replace(".", "")
    if any(map(str.isdigit, letters)) or (letters.isupper() and len(letters) < 5):  # initials of who knows what
        return None
    name = phrase.text[found[-1].start : found[-1].end]
    return name.title() if name.isupper() and len(name) > 3 else name


def _by_sentence(name: str, context: str) -> ClaimantRead | None:
    """What the sentence says of a name, right before or behind it."""
    at = context.find(name)
    return None if at < 0 else _beside(context, at, at + len(name))


def _by_article(name: str, before: str) -> ClaimantRead | None:
    """What the article has said of a name, the first three times that it stood there."""
    if not before:
        return None
    full = re.compile(rf"(?:\b[A-Z][\w.’'-]*\s+)*\b{re.escape(name)}\b")
    for _, match in zip(range(3), full.finditer(before), strict=False):
        read = _beside(before, match.end() - len(name), match.end(), match.start())
        if read is not None:
            return ClaimantRead(read.claimant_class, f"{read.why}, earlier in the article")
    return None


def _beside(text: str, at: int, end: int, start: int | None = None) -> ClaimantRead | None:
    first = at if start is None else start
    before = text[max(0, first - _BEFORE) : first]
    if before.rstrip().endswith(",") and text[end : end + 1] == ",":  # "the minister, Ilse Maren, said"
        before = before.rstrip()[:-1] + " "
    piece = _CUT.split(before + text[first:end])[-1]
    phrase = _phrase(_with_office(piece))
    if not piece.isupper() and phrase.known and phrase.end == len(phrase.found):
        last = phrase.known[-1]
        behind = phrase.found[last.end :]
        of_a_person = last.use == "office" or (last.use == "head" and last.claimant_class not in _OF_THE_STATE)
        if behind and len(behind) <= 4 and all(map(_namelike, behind)) and of_a_person:
            return _by_words(phrase)
    return _apposed(text, end)


def _apposed(text: str, end: int) -> ClaimantRead | None:
    """What stands behind a name, between commas or brackets."""
    told = _APPOSITION.match(text, end)
    if told is None:
        return None
    phrase = _phrase(told["words"])
    known = [match for match in phrase.known if match.start < phrase.end and match.use != "name"]
    if not known or not (phrase.text.split()[0] in {"a", "an", "the", "one", "who"} or known[0].start <= 4):
        return None
    office = known[-1]
    if office.use == "office":
        return _official(phrase, office, named=True)
    return _by_words(phrase) if office.claimant_class not in _OF_THE_STATE else None


def _with_office(piece: str) -> str:
    """The end of a piece of text that may be an office and a name: the last nine words."""
    return " ".join(piece.split()[-9:])
