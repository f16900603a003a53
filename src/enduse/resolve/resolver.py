"""Looks up what the spans of a reading's claims stand for: actors, weapons, places, quantities, dates, sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from ..model.claim import Claim, Role, Status
from ..model.credit import ClaimantClass, ClaimantRead, Link
from ..model.document import Document, is_encyclopedia
from ..model.period import Period
from ..model.reading import Reading
from ..model.referent import Candidate, Level, Referent, Scheme
from ..model.resolved import Resolved, ResolvedClaim
from ..model.span import Span
from .about import FOREIGN, Countries
from .chain import chain_of
from .claimant import read_claimant
from .cut import whole_name, whole_place, whole_quantity, with_next_word
from .period import parse_period
from .quantity import parse_quantities
from .within import is_bare, resolve_within

ACTOR_ROLES = (
    Role.SUPPLIER, Role.RECIPIENT, Role.AGENT, Role.HOLDER, Role.PARTY, Role.BROKER, Role.FROM, Role.TO, Role.TARGET,
    Role.CLAIMANT,
)  # fmt: skip
"""Roles whose fillers are looked up among the actors; a target or a `from` may be something else, and is then none."""

AHEAD = frozenset({Status.CALLED_FOR, Status.RISK, Status.CONSIDERED, Status.PLANNED})
"""Statuses whose act lies ahead of publication, so that "on Tuesday" is the next one."""

_ORIGIN = re.compile(r"[\s-]+(?:made|built|manufactured|designed|supplied|provided|donated|origin|era)\b.*", re.I)
_BEGINS = re.compile(
    r"\b(?:will|would|to|set to|due to|expected to) (?:\w+ )?"
    r"(?:begin|start|take effect|(?:go|come|enter) into (?:effect|force)|last|expire|end|resume)(?: \w+){0,3} ?$"
)
_STARTING = re.compile(r"\b(?:beginning|starting|effective) $", re.I)
"""Words right before a time that lies ahead although the claim's label does not say so: a truce agreed, to begin. The
second are so only where the sentence says what will be."""


_OF_A_STATE = re.compile(
    r"regime|(?:the )?(?:regime|army(?: units)?"
    r"|(?:regime|government) (?:forces|troops|soldiers|army|warplanes|aircraft|helicopters|jets))",
    re.I,
)
"""Descriptions of a state's forces or rulers that leave the state to the article; a mere "government" may be any."""

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


class ActorLookup(Protocol):
    """Looks up the actor that words name, as it was named on a day."""

    def __call__(self, filler: str, *, on: Period | date | None = None, context: str = "") -> Referent:
        """Give the actor, or None with the reason."""
        ...


class PlaceLookup(Protocol):
    """Looks up the place that words name; countries are those that the text speaks of."""

    def __call__(self, filler: str, *, context: str = "", countries: frozenset[str] = frozenset()) -> Referent:
        """Give the place, or None with the reason."""
        ...


WeaponLookup = Callable[[str, str], Referent]


@dataclass(frozen=True, slots=True)
class Lookups:
    """What the resolver asks; each opens its register on first use."""

    actor: ActorLookup
    place: PlaceLookup
    weapon: WeaponLookup
    name_of: Callable[[Scheme, str], str | None]
    class_of_actor: Callable[[str], ClaimantClass | None]
    countries_of: Callable[[str], Countries]
    country_of_place: Callable[[str], str]


class Resolver:
    """Gives readings back with what their claims' spans stand for; labels, spans and order stay as they are."""

    def __init__(self, lookups: Lookups) -> None:
        self._ask = lookups

    def resolve(self, reading: Reading) -> Reading:
        """Look up all claims of a reading."""
        if not reading.extractions:
            return reading
        article = _Article(reading.document, self._ask)
        resolved = [article.resolve(extraction.claim) for extraction in reading.extractions]
        return replace(reading, resolved={claim.claim_id: claim for claim in resolved})


def published(document: Document) -> date | None:
    """The day of publication; None when it is not told, or when the text is of no day."""
    if document.published_on is None or is_encyclopedia(document.publisher, document.url):
        return None
    try:
        return date.fromisoformat(document.published_on[:10])
    except ValueError:
        return None


