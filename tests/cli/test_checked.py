"""A checklist is plain text: flags first, each criterion with its claims or its blank, and no sum."""

from __future__ import annotations

from dataclasses import replace

from tests.link.test_checklist import DENIED, FEARED, LOST, PLAN, filled

from enduse.cli.checked import SHOWN, checklist_blocks
from enduse.model.checklist import Checklist


def drawn(found: Checklist) -> str:
    return " ".join("".join(checklist_blocks(found, 100, False)).split())


def test_flags_register_claims_and_blanks_are_drawn() -> None:
    text = drawn(filled(PLAN))
    assert "FLAG: MANPADS, and the recipient is not known to be a state" in text
    assert "category VIIb of the UN Register" in text
    assert "3. Did the recipient lose arms before? EU 2008/944 criterion 7(c)" in text
    assert f"● occurred “{LOST.claim.sentence.text}”" in text
    assert f"○ risk “{FEARED.claim.sentence.text}”" in text
    assert "[blank] not asked of this ledger not read: end-user certificates" in text
    assert "There is no score, and no total." in text
    assert "\x1b" not in text


def test_a_denial_alone_is_no_report() -> None:
    denial = replace(PLAN, claim=replace(PLAN.claim, stance=DENIED.claim.stance))
    assert "nobody says so; 1 denial" in drawn(filled(denial))


def test_many_acts_are_cut_and_say_so() -> None:
    found = filled(PLAN)
    long = replace(found.criteria[2], entries=found.criteria[2].entries[:1] * (SHOWN + 2))
    assert "and 2 acts more; --format jsonl has all" in drawn(replace(found, criteria=(long,)))
