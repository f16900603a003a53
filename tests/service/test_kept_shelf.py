"""Cards are read from a ledger when they are needed, and are written back as they were left."""

from __future__ import annotations

from pathlib import Path

from tests.link.test_events import LATER, MORE, OTHER, TANKS
from tests.service.test_grouping import id_of, keep

from enduse.ledger import groups
from enduse.ledger.store import Ledger
from enduse.link.shelf import Card, Near
from enduse.service.kept_shelf import KeptShelf, card_of, key_rows, near_rows, row_of


def test_what_is_kept_is_found_again_by_another(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "x.db"), create=True) as ledger:
        keep(ledger, (TANKS, MORE, LATER, OTHER))
        one, next_, last = (id_of(claim) for claim in (TANKS, MORE, LATER))
        with ledger.reading() as connection:
            shelf = KeptShelf(connection)
            assert shelf.has(one)
            assert not shelf.has("clm-0")
            card = shelf.card(next_)
            assert (card.parent, card.root) == (one, one)
            assert {near.claim for near in card.near} == {one, last}
            assert shelf.members(one) == {one, next_, last}
            assert shelf.listed_by(one) == {next_, last}
            assert {fact.id for fact in shelf.sharing(card.fact)} == {one, last, id_of(OTHER)}
            assert shelf.judged(one) == {}


def test_changes_are_seen_before_and_after_they_are_written(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "x.db"), create=True) as ledger:
        keep(ledger, (TANKS, MORE))
        one, next_ = id_of(TANKS), id_of(MORE)
        with ledger.writing() as writer:
            shelf = KeptShelf(writer.connection)
            card = shelf.card(next_)
            shelf.relist(card, [])
            shelf.place(card, None, next_)
            assert shelf.listed_by(one) == set()
            assert shelf.members(next_) == {next_}
            shelf.flush()
            again = KeptShelf(writer.connection)
            assert (again.card(next_).near, again.card(next_).parent) == ([], None)
            again.drop(next_)
            assert groups.card_rows(writer.connection, [next_]) == []
            assert again.stale == {1}


def test_card_is_read_back_from_its_row(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "x.db"), create=True) as ledger:
        keep(ledger, (TANKS,))
        with ledger.reading() as connection:
            (row,) = groups.card_rows(connection, [id_of(TANKS)])
    card = card_of(row, [Near(-5, 1, "clm-x")])
    assert row_of(card, row.claim, row.text) == dict(row._mapping)
    assert near_rows(card, lambda id_: len(id_)) == [
        {"claim": len(card.fact.id), "other": 5, "weakness": -5, "days": 1}
    ]
    assert {key["claim"] for key in key_rows(Card(card.fact).fact, 7)} == {7}
