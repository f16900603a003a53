"""Says beside a filler's words what they were looked up as, where the words alone do not say it."""

from __future__ import annotations

import re

from enduse.model import Period, Quantity, Resolved, ResolvedClaim, Span

_LARGE = re.compile(r"dozen|score|hundred|thousand|million|billion", re.IGNORECASE)
_VAGUE = frozenset({"plural", "several", "couple", "majority", "range"})
_UNEXACT = re.compile(r"class(_actor)?")
_ARTICLE = re.compile(r"^(the|an?) ", re.IGNORECASE)


def beside(span: Span, resolved: Resolved | None) -> str | None:
    """What to show beside a filler; None where it was not found, or where the words say it themselves.

    A word for a kind ("tanks", "rebels") says what it says, and gets nothing beside it.
    """
    if resolved is None:
        return None
    if resolved.quantities:
        return _quantities(span.text, resolved.quantities)
    if resolved.period is not None:
        return _period(span.text, resolved.period)
    return _name(span.text, resolved)


def credit(resolved: ResolvedClaim | None) -> str | None:
    """Who passes on what the claimant says ("Reuters ‹ SANA"); None where the text names nobody between."""
    links = [link for link in resolved.chain if not link.derived] if resolved else []
    if len({link.depth for link in links}) < 2:
        return None
    return " ‹ ".join(link.name for link in links)


def _name(words: str, resolved: Resolved) -> str | None:
    referent, antecedent = resolved.referent, resolved.antecedent
    if referent is not None and referent.ambiguous and referent.level == "designation":
        return f"one of {len(referent.candidates)}"
    exact = resolved.name is not None and referent is not None and not _UNEXACT.fullmatch(referent.level or "")
    shown = resolved.name if exact else antecedent.text if antecedent else None
    return None if shown is None or _plain(shown) == _plain(words) else shown


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, _ARTICLE.sub("", words).casefold()))


def _quantities(words: str, quantities: tuple[Quantity, ...]) -> str | None:
    """The interval of words such as "dozens"; digits and small numbers say it themselves."""
    shown = [_interval(quantity) for quantity in quantities if quantity.has_number]
    if any(map(str.isdigit, words)) or not any(_LARGE.search(words) or q.rule in _VAGUE for q in quantities):
        return None
    return "; ".join(shown) or None


def _interval(quantity: Quantity) -> str:
    low, best, high = quantity.low, quantity.best, quantity.high
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    if best is not None and low is None and high is None:
        return f"about {best:,}"
    return f"{low:,} or more" if low is not None else f"up to {high:,}"


def _period(words: str, period: Period) -> str | None:
    start, end = period.start, period.end
    if start is None and end is None:
        return None
    if start is None or end is None:
        shown = f"from {start}" if start else f"to {end}"
    elif start == end:
        shown = str(start)
    elif period.precision in {"month", "year"}:
        shown = start.strftime("%Y-%m" if period.precision == "month" else "%Y")
    else:
        shown = f"{start} to {end}"
    return None if shown in words else shown
