"""The sample that ships: ten articles of invented places, so that no line of it is a real accusation."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest

COLUMNS = ["id", "title", "date", "source", "text", "url"]
NAMES = """
    Syria Syrian Damascus Aleppo Iran Iranian Tehran Iraq Iraqi Russia Russian Moscow Kremlin Ukraine Ukrainian
    Kyiv America American Washington Pentagon CIA US USA UK Britain British London France French Paris Germany
    German Berlin Turkey Turkish Ankara Saudi Arabia Riyadh Qatar Emirates Yemen Houthi Houthis Israel Israeli
    Gaza Hamas Hezbollah Lebanon Jordan Libya Sudan Egypt China Chinese Beijing India Pakistan Afghanistan Taliban
    Nusra ISIS Daesh Qaeda Kurdish Kurds UN NATO EU Reuters BBC CNN Guardian
"""
REAL = frozenset(NAMES.split())


@pytest.fixture(scope="module")
def articles(root: Path) -> list[dict[str, str]]:
    lines = (root / "src/enduse/data/demo/demo.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_there_are_ten_articles_of_several_outlets(articles: list[dict[str, str]]) -> None:
    assert [list(article) for article in articles] == [COLUMNS] * 10
    assert len({article["id"] for article in articles}) == 10
    assert len({article["source"] for article in articles}) >= 5


def test_articles_are_dated_and_of_the_length_of_a_report(articles: list[dict[str, str]]) -> None:
    for article in articles:
        datetime.date.fromisoformat(article["date"])
        assert 150 <= len(article["text"].split()) <= 350, article["id"]


def test_addresses_lead_nowhere(articles: list[dict[str, str]]) -> None:
    addresses = [article["url"] for article in articles]
    assert all(re.match(r"https://[a-z]+\.example/", address) for address in addresses), addresses


def test_nothing_in_it_is_real(articles: list[dict[str, str]]) -> None:
    words = {word for article in articles for word in re.findall(r"\w+", article["title"] + " " + article["text"])}
    assert not (real := sorted(words & REAL)), real
