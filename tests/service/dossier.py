"""An invented dossier: a plan that hangs on a truce, the truce, its end, a delivery, a denial, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.service.fakes import reading

from enduse.model import Reading
from enduse.model.record import LedgerRun
from enduse.service.ledgers import open_ledger

DEAL = "{{supplier:Norland}} {} {{weapon:Ember launchers}} to {{recipient:the Brezova Front}}"

STEPS: Sequence[tuple[str, str, str]] = (
    ("2031-04-12", "Averna Herald", "transfer planned stated: " + DEAL.format("will send")
     + " if {condition:the truce in Brezova collapses}, {claimant:officials} said."),
    ("2031-09-12", "Averna Herald", "ceasefire in_force stated: A truce took effect in {place:Brezova}."),
    ("2031-09-15", "Selin Courier",
     "ceasefire violated alleged: The truce in {place:Brezova} was broken, {claimant:the Selin Monitor} said."),
    ("2031-09-19", "Averna Herald",
     "ceasefire collapsed stated: The truce in {place:Brezova} is over, {claimant:the army} said."),
    ("2031-09-21", "Nordby Times", "ceasefire collapsed stated: Fighting has ended the truce in {place:Brezova}."),
    ("2031-10-02", "Nordby Times", "transfer occurred stated: " + DEAL.format("delivered") + " at night."),
    ("2031-10-05", "Averna Herald", "transfer occurred denied: {claimant:Norland} denied that "
     + DEAL.format("had delivered") + "."),
    ("2031-11-01", "Selin Courier", "diversion occurred stated capture: {to:the Militia} seized "
     "{weapon:Ember launchers} from {from:the Brezova Front}."),
    ("2031-12-30", "Averna Herald", "ceasefire agreed stated: The parties agreed to a new truce in {place:Brezova}."),
)  # fmt: skip
"""Day, outlet and claim of each step; each is added to the ledger at noon of its day."""


def article(step: int) -> Reading:
    """The article of a step, on its day."""
    day, outlet, claim = STEPS[step]
    read = reading(claim, doc=f"step-{step}", publisher=outlet)
    return replace(read, document=replace(read.document, published_on=day))


def noon(step: int) -> str:
    """When a step was added."""
    return f"{STEPS[step][0]}T12:00:00.000000Z"


def run_of(step: int) -> LedgerRun:
    """The run that added a step."""
    return LedgerRun("ingest", "0.1.0", "fake-1", (f"step-{step}",), noon(step))


def keep_dossier(where: str, steps: int = len(STEPS)) -> str:
    """Make a ledger of the first steps; returns where it is."""
    with open_ledger(where, create=True) as ledger:
        for step in range(steps):
            with ledger.writing(run=run_of(step).id, at=noon(step)) as writer:
                writer.add_readings([article(step)], "fake-1")
                writer.add([run_of(step)])
    return where