class _Article:
    """The look-ups of one document; what was asked once is not asked again."""

    def __init__(self, document: Document, ask: Lookups) -> None:
        self._document = document
        self._ask = ask
        self._published = published(document)
        self._actors: dict[tuple[str, Period | date | None, str], Referent] = {}
        self._told: Countries | None = None
        self._year = _year_of(document) if self._published is None else None

    def resolve(self, claim: Claim) -> ResolvedClaim:
        roles: dict[Role, tuple[Resolved, ...]] = {}
        if Role.TIME in claim.roles:
            periods = [
                parse_period(s.text, self._published, ahead=_ahead(claim, s), year=self._year)
                for s in claim.roles[Role.TIME]
            ]
            roles[Role.TIME] = tuple(Resolved(period=period) for period in periods)
        on = self._day_of(roles.get(Role.TIME, ()))
        for role, spans in claim.roles.items():
            found = self._looked_up(claim, role, spans, on)
            if found is not None:
                roles[role] = found
        claimants = [r.claimant.claimant_class for r in roles.get(Role.CLAIMANT, ()) if r.claimant]
        ordered = {role: roles[role] for role in Role if role in roles}
        chain = _spoken_for(chain_of(self._document, claim, claimants), claim, roles.get(Role.CLAIMANT, ()))
        return ResolvedClaim(claim.id, ordered, chain)

    def _day_of(self, times: Iterable[Resolved]) -> Period | date | None:
        """When the act is: as the sentence tells, otherwise on the day of publication."""
        told = (r.period for r in times if r.period and r.period.start and r.period.end)
        return next(told, None) or self._published

    def _looked_up(
        self, claim: Claim, role: Role, spans: tuple[Span, ...], on: Period | date | None
    ) -> tuple[Resolved, ...] | None:
        if role in ACTOR_ROLES:
            return tuple(self._actor(claim, span, role, on) for span in spans)
        if role in {Role.PLACE, Role.VIA}:
            return tuple(self._place(claim, span, role, on) for span in spans)
        if role is Role.WEAPON:
            return tuple(self._named(self._ask.weapon(s.text, claim.sentence.text)) for s in spans)
        if role is Role.QUANTITY:
            whole = [(whole_quantity(self._document.text, s), _counted(claim, s)) for s in spans]
            return tuple(Resolved(quantities=parse_quantities(words, weapon=weapon)) for words, weapon in whole)
        if role is Role.ORIGIN:
            return tuple(self._named(self._ask.actor(_ORIGIN.sub("", s.text), on=on)) for s in spans)
        return None

    def _actor(self, claim: Claim, span: Span, role: Role, on: Period | date | None) -> Resolved:
        antecedent = None
        words, why = whole_name(self._document.text, span), ""
        if is_bare(span.text):
            spoken = [(s, self._source(claim, s.text, on).claimant_class) for s in _claimants(claim) if s != span]
            antecedent, why = resolve_within(self._document.text, span, claim.sentence, spoken)
            words = antecedent.text if antecedent else words
        referent = self._with_noun(claim, span, self._asked(words, on, claim.sentence.text), on)
        referent = self._of_another(words, referent, on)
        if referent.code is None and _OF_A_STATE.fullmatch(words):
            referent = self._of_the_article(words, referent, on)
        if why and (antecedent is not None or referent.code is None):
            referent = replace(referent, why=f"{why}; {referent.why}" if antecedent else why)
        read = self._source(claim, words, on) if role is Role.CLAIMANT else None
        return replace(self._named(referent), claimant=read, antecedent=antecedent)

    def _with_noun(self, claim: Claim, span: Span, referent: Referent, on: Period | date | None) -> Referent:
        """An umbrella word that is an adjective of the noun behind it: "Arab" of militias names no Arab states."""
        if referent.level is not Level.CLASS_ACTOR or " " in span.text:
            return referent
        others = [other for spans in claim.roles.values() for other in spans if other != span]
        words = with_next_word(self._document.text, span, others)
        if words is None:
            return referent
        named = self._asked(words, on, claim.sentence.text)
        return named if named.code is not None else referent

    def _of_another(self, words: str, referent: Referent, on: Period | date | None) -> Referent:
        """Somebody by a surname alone, unless the article names only another person of that surname."""
        if referent.code is None or not words.isalpha() or referent.level is not Level.ACTOR:
            return referent
        named = re.findall(rf"(?<=[a-z,] )([A-Z][\w’'-]+ {words})\b", self._document.text)
        if not named or any(self._asked(name, on, "").code == referent.code for name in named):
            return referent
        if self._ask.class_of_actor(referent.code) is not ClaimantClass.NAMED_OFFICIAL:
            return referent
        why = f"{words!r} is told of {named[0]!r}, who is another"
        return Referent(Scheme.ACTOR, None, referent.level, why, (Candidate(referent.code, referent.why),))

    def _of_the_article(self, words: str, referent: Referent, on: Period | date | None) -> Referent:
        """ "Regime forces" in an article that is about one country only."""
        about, named = self._countries().about, self._countries().named
        if "army" in words.lower() and named & FOREIGN:  # who act abroad have armies too
            return referent
        name = self._ask.name_of(Scheme.PLACE, next(iter(about))) if len(about) == 1 else None
        if name is None:
            return referent
        found = self._asked(f"{re.sub('^the ', '', words, flags=re.I).lower()} of {name}", on, "")
        if found.code is None or found.level is not Level.ACTOR:
            return referent
        return replace(found, why=f"{words!r} in an article about {name} only; {found.why}")

    def _source(self, claim: Claim, words: str, on: Period | date | None) -> ClaimantRead:
        """What sort of source a claimant's words name."""
        code = self._asked(words, on, claim.sentence.text).code
        named = self._ask.class_of_actor(code) if code is not None else None
        before = self._document.text[: claim.sentence.start]
        return read_claimant(words, context=claim.sentence.text, before=before, named=named)

    def _asked(self, words: str, on: Period | date | None, context: str) -> Referent:
        asked = (words, on, context)
        if asked not in self._actors:
            self._actors[asked] = self._ask.actor(words, on=on, context=context)
        return self._actors[asked]

    def _place(self, claim: Claim, span: Span, role: Role, on: Period | date | None) -> Resolved:
        words = whole_place(self._document.text, span)
        referent = self._ask.place(words, context=claim.sentence.text)
        if referent.ambiguous or referent.several:
            referent = self._ask.place(words, context=claim.sentence.text, countries=self._countries().about)
        referent = self._in_sight(span, referent)
        if role is Role.VIA and (referent.level is Level.COUNTRY or not (referent.code or referent.candidates)):
            actor = self._actor(claim, span, role, on)
            if actor.referent is not None and actor.referent.code not in {None, referent.code}:
                return actor
        return self._named(referent)

    def _in_sight(self, span: Span, referent: Referent) -> Referent:
        """A town or site, unless the article never names its country: a namesake elsewhere is likelier then."""
        if referent.code is None or referent.level not in {Level.TOWN, Level.SITE}:
            return referent
        country = self._ask.country_of_place(referent.code)
        if len(country) != 2 or country in self._countries().named:
            return referent
        why = f"{span.text!r} may be what the candidate names; the article names neither its country nor a region there"
        return Referent(Scheme.PLACE, None, referent.level, why, (Candidate(referent.code, referent.why),))

    def _countries(self) -> Countries:
        """The countries of the article, counted when a place first asks for them."""
        if self._told is None:
            self._told = self._ask.countries_of(f"{self._document.title or ''}. {self._document.text}")
        return self._told

    def _named(self, referent: Referent) -> Resolved:
        name = None if referent.code is None else self._ask.name_of(referent.scheme, referent.code)
        return Resolved(referent, name)


