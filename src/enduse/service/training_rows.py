"""Gives what people have decided as sentences to train a reader on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from enduse.model.kept import Decision, KeptClaim

from .ledgers import view_ledger


def export_bench(where: str) -> Iterator[str]:
    """A line for each sentence of which every claim is decided, and none unsure; what was rejected is not in it.

    A sentence with an open claim is left out, for what is not decided would be learnt as not said.
    """
    from enduse.ledger.reviewed import reviewed_texts

    with view_ledger(where) as ledger, ledger.reading() as connection:
        for text, claims in reviewed_texts(connection):
            for _, group in groupby(claims, key=lambda kept: kept.claim.sentence.start):
                sentence = list(group)
                if all(kept.decision not in (Decision.OPEN, Decision.UNSURE) for kept in sentence):
                    yield _line(text, sentence)


def _line(text: str, sentence: list[KeptClaim]) -> str:
    from enduse.export.bench import line
    from enduse.extract.sentences import sentences

    first = sentence[0]
    bounds = (first.claim.sentence.start, max(kept.claim.sentence.end for kept in sentence))
    cut = sentences(text)
    previous = bisect_right([end for _, end in cut], bounds[0]) - 1
    before = text[slice(*cut[previous])] if previous >= 0 else ""
    stated = [kept.claim for kept in sentence if kept.decision is not Decision.REJECTED]
    return line(text, first.documents[0], bounds, before, stated)
