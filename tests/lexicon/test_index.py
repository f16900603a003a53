"""An index gives what a key stands for, and reads its lines once."""

from __future__ import annotations

from enduse.lexicon.index import entries_of


def test_lines_are_read_once_and_an_unknown_key_stands_for_nothing() -> None:
    asked: list[str] = []

    def entry(line: str) -> int:
        asked.append(line)
        return len(line)

    read: dict[str, tuple[int, ...]] = {}
    index = {"osa": "osa_sam\nosa_boat_"}
    assert [entries_of(index, read, key, entry) for key in ("osa", "igla", "osa")] == [(7, 9), (), (7, 9)]
    assert asked == ["osa_sam", "osa_boat_"]
