"""Word pieces know where their word stands in the text, whatever the text is made of."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.extract.wordpiece import LONGEST_WORD, WORD, Piece, WordPieces, fold

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
PARTS = ["##s", "##le", "##les", "rif", "##f", "rifles", "arm", "##ed", ".", "-", "1"]
VOCABULARY = [*SPECIAL, *"abcdefghijklmnopqrstu", *PARTS]
CUTTER = WordPieces(VOCABULARY)

TEXTS = st.text(
    st.characters() | st.sampled_from("abriflesARM_ é\u0301🚀👩\u200d\u202eرعİßﬁ\r\n\x00\ud800.-1"), max_size=60
)


def pieces(text: str) -> list[str]:
    return [VOCABULARY[piece.id] for piece in CUTTER.cut(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rifles", ["rifles"]),
        ("rif", ["rif"]),
        ("rifs", ["rif", "##s"]),
        ("riffles", ["rif", "##f", "##les"]),
        ("armed", ["arm", "##ed"]),
        ("a arm", ["a", "arm"]),
        ("arm-rifles.", ["arm", "-", "rifles", "."]),
        ("...", [".", ".", "."]),
        ("Rifles ARMED", ["rifles", "arm", "##ed"]),
        ("rïflés", ["rifles"]),
        ("\u00e9", ["e"]),
        ("1-1", ["1", "-", "1"]),
        ("arm_a", ["arm", "[UNK]", "a"]),
    ],
)
def test_word_is_cut_into_its_longest_known_pieces(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize("word", ["zebra", "armz", "rifl", "edz", "🚀", "ع", "\u0301", "\x00", "\ud800", "les" * 30])
def test_word_that_cannot_be_cut_is_one_unknown(word: str) -> None:
    assert CUTTER.cut(word) == [Piece(CUTTER.unknown, 0, len(word), True)]


def test_word_as_long_as_the_limit_is_cut() -> None:
    assert len(CUTTER.cut("a" + "s" * (LONGEST_WORD - 1))) == LONGEST_WORD


def test_word_past_the_limit_is_one_unknown() -> None:
    word = "a" + "s" * LONGEST_WORD
    assert CUTTER.cut(word) == [Piece(CUTTER.unknown, 0, len(word), True)]


def test_pieces_of_a_word_all_bear_the_place_of_the_whole_word() -> None:
    assert [(p.start, p.end, p.first) for p in CUTTER.cut("a riffles")] == [
        (0, 1, True),
        (2, 9, True),
        (2, 9, False),
        (2, 9, False),
    ]


def test_offsets_count_an_emoji_as_one() -> None:
    (_, word) = CUTTER.cut("🚀 rifles")
    assert (word.start, word.end) == (2, 8)


def test_offsets_are_those_of_the_text_where_folding_changes_its_length() -> None:
    text = "İİ ﬁﬁ rifles"
    last = CUTTER.cut(text)[-1]
    assert text[last.start : last.end] == "rifles"


@pytest.mark.parametrize(("name", "row"), [("unknown", 1), ("begin", 2), ("separate", 3), ("masked", 4)])
def test_special_pieces_are_found_in_the_vocabulary(name: str, row: int) -> None:
    assert getattr(CUTTER, name) == row


@pytest.mark.parametrize("text", ["", " ", "\r\n\t\u00a0\u2028"])
def test_text_without_words_has_no_pieces(text: str) -> None:
    assert CUTTER.cut(text) == []


def test_text_is_cut_alike_when_its_words_are_remembered() -> None:
    cutter = WordPieces(VOCABULARY)
    assert cutter.cut("riffles Riffles riffles") == cutter.cut("riffles Riffles riffles")


@settings(deadline=None)
@given(TEXTS)
def test_every_piece_quotes_a_whole_word(text: str) -> None:
    words = [match.span() for match in WORD.finditer(text)]
    assert [(p.start, p.end) for p in CUTTER.cut(text) if p.first] == words


@settings(deadline=None)
@given(TEXTS)
def test_offsets_ascend_from_word_to_word(text: str) -> None:
    cut = CUTTER.cut(text)
    for piece, after in pairwise(cut):
        assert after.start >= piece.end if after.first else (after.start, after.end) == (piece.start, piece.end)


@settings(deadline=None)
@given(TEXTS)
def test_every_mark_but_a_blank_lies_in_a_piece(text: str) -> None:
    covered = {at for piece in CUTTER.cut(text) for at in range(piece.start, piece.end)}
    assert covered == {at for at, mark in enumerate(text) if not mark.isspace()}


@settings(deadline=None)
@given(TEXTS, st.data())
def test_part_of_a_text_is_cut_as_if_it_stood_alone(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    alone = CUTTER.cut(text[start:end])
    assert CUTTER.cut(text, start, end) == [p._replace(start=p.start + start, end=p.end + start) for p in alone]


@settings(deadline=None)
@given(TEXTS)
def test_every_piece_is_a_row_of_the_vocabulary(text: str) -> None:
    assert all(0 <= piece.id < len(VOCABULARY) for piece in CUTTER.cut(text))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Rifles", "rifles"),
        ("NORLAND", "norland"),
        ("café", "cafe"),
        ("cafe\u0301", "cafe"),
        ("ÅÄÖ", "aao"),
        ("Ñandú", "nandu"),
        ("İzmit", "izmit"),
        ("Łódź", "łodz"),
        ("Straße", "straße"),
        ("ﬁre", "ﬁre"),
        ("مُقاتل", "مقاتل"),
        ("Йод", "иод"),
        ("ΑΡΜΑΣ", "αρμας"),
        ("\u0301", ""),
        ("", ""),
        ("武器", "武器"),
        ("🚀", "🚀"),
        ("\ud800", "\ud800"),
    ],
)
def test_fold_lowers_case_and_drops_accents(word: str, expected: str) -> None:
    assert fold(word) == expected


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_composed_and_decomposed_spellings_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(TEXTS)
def test_fold_leaves_no_accent(text: str) -> None:
    assert not any(unicodedata.combining(mark) for mark in fold(text))
