"""Custody is drawn with its gaps and statuses, and nothing that is not told as done looks like it."""

from __future__ import annotations

from dataclasses import replace

from tests.link.custodies import CASE, CLASS_ONLY, DELIVERY, DENIAL, LOSS, PLAN, UNMARKED, custody, told
from tests.link.test_chains import alleged

from enduse.cli.traced import SHOWN, custody_blocks
from enduse.model.custody import NOTICE, Custody


def drawn(found: Custody) -> str:
    return " ".join("".join(custody_blocks(found, 100, False)).split())


def test_a_chain_is_drawn_with_its_gaps_joints_and_point() -> None:
    text = drawn(custody(*CASE))
    assert NOTICE in text
    assert "… gap: how “Norland” came to have them is not found" in text
    assert "[1] ● TRANSFER Norland → the Red Brigade · FN-6 missiles · at Harsa · published 2031-04-01" in text
    assert "[1] = [2] by serial number: both name it: “serial number NB-4471”" in text
    assert "point of diversion: in the hands of Red Brigade" in text
    assert "compatible with [4], not joined: model and holder: both FN-6" in text
    assert "1 document, 1 independent report, roots [1, 1]" in text


def test_what_is_not_told_as_done_stands_apart_under_its_own_sign() -> None:
    text = drawn(custody(*CASE))
    apart = text.index("not told as done, or denied")
    assert text.index("○ planned") > apart
    assert text.index(PLAN.claim.id) > apart
    assert "IF: the truce fails" in text[apart:]
    assert "● PLAN" not in text


def test_alleged_and_denied_links_say_so() -> None:
    assert "◐ ALLEGED DIVERSION (capture)" in drawn(custody(alleged(LOSS)))
    text = drawn(custody(DELIVERY, DENIAL))
    assert "✕ DENIED denied: it → the Red Brigade" in text
    assert "1 denied by somebody" in text


def test_claims_of_one_link_each_say_what_they_say() -> None:
    again = told("diversion occurred alleged sale: {from:The Red Brigade} sold {weapon:FN-6 missiles}.", "2031-08-02",
                 "Tessaly Times", from_="red_brigade", weapon="fn6")  # fmt: skip
    text = drawn(custody(UNMARKED, again))
    assert "The Red Brigade → the Brezova Front · FN-6 missiles" in text
    assert "alleged: The Red Brigade → ? · FN-6 missiles" in text


def test_what_is_left_out_is_counted() -> None:
    village = told("diversion occurred stated capture: {to:Rebels} captured two villages.")
    text = drawn(custody(village, DELIVERY, CLASS_ONLY))
    assert "1 claim: names no arms" in text
    assert "1 pair of links have a holder and a class in common, and no model" in text
    assert "2 more pairs of links are compatible" in drawn(replace(custody(DELIVERY), more=2))


def test_long_lists_are_cut_and_say_so() -> None:
    many = [told(f"holding occurred stated: {{holder:Averna}} has {{weapon:rifles}} of type {n}.", None) for n in
            range(SHOWN + 2)]  # fmt: skip
    assert "and 2 links more; --format jsonl has all" in drawn(custody(*many))
