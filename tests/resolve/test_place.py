"""A place is looked up as exactly as the words say, and stays open where they leave it open."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from enduse.lexicon.places import open_places
from enduse.model.referent import Level, Referent
from enduse.resolve.place import resolve_place

if TYPE_CHECKING:
    from tests.resolve.conftest import Rows


def codes(referent: Referent) -> set[str]:
    return {candidate.code for candidate in referent.candidates}


def test_every_case_is_looked_up_as_a_reader_would(cases: Callable[[str], Rows]) -> None:
    rows = cases("places.tsv")
    assert len(rows) >= 80
    wrong = []
    for row in rows:
        found = resolve_place(row["filler"], context=row["context"])
        right = (found.code, found.level) == (row["code"] or None, row["level"] or None)
        if not right or not set(row["candidates"].split()) <= codes(found):
            wrong.append(f"{row['filler']!r}: {found}")
    assert not wrong, "\n".join(wrong)


def test_part_of_a_country_is_no_town_and_says_so() -> None:
    assert "'northern' is a part of it that is not in the register" in resolve_place("northern Syria").why


def test_countries_of_the_article_decide_what_the_sentence_leaves_open() -> None:
    assert resolve_place("Tripoli", countries=frozenset({"lb"})).code == "geonames:266826"
    sentence = "Militias in Libya closed Tripoli."
    assert resolve_place("Tripoli", context=sentence, countries=frozenset({"lb"})).code == "geonames:2210247"


def test_state_that_acts_abroad_places_nothing_there() -> None:
    referent = resolve_place("Georgia", context="American officials in Georgia said so.")
    assert referent.code is None
    assert codes(referent) == {"ge", "us.ga"}


def test_small_town_of_the_same_name_does_not_win() -> None:
    assert resolve_place("Moscow").code == "geonames:524901"
    assert resolve_place("Lebanon").code == "lb"


@pytest.mark.parametrize("filler", ["", " ", "—", "’s", "the", "💥", "al-", "A" * 5_000, "Syria " * 500, "of of of"])
def test_odd_fillers_have_a_reason(filler: str) -> None:
    assert resolve_place(filler, context=filler).why


def test_each_answer_has_the_level_of_its_row(cases: Callable[[str], Rows]) -> None:
    register = open_places()
    for row in cases("places.tsv"):
        referent = resolve_place(row["filler"])
        assert referent.why
        if referent.code is not None:
            assert referent.level is Level(register.place(referent.code).level)


def test_fillers_of_coded_news_have_a_reason() -> None:
    coded = Path(__file__).parents[3] / "shared" / "bench" / "train.jsonl"
    if not coded.is_file():
        pytest.skip("the coded news is not beside this checkout")
    seen = 0
    for line in coded.read_text("utf-8").splitlines():
        row = json.loads(line)
        for claim in row["claims"]:
            for span in claim["roles"].get("place", ()):
                assert resolve_place(span["text"], context=row["text"]).why
                seen += 1
    assert seen > 400


def test_places_of_several_countries_are_said_to_be_several() -> None:
    found = resolve_place("Libya and Syria")
    assert found.several
    assert [candidate.code for candidate in found.candidates] == ["ly", "sy"]
