"""Asks a ledger what speaks to each criterion of the risk that arms of one transfer are diverted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from enduse.errors import UsageError
from enduse.model import ClaimType, Role
from enduse.model.checklist import Checklist
from enduse.model.kept import KeptClaim

from .asking import moment
from .custody import HOLDERS, HOLDINGS, MOST, MOVES, claims_of, rows_by_words
from .ledgers import view_ledger
from .planning import kept_of
from .tracing import with_bodies

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from enduse.ledger.named import Within


def checklist(where: str, id_: str, *, as_of: str | None = None) -> Checklist:
    """Fill the criteria for a transfer that is planned or told of: by the id of a claim, an event or a flow.

    Each criterion has the claims that speak to it, or says that it is blank; there is no score. UsageError for what is
    no transfer.
    """
    from enduse.ledger.named import Within, copies_among, links_among, rows_of_ids
    from enduse.link.checklist import Known, checklist_of

    within = Within(as_of=moment(as_of) if as_of is not None else None)
    ids = claims_of(where, id_, as_of)
    with view_ledger(where) as ledger, ledger.reading() as connection:
        subject = kept_of(connection, rows_of_ids(connection, ids, within), within.as_of)
        if not subject:
            raise UsageError(
                f"no live claim {id_!r} in {ledger.name}; copy an id from `enduse plans` or `enduse events`"
            )
        if others := {kept.claim.type for kept in subject} - {ClaimType.TRANSFER}:
            raise UsageError(f"{id_} is a {others.pop()}; a checklist is for a transfer, planned or told of")
        claims = kept_of(connection, _rows(connection, subject, within), within.as_of)
        documents = {document.id for kept in (*subject, *claims) for document in kept.documents}
        copies = copies_among(connection, documents, within.as_of)
        links = links_among(connection, [kept.claim.id for kept in (*subject, *claims)], within.as_of)
    return checklist_of(Known(id_, subject, claims, copies, links))


def _rows(connection: Connection, subject: Sequence[KeptClaim], within: Within) -> list[int]:
    """Rows of the claims that name who is to receive the arms, and of those of arms in the same articles."""
    from enduse.ledger.named import Named, rows_beside, rows_naming
    from enduse.link.held import holders

    recipients = {holder for kept in subject for holder in holders(kept, Role.RECIPIENT)}
    rows = set(rows_beside(connection, [kept.row for kept in subject], (*MOVES, *HOLDINGS), within))
    wanted = {holder.code for holder in recipients if holder.code and (not holder.vague or "-" in holder.code)}
    codes = tuple(sorted({code for one in wanted for code in with_bodies(_whole(one))}))
    if codes:
        named = Named("actor", codes, HOLDERS)
        rows |= set(rows_naming(connection, named, MOVES, within, MOST))
        rows |= set(rows_naming(connection, named, HOLDINGS, within, MOST))
    for words in sorted(holder.words for holder in recipients if not holder.code and not holder.vague):
        rows |= set(rows_by_words(connection, words, within, MOST)[0])
    return sorted(rows)


def _whole(code: str) -> str:
    """The state of a body's code, for its bodies count as one holder; any other code as it is."""
    from enduse.lexicon.actors import open_actors

    register = open_actors()
    owner = code.partition("-")[0]
    return owner if owner in register.states and not (register.known(code) and register.is_class(code)) else code
