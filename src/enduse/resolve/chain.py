"""Follows the credit that a sentence gives, from the outlet that printed it inward to the innermost origin named.

Every link but the publisher is words of the text, and beside it stand the words that give the credit. What the text
leaves open is left out: a sentence that credits nobody has the publisher alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..lexicon.claimants import Known, open_claimants
from ..lexicon.weapons import Word, key, words
from ..model.claim import Claim, Role
from ..model.credit import ClaimantClass, Credit, Link
from ..model.document import Document
from ..model.span import Span
from .claimant import PRONOUNS, is_dateline, read_claimant
from .numerals import words as word_set

_SAYS = (
    "reported|reports|said|says|writes|wrote|noted|notes|revealed|reveals|claimed|claims|announced|quoted|cited|cites|"
    "quotes|confirmed|disclosed|learned"
)
_CUE = re.compile(
    r"\b(?P<according_to>according to|in the words of)\s+|\b(?P<cited>citing|quoting|which cited|who cited)\s+|"
    r"\b(?:quoted|cited|reported|carried|published|obtained|interviewed) (?P<quoted_by>by)\s+|"
    r"\b(?P<told>told|tells|interview with|speaking to|speaks to|spoke to)\s+|"
    rf"\b(?P<reported>{_SAYS})\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:^|[\n—–-]\s*|[A-Z]{3,}[\w ,.]{0,40})\((?P<wire>[A-Z][\w .-]{1,30})\)\s?(?:[-–—]|\s)")
_SPEAKER = re.compile(
    r"(?:Q\s+)?(?P<name>(?:(?:THE|MR|MS|MRS|GEN|SEN|SECRETARY|PRESIDENT)\.? )*[A-Z][A-Z’'-]{2,}(?: [A-Z][A-Z’'-]+)*):"
)
_NEW_SENTENCE = re.compile(r"[a-z]{2}[.?!][”\"]?\s?[A-Z]")
"""An end that was lost when the sentence was cut: "the annex.Does anyone"."""

_DATELINE_WITHIN = 400
"""How many code points at the beginning of a text are searched for the agency of a dateline."""

_OUTLET_WORDS = word_set("the state official run owned news agency newspaper paper report television website")
_RELAYS = word_set("media newspaper paper agency television tv radio magazine")
"""Words for outlets that pass on what others say; a website may be anybody's own."""

_BETWEEN = word_set("has have had also previously first which later today again")
"""What may stand between an outlet and its verb."""

_JOINS = word_set("as but and when while or on in if a after")

_STOPS = word_set("who which that and but as after before while when where said says in on at")

_ORDER = {
    Credit.PUBLISHER: 0, Credit.DATELINE: 1, Credit.SPEAKER: 2, Credit.QUOTED_BY: 3, Credit.TOLD: 3, Credit.REPORTED: 3,
    Credit.ACCORDING_TO: 4, Credit.CLAIMANT: 5, Credit.CITED: 6,
}  # fmt: skip
"""Which credit lies within which: the agency of a dateline reports what an outlet says that an official told it."""


class _Found(NamedTuple):
    """Words that get credit, text[start:end], and the cue that gives it."""

    start: int
    end: int
    credit: Credit
    cue: tuple[int, int] | None


def chain_of(document: Document, claim: Claim, classes: Sequence[ClaimantClass] = ()) -> tuple[Link, ...]:
    """Give the links of a claim, the outlet first, the innermost origin last.

    classes: what each of the claim's claimants was read as, where that is known already.
    Links of one depth stand side by side ("Arab and Western officials").
    """
    text, offset = claim.sentence.text, claim.sentence.start
    claimants = [span for span in claim.roles.get(Role.CLAIMANT, ()) if not is_dateline(span.text, text)]
    found = [_placed(text, span.start - offset, span.end - offset) for span in claimants]
    told = [
        (s.start - offset, s.end - offset)
        for role in claim.roles
        if role is not Role.CLAIMANT
        for s in claim.roles[role]
    ]
    outer = [one for one in _credited(text, found) if _covers(text, one, told)]
    outer = [one for one in outer if not any(_overlap(one, own) for own in found)]
    known = {s.start - offset: kind for s, kind in zip(claim.roles.get(Role.CLAIMANT, ()), classes, strict=False)}
    made = [_link(text, offset, one, known.get(one.start)) for one in _relayed(text, found, outer)]
    wire = _dateline(document)
    if wire is not None and all(_name(wire.name) != _name(link.name) for link in made):
        made.append(wire)
    return _ranked(document.publisher, made)


