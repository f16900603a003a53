"""The encoder gives every sentence an output of its own, whatever else is read."""

from __future__ import annotations

import numpy as np
import pytest

from enduse.extract.decode import Output
from enduse.extract.encode import BEFORE, LONGEST, Encoded, encode
from enduse.extract.encoder import Encoder
from enduse.extract.labels import LABEL_SIZES, SLOTS, TAGS
from enduse.extract.wordpiece import WordPieces
from enduse.lexicon.models import open_model

TEXTS = (
    "Averna sent 200 anti-tank missiles to rebels in Korvia last week, officials said.",
    "Rain fell.",
    "The ceasefire between Averna and Korvia collapsed on Sunday, hours after it was signed.",
    "rifles " * 400,
    "🚀 سلاح é\u0301 \x00 \ud800",
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(open_model("spans-1"))


@pytest.fixture(scope="module")
def rows() -> list[Encoded]:
    cutter = WordPieces(open_model("spans-1").lines("vocabulary.txt"))
    return [encode(cutter, text, (0, len(text)), None) for text in TEXTS]


def run(encoder: Encoder, row: Encoded) -> Output:
    output = encoder.run(row)
    assert output is not None
    return output


def test_output_has_a_place_for_every_slot_label_and_tag(encoder: Encoder, rows: list[Encoded]) -> None:
    for row in (rows[0], rows[2]):
        presence, labels, tags = run(encoder, row)
        assert presence.shape == (len(SLOTS),)
        assert labels.shape == (len(SLOTS), sum(LABEL_SIZES))
        assert {of_slot.shape for of_slot in tags.values()} == {(len(row.pieces), TAGS + 3)}


def test_presence_lies_between_0_and_1(encoder: Encoder, rows: list[Encoded]) -> None:
    for row in (rows[0], rows[2]):
        presence = run(encoder, row).presence
        assert ((presence >= 0) & (presence <= 1)).all()


def test_a_sentence_reads_the_same_whatever_was_read_before_it(encoder: Encoder, rows: list[Encoded]) -> None:
    alone = run(Encoder(open_model("spans-1")), rows[0])
    for row in rows[1:]:
        encoder.run(row)
    again = run(encoder, rows[0])
    assert np.array_equal(alone.presence, again.presence)
    assert np.array_equal(alone.labels, again.labels)
    assert alone.tags.keys() == again.tags.keys()
    assert all(np.array_equal(alone.tags[slot], again.tags[slot]) for slot in alone.tags)


def test_tags_are_given_of_the_slots_that_reach_the_threshold(encoder: Encoder, rows: list[Encoded]) -> None:
    threshold = open_model("spans-1").settings["threshold"]
    for row in (rows[0], rows[2]):
        output = run(encoder, row)
        assert set(output.tags) == set(np.flatnonzero(output.presence >= threshold).tolist()) != set()


def test_a_sentence_in_which_the_lower_layers_see_no_claim_is_left_early(encoder: Encoder, rows: list[Encoded]) -> None:
    assert encoder.run(rows[1]) is None


def test_rows_are_never_longer_than_the_model_was_trained_on(rows: list[Encoded]) -> None:
    assert max(len(row.ids) for row in rows) == LONGEST + 3 <= BEFORE + LONGEST + 3
