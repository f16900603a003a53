"""Date, filler and sentence choose between rows of one name, and no more than they say."""

from __future__ import annotations

from datetime import date

import pytest

from enduse.lexicon.actor_names import key
from enduse.lexicon.actors import open_actors
from enduse.resolve.actor_choice import Scene, at_time, choose, holder, is_government, is_later, is_usual


def scene(context: str = "", year: int | None = None) -> Scene:
    days = (date(year, 6, 1), date(year, 6, 1)) if year else None
    return Scene("", context, days, open_actors())


def test_the_date_chooses_between_names_of_one_war() -> None:
    assert choose(scene(year=2014), "FSA", ("fsa", "sna"))[0] == ("fsa",)
    assert choose(scene(year=2020), "FSA", ("fsa", "sna"))[0] == ("fsa", "sna")


def test_the_date_does_not_choose_a_group_because_another_came_later_elsewhere() -> None:
    assert choose(scene(year=2012), "SDF", ("sdf", "jp-mil"))[0] == ("sdf", "jp-mil")


def test_words_beside_come_before_the_sentence() -> None:
    codes = ("sy-republican_guard", "iq-republican_guard")
    assert choose(scene("Syria said so."), "Republican Guard", codes, {"iq"})[0] == ("iq-republican_guard",)
    assert choose(scene("Syria said so."), "Republican Guard", codes)[0] == ("sy-republican_guard",)
    assert choose(scene("Syria and Iraq said so."), "Republican Guard", codes)[0] == codes


def test_a_region_of_a_state_is_not_chosen_because_the_state_is_named() -> None:
    codes = ("ge", "georgia_us")
    assert choose(scene("The US armed Georgia."), "Georgia", codes)[0] == codes
    assert choose(scene("Georgian troops came."), "Georgia", codes)[0] == ("ge",)


def test_usual_meaning_holds_until_the_sentence_names_others_only() -> None:
    assert is_usual(scene("Congress approved it."), "us-parliament")
    assert is_usual(scene("The US and Mexico agreed."), "us-parliament")
    assert not is_usual(scene("Congress in Mexico approved it."), "us-parliament")


@pytest.mark.parametrize(
    ("code", "year", "found"),
    [
        ("monuc", 2015, "monusco"),
        ("monusco", 2005, "monuc"),
        ("aqi", 2020, "isis"),
        ("isis", 2005, "aqi"),
        ("tawhid", 2016, "tawhid"),
        ("su", 1995, "su"),
    ],
)
def test_the_row_of_the_time_is_found_along_renamings_only(code: str, year: int, found: str) -> None:
    assert at_time(scene(year=year), code)[0] == found


def test_a_group_is_later_than_an_act_before_it_began() -> None:
    assert is_later(scene(year=1990), "isis")
    assert not is_later(scene(year=2015), "isis")
    assert not is_later(scene(), "isis")


def test_an_office_is_that_of_the_time() -> None:
    entries = open_actors().entries(key("Joe Biden"))
    assert holder(scene(year=2012), entries).offices == ("us-vice_president",)
    assert holder(scene(year=2022), entries).offices == ("us-president",)
    assert holder(scene(), entries).offices == ("us-president", "us-vice_president")
    assert holder(scene(), entries, "president").offices == ("us-president",)
    assert holder(scene(year=2000), entries).offices == ()
    past = holder(scene(year=2026), entries)
    assert past.offices == ("us-president",)
    assert not past.current


@pytest.mark.parametrize(
    ("context", "found"),
    [
        ("Lunt denied it.", True),
        ("The ministers of Lunt and Brezova met.", True),
        ("Arms were found in Lunt.", False),
        ("Shells hit the outskirts of Lunt.", False),
        ("They shelled Lunt airport.", False),
        ("Arms went from Lunt to Brezova.", None),
        ("Arms from Lunt arrived.", True),
        ("Lunt denied that arms were found in Lunt.", None),
        ("", None),
    ],
)
def test_a_city_is_the_government_where_it_acts(context: str, found: bool | None) -> None:
    assert is_government(scene(context), "Lunt") is found
