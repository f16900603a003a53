"""An invented case of custody: a delivery, a loss, a seizure, and claims that tell of nothing done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.link.told import kept as kept_alone
from tests.service.fakes import reading

from enduse.link.custody import Told, custody_of
from enduse.model.custody import Custody
from enduse.model.kept import KeptClaim
from enduse.model.record import Link

NORLAND, BRIGADE, FRONT = "no|actor|Norland", "red_brigade|actor|Red Brigade", "front|actor|Brezova Front"
FN6 = "fn6|designation|FN-6"
HARSA = "5001|town|Harsa"


def told(line: str, day: str | None = "2031-04-11", outlet: str = "Averna Herald", **codes: str) -> KeptClaim:
    """One claim of an article of its own; from_ stands for the role from, which Python keeps for itself."""
    return kept_alone(line, day, outlet, **{role.rstrip("_"): code for role, code in codes.items()})


def of_one_sentence(*lines: str, codes: Sequence[Mapping[str, str]]) -> list[KeptClaim]:
    """Several claims of one sentence of one article; the lines differ in their labels and marks alone."""
    claims = [each.claim for each in reading(*lines).extractions]
    found = []
    for line, claim, coded in zip(lines, claims, codes, strict=True):
        one = told(line, **coded)
        resolutions = tuple(replace(resolution, claim=claim.id) for resolution in one.resolutions)
        document = replace(one.documents[0], sha256=claim.document_sha256, id="doc-both", name="both.txt")
        found.append(replace(one, claim=claim, documents=(document,), resolutions=resolutions))
    return found


DELIVERY = told(
    "transfer occurred stated: {supplier:Norland} gave {recipient:the Red Brigade} {weapon:FN-6 missiles} with serial "
    "number NB-4471 in {place:Harsa}.",
    "2031-04-01", supplier=NORLAND, recipient=BRIGADE, weapon=FN6, place=HARSA,
)  # fmt: skip
LOSS = told(
    "diversion occurred stated capture: {to:The Brezova Front} took {weapon:an FN-6} with serial number NB-4471 from "
    "{from:the Red Brigade}.",
    "2031-06-01", "Selin Courier", from_=BRIGADE, to=FRONT, weapon=FN6,
)  # fmt: skip
SEIZURE = told(
    "interdiction occurred stated: {agent:Averna} seized {weapon:an FN-6}, serial no. NB-4471, at the border.",
    "2031-09-01", agent="av|actor|Averna", weapon=FN6,
)  # fmt: skip
UNMARKED = told(
    "diversion occurred stated sale: {from:The Red Brigade} sold {weapon:FN-6 missiles} to {to:the Brezova Front}.",
    "2031-08-01", "Nordby Times", from_=BRIGADE, to=FRONT, weapon=FN6,
)  # fmt: skip
CLASS_ONLY = told(
    "diversion occurred stated theft: {to:Thieves} took {weapon:MANPADS} from {from:the Red Brigade}.",
    "2031-07-01", "Nordby Times", from_=BRIGADE, weapon="air_defence.manpads|class|",
)  # fmt: skip
PLAN = told(
    "transfer planned stated: {supplier:Norland} will give {recipient:the Red Brigade} {weapon:FN-6 missiles} with "
    "serial number NB-4471 if {condition:the truce fails}.",
    "2031-03-01", supplier=NORLAND, recipient=BRIGADE, weapon=FN6,
)  # fmt: skip
DENIAL = told(
    "transfer occurred denied: {claimant:Norland} denied that {supplier:it} gave {recipient:the Red Brigade} "
    "{weapon:FN-6 missiles} with serial number NB-4471 in {place:Harsa}.",
    "2031-04-02", "Brezova Herald", supplier=NORLAND, recipient=BRIGADE, weapon=FN6, place=HARSA,
)  # fmt: skip

CASE = (DELIVERY, LOSS, SEIZURE, UNMARKED, CLASS_ONLY, PLAN)


def custody(*claims: KeptClaim, judgements: Sequence[Link] = (), wanted: Sequence[KeptClaim] | None = None) -> Custody:
    """What these claims tell of custody, all of them asked for unless some are named."""
    asked = frozenset(kept.claim.id for kept in (claims if wanted is None else wanted))
    return custody_of(Told("x", "a case", claims, (), judgements, asked, len(asked)))


def link_of(found: Custody, kept: KeptClaim) -> str:
    """The id of the link that stands on a claim."""
    return next(link.id for link in found.links if kept.claim.id in link.claims)
