"""Truces are laid out source by source: nothing is summed, dates stay apart, silence is shown."""

from __future__ import annotations

from datetime import date

from tests.link.told import kept, no_lands, of_one_text

from enduse.link.ceasefires import UNTOLD, Asked, spells_of, truces_of
from enduse.model.kept import KeptClaim
from enduse.model.truce import Truce


def said(state: str, words: str, day: str | None, outlet: str = "Herald", **codes: str) -> KeptClaim:
    return kept(f"ceasefire {state} stated: The truce in {{place:Brezova}} {words}.", day, outlet, **codes)


AGREED = said("agreed", "was agreed", "2031-05-01")
BEGUN = said("in_force", "began {time:on 3 May}", "2031-05-04", time="2031-05-03/2031-05-03")
SHELLED = said("violated", "was shelled, {claimant:the Selin Monitor} said", "2031-05-05")
SHELLED_TOO = said("violated", "was broken, {claimant:the Brezova Observatory} said", "2031-05-06", "Courier")
OVER = said("collapsed", "is over", "2031-06-01")
ALL = (AGREED, BEGUN, SHELLED, SHELLED_TOO, OVER)


def asked(*claims: KeptClaim) -> Asked:
    return Asked(claims, {}, no_lands, str.title, date(2031, 6, 20))


def only(*claims: KeptClaim) -> Truce:
    (truce,) = truces_of(asked(*claims))
    return truce


def test_each_source_has_its_line_and_its_own_count_of_violations() -> None:
    truce = only(*ALL)
    assert [(line.source, [told.label for told in line.states], line.violations) for line in truce.lines] == [
        ("Herald", ["agreed", "in_force", "collapsed"], 0),
        ("the Brezova Observatory", ["violated"], 1),
        ("the Selin Monitor", ["violated"], 1),
    ]
    assert truce.name == "Brezova, reported 2031-05-01 to 2031-06-01"


def test_monitors_that_may_mean_one_incident_are_named_and_not_folded() -> None:
    (overlap,) = only(*ALL).overlaps
    assert overlap.sources == ("the Brezova Observatory", "the Selin Monitor")
    assert (overlap.place, overlap.day) == ("brezova", date(2031, 5, 5))
    later = said("violated", "was hit, {claimant:the Brezova Observatory} said", "2031-05-09")
    assert only(AGREED, SHELLED, later).overlaps == ()


def test_declared_effective_and_ended_stay_apart() -> None:
    truce = only(*ALL)
    dates = [truce.declared, truce.effective, truce.ended]
    assert [[(told.day.isoformat(), told.basis) for told in found] for found in dates] == [
        [("2031-05-01", "day of the report")], [("2031-05-03", "worded")], [("2031-06-01", "day of the report")],
    ]  # fmt: skip
    assert only(AGREED).ended == ()


def test_silence_is_shown_as_silence() -> None:
    herald = only(*ALL).lines[0]
    assert [(s.since.isoformat(), s.until, s.days) for s in herald.silences] == [
        ("2031-05-04", date(2031, 6, 1), 27), ("2031-06-01", None, 19),
    ]  # fmt: skip


def test_another_truce_begins_after_a_collapse_and_after_long_silence() -> None:
    anew, much_later = said("agreed", "was agreed anew", "2031-06-10"), said("agreed", "came again", "2032-01-01")
    found = truces_of(asked(*ALL, anew, much_later, said("proposed", "is sought", None)))
    assert [truce.name for truce in found] == [
        "Brezova, reported 2031-05-01 to 2031-06-01", "Brezova, reported 2031-06-10 to 2031-06-10",
        "Brezova, reported 2032-01-01 to 2032-01-01", "Brezova, undated",
    ]  # fmt: skip
    assert [truce.why.partition("; ")[2][:12] for truce in found] == [
        "the first re", "reported aft", "more than 90", "the articles",
    ]  # fmt: skip


