"""Whatever way SQLite is told to look, it finds the same claims."""

from __future__ import annotations

import pytest

from enduse.ledger import find
from enduse.ledger.find import ClaimQuery, texts_with, wanted_words
from enduse.ledger.store import Ledger
from enduse.ledger.words import parse
from enduse.model import Role
from enduse.model.kept import ClaimFilter


@pytest.mark.parametrize("few", [-1, 0, 1, 2, 5_000])
@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        (ClaimFilter(), [3, 2, 1]),
        (ClaimFilter(types=("transfer",), outlet="Averna Herald"), [3, 1]),
        (ClaimFilter(types=("transfer",), words="rockets"), [1]),
        (ClaimFilter(roles={Role.SUPPLIER: "norland OR averna"}, since="2031", min_score=0.5), [3, 1]),
        (ClaimFilter(stances=("denied",), roles={Role.SUPPLIER: "norland"}), []),
    ],
    ids=str,
)
def test_order_of_looking_changes_nothing(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, few: int, asked: ClaimFilter, rows: list[int]
) -> None:
    monkeypatch.setattr(find, "FEW", few)
    with ledger.reading() as connection:
        query = ClaimQuery(connection, asked)
        assert query.page(10, None) == rows
        assert query.page(10, 3) == [row for row in rows if row < 3]
        assert query.count() == len(rows)


def test_texts_are_found_page_by_page(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        found = [
            texts_with(connection, parse("rockets OR tanks"), limit=1, after=after, as_of=None)
            for after in (None, 2, 1)
        ]
    assert found == [[2], [1], []]


def test_words_after_not_are_not_wanted() -> None:
    assert [phrase.words for phrase in wanted_words(parse("a OR b NEAR c NOT d"))] == [("a",), ("b",), ("c",)]
