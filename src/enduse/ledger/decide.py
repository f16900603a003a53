"""Keeps what people decide: hands a claim out, takes the decision while it is not stale, and takes it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from ..errors import StaleError
from ..model import Claim
from ..model.kept import KeptClaim
from ..model.record import Judgement, Lease, Record, Resolution, Retraction, Verdict
from ..model.review import Choice, Item, Kept
from . import schema
from .articles import text_of_claim
from .lookup import withdrawn_among
from .queue import lease_of, standing_judgements
from .show import CONTEXT, kept_claims
from .write import Writer


def hand_out(writer: Writer, row: int, by: str, minutes: float) -> Item:
    """Lease a claim to a person, and give all that is needed to decide it."""
    item = item_of(writer.connection, row)
    until = datetime.fromisoformat(writer.at) + timedelta(minutes=minutes)
    end = until.isoformat(timespec="microseconds").replace("+00:00", "Z")
    writer.add([Lease(item.kept.claim.id, by, writer.at, end)])
    return item


def item_of(connection: Connection, row: int) -> Item:
    """All that is needed to decide a claim, without leasing it."""
    kept = kept_claims(connection, [row])[0]
    text, sentence = text_of_claim(connection, row), kept.claim.sentence
    before, after = text[max(0, sentence.start - CONTEXT) : sentence.start], text[sentence.end : sentence.end + CONTEXT]
    standing = tuple(standing_judgements(connection, kept.claim.id))
    made = [judgement.replacement for judgement in standing if judgement.replacement]
    asked = select(schema.claims.c.row).where(schema.claims.c.id.in_(made)).order_by(schema.claims.c.row)
    rows = list(connection.execute(asked).scalars()) if made else []
    corrections = tuple(made.claim for made in kept_claims(connection, rows)) if rows else ()
    return Item(kept, before, after, standing, corrections)


def give_back(writer: Writer, target: str, by: str) -> None:
    """End a person's lease of a claim."""
    lease = lease_of(writer.connection, target, writer.at)
    if lease is not None and lease.by == by:
        writer.add([Lease(target, by, writer.at, writer.at)])


def decide(writer: Writer, item: Item, choice: Choice, by: str) -> Kept:
    """Keep a decision with all that comes with it.

    Raises StaleError, and keeps nothing, where others decided the claim since it was handed out, or hold it now.
    """
    claim = item.kept.claim
    standing = standing_judgements(writer.connection, claim.id)
    _refuse_stale(writer, item, choice, by, standing)
    target = choice.claim or claim
    verdict = choice.verdict if target.id != claim.id or choice.verdict is not Verdict.CORRECTED else Verdict.ACCEPTED
    replacement = target.id if verdict is Verdict.CORRECTED else None
    judgement = Judgement(claim.id, verdict, by, writer.at, choice.why, replacement)
    added = None
    if replacement and replacement not in writer.rows_of(schema.claims, "id", [replacement]):
        writer.add_claims({target.id: target}, writer.rows_of(schema.texts, "sha256", [target.document_sha256]))
        added = replacement
    resolutions = list(_resolutions(item.kept, target, choice, by))
    back = withdrawn_among(writer.connection, [r.id for r in resolutions] + ([replacement] if replacement else []))
    known = writer.rows_of(schema.resolutions, "id", [r.id for r in resolutions])
    resolutions = [r for r in resolutions if r.id not in known or r.id in back]
    records: list[Record] = [
        judgement,
        *resolutions,
        *(Retraction(id_, False, by, writer.at, f"for {judgement.id}") for id_ in sorted(back)),
        *(Retraction(id_, True, by, writer.at, f"for {judgement.id}") for id_ in _outdated(item.kept, target, choice)),
        *(Retraction(id_, True, by, writer.at, f"for {judgement.id}") for id_ in _by_hand(writer, standing, judgement)),
        Lease(claim.id, by, writer.at, writer.at),
    ]
    writer.add(records)
    return Kept(judgement, tuple(records), added)


def undo(writer: Writer, kept: Kept, by: str) -> None:
    """Take a decision back, with all that came with it."""
    why, opposite = f"undone: {kept.judgement.id}", []
    for record in kept.records:
        if isinstance(record, Retraction):
            opposite.append(Retraction(record.target, not record.withdrawn, by, writer.at, why))
        elif isinstance(record, Judgement):
            opposite.append(Retraction(record.id, True, by, writer.at, why))
    turned = {record.target for record in opposite}
    new = [r.id for r in kept.records if isinstance(r, Resolution) and r.id not in turned]
    opposite += [Retraction(id_, True, by, writer.at, why) for id_ in [*new, *([kept.claim] if kept.claim else [])]]
    writer.add(opposite)


def _refuse_stale(writer: Writer, item: Item, choice: Choice, by: str, standing: Sequence[Judgement]) -> None:
    claim = item.kept.claim
    mine = f"your {choice.verdict}" + f" ({choice.why})" * bool(choice.why)
    if theirs := [judgement for judgement in standing if judgement not in item.standing]:
        last = theirs[-1]
        said = f"{last.verdict} by {last.by}, {last.at}" + f" ({last.why})" * bool(last.why)
        raise StaleError(f"{claim.id}: was {said} meanwhile; {mine} is not kept")
    if len(standing) != len(item.standing):
        raise StaleError(f"{claim.id}: a decision was taken back meanwhile; {mine} is not kept; look at it again")
    lease = lease_of(writer.connection, claim.id, writer.at)
    if lease is not None and lease.by != by:
        raise StaleError(f"{claim.id}: is {lease.by}'s to decide until {lease.until}; {mine} is not kept")


def _resolutions(kept: KeptClaim, claim: Claim, choice: Choice, by: str) -> Iterator[Resolution]:
    """What is named by hand, and on a new claim what was looked up for the fillers that stay."""
    why = choice.why or "named by hand"
    named = {(n.role, n.filler, n.scheme) for n in choice.referents}
    for n in choice.referents:
        yield Resolution(claim.id, n.role, n.filler, n.scheme, n.code, None, why, f"review-{by}")
    if claim.id == kept.claim.id or choice.verdict is not Verdict.CORRECTED:
        return
    for old in kept.resolutions:
        before, now = kept.claim.roles.get(old.role, ()), claim.roles.get(old.role, ())
        if old.filler < len(before) and before[old.filler] in now:
            filler = now.index(before[old.filler])
            if (old.role, filler, old.scheme) not in named:
                yield Resolution(
                    claim.id, old.role, filler, old.scheme, old.code, old.level, old.why, old.resolver, old.detail
                )


def _outdated(kept: KeptClaim, claim: Claim, choice: Choice) -> list[str]:
    """Resolutions of the same claim whose place one named by hand takes."""
    named = {(n.role, n.filler, n.scheme) for n in choice.referents} if claim.id == kept.claim.id else set()
    return [r.id for r in kept.resolutions if (r.role, r.filler, r.scheme) in named]


def _by_hand(writer: Writer, standing: Sequence[Judgement], judgement: Judgement) -> list[str]:
    """Claims of earlier corrections that no reader found, and that this decision does not stand by."""
    made = {j.replacement for j in standing if j.replacement and j.replacement != judgement.replacement}
    claims, found = schema.claims, schema.extractions
    read = select(found.c.row).where(found.c.claim == claims.c.row).exists()
    return list(writer.connection.execute(select(claims.c.id).where(claims.c.id.in_(made), ~read)).scalars())
