"""Keeps what grouping made of claims: rows that are derived, may be changed, and can be made again at any time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    case,
    delete,
    func,
    insert,
    select,
    text,
    union_all,
)

from ..model.joined import Joined
from ..model.record import Link, Sameness
from . import schema
from .live import standing

_metadata = MetaData()
"""Apart from the schema: a check, a dump and the content hash pass over all that is derived."""

_Number = BigInteger().with_variant(Integer, "sqlite")


def _table(name: str, *columns: str) -> Table:
    """Columns of numbers, those with a ":" in front of words."""
    made = [Column(column.lstrip(":"), Text if column.startswith(":") else _Number) for column in columns]
    return Table(name, _metadata, *made)


cards = _table(
    "group_cards", "claim", ":id", "day", ":fact", ":rivals", ":parent", ":root", ":torn", ":full_event", "event",
    "text", ":label", "denied",
)  # fmt: skip
keys = _table("group_keys", "key", "day", "claim")
near = _table("group_near", "claim", "other", "weakness", "days")
events = _table("group_events", "event", ":id", "last", "size", "disputed")
flows = _table("group_flows", "flow", ":id", ":supplier", ":recipient", ":weapon", ":period", "last")
flow_events = _table("group_flow_events", "flow", "event")
reports = _table("group_reports", "text", "report")
state = _table("group_state", ":name", "taken")

TABLES = (cards, keys, near, events, flows, flow_events, reports, state)

UNDATED = 0
"""The day of a claim that has none."""

AT_ONCE = 400
"""Values that one statement names."""


class Window(NamedTuple):
    """Which claims share enough of some keys. within: days, and the weight that must be shared up to there.

    whole: the keys that are enough for themselves, without regard to days.
    """

    keys: Sequence[int]
    whole: Sequence[int]
    day: int
    within: Sequence[tuple[int, int]]


def card_rows(connection: Connection, ids: Collection[str]) -> list[Any]:
    """The rows of cards by the ids of their claims."""
    return [
        row for part in _parts(sorted(ids)) for row in connection.execute(select(cards).where(cards.c.id.in_(part)))
    ]


def near_rows(connection: Connection, claims: Collection[int]) -> list[Any]:
    """Who is near these claims: claim, weakness, days, and the id of the other."""
    other = cards.alias()
    asked = select(near.c.claim, near.c.weakness, near.c.days, other.c.id).join(other, other.c.claim == near.c.other)
    return [row for part in _parts(sorted(claims)) for row in connection.execute(asked.where(near.c.claim.in_(part)))]


def sharing(connection: Connection, window: Window) -> list[str]:
    """The ids of claims that share enough keys, near enough in time."""
    shared = (keys.c.key.op("&")(3)).label("weight")
    columns = select(keys.c.claim, keys.c.day, shared)
    if window.day == UNDATED:
        looked = columns.where(keys.c.key.in_(window.whole))
        rest = columns.where(keys.c.key.in_(set(window.keys) - set(window.whole)), keys.c.day == UNDATED)
    else:
        most = window.within[-1][0]
        looked = columns.where(keys.c.key.in_(window.keys), keys.c.day.between(window.day - most, window.day + most))
        rest = columns.where(keys.c.key.in_(window.whole), keys.c.day == UNDATED)
    found = union_all(looked, rest).subquery()
    apart = func.abs(found.c.day - window.day)
    enough = case(*((apart <= days, weight) for days, weight in window.within), else_=3)
    some = (
        select(found.c.claim).group_by(found.c.claim, found.c.day).having(func.sum(found.c.weight) >= enough).subquery()
    )
    return list(connection.execute(select(cards.c.id).join(some, some.c.claim == cards.c.claim)).scalars())


def with_keys(
    connection: Connection, one: Collection[int], other: Collection[int], days: tuple[int, int], limit: int
) -> list[int]:
    """The claims that have a key of each of two sets and lie within days, the first days first; so many at most."""
    first, last = days
    asked = [
        select(keys.c.claim, keys.c.day).where(keys.c.key.in_(part), keys.c.day.between(first, last))
        for part in ((one, other) if one != other else (one,))
    ]
    found = (asked[0].intersect(asked[1]) if len(asked) > 1 else asked[0].distinct()).subquery()
    ordered = select(found.c.claim).order_by(found.c.day, found.c.claim).limit(limit)
    return list(connection.execute(ordered).scalars())


def claims_beside(connection: Connection, row: int, type_: str) -> list[int]:
    """The rows of the claims of one type in the text of a claim."""
    claims = schema.claims
    text_of = select(claims.c.text).where(claims.c.row == row).scalar_subquery()
    asked = select(claims.c.row).where(claims.c.text == text_of, claims.c.type == type_)
    return sorted(connection.execute(asked).scalars())


def claims_in_texts_of(connection: Connection, rows: Collection[int]) -> set[int]:
    """The rows of all claims that stand in the texts of these."""
    claims, found = schema.claims, set[int]()
    for part in _parts(sorted(rows)):
        texts = select(claims.c.text).where(claims.c.row.in_(part))
        found |= set(connection.execute(select(claims.c.row).where(claims.c.text.in_(texts))).scalars())
    return found


def reports_of_texts(connection: Connection, texts: Collection[str]) -> dict[str, str]:
    """For each of these texts that copies tie to others, by sha256, what names its report."""
    own = schema.texts
    asked = select(own.c.sha256, reports.c.report).join(reports, reports.c.text == own.c.row)
    return {
        row.sha256: f"report {row.report}"
        for part in _parts(sorted(texts))
        for row in connection.execute(asked.where(own.c.sha256.in_(part)))
    }


def listed_by(connection: Connection, id_: str) -> set[str]:
    """The ids of the claims near which a claim is written down."""
    holder = cards.alias()
    asked = (
        select(holder.c.id)
        .select_from(near)
        .join(cards, cards.c.claim == near.c.other)
        .join(holder, holder.c.claim == near.c.claim)
        .where(cards.c.id == id_)
    )
    return set(connection.execute(asked).scalars())


def members(connection: Connection, root: str) -> set[str]:
    """The ids of the claims that were given to an event, by its first claim."""
    return set(connection.execute(select(cards.c.id).where(cards.c.root == root)).scalars())


def judged(connection: Connection, id_: str) -> list[Link]:
    """The live judgements of a claim with others, in order of when they were made."""
    table = schema.links
    either = (table.c.left == id_) | (table.c.right == id_)
    asked = select(table).where(either, *standing(table)).order_by(table.c.at, table.c.id)
    return [
        Link(row.of, row.left, row.right, Sameness(row.verdict), row.by, row.at, row.why)
        for row in connection.execute(asked)
    ]


def add(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows."""
    if rows:
        connection.execute(insert(table), list(rows))


