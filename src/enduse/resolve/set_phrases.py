"""Knows the set phrases of time (so far, soon) and the words that make a bound of a date (since, by, prior to)."""

from __future__ import annotations

from collections.abc import Sequence

from .date_words import DateToken, cut_dates
from .tokens import Phrases, kind_at, listed, word_at

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


_SET_AT, _BOUND_AT = (
    Phrases(
        {
            tuple([t.word for t in cut_dates(phrase)]): kind
            for kind, phrases in table.items()
            for phrase in listed(phrases)
        }
    )
    for table in (_SET, _BOUNDS)
)


def set_phrase_at(tokens: Sequence[DateToken], at: int) -> tuple[str, int] | None:
    """Which of today, before and after a set phrase at a place means, and the place behind it."""
    found = _SET_AT.at(tokens, at)
    if found is None or kind_at(tokens, found[1]) in {"unit", "number", "few"} or word_at(tokens, found[1]) in _GOES_ON:
        return None
    return found


def bound_at(tokens: Sequence[DateToken], at: int) -> tuple[str, int] | None:
    """The bound that the words at a place make of the date behind them, and the place of that date."""
    return _BOUND_AT.at(tokens, at)
