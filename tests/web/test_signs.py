"""Signs tell a deed from a plan and both from an end; every role is drawn and told apart without colour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.service.fakes import reading

from enduse.model import Role
from enduse.web import signs

STYLE = (Path(signs.__file__).parent / "static" / "style.css").read_text("utf-8")


@pytest.mark.parametrize(
    ("labels", "sign"),
    [("transfer occurred stated", "done"), ("transfer planned stated", "open"), ("transfer occurred denied", "ended"),
     ("transfer refused stated", "ended"), ("ceasefire violated alleged", "done"), ("ceasefire agreed stated", "open"),
     ("ceasefire collapsed stated", "ended")],
)  # fmt: skip
def test_sign_of_a_claim(labels: str, sign: str) -> None:
    claim = reading(f"{labels}: Norland said so.").extractions[0].claim
    assert signs.sign_of(claim).name == sign
    assert signs.label_of(claim) == labels.split()[1]


def test_every_role_is_in_one_group() -> None:
    assert sorted(role for group in signs.GROUPS for role in group.roles) == sorted(Role)


def test_groups_are_told_apart_by_their_line_alone() -> None:
    lines = {}
    for group in signs.GROUPS:
        rule = re.search(rf"mark\.role-{group.name} {{(.*?)}}", STYLE)
        assert rule, group
        lines[group.name] = "".join(re.findall(r"(?:style|thickness|outline): [^;]+", rule[1]))
    assert len(set(lines.values())) == len(signs.GROUPS)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("number", [0, 1], ids=["light", "dark"])
def test_contrasts_meet_aa(number: int) -> None:
    blocks = re.findall(r":root {(.*?)}", STYLE, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[number]))
    grounds = ["paper", "ground", "sentence", "chosen", *(g.name for g in signs.GROUPS if g.name in colours)]
    pairs = [("ink", ground, 4.5) for ground in grounds] + [("soft", ground, 4.5) for ground in grounds]
    pairs += [(name, "paper", 4.5) for name in ("accent", "done", "open", "ended", "alleged")]
    pairs += [("done", "sentence", 4.5), ("open", "sentence", 4.5), ("ended", "sentence", 4.5)]
    pairs += [("accent-ink", "accent", 4.5), ("paper", "ended", 4.5), ("paper", "ink", 4.5)]
    pairs += [("accent", "ground", 4.5), ("edge", "paper", 3), ("focus", "paper", 3), ("focus", "ground", 3)]
    pairs += [(f"{g.name}-line", g.name, 3) for g in signs.GROUPS if g.name in colours]
    low = [(a, b, round(c, 2)) for a, b, least in pairs if (c := contrast(colours[a], colours[b])) < least]
    assert not low
