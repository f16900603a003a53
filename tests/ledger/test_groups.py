"""What is kept of grouping is found by keys and days, changed, and forgotten."""

from __future__ import annotations

from enduse.ledger import groups, schema
from enduse.ledger.store import Ledger

WITHIN = ((3, 1), (14, 2), (45, 3))


def card(claim: int, day: int, **more: object) -> dict[str, object]:
    row = {
        "claim": claim, "id": f"clm-{claim}", "day": day, "fact": "[]", "rivals": "[]", "parent": None,
        "root": f"clm-{claim}", "torn": "", "full_event": None, "event": claim, "text": claim, "label": "planned",
        "denied": 0,
    }  # fmt: skip
    return row | more


def keyed(*rows: tuple[int, int, int]) -> list[dict[str, int]]:
    return [{"key": key, "day": day, "claim": claim} for key, day, claim in rows]


def test_claims_share_the_more_keys_the_further_apart(ledger: Ledger) -> None:
    one, two, whole = 5, 9, 7  # weights of 1, 1 and 3
    with ledger.writing() as writer:
        connection = writer.connection
        groups.add(connection, groups.cards, [card(n, day) for n, day in enumerate((100, 102, 110, 130, 0), 1)])
        groups.add(connection, groups.keys, keyed(
            (one, 100, 1), (two, 100, 1), (one, 102, 2), (one, 110, 3), (two, 110, 3), (one, 130, 4), (two, 130, 4),
            (whole, 0, 5),
        ))  # fmt: skip

        def sharing(*keys: int, day: int = 100) -> set[str]:
            window = groups.Window(keys, [key for key in keys if key & 3 == 3], day, WITHIN)
            return set(groups.sharing(connection, window))

        assert sharing(one) == {"clm-1", "clm-2"}
        assert sharing(one, two) == {"clm-1", "clm-2", "clm-3"}
        assert sharing(one, two, whole) == {"clm-1", "clm-2", "clm-3", "clm-5"}
        assert sharing(one, two, whole, day=groups.UNDATED) == {"clm-5"}
        assert groups.with_keys(connection, {one}, {two}, (100, 120), 9) == [1, 3]
        assert groups.with_keys(connection, {one}, {one}, (100, 120), 2) == [1, 2]


def test_cards_are_changed_found_and_taken_away(ledger: Ledger) -> None:
    with ledger.writing() as writer:
        connection = writer.connection
        groups.add(connection, groups.cards, [card(1, 100), card(2, 101)])
        groups.add(connection, groups.near, [{"claim": 2, "other": 1, "weakness": -5, "days": 1}])
        row = card(2, 101, parent="clm-1", root="clm-1", event=1)
        groups.change_cards(connection, [{name: row[name] for name in (*groups.CHANGED, "claim")}])
        assert groups.members(connection, "clm-1") == {"clm-1", "clm-2"}
        assert groups.listed_by(connection, "clm-1") == {"clm-2"}
        assert [tuple(row) for row in groups.near_rows(connection, [2])] == [(2, -5, 1, "clm-1")]
        assert groups.ids_of(connection, [2, 3]) == ["clm-2"]
        assert [row.id for row in groups.dated_cards(connection, (100, "clm-1"), 9)] == ["clm-2"]
        groups.take_away(connection, groups.cards, "id", ["clm-2"])
        assert groups.card_rows(connection, ["clm-1", "clm-2"])[0].claim == 1
        groups.clear(connection)
        assert groups.card_rows(connection, ["clm-1"]) == []


def test_key_is_taken_away_from_one_claim(ledger: Ledger) -> None:
    with ledger.writing() as writer:
        connection = writer.connection
        groups.add(connection, groups.keys, keyed((5, 100, 1), (5, 100, 2)))
        groups.take_away_key(connection, {"key": 5, "day": 100, "claim": 1})
        assert groups.with_keys(connection, {5}, {5}, (0, 200), 9) == [2]


def test_reports_grow_together(ledger: Ledger) -> None:
    with ledger.writing() as writer:
        connection = writer.connection
        sha256 = [row.sha256 for row in connection.execute(schema.texts.select())]
        groups.join_reports(connection, [(2, 7)])
        groups.join_reports(connection, [(1, 7)])
        assert groups.reports_of_texts(connection, sha256) == dict.fromkeys(sha256, "report 1")
        groups.forget_reports(connection)
        groups.join_reports(connection, [])
        assert groups.reports_of_texts(connection, sha256) == {}


def test_flows_are_numbered_dated_and_taken_away_when_empty(ledger: Ledger) -> None:
    row = {"id": "flw-1", "supplier": "no", "recipient": None, "weapon": "armour.tank", "period": "2031"}
    with ledger.writing() as writer:
        connection = writer.connection
        assert groups.flow_numbers(connection, [row, {**row, "id": "flw-2"}]) == {"flw-1": 1, "flw-2": 2}
        assert groups.flow_numbers(connection, [row]) == {"flw-1": 1}
        event = {"event": 1, "id": "evt-1", "last": 3, "size": 2, "disputed": 0}
        groups.add(connection, groups.events, [event])
        groups.add(connection, groups.flow_events, [{"flow": 1, "event": 1}])
        groups.date_flows(connection, {1, 2})
        assert groups.flows_of(connection, [1]) == {1}
        assert groups.sizes(connection) == (1, 1)


def test_what_was_looked_at_is_remembered(ledger: Ledger) -> None:
    with ledger.writing() as writer:
        assert groups.taken(writer.connection) == {}
        groups.take(writer.connection, {"claims": 3, "links": 0})
        assert groups.taken(writer.connection) == {"claims": 3, "links": 0}
        assert not groups.any_links(writer.connection)
        assert groups.linked_claims(writer.connection) == set()


def test_claims_are_found_beside_each_other(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        assert groups.claims_beside(connection, 1, "ceasefire") == [2]
        assert groups.claims_in_texts_of(connection, [2]) == {1, 2}
        assert set(groups.texts_of(connection, [1, 3]).values()) == {1, 2}
        assert groups.judged(connection, "clm-1") == []
