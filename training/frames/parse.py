"""Reads a sentence into words, phrases and frames: which phrase stands where about which trigger."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from enduse.extract.encode import word_shape
from enduse.extract.wordpiece import WORD
from enduse.lexicon.weapons import key, open_weapons

from .triggers import closed_class, noun_frame, verb_frame

BREAKS = frozenset({"be", "do", "modal", "not", "prep", "and", "rel", "sub", "pron", "hedge"})
"""Closed classes that end a phrase."""

INNER = frozenset("-'’/.&")
"""Signs that may stand inside a phrase."""

_REACH = 4
_LONGEST_NAME = 6
_PARTICIPLES = ("ed", "en", "ght", "nt", "ld", "wn", "un", "ot")
_VERBAL = frozenset({"be", "do", "modal", "not", "pron", "rel"})
_BEFORE_VERB = frozenset({"to", "has", "have", "had", "having"})


@dataclass(slots=True)
class Phrase:
    """A run of words [first, stop) without a verb; led: the preposition before it, empty if bare."""

    first: int
    stop: int
    led: str


@dataclass(slots=True)
class Parse:
    """A sentence's words. bounds: code points in the sentence; weapon: group of the register or empty, of each word.

    trigger: frame and voice opened at each word, empty at most; phrase: which phrase each word is in, -1 if none;
    left, right: what each word is to the nearest trigger before and behind it ("give:active:to").
    """

    bounds: list[tuple[int, int]]
    words: list[str]
    shapes: list[int]
    classes: list[str]
    weapon: list[str]
    trigger: list[str]
    phrase: list[int]
    phrases: list[Phrase]
    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)


def parse(sentence: str) -> Parse:
    """Read one sentence."""
    matches = list(WORD.finditer(sentence))
    written = [match.group() for match in matches]
    words = [word.lower() for word in written]
    classes = [closed_class(word) for word in words]
    weapon = weapons(written)
    trigger = [_trigger(words, classes, weapon, at) for at in range(len(words))]
    bounds = [match.span() for match in matches]
    phrases = _phrases(
        words, [_kind(word, c, bounds, at) for at, (word, c) in enumerate(zip(words, classes, strict=True))], trigger
    )
    of_phrase = [-1] * len(words)
    for number, phrase in enumerate(phrases):
        for at in range(phrase.first, phrase.stop):
            of_phrase[at] = number
    parsed = Parse(bounds, words, [word_shape(word) for word in written], classes, weapon, trigger,
                   of_phrase, phrases)  # fmt: skip
    _link(parsed)
    return parsed


def weapons(written: list[str]) -> list[str]:
    """The group of the weapons register that each word names, longest names first; empty where none."""
    found = [""] * len(written)
    at = 0
    while at < len(written):
        for stop in range(min(len(written), at + _LONGEST_NAME), at, -1):
            group = _group(" ".join(written[at:stop])) if written[stop - 1][0].isalnum() else ""
            if group:
                found[at:stop] = [group] * (stop - at)
                at = stop - 1
                break
        at += 1
    return found


@cache
def _group(name: str) -> str:
    """Group of a class, of the first row that the name stands for without a clearer word beside it."""
    if not name[0].isalnum():
        return ""
    register = open_weapons()
    for entry in register.entries(key(name)):
        if not (entry.worded or (entry.cased and name.islower())):
            group = register.class_of(entry.code).partition(".")[0]
            return "" if group == "none" else group
    return ""


def _trigger(words: list[str], classes: list[str], weapon: list[str], at: int) -> str:
    verb, noun, word = verb_frame(words[at]), noun_frame(words[at]), words[at]
    if (not verb and not noun) or _helps(words, at):
        return ""
    before, class_before = (words[at - 1], classes[at - 1]) if at else ("", "")
    if verb and not (
        class_before == "det" or (noun and not word.endswith(("ed", "ing")) and not _verbal(before, class_before))
    ):
        return f"{verb}:{_voice(words, classes, at)}"
    return f"{noun}:noun" if noun else ""


def _helps(words: list[str], at: int) -> bool:
    """Whether "has" or the like only helps the verb behind it."""
    near = [word for word in words[at + 1 : at + 3] if word not in {"not", "also", "already", "long", "never"}]
    return words[at] in _BEFORE_VERB and bool(near) and (near[0] == "been" or _ended(near[0]) or near[0] == "to")


def _ended(word: str) -> bool:
    return bool(verb_frame(word)) and word.endswith(_PARTICIPLES)


def _verbal(word: str, of_class: str) -> bool:
    return word in _BEFORE_VERB or of_class in _VERBAL


def _voice(words: list[str], classes: list[str], at: int) -> str:
    ended = words[at].endswith(_PARTICIPLES)
    if ended and "be" in classes[max(0, at - _REACH) : at]:
        return "passive"
    if ended and at + 1 < len(words) and words[at + 1] in {"by", "to", "from", "in"}:
        return "reduced"
    if words[at].endswith("ing"):
        return "ing"
    return "infinitive" if at and words[at - 1] == "to" else "active"


def _kind(word: str, of_class: str, bounds: list[tuple[int, int]], at: int) -> str:
    """The closed class of a word; of a sign that stands inside a name, blanks on neither side, none."""
    inner = word in INNER and 0 < at < len(bounds) - 1 and bounds[at - 1][1] == bounds[at][0]
    return "" if inner and bounds[at][1] == bounds[at + 1][0] else of_class


def _phrases(words: list[str], classes: list[str], trigger: list[str]) -> list[Phrase]:
    phrases: list[Phrase] = []
    open_ = led = ""
    for at, word in enumerate(words):
        verb = bool(trigger[at]) and not trigger[at].endswith(":noun")
        if verb or classes[at] == "punct" or (classes[at] in BREAKS and classes[at] != "pron"):
            led = word if classes[at] == "prep" else _led_on(led, word)
            open_ = ""
        elif classes[at] == "pron":
            phrases.append(Phrase(at, at + 1, led))
            open_ = led = ""
        elif open_:
            phrases[-1].stop = at + 1
        else:
            phrases.append(Phrase(at, at + 1, led))
            open_ = "open"
    return phrases


def _led_on(led: str, word: str) -> str:
    """The preposition goes on past "and"; past a comma it is marked, since the list may have ended there."""
    if word == ",":
        return led and led.rstrip(",") + ","
    return led if word in {"and", "or"} else ""


def _link(parsed: Parse) -> None:
    """Say of each word what it is to the triggers about it."""
    triggers = [at for at, trigger in enumerate(parsed.trigger) if trigger]
    for at in range(len(parsed.words)):
        before = [t for t in triggers if t < at]
        behind = [t for t in triggers if t > at]
        parsed.left.append(_slot_left(parsed, before[-1], at) if before else "")
        parsed.right.append(_slot_right(parsed, behind[0], at) if behind else "")


def _slot_left(parsed: Parse, trigger: int, at: int) -> str:
    """What a word behind its trigger is: led by a preposition, first or second bare phrase."""
    number = parsed.phrase[at]
    if number < 0:
        return f"{parsed.trigger[trigger]}:-"
    phrase = parsed.phrases[number]
    bare = sum(not p.led and trigger < p.first for p in parsed.phrases[:number])
    return f"{parsed.trigger[trigger]}:{phrase.led or min(bare, 2)}"


def _slot_right(parsed: Parse, trigger: int, at: int) -> str:
    """What a word before its trigger is: the last bare phrase is its subject."""
    number = parsed.phrase[at]
    if number < 0:
        return f"{parsed.trigger[trigger]}:-"
    phrase = parsed.phrases[number]
    nearer = sum(not p.led and p.stop <= trigger for p in parsed.phrases[number + 1 :])
    return f"{parsed.trigger[trigger]}:{phrase.led or 'subject'}:{min(nearer, 2)}"
