"""Finds the sentences of an article that call earlier cases to mind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ..model.precedent import Recalled

_CUE = re.compile(
    r"\bprecedents?\b|\breminiscent of\b|\bechoe?s (?:of|the)\b|\blessons? (?:of|from)\b|\brepeat of\b"
    r"|\b(?:just )?as (?:it|they|he|she|the \w+|\w+) (?:did|had done|once did)\b|\blast time\b|\bonce before\b"
    r"|\bsimilar (?:programmes?|programs?|plans?|efforts?|shipments?|deliver(?:y|ies)|weapons|arms)\b|\bin the past\b"
    r"|\bprevious(?:ly)?\b|\bearlier (?:programmes?|programs?|plans?|shipments?|deliver(?:y|ies))\b",
    re.I,
)  # fmt: skip
_ARMS = re.compile(
    r"\barm(?:s|ed|ing)\b|\bweapon|\bmissile|\brocket|\blauncher|\brifle|\bammunition\b|\bmunition|\bsuppl(?:y|ied|ies)",
    re.I,
)
_YEAR = re.compile(
    r"\b(?:in|during|since|of|from) (?:the )?(?:(?:early|mid|late)[\s-])?((?:1[89]|20)\d\d)(?:s\b|\b)", re.I
)


def recalled(
    sentences: Iterable[str], written: date | None, claim_of: Mapping[str, str], own: str
) -> Iterator[Recalled]:
    """The sentences that name something earlier: by a word such as "precedent", or by a year before the last one.

    claim_of: sentences in which an act was read that was done, with the claim. own: the sentence of the plan itself.
    """
    for sentence in sentences:
        cue = _CUE.search(sentence)
        years = [found for found in _YEAR.finditer(sentence) if written and int(found[1]) < written.year - 1]
        told = claim_of.get(sentence)
        found = cue or (years[0] if years and told else None)
        if found is not None and (told or _ARMS.search(sentence)) and sentence != own:
            yield Recalled(sentence, found[0], told)
