"""Fillers become tags and tags become runs."""

from __future__ import annotations

import pytest
from training.frames.parse import parse
from training.frames.tags import runs, tags


def test_tags_begin_and_go_on_at_the_words_of_a_filler() -> None:
    sentence = "Korvia sent old rifles to Averna"
    coded = {"supplier": [(0, 6)], "weapon": [(12, 22)]}
    assert tags(parse(sentence), coded) == ["B-supplier", "O", "B-weapon", "I-weapon", "O", "O"]


@pytest.mark.parametrize(
    ("tagged", "found"),
    [
        (["O", "O"], {}),
        (["B-to", "I-to", "O"], {"to": [(0, 2)]}),
        (["B-to", "B-to"], {"to": [(0, 1), (1, 2)]}),
        (["B-to", "I-from"], {"to": [(0, 1)], "from": [(1, 2)]}),
        (["O", "I-to"], {"to": [(1, 2)]}),
    ],
)
def test_runs_end_where_their_role_does(tagged: list[str], found: dict[str, list[tuple[int, int]]]) -> None:
    assert runs(tagged) == found
