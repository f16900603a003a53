"""SIPRI's names are measured as they stand in its register; the rows here are invented."""

from __future__ import annotations

import pytest
from training.sipri import REGISTER, land_and_air, main, missed_actors, missed_weapons, right_country

from enduse.lexicon.actors import open_actors


def row(designation: str, description: str, years: str, recipient: str = "Syria") -> dict[str, str]:
    return {
        "supplier": "Russia", "recipient": recipient,
        "designation": designation, "description": description, "delivery_years": years,
    }  # fmt: skip


def test_asterisks_are_taken_off_and_unknown_ones_left_out() -> None:
    names = ("Hamas (Palestine)*", "Brezova", "unknown recipient(s)", "NATO**")
    assert missed_actors(row("T-72", "tank", "2010", name) for name in names) == (["Brezova"], [])


@pytest.mark.parametrize(
    ("name", "code", "right"),
    [("Houthi rebels (Yemen)", "houthis", True), ("Syria rebels", "sy-rebels", True), ("Syria rebels", "hamas", False)],
)
def test_row_of_another_country_than_the_name_tells_is_seen(name: str, code: str, right: bool) -> None:
    assert right_country(open_actors(), name, code) is right


def test_only_land_and_air_weapons_delivered_since_2000_are_measured() -> None:
    rows = [
        row("T-72", "tank", "2001; 2002"), row("T-55", "tank", "1999"), row("T-90", "tank", ""),
        row("Harsa", "frigate", "2010"), row("Harsa-2", "fire control radar", "2010"),
        row("S-300", "SAM system", "2010"), row("anti-tank missile", "anti-tank missile", "2010"),
    ]  # fmt: skip
    assert land_and_air(rows) == {"T-72": "tank", "S-300": "SAM system"}


def test_designation_counts_only_with_a_row_of_its_own() -> None:
    weapons = {"T-72": "tank", "Brezova-9": "tank"}
    assert missed_weapons(weapons, described=True) == ["Brezova-9 (tank)"]
    assert missed_weapons(weapons, described=False) == ["Brezova-9 (tank)"]


def test_main_prints_shares_or_says_why_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    printed = capsys.readouterr().out
    assert ("resolve" in printed) is REGISTER.is_file()
    assert ("skipped" in printed) is not REGISTER.is_file()
