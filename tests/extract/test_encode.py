"""A sentence and the one before it stand in one row, each piece where its place in the text says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.extract.encode import BEFORE, LONGEST, encode, word_shape
from enduse.extract.sentences import sentences
from enduse.extract.wordpiece import WordPieces

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz.", *("##" + c for c in "abc")]
CUTTER = WordPieces(VOCABULARY)
ROW_OF = {piece: row for row, piece in enumerate(VOCABULARY)}

TEXTS = st.text(st.characters() | st.sampled_from("abcABC . \n é\u0301🚀\u202eرع\r\n\x00\ud800!?1"), max_size=80)


def ids(row: str) -> list[int]:
    return [ROW_OF[piece] for piece in row.split()]


def test_row_is_begin_before_separate_sentence_separate() -> None:
    assert encode(CUTTER, "x y. ab c.", (5, 10), (0, 4)).ids == ids("[CLS] x y . [SEP] a ##b c . [SEP]")


def test_head_of_a_text_has_nothing_before_it() -> None:
    assert encode(CUTTER, "ab c.", (0, 5), None).ids == ids("[CLS] [SEP] a ##b c . [SEP]")


def test_segments_tell_the_sentence_from_what_stands_before() -> None:
    assert encode(CUTTER, "x y. ab c.", (5, 10), (0, 4)).segments == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]


def test_shapes_stand_beside_their_pieces() -> None:
    assert encode(CUTTER, "X y. AB C.", (5, 10), (0, 4)).shapes == [0, 3, 2, 1, 0, 4, 4, 3, 1, 0]


@pytest.mark.parametrize(("before", "offset"), [(None, 2), ((0, 4), 5), ((0, 1), 3)])
def test_offset_is_the_place_of_the_first_piece_of_the_sentence(before: tuple[int, int] | None, offset: int) -> None:
    assert encode(CUTTER, "x y. ab c.", (5, 10), before).offset == offset


def test_pieces_are_those_of_the_sentence_with_their_place_in_the_text() -> None:
    encoded = encode(CUTTER, "🚀 y. ab c.", (5, 10), (0, 4))
    assert [(p.start, p.end, p.first) for p in encoded.pieces] == [
        (5, 7, True),
        (5, 7, False),
        (8, 9, True),
        (9, 10, True),
    ]


def test_of_a_long_sentence_before_the_last_pieces_are_kept() -> None:
    text = "x " * 10 + "y " * BEFORE + "z"
    at = len(text) - 1
    assert encode(CUTTER, text, (at, at + 1), (0, at)).ids == ids("[CLS] " + "y " * BEFORE + "[SEP] z [SEP]")


def test_of_a_long_sentence_the_first_pieces_are_kept() -> None:
    text = "x " * LONGEST + "y " * 10
    encoded = encode(CUTTER, text, (0, len(text)), None)
    assert encoded.ids == ids("[CLS] [SEP] " + "x " * LONGEST + "[SEP]")
    assert len(encoded.pieces) == LONGEST


@settings(deadline=None)
@given(TEXTS)
def test_lists_of_a_row_are_equally_long(text: str) -> None:
    cut = sentences(text)
    for before, sentence in zip([None, *cut], cut, strict=False):
        row = encode(CUTTER, text, sentence, before)
        assert len(row.ids) == len(row.segments) == len(row.shapes) <= BEFORE + LONGEST + 3


@settings(deadline=None)
@given(TEXTS)
def test_pieces_stand_in_the_row_from_the_offset_on(text: str) -> None:
    cut = sentences(text)
    for before, sentence in zip([None, *cut], cut, strict=False):
        row = encode(CUTTER, text, sentence, before)
        assert row.ids[row.offset : -1] == [piece.id for piece in row.pieces]


@settings(deadline=None)
@given(TEXTS)
def test_pieces_lie_inside_their_sentence(text: str) -> None:
    for start, end in sentences(text):
        assert all(start <= p.start < p.end <= end for p in encode(CUTTER, text, (start, end), None).pieces)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        (".", 1),
        ("”", 1),
        ("$", 1),
        ("🚀", 1),
        ("\u0301", 1),
        ("\x00", 1),
        ("\ud800", 1),
        ("rifles", 2),
        ("é", 2),
        ("s400", 2),
        ("Norland", 3),
        ("A", 3),
        ("McVoss", 3),
        ("Élan", 3),
        ("UN", 4),
        ("T72", 4),
        ("АКМ", 4),
        ("5", 5),
        ("155mm", 5),
        ("٣", 5),
        ("iPhone", 6),
        ("مقاتل", 6),
        ("武器", 6),
    ],
)
def test_shape_tells_what_lower_casing_hides(word: str, shape: int) -> None:
    assert word_shape(word) == shape
