"""Asks a ledger: claims by what they say, texts by their words, and all that is known of one claim."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from enduse.errors import MissingError, UsageError
from enduse.model import ClaimType, Role, Stance, State, Status
from enduse.model.kept import ClaimFilter, ClaimPage, Decision, Evidence, HitPage, KeptClaim

from .ledgers import view_ledger

LIMIT = 20

ROLE_FILTERS = ("supplier", "recipient", "weapon", "place", "time", "claimant")
"""Roles that have a filter of their own name; all others are asked for by role."""

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")


class Count(NamedTuple):
    """Claims, the documents that carry them, and the independent reports that those are when copies are folded."""

    claims: int
    documents: int
    reports: int


def claim_filter(**given: object) -> ClaimFilter:
    """Make a filter of plain values, the same names as in the command line; UsageError says what cannot be.

    types, statuses, stances: one text with commas, or several. supplier, recipient, weapon, place, time, claimant:
    words. roles: role → words. since, until: YYYY, YYYY-MM or YYYY-MM-DD. codes: "scheme:code".
    """
    known = set(ClaimFilter.__dataclass_fields__) | set(ROLE_FILTERS)
    if unknown := sorted(set(given) - known):
        raise UsageError(f"no filter named {unknown[0]!r}; there are: {', '.join(sorted(known))}")
    statuses = [*Status, *(state for state in State)]
    roles = dict(_roles(given.pop("roles", None)))
    roles |= {Role(name): str(given.pop(name)) for name in ROLE_FILTERS if given.get(name) is not None}
    asked = {name: value for name, value in given.items() if value is not None and name not in ROLE_FILTERS}
    for name, values in (("types", list(ClaimType)), ("statuses", statuses), ("stances", list(Stance))):
        if name in asked:
            asked[name] = _among(asked[name], [value.value for value in values], name)
    if "codes" in asked:
        asked["codes"] = _several(asked["codes"])
        for code in asked["codes"]:  # type: ignore[attr-defined]
            if not re.match(r"\w+:.", code):
                raise UsageError(f"code {code!r} names no scheme; write it as weapon:t-72")
    if "decision" in asked:
        asked["decision"] = Decision(_among(asked["decision"], [d.value for d in Decision], "decision")[0])
    for name in ("since", "until"):
        if name in asked and not _is_day(str(asked[name])):
            raise UsageError(
                f"{name} is {asked[name]!r}; write a day, a month or a year as 2031-04-11, 2031-04 or 2031"
            )
    for name in ("min_score", "max_score"):
        if name in asked and not 0 <= float(asked[name]) <= 1:  # type: ignore[arg-type]
            raise UsageError(f"{name} is {asked[name]}; it must lie between 0 and 1")
    if "as_of" in asked:
        asked["as_of"] = moment(str(asked["as_of"]))
    return ClaimFilter(roles=roles, **asked)  # type: ignore[arg-type]


def claims(where: str, asked: ClaimFilter, *, limit: int = LIMIT, after: int | None = None) -> ClaimPage:
    """A page of the claims that a filter lets through, those added last first."""
    from enduse.ledger.find import ClaimQuery
    from enduse.ledger.show import kept_claims

    with view_ledger(where) as ledger, ledger.reading() as connection:
        rows = ClaimQuery(connection, asked).page(limit + 1, after)
        found = kept_claims(connection, rows[:limit], asked.as_of)
    return ClaimPage(tuple(found), rows[limit - 1] if len(rows) > limit else None)


def count(where: str, asked: ClaimFilter) -> Count:
    """How many claims a filter lets through, in how many documents, which are how many independent reports."""
    from enduse.ledger.find import ClaimQuery
    from enduse.ledger.near import reports_of

    with view_ledger(where) as ledger, ledger.reading() as connection:
        query = ClaimQuery(connection, asked)
        return Count(query.count(), *reports_of(connection, query.rows()))


def count_few(where: str, asked: ClaimFilter, most: int) -> Count | None:
    """The same where a filter lets through no more than so many claims; None where there are more."""
    from sqlalchemy import select

    from enduse.ledger import schema
    from enduse.ledger.find import ClaimQuery
    from enduse.ledger.near import reports_of

    with view_ledger(where) as ledger, ledger.reading() as connection:
        rows = ClaimQuery(connection, asked).page(most + 1, None)
        if len(rows) > most:
            return None
        return Count(
            len(rows), *reports_of(connection, select(schema.claims.c.row).where(schema.claims.c.row.in_(rows)))
        )


def search(
    where: str, words: str, *, limit: int = LIMIT, after: int | None = None, as_of: str | None = None
) -> HitPage:
    """A page of the texts in which words stand, those added last first; docs/ledger.md has the language of words."""
    from enduse.ledger.find import texts_with
    from enduse.ledger.show import hits
    from enduse.ledger.words import parse

    query, then = parse(words), moment(as_of) if as_of is not None else None
    with view_ledger(where) as ledger, ledger.reading() as connection:
        rows = texts_with(connection, query, limit=limit + 1, after=after, as_of=then)
        found = hits(connection, rows[:limit], query, then)
    return HitPage(tuple(found), rows[limit - 1] if len(rows) > limit else None)


def show(where: str, id_: str, *, as_of: str | None = None) -> list[KeptClaim]:
    """The claim of an id, or those of the document of an id or a name, whether live or not."""
    from enduse.ledger.lookup import added_by, claims_of_document, row_of_claim
    from enduse.ledger.show import kept_claims

    then = moment(as_of) if as_of is not None else None
    with view_ledger(where) as ledger, ledger.reading() as connection:
        row = row_of_claim(connection, id_) if id_.startswith("clm-") else None
        rows = [row] if row is not None else claims_of_document(connection, id_)
        if rows is None:
            raise MissingError(f"no claim or document {id_!r} in {ledger.name}; copy an id from `enduse claims`")
        known = added_by(connection, rows, then)
        if rows and not known:
            raise MissingError(f"{id_!r} was not yet in {ledger.name} as of {as_of}; ask for a later moment")
        return kept_claims(connection, known, then)


def why(where: str, id_: str, *, as_of: str | None = None) -> Evidence:
    """All that a ledger holds about a claim: its sentence in context, readers, names, copies, decisions."""
    from enduse.ledger.lookup import added_by, row_of_claim
    from enduse.ledger.show import evidence

    then = moment(as_of) if as_of is not None else None
    with view_ledger(where) as ledger, ledger.reading() as connection:
        row = row_of_claim(connection, id_)
        if row is None:
            raise MissingError(f"no claim {id_!r} in {ledger.name}; copy an id from `enduse claims`")
        if not added_by(connection, [row], then):
            raise MissingError(f"{id_!r} was not yet in {ledger.name} as of {as_of}; ask for a later moment")
        return evidence(connection, row, then)


def _is_day(asked: str) -> bool:
    if not _DAY.match(asked):
        return False
    try:
        date.fromisoformat(f"{asked}-01-01"[:10])
    except ValueError:
        return False
    return True


def moment(asked: str) -> str:
    """A day or an instant as the ledger writes it, in UTC; a day stands for its end."""
    try:
        given = datetime.fromisoformat(asked)
    except ValueError as error:
        raise UsageError(f"as_of is {asked!r}; write UTC as 2031-04-11 or 2031-04-11T09:30:00Z") from error
    if re.fullmatch(r"\d{4}-\d\d-\d\d", asked):
        return f"{asked}T23:59:59.999999Z"
    if given.tzinfo is not None:
        given = (given - (given.utcoffset() or given - given)).replace(tzinfo=None)
    return given.isoformat(timespec="microseconds") + "Z"


def _roles(given: object) -> Mapping[Role, str]:
    if given is None:
        return {}
    pairs = given.items() if isinstance(given, Mapping) else [str(pair).split("=", 1) for pair in given]  # type: ignore[attr-defined]
    found: dict[Role, str] = {}
    for pair in pairs:
        if len(pair) != 2 or pair[0] not in list(Role):
            raise UsageError(f"no role in {'='.join(pair)!r}; write ROLE=WORDS, the role one of: {', '.join(Role)}")
        found[Role(pair[0])] = pair[1]
    return found


def _several(given: object) -> tuple[str, ...]:
    values = given.split(",") if isinstance(given, str) else list(given)  # type: ignore[call-overload]
    return tuple(str(value).strip() for value in values)


def _among(given: object, values: Sequence[str], name: str) -> tuple[str, ...]:
    found = _several(given)
    for value in found:
        if value not in values:
            raise UsageError(f"no {value!r} among the {name}; there are: {', '.join(values)}")
    return found
