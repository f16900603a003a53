"""Compares two claims field by field: what agrees, what stands against one act, and why, in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..lexicon.places import open_places
from ..lexicon.weapons import open_weapons
from ..model import ClaimType, Mode, Role
from ..model.quantity import Measure
from .fact import COMPARED, Amount, Fact, Term
from .source import same_outlet

STATES = frozenset({"allies", "foreign_backers", "international_community", "major_powers", "regional_powers",
                    "soviet_bloc", "states_some"})  # fmt: skip
"""Umbrella words for states beside those that end in _states, _countries and _members."""

STRONG, WEAK = 2, 1
"""What a field counts that agrees: by a name of its own, or by a kind only."""

WITHIN_DAYS = ((3, 4), (14, 5), (45, 6))
"""Days apart, and how much must agree then: the further apart in time, the more two claims must have in common. Chosen
on 300 articles (decision 16)."""

WITHOUT_DAYS = 8
"""How much must agree where the time of one is not known, or told to a season at best."""

AT_ONCE_DAYS = 1
"""Days up to which two claims may be of one act though they agree in no more than "weapons", or the country: later, who
sends weapons to whom is a flow of many deliveries."""

RARE = "cbrn."
"""The classes of weapons whose use is news each time; of all others a party at war uses the same ones every day."""

TOLD_DAYS = 7
"""Days up to which a period that both tell counts for one act."""

ACTORS = frozenset(set(Role) - {Role.WEAPON, Role.PLACE})
"""Fields that name somebody."""

MOST_DAYS = WITHIN_DAYS[-1][0]

DATED_APART_DAYS = 3
"""Days that two dates told for one act may lie apart; more, and they are two acts."""

TIMES_APART = 2.0
"""How many times larger one number may be for one act; more, and they are two acts."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """agreed: what counts for one act. why: what agrees, in words. against: field → why it cannot be one act.

    who: whether an actor named in both agrees. what: whether arms, a number or a place do, or several parties.
    """

    agreed: int
    who: bool
    what: bool
    why: tuple[str, ...]
    against: tuple[tuple[str, str], ...]
    needed: int

    @property
    def fits(self) -> bool:
        """Whether the two may be taken for one act."""
        return not self.against and self._enough

    @property
    def rival(self) -> str | None:
        """The one field that stands against one act, where all else would speak for it; None otherwise."""
        return self.against[0][0] if len(self.against) == 1 and self._enough else None

    @property
    def _enough(self) -> bool:
        return self.who and self.what and self.agreed >= self.needed


def compare(left: Fact, right: Fact) -> Comparison:
    """Compare two claims of the same type of act; the order of the two changes nothing."""
    found = [(role.value, *relation(role, left.terms.get(role, ()), right.terms.get(role, ()))) for role in
             COMPARED[left.type]]  # fmt: skip
    found += [("quantity", *_quantities(left, right)), ("mode", *_modes(left, right)), ("time", *_told(left, right)),
              ("credit", *_credit(left, right))]  # fmt: skip
    agreed = {field: count for field, count, _ in found if count > 0}
    against = [(field, said) for field, count, said in found if count < 0 and field != Role.BROKER]
    apart, said = _days_apart(left, right)
    if apart is not None and apart > MOST_DAYS and not any(field == "time" for field, _ in against):
        against.append(("time", said))
    why = [words for field, count, words in found if count > 0 and field != "time"] + [said] * bool(said)
    actors = [count for field, count in agreed.items() if field in ACTORS]
    things = [count for field, count in agreed.items() if field not in ACTORS | {"mode", "credit"}]
    at_once = apart is not None and apart <= AT_ONCE_DAYS
    what = max(things, default=0) >= STRONG or (bool(things) and (at_once or "credit" in agreed))
    several = left.type is ClaimType.CEASEFIRE and sum(actors) >= 2 * STRONG
    return Comparison(
        sum(agreed.values()), any(count >= STRONG for count in actors), what or several, tuple(why), tuple(against),
        _needed(left, right, apart),
    )  # fmt: skip


def _rare(left: Fact, right: Fact) -> bool:
    """Whether the arms are such that each use of them is news by itself."""
    return any((term.key or "").startswith(RARE) for fact in (left, right) for term in fact.terms.get(Role.WEAPON, ()))


def denies(left: Fact, right: Fact) -> bool:
    """Whether one article tells that somebody gives arms to others, and that it is denied, of the same status."""
    if left.type is not ClaimType.TRANSFER or left.document != right.document or left.denied == right.denied:
        return False
    givers, takers = ([fact.terms.get(role, ()) for fact in (left, right)] for role in (Role.SUPPLIER, Role.RECIPIENT))
    return left.status == right.status and all(takers) and relation(Role.SUPPLIER, *givers)[0] >= STRONG


def conflict(left: Fact, right: Fact) -> bool:
    """Whether some field stands against one act."""
    return bool(compare(left, right).against)


@lru_cache(maxsize=200_000)
def relation(role: Role, left: tuple[Term, ...], right: tuple[Term, ...]) -> tuple[int, str]:
    """How far two fields agree: STRONG, WEAK, 0 where it stays open, -1 where they exclude each other; and in words."""
    if not left or not right:
        return 0, ""
    found = sorted((_pair(role, a, b) for a in left for b in right), reverse=True)
    best, said = found[0]
    if role is Role.PARTY and best == STRONG:
        shared = {a.key for a in left for b in right if _pair(role, a, b)[0] == STRONG}
        return (
            (2 * STRONG, f"party: both {', '.join(sorted(map(str, shared)))}")
            if len(shared) > 1
            else (best, f"{role}: {said}")
        )
    if best > 0:
        return best, f"{role}: {said}"
    if any(count == 0 for count, _ in found):
        return 0, ""
    return -1, f"{role}: {' is not '.join(sorted((shown(left), shown(right))))}"


def shown(terms: tuple[Term, ...]) -> str:
    """The codes of a field, or its words, for a person."""
    return ", ".join(sorted(term.code or f"“{term.words}”" for term in terms))


def specific(terms: tuple[Term, ...]) -> bool:
    """Whether a field names somebody or something, and not a kind only."""
    return any(not term.vague for term in terms)


def _pair(role: Role, left: Term, right: Term) -> tuple[int, str]:
    if left.code is None or right.code is None:
        return _words(left, right) if left.code is right.code is None else (0, "")
    if role is Role.WEAPON:
        return _weapons(left, right)
    if role is Role.PLACE:
        return _places(left, right)
    return _actors(left, right)


def _words(left: Term, right: Term) -> tuple[int, str]:
    if left.words == right.words:
        return (WEAK if left.vague else STRONG), f"the same words “{left.words}”"
    if left.key and left.key == right.key:
        names = " and ".join(sorted((f"“{left.words}”", f"“{right.words}”")))
        return STRONG, f"{names} are of one body, “{left.key[1:]}”"
    named = left.key is not None and right.key is not None
    return (-1 if named and not set(left.words.split()) & set(right.words.split()) else 0), ""


def _actors(left: Term, right: Term) -> tuple[int, str]:
    if left.vague and right.vague:
        if left.code == right.code:
            return WEAK, f"both the kind {left.code}"
        whose = {code.partition("-")[0] for code in (left.code, right.code) if code and "-" in code}
        return (-1, "") if len(whose) > 1 else (0, "")
    if left.vague or right.vague:
        kind, name = (left, right) if left.vague else (right, left)
        return (0, "") if _of_states(kind) == (len(name.key or "") == 2) else (-1, "")
    if left.code == right.code:
        return STRONG, f"both {left.code}"
    if left.key == right.key:
        return STRONG, f"{' and '.join(sorted((left.code or '', right.code or '')))} are of one body, {left.key}"
    return -1, ""


def _of_states(kind: Term) -> bool:
    key = kind.key or ""
    return key in STATES or key.endswith(("_states", "_countries", "_members"))


def _weapons(left: Term, right: Term) -> tuple[int, str]:
    if left.code == right.code:
        return (WEAK, f"both “{left.code}”, not said of which kind") if left.vague else (STRONG, f"both {left.code}")
    one, other = left.key or "", right.key or ""
    if one == other:
        if one in (left.code, right.code):
            designation = right.code if left.code == one else left.code
            count = WEAK if left.vague else STRONG
            return count, f"{designation} is of the class {one}; the other claim names no type"
        return -1, ""
    register = open_weapons()
    if one.startswith("generic.") or other.startswith("generic."):
        return 0, ""
    if register.covers(one, other) or register.covers(other, one):
        return WEAK, f"the words for {' and '.join(sorted((one, other)))} may be said of one thing"
    return -1, ""


def _places(left: Term, right: Term) -> tuple[int, str]:
    if left.code == right.code:
        return (WEAK if left.vague else STRONG), f"both {left.code}"
    register, one, other = open_places(), left.code or "", right.code or ""
    try:
        if register.lies_in(one, other) or register.lies_in(other, one):
            inner, outer = (one, other) if register.lies_in(one, other) else (other, one)
            return WEAK, f"{inner} lies in {outer}"
    except KeyError:  # of a user's own gazetteer
        return 0, ""
    return -1, ""


def amounts_apart(left: Amount, right: Amount) -> bool | None:
    """Whether two amounts of one measure exclude each other; None where they cannot be compared."""
    units = {unit.rstrip("s").casefold() for unit in (left.unit, right.unit) if unit}
    if left.measure != right.measure or (len(units) > 1 and left.measure != Measure.ITEM):
        return None
    low, high = max(left.low or 0, right.low or 0), min(_top(left), _top(right))
    return low > high


def _top(amount: Amount) -> float:
    return float("inf") if amount.high is None else amount.high


def _quantities(left: Fact, right: Fact) -> tuple[int, str]:
    pairs = [(a, b, apart) for a in left.amounts for b in right.amounts if (apart := amounts_apart(a, b)) is not None]
    for a, b, _ in pairs:
        if a.exact and b.exact and a.low == b.low and a.low is not None:
            rare = a.low >= 10 and a.low % 10 != 0
            return (STRONG if rare else WEAK), f"quantity: both {a.low:g} {a.measure}"
    if pairs and all(apart and _times(a, b) > TIMES_APART for a, b, apart in pairs):
        a, b, _ = pairs[0]
        return -1, "quantity: {} is not {}".format(*sorted((amount_shown(a), amount_shown(b))))
    return 0, ""


def _times(left: Amount, right: Amount) -> float:
    lower, upper = sorted((left, right), key=lambda a: a.low or 0)
    return (upper.low or 0) / _top(lower) if _top(lower) else float("inf")


def amount_shown(amount: Amount) -> str:
    """An amount as numbers, for a person."""
    what = amount.unit or amount.measure
    if amount.low == amount.high and amount.low is not None:
        return f"{amount.low:g} {what}"
    bounds = (f"{n:g}" if n is not None else "…" for n in (amount.low, amount.high))
    return f"{'–'.join(bounds)} {what}"


def _modes(left: Fact, right: Fact) -> tuple[int, str]:
    modes = {left.mode, right.mode} - {None, Mode.LEAK.value}
    if len(modes) > 1:
        return -1, f"mode: {' is not '.join(sorted(m for m in modes if m))}"
    return (WEAK, f"mode: both {left.mode}") if left.mode == right.mode and modes else (0, "")


def _told(left: Fact, right: Fact) -> tuple[int, str]:
    """What days say that both sentences tell themselves."""
    apart, said = _days_apart(left, right)
    if apart is None or not (left.dated and right.dated):
        return 0, ""
    if apart > DATED_APART_DAYS:
        return -1, said
    lengths = [(f.end - f.start).days for f in (left, right) if f.start and f.end]
    return (WEAK if apart == 0 and max(lengths) < TOLD_DAYS else 0), said


def _days_apart(left: Fact, right: Fact) -> tuple[int | None, str]:
    apart, said = _between(left, right)
    if left.document == right.document and not (left.dated or right.dated):
        return 0, "time: one document"
    return apart, said


def _between(left: Fact, right: Fact) -> tuple[int | None, str]:
    if left.start is None or right.start is None or left.end is None or right.end is None:
        return None, ""
    apart = max(0, (max(left.start, right.start) - min(left.end, right.end)).days)
    how = (
        "told"
        if left.dated and right.dated
        else "published"
        if not (left.dated or right.dated)
        else "told or published"
    )
    if not apart:
        return 0, f"time: the days {how} overlap"
    return apart, f"time: {how} {apart} {'day' if apart == 1 else 'days'} apart"


def _credit(left: Fact, right: Fact) -> tuple[int, str]:
    for one, other in ((left, right), (right, left)):
        in_time = not (one.published and other.published) or other.published <= one.published
        if in_time and one.credited and same_outlet(one.credited, other.outlet):
            return STRONG, f"credit: one has it from {one.credited}, which printed the other"
    return 0, ""


def _needed(left: Fact, right: Fact, apart: int | None) -> int:
    """How much must agree: more for the use of arms, unless each use of them is news by itself.

    In one article much of what is said of their use are remarks: one more again where it tells no days, two where it
    tells them of one only.
    """
    use = left.type is ClaimType.HOLDING
    more = int(use and not _rare(left, right))
    if use and left.document == right.document and not (left.dated and right.dated):
        more += 2 if left.dated or right.dated else 1
    if apart is None or ((left.vague_days or right.vague_days) and left.document != right.document):
        return WITHOUT_DAYS + more
    return more + next((needed for within, needed in WITHIN_DAYS if apart <= within), WITHIN_DAYS[-1][1])
