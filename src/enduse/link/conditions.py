"""Reads of a condition's words what it hangs on, and what must become of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..model.claim import Role
from ..model.kept import KeptClaim
from ..model.plan import ConditionKind, Predicate
from ..model.span import Span


class ReadCondition(NamedTuple):
    """A condition as it was read. why: what its words leave open, for one that cannot be tied."""

    words: str
    kind: ConditionKind
    predicate: Predicate
    why: str = ""


_KINDS = (
    (ConditionKind.CEASEFIRE, re.compile(r"truce|cease-?\s?fire|cessation of hostilities|armistice", re.I)),
    (ConditionKind.VOTE, re.compile(r"\bvot(?:e|es|ed|ing)\b|election|referendum|ballot|elected", re.I)),
    (ConditionKind.APPROVAL, re.compile(
        r"approv|authori[sz]|consent|licen[cs]e|permission|permit|ratif|green light|sign(?:s|ed)? off", re.I
    )),
    (ConditionKind.ATTACK, re.compile(r"\battack|\binva[ds]|\boffensive\b|\bassault|\bair ?strikes?\b", re.I)),
)  # fmt: skip
_ENDS = re.compile(
    r"collaps|\bfail|break(?:s|ing)? down|\bbroken? down|\bend(?:s|ed|ing)?\b|fall(?:s|ing)? apart|unravel|crumbl|"
    r"n['’]t hold|not (?:hold|be extended|renewed)|lapse|expire|resum\w+ of (?:fighting|war)",
    re.I,
)
_BREAKS = re.compile(r"violat|breach|\bbroken?\b|\bbreaks?\b", re.I)
_HOLDS = re.compile(r"\bhold(?:s|ing)?\b|\blast(?:s|ed|ing)?\b|respect|observ|survive|is kept|remains?\b|honou?r", re.I)
_BEGINS = re.compile(
    r"agree|sign|reach|accept|declar|announc|take[sn]? (?:effect|hold)|into (?:effect|force)|begin|start|"
    r"implement|establish|brokered|in place|\bthere is\b|comes?\b",
    re.I,
)
_DATE = re.compile(
    r"^(?:(?:on|by|after|before|until|till|from|in|once|since|as of|beginning|starting|the end of)\s+)*(?:the\s+)?"
    r"(?:(?:early|mid|late|next|end of|summer|spring|autumn|winter|week|month|year|of)[\s-]*)*"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s*)?(?:of\s+)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun|\d{4}|week|month|year)"
    r"[\w.]*(?:[\s,]+(?:\d{1,2}(?:st|nd|rd|th)?|\d{4}))*\.?$",
    re.I,
)
_NEGATES = re.compile(r"\b(?:unless|without|until|till|not)\W+(?:\w+\W+){0,2}$|\bunless\b[^,;]*$", re.I)
_UNTIL = re.compile(r"\b(?:until|till|without)\W+(?:\w+\W+){0,2}$", re.I)
_BECOMES = (
    (Predicate.ENDS, _ENDS), (Predicate.BREAKS, _BREAKS), (Predicate.HOLDS, _HOLDS), (Predicate.BEGINS, _BEGINS),
)  # fmt: skip
_TURNED = {Predicate.ENDS: Predicate.HOLDS, Predicate.HOLDS: Predicate.ENDS}


def conditions_of(kept: KeptClaim) -> list[ReadCondition]:
    """Read the conditions that a claim's sentence gives, in their order."""
    return [read_condition(span, kept.claim.sentence) for span in kept.claim.roles.get(Role.CONDITION, ())]


def read_condition(span: Span, sentence: Span) -> ReadCondition:
    """Read one condition, with the words of its sentence that stand before it ("unless")."""
    words = span.text
    before = sentence.text[: span.start - sentence.start] + (m[0] if (m := re.match(r"\w+ ", words)) else "")
    kind = next((kind for kind, named in _KINDS if named.search(words)), None)
    if kind is None:
        kind = ConditionKind.DATE if _DATE.match(words.strip()) else ConditionKind.OTHER
    if kind is ConditionKind.CEASEFIRE:
        return _of_ceasefire(words, before)
    if kind in (ConditionKind.DATE, ConditionKind.ATTACK):
        if _NEGATES.search(before) and kind is ConditionKind.ATTACK:
            return ReadCondition(words, kind, Predicate.UNCLEAR, "hangs on an attack that does not happen")
        return ReadCondition(words, kind, Predicate.HAPPENS)
    missing = {
        ConditionKind.APPROVAL: "the ledger holds no claims of approvals",
        ConditionKind.VOTE: "the ledger holds no claims of votes",
    }
    why = missing.get(kind, "names neither a ceasefire, an approval, a vote, an attack nor a date")
    return ReadCondition(words, kind, Predicate.UNCLEAR, why)


def _of_ceasefire(words: str, before: str) -> ReadCondition:
    """Ends before holds, and holds before begins: "the agreed truce fails to hold" hangs on its end."""
    kind = ConditionKind.CEASEFIRE
    predicate = next((named for named, said in _BECOMES if said.search(words)), None)
    if predicate is None:
        return ReadCondition(words, kind, Predicate.UNCLEAR, "names a ceasefire, and not what must become of it")
    if _UNTIL.search(before):
        return ReadCondition(words, kind, Predicate.UNCLEAR, "says until when or without what, not on what it hangs")
    if _NEGATES.search(before):
        turned = _TURNED.get(predicate)
        if turned is None:
            return ReadCondition(words, kind, Predicate.UNCLEAR, "hangs on a ceasefire that does not come")
        predicate = turned
    return ReadCondition(words, kind, predicate)
