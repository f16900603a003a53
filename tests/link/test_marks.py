"""Serial numbers, lots and named shipments are read where the words say what they are, and nowhere else."""

from __future__ import annotations

import pytest

from enduse.link.marks import marks_of
from enduse.model.custody import Identity


@pytest.mark.parametrize(
    ("sentence", "identity", "values"),
    [
        ("Rifles with serial numbers AB-1234, AB 77 and AB-1235 were found.", Identity.SERIAL, ["ab-1234"]),
        ("A rifle with serial no. 557-11a turned up.", Identity.SERIAL, ["557-11a"]),
        ("Rounds of lot number 5-83 lay there.", Identity.LOT, ["5-83"]),
        ("The freighter Lady Averna was stopped.", Identity.SHIPMENT, ["ladyaverna"]),
        ("The vessel, called “Nord Star 3”, sailed.", Identity.SHIPMENT, ["nordstar3"]),
        ("Crates aboard the Karina were opened.", Identity.SHIPMENT, ["karina"]),
        ("They came on flight AV 123 to Selin.", Identity.SHIPMENT, ["av123"]),
        ("The MV Selin carried them.", Identity.SHIPMENT, ["selin"]),
        ("They lay in container ABCU 1234567.", Identity.SHIPMENT, ["abcu1234567"]),
    ],
)
def test_marks_are_read(sentence: str, identity: Identity, values: list[str]) -> None:
    marks = marks_of(sentence)
    assert [mark.value for mark in marks] == values
    assert all(mark.identity is identity and mark.quote in sentence and mark.words in sentence for mark in marks)


def test_each_number_of_a_list_is_a_mark() -> None:
    marks = marks_of("Serial numbers AB-1234, AB-1235 and AB-1236 were filed off.")
    assert [mark.words for mark in marks] == ["AB-1234", "AB-1235", "AB-1236"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A lot of 400 rifles came with serial production.",
        "Rifles with serial number 99 were found.",
        "They were aboard the Averna navy boats when it began.",
        "The ship On Monday left; the ship Tuesday too.",
        "A ship, the USS Selin, fired missiles.",
        "No. 4471 was drawn.",
    ],
)
def test_what_may_be_shared_or_is_no_name_is_no_mark(sentence: str) -> None:
    assert marks_of(sentence) == ()
