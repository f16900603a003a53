"""A copy checks itself and says its reason in words."""

from __future__ import annotations

import pytest

from enduse.model.copy import Copy, CopyKind, SharedRun

RUN = SharedRun(3, 40, 0, 37, 7)


def test_only_exact_and_near_copies_are_one_report() -> None:
    one = {kind for kind in CopyKind if Copy("b", "a", kind, 0.6, 0.9, 0.5, RUN).same_report}
    assert one == {CopyKind.EXACT, CopyKind.NEAR}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (CopyKind.EXACT, "the same words in the same order; only case, punctuation or spacing may differ"),
        (
            CopyKind.NEAR,
            "60% of their five-word runs stand in both (asked for: 50%); the longest run in both has 7 words",
        ),
        (
            CopyKind.QUOTES,
            "the earlier text stands in this one: 90% of the shorter one's five-word runs (asked for: 50%); "
            "the longest run in both has 7 words",
        ),
        (
            CopyKind.EXCERPT,
            "this text stands in the earlier one: 90% of the shorter one's five-word runs (asked for: 50%); "
            "the longest run in both has 7 words",
        ),
    ],
)
def test_copy_says_why(kind: CopyKind, said: str) -> None:
    assert Copy("b", "a", kind, 0.6, 0.9, 0.5, RUN).why == said


def test_document_is_no_copy_of_itself() -> None:
    with pytest.raises(ValueError, match="copy of itself"):
        Copy("a", "a", CopyKind.EXACT, 1, 1, 1, RUN)


def test_jaccard_is_never_above_the_share_contained() -> None:
    with pytest.raises(ValueError, match=r"jaccard 0\.9"):
        Copy("b", "a", CopyKind.NEAR, 0.9, 0.8, 0.5, RUN)


@pytest.mark.parametrize("places", [(5, 5, 0, 3, 2), (0, 3, 4, 2, 2), (0, 3, 0, 3, 0), (-1, 3, 0, 3, 2)])
def test_empty_or_reversed_run_is_refused(places: tuple[int, int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="empty or reversed"):
        SharedRun(*places)
