"""Truces are drawn source by source, and lengths as a table of the curve."""

from __future__ import annotations

from pathlib import Path

from tests.service.dossier import keep_dossier

from enduse.cli.truces import held_table, truce_blocks
from enduse.model.truce import Spell, Survival
from enduse.service.truces import Held, ceasefires


def test_truce_is_drawn_with_dates_lines_and_silence(tmp_path: Path) -> None:
    drawn = " ".join(
        "".join(truce_blocks(ceasefires(keep_dossier(str(tmp_path / "x.db")), as_of="2031-12-31"), 160, False)).split()
    )
    for part in (
        "declared: not found in these reports", "effective: 2031-09-12 (Averna Herald, day of the report)",
        "ended: 2031-09-19 (the army, day of the report); 2031-09-21", "the Selin Monitor violations told: 1",
        "nothing found is not that it held",
    ):  # fmt: skip
        assert part in drawn, part


def test_no_truces_says_so() -> None:
    assert list(truce_blocks([], 80, False)) == ["no ceasefire claims found in this ledger\n"]


def test_table_has_counts_interval_and_median() -> None:
    steps = (Survival(10, 2, 1, 0, 0.5, 0.3536, 0.006, 0.91), Survival(20, 1, 0, 1, 0.5, 0.3536, None, None))
    held = Held((Spell("a", 10, False), Spell("b", 20, True)), steps, 10, ("c: no day",))
    assert list(held_table(held)) == [
        "truces: 2; end reported: 1; censored: 1\n",
        "  days  at risk  ended  censored  still held  std. error  95 % interval\n",
        "    10        2      1         0      0.5000      0.3536  0.006 to 0.910\n",
        "    20        1      0         1      0.5000      0.3536  -\n",
        "median: 10 days\n",
        "left out: c: no day\n",
    ]
    assert list(held_table(Held((), (), None, ()))) == ["truces: 0; end reported: 0; censored: 0\n"]
