"""How many stand behind an event, and who has it from whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.dossier import AFFAIR, DENIAL, ECHO, PLAN, RELAY, amount, copy_of, kept

from enduse.link.roots import counts, shared_run, sources
from enduse.model.kept import KeptClaim
from enduse.model.sources import RelayHow

LINE = "transfer occurred stated: {claimant:X} said {supplier:S} sent {quantity:Q} {weapon:W} by night."


def told(outlet: str, *, day: str = "2031-04-11", line: str = LINE, **more: object) -> KeptClaim:
    return kept(line, outlet=outlet, day=day, **more)  # type: ignore[arg-type]


def interval(*claims: KeptClaim) -> tuple[int, int]:
    found = sources(claims, [])
    return found.minimum, found.maximum


def test_affair_has_four_documents_three_roots_and_a_denial_beside_them() -> None:
    found = sources(AFFAIR, [])
    assert (found.documents, found.reports, found.minimum, found.maximum) == (4, 4, 3, 3)
    assert found.denials == (DENIAL.claim.id,)
    (relay,) = found.relays
    assert (relay.claim, relay.of, relay.how) == (RELAY.claim.id, PLAN.claim.id, RelayHow.CREDIT)
    assert len(relay.changes) == 5
    assert {root.name: len(root.claims) for root in found.roots} == {
        "Averna Post": 2, "Brezova Herald": 1, "Tessaly Times": 1,
    }  # fmt: skip


def test_copies_fold_into_one_report() -> None:
    found = sources([PLAN, ECHO], [copy_of(ECHO, PLAN)])
    assert (found.documents, found.reports, found.minimum, found.maximum) == (2, 1, 1, 1)
    assert counts([PLAN, ECHO], [copy_of(ECHO, PLAN)]) == (2, 1)
    assert counts([PLAN, ECHO], []) == (2, 2)


def test_documents_of_one_text_are_one_report() -> None:
    twice = replace(PLAN, documents=(*PLAN.documents, replace(PLAN.documents[0], id="another")))
    found = sources([twice], [])
    assert (found.documents, found.reports, found.maximum) == (2, 1, 1)


def test_article_that_stands_whole_in_another_is_no_root_of_its_own() -> None:
    found = sources([PLAN, ECHO], [copy_of(ECHO, PLAN, "excerpt")])
    assert (found.reports, found.minimum, found.maximum) == (2, 1, 1)
    assert found.relays[0].how is RelayHow.COPY


def test_two_that_credit_one_outlet_outside_rest_on_it() -> None:
    chain = [("Post", "outlet", "publisher"), ("the Far Gazette", "outlet", "reported")]
    one, other = (told(outlet, chain=chain) for outlet in ("A", "B"))
    found = sources([one, other], [])
    assert (found.minimum, found.maximum, [root.name for root in found.roots]) == (1, 1, ["the Far Gazette"])
    assert all(relay.of is None for relay in found.relays)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ([{"claimant": "unnamed_official"}, {"claimant": "unnamed_official", "day": "2031-04-15"}], (1, 2)),
        ([{"claimant": "unnamed_official"}, {"claimant": "unnamed_official", "day": "2031-04-30"}], (2, 2)),
        ([{"claimant": "named_official"}, {"claimant": "named_official", "day": "2031-04-30"}], (1, 2)),
        ([{"claimant": "unnamed_official"}, {"claimant": "witness"}], (2, 2)),
    ],
)
def test_minimum_takes_those_for_one_who_may_be_one(more: list[dict[str, str]], found: tuple[int, int]) -> None:
    one, other = (told(outlet, **given) for outlet, given in zip("AB", more, strict=True))
    assert interval(one, other) == found


@pytest.mark.parametrize(("number", "found"), [(473, (1, 2)), (500, (2, 2))])
def test_rare_number_in_both_suggests_one_root(number: int, found: tuple[int, int]) -> None:
    line = "transfer occurred stated: {supplier:S} sent {quantity:Q} {weapon:W}."
    assert interval(*(told(outlet, line=line, amounts=[amount(number)]) for outlet in "AB")) == found


def test_long_run_of_words_in_both_suggests_one_root() -> None:
    line = (
        "holding occurred stated: Men of {holder:the brigade} drove eleven old {weapon:tanks} past the closed mill at"
    )
    one, other = (told(outlet, line=f"{line} {end}.") for outlet, end in (("A", "dawn"), ("B", "dusk")))
    found = sources([one, other], [])
    assert (found.minimum, found.maximum, found.relays[0].how) == (1, 2, RelayHow.WORDING)
    assert "both have “men of the brigade drove" in found.joined[0]
    assert shared_run(PLAN.claim.sentence.text, ECHO.claim.sentence.text) is None


def test_claim_that_repeats_nobody_is_compared_with_the_earliest() -> None:
    (compared,) = sources([PLAN, ECHO], []).compared
    assert (compared.claim, compared.of) == (ECHO.claim.id, PLAN.claim.id)
    assert "condition_lost" in {change.kind.value for change in compared.changes}
    assert sources([PLAN, RELAY], []).compared == ()


def test_claims_without_a_live_document_count_for_nothing() -> None:
    found = sources([replace(PLAN, documents=())], [])
    assert (found.documents, found.minimum, found.maximum, found.roots) == (0, 0, 0, ())
