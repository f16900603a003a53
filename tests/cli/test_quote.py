"""The quote is the sentence, its roles marked by colour or by name."""

from __future__ import annotations

from tests.service.fakes import reading

from enduse.cli.quote import coloured_quote, labelled_quote

PLAN = (
    "transfer planned stated: {supplier:They} will send {weapon:arms} if {condition:the truce in {place:Sarn} fails}."
)


def test_quote_without_colour_names_its_roles_inside_one_another() -> None:
    text = labelled_quote(reading(PLAN).extractions[0].claim)
    assert text.plain == ("“[supplier They] will send [weapon arms] if [condition the truce in [place Sarn] fails].”")


def test_quote_in_colour_is_the_sentence_itself() -> None:
    assert (
        coloured_quote(reading(PLAN).extractions[0].claim).plain == "“They will send arms if the truce in Sarn fails.”"
    )


def test_word_in_two_roles_has_the_colour_of_the_inner_one() -> None:
    text = coloured_quote(reading(PLAN).extractions[0].claim)
    coloured = [(text.plain[span.start : span.end], str(span.style)) for span in text.spans]
    assert coloured[-3:] == [("the truce in ", "bold yellow"), ("Sarn", "magenta"), (" fails", "bold yellow")]


def test_words_in_brackets_name_every_role_they_stand_in() -> None:
    both = "transfer occurred stated: {claimant:{supplier:They}} sent {weapon:arms}."
    assert labelled_quote(reading(both).extractions[0].claim).plain.startswith("“[supplier, claimant They] sent")
