"""Words are cut, folded and asked for in one way, whatever the store."""

from __future__ import annotations

import sqlite3

import pytest

from enduse.errors import UsageError
from enduse.ledger.words import MOST_ASKED, Near, Phrase, fold, fts5, parse, tsquery, tsvector, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anti-tank rockets, 30!", ["anti", "tank", "rockets", "30"]),
        ("Línea ÁVILA", ["linea", "avila"]),
        ("T-72_B", ["t", "72", "b"]),
        ("Straße", ["strasse"]),
        ("смерч 导弹", ["смерч", "导弹"]),
        ("…", []),
    ],
)
def test_words_are_folded_and_cut_at_whatever_is_no_letter(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_fold_is_the_same_for_a_letter_however_it_is_composed() -> None:
    assert fold("a\u0301") == fold("\u00e1") == "a"


@pytest.mark.parametrize(
    ("asked", "sqlite", "postgresql"),
    [
        ("Rockets", '"rockets"', "'rockets'"),
        ("anti-tank", '"anti tank"', "('anti' <-> 'tank')"),
        ("rock*", '"rock"*', "'rock':*"),
        ("a b", '("a" AND "b")', "('a' & 'b')"),
        ("a OR b NOT c", '("a" OR ("b" NOT "c"))', "('a' | ('b' &! 'c'))"),
        ("(a OR b) c", '(("a" OR "b") AND "c")', "(('a' | 'b') & 'c')"),
        ("a NEAR/1 b", 'NEAR("a" "b", 1)', "('a' & 'b' & ('a' <1> 'b' | 'a' <2> 'b' | 'b' <1> 'a' | 'b' <2> 'a'))"),
    ],
)
def test_query_is_written_in_the_language_of_each_store(asked: str, sqlite: str, postgresql: str) -> None:
    query = parse(asked)
    assert fts5(query) == sqlite
    assert tsquery(query).replace("& !", "&!") == postgresql


def test_query_for_a_column_names_it() -> None:
    assert fts5(parse("norland"), "supplier") == '"supplier" : ("norland")'
    assert tsquery(parse("norland"), "supplier/") == "'supplier/norland'"


def test_near_without_a_number_is_ten_words() -> None:
    assert parse("a NEAR b") == Near(Phrase(("a",)), Phrase(("b",)), 10)


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "  ",
        '"a',
        "a OR",
        "AND a",
        "(a",
        "a)",
        "a NEAR (b OR c)",
        "…",
        "NEAR",
        "a NEAR/x b",
        "a NEAR/ b",
        "a NEAR/9999 b",
    ],
)
def test_what_cannot_be_read_is_told(asked: str) -> None:
    with pytest.raises(UsageError, match=r"words|NEAR"):
        parse(asked)


@pytest.mark.parametrize("asked", ["a " * 6000, " OR ".join("a" * 6000), "(" * 6000 + "a" + ")" * 6000])
def test_too_many_words_are_told(asked: str) -> None:
    with pytest.raises(UsageError, match="too many to search for"):
        parse(asked)
    assert parse("a " * MOST_ASKED)


def test_tsvector_keeps_places_and_columns_apart() -> None:
    assert tsvector([("supplier/", "it's Norland"), ("", "Norland")]) == (
        "'supplier/it':1 'supplier/s':2 'supplier/norland':3 'norland':104"
    )


def test_most_words_that_may_be_asked_for_can_be_asked_of_sqlite() -> None:
    store = sqlite3.connect(":memory:")
    store.execute("CREATE VIRTUAL TABLE texts USING fts5(supplier)")
    store.execute("INSERT INTO texts VALUES ('a')")
    query = fts5(parse("a " * MOST_ASKED), "supplier")
    assert store.execute("SELECT count(*) FROM texts WHERE texts MATCH ?", (query,)).fetchone() == (1,)
