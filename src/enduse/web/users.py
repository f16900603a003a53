"""The file of users: a line each, with name, right and the hash of a password; read anew whenever it changes."""

from __future__ import annotations

import os
import re
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from enduse.errors import UsageError

from .people import Right, User

NAME = re.compile(r"[\w.@+-]{1,64}")
"""What a user may be called; the colon parts the columns of the file."""

SHORTEST = 12
"""Characters that a password must have."""

HASHING_AT_ONCE = 2
"""Each check of a password takes 64 MiB for some 50 ms; more at once would let strangers use the machine up."""


class _Line(NamedTuple):
    right: Right
    hashed: str


class Users:
    """Those who may log in. A change of the file counts from the next request on."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int] | None = None
        self._lines: dict[str, _Line] = {}
        self._hashing = threading.BoundedSemaphore(HASHING_AT_ONCE)
        self._nobody = hashed("nobody has this password")
        self.user("")

    def user(self, name: str) -> User | None:
        """The user of a name, as the file says now; UsageError where the file cannot be read."""
        line = self._read().get(name)
        return User(name, line.right) if line else None

    def checked(self, name: str, password: str) -> User | None:
        """The user, if the password is theirs. It takes as long where there is no such user."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        line = self._read().get(name)
        with self._hashing:
            try:
                PasswordHasher().verify(line.hashed if line else self._nobody, password)
            except (VerificationError, InvalidHashError):
                return None
        return User(name, line.right) if line else None

    def _read(self) -> Mapping[str, _Line]:
        try:
            found = self._path.stat()
            if (stamp := (found.st_mtime_ns, found.st_size)) != self._seen:
                self._lines, self._seen = _lines(self._path), stamp
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{self._path}: cannot be read as a file of users; make one with: enduse users") from error
        return self._lines


def hashed(password: str) -> str:
    """The argon2 hash of a password."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password)


def listed(path: Path) -> list[User]:
    """The users of a file; none where there is no file."""
    return [User(name, line.right) for name, line in _lines(path).items()] if path.exists() else []


def keep_user(path: Path, name: str, right: Right, password: str) -> None:
    """Add a user to the file, which is made if it is not there, or give a known one another right and password."""
    if not NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no name of a user; write 1 to 64 letters, digits and . _ - @ +")
    if len(password) < SHORTEST:
        raise UsageError(f"the password has {len(password)} characters; give at least {SHORTEST}")
    known = _lines(path) if path.exists() else {}
    _write(path, {**known, name: _Line(right, hashed(password))})


def drop_user(path: Path, name: str) -> None:
    """Take a user out of the file; UsageError where there is none of this name."""
    known = _lines(path) if path.exists() else {}
    if name not in known:
        raise UsageError(f"{path}: has no user {name!r}; there are: {', '.join(known) or 'none'}")
    _write(path, {other: line for other, line in known.items() if other != name})


def _lines(path: Path) -> dict[str, _Line]:
    found = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split(":")
        if len(cells) != 3 or not NAME.fullmatch(cells[0]) or cells[1] not in list(Right):
            raise UsageError(f"{path}:{number}: is no user; each line is NAME:RIGHT:HASH, made by: enduse users")
        found[cells[0]] = _Line(Right(cells[1]), cells[2])
    return found


def _write(path: Path, lines: Mapping[str, _Line]) -> None:
    """Put the whole file in place at once, readable by its owner alone."""
    text = "".join(f"{name}:{line.right}:{line.hashed}\n" for name, line in lines.items())
    try:
        handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(made, path)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}; choose another place for the file of users") from error
