"""The class of a claimant comes from its own words, and that of a bare name from the text around it."""

from __future__ import annotations

import pytest

from enduse.model import ClaimantClass
from enduse.resolve.claimant import is_dateline, read_claimant

CASES = """
named_official: President Ilse Maren | the foreign minister | Averna's defence minister | Secretary of State Tom Vell
unnamed_official: officials | a senior Avernan official | two officials familiar with the matter | Western diplomats
unnamed_official: several lawmakers | one of the minister's aides | an army general
state_body: the Avernan government | the defence ministry | The army | Norland's security services
armed_party: rebels | two rebel commanders | a spokesman for the militia | rebel leader Aron Sell | Boko Haram
armed_party: a senior Hamas official | the Hamas government
international_organisation: the UN | a U.N. official | NATO
monitor: a monitoring group | the Syrian Observatory for Human Rights | international observers
outlet: Reuters | the state news agency | the Nordby Times newspaper | local media | media reports
document: a report | the leaked documents | an internal memo | a 2031 study | the statement
witness: witnesses | residents of Harsa | an activist in Harsa | a doctor at the hospital
expert: analysts | a weapons expert | an arms researcher at the institute
company: the company | the manufacturer
organisation: the charity | a lawyer
unnamed_source: sources | a security source | a person familiar with the deal | medical sources
person: Ilse Maren | Mr. Maren
unknown: he | They | the group | both sides | NRF | those
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (words.strip(), kind)
        for line in CASES.strip().splitlines()
        for kind, _, listed in [line.partition(": ")]
        for words in listed.split(" | ")
    ],
)
def test_words_tell_the_class(words: str, expected: str) -> None:
    read = read_claimant(words)
    assert read.claimant_class == expected, read.why


def test_sentence_tells_who_a_name_is_before_and_behind_it() -> None:
    before = "The foreign minister, Ilse Maren, said so."
    assert read_claimant("Ilse Maren", context=before).claimant_class is ClaimantClass.NAMED_OFFICIAL
    behind = "Ilse Maren, an analyst at a think tank, said so."
    assert read_claimant("Ilse Maren", context=behind).claimant_class is ClaimantClass.EXPERT


def test_article_tells_who_a_surname_is() -> None:
    article = "President Ilse Maren spoke on Monday. It rained."
    read = read_claimant("Maren", context="Maren said so.", before=article)
    assert read.claimant_class is ClaimantClass.NAMED_OFFICIAL
    assert read.why.endswith("earlier in the article")


def test_title_of_another_person_is_not_taken() -> None:
    sentence = "The president, Maren said, would go."
    assert read_claimant("Maren", context=sentence).claimant_class is ClaimantClass.PERSON


def test_verb_before_an_outlet_is_no_document() -> None:
    sentence = "No missiles have come, reports the Times."
    assert read_claimant("the Times", context=sentence).claimant_class is ClaimantClass.OUTLET


def test_actor_of_a_register_decides_for_a_bare_name_only() -> None:
    assert read_claimant("Averna", named=ClaimantClass.STATE_BODY).claimant_class is ClaimantClass.STATE_BODY
    officials = read_claimant("Avernan officials", named=ClaimantClass.STATE_BODY)
    assert officials.claimant_class is ClaimantClass.UNNAMED_OFFICIAL
    forces = read_claimant("the Lakeside forces", named=ClaimantClass.ARMED_PARTY)
    assert forces.claimant_class is ClaimantClass.ARMED_PARTY


@pytest.mark.parametrize(
    ("words", "sentence", "expected"),
    [
        ("NORDBY", "NORDBY — Averna is sending arms.", True),
        ("NORDBY", "NORDBY (Reuters) - Averna is sending arms.", True),
        ("UN", "UN officials said so.", False),
        ("Nordby", "Nordby — a town.", False),
    ],
)
def test_dateline_is_no_source(words: str, sentence: str, *, expected: bool) -> None:
    assert is_dateline(words, sentence) is expected
    if expected:
        assert read_claimant(words, context=sentence).claimant_class is ClaimantClass.UNKNOWN
