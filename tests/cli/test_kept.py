"""What a ledger gives back is drawn without letting a text steer the terminal."""

from __future__ import annotations

from tests.service.test_pages import AT, DOCUMENT, KEPT

from enduse.cli.kept import claim_blocks, evidence_blocks, hit_blocks
from enduse.model import Role, Span
from enduse.model.copy import CopyKind
from enduse.model.kept import Evidence, Hit
from enduse.model.record import CopyRecord, Resolution, Retraction


def test_claim_tells_its_document_and_its_decision() -> None:
    drawn = "".join(claim_blocks([KEPT], 100, False))
    assert "Averna Herald · 2031-04-11 · a.txt" in drawn
    assert "accepted by ana" in drawn


def test_nothing_is_said_to_be_nothing() -> None:
    assert list(claim_blocks([], 100, False)) == ["no claims\n"]
    assert list(hit_blocks([], 100, False)) == ["nothing found\n"]


def test_hit_shows_its_passage_without_controls() -> None:
    drawn = "".join(hit_blocks([Hit((DOCUMENT, DOCUMENT), Span(0, 5, "a\x1b[2J"), ("clm-1",))], 100, False))
    assert "a␛[2J" in drawn
    assert "and 1 exact copy" in drawn
    assert "1 claim: clm-1" in drawn


def test_evidence_tells_names_copies_and_retractions() -> None:
    resolution = Resolution(KEPT.claim.id, Role.WEAPON, 0, "weapon", None, None, "no such name", "weapons-1")
    kept = type(KEPT)(7, KEPT.claim, KEPT.documents, KEPT.scores, KEPT.decision, KEPT.judgements, (resolution,))
    copy = CopyRecord("doc-0", "doc-9", CopyKind.NEAR, 0.6, 0.8, 0.5, "null", "runs-1")
    drawn = "".join(
        evidence_blocks(Evidence(kept, "", "", (copy,), (Retraction("clm-1", True, "ana", AT, "twice"),)), 100, False)
    )
    assert "weapon “rockets” → weapon not found: no such name (weapons-1)" in drawn
    assert "near of doc-9" in drawn
    assert "clm-1 withdrawn by ana" in drawn
