"""Answers what was tried before that is like a plan, under which controls, and what was reported afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from enduse.errors import UsageError
from enduse.model import ClaimType, Role
from enduse.model.kept import Decision, KeptClaim
from enduse.model.precedent import Precedents

from .asking import moment
from .ledgers import view_ledger
from .planning import kept_of, lands_lookup

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from enduse.ledger.alike import Filled
    from enduse.link.classes import Profile

HORIZON = 1096
"""Days after a case in which reports count as its outcome: three years."""

CASES = 150
"""Claims of a likeness that are put together into cases; those added last are taken, and the rest is told."""

LONGEST = 36_500
"""The longest horizon, a hundred years."""

AROUND = 1
"""Sentences before and after a claim's own in which controls are looked for."""


def precedents(
    where: str, plan: str, *, horizon: int = HORIZON, limit: int = 50, as_of: str | None = None
) -> Precedents:
    """The cases like a plan, by supplier, recipient and weapon class.

    plan: the id of a transfer's claim, or its beginning; UsageError for anything else. horizon: days after a case in
    which reports count as its outcome. Only claims that an index finds alike are read, and the outcomes of these.
    """
    from enduse.ledger.linked import links
    from enduse.ledger.lookup import row_of_claim
    from enduse.ledger.reports import report_of_some
    from enduse.link.precedents import Before, precedents_of

    if not 1 <= horizon <= LONGEST or limit < 1:
        raise UsageError(f"horizon is {horizon} and limit {limit}; give 1 to {LONGEST} days, and 1 or more")
    then = moment(as_of) if as_of is not None else None
    with view_ledger(where) as ledger, ledger.reading() as connection:
        row = row_of_claim(connection, plan)
        found = kept_of(connection, [row], then) if row is not None else []
        if not found or found[0].claim.type is not ClaimType.TRANSFER or not found[0].documents:
            raise UsageError(
                f"{'no live claim' if not found or not found[0].documents else 'no transfer'} {plan!r} in "
                f"{ledger.name}; copy an id from `enduse plans`"
            )
        claims, more = _claims(connection, found[0], then)
        reports = report_of_some(connection, [kept.claim.document_sha256 for kept in (found[0], *claims)], then)
        before = Before(
            claims, reports, lands_lookup(), lambda kept: list(_around(connection, kept)),
            list(_around(connection, found[0], whole=True)), links(connection, then),
        )  # fmt: skip
        answer = precedents_of(found[0], before, horizon=horizon, limit=limit)
    return replace(answer, left_out=(*answer.left_out, *more))


_CASES = (ClaimType.TRANSFER, ClaimType.DIVERSION)
_TAKERS = (Role.RECIPIENT, Role.FROM)


def _claims(connection: Connection, plan: KeptClaim, as_of: str | None) -> tuple[list[KeptClaim], tuple[str, ...]]:
    """Claims that may be cases, with those of the plan's article, then those that may be outcomes of cases."""
    from enduse.ledger.alike import alike
    from enduse.ledger.lookup import claims_of_document
    from enduse.link.classes import profile_of

    mine = profile_of(plan, lands_lookup())
    takers, givers, arms, groups = _ways(connection, mine)
    pairs = [(takers, arms), (takers, givers), (groups, givers, arms)] if mine.recipient else [(givers, arms)]
    rows, more = dict.fromkeys(claims_of_document(connection, plan.documents[0].id) or ()), []
    for pair in pairs:
        found = alike(connection, pair, [kind.value for kind in _CASES], limit=CASES + 1, as_of=as_of)
        if len(found) > CASES:
            fields = " and ".join(way.roles[0].value for way in pair)
            more.append(f"of claims alike in {fields}, only those added last were compared: {CASES}")
        rows |= dict.fromkeys(found[:CASES])
    found_cases = kept_of(connection, list(rows), as_of)
    cases = [kept for kept in found_cases if kept.documents and kept.decision is not Decision.REJECTED]
    after = [row for row in dict.fromkeys(_outcome_rows(connection, cases, as_of)) if row not in rows]
    return [*cases, *kept_of(connection, after, as_of)], tuple(more)


def _ways(connection: Connection, mine: Profile) -> tuple[Filled, Filled, Filled, Filled]:
    """How recipient, supplier, weapon may be filled to be alike, and recipients that are at least of the same side."""
    from enduse.ledger.alike import Filled, codes_held
    from enduse.link.classes import ARMED, PHRASES, codes_of_arms, codes_of_sorts

    held = codes_held(connection, "actor")

    def actors(sorts: frozenset[str], roles: tuple[Role, ...], *, taker: bool) -> Filled:
        codes = codes_of_sorts(held, sorts, taker=taker)
        return Filled(
            roles, "actor", codes, [*_quoted(sorts), *(word for sort in sorts for word in PHRASES.get(sort, ()))]
        )

    arms = Filled((Role.WEAPON,), "weapon", codes_of_arms(mine.weapon), _quoted(mine.weapon))
    return (
        actors(mine.recipient, _TAKERS, taker=True), actors(mine.supplier, (Role.SUPPLIER,), taker=False), arms,
        actors(mine.recipient | (ARMED if mine.recipient & ARMED else frozenset()), (Role.RECIPIENT,), taker=True),
    )  # fmt: skip


def _quoted(classes: frozenset[str]) -> list[str]:
    """Words that stand for themselves, where no register knows them."""
    return [found.strip("“”") for found in sorted(classes) if found.startswith("“")]


def _outcome_rows(connection: Connection, cases: Sequence[KeptClaim], as_of: str | None) -> list[int]:
    """Claims of arms of the cases' kinds that were taken from, seized for, used by or denied to their recipients."""
    from enduse.ledger.alike import Filled, alike
    from enduse.link.classes import arms, codes_of_arms
    from enduse.link.outcomes import takers_of
    from enduse.link.scope import folded

    lands_of = lands_lookup()
    takers = {taker for kept in cases for taker in takers_of(kept, lands_of)}
    codes = {found.code for kept in cases for found in kept.resolutions if found.role is Role.RECIPIENT and found.code}
    words = {folded(span.text) for kept in cases for span in kept.claim.roles.get(Role.RECIPIENT, ())}
    kinds = frozenset(kind for kept in cases for kind in arms(kept))
    what = Filled((Role.WEAPON,), "weapon", codes_of_arms(kinds), _quoted(kinds))
    found: list[int] = []
    for role, types in _AFTER:
        way = Filled((role,), "actor", takers | codes, takers & words)
        found += alike(connection, (way, what), types, limit=CASES, as_of=as_of)
    return found


_AFTER = (
    (Role.FROM, ("diversion", "interdiction")), (Role.TO, ("interdiction",)), (Role.HOLDER, ("holding",)),
    (Role.RECIPIENT, ("transfer",)),
)  # fmt: skip
"""In which role of which types somebody stands who had received arms before."""


def _around(connection: Connection, kept: KeptClaim, *, whole: bool = False) -> Iterator[str]:
    """The sentences of a claim's text: its own and those beside it, or all."""
    from enduse.extract.sentences import sentences
    from enduse.ledger.alike import text_of_claim

    text = text_of_claim(connection, kept.row)
    cut = sentences(text)
    at = next((n for n, (_, end) in enumerate(cut) if end > kept.claim.sentence.start), 0)
    for start, end in cut if whole else cut[max(0, at - AROUND) : at + AROUND + 1]:
        yield text[start:end]
