"""What was looked up is written as plain data, only the fields of its role, with null for what is not told."""

from __future__ import annotations

from datetime import date

from enduse.export.resolved import link_record, resolved_record
from enduse.model import (
    Candidate,
    ClaimantClass,
    ClaimantRead,
    Credit,
    Link,
    Period,
    Quantity,
    Referent,
    Resolved,
    Span,
)
from enduse.model.period import PeriodRule, Precision
from enduse.model.quantity import Measure, QuantityRule
from enduse.model.referent import Level, Scheme


def test_referent_has_its_name_and_candidates() -> None:
    found = Referent(Scheme.WEAPON, "t72", Level.DESIGNATION, "its name", (Candidate("t64", "like it"),))
    assert resolved_record(Resolved(found, "T-72")) == {
        "referent": {
            "scheme": "weapon", "code": "t72", "name": "T-72", "level": "designation", "why": "its name",
            "several": False, "candidates": [{"code": "t64", "why": "like it"}],
        }
    }  # fmt: skip


def test_what_was_not_found_is_null_with_its_reason() -> None:
    record = resolved_record(Resolved(Referent(Scheme.ACTOR, None, None, "no such name")))
    assert record["referent"]["code"] is record["referent"]["level"] is record["referent"]["name"] is None
    assert record["referent"]["why"] == "no such name"


def test_quantities_are_a_list() -> None:
    quantity = Quantity(24, None, 99, Measure.ITEM, QuantityRule.PLURAL, "rifle", "rifles")
    (record,) = resolved_record(Resolved(quantities=(quantity,)))["quantity"]
    assert (record["low"], record["best"], record["high"]) == (24, None, 99)
    assert (record["measure"], record["unit"], record["of"], record["rule"]) == ("item", "rifle", "rifles", "plural")
    assert record["why"] == quantity.why


def test_period_has_its_days_as_iso() -> None:
    period = Period(date(2031, 2, 1), None, Precision.OPEN, PeriodRule.SINCE, Precision.MONTH)
    record = resolved_record(Resolved(period=period))["period"]
    assert record == {
        "start": "2031-02-01", "end": None, "precision": "open", "grain": "month", "rule": "since", "why": period.why,
    }  # fmt: skip


def test_claimant_and_antecedent() -> None:
    read = ClaimantRead(ClaimantClass.MONITOR, "its words")
    record = resolved_record(Resolved(claimant=read, antecedent=Span(3, 9, "Averna")))
    assert record == {
        "claimant_class": "monitor", "claimant_why": "its words",
        "antecedent": {"text": "Averna", "start": 3, "end": 9},
    }  # fmt: skip


def test_link_of_the_text_has_offsets_and_a_derived_one_has_none() -> None:
    words, cue = Span(10, 17, "Reuters"), Span(18, 26, "reported")
    assert link_record(Link(1, "Reuters", ClaimantClass.OUTLET, Credit.REPORTED, words, cue)) == {
        "depth": 1, "text": "Reuters", "claimant_class": "outlet", "credit": "reported", "derived": False,
        "start": 10, "end": 17, "cue": {"text": "reported", "start": 18, "end": 26},
    }  # fmt: skip
    assert link_record(Link(0, "Herald", ClaimantClass.OUTLET, Credit.PUBLISHER)) == {
        "depth": 0, "text": "Herald", "claimant_class": "outlet", "credit": "publisher", "derived": True,
    }  # fmt: skip
