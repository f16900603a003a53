"""What lies in the repository: no large file but a model, and no text of the news that the reader was made from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

LARGE = 1_000_000
"""Bytes from which a file must be a model."""

MODELS = "src/enduse/data/models/"
INVENTED = ("src/enduse/data/demo/", "tests/fixtures/", "training/invented/")
"""Where whole texts may lie, for they are invented."""

MOST_WORDS = 25
"""Words of the longest text in a data file elsewhere: codings name a document and offsets, not the words."""

WORDS_IN_A_ROW = 12
"""So many words in a row, found both here and in the news, are no chance."""

NEWS = (
    ("bench/train.jsonl", ("prev", "text")),
    ("bench/train.articles.jsonl", ("text",)),
    ("bench/dev.docs.jsonl", ("text",)),
)


def place(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def test_no_large_file_but_a_model_lies_here(repository_files: Sequence[Path], root: Path) -> None:
    assert len(repository_files) > 20
    large = [
        f"{place(path, root)} has {size:,} bytes"
        for path in repository_files
        if (size := path.stat().st_size) > LARGE and not place(path, root).startswith(MODELS)
    ]
    assert not large, "\n".join(large)


def test_data_files_hold_no_texts_but_invented_ones(repository_files: Sequence[Path], root: Path) -> None:
    long = [
        f"{place(path, root)}:{number} holds a text: {texts[0][:60]!r} …"
        for path in repository_files
        if path.suffix in {".jsonl", ".json"} and not place(path, root).startswith((MODELS, *INVENTED))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (texts := [text for text in _texts(line) if len(text.split()) > MOST_WORDS])
    ]
    assert not long, "\n".join(long[:20])


def test_the_search_for_texts_looks_into_every_depth() -> None:
    line = json.dumps({"doc": "a", "claims": [{"roles": {"weapon": ["rifles"]}}]})
    assert set(_texts(line)) == {"a", "rifles"}
    assert list(_texts("{ not one object a line")) == []


def _texts(line: str) -> Iterator[str]:
    try:
        waiting: list[Any] = [json.loads(line)]
    except json.JSONDecodeError:  # a line of a JSON file over several lines
        waiting = re.findall(r'"((?:[^"\\]|\\.)*)"', line)
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            waiting.extend(value.values() if isinstance(value, dict) else value)


def test_no_news_text_lies_here(repository_files: Sequence[Path], root: Path) -> None:
    shared = root.parent / "shared"
    if not (shared / "bench" / "train.jsonl").is_file():
        pytest.skip("the news that the reader was made from is not beside this checkout")
    here: dict[int, str] = {}
    for path in repository_files:
        if not place(path, root).startswith(MODELS) and (text := _text_of(path)) is not None:
            here.update(dict.fromkeys(_runs(text), place(path, root)))
    assert len(here) > 1_000
    found = {here[run] for text in _news(shared) for run in _runs(text) if run in here}
    assert not found, f"these files hold sentences of the news: {sorted(found)}"


def test_runs_of_words_are_found_whatever_stands_between() -> None:
    words = " ".join(f"word{n}" for n in range(20))
    spaced = words.upper().replace(" ", ',\n"')
    assert set(_runs(words)) == set(_runs(spaced))
    assert len(set(_runs(words))) == 20 - WORDS_IN_A_ROW + 1


def _text_of(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return None


def _runs(text: str) -> Iterator[int]:
    """Every run of words, as a number for each."""
    words = re.findall(r"\w+", text.lower())
    yield from (hash(tuple(words[at : at + WORDS_IN_A_ROW])) for at in range(len(words) - WORDS_IN_A_ROW + 1))


def _news(shared: Path) -> Iterator[str]:
    yield (shared / "seed" / "plan_b.txt").read_text("utf-8")
    for name, fields in NEWS:
        for line in (shared / name).read_text("utf-8").splitlines():
            row = json.loads(line)
            yield from (row[field] for field in fields if row.get(field))
