"""Who is logged in, for how long, and how often a wrong password may be tried; kept in this process alone."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass

IDLE_SECONDS = 2 * 3600
WHOLE_SECONDS = 12 * 3600
"""A session ends when nothing was asked for so long, and at the latest so long after it began."""

MOST = 10_000
"""Sessions, and names or addresses that failed, which are remembered; beyond that the oldest are forgotten."""

FAILURES, FAILURE_SECONDS = 10, 15 * 60
"""So many wrong passwords for one name, or from one address, in so many seconds; then no more are looked at."""

Clock = Callable[[], float]


@dataclass(slots=True)
class _Session:
    name: str
    began: float
    seen: float


class Sessions:
    """The sessions of a server; they end when it does. Only digests of their names are kept."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._open: OrderedDict[bytes, _Session] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, visit: str, name: str) -> None:
        """Let a visit be that of a user from now on."""
        now = self._clock()
        with self._lock:
            self._open[_digest(visit)] = _Session(name, now, now)
            while len(self._open) > MOST:
                self._open.popitem(last=False)

    def name(self, visit: str) -> str | None:
        """Whose visit it is; None where nobody logged in, or too long ago."""
        now, key = self._clock(), _digest(visit)
        with self._lock:
            session = self._open.get(key)
            if session is None:
                return None
            if now - session.seen > IDLE_SECONDS or now - session.began > WHOLE_SECONDS:
                del self._open[key]
                return None
            session.seen = now
            return session.name

    def end(self, visit: str) -> None:
        """End the session of a visit, if it has one."""
        with self._lock:
            self._open.pop(_digest(visit), None)


class Attempts:
    """Wrong passwords of late, by whatever they are counted for."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, *keys: str) -> int:
        """Seconds until the next attempt is looked at; 0 if it is now."""
        now = self._clock()
        with self._lock:
            return max((self._wait(key, now) for key in keys), default=0)

    def failed(self, *keys: str) -> None:
        """Remember a wrong password."""
        now = self._clock()
        with self._lock:
            for key in keys:
                times = self._failed.setdefault(key, deque(maxlen=FAILURES))
                times.append(now)
                self._failed.move_to_end(key)
            while len(self._failed) > MOST:
                self._failed.popitem(last=False)

    def forget(self, key: str) -> None:
        """Forget the wrong passwords of a name, once the right one was given."""
        with self._lock:
            self._failed.pop(key, None)

    def _wait(self, key: str, now: float) -> int:
        times = self._failed.get(key)
        if times is None or len(times) < FAILURES:
            return 0
        return max(0, int(times[0] + FAILURE_SECONDS - now) + 1)


def _digest(visit: str) -> bytes:
    return hashlib.sha256(visit.encode()).digest()
