"""The default reader finds the claims of documents, quotes them as they stand and reads on while it gives them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.extract.spans import NAME, SpanReader
from enduse.model import ClaimType, Document, Extraction, Reader, Reading, Role, Span

DELIVERY = "Averna sent 200 anti-tank missiles to rebels in Korvia last week, officials said."

COOKING = (
    "Whisk the eggs with the sugar. Bake the cake for forty minutes at 180 degrees.",
    "Stuff the pasta shells with ricotta and pour the warm sauce over them. Serve with rocket salad.",
    "Let the dough rise in a warm place until it has doubled. Knock the air out of it and shape two loaves.",
)

HOSTILE = (
    "🚀", "👩‍🚀", "🇺🇦", "é", "e\u0301", "\u0301", "\u200d", "\u202e", "\u200f", "سلاح", "נשק", "武器", "\r\n", "\n\n",
    "\n", "\x00", "\ufeff", "\ud800", "\u2028", "ﬁ", "ß", "İ", " ", "\u00a0", ". ", "! ", "“", "”", DELIVERY,
)  # fmt: skip
PIECES = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=5), max_size=8).map("".join)


SENT = "Averna sent 200 anti-tank missiles to rebels in Korvia last week, officials said."


@pytest.fixture(scope="module")
def reader() -> SpanReader:
    return SpanReader.open()


def extractions(reader: Reader, text: str) -> tuple[Extraction, ...]:
    (reading,) = reader.read([Document("d", text)])
    return reading.extractions


def spans(extraction: Extraction) -> list[Span]:
    return [extraction.claim.sentence, *(span for fillers in extraction.claim.roles.values() for span in fillers)]


def ids(readings: Iterator[Reading]) -> list[list[str]]:
    return [[extraction.claim.id for extraction in reading.extractions] for reading in readings]


def documents(count: int) -> list[Document]:
    """Documents with and without claims, of none to three sentences."""
    texts = (DELIVERY, "", COOKING[0], f"{COOKING[1]} {DELIVERY}", f"{DELIVERY}\n\nA truce was agreed on Sunday.")
    return [Document(f"d{i}", texts[i % len(texts)]) for i in range(count)]


def test_reader_is_named_with_its_version(reader: SpanReader) -> None:
    assert reader.name == NAME


@pytest.mark.parametrize("count", [0, 1, 7])
def test_every_document_has_one_reading_in_order(reader: SpanReader, count: int) -> None:
    given_documents = documents(count)
    assert [reading.document for reading in reader.read(given_documents)] == given_documents


def test_claims_stand_with_the_document_that_says_them(reader: SpanReader) -> None:
    for reading in reader.read(documents(6)):
        assert {e.claim.document_sha256 for e in reading.extractions} <= {reading.document.sha256}
        assert all(reading.document.text[s.start : s.end] == s.text for e in reading.extractions for s in spans(e))


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "🚀", ".", *COOKING])
def test_text_that_speaks_of_no_arms_has_no_claim(reader: SpanReader, text: str) -> None:
    assert extractions(reader, text) == ()


def test_delivery_is_read_as_a_transfer(reader: SpanReader) -> None:
    assert ClaimType.TRANSFER in {extraction.claim.type for extraction in extractions(reader, DELIVERY)}


@pytest.mark.parametrize(
    ("role", "word"),
    [
        (Role.SUPPLIER, "Averna"),
        (Role.RECIPIENT, "rebels"),
        (Role.WEAPON, "missiles"),
        (Role.QUANTITY, "200"),
        (Role.TIME, "last week"),
        (Role.CLAIMANT, "officials"),
    ],
)
def test_roles_of_a_delivery_quote_its_words(reader: SpanReader, role: Role, word: str) -> None:
    transfers = [e.claim for e in extractions(reader, DELIVERY) if e.claim.type is ClaimType.TRANSFER]
    assert any(word in span.text for claim in transfers for span in claim.roles.get(role, ()))


def test_evidence_is_the_sentence_past_what_stands_before_it(reader: SpanReader) -> None:
    text = f"🚀 Rain fell on Monday.\r\n\r\n{DELIVERY} Snow came."
    assert Span.of(text, text.index(DELIVERY), text.index(" Snow")) in {
        extraction.claim.sentence for extraction in extractions(reader, text)
    }


def test_extractions_name_their_reader_and_score_from_0_to_1(reader: SpanReader) -> None:
    found = extractions(reader, DELIVERY)
    assert {extraction.reader for extraction in found} == {NAME}
    assert all(0 <= extraction.score <= 1 for extraction in found)


def test_extractions_stand_in_the_order_of_the_text(reader: SpanReader) -> None:
    starts = [e.claim.sentence.start for e in extractions(reader, "\n\n".join([DELIVERY] * 5))]
    assert starts == sorted(starts)
    assert len(set(starts)) > 1


@settings(deadline=None, max_examples=25)
@given(PIECES, PIECES)
def test_quotes_stand_in_a_hostile_text_where_they_say(reader: SpanReader, before: str, after: str) -> None:
    text = before + DELIVERY + after
    for extraction in extractions(reader, text):
        assert all(text[span.start : span.end] == span.text for span in spans(extraction))


def test_ids_are_equal_when_documents_are_read_twice(reader: SpanReader) -> None:
    assert ids(reader.read(documents(50))) == ids(SpanReader.open().read(documents(50)))


def test_each_reading_is_given_before_the_next_document_is_taken(reader: SpanReader) -> None:
    taken = 0

    def endless() -> Iterator[Document]:
        nonlocal taken
        while True:
            taken += 1
            yield Document(f"d{taken}", SENT)

    readings = reader.read(endless())
    assert next(readings).document.id == "d1"
    assert taken == 1


def test_claims_of_a_document_hang_on_no_other_document(reader: SpanReader) -> None:
    alone = ids(reader.read([Document("a", SENT)]))
    others = [Document(f"b{i}", "rifles and tanks " * i) for i in range(1, 4)]
    assert ids(reader.read([*others, Document("a", SENT)]))[-1:] == alone
