"""Each kind of row is plain data that gives the record back, and refuses what does not fit its id."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.ledger.content import DocumentFacts, claim_of_content, digest, record_of, record_values, unkeepable
from enduse.model import Document
from enduse.model.record import Grading, Retraction

GRADING = Grading("clm-1", ("clm-1", "clm-2"), "B", "2", "ana", "2031-04-11T09:30:00Z", "two reports")


def test_id_of_a_document_does_not_cover_its_title() -> None:
    one, other = (DocumentFacts.of(Document("a", "text", title=title)) for title in ("A", "B"))
    assert one.id == other.id
    assert one.digest != other.digest


def test_id_of_a_document_covers_who_printed_it_and_where() -> None:
    documents = [Document("a", "text", publisher="P"), Document("a", "text", url="P"), Document("P", "text")]
    assert len({DocumentFacts.of(document).id for document in documents}) == 3


@pytest.mark.parametrize(
    ("text", "kept"), [("plain", True), ("𝛂 rocket 🚀", True), ("a\0b", False), ("a\udc00", False)]
)
def test_unkeepable_tells_what_no_database_can_give_back(text: str, kept: bool) -> None:
    assert (unkeepable(Document("a", text)) is None) is kept


def content() -> dict[str, Any]:
    fields = {name: getattr(GRADING, name) for name in ("target", "reliability", "credibility", "by", "at", "why")}
    return {"kind": "grading", "id": GRADING.id, **fields, "claims": list(GRADING.claims)}


def test_record_comes_back_from_its_content() -> None:
    assert record_of(Grading, content()) == GRADING


@pytest.mark.parametrize("change", [{"id": "grd-0"}, {"reliability": "A"}, {"credibility": "7"}])
def test_record_that_does_not_fit_its_id_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"id|grade"):
        record_of(Grading, {**content(), **change})


def test_record_without_a_field_is_refused() -> None:
    with pytest.raises(ValueError, match="why is missing"):
        record_of(Grading, {name: value for name, value in content().items() if name != "why"})


def test_values_of_a_row_are_of_the_types_of_columns() -> None:
    assert record_values(GRADING, ["claims", "by"]) == ['["clm-1","clm-2"]', "ana"]
    retraction = Retraction("clm-1", True, "ana", "2031-04-11T09:30:00Z")
    assert record_values(retraction, ["withdrawn"]) == [1]


def test_claim_that_does_not_fit_its_id_is_refused() -> None:
    given: dict[str, Any] = {"id": "clm-0", "sha256": "0", "type": "transfer", "status": "occurred", "state": None}
    given |= {"mode": None, "stance": "stated", "start": 0, "end": 4, "quote": "arms", "roles": {}}
    with pytest.raises(ValueError, match="does not fit its content"):
        claim_of_content(given)


def test_digest_does_not_depend_on_the_order_of_fields() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1}) != digest({"a": 1, "b": 3})
