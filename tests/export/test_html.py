"""HTML escapes all that it shows, and names the roles that it marks."""

from __future__ import annotations

from tests.service.fakes import reading

from enduse.errors import InputError
from enduse.export.html import document, fragment

HOSTILE = '<script>alert("x")</script>'


def test_title_source_quote_and_failures_are_escaped() -> None:
    one = reading(
        f"transfer occurred stated: {{supplier:{HOSTILE}}} sent arms.", title=HOSTILE, publisher=HOSTILE, doc=HOSTILE
    )
    page = fragment([one], [InputError(HOSTILE, HOSTILE)])
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 6


def test_role_is_named_behind_its_words() -> None:
    page = document(reading("transfer occurred stated: {supplier:Norland} sent arms."))
    assert 'title="supplier">Norland<sub' in page


def test_denial_is_shown_as_one() -> None:
    assert "DENIED" in document(reading("transfer occurred denied: Norland sent no {weapon:arms}."))


def test_document_without_claims_says_so() -> None:
    assert "no claims" in document(reading())


def test_failed_inputs_are_counted_and_listed() -> None:
    page = fragment([], [InputError("x.csv:3", "no text")])
    assert "1 inputs failed" in page
    assert "x.csv:3: no text" in page
