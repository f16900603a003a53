"""What was looked up has a name only where there is a code, and the claim a class only where its claimants agree."""

from __future__ import annotations

import pytest

from enduse.model import ClaimantClass, ClaimantRead, Referent, Resolved, ResolvedClaim, Role
from enduse.model.referent import Level, Scheme


def claimants(*classes: ClaimantClass) -> ResolvedClaim:
    read = tuple(Resolved(claimant=ClaimantRead(kind, "its words")) for kind in classes)
    return ResolvedClaim("clm-1", {Role.CLAIMANT: read})


def test_name_needs_a_code() -> None:
    found = Referent(Scheme.WEAPON, "t72", Level.DESIGNATION, "its name")
    assert Resolved(found, "T-72").name == "T-72"
    for without in (None, Referent(Scheme.WEAPON, None, None, "no name")):
        with pytest.raises(ValueError, match="the name of no code"):
            Resolved(without, "T-72")


def test_class_of_a_claim_is_that_of_all_its_claimants() -> None:
    assert claimants(ClaimantClass.WITNESS, ClaimantClass.WITNESS).claimant_class is ClaimantClass.WITNESS


def test_claimants_that_differ_give_a_claim_no_class() -> None:
    assert claimants(ClaimantClass.WITNESS, ClaimantClass.MONITOR).claimant_class is None
    assert ResolvedClaim("clm-1", {}).claimant_class is None
