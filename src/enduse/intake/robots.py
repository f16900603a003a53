"""Reads robots.txt: what a site lets programs fetch, and how long they are to wait (RFC 9309)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

MOST_BYTES = 500 * 1024
"""Bytes of a robots.txt that are read, the least that RFC 9309 asks for."""

_RULE = re.compile(r"[ \t]*([A-Za-z-]+)[ \t]*:[ \t]*([^#\r\n]*)")


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site asks of one program.

    rules: for each path pattern whether it is allowed. delay: seconds between two requests, 0 if nothing is asked.
    """

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, target: str) -> bool:
        """Whether a path with its query may be fetched: the longest rule that fits decides, allow wins a tie."""
        path = _normal(target)
        longest, allowed = -1, True
        for pattern, allow in self.rules:
            if len(pattern) >= longest and _fits(pattern, path):
                allowed = allow or (len(pattern) == longest and allowed)
                longest = len(pattern)
        return allowed or target == "/robots.txt"


NOTHING = Robots((("/", False),))
"""What holds where robots.txt cannot be had because the site is failing: nothing may be fetched."""


def parse_robots(data: bytes, agent: str) -> Robots:
    """Read a robots.txt for a program; agent: its name without version, matched whole and in any case.

    Groups for the same program are put together; the group for "*" holds where none names it.
    """
    rules: dict[str, list[tuple[str, bool]]] = {}
    delays: dict[str, float] = {}
    names: list[str] = []
    in_rules = True
    for line in data[:MOST_BYTES].decode("utf-8-sig", "replace").splitlines():
        if not (match := _RULE.match(line)):
            continue
        key, value = match[1].lower(), match[2].strip()
        if key == "user-agent":
            names = [value.lower()] if in_rules else [*names, value.lower()]
            rules.setdefault(value.lower(), [])
            in_rules = False
        elif key in ("allow", "disallow"):
            in_rules = True
            for name in names if value else ():
                rules[name].append((_normal(value), key == "allow"))
        elif key == "crawl-delay":
            in_rules = True
            for name in names:
                delays[name] = _seconds(value)
    name = agent.lower() if agent.lower() in rules else "*"
    return Robots(tuple(rules.get(name, ())), delays.get(name, 0.0))


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return seconds if 0 <= seconds < 1e9 else 0.0


def _normal(path: str) -> str:
    """One spelling of a path, so that %61 and a are the same and %2F stays apart from /."""
    return "%2F".join(quote(unquote(part), safe="/?&=*$;:@!'()+,~-._") for part in re.split("%2[Ff]", path))


def _fits(pattern: str, path: str) -> bool:
    """Match parts with anything between them, from left to right: never more than one pass, whatever the pattern."""
    whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not rest:
        return not whole or at == len(path)
    for part in rest[:-1]:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if whole:
        return len(path) - len(rest[-1]) >= at and path.endswith(rest[-1])
    return path.find(rest[-1], at) >= 0
