"""Finds what a pronoun or a bare description stands for within its article, where the text makes it plain.

Only a few ways of writing are taken as plain, each named in `why`. Where two candidates stand, none is taken: no answer
is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..lexicon.claimants import open_claimants
from ..lexicon.weapons import words
from ..model.credit import ClaimantClass
from ..model.span import Span
from .claimant import read_claimant
from .numerals import words as word_set

_SAYS = (
    "said|says|saying|added|adds|told|tells|announced|confirmed|claimed|claims|denied|denies|warned|argued|noted|stated|"
    "insisted|acknowledged|wrote|reported|reports|stressed|admitted|declared|vowed|pledged|maintained|tweeted|explained"
)
_ADVERBS = "has|have|had|also|later|then|however|reportedly|repeatedly|previously"
_WHEN = r"(?:(?:on|late|early|last|this|in a|in an|earlier) )?(?:\w+day|statement|interview|week|month|year|night)"
_SAYS_THAT = re.compile(rf",? (?:(?:{_ADVERBS}) )*(?!reports\b|claims\b)(?:{_SAYS})(?: {_WHEN})*,?(?: that)? ?")
_NAME = r"[A-Z][\w.’'-]+(?: (?:al|el|bin|von|van|de|[A-Z][\w.’'-]*))*"
_SPEAKER = re.compile(
    rf"(?P<name>{_NAME})(?:,[^,.“”\"]{{2,80}},)? (?:(?:{_ADVERBS}) )*(?:{_SAYS})\b"
    rf"|\b(?:said|says|added)(?: [a-z-]+)* (?P<behind>{_NAME})"
)
_ARTICLE = re.compile(
    r"^(?:(?:The|A|An|This|That|But|And|In|On|As|If|When|While|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|[A-Z]{4,})\s+)+"
)
"""What may stand with a capital before a name without belonging to it, the place of a dateline included."""

_NAMES = re.compile(_NAME)
_SPEECH_BEHIND = re.compile(rf",? (?:(?:{_ADVERBS}) )*(?:{_SAYS})\b")
_SPEECH_BEFORE = re.compile(rf"\b(?:{_SAYS}) $")

_SINGULAR, _PLURAL, _PERSONS = frozenset({"it", "its"}), frozenset({"they", "them", "their"}), frozenset({"he", "she"})
_PRONOUNS = _SINGULAR | _PLURAL | _PERSONS
_MANY = frozenset({
    ClaimantClass.UNNAMED_OFFICIAL, ClaimantClass.WITNESS, ClaimantClass.EXPERT, ClaimantClass.UNNAMED_SOURCE,
})  # fmt: skip
"""Kinds whose word is a plural also where it begins a sentence ("Officials said they")."""

_BODIES = frozenset({
    ClaimantClass.STATE_BODY, ClaimantClass.ARMED_PARTY, ClaimantClass.INTERNATIONAL_ORGANISATION,
    ClaimantClass.MONITOR, ClaimantClass.OUTLET, ClaimantClass.COMPANY, ClaimantClass.ORGANISATION,
    ClaimantClass.EXPERT,
})  # fmt: skip
_HUMAN = frozenset({ClaimantClass.NAMED_OFFICIAL, ClaimantClass.PERSON, ClaimantClass.UNNAMED_OFFICIAL})

_HEADS = word_set(
    "government army military ministry regime rebels militants insurgents fighters separatists militia movement "
    "coalition group agency administration authorities police navy opposition junta brigade "
    "network company"
)
"""Nouns of a bare description that an earlier mention may have given a name before ("the Houthi rebels")."""

_NAMED_BY = {
    "group": frozenset({ClaimantClass.ARMED_PARTY, ClaimantClass.MONITOR}),
    "organisation": frozenset({ClaimantClass.ARMED_PARTY, ClaimantClass.INTERNATIONAL_ORGANISATION}),
    "newspaper": frozenset({ClaimantClass.OUTLET}),
    "paper": frozenset({ClaimantClass.OUTLET}),
}
"""Which names a description may stand for."""

_SPEECH_NEAR = 320
"""How many code points before "he said" are searched for who speaks: about two sentences."""

_NEAR = 450
"""How many code points before a description are searched for its name: about three sentences."""


Claimant = tuple[Span, ClaimantClass]


class Antecedent(NamedTuple):
    """What a filler stands for; span is None where it stayed open.

    why: how it was found, or why it was not; never empty.
    """

    span: Span | None
    why: str


def is_bare(filler: str) -> bool:
    """Whether a filler names nobody by itself: a pronoun, or an article and one plain noun."""
    found = filler.lower().split()
    if len(found) == 1:
        return found[0] in _PRONOUNS
    return len(found) == 2 and found[0] in {"the", "this", "that"} and filler.split()[1].islower()


def resolve_within(text: str, filler: Span, sentence: Span, claimants: Iterable[Claimant] = ()) -> Antecedent:
    """Find what a bare filler stands for.

    text: the document's; claimants: who says it in the sentence, as the reader found them, and their classes.
    """
    word = filler.text.lower().split()[-1]
    if word in _PRONOUNS:
        return _pronoun(text, filler, sentence, word, claimants)
    return _repeated(text, filler, word) or _named_before(text, filler, word) or _open(filler.text)


def _open(words_: str) -> Antecedent:
    return Antecedent(None, f"{words_!r} is a bare description; nothing before it names just one that it fits")


def _pronoun(text: str, filler: Span, sentence: Span, word: str, claimants: Iterable[Claimant]) -> Antecedent:
    for claimant, kind in claimants:
        if claimant.text.lower() in _PRONOUNS:
            continue
        between = text[claimant.end : filler.start]
        fits = claimant.end <= filler.start and _SAYS_THAT.fullmatch(between)
        if fits and _agrees(word, claimant.text, kind):
            why = f"{filler.text!r} is who says so right before it, {claimant.text!r}"
            named = resolve_within(text, claimant, sentence) if is_bare(claimant.text) else Antecedent(None, why)
            return Antecedent(named.span or claimant, f"{why}; {named.why}" if named.span else why)
    if word in _PERSONS and _speaks(text, filler, sentence):
        last = _only_speaker(text, filler)
        if last is not None:
            return Antecedent(
                last, f"{filler.text!r} goes on speaking after {last.text!r}, the only person named right before"
            )
    return Antecedent(None, f"{filler.text!r} is a pronoun; the article does not make plain for whom it stands")


def _agrees(pronoun: str, claimant: str, kind: ClaimantClass) -> bool:
    last = claimant.split()[-1]
    plural = last.endswith("s") and not last.endswith("ss") and (last.islower() or kind in _MANY)
    if pronoun in _SINGULAR:
        return kind in _BODIES and not plural
    if pronoun in _PLURAL:
        return plural
    return kind in _HUMAN and not plural


def _speaks(text: str, filler: Span, sentence: Span) -> bool:
    behind = _SPEECH_BEHIND.match(text, filler.end, sentence.end) is not None
    return behind or _SPEECH_BEFORE.search(text[sentence.start : filler.start]) is not None


def _only_speaker(text: str, filler: Span) -> Span | None:
    """The person who speaks right before; None where no or another person is named there too."""
    start = max(0, filler.start - _SPEECH_NEAR)
    start = max(start, text.rfind("\n\n\n", start, filler.start))
    people = [m for m in _NAMES.finditer(text, start, filler.start) if _may_be_person(text, m)]
    speakers = list(_SPEAKER.finditer(text, start, filler.start))
    if not people or len({_surname(match[0]) for match in people}) != 1 or not speakers:
        return None
    last, speaker = people[-1], speakers[-1]
    at, end = speaker.span("name" if speaker["name"] else "behind")
    known = read_claimant(last[0], context="", before=text[: last.start()]).claimant_class
    full = known is ClaimantClass.NAMED_OFFICIAL or " " in last[0]
    return Span.of(text, *last.span()) if full and at < last.end() and last.start() < end else None


def _may_be_person(text: str, match: re.Match[str]) -> bool:
    """Whether a name may be a person's: of several words, or one that had more of them before."""
    name = _ARTICLE.sub("", match[0])
    if " " not in name and not re.search(rf"[A-Z][\w.’'-]+ {re.escape(_surname(name))}\b", text[: match.start()]):
        return False
    return read_claimant(name, before=text[: match.start()]).claimant_class in _HUMAN


