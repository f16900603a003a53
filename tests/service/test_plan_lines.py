"""Plans, news, truces and spells are one line of JSON each."""

from __future__ import annotations

import json
from pathlib import Path

from tests.service.dossier import keep_dossier

from enduse.service.plan_lines import held_line, news_lines, plan_lines, truce_lines
from enduse.service.planning import plans, watch
from enduse.service.truces import ceasefires, held


def test_each_is_a_line_with_days_as_iso_and_levels_as_signs(tmp_path: Path) -> None:
    place = keep_dossier(str(tmp_path / "x.db"))
    (line,) = plan_lines(plans(place))
    plan = json.loads(line)
    assert (line.count("\n"), plan["word"], plan["told"]["day"]) == (1, "planned, conditional", "2031-04-12")
    assert [change["level"] for change in plan["conditions"][0]["history"]] == ["1", "3", "4", "R"]
    news = [json.loads(line) for line in news_lines(watch(place, "2031-10-01"))]
    assert news[0]["what"] == "condition"
    truces = [json.loads(line) for line in truce_lines(ceasefires(place))]
    assert truces[0]["ended"][0]["day"] == "2031-09-19"
    lengths = json.loads(held_line(held(place)))
    assert (lengths["median"], lengths["steps"][0]["at_risk"]) == (7, 1)
