"""A claim while a person corrects it, line by line: labels, the words of roles, and what these stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from enduse.model import ROLES_OF, Claim, ClaimType, Mode, Role, Span, Stance, State, Status
from enduse.model.record import Verdict
from enduse.model.review import Choice, NamedReferent

HELP = """\
  type transfer      also status, state, stance and mode, with a label of the codebook
  supplier=words     the words of a role as they stand in the sentence; several with | between; none takes the role away
  place=Selin#2      the second place where the words stand
  supplier->actor:x  what the words stand for; supplier2->… the second filler; actor: alone for what no register has
  why words          the reason
  an empty line keeps it, x gives it up"""

_LABELS = {"type": ClaimType, "status": Status, "state": State, "stance": Stance, "mode": Mode}
_SPANS = re.compile(r"(\w+)\s*=(.*)", re.DOTALL)
_NAMES = re.compile(r"([a-z]+)(\d*)\s*->\s*(\w+):\s*(.*)")
_WORDS = re.compile(r"(.+?)(?:#(\d+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Draft:
    """What the claim is to be. named: by role and the place of a filler, scheme and code."""

    before: Claim
    type: ClaimType
    stance: Stance
    status: Status | None
    state: State | None
    mode: Mode | None
    roles: Mapping[Role, tuple[Span, ...]]
    named: Mapping[tuple[Role, int, str], str | None] = field(default_factory=dict)
    why: str = ""

    @classmethod
    def of(cls, claim: Claim, why: str = "") -> Draft:
        """One in which nothing is corrected yet."""
        return cls(
            claim, claim.type, claim.stance, claim.status, claim.state, claim.mode, dict(claim.roles), why=why
        )  # fmt: skip

    def edited(self, line: str) -> Draft:
        """The draft after one line; ValueError says what cannot be."""
        line = line.strip()
        first, _, rest = line.partition(" ")
        if first == "why":
            return replace(self, why=rest.strip())
        if first in _LABELS:
            return self._labelled(first, rest.strip())
        if named := _NAMES.fullmatch(line):
            return self._naming(named)
        if spans := _SPANS.fullmatch(line):
            return self._filled(_role(spans[1]), spans[2].strip())
        raise ValueError(f"{line!r} is no correction; ? shows what can be written")

    def choice(self) -> Choice:
        """The decision that it makes; ValueError where the claim cannot be, or nothing is corrected."""
        claim = Claim(
            self.before.document_sha256, self.type, self.stance, self.before.sentence, dict(self.roles),
            status=self.status, state=self.state, mode=self.mode,
        )  # fmt: skip
        for role, filler, _ in self.named:
            if filler >= len(claim.roles.get(role, ())):
                raise ValueError(f"there is no {role} {filler + 1} to stand for anything")
        if claim.id == self.before.id and not self.named:
            raise ValueError("nothing is corrected yet; x gives it up")
        return Choice(Verdict.CORRECTED, self.why, claim, tuple(NamedReferent(*k, v) for k, v in self.named.items()))

    def _labelled(self, name: str, word: str) -> Draft:
        kind = _LABELS[name]
        if word not in list(kind):
            raise ValueError(f"no {name} {word!r}; there are: {', '.join(kind)}")
        if name != "type":
            return replace(self, **{name: kind(word)})  # type: ignore[arg-type]
        type_ = ClaimType(word)
        ceasefire = type_ is ClaimType.CEASEFIRE
        return replace(
            self, type=type_, status=None if ceasefire else self.status, state=self.state if ceasefire else None,
            mode=self.mode if type_ is ClaimType.DIVERSION else None,
            roles={role: spans for role, spans in self.roles.items() if role in ROLES_OF[type_]},
        )  # fmt: skip

    def _filled(self, role: Role, words: str) -> Draft:
        spans = sorted({self._span(part.strip()) for part in words.split("|")}) if words else []
        roles = {other: found for other, found in self.roles.items() if other is not role}
        named = {key: code for key, code in self.named.items() if key[0] is not role}
        return replace(self, roles={**roles, role: tuple(spans)} if spans else roles, named=named)

    def _span(self, asked: str) -> Span:
        found = _WORDS.fullmatch(asked)
        if found is None:
            raise ValueError("words are missing beside |")
        sentence, words, at = self.before.sentence, found[1], -1
        for _ in range(int(found[2] or 1)):
            at = sentence.text.find(words, at + 1)
            if at < 0:
                raise ValueError(f"{asked!r} does not stand in the sentence; write the words as they are there")
        return Span(sentence.start + at, sentence.start + at + len(words), words)

    def _naming(self, line: re.Match[str]) -> Draft:
        key = (_role(line[1]), int(line[2] or 1) - 1, line[3])
        if not 0 <= key[1] < len(self.roles.get(key[0], ())):
            raise ValueError(f"there is no {line[1]} {line[2] or 1} in the claim")
        return replace(self, named={**self.named, key: line[4].strip() or None})


def _role(name: str) -> Role:
    if name not in list(Role):
        raise ValueError(f"no role {name!r}; there are: {', '.join(Role)}")
    return Role(name)
