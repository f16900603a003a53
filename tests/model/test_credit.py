"""A link of credit shows its words, and only the publisher stands in no text."""

from __future__ import annotations

import pytest

from enduse.model import ClaimantClass, ClaimantRead, Credit, Link, Span


def test_class_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="has no why"):
        ClaimantRead(ClaimantClass.MONITOR, " ")


def test_publisher_is_derived_and_stands_in_no_text() -> None:
    assert Link(0, "Nordby Times", ClaimantClass.OUTLET, Credit.PUBLISHER).derived
    with pytest.raises(ValueError, match="only the publisher"):
        Link(0, "Nordby", ClaimantClass.OUTLET, Credit.PUBLISHER, Span(0, 6, "Nordby"))


def test_what_is_no_publisher_needs_its_words() -> None:
    with pytest.raises(ValueError, match="only the publisher"):
        Link(1, "officials", ClaimantClass.UNNAMED_OFFICIAL, Credit.CITED)


def test_name_of_a_link_is_what_the_text_says() -> None:
    span = Span(3, 12, "officials")
    assert not Link(1, "officials", ClaimantClass.UNNAMED_OFFICIAL, Credit.CITED, span).derived
    with pytest.raises(ValueError, match="is not what its span says"):
        Link(1, "ministers", ClaimantClass.UNNAMED_OFFICIAL, Credit.CITED, span)
