"""Reads how much or how many a phrase speaks of, by a grammar written for arms news."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.quantity import Measure, Quantity, QuantityRule
from .amounts import Counted, read_counted
from .hedges import ALL, BEFORE, MAJORITY, NONE, PARTS, VAGUE
from .numerals import SCALES, SMALL, Amount, Token, cut, exact, words
from .tokens import word_at
from .unit_words import CARRIERS, ITEMS, SORT_OF
from .units import Unit, head_of_phrase, is_carried, is_mass, read_unit, singular, unit_of_weapon, whole_after

_NOTHING = Amount(None, None, None, QuantityRule.VAGUE)
_MORE_THAN_HALF = Amount(0.5, None, 1, QuantityRule.MAJORITY)
_ARTICLES = words("a an the another this that")
_WAITED = words("a an the of another its their his our these those this that as only all")
"""Words that may stand between a hedge and its number: "at least another 100", "more than the 12"."""

_LOTS = {Measure.CONTAINER, Measure.FORMATION}
_ORDER = [QuantityRule.SINGULAR, QuantityRule.VAGUE, QuantityRule.NOT_A_COUNT, QuantityRule.NOT_FOUND]
"""What parse_quantity gives last: "a batch of 40 launchers" speaks of forty before it speaks of one."""


def parse_quantity(phrase: str, *, weapon: str | None = None) -> Quantity:
    """Read the quantity that a phrase speaks of; of several, the first that is a number in words or digits.

    phrase: a filler of the role quantity, or any words ("about two dozen", "$1.15 billion", "27 bundles").
    weapon: the filler of the role weapon that it counts; it tells the unit where the phrase does not ("TOW missiles").
    Never raises: what gives no number has low, best and high None, and a rule that says why.

    Source: low, best and high as in UCDP GED; the rules and their intervals in docs/resolve.md.
    """
    found = parse_quantities(phrase, weapon=weapon)
    if len(found) == 1:
        return found[0]
    return min(found, key=lambda quantity: _ORDER.index(quantity.rule) if quantity.rule in _ORDER else -1)


def parse_quantities(phrase: str, *, weapon: str | None = None) -> tuple[Quantity, ...]:
    """Read all quantities of a phrase, in its order: "10 launchers and 60 missiles" are two.

    Never empty: where there is none, the one Quantity given has the rule not_found or not_a_count.
    """
    return tuple(_Scan(phrase, weapon).quantities())


class _Scan:
    """One walk over the tokens of a phrase."""

    def __init__(self, phrase: str, weapon: str | None) -> None:
        self.text, self.tokens = cut(phrase)
        self.weapon = weapon
        self.at = 0
        self.hedge: QuantityRule | None = None

    def quantities(self) -> Iterator[Quantity]:
        missed: QuantityRule = QuantityRule.NOT_FOUND
        last: Quantity | None = None
        while self.at < len(self.tokens):
            if self._take_hedge():
                continue
            counted = read_counted(self.text, self.tokens, self.at, self.hedge)
            if counted is None:
                counted = self._without_number()
            if counted is None:
                if self.tokens[self.at].kind in {"bore", "name", "order", "junk"}:
                    missed = QuantityRule.NOT_A_COUNT
                self._pass_word()
                continue
            in_brackets = word_at(self.tokens, self.at - 1) == "(" if self.at else False
            self.at, self.hedge = max(counted.after, self.at + 1), None
            if counted.amount is None:
                missed = QuantityRule.NOT_A_COUNT
            else:
                quantity = self._quantity(counted.amount, counted.unit)
                if not (in_brackets and quantity == last):  # "12 (twelve)"
                    yield quantity
                last = quantity
        if last is None:
            yield Quantity(None, None, None, Measure.UNKNOWN, missed)

    def _take_hedge(self) -> bool:
        """Remember a hedge; of two, a bound is kept before an estimate ("up to roughly 90")."""
        hedged = BEFORE.at(self.tokens, self.at)
        if hedged is None or (hedged[1] >= len(self.tokens) and self.tokens[self.at].word in VAGUE):
            return False
        if self.tokens[self.at].word in VAGUE and hedged[1] == self.at + 1 and not self._number_follows(hedged[1]):
            return False
        if self.hedge in {None, QuantityRule.APPROXIMATE, QuantityRule.RANGE}:
            self.hedge = hedged[0]
        self.at = hedged[1]
        return True

    def _number_follows(self, at: int) -> bool:
        while word_at(self.tokens, at) in _WAITED:
            at += 1
        _, end = head_of_phrase(self.tokens, at)
        words = self.tokens[at : end + 1]
        return any(t.kind in {"num", "money", "frac"} or t.word in SMALL or t.word in SCALES for t in words)

    def _pass_word(self) -> None:
        """Go past a word that is no number; a hedge waits for its number over articles and adjectives."""
        if self.hedge is not None and not self._number_follows(self.at):
            self.hedge = None
        self.at += 1

    def _without_number(self) -> Counted | None:
        """What words without a numeral tell: none, both, all, most, a shipment, several."""
        token, ahead = self.tokens[self.at], word_at(self.tokens, self.at + 1)
        if token.kind != "word":
            return None
        word, rest = token.word, self.at + 1
        if word == "not" and ahead in {"a", "one"}:
            zero = exact(0)._replace(rule=QuantityRule.NONE)
            return self._counted(zero, rest + (2 if word_at(self.tokens, rest + 1) == "single" else 1))
        if word in NONE and ahead not in {"longer", "doubt", "matter", "way"}:
            rest += word == "no" and ahead == "one"
            return self._counted(exact(0)._replace(rule=QuantityRule.NONE), rest)
        if word == "both":
            return self._counted(exact(2), rest)
        if word in ALL and not self._number_follows(rest):
            return self._share(Amount(1, 1, 1, QuantityRule.ALL), rest)
        if word in MAJORITY and (word != "most" or self._is_most_of(rest)):
            return self._share(_MORE_THAN_HALF, rest)
        return self._noun_phrase()

    def _is_most_of(self, rest: int) -> bool:
        """Whether "most" is a share ("most of them", "most weapons") and not a superlative ("the most advanced")."""
        ahead = word_at(self.tokens, rest)
        if (self.at and self.tokens[self.at - 1].word in {"the", "its"}) or ahead.endswith("ly"):
            return False
        head, _ = head_of_phrase(self.tokens, rest)
        return ahead in {"", "of"} or (
            head is not None and (self.tokens[head].word.endswith("s") or is_mass(self.tokens[head].word))
        )

    def _counted(self, amount: Amount, at: int) -> Counted:
        unit = read_unit(self.text, self.tokens, at)
        return Counted(amount, unit, unit.after)

    def _share(self, amount: Amount, at: int) -> Counted:
        of, after = whole_after(self.text, self.tokens, at)
        return Counted(amount, Unit(Measure.SHARE, None, of, after), after)

    def _noun_phrase(self) -> Counted | None:
        """A lot or an item in the singular is one; a word of amount is an amount without a number."""
        word = self.tokens[self.at].word
        if word not in _ARTICLES and word not in VAGUE and self.at > 0:
            return None
        start = self.at + (word in _ARTICLES)
        head, end = head_of_phrase(self.tokens, start)
        words = [token.word for token in self.tokens[start:end]]
        if not ALL.isdisjoint(words) or (
            self._number_follows(self.at) and (head is None or not VAGUE.isdisjoint(words))
        ):
            return None
        if head is not None:
            if words[-1] in MAJORITY or words[-1] in PARTS:
                return self._share(_MORE_THAN_HALF if words[-1] in MAJORITY else _NOTHING, end)
            lot = self._lot(self.tokens[head], start, word in _ARTICLES)
            if lot is not None:
                return lot
        if VAGUE.isdisjoint(words) or self._number_follows(self.at):
            return None
        unit = read_unit(self.text, self.tokens, start)
        if unit.name is not None and unit.name.lower() in VAGUE | {"amount", "number", "quantity", "type"}:
            of = None if unit.of is None or word_at(self.tokens, end) != "of" else unit.of
            measure, name = unit_of_weapon(of) if of else (Measure.UNKNOWN, None)
            unit = Unit(measure, name, of, unit.after)
        return Counted(_NOTHING, unit, max(end, unit.after))

    def _lot(self, head: Token, start: int, article: bool) -> Counted | None:
        measure = SORT_OF.get(singular(head.word))
        one = singular(head.word) == head.word
        known = measure in _LOTS or (article and one and head.word in ITEMS)
        if not known or (one and measure is None and not article):
            return None
        unit = read_unit(self.text, self.tokens, start)
        amount = Amount(1, 1, 1, QuantityRule.SINGULAR) if one else _NOTHING
        return Counted(amount, unit, unit.after)

    def _quantity(self, amount: Amount, unit: Unit) -> Quantity:
        measure, name, of, _ = unit
        if measure is Measure.ITEM and name is not None and is_mass(name):
            measure, name = Measure.UNKNOWN, None
        if self.weapon:
            if name is None and measure in {Measure.UNKNOWN, Measure.ITEM}:
                measure, name = unit_of_weapon(self.weapon)
            elif measure is Measure.ITEM and name in CARRIERS and is_carried(self.weapon):
                measure = Measure.CONTAINER
            of = of or self.weapon
        return Quantity(amount.low, amount.best, amount.high, measure, amount.rule, name, of)
