"""What people decided in a ledger can be trained on."""

from __future__ import annotations

from pathlib import Path

from tests.service.test_training_rows import ARTICLE
from training.rows import CodedClaim, of_bench

from enduse.model.record import Verdict
from enduse.model.review import Choice, QueueOrder
from enduse.service.ledgers import open_ledger
from enduse.service.review import Desk
from enduse.service.training_rows import export_bench


def test_reviewed_sentences_are_read(tmp_path: Path) -> None:
    place, file = str(tmp_path / "x.db"), tmp_path / "reviewed.jsonl"
    with open_ledger(place, create=True) as ledger:
        with ledger.writing() as writer:
            writer.add_readings([ARTICLE], "fake-1")
        desk = Desk(ledger, "ana", QueueOrder())
        desk.decide(desk.take(ARTICLE.extractions[1].claim.id), Choice(Verdict.ACCEPTED))
    file.write_text("".join(export_bench(place)), "utf-8")
    (row,) = of_bench(file, "reviewed")
    assert (row.document, row.source, row.before) == ("wire:7", "reviewed", "Norland sent 🚀 guns.")
    assert row.claims == [CodedClaim("ceasefire", "stated", None, "agreed", None, {"party": [(0, 7)]})]
    assert row.text[0:7] == "Brezova"
