"""A grade belongs to the evidence that it was given on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from enduse.assess.grades import grades_of
from enduse.model.record import Grading


def grading(target: str, *claims: str, letters: str = "B2", at: int = 1) -> Grading:
    return Grading(target, claims, letters[0], letters[1], "Ida", f"2031-05-0{at}T00:00:00Z")


def test_a_claim_has_its_own_grades_in_order_of_time() -> None:
    late, early = grading("clm-1", "clm-1", letters="C3", at=2), grading("clm-1", "clm-1")
    event = grading("evt-1", "clm-1", letters="A1", at=3)
    found = grades_of("clm-1", ["clm-1"], [late, event, early])
    assert [one.letters for one in found.given] == ["B2", "C3"]
    assert found.letters == "C3"


def test_a_grade_follows_its_claims_to_the_event_that_holds_them_and_shows_what_came_since() -> None:
    before = grading("evt-1", "clm-1", "clm-2")
    found = grades_of("evt-2", ["clm-1", "clm-3"], [before, grading("evt-9", "clm-9"), grading("clm-1", "clm-1")])
    (one,) = found.given
    assert (one.new, one.gone, one.older) == (("clm-3",), ("clm-2",), True)
    assert found.letters == "B2"


def test_a_flow_keeps_its_id_and_its_grade() -> None:
    found = grades_of("flw-1", ["clm-5"], [grading("flw-1", "clm-4"), grading("evt-1", "clm-5")])
    assert [one.new for one in found.given] == [("clm-5",)]


IDS = st.sampled_from([f"clm-{n}" for n in range(5)])


@given(st.sets(IDS, min_size=1), st.lists(st.sets(IDS, min_size=1), max_size=4), st.randoms(use_true_random=False))
def test_new_evidence_never_passes_for_graded(now: set[str], graded: list[set[str]], dice: object) -> None:
    gradings = [grading("evt-x", *sorted(claims), at=at) for at, claims in enumerate(graded, 1)]
    shuffled = list(gradings)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    found = grades_of("evt-now", now, shuffled)
    assert found == grades_of("evt-now", now, gradings)
    for one in found.given:
        assert set(one.new) == now - set(one.grading.claims)
        assert one.older == (set(one.grading.claims) != now)
    if not any(claims & now for claims in graded):
        assert found.letters == "F6"
