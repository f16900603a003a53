"""Progress in a log is a line each half minute."""

from __future__ import annotations

import pytest
from tests.cli.processes import on_terminal

from enduse.cli.progress import Notes, PlainProgress, notes
from enduse.service.report import RunReport


def test_line_of_progress_comes_each_half_minute(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    progress = PlainProgress(clock=lambda: now[0])
    for now[0] in (1.0, 29.0, 31.0, 45.0, 62.0):
        progress.seen(RunReport(documents=int(now[0])))
    assert [line.split()[1] for line in capsys.readouterr().err.splitlines()] == ["31", "62"]


def test_quiet_shows_no_progress() -> None:
    assert type(notes(quiet=True, data_on_terminal=False)) is Notes


def test_table_that_scrolls_over_the_terminal_is_progress_enough() -> None:
    assert type(notes(quiet=False, data_on_terminal=True)) is Notes


def test_progress_is_shown_on_a_terminal_and_not_among_the_data() -> None:
    shown, data = on_terminal("3", "bad", stream="stderr")
    assert data.count("\n") == 3
    assert "\x1b[" in shown
    assert "enduse: bad:7: not UTF-8" in shown
    assert "enduse: 3 documents, 3 claims" in shown