def _surname(name: str) -> str:
    return re.sub(r"[’']s$", "", name.split()[-1]).strip("’'.,")


def _repeated(text: str, filler: Span, noun: str) -> Antecedent | None:
    """ "The rebels" after "Houthi rebels", when no other rebels were named in the article before."""
    if noun not in _HEADS:
        return None
    named = re.compile(rf"(?<![\w-])((?:[A-Z][\w.’'-]*[\s-](?:led |backed |state )?)+)({noun})\b")
    found = [(m, _ARTICLE.sub("", m[1]).strip(" -")) for m in named.finditer(text, 0, filler.start)]
    found = [(match, name) for match, name in found if name and _ARTICLE.sub("", name + " ")]
    if not found or len({name.lower() for _, name in found}) > 1:
        return None
    match = found[-1][0]
    if filler.start - match.end() > 3 * _NEAR:
        return None
    span = Span.of(text, text.rfind(found[-1][1], 0, match.end()), match.end())
    return Antecedent(span, f"{filler.text!r} after {span.text!r}, the only {noun} named before")


def _named_before(text: str, filler: Span, noun: str) -> Antecedent | None:
    """ "The group" after one name of a group, when no other stands nearby."""
    kinds = _NAMED_BY.get(noun)
    if kinds is None:
        return None
    start = max(0, filler.start - _NEAR)
    piece = text[start : filler.start]
    found = words(piece)
    known = [m for m in open_claimants().find(piece, found) if m.use == "name" and m.claimant_class in kinds]
    names = {"".join(word.key for word in found[m.start : m.end]) for m in known}
    if len(names) != 1:
        return None
    last = known[-1]
    first = last.start
    while (
        first
        and found[first - 1].capital
        and found[first - 1].key not in {"a", "an", "the"}
        and piece[found[first - 1].end : found[first].start] == " "
    ):
        first -= 1  # "the Nordby Times"
    span = Span.of(text, start + found[first].start, start + found[last.end - 1].end)
    return Antecedent(span, f"{filler.text!r} after {span.text!r}, the only name nearby that it fits")
