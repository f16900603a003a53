"""The changelog tells of the version that the package has."""

from __future__ import annotations

import datetime
import re
import tomllib
from pathlib import Path

import pytest

import enduse

HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\](?: - (?P<date>\d{4}-\d\d-\d\d))?$", re.MULTILINE)
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


@pytest.fixture(scope="module")
def changelog(root: Path) -> str:
    return (root / "CHANGELOG.md").read_text("utf-8")


def test_top_version_is_the_version_of_the_package(changelog: str, root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    released = [match for match in HEADING.finditer(changelog) if match["version"] != "Unreleased"]
    assert released
    assert released[0]["version"] == project["version"] == enduse.__version__


def test_every_release_has_a_date(changelog: str) -> None:
    released = [match for match in HEADING.finditer(changelog) if match["version"] != "Unreleased"]
    dates = [datetime.date.fromisoformat(match["date"] or f"no date for {match['version']}") for match in released]
    assert dates == sorted(dates, reverse=True)


def test_changes_stand_under_the_headings_of_keep_a_changelog(changelog: str) -> None:
    kinds = re.findall(r"^### (.*)$", changelog, re.MULTILINE)
    assert kinds
    assert set(kinds) <= KINDS
