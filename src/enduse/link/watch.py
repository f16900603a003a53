"""Compares plans as they are with plans as they were, and tells what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..model.plan import Condition, ConditionKind, News, OutcomeKind, Plan, TriggerLevel

_REPORTED = (TriggerLevel.ONE_REPORT, TriggerLevel.REPORTED)
_SAID = {
    OutcomeKind.DELIVERED: "something that fits is reported delivered",
    OutcomeKind.HALTED: "something that fits is reported halted or refused",
    OutcomeKind.DENIED: "something that fits is denied",
    OutcomeKind.DIVERTED: "a diversion of something that fits is reported",
    OutcomeKind.SEIZED: "something that fits is reported seized",
    OutcomeKind.USED: "something that fits is reported used",
}


def changes(before: Iterable[Plan], now: Iterable[Plan]) -> Iterator[News]:
    """What is new, plan by plan in the order of the present list; a plan that is no longer listed is told last."""
    earlier = {plan.told.claim: plan for plan in before}
    name_of = {told.claim: plan.told.claim for plan in earlier.values() for told in (plan.told, *plan.copies)}
    for plan in now:
        names = {name_of.get(told.claim, "") for told in (plan.told, *plan.copies)} & set(earlier)
        old = next(iter([earlier.pop(name) for name in sorted(names)]), None)
        if old is None:
            yield News("plan", plan.told.claim, f"new: {plan.word}", (plan.told,))
        yield from _conditions(plan, old)
        yield from _outcomes(plan, old)
        yield from _statements(plan, old)
    for plan in earlier.values():
        yield News("gone", plan.told.claim, "no longer listed: withdrawn, corrected or rejected", (plan.told,))


def _conditions(plan: Plan, old: Plan | None) -> Iterator[News]:
    was: Mapping[str, Condition] = {condition.words: condition for condition in old.conditions} if old else {}
    for condition in plan.conditions:
        before = was.get(condition.words)
        level, wording = (before.level, before.wording) if before else (TriggerLevel.NOTHING, "")
        if condition.level == level and (before is None or condition.wording == wording):
            continue
        met = condition.level in _REPORTED and condition.kind is not ConditionKind.DATE
        what = "condition" if not met else "condition may be met" if condition.loose else "condition met"
        by = condition.history[-1].by if condition.history else ()
        text = f"“{condition.words}”: level {level} → {condition.level}, {condition.wording}"
        yield News(what, plan.told.claim, text, by)


def _outcomes(plan: Plan, old: Plan | None) -> Iterator[News]:
    was = {outcome.kind: {told.claim for told in outcome.by} for outcome in old.outcomes} if old else {}
    for outcome in plan.outcomes:
        new = tuple(told for told in outcome.by if told.claim not in was.get(outcome.kind, set()))
        if new:
            text = f"{_SAID[outcome.kind]}, now by {outcome.reports}; {outcome.why}"
            yield News(outcome.kind.value, plan.told.claim, text, new)


def _statements(plan: Plan, old: Plan | None) -> Iterator[News]:
    was = {told.claim for told in old.also} if old else set()
    new = tuple(told for told in plan.also if told.claim not in was)
    if new:
        yield News("statement", plan.told.claim, "said again, and not found denied", new)
