"""The list of claimants knows names by their capitals, and nouns and offices in every number."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import SourceError
from enduse.lexicon import claimants
from enduse.lexicon.claimants import claimant_words, open_claimants
from enduse.lexicon.weapons import words
from enduse.model import ClaimantClass

ROWS = [
    (ClaimantClass.INTERNATIONAL_ORGANISATION, "name", "WHO; Lake League"),
    (ClaimantClass.OUTLET, "head", "news agency; agency"),
    (ClaimantClass.UNNAMED_OFFICIAL, "office", "official; secretary of state"),
]


def found(text: str) -> list[tuple[str, str]]:
    known = claimant_words(ROWS).find(text, words(text))
    return [(match.use, match.claimant_class.value) for match in known]


def test_names_need_their_capitals() -> None:
    assert found("the Lake League") == [("name", "international_organisation")]
    assert found("the lake league") == []


def test_short_names_in_capitals_are_no_words_that_only_begin_so() -> None:
    assert found("WHO") == found("W.H.O.") == [("name", "international_organisation")]
    assert found("Who") == []


def test_the_longest_stretch_is_found_and_plurals_are_known() -> None:
    assert found("two news agencies") == [("head", "outlet")]
    assert found("the Secretary of State and officials") == [("office", "unnamed_official")] * 2


def test_list_that_ships_opens_and_knows_each_use() -> None:
    ours = open_claimants()
    assert min(len(ours.names), len(ours.heads), len(ours.offices)) > 50
    assert ours.longest >= 4


@pytest.mark.parametrize("row", ["outlet\tname\tX", "gossip\tname\tX\town", "outlet\tnick\tX\town"])
def test_row_that_cannot_be_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    path = tmp_path / "claimants.tsv"
    path.write_text("# words\nclass\tuse\twords\tbasis\n" + row + "\n")
    with pytest.raises(SourceError, match=r"claimants\.tsv:3: must have"):
        list(claimants.rows_of(path))


def test_absent_list_is_a_source_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        list(claimants.rows_of(tmp_path / "none.tsv"))
