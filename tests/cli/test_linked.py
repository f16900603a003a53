"""Events, sources and contradictions are drawn with each claim's own labels."""

from __future__ import annotations

from dataclasses import replace

from tests.link.dossier import DENIAL, ECHO, PLAN, RELAY
from tests.service.test_linking_pages import BY_ID, GROUPER, VIEW

from enduse.cli.linked import TIES_SHOWN, contradiction_blocks, event_blocks, source_blocks
from enduse.link.contradictions import contradictions
from enduse.link.roots import sources
from enduse.model.sources import Change, ChangeKind, Compared
from enduse.service.linking import ContradictionView


def test_event_shows_status_stance_claimant_and_condition_of_each_claim() -> None:
    (drawn,) = event_blocks([VIEW], 110, False)
    assert (
        "TRANSFER planned alleged / promised / promised denied / occurred  4 documents, 4 independent reports" in drawn
    )
    assert "1 denial" in " ".join(drawn.split())
    assert "○ planned alleged" in drawn
    assert "✕ promised denied" in drawn
    assert "condition: the truce fails" in drawn
    assert "says: officials" in drawn
    assert "together, because" in drawn
    assert "confirmed" not in drawn


def test_many_notes_are_counted_and_none_is_said() -> None:
    noted = replace(VIEW, event=replace(VIEW.event, notes=tuple(f"note {n}" for n in range(TIES_SHOWN + 2))))
    assert "and 2 more" in "".join(event_blocks([noted], 110, False))
    assert list(event_blocks([], 110, False)) == ["no events\n"]


def test_sources_put_relays_under_their_root_and_denials_apart() -> None:
    drawn = "".join(source_blocks(VIEW, 110, False))
    root = drawn.index("\nAverna Post\n")
    assert root < drawn.index(PLAN.claim.id, root) < drawn.index(RELAY.claim.id, root)
    assert "from the Averna Post: it credits the Averna Post" in drawn
    assert "changed: condition lost: the truce fails\n" in drawn
    assert "changed: weapon upgraded: anti-aircraft weapons → MANPADS" in drawn
    assert drawn.index("who denies it") < drawn.index(DENIAL.claim.id)


def test_sources_say_when_the_text_relayed_is_not_there_and_which_roots_may_be_one() -> None:
    (relay,) = VIEW.sources.relays
    found = replace(VIEW.sources, relays=(replace(relay, of=None, changes=()),), joined=("a and b: alike",))
    drawn = "".join(source_blocks(replace(VIEW, sources=found), 110, False))
    assert "what was changed cannot be told" in drawn
    assert "these roots may be one" in drawn


def test_claim_that_repeats_nobody_is_held_against_the_earliest() -> None:
    lost = Compared(ECHO.claim.id, PLAN.claim.id, (Change(ChangeKind.CONDITION_LOST, "the truce fails", ""),))
    found = replace(VIEW.sources, relays=(), compared=(lost,))
    drawn = "".join(source_blocks(replace(VIEW, sources=found), 110, False))
    assert f"not known to repeat the earliest, {PLAN.claim.id}; beside it" in drawn
    assert "changed: condition lost: the truce fails" in drawn


def test_event_that_is_only_denied_says_so() -> None:
    denied = replace(VIEW, claims=(DENIAL,), sources=sources([DENIAL], []))
    (drawn,) = event_blocks([denied], 110, False)
    assert "only denied, in 1 document; nobody says that it is so" in drawn
    assert "0 documents" not in drawn


def test_contradiction_shows_both_sides() -> None:
    found = contradictions(GROUPER)
    views = [ContradictionView(c, tuple(BY_ID[i] for i in c.left), tuple(BY_ID[i] for i in c.right)) for c in found]
    drawn = "".join(contradiction_blocks(views, 110, False))
    assert "EXISTENCE  3 claims say that it is so, 1 claim says that somebody denies it" in drawn
    assert drawn.index("one side") < drawn.index("the other")
    assert list(contradiction_blocks([], 110, False)) == ["no contradictions found among the claims of this ledger\n"]
