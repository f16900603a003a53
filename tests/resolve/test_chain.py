"""The chain of credit runs from the outlet inward, and every link but the publisher stands in the text."""

from __future__ import annotations

import pytest

from enduse.model import Claim, ClaimantClass, ClaimType, Credit, Document, Link, Role, Span, Stance, Status
from enduse.resolve.chain import chain_of


def chain(marked: str, *, publisher: str | None = None, before: str = "") -> tuple[Link, ...]:
    """The chain of a sentence whose claimants stand in {} and whose weapon in []."""
    spans: dict[Role, list[Span]] = {Role.CLAIMANT: [], Role.WEAPON: []}
    text, opened = before, 0
    for letter in marked:
        if letter in "{[":
            opened = len(text)
        elif letter in "}]":
            role = Role.CLAIMANT if letter == "}" else Role.WEAPON
            spans[role].append(Span(opened, len(text), text[opened:]))
        else:
            text += letter
    document = Document("a", text, publisher=publisher)
    roles = {role: tuple(found) for role, found in spans.items() if found}
    sentence = Span.of(text, len(before), len(text))
    claim = Claim(document.sha256, ClaimType.TRANSFER, Stance.STATED, sentence, roles, Status.OCCURRED)
    links = chain_of(document, claim)
    for link in links:
        for span in filter(None, (link.span, link.cue)):
            assert document.text[span.start : span.end] == span.text
    return links


def told(links: tuple[Link, ...]) -> list[tuple[int, str, str]]:
    return [(link.depth, link.name, link.credit.value) for link in links]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Rifles] arrived, {officials} said.", [(1, "officials", "claimant")]),
        ("{Officials} told Reuters that [rifles] arrived.", [(1, "Reuters", "told"), (2, "Officials", "claimant")]),
        ("[Rifles] arrived, {officials} told CNN.", [(1, "CNN", "told"), (2, "officials", "claimant")]),
        (
            "The Wall Street Journal reported, citing {officials}, that [rifles] arrived.",
            [(1, "The Wall Street Journal", "reported"), (2, "officials", "cited")],
        ),
        (
            "{Reuters} reported, citing {officials}, that [rifles] arrived.",
            [(1, "Reuters", "reported"), (2, "officials", "cited")],
        ),
        ("{Officials} quoted by Interfax said [rifles] came.", [
            (1, "Interfax", "quoted_by"), (2, "Officials", "claimant"),
        ]),
        (
            "[Rifles] arrived, according to the state news agency SANA.",
            [(1, "the state news agency SANA", "according_to")],
        ),
        ("According to {Avernan officials} and {diplomats}, [rifles] arrived.", [
            (1, "Avernan officials", "claimant"), (1, "diplomats", "claimant"),
        ]),
        ("{The minister} said [rifles] came, according to Reuters.", [
            (1, "Reuters", "according_to"), (2, "The minister", "claimant"),
        ]),
        ("{The minister} spoke of [rifles], the BBC reports.", [
            (1, "the BBC", "reported"), (2, "The minister", "claimant"),
        ]),
        ("MAREN: We have sent [rifles].", [(1, "MAREN", "speaker")]),
    ],
)  # fmt: skip
def test_links_run_from_the_outlet_inward(sentence: str, expected: list[tuple[int, str, str]]) -> None:
    found = told(chain(sentence, publisher="Nordby Times"))
    assert found[0] == (0, "Nordby Times", "publisher")
    assert found[1:] == expected


def test_agency_of_the_dateline_stands_next_to_the_publisher() -> None:
    links = chain("[Rifles] arrived, {officials} said.", before="NORDBY (Reuters) - It rained. ", publisher="Herald")
    assert told(links) == [
        (0, "Herald", "publisher"), (1, "Reuters", "dateline"), (2, "officials", "claimant"),
    ]  # fmt: skip


def test_publisher_that_the_text_names_is_not_told_twice() -> None:
    links = chain("{Reuters} said [rifles] arrived.", publisher="reuters")
    assert told(links) == [(0, "Reuters", "claimant")]


def test_document_without_publisher_begins_with_the_first_link() -> None:
    assert told(chain("[Rifles] arrived, {officials} said.")) == [(1, "officials", "claimant")]
    assert chain("[Rifles] arrived.") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "[Rifles] arrived, and the BBC reported that it rained.",
        "The BBC reported rain.Then came [rifles].",
        "A website said [rifles] arrived.",
        "The minister told reporters that [rifles] arrived.",
    ],
)
def test_what_is_not_credited_with_the_claim_is_left_out(sentence: str) -> None:
    assert chain(sentence) == ()


def test_place_of_a_dateline_that_was_read_as_claimant_is_left_out() -> None:
    assert told(chain("{NORDBY} — [Rifles] arrived, {officials} said.")) == [(1, "officials", "claimant")]


def test_classes_that_are_known_are_taken_over() -> None:
    text = "Averna said rifles arrived."
    document = Document("a", text)
    roles = {Role.CLAIMANT: (Span.of(text, 0, 6),)}
    claim = Claim(document.sha256, ClaimType.TRANSFER, Stance.STATED, Span.of(text, 0, 27), roles, Status.OCCURRED)
    (link,) = chain_of(document, claim, [ClaimantClass.STATE_BODY])
    assert (link.claimant_class, link.credit) == (ClaimantClass.STATE_BODY, Credit.CLAIMANT)
    assert link.cue == Span(7, 11, "said")
