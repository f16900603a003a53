"""A server knows where to point a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import UsageError
from enduse.web.settings import Settings


def test_address_is_one_that_a_browser_takes() -> None:
    assert Settings("x.db").address == "http://127.0.0.1:8417/"
    assert Settings("x.db", host="::1", port=80).address == "http://[::1]:80/"


def test_other_machines_are_let_in_only_when_it_is_said_who(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="say who may come in"):
        Settings("x.db", host="0.0.0.0")
    assert Settings("x.db", host="0.0.0.0", users=tmp_path / "users").host == "0.0.0.0"
    assert Settings("x.db", host="0.0.0.0", proxy_header="X-User").host == "0.0.0.0"