def _year_of(document: Document) -> int | None:
    """The one year that the title of a text without a day of publication tells ("2016 campaign")."""
    years = {int(year) for year in _YEAR.findall(document.title or "")}
    return years.pop() if len(years) == 1 else None


def _spoken_for(chain: tuple[Link, ...], claim: Claim, claimants: tuple[Resolved, ...]) -> tuple[Link, ...]:
    """A chain in which a pronoun that speaks is the one for whom it stands, where the article makes that plain."""
    known = {
        span: one.antecedent
        for span, one in zip(_claimants(claim), claimants, strict=False)
        if one.antecedent is not None
    }
    return tuple(
        replace(link, name=known[link.span].text, span=known[link.span]) if link.span in known else link
        for link in chain
    )


def _ahead(claim: Claim, time: Span) -> bool:
    """Whether a time lies ahead of publication: by the claim's status, or by the words before it."""
    sentence = claim.sentence.text
    before = sentence[: time.start - claim.sentence.start]
    coming = _STARTING.search(before) is not None and " will " in sentence
    return claim.status in AHEAD or coming or _BEGINS.search(before) is not None


def _claimants(claim: Claim) -> tuple[Span, ...]:
    return claim.roles.get(Role.CLAIMANT, ())


def _counted(claim: Claim, quantity: Span) -> str | None:
    """The weapon that a quantity counts: the first one behind it, otherwise the last one before."""
    weapons = claim.roles.get(Role.WEAPON, ())
    behind = [span for span in weapons if span.start >= quantity.start]
    chosen = behind[0] if behind else weapons[-1] if weapons else None
    return chosen.text if chosen else None
