"""What follows "of", "in" or "loyal to" says whose, and a strange word keeps a name from being taken."""

from __future__ import annotations

import pytest

from enduse.lexicon.actors import open_actors
from enduse.resolve.actor_choice import Scene
from enduse.resolve.actor_items import cut
from enduse.resolve.actor_phrase import Answer, read_phrase


def answer(filler: str) -> Answer:
    register = open_actors()
    parsed = cut(filler, register)
    return read_phrase(Scene(filler, "", None, register), parsed, parsed.items)


@pytest.mark.parametrize(
    ("filler", "code"),
    [
        ("the government of Chad", "td-gov"),
        ("the president of Chad", "td-president"),
        ("rebels in Chad", "td-rebels"),
        ("fighters from Hamas", "hamas"),
        ("members of Hamas", "hamas"),
        ("rebels fighting Hamas", "rebels"),
        ("groups linked to Hamas", "armed_groups"),
        ("Chadian bases", "td"),
        ("the authorities in Ankara", "tr-gov"),
        ("allies in Europe", "allies"),
    ],
)
def test_what_follows_says_whose(filler: str, code: str) -> None:
    assert answer(filler).codes == (code,)


@pytest.mark.parametrize(
    ("filler", "weighed"),
    [
        ("troops in Chad", ("td",)),
        ("Chadian tourists", ("td",)),
        ("Chadian Unity Front", ("td",)),
        ("eastern Chad", ("td",)),
        ("ethnic Chadian rebels", ("td",)),
        ("forces loyal to Saddam Hussein", ("iq-president",)),
        ("the Brezova Hamas Brigade", ("hamas",)),
    ],
)
def test_what_is_not_named_is_weighed_only(filler: str, weighed: tuple[str, ...]) -> None:
    found = answer(filler)
    assert found.codes == ()
    assert found.weighed == weighed
    assert found.why


@pytest.mark.parametrize(
    "filler", ["the army", "fighting Hamas", "the militant group", "both nations", "troops in Chad"]
)
def test_what_points_elsewhere_says_so(filler: str) -> None:
    assert answer(filler).pointing
