"""Places of events are put where the register has them, and no more exactly than they are named."""

from __future__ import annotations

from pathlib import Path

from tests.link.custodies import told
from tests.service.case import keep

from enduse.service import asking
from enduse.service.places_told import places_told

COUNTRY = told(
    "transfer occurred stated: {supplier:A} gave {weapon:rifles} in {place:Syria}.", place="sy|country|Syria"
)
WORDS = told("transfer planned alleged: {supplier:A} will give {weapon:tanks} in {place:the valley}.", "2031-05-01")
NONE = told("transfer refused stated: {supplier:B} refuses {weapon:mortars}.", "2031-06-01")


def test_precision_is_that_of_the_register(tmp_path: Path) -> None:
    where = keep(str(tmp_path / "x.db"), (COUNTRY, WORDS, NONE))
    found = places_told(where, asking.claim_filter(), limit=10)
    by_name = {place.name: place for place in found.places}
    assert (by_name["Syria"].precision, by_name["Syria"].country, by_name["Syria"].lat) == ("country", "sy", None)
    assert (by_name["the valley"].code, by_name["the valley"].lat, by_name["the valley"].stance) == (
        None,
        None,
        "alleged",
    )
    assert (found.read, found.unplaced, found.more) == (3, 1, False)
    assert places_told(where, asking.claim_filter(), limit=1).more
