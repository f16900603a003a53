"""Turns the form in which a person corrects a claim into a decision, and a claim into the form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from enduse.model import ROLES_OF, Claim, ClaimType, Mode, Role, Span, Stance, State, Status
from enduse.model.record import Verdict
from enduse.model.referent import Scheme
from enduse.model.review import Choice, Queue, QueueOrder
from enduse.service.draft import Draft

from .offsets import to_code_points, to_utf16

MODES = tuple(Mode)
_SPAN = re.compile(r"([a-z]+):(\d{1,9})-(\d{1,9})")
_NAMED = re.compile(r"([a-z]+):\s*(.*)")
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]+")

SCHEMES: Mapping[Role, Scheme] = {
    **dict.fromkeys(Role, Scheme.ACTOR),
    **dict.fromkeys((Role.PLACE, Role.VIA), Scheme.PLACE),
    Role.WEAPON: Scheme.WEAPON,
}
"""The register that a role's fillers are looked up in; see UNNAMED for the roles that none is for."""

UNNAMED = frozenset({Role.QUANTITY, Role.TIME, Role.CONDITION, Role.PURPOSE})
"""Roles of which no register has anything."""

KEYS: Mapping[Role, str] = {
    Role.SUPPLIER: "s", Role.RECIPIENT: "r", Role.AGENT: "a", Role.HOLDER: "h", Role.PARTY: "y", Role.BROKER: "b",
    Role.FROM: "f", Role.TO: "d", Role.WEAPON: "w", Role.ORIGIN: "o", Role.QUANTITY: "q", Role.TARGET: "g",
    Role.VIA: "v", Role.PLACE: "p", Role.TIME: "t", Role.PURPOSE: "u", Role.CONDITION: "c", Role.CLAIMANT: "k",
}  # fmt: skip
"""The key that gives what is selected to a role."""


class Sent(BaseModel):
    """What every form of the review sends.

    seen: the ids of the judgements that the person was shown to stand, commas between. take: of two decisions, which.
    """

    model_config = ConfigDict(extra="forbid")

    csrf: str | None = None
    queue: Queue = Queue.UNCERTAIN
    near: Annotated[float, Field(ge=0, le=1)] = 0.5
    seed: Annotated[int, Field(ge=-(2**31), le=2**31)] = 0
    seen: str | None = None
    why: Annotated[str | None, Field(max_length=2_000)] = None
    verdict: Verdict | None = None
    take: int | None = None
    type: ClaimType | None = None
    status: Status | None = None
    state: State | None = None
    stance: Stance | None = None
    mode: Mode | None = None
    span: list[str] = []
    of: list[str] = []
    named: list[str] = []
    add_role: list[Role] = []
    add_words: list[str] = []

    @property
    def order(self) -> QueueOrder:
        """The queue in which the person is."""
        return QueueOrder(self.queue, self.near, self.seed)

    @property
    def reason(self) -> str:
        """The reason on one line."""
        return _CONTROL.sub(" ", self.why or "").strip()

    @property
    def judgements(self) -> frozenset[str]:
        """The ids of the judgements that were seen."""
        return frozenset(filter(None, (self.seen or "").split(",")))


@dataclass(frozen=True, slots=True)
class Filler:
    """The words of a role in the form. value: "role:start-end" in UTF-16 units of the article's text."""

    role: Role
    value: str
    text: str
    named: str = ""
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """How the form stands: as the claim was read, or as the person left it. add: by role, words that are typed."""

    type: ClaimType
    status: Status | None
    state: State | None
    stance: Stance
    mode: Mode | None
    fillers: tuple[Filler, ...]
    add: Mapping[Role, str] = field(default_factory=dict)
    said: str = ""

    def of(self, role: Role) -> list[Filler]:
        """The fillers of a role."""
        return [filler for filler in self.fillers if filler.role is role]


