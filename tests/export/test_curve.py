"""The drawing holds each step where it belongs, and is well-formed."""

from __future__ import annotations

from xml.etree import ElementTree

from enduse.export.curve import curve_svg
from enduse.model.truce import Survival

STEPS = [
    Survival(10, 4, 1, 0, 0.75, 0.2165, 0.128, 0.961),
    Survival(20, 3, 0, 1, 0.75, 0.2165, 0.128, 0.961),
    Survival(40, 2, 2, 0, 0.0, None, None, None),
]
SVG = "{http://www.w3.org/2000/svg}"


def test_curve_steps_down_where_truces_end() -> None:
    drawn = ElementTree.fromstring(curve_svg(STEPS, "4 truces & <more>"))
    paths = {path.get("class"): path.get("d") for path in drawn.iter(f"{SVG}path")}
    assert paths["curve"] == "M60.0 40.0H200.0V110.0H340.0H620.0V320.0"
    assert drawn.findtext(f"{SVG}title") == "4 truces & <more>"


def test_interval_and_marks_of_censored_truces() -> None:
    drawn = ElementTree.fromstring(curve_svg(STEPS, "x"))
    paths = {path.get("class"): path.get("d") for path in drawn.iter(f"{SVG}path")}
    assert (paths["interval"] or "").count("Z") == 2
    assert paths["censored"] == "M340.0 105.0V115.0"


def test_counts_at_risk_stand_under_the_days() -> None:
    drawn = ElementTree.fromstring(curve_svg(STEPS, "x"))
    texts = [text.text for text in drawn.iter(f"{SVG}text")]
    assert texts[6:16] == ["0", "4", "10", "4", "20", "3", "30", "2", "40", "2"]
