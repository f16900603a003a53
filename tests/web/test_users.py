"""The file of users holds no password, is read anew when it changes, and takes as long for a name that it has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import UsageError
from enduse.web.people import Right, User
from enduse.web.users import Users, drop_user, keep_user, listed

PASSWORD = "a long password: ü"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "users"
    keep_user(file, "ana", Right.REVIEW, PASSWORD)
    return file


def test_user_is_known_by_the_password_alone(path: Path) -> None:
    users = Users(path)
    assert users.checked("ana", PASSWORD) == users.user("ana") == User("ana", Right.REVIEW)
    assert [users.checked("ana", "wrong"), users.checked("ben", PASSWORD), users.checked("", "")] == [None] * 3


def test_file_holds_a_hash_and_is_for_its_owner_alone(path: Path) -> None:
    assert PASSWORD not in path.read_text("utf-8")
    assert path.read_text("utf-8").startswith("ana:review:$argon2id$")
    assert path.stat().st_mode & 0o077 == 0


def test_changes_count_at_once(path: Path) -> None:
    users = Users(path)
    keep_user(path, "ben", Right.READ, PASSWORD)
    keep_user(path, "ana", Right.ADMIN, PASSWORD)
    assert users.user("ana") == User("ana", Right.ADMIN)
    drop_user(path, "ana")
    assert users.user("ana") is None
    assert listed(path) == [User("ben", Right.READ)]


@pytest.mark.parametrize(("name", "password"), [("a:b", PASSWORD), ("", PASSWORD), ("a\n", PASSWORD), ("ben", "short")])
def test_what_cannot_be_a_user_is_refused(path: Path, name: str, password: str) -> None:
    with pytest.raises(UsageError):
        keep_user(path, name, Right.READ, password)
    assert [user.name for user in listed(path)] == ["ana"]


def test_file_that_cannot_be_read_is_told(tmp_path: Path, path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        Users(tmp_path / "none")
    path.write_text("# who may come in\n\nana;review\n")
    with pytest.raises(UsageError, match=":3: is no user"):
        Users(path)
    with pytest.raises(UsageError, match="has no user 'ben'"):
        drop_user(tmp_path / "none", "ben")