def _covers(text: str, one: _Found, told: Sequence[tuple[int, int]]) -> bool:
    """Whether what is credited is what the claim tells: told holds where its roles stand in the sentence."""
    if not told or one.cue is None:
        return True
    first, last = min(start for start, _ in told), max(end for _, end in told)
    if one.credit is Credit.REPORTED:
        ends = max(one.end, one.cue[1])
        trailing = re.match(r"\s*(?:$|[.,;”\"]|on \w+day|this week|today|last)", text[ends:]) is not None
        if re.match(r",? (?:citing|quoting)\b", text[ends:]):
            return True
        if trailing:
            return last <= min(one.start, one.cue[0]) and not _NEW_SENTENCE.search(text, last, one.start)
        return first >= ends and not _NEW_SENTENCE.search(text, ends, first)
    if one.credit is Credit.ACCORDING_TO:
        return one.cue[0] <= 2 or first < one.cue[0]
    return one.credit is not Credit.SPEAKER or " Q " not in text[one.end : first]


def _placed(text: str, start: int, end: int) -> _Found:
    """A claimant, with the cue that stands right beside it."""
    for match in _CUE.finditer(text):
        credit = Credit(str(match.lastgroup))
        cue = match.span(match.lastgroup or 0)
        if credit in {Credit.ACCORDING_TO, Credit.CITED, Credit.QUOTED_BY} and 0 <= start - match.end() <= 4:
            return _Found(start, end, credit, cue)
        beside = 0 <= match.start() - end <= 12 or 0 <= start - match.end() <= 5
        if credit is Credit.REPORTED and beside and "." not in text[end : match.start()]:
            return _Found(start, end, Credit.CLAIMANT, cue)
        if credit is Credit.TOLD and 0 <= match.start() - end <= 3:
            return _Found(start, end, Credit.CLAIMANT, cue)
    return _Found(start, end, Credit.CLAIMANT, None)


def _credited(text: str, claimants: Sequence[_Found]) -> Iterator[_Found]:
    """What else the sentence credits: outlets that report, were told or quote, and whom these cite."""
    speaker = _SPEAKER.match(text)
    if speaker is not None:
        start, end = speaker.span("name")
        yield _Found(start, end, Credit.SPEAKER, (end, end + 1))
    for match in _CUE.finditer(text):
        credit, cue = Credit(str(match.lastgroup)), match.span(match.lastgroup or 0)
        if credit is Credit.REPORTED:
            place = _outlet_before(text, match.start()) or _outlet_at(text, match.end())
        elif credit is Credit.TOLD:
            place = _outlet_at(text, match.end(), named=True) if _told_by(text, match.start(), claimants) else None
        elif credit is Credit.QUOTED_BY:
            place = _outlet_at(text, match.end())
        elif credit is Credit.CITED:
            place = _source_at(text, match.end())
        else:
            place = _outlet_at(text, match.end()) or _source_at(text, match.end())
        if place is not None and not any(0 <= one.start - place[1] <= 2 for one in claimants):  # a title of theirs
            yield _Found(*place, credit, cue)


def _told_by(text: str, told: int, claimants: Sequence[_Found]) -> bool:
    """Whether it is the claimant who tells: it stands before the cue, and nobody else says something between."""
    for claimant in claimants:
        between = text[claimant.end : told]
        if claimant.end <= told and len(between) < 140 and not re.search(rf"\b(?:{_SAYS}|told)\b", between):
            return True
    return False


def _relayed(text: str, claimants: Sequence[_Found], outer: Sequence[_Found]) -> Iterator[_Found]:
    """The claimants in their places among the others: one that is an outlet passes on what another says."""
    alone = len(claimants) + len(outer) == 1
    origins = [one for one in claimants if not _is_outlet(text, one)]
    for one in claimants:
        relays = one not in origins and origins and one.credit is not Credit.CITED
        credit = Credit.REPORTED if relays else one.credit
        joined = one.credit is Credit.ACCORDING_TO and (alone or len(origins) < 2 or _side_by_side(text, origins))
        yield one._replace(credit=Credit.CLAIMANT) if joined and not relays else one._replace(credit=credit)
    seen: list[_Found] = []
    for other in outer:
        if not any(_overlap(other, one) for one in seen):
            seen.append(other)
            yield other


def _side_by_side(text: str, origins: Sequence[_Found]) -> bool:
    """Whether only "and" or a comma stands between claimants, so that none of them credits another."""
    ordered = sorted(origins)
    return all(len(text[a.end : b.start].split()) <= 3 for a, b in pairwise(ordered))


def _is_outlet(text: str, one: _Found) -> bool:
    return read_claimant(text[one.start : one.end]).claimant_class is ClaimantClass.OUTLET


def _outlet_at(text: str, at: int, *, named: bool = False) -> tuple[int, int] | None:
    """The outlet whose words begin here ("the state news agency SANA"); named: only one with its name."""
    piece = text[at : at + 90]
    found = words(piece)
    known = [match for match in open_claimants().find(piece, found) if match.claimant_class is ClaimantClass.OUTLET]
    first = next((match for match in known if match.start <= 5), None)
    if first is None or any(not _leads(word) for word in found[: first.start]):
        return None
    if first.start and any(mark in piece[: found[first.start].start] for mark in '.,;:“"'):
        return None
    end = _outlet_end(piece, found, known, first)
    if named and not any(match.use == "name" and found[match.end - 1].end <= end for match in known):
        return None
    start = next(iter(found)).start
    return at + start, at + end