def form_of(claim: Claim, text: str) -> Form:
    """The form in which nothing is corrected yet."""
    return Form(claim.type, claim.status, claim.state, claim.stance, claim.mode, tuple(_fillers(claim.roles, text)))


def form_again(claim: Claim, text: str, sent: Sent, said: str) -> Form:
    """The form as it was sent, with what is wrong about it."""
    old = form_of(claim, text)
    names = dict(zip(sent.of, sent.named, strict=False))
    fillers = {filler.value: replace(filler, kept=filler.value in sent.span) for filler in old.fillers}
    for value in sent.span:
        try:
            role, span = _span(value, text)
        except ValueError:
            continue
        fillers.setdefault(value, Filler(role, value, span.text))
    return Form(
        sent.type or old.type, sent.status or old.status, sent.state or old.state, sent.stance or old.stance,
        sent.mode or old.mode, tuple(replace(f, named=names.get(f.value, "")) for f in fillers.values()),
        {role: words for role, words in zip(sent.add_role, sent.add_words, strict=False) if words}, said,
    )  # fmt: skip


def corrected(claim: Claim, text: str, sent: Sent) -> Choice:
    """The correction that was sent; ValueError says what cannot be."""
    kind = sent.type or claim.type
    ceasefire, diversion = kind is ClaimType.CEASEFIRE, kind is ClaimType.DIVERSION
    spans = [_span(value, text) for value in sent.span]
    for role, words in zip(sent.add_role, sent.add_words, strict=False):
        if words.strip():
            found = Draft.of(claim).edited(f"{role}={words}").roles[role]
            spans += [(role, span) for span in found]
    # What a type cannot have is left out with its type, as the terminal does; see docs/review.md.
    roles: dict[Role, tuple[Span, ...]] = {
        role: tuple(sorted({span for other, span in spans if other is role}))
        for role in Role
        if role in ROLES_OF[kind] and any(other is role for other, _ in spans)
    }
    draft = replace(
        Draft.of(claim, sent.reason), type=kind, stance=sent.stance or claim.stance, roles=roles,
        status=None if ceasefire else sent.status or claim.status,
        state=(sent.state or claim.state) if ceasefire else None,
        mode=(sent.mode or claim.mode) if diversion else None,
        named=_named(sent, text, roles),
    )  # fmt: skip
    return draft.choice()


def _fillers(roles: Mapping[Role, Sequence[Span]], text: str) -> list[Filler]:
    return [
        Filler(role, f"{role}:{start}-{end}", span.text)
        for role in Role
        for span in roles.get(role, ())
        for start, end in [to_utf16(text, (span.start, span.end))]
    ]


def _span(value: str, text: str) -> tuple[Role, Span]:
    found = _SPAN.fullmatch(value)
    if found is None or found[1] not in list(Role):
        raise ValueError(f"{value!r} is no span; select the words in the sentence again")
    start, end = to_code_points(text, (int(found[2]), int(found[3])))
    if start >= end:
        raise ValueError("nothing is selected; select the words in the sentence")
    return Role(found[1]), Span(start, end, text[start:end])


def _named(
    sent: Sent, text: str, roles: Mapping[Role, Sequence[Span]]
) -> dict[tuple[Role, int, str], str | None]:  # fmt: skip
    named: dict[tuple[Role, int, str], str | None] = {}
    for value, words in zip(sent.of, sent.named, strict=False):
        role_span = _span(value, text)
        if not words.strip() or value not in sent.span or role_span[0] not in roles:
            continue
        role, span = role_span
        found = _NAMED.fullmatch(words.strip())
        scheme = SCHEMES[role]
        if role in UNNAMED or found is None or found[1] != scheme:
            raise ValueError(
                f"{words!r} does not say what {span.text!r} stands for; choose a name, or write {scheme}:CODE"
            )
        named[role, list(roles[role]).index(span), scheme.value] = _CONTROL.sub("", found[2]).strip() or None
    return named
