"""Records check themselves, and have ids of their content."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from enduse.model import Role
from enduse.model.copy import Copy, CopyKind, SharedRun
from enduse.model.record import (
    RECORDS,
    CopyRecord,
    Grading,
    Judgement,
    Lease,
    Link,
    Record,
    Resolution,
    Retraction,
    Sameness,
    Verdict,
)

AT = "2031-04-11T09:30:00Z"


def test_id_is_of_all_that_is_said() -> None:
    first, second = (Judgement("clm-1", Verdict.ACCEPTED, "ana", AT, why) for why in ("", "as it says"))
    assert first.id != second.id
    assert first.id == Judgement("clm-1", Verdict.ACCEPTED, "ana", AT).id == "jdg-" + first.id[4:]


def test_kinds_and_prefixes_are_their_own() -> None:
    assert len({kind.kind for kind in RECORDS}) == len({kind.prefix for kind in RECORDS}) == len(RECORDS) == 10


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Judgement("clm-1", Verdict.ACCEPTED, " ", AT), "say who decided"),
        (lambda: Judgement("clm-1", Verdict.ACCEPTED, "ana", "11 April"), "write UTC"),
        (lambda: Judgement("clm-1", Verdict.CORRECTED, "ana", AT), "has no replacement"),
        (lambda: Judgement("clm-1", Verdict.REJECTED, "ana", AT, replacement="clm-2"), "has a replacement"),
        (lambda: Grading("clm-1", (), "G", "1", "ana", AT), "grade G1 is none"),
        (lambda: Link("event", "b", "a", Sameness.SAME, "ana", AT), "names its two records in order"),
        (lambda: CopyRecord("a", "a", CopyKind.NEAR, 1.0, 1.0, 0.5, "null", "runs-1"), "copy of itself"),
        (lambda: Retraction("clm-1", True, "", AT), "say who decided"),
        (lambda: Lease("clm-1", "", AT, AT), "say who decided"),
        (lambda: Lease("clm-1", "ana", "2031-04-12T09:30:00Z", AT), "before it begins"),
        (lambda: Resolution("clm-1", Role.WEAPON, 0, "weapon", None, None, " ", "w-1"), "has no why"),
        (lambda: Resolution("clm-1", Role.WEAPON, 0, "weapon", None, None, "x", "w-1", '{"b": 1}'), "canonical JSON"),
    ],
)
def test_record_that_cannot_be_is_refused(make: Callable[[], Record], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        make()


def test_copy_comes_back_from_its_record() -> None:
    copy = Copy("doc-2", "doc-1", CopyKind.NEAR, 0.6, 0.8, 0.5, SharedRun(0, 9, 1, 10, 2))
    record = CopyRecord.of(copy, "runs-1")
    assert record.copy() == copy
    assert record.id == CopyRecord.of(copy, "runs-1").id != CopyRecord.of(copy, "runs-2").id
