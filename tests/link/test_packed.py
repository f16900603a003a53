"""What is kept of a claim for grouping is read back as it was."""

from __future__ import annotations

import pytest
from tests.link.dossier import AFFAIR, amount, kept

from enduse.link.fact import fact_of
from enduse.link.packed import packed, unpacked
from enduse.model.kept import KeptClaim

RICH = kept(
    "interdiction occurred alleged: {agent:N} seized {quantity:Q} {weapon:W} in {place:P} {time:T}, {claimant:C} said.",
    codes={"agent": "no", "weapon": "armour.tank", "place": "so"}, amounts=[amount(31, unit="tank")],
    period=("2031-04-02", "2031-04-03"), claimant="state_body", chain=[("Herald", "outlet", "reported")],
)  # fmt: skip
TRUCE = kept("ceasefire agreed denied: {party:Averna} agreed to a truce.", day=None)
STOLEN = kept("diversion occurred stated theft: {from:Averna} lost {weapon:rifles}.")


@pytest.mark.parametrize("claim", [*AFFAIR, RICH, TRUCE, STOLEN], ids=lambda claim: str(claim.claim.id))
def test_fact_is_read_back_as_it_was(claim: KeptClaim) -> None:
    fact = fact_of(claim)
    line = packed(fact)
    assert "\n" not in line
    assert (unpacked(line), unpacked(line).when) == (fact, fact.when)
