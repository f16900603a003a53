"""Asks a ledger who is told to have held which arms, and keeps what people say of two claims' arms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from enduse.errors import MissingError, UsageError
from enduse.model import ClaimType, Role
from enduse.model.custody import Custody
from enduse.model.kept import ClaimFilter, KeptClaim
from enduse.model.record import Link, Sameness

from .asking import claim_filter
from .ledgers import open_ledger, view_ledger
from .planning import kept_of
from .tracing import EVENT, FLOW, Traced, understood

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from enduse.ledger.named import Within
    from enduse.link.held import Held

MOST = 200
"""Claims that are read of those that name what is asked for, unless more are wanted."""

ROUNDS = 3
"""How often those who got arms are followed to what they did with them."""

MOVES = (ClaimType.TRANSFER.value, ClaimType.DIVERSION.value, ClaimType.INTERDICTION.value)
HOLDINGS = (ClaimType.HOLDING.value,)
HOLDERS = (Role.SUPPLIER, Role.RECIPIENT, Role.FROM, Role.TO, Role.AGENT, Role.HOLDER)
EVENTS_OF_FLOW = 200
"""Events of a flow that are read, the newest; of an earlier state of the ledger one claim of each."""

MARKS_ASKED = 10
"""Serial numbers, lots and shipments that are looked for in other claims."""


def trace(
    where: str, what: str, *, since: str | None = None, until: str | None = None, limit: int = MOST,
    as_of: str | None = None,
) -> Custody:  # fmt: skip
    """What a ledger tells of the custody of an actor's or a kind of arms, or of those of a claim, an event or a flow.

    what: a code or a name ("actor:isis", "weapon:fn6", "Islamic State"), a class, or an id. since, until: the days of
    publication, as in `enduse claims`. limit: claims read of those that name it, the newest; the answer says of how
    many.
    """
    from enduse.ledger.named import Within, copies_among, links_among
    from enduse.link.custody import Told, custody_of

    asked = claim_filter(since=since, until=until, as_of=as_of)
    within, traced = Within(asked.since, asked.until, asked.as_of), understood(what)
    ids = claims_of(where, what, as_of) if traced.scheme == "id" else ()
    with view_ledger(where) as ledger, ledger.reading() as connection:
        rows, found = _rows(connection, traced, ids, within, limit)
        asked_for = kept_of(connection, rows, within.as_of)
        claims = _followed(connection, asked_for, within, limit)
        documents = {document.id for kept in claims for document in kept.documents}
        copies = copies_among(connection, documents, within.as_of)
        links = links_among(connection, [kept.claim.id for kept in claims], within.as_of)
    wanted = frozenset(kept.claim.id for kept in asked_for)
    said = _name_of(where, what, as_of) if traced.scheme == "id" else traced.said
    return custody_of(Told(what, said, claims, copies, links, wanted, found))


def judge_arms(where: str, left: str, right: str, verdict: str, *, by: str, why: str = "") -> Link:
    """Keep that a person calls the arms of two claims the same, different, or is unsure; the last word counts.

    Raises UsageError for what is no claim of custody, and for a judgement without a name.
    """
    from enduse.ledger.lookup import row_of_claim
    from enduse.link.identity import OF_ARMS

    if verdict not in list(Sameness):
        raise UsageError(f"no verdict {verdict!r}; there are: {', '.join(Sameness)}")
    if not by.strip():
        raise UsageError("a judgement needs a name; say who decided")
    with open_ledger(where) as ledger, ledger.writing() as writer:
        rows = [row_of_claim(writer.connection, id_) for id_ in (left, right)]
        if None in rows:
            raise MissingError(
                f"no claim {(left, right)[rows.index(None)]!r} in {ledger.name}; copy an id from a trace"
            )
        one, other = sorted(kept.claim.id for kept in kept_of(writer.connection, [r for r in rows if r], None))
        if one == other:
            raise UsageError(f"{one} is one claim; name two")
        link = Link(OF_ARMS, one, other, Sameness(verdict), by.strip(), writer.at, why)
        writer.add([link])
    return link


def _name_of(where: str, id_: str, as_of: str | None) -> str:
    """An id in words; of a flow also from whom to whom, and of what."""
    from .flows import flow

    if not id_.startswith(FLOW):
        return f"the arms of {id_}"
    view = flow(where, id_, as_of=as_of)
    return f"the flow {view.supplier} → {view.recipient}: {view.weapon}, {view.flow.period} ({view.flow.id})"


def claims_of(where: str, id_: str, as_of: str | None) -> Sequence[str]:
    """The ids of the claims that an id stands for."""
    from .flows import events_of_flow, flow
    from .linking import event

    if id_.startswith(FLOW) and as_of is not None:  # one claim of each event
        return flow(where, id_, as_of=as_of).flow.claims
    if id_.startswith(FLOW):
        page = events_of_flow(where, id_, limit=EVENTS_OF_FLOW)
        return [claim for view in page.events for claim in view.event.claims]
    if id_.startswith(EVENT):
        return event(where, id_, as_of=as_of).event.claims
    return (id_,)


def _rows(
    connection: Connection, traced: Traced, ids: Sequence[str], within: Within, limit: int
) -> tuple[list[int], int]:
    """Rows of the claims that name what is asked for, moves before holdings, and how many there are."""
    from enduse.ledger.named import Named, count_naming, rows_naming, rows_of_ids

    if traced.scheme == "id":
        rows = rows_of_ids(connection, ids, within)
        if not rows:
            raise MissingError(f"no live claim {traced.said!r}; copy an id from `enduse claims`, `events` or a trace")
        return rows[:limit], len(rows)
    if traced.scheme == "words":
        return rows_by_words(connection, traced.codes[0], within, limit)
    roles = HOLDERS if traced.scheme == "actor" else (Role.WEAPON,)
    named = Named(traced.scheme, traced.codes, roles)
    rows = rows_naming(connection, named, MOVES, within, limit)
    rows += rows_naming(connection, named, HOLDINGS, within, max(limit - len(rows), limit // 4))
    return rows, count_naming(connection, named, (*MOVES, *HOLDINGS), within)


def rows_by_words(connection: Connection, words: str, within: Within, limit: int) -> tuple[list[int], int]:
    """Rows of the claims in whose holders or arms these words stand, and how many there are."""
    from enduse.ledger.find import ClaimQuery

    phrase = '"' + words.replace('"', " ") + '"'
    found: set[int] = set()
    for role in (*HOLDERS, Role.WEAPON):
        asked = ClaimFilter(
            (*MOVES, *HOLDINGS), roles={role: phrase}, since=within.since, until=within.until, as_of=within.as_of
        )
        found.update(ClaimQuery(connection, asked).page(limit, None))
    return sorted(found, reverse=True)[:limit], len(found)


def _followed(connection: Connection, claims: list[KeptClaim], within: Within, limit: int) -> list[KeptClaim]:
    """The claims, and those that lead on: of the same words, of the same marks, of the same model with who got it."""
    from enduse.ledger.named import rows_of_same_words
    from enduse.link.held import held_of

    found = {kept.row: kept for kept in claims}
    newest = list(claims)
    for _ in range(ROUNDS):
        held = [held_of(kept) for kept in newest]
        rows = set(rows_of_same_words(connection, [kept.row for kept in newest], Role.WEAPON, within))
        rows |= _of_marks(connection, {mark.words for one in held for mark in one.marks}, within)
        rows |= _by_who_got(connection, held, within, limit)
        new = sorted(rows - set(found))[: max(0, 2 * limit - len(found))]
        if not new:
            break
        newest = kept_of(connection, new, within.as_of)
        found |= {kept.row: kept for kept in newest}
    return list(found.values())


def _of_marks(connection: Connection, words: set[str], within: Within) -> set[int]:
    """Rows of claims in whose sentence one of these numbers or names stands."""
    from enduse.ledger.find import ClaimQuery

    found: set[int] = set()
    for said in sorted(words)[:MARKS_ASKED]:
        phrase = '"' + said.replace('"', " ") + '"'
        asked = ClaimFilter(
            (*MOVES, *HOLDINGS), words=phrase, since=within.since, until=within.until, as_of=within.as_of
        )
        found.update(ClaimQuery(connection, asked).page(MOST, None))
    return found


def _by_who_got(connection: Connection, held: Sequence[Held], within: Within, limit: int) -> set[int]:
    """Rows of claims that name somebody who got arms of a model, and the model, as one who gave, lost or has it."""
    from enduse.ledger.named import Named, rows_naming

    got = {(holder.code, arms.model) for one in held if one.done for holder in one.after for arms in one.arms
           if holder.code and not holder.vague and arms.model}  # fmt: skip
    if not got:
        return set()
    holders, models = (tuple(sorted({str(pair[side]) for pair in got})) for side in (0, 1))
    had = Named("actor", holders, (Role.SUPPLIER, Role.FROM, Role.HOLDER))
    named = Named("weapon", models, (Role.WEAPON,))
    return set(rows_naming(connection, had, (*MOVES, *HOLDINGS), within, limit, also=named))