def take_away(connection: Connection, table: Table, column: str, values: Collection[Any]) -> None:
    """Take away the rows with one of these values."""
    for part in _parts(sorted(values)):
        connection.execute(delete(table).where(table.c[column].in_(part)))


def take_away_key(connection: Connection, row: Mapping[str, int]) -> None:
    """Take away one row by which a claim is found."""
    connection.execute(delete(keys).where(*(keys.c[name] == value for name, value in row.items())))


CHANGED = ("rivals", "parent", "root", "torn", "full_event", "event")
"""What may change on a card."""


def change_cards(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write what has changed on cards; "claim" says which, all of CHANGED must be there."""
    if rows:
        names = ", ".join(f"{name} = :{name}" for name in CHANGED)
        connection.execute(text(f"UPDATE group_cards SET {names} WHERE claim = :claim"), list(rows))


def clear(connection: Connection) -> None:
    """Forget all that was grouped."""
    for table in TABLES:
        connection.execute(delete(table))


def taken(connection: Connection) -> dict[str, int]:
    """Up to which row of each table changes have been taken in; empty where nothing was grouped yet."""
    return {row.name: row.taken for row in connection.execute(select(state))}


def take(connection: Connection, rows: Mapping[str, int]) -> None:
    """Say up to which row of each table changes have been taken in."""
    connection.execute(delete(state))
    add(connection, state, [{"name": name, "taken": row} for name, row in rows.items()])


def flow_numbers(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """The numbers of flows by their ids; those that are not there are added."""
    wanted = {row["id"]: row for row in rows}
    found = {
        row.id: row.flow
        for part in _parts(sorted(wanted))
        for row in connection.execute(select(flows.c.id, flows.c.flow).where(flows.c.id.in_(part)))
    }
    next_ = connection.execute(select(func.coalesce(func.max(flows.c.flow), 0))).scalar_one() + 1
    new = [{**wanted[id_], "flow": next_ + n, "last": 0} for n, id_ in enumerate(sorted(set(wanted) - set(found)))]
    add(connection, flows, new)
    return found | {row["id"]: row["flow"] for row in new}


def date_flows(connection: Connection, numbers: Collection[int]) -> None:
    """Write down the newest claim of these flows; a flow without events is taken away."""
    for part in _parts(sorted(numbers)):
        asked = (
            select(flow_events.c.flow, func.max(events.c.last).label("last"))
            .join(events, events.c.event == flow_events.c.event)
            .where(flow_events.c.flow.in_(part))
            .group_by(flow_events.c.flow)
        )
        newest = {row.flow: row.last for row in connection.execute(asked)}
        take_away(connection, flows, "flow", set(part) - set(newest))
        if newest:
            rows = [{"flow": flow, "last": last} for flow, last in newest.items()]
            connection.execute(text("UPDATE group_flows SET last = :last WHERE flow = :flow"), rows)


def flows_of(connection: Connection, event_numbers: Collection[int]) -> set[int]:
    """The flows that these events stand in."""
    asked = select(flow_events.c.flow)
    return {
        row.flow
        for part in _parts(sorted(event_numbers))
        for row in connection.execute(asked.where(flow_events.c.event.in_(part)))
    }


def join_reports(connection: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Count the texts of each pair for one report from now on."""
    found = list(pairs)
    asked = select(reports.c.report).where(reports.c.text.in_({text for pair in found for text in pair}))
    if found and (known := set(connection.execute(asked).scalars())):
        whole = select(reports).where(reports.c.report.in_(known))
        found += [(row.text, row.report) for row in connection.execute(whole)]
        take_away(connection, reports, "report", known)
    joined: Joined[int] = Joined()
    for one, other in found:
        joined.join(one, other)
    add(connection, reports, [{"text": text, "report": report} for text, report in joined.names().items()])


def forget_reports(connection: Connection) -> None:
    """Forget which texts are one report."""
    connection.execute(delete(reports))


def ids_of(connection: Connection, rows: Collection[int]) -> list[str]:
    """The ids of the claims in these rows that are grouped."""
    asked = select(cards.c.id)
    return [
        id_
        for part in _parts(sorted(rows))
        for id_ in connection.execute(asked.where(cards.c.claim.in_(part))).scalars()
    ]


def texts_of(connection: Connection, rows: Collection[int]) -> dict[str, int]:
    """The rows of the texts of claims, by the claims' ids."""
    claims = schema.claims
    asked = select(claims.c.id, claims.c.text)
    return {
        row.id: row.text
        for part in _parts(sorted(rows))
        for row in connection.execute(asked.where(claims.c.row.in_(part)))
    }


def linked_claims(connection: Connection) -> set[int]:
    """The rows of the claims that a live judgement of two names."""
    links, claims = schema.links, schema.claims
    named = [
        select(claims.c.row).join(links, side == claims.c.id).where(*standing(links))
        for side in (links.c.left, links.c.right)
    ]
    return {row for asked in named for row in connection.execute(asked).scalars()}


def dated_cards(connection: Connection, after: tuple[int, str], limit: int) -> list[Any]:
    """The next cards in the order of their days and ids."""
    day, id_ = after
    later = (cards.c.day > day) | ((cards.c.day == day) & (cards.c.id > id_))
    asked = select(cards.c.claim, cards.c.id, cards.c.day, cards.c.fact).where(cards.c.day >= day, later)
    return list(connection.execute(asked.order_by(cards.c.day, cards.c.id).limit(limit)))


def sizes(connection: Connection) -> tuple[int, int]:
    """How many events there are, and how many flows."""
    count = [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (events, flows)]
    return count[0], count[1]


def any_links(connection: Connection) -> bool:
    """Whether people decided about any two records."""
    return connection.execute(select(schema.links.c.row).limit(1)).first() is not None


def _parts(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (values[first : first + AT_ONCE] for first in range(0, len(values), AT_ONCE))
