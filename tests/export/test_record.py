"""The record has the shape that the issue gives, and its text is the document's."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from tests.service.fakes import looked_up, reading

from enduse.export.record import SpanRecord, document_record, json_line
from enduse.model import Document, Reading

PLAN = (
    "transfer planned stated: {supplier:The agency} will send {weapon:rifles} and {weapon:mortars} "
    "if {condition:the truce fails}."
)


def test_record_has_the_keys_of_the_issue_in_their_order() -> None:
    record = document_record(reading(PLAN))
    assert list(record) == ["schema_version", "doc", "title", "date", "source", "sha256", "claims"]
    assert list(record["claims"][0]) == [
        *("id", "type", "status", "stance", "start", "end", "quote", "roles", "score", "reader")
    ]


def test_what_was_looked_up_stands_beside_the_words() -> None:
    line = (
        "transfer occurred stated: {supplier:Norland} and {supplier:Tessaly} sent {quantity:two dozen},"
        " {claimant:they} say."
    )
    raw, record = document_record(reading(line)), document_record(looked_up(reading(line)))
    claim = record["claims"][0]
    unknown, found = claim["roles"]["supplier"]
    assert (unknown["referent"]["code"], unknown["referent"]["why"]) == (None, "no such name")
    assert (found["referent"]["code"], found["referent"]["name"]) == ("te", "Republic of Tessaly")
    assert [quantity["best"] for quantity in claim["roles"]["quantity"][0]["quantity"]] == [24]
    assert claim["roles"]["claimant"][0]["claimant_class"] == claim["claimant_class"] == "unnamed_official"
    assert [(link["text"], link["derived"]) for link in claim["chain"]] == [("Averna Herald", True), ("they", False)]
    plain = {**claim, "roles": {role: [_words(span) for span in spans] for role, spans in claim["roles"].items()}}
    assert {name: value for name, value in plain.items() if name not in {"claimant_class", "chain"}} == raw["claims"][0]


def _words(span: SpanRecord) -> dict[str, object]:
    return {"text": span["text"], "start": span["start"], "end": span["end"]}


def test_claimants_that_differ_give_the_claim_no_class() -> None:
    assert "claimant_class" not in document_record(looked_up(reading(PLAN)))["claims"][0]


def test_record_of_a_document_with_an_address_names_it() -> None:
    assert document_record(reading(PLAN, url="https://averna.example/1"))["url"] == "https://averna.example/1"


def test_ceasefire_has_a_state_instead_of_a_status() -> None:
    claim = document_record(reading("ceasefire in_force stated: The truce holds."))["claims"][0]
    assert claim["state"] == "in_force"
    assert "status" not in claim


def test_diversion_has_a_mode() -> None:
    claim = document_record(reading("diversion risk stated leak: {weapon:Arms} may leak."))["claims"][0]
    assert claim["mode"] == "leak"
    assert claim["status"] == "risk"


def test_roles_come_in_the_order_of_the_codebook_with_all_their_fillers() -> None:
    roles = document_record(reading(PLAN))["claims"][0]["roles"]
    assert list(roles) == ["supplier", "weapon", "condition"]
    assert [filler["text"] for filler in roles["weapon"]] == ["rifles", "mortars"]


def test_score_is_rounded_to_three_places() -> None:
    assert document_record(reading(PLAN))["claims"][0]["score"] == 0.931


def test_filler_is_the_text_between_its_offsets_past_an_emoji() -> None:
    one = reading("transfer occurred stated: 🚀🚀 {supplier:Nörland} sent arms.")
    filler = document_record(one)["claims"][0]["roles"]["supplier"][0]
    assert one.document.text[filler["start"] : filler["end"]] == filler["text"] == "Nörland"


def test_json_line_writes_unicode_as_it_is() -> None:
    assert json_line({"a": "Tessaly 🚀 é"}) == '{"a": "Tessaly 🚀 é"}'


@given(st.text(st.characters(), max_size=40))
def test_json_line_is_one_line_of_utf8_that_gives_back_every_code_point(text: str) -> None:
    line = json_line(document_record(Reading(Document("d", text, title=text), ())))
    assert len(f"{line}x".splitlines()) == 1
    assert json.loads(line.encode())["title"] == text
