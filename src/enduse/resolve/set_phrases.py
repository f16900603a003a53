"""Knows the set phrases of time (so far, soon) and the words that make a bound of a date (since, by, prior to)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .absolute import kind_at, word_at
from .date_words import DateToken, cut_dates

Table = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]

_SET = {
    "today": """
        today; tonight; now; currently; presently; at present; nowadays; these days; at the moment; at this
        point; at this stage; at this time; at this moment; right now; as of now; for now; this morning; this
        afternoon; this evening; this hour; as i speak; earlier today; later today; to this day; for the time
        being""",
    "before": """
        recently; lately; of late; previously; formerly; historically; already; in the past; so far; thus far;
        up to now; up until now; until now; till now; over the years; in years past; last time; in recent
        times; long ago; a long time ago; long time ago; before now; in recent memory; to date; newly""",
    "after": """
        soon; shortly; eventually; imminently; in the future; in the near future; in the near term; in the
        short term; near term; short term; as soon as possible; as early as possible; at the earliest;
        someday; in the days ahead; days ahead; weeks ahead; months ahead; down the road; in due course; going
        forward; in the foreseeable future; for the foreseeable future; in the long term; from now on""",
}
"""The day of publication, some time up to it, some time from it on; parted by semicolons."""

_BOUNDS = {
    "from": "from",
    "soonest": "as soon as; as early as; no earlier than; not before; to begin; begin",
    "since": """since; ever since; starting; commencing; effective; starting from""",
    "after": "after; following; in the wake of; in the aftermath of; shortly after; once; upon; when",
    "by": "by; through; up to; up through",
    "until": "until; till; no later than; up until; til; not later than",
    "before": "before; prior to; ahead of; preceding; leading up to; on the eve of; pending",
    "within": "within; inside; within less than",
    "in": "in; in less than; in under; in fewer than",
    "between": "between",
}
_GOES_ON = {"after", "before", "following", "thereafter", "afterwards"}
"""Words that make something else of a set phrase: "shortly after the vote"."""


def _table(listed: Mapping[str, str]) -> Table:
    """Phrases by their first word, the longest first, as the tokens that they are cut into."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in listed.items():
        for phrase in phrases.split(";"):
            words = tuple(token.word for token in cut_dates(phrase))
            table.setdefault(words[0], []).append((words, kind))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


_SET_AT, _BOUND_AT = _table(_SET), _table(_BOUNDS)


def set_phrase_at(tokens: Sequence[DateToken], at: int) -> tuple[str, int] | None:
    """Which of today, before and after a set phrase at a place means, and the place behind it."""
    found = _phrase_at(tokens, at, _SET_AT)
    if found is None or kind_at(tokens, found[1]) in {"unit", "number", "few"} or word_at(tokens, found[1]) in _GOES_ON:
        return None
    return found


def bound_at(tokens: Sequence[DateToken], at: int) -> tuple[str, int] | None:
    """The bound that the words at a place make of the date behind them, and the place of that date."""
    return _phrase_at(tokens, at, _BOUND_AT)


def _phrase_at(tokens: Sequence[DateToken], at: int, table: Table) -> tuple[str, int] | None:
    rows = table.get(tokens[at].word)
    if rows is None:
        return None
    ahead = tuple([token.word for token in tokens[at : at + 5]])
    for words, kind in rows:
        if ahead[: len(words)] == words:
            return kind, at + len(words)
    return None
