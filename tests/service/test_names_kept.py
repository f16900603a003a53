"""What was looked up for a reading's claims becomes records of a ledger, each with its reason."""

from __future__ import annotations

import json

from enduse.model import Document, Reading, Role
from enduse.service.names_kept import RESOLVER, kept_names
from enduse.service.readers import resolving_reader

TEXT = "Averna sent 200 anti-tank missiles to rebels in Syria last week, officials said."


def read() -> Reading:
    (reading,) = resolving_reader().read([Document("d", TEXT, None, "2031-04-12", "Nordby Times")])
    assert reading.extractions
    return reading


def test_each_filler_that_was_looked_up_has_a_record_with_a_why() -> None:
    reading = read()
    records = list(kept_names([reading]))
    (claim,) = reading.resolved.values()
    told = {(record.role, record.filler) for record in records if record.scheme != "chain"}
    assert told == {(role, place) for role, fillers in claim.roles.items() for place in range(len(fillers))}
    assert all(record.why and record.resolver == RESOLVER for record in records)


def test_code_bounds_class_and_chain_are_those_that_were_looked_up() -> None:
    found = {(record.role, record.scheme): record for record in kept_names([read()])}
    weapon = found[Role.WEAPON, "weapon"]
    assert (weapon.code, weapon.level) == ("anti_armour.atgm", "class")
    quantity = json.loads(found[Role.QUANTITY, "quantity"].detail)["quantities"]
    assert [one["best"] for one in quantity] == [200]
    period = json.loads(found[Role.TIME, "period"].detail)
    assert (period["start"], period["end"]) == ("2031-03-31", "2031-04-06")
    assert found[Role.CLAIMANT, "claimant"].level == "unnamed_official"
    links = json.loads(found[Role.CLAIMANT, "chain"].detail)["links"]
    assert [link["text"] for link in links] == ["Nordby Times", "officials"]


def test_a_reading_whose_names_were_not_looked_up_gives_no_record() -> None:
    reading = read()
    assert list(kept_names([Reading(reading.document, reading.extractions)])) == []
