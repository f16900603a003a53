"""Fills the criteria by which the risk of diversion is asked with the claims of a ledger that speak to each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..lexicon.weapons import open_weapons
from ..model import ClaimType, Role, Stance, Status
from ..model.checklist import Checklist, Criterion, Entry
from ..model.custody import Arms, Holder
from ..model.kept import KeptClaim
from ..model.record import CopyRecord, Link
from .custody import backing_of
from .events import Grouper
from .held import KIND_OF, Held, arms_of, held_of, holders, same_holder
from .identity import one_text, shared_class, shared_model
from .recipients import Statehood, statehood
from .scope import day_of

MANPADS = "air_defence.manpads"

UNROCA_NAMES: Mapping[str, str] = {
    "I": "battle tanks", "II": "armoured combat vehicles", "III": "large-calibre artillery systems",
    "IVa": "combat aircraft", "IVb": "unmanned combat aircraft", "Va": "attack helicopters",
    "Vb": "unmanned attack helicopters", "VI": "warships", "VIIa": "missiles and missile launchers",
    "VIIb": "man-portable air-defence systems",
}  # fmt: skip

NOTHING = "nothing in this ledger"


@dataclass(frozen=True, slots=True)
class Known:
    """What a ledger offers for a checklist. subject: the claims of the transfer; claims: those of its recipient."""

    id: str
    subject: Sequence[KeptClaim]
    claims: Sequence[KeptClaim]
    copies: Sequence[CopyRecord]
    judgements: Sequence[Link]


class _Subject(NamedTuple):
    """The transfer, and what is compared with it."""

    held: tuple[Held, ...]
    supplier: tuple[Holder, ...]
    recipient: tuple[Holder, ...]
    arms: tuple[Arms, ...]

    def named(self, one: Held, others: Iterable[Holder]) -> str | None:
        """Whether the recipient is among others of a claim: "", or a note where only its kind is; None where not.

        A kind counts with its country ("Syrian rebels"), or in the article of the transfer.
        """
        known = list(others)
        if any(same_holder(own, other) for own in self.recipient for other in known):
            return ""
        here = any(one_text(own, one) for own in self.held)
        kinds = {own.code for own in self.recipient if own.vague and own.code and (here or "-" in own.code)}
        words = next((other.words for other in known if other.vague and other.code in kinds), None)
        return None if words is None else f"names only the kind “{words}”, who need not be this recipient"


Speaks = Callable[[Held, _Subject], str | None]
"""Whether a claim speaks to a criterion: a note, "" for none, or None where it does not."""


class _Question(NamedTuple):
    key: str
    title: str
    source: str
    speaks: Speaks
    not_read: str = ""


def checklist_of(known: Known) -> Checklist:
    """Fill the checklist of one transfer; in whatever order the claims come, it is the same."""
    subject = _subject(known.subject)
    held = {kept.claim.id: held_of(kept) for kept in (*known.claims, *known.subject) if kept.claim.type in KIND_OF}
    grouper = Grouper(known.judgements)
    grouper.add(one.fact for _, one in sorted(held.items()))
    documents = {document.id for one in held.values() for document in one.kept.documents}
    criteria = tuple(_criterion(question, subject, held, grouper, known.copies) for question in _QUESTIONS)
    return Checklist(
        known.id, tuple(one.said for one in subject.held), subject.supplier, subject.recipient, subject.arms,
        tuple(_flags(subject)), tuple(map(register_line, subject.arms)), criteria, len(held), len(documents),
    )  # fmt: skip


def register_line(arms: Arms) -> str:
    """The category of the UN Register of Conventional Arms in words; no vague word is given that of a specific one."""
    kind = arms.weapon_class
    if arms.model is None and kind and not kind.startswith("generic.") and _may_be_manpads(kind):
        return f"{_category(arms)}; MANPADS may be called so too, the words do not say it, and it is not taken for them"
    return _category(arms)


def _category(arms: Arms) -> str:
    words = f"“{arms.words}”"
    if arms.unroca is None:
        return f"{words}: not in the register of weapons; whether the UN Register covers it is not known"
    if arms.unroca == "outside":
        return f"{words} ({arms.name}): outside the UN Register of Conventional Arms"
    if arms.unroca == "depends":
        return (
            f"{words} ({arms.name}): the words do not say which type, and the category of the UN Register hangs on it"
        )
    if arms.unroca in UNROCA_NAMES:
        return f"{words} ({arms.name}): category {arms.unroca} of the UN Register, {UNROCA_NAMES[arms.unroca]}"
    return f"{words} ({arms.name}): small arms and light weapons, voluntary row {arms.unroca} of the UN Register"


def _may_be_manpads(kind: str) -> bool:
    return kind != MANPADS and kind in open_weapons().classes and open_weapons().covers(kind, MANPADS)


def _subject(claims: Sequence[KeptClaim]) -> _Subject:
    ordered = sorted(claims, key=lambda kept: (day_of(kept) or date.max, kept.claim.id))
    return _Subject(
        tuple(map(held_of, ordered)),
        tuple(dict.fromkeys(h for kept in ordered for h in holders(kept, Role.SUPPLIER))),
        tuple(dict.fromkeys(h for kept in ordered for h in holders(kept, Role.RECIPIENT))),
        tuple(dict.fromkeys(arms for kept in ordered for arms in arms_of(kept))),
    )  # fmt: skip


def flags_of(claims: Sequence[KeptClaim]) -> tuple[str, ...]:
    """What must be looked at whatever else is known of a transfer, in words; empty where there is nothing."""
    return tuple(_flags(_subject(claims)))


def _flags(subject: _Subject) -> Iterable[str]:
    """MANPADS are flagged unless every recipient is known to be a state."""
    for arms in subject.arms:
        if arms.weapon_class == MANPADS:
            found = [statehood(holder) for holder in subject.recipient]
            no_state = [why for answer, why in found if answer is Statehood.NON_STATE]
            open_ = [why for answer, why in found if answer is Statehood.OPEN]
            if no_state:
                yield f"MANPADS for a non-state recipient: “{arms.words}”; {'; '.join(no_state)}"
            elif open_ or not found:
                why = "; ".join(open_) or "no recipient is told"
                yield f"MANPADS, and the recipient is not known to be a state: “{arms.words}”; {why}"


def _criterion(
    question: _Question, subject: _Subject, held: Mapping[str, Held], grouper: Grouper, copies: Sequence[CopyRecord]
) -> Criterion:
    notes = {id_: note for id_, one in held.items() if (note := question.speaks(one, subject)) is not None}
    events = {event.claims: event for id_ in notes if (event := grouper.event_of(id_))}
    entries = []
    for claims in events:
        said = sorted(
            (held[id_] for id_ in claims if id_ in notes),
            key=lambda one: (day_of(one.kept) or date.max, one.kept.claim.id),
        )
        standing = [one.kept for one in said]
        note = "; ".join(sorted({notes[one.kept.claim.id] for one in said} - {""}))
        entries.append((said[0], Entry(tuple(one.said for one in said), backing_of(standing, copies), note)))
    entries.sort(key=lambda pair: (day_of(pair[0].kept) or date.max, pair[0].kept.claim.id))
    blank = "" if entries else _blank(question, subject)
    facts = tuple(_facts(question, subject))
    found = tuple(entry for _, entry in entries)
    return Criterion(question.key, question.title, question.source, found, facts, blank, question.not_read)


def _blank(question: _Question, subject: _Subject) -> str:
    if question.speaks is _never:
        return "not asked of this ledger"
    if not subject.recipient:
        return "who is to receive them is not told, so nothing could be looked for"
    if all(holder.vague and "-" not in (holder.code or "") for holder in subject.recipient):
        words = ", ".join(f"“{holder.words}”" for holder in subject.recipient)
        return f"{NOTHING}; {words} names nobody who could be looked for beyond the article"
    return NOTHING


def _facts(question: _Question, subject: _Subject) -> Iterable[str]:
    if question.key in ("need", "manpads"):
        yield from dict.fromkeys(statehood(holder)[1] for holder in subject.recipient)


def _never(one: Held, subject: _Subject) -> str | None:
    return None


def _to_recipient(one: Held, subject: _Subject) -> str | None:
    return subject.named(one, one.after) if one.kept.claim.type is ClaimType.TRANSFER else None


def _purpose(one: Held, subject: _Subject) -> str | None:
    return _to_recipient(one, subject) if one.kept.claim.roles.get(Role.PURPOSE) else None


def _able(one: Held, subject: _Subject) -> str | None:
    """Training for the recipient, and holdings of the same model or class."""
    if any(arms.weapon_class == "service.training" for arms in one.arms):
        return _to_recipient(one, subject)
    alike = shared_model(one.arms, subject.arms) or shared_class(one.arms, subject.arms)
    return subject.named(one, one.after) if one.kept.claim.type is ClaimType.HOLDING and alike else None


def _lost(one: Held, subject: _Subject) -> str | None:
    """Diversions from the recipient, and what was seized from it."""
    lost = one.kept.claim.type in (ClaimType.DIVERSION, ClaimType.INTERDICTION)
    return subject.named(one, one.before) if lost and one.arms else None


def _passed_on(one: Held, subject: _Subject) -> str | None:
    """What the recipient gave or sold to others."""
    claim = one.kept.claim
    given = claim.type is ClaimType.TRANSFER or (claim.mode is not None and claim.mode in ("retransfer", "sale"))
    return subject.named(one, one.before) if given and one.arms else None


def _into_hands(one: Held, subject: _Subject) -> str | None:
    """Diversions from the recipient that name who has the arms, and warnings of such in the article of the transfer."""
    if one.kept.claim.type is not ClaimType.DIVERSION or not one.after:
        return None
    if (note := subject.named(one, one.before)) is not None:
        return note
    here = [own for own in subject.held if one_text(own, one)]
    alike = shared_class(one.arms, subject.arms) or any(
        own.kept.claim.sentence == one.kept.claim.sentence for own in here
    )
    return "" if here and alike and not one.before else None


def _technology(one: Held, subject: _Subject) -> str | None:
    kinds = {arms.weapon_class for arms in one.arms}
    return _to_recipient(one, subject) if kinds & {"component.technology", "component.unspecified"} else None


def _stopped(one: Held, subject: _Subject) -> str | None:
    """Transfers to the recipient that were halted or refused, and what was seized on its way there."""
    claim = one.kept.claim
    if claim.type is ClaimType.INTERDICTION:
        return subject.named(one, one.intended)
    return _to_recipient(one, subject) if claim.status in (Status.HALTED, Status.REFUSED) else None


def _manpads(one: Held, subject: _Subject) -> str | None:
    return _to_recipient(one, subject) if any(arms.weapon_class == MANPADS for arms in one.arms) else None


def _received(one: Held, subject: _Subject) -> str | None:
    done = one.kept.claim.status is Status.OCCURRED and one.kept.claim.stance is not Stance.DENIED
    return _to_recipient(one, subject) if done and one.arms else None


_QUESTIONS = (
    _Question("need", "Has the recipient a legitimate need and mandate?", "EU 2008/944 criterion 7(a)", _purpose,
              "the recipient's mandate and command"),
    _Question("ability", "Can the recipient hold and use them?", "EU 2008/944 criterion 7(b)", _able),
    _Question("loss", "Did the recipient lose arms before?", "EU 2008/944 criterion 7(c)", _lost,
              "export controls, stockpile security, audits and corruption"),
    _Question("re-export", "Did the recipient pass arms on?", "EU 2008/944 criterion 7(d)", _passed_on,
              "undertakings not to re-export, and whether they were kept"),
    _Question("hands", "Into whose hands could they come?", "EU 2008/944 criterion 7(e)", _into_hands,
              "who is listed as a terrorist organisation: enduse keeps no such list"),
    _Question("technology", "Is technology passed on?", "EU 2008/944 criterion 7(f)", _technology),
    _Question("att-7", "Is there an overriding risk of violations of humanitarian or human rights law?",
              "ATT Article 7", _never, "this is outside what enduse reads; ask those who document violations"),
    _Question("att-11", "Was a transfer stopped, or arms seized on their way?", "ATT Article 11", _stopped,
              "measures against diversion, and what was done when one was found"),
    _Question("manpads", "Are MANPADS given to a non-state recipient?", "Wassenaar elements on MANPADS", _manpads,
              "storage and accounting, and whether missile and gripstock are kept apart"),
    _Question("accumulation", "What else did the recipient receive?", "Wassenaar guidelines on small arms", _received),
    _Question("end-use", "Are end use, consent to re-export and delivery verified?",
              "Wassenaar papers on end use and subsequent transfer", _never,
              "end-user certificates, consent to re-export and checks after delivery: no claims of these are read"),
)  # fmt: skip
"""The questions in the order in which they are asked; the same for every transfer."""
