"""Finds what kept documents repeat, and keeps that too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enduse.model.record import CopyRecord

if TYPE_CHECKING:
    from enduse.ledger.store import Ledger
    from enduse.ledger.write import Writer

METHOD = "runs-1"
"""The rule of link/copies.py; another rule takes another name, and adds copies beside those of this one."""

TEXTS_A_CHUNK = 64


def catch_up(ledger: Ledger, *, run: str = "") -> int:
    """Look at every text that was not looked at yet; returns how many copies were found.

    A chunk is a transaction: after a kill the next call goes on with what is left.
    """
    found = 0
    while True:
        with ledger.writing(run=run) as writer:
            if not (looked_at := _chunk(writer)):
                return found
            found += looked_at[1]


def _chunk(writer: Writer) -> tuple[int, int] | None:
    from enduse.ledger import near
    from enduse.link.signature import SHARED, Signature, bands, may_overlap, signature

    waiting = near.texts_without(writer.connection, TEXTS_A_CHUNK)
    if not waiting:
        return None
    before = writer.added.records
    for row, text in waiting:
        mine = signature(text)
        numbers = bands(mine)
        likely = [
            other
            for other, theirs in near.sharing(writer.connection, row, numbers, min(SHARED, max(1, len(numbers))))
            if may_overlap(mine, Signature.from_bytes(theirs))
        ]
        near.sign(writer.connection, row, bytes(mine), numbers)
        if likely:
            writer.add(_compared(writer, row, likely))
    return len(waiting), writer.added.records - before


def _compared(writer: Writer, row: int, likely: list[int]) -> list[CopyRecord]:
    from enduse.ledger import near
    from enduse.link.copies import Fold

    documents = near.documents_of(writer.connection, [row, *likely])
    candidates = [document for other in likely for document in documents.get(other, ())]
    fold = Fold()
    return [
        CopyRecord.of(copy, METHOD)
        for document in documents.get(row, ())
        for copy in fold.add(document, candidates)
        if copy.id != copy.of
    ]
