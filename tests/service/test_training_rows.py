"""What people decided comes out as sentences to learn from, and only where all of a sentence is decided."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.service.fakes import reading

from enduse.model import Reading, Stance
from enduse.model.record import Verdict
from enduse.model.review import Choice, QueueOrder
from enduse.service.ledgers import open_ledger
from enduse.service.review import Desk
from enduse.service.training_rows import export_bench

ARTICLE = reading(
    "transfer occurred stated: {supplier:Norland} sent 🚀 {weapon:guns}.",
    "ceasefire agreed stated: {party:Brezova} agreed to a truce.",
    "holding occurred stated: {holder:Averna} has {weapon:tanks}.",
    doc="wire:7",
)


def rows(tmp_path: Path, article: Reading, verdicts: list[Choice | None]) -> list[dict[str, Any]]:
    place = str(tmp_path / f"{len(list(tmp_path.iterdir()))}.db")
    with open_ledger(place, create=True) as ledger:
        with ledger.writing() as writer:
            writer.add_readings([article], "fake-1")
        desk = Desk(ledger, "ana", QueueOrder())
        for extraction, choice in zip(article.extractions, verdicts, strict=True):
            if choice:
                desk.decide(desk.take(extraction.claim.id), choice)
    return [json.loads(line) for line in export_bench(place)]


def test_accepted_corrected_and_rejected_claims_are_exported(tmp_path: Path) -> None:
    right = replace(ARTICLE.extractions[0].claim, stance=Stance.DENIED)
    choices = [Choice(Verdict.CORRECTED, claim=right), Choice(Verdict.ACCEPTED), Choice(Verdict.REJECTED)]
    first, second, third = rows(tmp_path, ARTICLE, list(choices))
    assert first == {
        "id": "wire:7#0", "title": "A plan in Averna", "date": "2031-04-11", "source": "Averna Herald",
        "corpus": "reviewed", "prev": "", "text": "Norland sent 🚀 guns.", "kind": "reviewed",
        "claims": [{
            "type": "transfer", "stance": "denied", "status": "occurred", "start": 0, "end": 20,
            "roles": {
                "supplier": [{"text": "Norland", "start": 0, "end": 7}],
                "weapon": [{"text": "guns", "start": 15, "end": 19}],
            },
        }],
    }  # fmt: skip
    assert (second["prev"], second["text"]) == ("Norland sent 🚀 guns.", "Brezova agreed to a truce.")
    assert [claim["state"] for claim in second["claims"]] == ["agreed"]
    assert (third["text"], third["claims"]) == ("Averna has tanks.", [])


def test_sentence_with_something_open_or_unsure_is_left_out(tmp_path: Path) -> None:
    assert [
        row["text"] for row in rows(tmp_path, ARTICLE, [Choice(Verdict.UNSURE), Choice(Verdict.ACCEPTED), None])
    ] == ["Brezova agreed to a truce."]
    both = reading(
        "transfer occurred stated: {supplier:Norland} sent {weapon:guns} and tanks.",
        "transfer occurred denied: {supplier:Norland} sent guns and {weapon:tanks}.",
    )
    assert rows(tmp_path, both, [Choice(Verdict.ACCEPTED), None]) == []
    assert len(rows(tmp_path, both, [Choice(Verdict.ACCEPTED), Choice(Verdict.ACCEPTED)])[0]["claims"]) == 2
