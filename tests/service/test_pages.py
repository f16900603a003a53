"""What a ledger gives back is written as one line of JSON each."""

from __future__ import annotations

import json

from tests.service.fakes import reading

from enduse.model import Span
from enduse.model.kept import Decision, Evidence, Hit, KeptClaim, KeptDocument, Score
from enduse.model.record import Judgement, Verdict
from enduse.service.pages import claim_lines, evidence_line, hit_lines

AT = "2031-04-11T09:30:00Z"
READ = reading("transfer promised stated: {supplier:Norland} will send {weapon:rockets} away.")
DOCUMENT = KeptDocument("doc-0", "a.txt", READ.document.sha256, None, "2031-04-11", "Averna Herald", None, AT)
KEPT = KeptClaim(
    7, READ.extractions[0].claim, (DOCUMENT,), (Score("fake-1", 0.9, AT),), Decision.ACCEPTED,
    (Judgement(READ.extractions[0].claim.id, Verdict.ACCEPTED, "ana", AT),), (),
)  # fmt: skip


def test_claim_is_as_read_writes_it_with_what_the_ledger_knows() -> None:
    record = json.loads(next(claim_lines([KEPT])))
    assert record["roles"]["supplier"] == [{"text": "Norland", "start": 0, "end": 7}]
    assert "score" not in record
    assert (record["decision"], record["scores"][0]["score"], record["documents"][0]["id"]) == (
        "accepted",
        0.9,
        "doc-0",
    )
    assert record["judgements"][0]["by"] == "ana"


def test_hit_and_evidence_are_one_line_each() -> None:
    hit = Hit((DOCUMENT,), Span(0, 7, "Norland"), ("clm-1",))
    line = next(hit_lines([hit]))
    assert (line.count("\n"), json.loads(line)["passage"]) == (1, {"start": 0, "end": 7, "text": "Norland"})
    known = json.loads(evidence_line(Evidence(KEPT, "before", "after", (), ())))
    assert (known["before"], known["after"], known["copies"]) == ("before", "after", [])
