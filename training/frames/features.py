"""What the linear models weigh: of each word for the tagger, of the whole sentence for types and labels."""

from __future__ import annotations

import itertools

from enduse.extract.gate import features as word_features
from enduse.extract.gate import words as gate_words

from .parse import Parse, parse
from .patterns import patterns

WordClasses = dict[str, tuple[str, str]]
_NO_CLASS = ("", "")
_NEAR = 4
_SUFFIX = 3


class Sentence:
    """A sentence parsed once, its features made on demand. before: the text of the sentence before it."""

    def __init__(self, text: str, before: str, classes: WordClasses) -> None:
        self.text, self.before = text, before
        self.parsed: Parse = parse(text)
        self.runs = patterns(self.parsed)
        self._classes = [classes.get(word, _NO_CLASS) for word in self.parsed.words]

    def of_words(self) -> list[list[str]]:
        """Features of each word: itself, neighbours, phrase, place about triggers, the patterns it is in."""
        basic = [self._basic(at) for at in range(len(self.parsed.words))]
        marks = self._marks()
        rows = []
        for at, own in enumerate(basic):
            row = [f"{name}0={value}" for name, value in own]
            for step, names in ((-2, "wgc"), (-1, "wgckKs"), (1, "wgckKs"), (2, "wgc")):
                beside = basic[at + step] if 0 <= at + step < len(basic) else [("w", "#"), ("g", "#"), ("c", "#")]
                row += [f"{name}{step}={value}" for name, value in beside if name in names]
            rows.append(row + self._pairs(at) + self._frame(at) + marks[at] + ["bias"])
        return rows

    def _basic(self, at: int) -> list[tuple[str, str]]:
        word, parsed = self.parsed.words[at], self.parsed
        coarse, fine = self._classes[at]
        values = [("w", word), ("s", str(parsed.shapes[at])), ("x", word[-_SUFFIX:]), ("c", parsed.classes[at]),
                  ("g", parsed.weapon[at]), ("k", coarse), ("K", fine), ("t", parsed.trigger[at])]  # fmt: skip
        return [(name, value) for name, value in values if value]

    def _pairs(self, at: int) -> list[str]:
        words = ["#", *self.parsed.words, "#"]
        return [f"ww-={words[at]} {words[at + 1]}", f"ww+={words[at + 1]} {words[at + 2]}"]

    def _frame(self, at: int) -> list[str]:
        parsed = self.parsed
        left, right = parsed.left[at], parsed.right[at]
        kind = (parsed.weapon[at] and "weapon") or parsed.classes[at] or f"{self._classes[at][0]}.{parsed.shapes[at]}"
        found = [f"L={left}", f"R={right}", f"L={left} {kind}", f"R={right} {kind}", f"LR={left} {right}"]
        if parsed.phrase[at] >= 0:
            phrase = parsed.phrases[parsed.phrase[at]]
            head = parsed.words[phrase.stop - 1]
            found += [f"led={phrase.led}", f"head={head}", f"led={phrase.led} {kind}", f"first={at == phrase.first}"]
            found.append(f"armed={any(parsed.weapon[phrase.first : phrase.stop])} {phrase.led}")
        return found

    def _marks(self) -> list[list[str]]:
        marks: list[list[str]] = [[] for _ in self.parsed.words]
        for role, runs in self.runs.items():
            for first, stop in runs:
                for at in range(first, stop):
                    marks[at].append(f"in={role}:{'first' if at == first else 'more'}")
        quoted = False
        for at, word in enumerate(self.parsed.words):
            quoted = (not quoted if word == '"' else word != "”") if word in {'"', "“", "”"} else quoted
            marks[at].append(f"quoted={quoted}")
        return marks

    def of_sentence(self) -> list[str]:
        """What the gate weighs, frames with what stands in them, words near triggers."""
        parsed = self.parsed
        found = word_features(gate_words(self.text), gate_words(self.before))
        for at in range(len(parsed.words)):
            kind = "weapon" if parsed.weapon[at] else parsed.classes[at]
            if parsed.weapon[at]:
                found.add(f"group:{parsed.weapon[at]}")
            if kind in {"weapon", "actor"}:
                found |= {f"L:{parsed.left[at]} {kind}", f"R:{parsed.right[at]} {kind}"}
            found.add(f"k:{self._classes[at][1]}")
            if parsed.trigger[at]:
                found |= self._about_trigger(at)
        opened = [trigger for trigger in parsed.trigger if trigger]
        found.update(f"tt:{a}>{b}" for a, b in itertools.pairwise(opened))
        found.update(f"has:{role}" for role, runs in self.runs.items() if runs)
        if any(parsed.weapon):
            found.update(f"armed {trigger}" for trigger in opened)
        return sorted(found)

    def _about_trigger(self, at: int) -> set[str]:
        parsed = self.parsed
        frame = parsed.trigger[at].partition(":")[0]
        found = {f"t:{parsed.trigger[at]}"}
        for near in range(max(0, at - _NEAR), min(len(parsed.words), at + _NEAR + 1)):
            side = "<" if near < at else ">"
            if near != at:
                found.add(f"{frame}{side}{parsed.words[near]}")
                if near < at:
                    found.add(f"{parsed.words[at]}{side}{parsed.words[near]}")
        return found
