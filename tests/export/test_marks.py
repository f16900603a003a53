"""Marks cover the role spans exactly, lie apart or inside one another, and never change the quote."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.service.fakes import labelled, reading

from enduse.export.marks import Mark, Opening, marks, pieces_of_quote
from enduse.model import Claim, Document, Role, Span


def claim_with(*spans: tuple[str, int, int], text: str = "abcdefghij") -> Claim:
    """A claim whose sentence begins one code point into its document."""
    document = Document("d", f" {text}")
    roles: dict[Role, tuple[Span, ...]] = {}
    for role, start, end in spans:
        roles[Role(role)] = (*roles.get(Role(role), ()), Span.of(document.text, start + 1, end + 1))
    sentence = Span.of(document.text, 1, len(text) + 1)
    return labelled(document, ["transfer", "occurred", "stated"], sentence, roles)


def test_span_inside_another_is_marked_inside_it() -> None:
    claim = claim_with(("place", 2, 4), ("condition", 0, 8))
    assert marks(claim) == [Mark(0, 8, (Role.CONDITION,)), Mark(2, 4, (Role.PLACE,))]


def test_spans_of_equal_extent_are_one_mark_with_both_roles() -> None:
    assert marks(claim_with(("claimant", 2, 4), ("supplier", 2, 4))) == [Mark(2, 4, (Role.SUPPLIER, Role.CLAIMANT))]


def test_span_that_crosses_the_end_of_another_is_cut_there() -> None:
    claim = claim_with(("weapon", 0, 5), ("origin", 3, 8))
    assert marks(claim) == [Mark(0, 5, (Role.WEAPON,)), Mark(3, 5, (Role.ORIGIN,)), Mark(5, 8, (Role.ORIGIN,))]


def test_pieces_open_and_close_around_the_text_of_a_span() -> None:
    claim = reading("transfer occurred stated: {supplier:Norland} sent arms.").extractions[0].claim
    kinds = [piece if isinstance(piece, str) else type(piece).__name__ for piece in pieces_of_quote(claim)]
    assert kinds == ["Opening", "Norland", "Closing", " sent arms."]


SPANS = st.lists(
    st.tuples(st.sampled_from(["supplier", "weapon", "place", "condition"]), st.integers(0, 9), st.integers(1, 6)),
    max_size=8,
)
TEXTS = st.text(st.sampled_from("ab é🚀\u0301\u202eعر\r\n\x00"), min_size=16, max_size=16)


@given(SPANS, TEXTS)
def test_pieces_are_the_quote_with_every_role_over_exactly_its_span(
    spans: list[tuple[str, int, int]], text: str
) -> None:
    claim = claim_with(*((role, start, start + length) for role, start, length in spans), text=text)
    quote, covered = "", set()
    opened: list[tuple[Role, ...]] = []
    for piece in pieces_of_quote(claim):
        if isinstance(piece, str):
            covered |= {(role, len(quote) + n) for roles in opened for role in roles for n in range(len(piece))}
            quote += piece
        elif isinstance(piece, Opening):
            opened.append(piece.roles)
        else:
            assert opened.pop() == piece.roles
    assert quote == text
    assert not opened
    assert covered == {(Role(role), n) for role, start, length in spans for n in range(start, start + length)}
