"""Sentences that tell of a control are found with the words that tell it."""

from __future__ import annotations

import pytest
from tests.link.told import kept

from enduse.link.controls import controls_in

CLAIM = kept("transfer occurred stated: {supplier:Norland} sent {weapon:rifles}.")


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("The groups were vetted by officers.", "vetting", "vetted"),
        ("Sulmar signed an end-user certificate.", "end-use papers", "end-user certificate"),
        ("Inspectors recorded the serial numbers of all.", "monitoring", "recorded the serial numbers"),
        ("Fighters had to film each launch.", "monitoring", "film each launch"),
        ("They must return the spent tubes.", "return of used parts", "return the spent tubes"),
        ("They were trained to use the launchers.", "training", "trained to use"),
        ("Each one opens to a fingerprint only.", "technical lock", "fingerprint"),
        ("Parliament approved it.", "licence or approval", "Parliament approved"),
        ("The arms may not be passed on.", "no retransfer", "not be passed on"),
        ("A buy-back followed.", "buy-back", "buy-back"),
        ("They were stored in a guarded depot.", "storage", "stored in a guarded depot"),
    ],
)
def test_each_kind_has_its_words(sentence: str, kind: str, words: str) -> None:
    (control,) = controls_in(CLAIM, [sentence])
    assert (control.kind, control.words, control.quote, control.claim) == (kind, words, sentence, CLAIM.claim.id)


def test_sentence_beside_the_claims_own_is_told_as_such() -> None:
    own = kept("transfer occurred stated: {supplier:Norland} sent {weapon:rifles} to vetted groups.")
    told = controls_in(own, [own.claim.sentence.text, "Others were vetted too."])
    assert [control.beside for control in told] == [False, True]


@pytest.mark.parametrize(
    "sentence", ["The rifles arrived by sea.", "The train left.", "He did not pass the exam.", "The count was final."]
)
def test_other_sentences_have_none(sentence: str) -> None:
    assert list(controls_in(CLAIM, [sentence])) == []
