"""Sessions end, and wrong passwords are not looked at without end."""

from __future__ import annotations

import pytest

from enduse.web import sessions
from enduse.web.sessions import FAILURE_SECONDS, FAILURES, IDLE_SECONDS, WHOLE_SECONDS, Attempts, Sessions


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_session_ends_when_nothing_is_asked_and_in_the_end_anyway() -> None:
    clock = Clock()
    kept = Sessions(clock)
    kept.begin("visit", "ana")
    while clock.now + IDLE_SECONDS <= WHOLE_SECONDS:
        clock.now += IDLE_SECONDS
        assert kept.name("visit") == "ana"
    clock.now += IDLE_SECONDS
    assert kept.name("visit") is None
    kept.begin("other", "ana")
    clock.now += IDLE_SECONDS + 1
    assert kept.name("other") is None
    assert kept.name("never") is None


def test_session_ends_when_it_is_ended() -> None:
    kept = Sessions()
    kept.begin("visit", "ana")
    kept.end("visit")
    kept.end("visit")
    assert kept.name("visit") is None


def test_oldest_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "MOST", 2)
    kept, attempts = Sessions(), Attempts()
    for name in ("a", "b", "c"):
        kept.begin(name, name)
        for _ in range(FAILURES):
            attempts.failed(name)
    assert [kept.name(name) for name in ("a", "b", "c")] == [None, "b", "c"]
    assert [attempts.wait(name) > 0 for name in ("a", "b", "c")] == [False, True, True]


def test_too_many_wrong_passwords_have_to_wait() -> None:
    clock = Clock()
    attempts = Attempts(clock)
    for _ in range(FAILURES - 1):
        attempts.failed("name ana", "address x")
    assert attempts.wait("name ana", "address x") == 0
    attempts.failed("name ana", "address y")
    assert attempts.wait("name ana") == attempts.wait("address y", "name ana") == FAILURE_SECONDS + 1
    assert attempts.wait("address x", "address y", "name ben") == 0
    clock.now += FAILURE_SECONDS + 1
    assert attempts.wait("name ana") == 0
    attempts.forget("name ana")
    assert attempts.wait("name ana") == 0
