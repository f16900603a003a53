"""Signs and colours tell a deed from a plan and both from an end, and the legend explains them all."""

from __future__ import annotations

import pytest
from tests.service.fakes import reading

from enduse.cli.palette import COLOUR_OF, legend, sign_of
from enduse.model import Role, Stance, State, Status


@pytest.mark.parametrize(
    ("labels", "sign"),
    [
        ("transfer occurred stated", "●"),
        ("transfer occurred alleged", "●"),
        ("transfer planned stated", "○"),
        ("transfer considered alleged", "○"),
        ("transfer refused stated", "✕"),
        ("transfer halted stated", "✕"),
        ("transfer occurred denied", "✕"),
        ("ceasefire in_force stated", "●"),
        ("ceasefire violated stated", "●"),
        ("ceasefire proposed stated", "○"),
        ("ceasefire collapsed stated", "✕"),
    ],
)
def test_sign_tells_a_deed_from_a_plan_and_both_from_an_end(labels: str, sign: str) -> None:
    assert sign_of(reading(f"{labels}: It was told.").extractions[0].claim)[0] == sign


def test_deed_plan_and_end_have_colours_of_their_own() -> None:
    lines = [f"transfer {status} stated: It was told." for status in ("occurred", "planned", "refused")]
    assert len({sign_of(reading(line).extractions[0].claim)[1] for line in lines}) == 3


@pytest.mark.parametrize("labels", [*(f"transfer {s}" for s in Status), *(f"ceasefire {s}" for s in State)])
@pytest.mark.parametrize("stance", Stance)
def test_every_status_state_and_stance_has_a_sign_of_the_legend(labels: str, stance: Stance) -> None:
    sign, _ = sign_of(reading(f"{labels} {stance}: It was told.").extractions[0].claim)
    assert sign in legend(colour=False).plain


def test_every_role_has_a_colour_of_the_legend() -> None:
    assert set(COLOUR_OF) == set(Role)
    assert set(COLOUR_OF.values()) <= {str(span.style) for span in legend(colour=True).spans}
