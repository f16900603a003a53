"""What the reader cut off stands right beside a filler and is looked up with it; nothing else is taken along."""

from __future__ import annotations

import pytest

from enduse.model import Span
from enduse.resolve.cut import whole_name, whole_place, whole_quantity, with_next_word


def marked(sentence: str) -> tuple[str, Span]:
    """A text without its marks, and the filler that stood between them."""
    before, filler, behind = sentence.replace("[", "|").replace("]", "|").split("|")
    text = before + filler + behind
    return text, Span.of(text, len(before), len(before) + len(filler))


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Averna sold [hundreds] of billions of dollars of arms.", "hundreds of billions of dollars"),
        ("Averna spent [billions] of dollars on rifles.", "billions of dollars"),
        ("Averna fired [50] or more missiles.", "50 or more"),
        ("Averna lost [8]% of its tanks.", "8%"),
        ("There were [seventy-]six guns.", "seventy-six"),
        ("Averna sent at least [20] tanks.", "at least 20"),
        ("Four guns and [a third] Norland launcher came.", "one"),
        ("It lost [a third] of its tanks.", "a third"),
        ("It lost [a third] in the war.", "a third"),
        ("Averna sent [20] of the tanks.", "20"),
        ("They flew over [20] tanks.", "20"),
        ("There were [seventy-] odd guns.", "seventy-"),
    ],
)
def test_number_takes_its_scale_and_its_bound(sentence: str, whole: str) -> None:
    assert whole_quantity(*marked(sentence)) == whole


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("[Liwa al-]Brezova said so.", "Liwa al-Brezova"),
        ("[Liwa al]-Brezova said so.", "Liwa al-Brezova"),
        ("[Averna]-backed rebels came.", "Averna"),
        ("[Averna] came.", "Averna"),
        ("[Liwa al-] and others came.", "Liwa al-"),
    ],
)
def test_name_goes_on_behind_an_article_only(sentence: str, whole: str) -> None:
    assert whole_name(*marked(sentence)) == whole


def test_place_takes_the_word_for_its_kind() -> None:
    assert whole_place(*marked("in [Harsa] province, near a town")) == "Harsa province"
    assert whole_place(*marked("in [Harsa], a province")) == "Harsa"
    assert whole_place(*marked("in [Harsa] cityscapes")) == "Harsa"


def test_adjective_takes_the_noun_behind_it_unless_that_is_a_filler() -> None:
    text, filler = marked("[Arab] militias with rifles came.")
    noun = Span.of(text, 5, 13)
    assert with_next_word(text, filler, []) == "Arab militias"
    assert with_next_word(text, filler, [noun]) is None
    assert with_next_word(text, noun, []) == "militias with"
    assert with_next_word(*marked("[Arab], too."), []) is None
