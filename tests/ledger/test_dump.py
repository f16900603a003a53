"""A dump is one record a line, and the content hash is of what is known."""

from __future__ import annotations

import json

from enduse.ledger.dump import content_hash, contents, lines
from enduse.ledger.store import Ledger
from enduse.model.record import Failure, Retraction


def test_line_tells_its_kind_and_when_it_was_added(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        found = [json.loads(line) for line in lines(connection)]
    kinds = [line["kind"] for line in found]
    assert kinds == ["text"] * 2 + ["document"] * 2 + ["claim"] * 3 + ["reading"] * 2 + ["extraction"] * 3
    assert {(line["added_at"], line["added_by"]) for line in found} == {("2031-04-11T09:30:00.000000Z", "")}


def test_retractions_come_before_what_they_withdraw(ledger: Ledger) -> None:
    with ledger.writing() as writer:
        writer.add([Retraction("doc-1", True, "ana", "2031-04-11T09:30:00Z")])
    with ledger.reading() as connection:
        assert next(contents(connection))[0]["kind"] == "retraction"


def test_failures_are_not_part_of_the_content_hash_and_all_else_is(ledger: Ledger) -> None:
    hashes = []
    for record in (Failure("a:1", "x", "a"), Retraction("clm-1", True, "ana", "2031-04-11T09:30:00Z")):
        with ledger.reading() as connection:
            hashes.append(content_hash(connection))
        with ledger.writing() as writer:
            writer.add([record])
    with ledger.reading() as connection:
        hashes.append(content_hash(connection))
    assert hashes[0] == hashes[1] != hashes[2]
    assert len(hashes[0]) == 64
