"""A desk needs a name, and knows only claims of its ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.service.fakes import reading

from enduse.errors import LedgerError, UsageError
from enduse.model.review import QueueOrder
from enduse.service.ledgers import open_ledger
from enduse.service.review import desk


def test_desk_gives_a_claim_and_takes_it_back(tmp_path: Path) -> None:
    place = str(tmp_path / "x.db")
    with pytest.raises(LedgerError, match="there is no ledger"), desk(place, "ana", QueueOrder()):
        pass
    with open_ledger(place, create=True) as ledger, ledger.writing() as writer:
        writer.add_readings([reading("ceasefire agreed stated: {party:Brezova} agreed.")], "fake-1")
    with pytest.raises(UsageError, match="needs a name"), desk(place, " ", QueueOrder()):
        pass
    with desk(place, "ana", QueueOrder()) as at:
        item = at.next()
        assert item is not None
        with pytest.raises(UsageError, match="is no claim here"):
            at.take("clm-0")
        at.let_go(item)
        assert at.next() == item
        at.skip(item)
        assert at.next() is None