def test_claims_come_together_by_country_by_parties_or_not_at_all() -> None:
    def name(line: str, **codes: str) -> str:
        return only(kept(f"ceasefire agreed stated: {line}.", **codes)).name.partition(",")[0]

    assert name("A truce in {place:Selin} came", place="br|town") == "Br"
    assert name("{party:Averna} and {party:Brezova} agreed", party="av") == "Av"
    assert name("{party:Averna} and {party:Brezova} agreed to it") == "Averna and Brezova"
    assert name("A truce was agreed") == UNTOLD.title()


def test_spell_runs_from_the_day_in_force_to_the_first_collapse() -> None:
    (spell,), left_out = spells_of(asked(*ALL))
    assert (spell.days, spell.censored, left_out) == (29, False, [])


def test_spell_without_an_end_is_censored_on_the_last_day_that_has_it_on() -> None:
    (spell,), _ = spells_of(asked(AGREED, BEGUN, SHELLED))
    assert (spell.days, spell.censored) == (2, True)


def test_truces_without_a_length_are_left_out_with_the_reason() -> None:
    one_day = said("in_force", "holds", "2031-05-04")
    nowhere = kept("ceasefire in_force stated: A truce holds.")
    assert spells_of(asked(AGREED))[1][0].endswith("no claim with a day tells when it came into force")
    assert spells_of(asked(one_day))[1][0].endswith("all is told on one day, which gives no length")
    assert spells_of(asked(nowhere))[1] == ["claims that tell neither place nor parties: 1"]


def test_claim_that_tells_nothing_is_of_the_truce_that_its_article_tells() -> None:
    placed, untold, party = of_one_text(
        kept("ceasefire in_force stated: A truce in {place:Selin} holds.", place="br|town"),
        kept("ceasefire violated stated: The truce was broken."),
        kept("ceasefire violated stated: {party:Averna} broke it.", party="av"),
    )
    truce = only(placed, untold, party)
    assert truce.name.startswith("Br, reported")
    assert truce.why == (
        "together by place: 1, by the place that their article or others of these weeks tell: 2; the first report"
    )


def test_article_that_tells_of_two_parties_elsewhere_leads_nothing() -> None:
    claims = of_one_text(
        kept("ceasefire in_force stated: A truce in {place:Selin} holds.", place="br|town"),
        kept("ceasefire violated stated: The truce was broken."),
        kept("ceasefire agreed stated: {party:Averna of Korvia} agreed to one.", party="av"),
    )
    elsewhere = kept("ceasefire agreed stated: {party:Averna} and {party:Korvia} agreed.", party="av")
    both = Asked(
        [*claims, elsewhere],
        {},
        lambda scheme, code: frozenset({"av", "ko"}) if code == "av" else frozenset({code}),
        str.title,
        date(2031, 6, 20),
    )
    assert len(truces_of(both)) == 3


def test_parties_of_several_countries_are_of_the_truce_at_a_place_of_theirs_in_these_weeks() -> None:
    def lands_of(scheme: str, code: str) -> frozenset[str]:
        return frozenset({"br", "av"}) if code == "both" else frozenset({code})

    placed = kept("ceasefire in_force stated: A truce in {place:Selin} holds.", "2031-05-01", place="br|town")
    near = kept("ceasefire violated stated: {party:The two} broke it.", "2031-05-20", party="both")
    far = kept("ceasefire violated stated: {party:The two} broke it again.", "2031-08-20", party="both")
    found = truces_of(Asked([placed, near, far], {}, lands_of, str.title, date(2031, 9, 1)))
    assert [truce.reports.claims for truce in found] == [1, 2]


def test_call_to_restore_a_truce_declares_none() -> None:
    call = said("agreed", "must be restored, {claimant:the mediator} urged", "2031-05-02")
    truce = only(AGREED, call)
    assert [told.claim for told in truce.declared] == [AGREED.claim.id]
    assert truce.notes == ("read as agreed, but worded as a call or an end, so that no date is taken: 1",)
