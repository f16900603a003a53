"""Progress counts what stands, and each person's part of it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.service.fakes import reading

from enduse.model.record import Judgement, Verdict
from enduse.service.ledgers import open_ledger
from enduse.service.progress import Person, Progress, agreement_lines, people_lines, progress

AT = "2031-04-11T09:30:0{}Z"


def test_progress_of_a_ledger(tmp_path: Path) -> None:
    where = str(tmp_path / "x.db")
    read = reading(
        "ceasefire agreed stated: {party:Brezova} agreed.", "ceasefire agreed stated: {party:Averna} agreed."
    )
    first, second = (extraction.claim.id for extraction in read.extractions)
    with open_ledger(where, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings([read], "fake-1")
    assert progress(where) == Progress(2, 0, ())
    with open_ledger(where) as ledger, ledger.writing() as writer:
        writer.add([
            Judgement(first, Verdict.ACCEPTED, "ben", AT.format(1)),
            Judgement(first, Verdict.REJECTED, "ana", AT.format(2)),
            Judgement(second, Verdict.UNSURE, "ana", AT.format(3)),
        ])  # fmt: skip
    found = progress(where)
    assert found == Progress(
        2,
        2,
        (Person("ana", 2, 0, 0, 1, 1, AT.format(2), AT.format(3)), Person("ben", 1, 1, 0, 0, 0, *[AT.format(1)] * 2)),
    )
    assert [json.loads(line)["by"] for line in people_lines(found)] == ["ana", "ben"]
    (pair,) = map(json.loads, agreement_lines(where))
    assert (pair["left"], pair["right"], pair["claims"], pair["same"]) == ("ana", "ben", 1, 0)
