"""Plans are drawn with their condition, its levels and the claims that give them; steering characters are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.service.dossier import keep_dossier

from enduse.cli.planned import SHOWN, news_blocks, plan_blocks, told_line
from enduse.model.plan import Told
from enduse.service.planning import plans, watch

TOLD = Told("clm-1", date(2031, 4, 11), "collapsed", "denied", "It is\x1b over.", "the army", "Herald", "")


def test_plan_is_drawn_with_condition_levels_and_outcomes(tmp_path: Path) -> None:
    (plan,) = plans(keep_dossier(str(tmp_path / "x.db")))
    drawn = " ".join("".join(plan_blocks([plan], 100, False)).split())
    for part in (
        "TRANSFER planned, conditional 2031-04-12 officials in Averna Herald clm-",
        "IF: the truce in Brezova collapses",
        "level R: reopened: agreed",
        "2031-09-19 level 3: reported met by 1 independent report",
        "something that fits is reported delivered, by 1 independent report",
        "not known to be the same shipment",
        "something that fits is denied, by",
        "a diversion of something that fits is reported, by",
    ):
        assert part in drawn, part


def test_many_claims_are_counted(tmp_path: Path) -> None:
    (plan,) = plans(keep_dossier(str(tmp_path / "x.db"), 1))
    drawn = "".join(plan_blocks([replace(plan, also=(TOLD,) * (SHOWN + 2))], 100, False))
    assert "said again later, and not found denied: 7" in drawn
    assert "and 2 more" in drawn


def test_untied_condition_says_why(tmp_path: Path) -> None:
    (plan,) = plans(keep_dossier(str(tmp_path / "x.db"), 1))
    untied = replace(plan.conditions[0], untied="names no truce", wording="cannot be tied to claims")
    assert "cannot be tied to claims: names no truce" in "".join(
        plan_blocks([replace(plan, conditions=(untied,))], 100, False)
    )


def test_no_plans_says_so() -> None:
    assert list(plan_blocks([], 80, False)) == ["no plans found in this ledger\n"]


def test_news_are_drawn_with_their_claims(tmp_path: Path) -> None:
    place = keep_dossier(str(tmp_path / "x.db"))
    drawn = "".join(news_blocks(watch(place, "2031-10-03", as_of="2031-10-06"), 200, False))
    assert drawn.startswith("denied  something that fits is denied, now by 1 independent report")
    assert "occurred [DENIED] “Norland denied" in drawn


def test_claim_is_a_line_with_its_stance_and_source() -> None:
    assert told_line(TOLD).plain == "2031-04-11 collapsed [DENIED] “It is␛ over.”  the army in Herald  clm-1"
    assert told_line(replace(TOLD, day=None, source="Herald")).plain.startswith("undated collapsed")
