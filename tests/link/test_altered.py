"""Two texts are cut where they differ, and nothing of either is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from enduse.link import altered as module
from enduse.link.altered import Piece, altered

WORDS = st.lists(
    st.sampled_from(["Norland", "sent", "12", "tanks.", "\n", "  ", "Why?", "…", "e.g.", "🚀"]), max_size=30
)


def joined(pieces: list[Piece]) -> tuple[str, str]:
    return "".join(piece.left for piece in pieces), "".join(piece.right for piece in pieces)


@given(WORDS.map(" ".join), WORDS.map("".join))
def test_pieces_are_the_texts(left: str, right: str) -> None:
    pieces = altered(left, right)
    assert joined(pieces) == (left, right)
    assert all(piece.left == piece.right for piece in pieces if piece.same)


@given(st.text(), st.text())
def test_any_text_can_be_compared(left: str, right: str) -> None:
    assert joined(altered(left, right)) == (left, right)


def test_what_a_copy_changed_is_found_by_the_word() -> None:
    left = "The truce holds. Norland will send rifles if it ends. Nobody was hurt."
    right = "The truce holds. Norland will send missiles. Nobody was hurt."
    assert [(piece.left.strip(), piece.right.strip()) for piece in altered(left, right) if not piece.same] == [
        ("rifles if it ends.", "missiles.")
    ]
    assert altered(left, left) == [Piece(True, left, left)]


def test_long_stretches_differ_as_a_whole(monkeypatch: object) -> None:
    left, right = " ".join(["a", "b"] * module.MOST_WORDS), " ".join(["a", "c"] * module.MOST_WORDS)
    assert altered(left, right) == [Piece(False, left, right)]
