"""People grade what a ledger holds; each grade stays with the evidence it was given on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.link.dossier import PLAN, RELAY
from tests.service.case import id_of, keep

from enduse.errors import UsageError
from enduse.service import asking, linking
from enduse.service.grading import grade, grades


@pytest.fixture
def place(tmp_path: Path) -> str:
    return keep(str(tmp_path / "x.db"), [PLAN])


def test_nobody_has_graded_what_is_new(place: str) -> None:
    assert grades(place, id_of(PLAN)).letters == "F6"


def test_a_claim_is_graded_and_shown_so(place: str) -> None:
    grade(place, id_of(PLAN), reliability="C", credibility="3", by=" Ida ", why="one source")
    kept = grade(place, id_of(PLAN), reliability="B", credibility="2", by="Ben")
    found = grades(place, id_of(PLAN))
    assert (found.letters, [one.grading.by for one in found.given]) == ("B2", ["Ida", "Ben"])
    assert asking.show(place, id_of(PLAN))[0].gradings[-1] == kept


def test_a_grade_of_an_event_is_of_older_evidence_when_a_claim_joins(place: str) -> None:
    event = linking.event(place, id_of(PLAN)).event.id
    grade(place, event, reliability="B", credibility="2", by="Ida")
    assert not grades(place, event).given[0].older
    keep(place, [RELAY])
    linking.judge(place, id_of(PLAN), id_of(RELAY), "same", by="Ida")
    now = linking.event(place, id_of(PLAN)).event.id
    (one,) = grades(place, now).given
    assert (now != event, one.letters, one.new) == (True, "B2", (id_of(RELAY),))
    assert grades(place, id_of(PLAN)).letters == "F6"


@pytest.mark.parametrize(
    ("id_", "letters", "by", "said"),
    [
        (id_of(PLAN), "G2", "Ida", "no reliability 'G'"),
        (id_of(PLAN), "B7", "Ida", "no credibility '7'"),
        (id_of(PLAN), "B2", " ", "a grade needs a name"),
        ("clm-none", "B2", "Ida", "no claim 'clm-none'"),
    ],
)
def test_a_grade_that_cannot_be_says_why(place: str, id_: str, letters: str, by: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        grade(place, id_, reliability=letters[0], credibility=letters[1], by=by)
