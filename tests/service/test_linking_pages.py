"""Events and contradictions as JSON Lines keep each claim's own labels visible."""

from __future__ import annotations

import json

from tests.link.dossier import AFFAIR, DENIAL, PLAN, RELAY

from enduse.link.contradictions import contradictions
from enduse.link.events import Grouper
from enduse.link.fact import fact_of
from enduse.link.roots import sources
from enduse.service.linking import ContradictionView, EventView
from enduse.service.linking_pages import contradiction_lines, event_lines, source_line

GROUPER = Grouper()
GROUPER.add(map(fact_of, AFFAIR))
BY_ID = {kept.claim.id: kept for kept in AFFAIR}
VIEW = EventView(GROUPER.event_of(PLAN.claim.id), AFFAIR, sources(AFFAIR, []))


def test_event_line_has_three_numbers_and_every_claims_own_words() -> None:
    (line,) = event_lines([VIEW])
    record = json.loads(line)
    assert (record["documents"], record["reports"], record["roots"]) == (4, 4, [3, 3])
    first = record["claims"][0]
    assert (first["status"], first["stance"], first["condition"], first["claimant"]) == (
        "planned", "alleged", ["the truce fails"], ["officials"],
    )  # fmt: skip
    assert "sources" not in record
    assert len(record["ties"]) == 4


def test_source_line_tells_what_each_relay_changed() -> None:
    found = json.loads(source_line(VIEW))["sources"]
    (relay,) = found["relays"]
    assert (relay["claim"], relay["of"], relay["how"]) == (RELAY.claim.id, PLAN.claim.id, "credit")
    assert {"kind": "weapon_upgraded", "before": "anti-aircraft weapons", "after": "MANPADS"} in relay["changes"]
    assert found["denials"] == [DENIAL.claim.id]


def test_contradiction_line_has_both_sides() -> None:
    found = contradictions(GROUPER)
    views = [ContradictionView(c, tuple(BY_ID[i] for i in c.left), tuple(BY_ID[i] for i in c.right)) for c in found]
    records = [json.loads(line) for line in contradiction_lines(views)]
    assert sorted(record["kind"] for record in records) == ["admission", "existence"]
    assert all(record["left"][0]["quote"] and record["right"][0]["quote"] for record in records)
