"""Links of custody hold only what is told as done, and are joined only where the arms are the same."""

from __future__ import annotations

import pytest
from tests.link.custodies import CASE, DELIVERY, DENIAL, LOSS, PLAN, custody

from enduse.link.held import said_of
from enduse.model.custody import JOINS, NOTICE, Arms, Backing, Chain, CustodyLink, Identity, Joint, LinkKind, is_done

FOUND = custody(*CASE)


@pytest.mark.parametrize("kept", [PLAN, DENIAL], ids=["plan", "denial"])
def test_what_is_not_told_as_done_makes_no_link(kept: object) -> None:
    said = said_of(kept)  # type: ignore[arg-type]
    assert not is_done(said.told)
    with pytest.raises(ValueError, match="tells of nothing done"):
        CustodyLink(LinkKind.TRANSFER, (), (), (), (said,), Backing(1, 1, (1, 1)))


def test_a_link_without_a_quote_is_none() -> None:
    with pytest.raises(ValueError, match="stands on claims with quotes"):
        CustodyLink(LinkKind.TRANSFER, (), (), (), (), Backing(0, 0, (0, 0)))


def test_an_id_is_made_of_the_claims_alone() -> None:
    ids = [link.id for link in FOUND.links]
    assert len(set(ids)) == len(ids)
    assert ids == [link.id for link in custody(*reversed(CASE)).links]


@pytest.mark.parametrize("identity", [identity for identity in Identity if identity not in JOINS])
def test_lower_levels_join_nothing(identity: Identity) -> None:
    with pytest.raises(ValueError, match="not joined at the level"):
        Joint("cus-1", "cus-2", identity, "both FN-6", True)


def test_a_chain_says_of_each_place_whether_it_is_a_gap() -> None:
    with pytest.raises(ValueError, match="two links or more"):
        Chain(("cus-1", "cus-2"), (), ("", ""))


def test_a_class_is_no_model() -> None:
    assert Arms("MANPADS", "air_defence.manpads", None, "air_defence.manpads").model is None
    assert Arms("FN-6", "fn6", None, "air_defence.manpads").model == "fn6"


def test_links_know_what_their_claims_leave_open() -> None:
    contested = next(link for link in custody(DELIVERY, DENIAL).links)
    assert (contested.contested, contested.alleged, contested.supported) == (True, False, False)
    assert next(link for link in custody(LOSS).links).supported
    assert "no malpractice" in NOTICE
