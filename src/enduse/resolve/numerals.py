"""Cuts a phrase into the tokens of the quantity grammar and reads the numbers among them.

A token that belongs to a name or a calibre ("T-72", "122mm", "AK-47s", "9K32") is cut as one, so that no digit of it
can ever be read as a count. This is where the general libraries fail: they read "12 F-16s" as twelve per farad.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ..model.quantity import Number, QuantityRule
from .tokens import word_at


class Token(NamedTuple):
    """A piece of a phrase. kind: money, bore, order, frac, num, name, pct, word, mark or junk; word: in lower case."""

    kind: str
    word: str
    start: int
    end: int


class Amount(NamedTuple):
    """A number as an interval. scale: the number word that it was last multiplied by ("2 million": a million)."""

    low: Number | None
    best: Number | None
    high: Number | None
    rule: QuantityRule
    scale: int = 1


_TOKEN = re.compile(
    r"""
    (?P<money>(?:us|au|ca|nz|hk|[acs])?\$|[€£¥₹₪₽₴₺]|\brs\b\.?(?=\s?\d)|\b(?:usd|eur|gbp)(?=\s?\d))
  | (?P<bore>\d+(?:[.,]\d+)?(?:\s?[x×*]\s?\d+(?:[.,]\d+)?)?[\s-]?(?:mm|cm|millimet(?:er|re)s?|centimet(?:er|re)s?|gauge
        |cal(?:ib(?:er|re))?)\b
        | \d+(?:[.,]\d+)?-(?:pound|lb|kg|kilo(?:gram|met(?:er|re)|ton)?|ton(?:ne)?|mile|km|foot|inch|met(?:er|re)|year
        |month|day|week|hour|minute)\b | \d+(?:\.\d+)?\s?[x×]\s?\d+ | (?<!\d)\.\d\d+)
  | (?P<order>\d+(?:st|nd|rd|th)\b|(?:1[89]|20)\d0'?s\b)
  | (?P<frac>(?<![\d/])\d{1,3}/\d{1,3}(?![\d/])|[½¼¾⅓⅔])
  | (?P<num>(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:\ 000)+|\d{1,15})(?:\.\d{1,6})?
        (?:(?:bn|mn|mln|tn|trn|[kmb])?(?![^\W_]|[.,]\d)|(?=(?:kgs?|lbs?|km|tons?|tonnes?)\b)))
  | (?P<name>(?<![\w.'])(?:rpg|sa|mig|su|bm|zu|zsu|ak|kh|il|tu|type|mk|mark|model|block|resolution|article|chapter|unit
        |leopard|challenger|strela|buk|fateh|fajr|zelzal|shahab|sejil|merkava|mirage|burkan|qaher|badr|hwasong|nodong|iris
        |[b-hj-z])\ \d[\w/-]* | [^\W\d_]+-?\d[\w/]*(?:-\w+)* | \d+[^\W\d_][\w/]*(?:-\w+)*)
  | (?P<pct>%)
  | (?P<word>(?:\b[a-z]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)?)
  | (?P<mark>[^\w\s])
  | (?P<junk>\d[\d.,]*|\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)

_ONE_SPELLING = str.maketrans(
    {"’": "'", "‘": "'", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "[": None, "]": None}
)


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written with blanks between them."""
    return frozenset(listed.split())


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: number for number, word in enumerate(f"{_UNITS} eighteen nineteen".split())}
SMALL |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "bn": 10**9, "mn": 10**6, "mln": 10**6, "tn": 10**12, "lakh": 10**5, "crore": 10**7,
    "dozen": 12, "pair": 2, "pairs": 2,
}  # fmt: skip
SUFFIXES = {"": 1, "k": 10**3, "m": 10**6, "b": 10**9, "trn": 10**12} | SCALES

PLURALS = {
    "tens": (20, 99), "dozens": (24, 99), "hundreds": (200, 999), "thousands": (2_000, 10**6 - 1),
    "millions": (2 * 10**6, 10**9 - 1), "billions": (2 * 10**9, 10**12 - 1), "trillions": (2 * 10**12, 10**15 - 1),
    "lakhs": (2 * 10**5, 10**7 - 1), "crores": (2 * 10**7, 10**9 - 1),
}  # fmt: skip
"""At least two of the number, and less than one of the next larger word (dozens: a hundred; hundreds: a thousand).

Source: what a plural means, and that a speaker who knew of a whole larger unit would have named it (Grice's maxim of
quantity). ACLED codes single conservative figures instead (12 for dozens, 100 for hundreds), which no plural supports.
"""

SEVERAL = {"several", "few", "couple", "many", "multiple"}
_LARGEST = 10**18


def one_spelling(phrase: str) -> str:
    """A phrase with one sort of blank, dash and apostrophe, and without square brackets."""
    return " ".join(phrase.translate(_ONE_SPELLING).split())


def cut(phrase: str) -> tuple[str, list[Token]]:
    """Give the phrase in one spelling, and its tokens."""
    text = one_spelling(phrase)
    return text, [Token(m.lastgroup or "junk", m[0].lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def plain(value: Decimal | int) -> Number:
    """An int wherever the value is whole."""
    whole = int(value)
    return whole if whole == value else float(value)


def exact(value: Decimal | int, scale: int = 1) -> Amount:
    """The interval of one point."""
    number = plain(value)
    return Amount(number, number, number, QuantityRule.EXACT, scale)


def times(amount: Amount, factor: Decimal | int, scale: int = 1) -> Amount:
    """The same interval in another unit."""
    bounds = [None if n is None else plain(Decimal(str(n)) * factor) for n in amount[:3]]
    return Amount(bounds[0], bounds[1], bounds[2], amount.rule, scale)


def read_amount(tokens: Sequence[Token], at: int) -> tuple[Amount, int] | None:
    """Read the number that begins at a token; give it with the place of the token after it, or None."""
    token = tokens[at]
    if token.kind == "num":
        digits = token.word.rstrip("bklmnrt")
        value = digits.replace(",", "").replace(" ", "")
        scale = SUFFIXES.get(token.word[len(digits) :], 1)
        return _scaled(tokens, at + 1, Decimal(value) if "." in value else int(value), scale)
    if token.kind != "word":
        return None
    word = token.word
    if word in SMALL:
        return _spelled(tokens, at)
    if word in PLURALS:
        return _plural(tokens, at)
    if word == "many" and word_at(tokens, at + 1) in PLURALS:  # "many thousands" may be more than nine of them
        return _plural(tokens, at + 1)
    if word in SEVERAL:
        return _several(tokens, at)
    if word == "half":
        return _half(tokens, at)
    if word.startswith("multi"):
        return _multi(tokens, at)
    if word in SCALES and word != "pairs":
        return _scaled(tokens, at, 1, 1)
    return None


def _scaled(tokens: Sequence[Token], at: int, value: Decimal | int, scale: int) -> tuple[Amount, int]:
    """Multiply by the scale words that follow: "1.15 billion", "5-billion", "2 dozen", "two and a half million"."""
    value *= scale
    if [word_at(tokens, at + n) for n in range(3)] == ["and", "a", "half"]:
        value, at = value + Decimal("0.5"), at + 3
    while True:
        ahead = at + (word_at(tokens, at) == "-")
        factor = SCALES.get(word_at(tokens, ahead))
        if factor is None or value * factor > _LARGEST:
            return exact(value, scale), at
        value, scale, at = value * factor, factor, ahead + 1


def _spelled(tokens: Sequence[Token], at: int) -> tuple[Amount, int]:
    """Read a number in words: "twenty-five", "one hundred and fifty thousand"."""
    total, group, last, scale = 0, 0, 0, 1
    while at < len(tokens):
        joined = at + (last > 0 and (word_at(tokens, at) == "-" or (word_at(tokens, at) == "and" and scale >= 100)))
        word = word_at(tokens, joined)
        if word in SMALL and (last == 0 or _may_follow(SMALL[word], last)):
            group, last = group + SMALL[word], SMALL[word] or 10**6
        elif word == "hundred" and 0 < group < 100 and scale != 100:
            group, last, scale = group * 100, 100, 100
        elif word in {"thousand", "million", "billion"} and group and group * SCALES[word] < _LARGEST:
            total, group, last, scale = total + group * SCALES[word], 0, SCALES[word], SCALES[word]
        else:
            break
        at = joined + 1
    return _scaled(tokens, at, total + group, 1) if scale == 1 else (exact(total + group, scale), at)


def _may_follow(small: int, last: int) -> bool:
    return (20 <= last < 100 and 0 < small < 10) or (100 <= last < 10**6 and small > 0) or (last >= 1_000 and small > 0)


def _plural(tokens: Sequence[Token], at: int) -> tuple[Amount, int]:
    """ "hundreds", "tens of thousands", "hundreds of millions"."""
    word, scale = tokens[at].word, 1
    low, high = PLURALS[word]
    at += 3 if [word_at(tokens, at + 1), word_at(tokens, at + 2)] == ["and", word] else 1  # "billions and billions"
    while word_at(tokens, at) == "of" and low < 10**9:
        word = word_at(tokens, at + 1).removesuffix("s")
        if SCALES.get(word, 0) < 100:
            break
        scale = SCALES[word]
        low, high, at = low * scale, min(high, 999) * scale + scale - 1, at + 2
    return Amount(low, None, high, QuantityRule.PLURAL, scale), at


def _several(tokens: Sequence[Token], at: int) -> tuple[Amount, int] | None:
    """ "several hundred", "a few dozen", "a couple"; "several" by itself is no number."""
    couple = tokens[at].word == "couple"
    at += 1
    skip = at + (word_at(tokens, at) == "of")
    factor = SCALES.get(word_at(tokens, skip).removesuffix("s"), 0)
    if factor < 10:
        return (Amount(2, 2, None, QuantityRule.COUPLE), at) if couple else None
    if couple:
        return Amount(2 * factor, 2 * factor, None, QuantityRule.COUPLE, factor), skip + 1
    high = PLURALS["dozens"][1] if factor == 12 else 10 * factor - 1
    return Amount(2 * factor, None, high, QuantityRule.SEVERAL, factor), skip + 1


def _half(tokens: Sequence[Token], at: int) -> tuple[Amount, int] | None:
    """ "half a dozen", "half-million"; "half of" is a share and not read here."""
    ahead = at + 1 + (word_at(tokens, at + 1) in {"a", "-"})
    factor = SCALES.get(word_at(tokens, ahead), 0)
    return (exact(factor // 2, factor), ahead + 1) if factor >= 10 else None


def _multi(tokens: Sequence[Token], at: int) -> tuple[Amount, int] | None:
    """ "multibillion", "multi-million"."""
    ahead = at + (tokens[at].word == "multi")
    ahead += word_at(tokens, ahead) == "-"
    plural = word_at(tokens, ahead).removeprefix("multi") + "s"
    if plural not in {"millions", "billions", "trillions"}:
        return None
    return Amount(*PLURALS[plural][:1], None, PLURALS[plural][1], QuantityRule.PLURAL, SCALES[plural[:-1]]), ahead + 1
