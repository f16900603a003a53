"""Finds the sentences that tell of a control on arms: who is vetted, what is filmed, returned, locked or kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model.kept import KeptClaim
from ..model.precedent import Control, ControlKind

_SAID = tuple((kind, re.compile(words, re.I)) for kind, words in (
    (ControlKind.VETTING, r"\bvett(?:ed|ing)\b|\bbackground checks?\b"),
    (ControlKind.END_USE_PAPERS, r"\bend[\s-]use(?:rs?)?[\s-](?:certificates?|assurances?|statements?|undertakings?)"),
    (ControlKind.MONITORING, r"\bend[\s-]use monitoring\b|\bpost-(?:delivery|shipment) (?:checks?|verification)"
     r"|\bon-site (?:checks?|inspections?)|\bserial numbers?\b[^.;]{0,40}\b(?:record|regist|log|track)\w*"
     r"|\b(?:record|regist|log|track)\w*\b[^.;]{0,40}\bserial numbers?\b"
     r"|\bfilm(?:s|ed|ing)?\b[^.;]{0,40}\b(?:launch|firing|shot|use)\w*"
     r"|\baccount(?:ed)? for\b[^.;]{0,40}\b(?:arms|weapons?|missiles?|launchers?|rifles?)\b"),
    (ControlKind.RETURN, r"\b(?:return|hand(?:ed|ing)? (?:back|in)|turn(?:ed|ing)? in)\w*\b[^.;]{0,40}"
     r"\b(?:tubes?|casings?|cartridges?|launchers?|gripstocks?)\b"),
    (ControlKind.TRAINING, r"\btrain(?:ed|ing|s)?\b[^.;]{0,60}\b(?:use|handle|operate|fire|store)\b"),
    (ControlKind.TECHNICAL, r"\bfingerprints?\b|\bbiometric|\bkill[\s-]switch|\bgeo-?fenc\w+|\bGPS (?:lock|track)\w*"
     r"|\btime-limited (?:batter|fuse)\w*|\bdisabled? remotely|\bremotely disabled?"),
    (ControlKind.LICENCE, r"\b(?:export|arms) (?:licen[cs]es?|permits?)\b"
     r"|\b(?:congress|parliament)\w*\b[^.;]{0,30}\b(?:approv|notif|authori[sz])\w*"
     r"|\b(?:approv|notif|authori[sz])\w*\b[^.;]{0,30}\b(?:congress|parliament)\w*"),
    (ControlKind.NO_RETRANSFER, r"\b(?:not|never|without (?:consent|permission|leave))\b[^.;]{0,30}"
     r"\b(?:re-?transfer|re-?export|re-?sell|resold|pass(?:ed)? (?:them |it )?on)\w*"
     r"|\bre-?(?:export|transfer) (?:bans?|clauses?|consent)"),
    (ControlKind.BUY_BACK, r"\bbuy(?:ing)?[\s-]?backs?\b|\bbought back\b"),
    (ControlKind.STORAGE, r"\b(?:stor(?:ed|age)|locked|guarded)\b[^.;]{0,30}\b(?:depots?|armou?r(?:y|ies)|containers?"
     r"|under (?:guard|lock|seal))\b|\bstockpile (?:security|management)"),
))  # fmt: skip
"""What words tell of each kind of control."""


def controls_in(kept: KeptClaim, sentences: Iterable[str]) -> Iterator[Control]:
    """The controls that sentences of a claim's text tell of, each with its sentence."""
    document = kept.documents[0].id if kept.documents else ""
    for sentence in sentences:
        for kind, words in _SAID:
            if found := words.search(sentence):
                yield Control(kind, sentence, found[0], document, kept.claim.id, sentence != kept.claim.sentence.text)
