"""A checklist is written as one object, blanks and flags included."""

from __future__ import annotations

import json

from tests.link.test_checklist import LOST, PLAN, filled

from enduse.service.checklist_lines import checklist_line, checklist_record


def test_the_record_holds_every_criterion_with_its_claims_or_its_blank() -> None:
    record = json.loads(checklist_line(filled(PLAN)))
    assert record == json.loads(json.dumps(checklist_record(filled(PLAN)), default=str))
    criteria = {criterion["key"]: criterion for criterion in record["criteria"]}
    assert criteria["loss"]["entries"][0]["claims"][0]["quote"] == LOST.claim.sentence.text
    assert criteria["loss"]["entries"][0]["roots"] == [1, 1]
    assert (criteria["end-use"]["entries"], criteria["end-use"]["blank"]) == ([], "not asked of this ledger")
    assert record["flags"] == list(filled(PLAN).flags)
    assert "score" not in json.dumps(record)