def _leads(word: Word) -> bool:
    return word.key in _OUTLET_WORDS or (word.capital and word.key not in _JOINS)


def _outlet_end(piece: str, found: Sequence[Word], known: Sequence[Known], first: Known) -> int:
    """Where the outlet's words end: with a generic word or a name that stands right behind it."""
    end = first.end
    while end < len(found):
        gap = piece[found[end - 1].end : found[end].start]
        follows = any(match.start == end for match in known) or (
            found[end].capital and (first.use == "head" or gap in {"'s ", "’s "} or end > first.end)
        )
        if not follows or (gap.strip() and gap.strip() not in {"'s", "’s"}):
            break
        end = max([match.end for match in known if match.start == end] or [end + 1])
    return found[end - 1].end


def _outlet_before(text: str, at: int) -> tuple[int, int] | None:
    """The outlet that is the subject of a verb of saying: its words end right before it."""
    start = max(0, at - 70)
    piece = text[start:at]
    found = words(piece)
    known = [match for match in open_claimants().find(piece, found) if match.claimant_class is ClaimantClass.OUTLET]
    last = known[-1] if known else None
    if last is None or len(found) - last.end > 4 or not (last.use == "name" or found[last.end - 1].key in _RELAYS):
        return None
    behind = [word.key for word in found[last.end :]]
    after = piece[found[last.end - 1].end :]
    own = after.startswith(("'s ", "’s ")) and all(word.capital for word in found[last.end :])
    if not (own or _BETWEEN.issuperset(behind)) or re.search(r"[.;:!?“”\"]", after):
        return None
    first = last.start
    while first > 0 and _leads(found[first - 1]) and not piece[found[first - 1].end : found[first].start].strip(" -"):
        first -= 1
    end = found[-1].end if behind and found[-1].capital else found[last.end - 1].end
    return start + found[first].start, start + end


def _source_at(text: str, at: int) -> tuple[int, int] | None:
    """The noun phrase that begins here, if its words tell what sort of source it is."""
    piece = re.split(r"[,.;:!?()“”\"—–]\s|[,.;:!?)”\"]$", text[at : at + 120])[0]
    found = words(piece)
    end = next((i for i, word in enumerate(found) if i and word.key in _STOPS), len(found))
    if not found or end > 14 or found[0].key in PRONOUNS:
        return None
    phrase = piece[: found[end - 1].end]
    kind = read_claimant(phrase).claimant_class
    return (at, at + len(phrase)) if kind not in {ClaimantClass.UNKNOWN, ClaimantClass.PERSON} else None


def _dateline(document: Document) -> Link | None:
    """The agency in the brackets of a dateline: "BEIRUT (Reuters) - …"."""
    head = document.text[:_DATELINE_WITHIN]
    for match in _DATELINE.finditer(head):
        if read_claimant(match["wire"]).claimant_class is ClaimantClass.OUTLET:
            start, end = match.span("wire")
            span = Span.of(document.text, start, end)
            return Link(
                1, span.text, ClaimantClass.OUTLET, Credit.DATELINE, span, Span.of(document.text, start - 1, end + 1)
            )
    return None


def _link(text: str, offset: int, one: _Found, kind: ClaimantClass | None) -> Link:
    span = Span(offset + one.start, offset + one.end, text[one.start : one.end])
    cue = Span(offset + one.cue[0], offset + one.cue[1], text[slice(*one.cue)]) if one.cue else None
    kind = kind or read_claimant(span.text, context=text).claimant_class
    return Link(0, span.text, kind, one.credit, span, cue)


def _ranked(publisher: str | None, links: Iterable[Link]) -> tuple[Link, ...]:
    """The links from the outside in, with their depth; the publisher before them unless the text names it first."""
    ordered = sorted(links, key=lambda link: (_ORDER[link.credit], link.span.start if link.span else 0))
    named = bool(ordered) and publisher is not None and _name(ordered[0].name) == _name(publisher)
    chain = [Link(0, publisher, ClaimantClass.OUTLET, Credit.PUBLISHER)] if publisher and not named else []
    depth, rank = (0 if named or not publisher else 1) - 1 + (0 if chain or named else 1), -1
    for link in ordered:
        if _ORDER[link.credit] != rank:
            depth, rank = depth + 1, _ORDER[link.credit]
        chain.append(Link(depth, link.name, link.claimant_class, link.credit, link.span, link.cue))
    return tuple(chain)


def _name(name: str) -> str:
    return key(re.sub(r"^the |\s*\(.*\)$", "", name, flags=re.IGNORECASE))


def _overlap(one: _Found, other: _Found) -> bool:
    return one.start < other.end and other.start < one.end
