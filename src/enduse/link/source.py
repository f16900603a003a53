"""Whose word a claim is: the claimant that its sentence names, the outlet that it credits, or who printed it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from ..model import ClaimantClass, Credit, Role
from ..model.kept import KeptClaim

_NOBODY = frozenset({ClaimantClass.UNKNOWN, ClaimantClass.UNNAMED_OFFICIAL, ClaimantClass.UNNAMED_SOURCE})


@dataclass(frozen=True, slots=True)
class Voice:
    """code, party: of the register, where the claimant is in it: the very body, and the state or actor it belongs to.

    words: folded; of a claimant who is named. kind: the class of the claimant. outlet: who printed it.
    credited: the outlet that the text says it has the claim from, as written.
    """

    code: str | None
    party: str | None
    words: str | None
    kind: ClaimantClass | None
    outlet: str | None
    credited: str | None

    @property
    def source(self) -> str | None:
        """What two claims share that are of one source; None where nobody can be told."""
        if self.code:
            return f"actor {self.code}"
        if self.words:
            return f"claimant {self.words}"
        return f"outlet {folded(self.outlet)}" if self.kind is None and self.outlet else None


def folded(text: str) -> str:
    """The words of a text in small letters, without marks."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


_UNSAID = re.compile(
    r"(?:[Tt]he\s+[^\WA-Z]|(?:[Aa]n?|[Bb]oth|[Aa]ll|[Ss]ome|[Tt]hese|[Tt]hose|[Ii]ts?|[Tt]heir|[Tt]hey|[Hh]is|[Hh]er?|"
    r"[Ss]he|[Ww]ho|[Tt]hat|[Ww]hich|[Ww]e|[Oo]ur|[Uu]s|I|[Yy]ou|[Yy]our)\b)"
)
_OF = re.compile(r"(?:[Tt]he\s+)?([A-Z].*?)['’]s?\s+[A-Z]")


def is_unsaid(words: str) -> bool:
    """Whether words are a pronoun, or describe somebody whom they do not name: "the rebels", and not "the Front"."""
    return _UNSAID.match(words) is not None


def own_name(words: str) -> str | None:
    """The name by which somebody whom no register knows is called, folded; None for a description.

    Of a body that is said to be another's it is that other's: of "Averna's External Service" it is "averna".
    """
    bare = words.strip()
    if is_unsaid(bare) or not bare.removeprefix("The ").removeprefix("the ")[:1].isupper():
        return None
    if not any(letter.isupper() for letter in bare.split()[-1]):  # "Kurdish fighters", "Norland's enemies"
        return None
    whose = _OF.match(bare)
    return folded(whose[1] if whose else bare).removeprefix("the ")


def voice_of(kept: KeptClaim) -> Voice:
    """Read whose word a claim is out of its resolutions."""
    spans = kept.claim.roles.get(Role.CLAIMANT, ())
    code, kind, named = None, None, None
    for resolution in kept.resolutions:
        if resolution.role is Role.CLAIMANT and resolution.filler == 0 and spans:
            if resolution.scheme == "actor" and resolution.level == "actor":
                code = resolution.code
            elif resolution.scheme == "claimant" and resolution.level:
                kind = ClaimantClass(resolution.level)
    if spans:
        kind = kind or ClaimantClass.UNKNOWN
        named = folded(spans[0].text) if kind not in _NOBODY else None
    outlet = next((document.publisher for document in kept.documents if document.publisher), None)
    return Voice(code, code.partition("-")[0] if code else None, named, kind, outlet, _credited(kept, outlet))


def same_outlet(credited: str, outlet: str | None) -> bool:
    """Whether a name as a text credits it is that of an outlet: one begins with the other."""
    one, other = _bare(credited), _bare(outlet or "")
    return bool(one and other) and (f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} "))


@cache
def _bare(name: str) -> str:
    return folded(name).removeprefix("the ")


def _credited(kept: KeptClaim, outlet: str | None) -> str | None:
    """The innermost outlet of the chain of credit that is not the one that printed it."""
    found = None
    for resolution in kept.resolutions:
        if resolution.scheme == "chain":
            for link in sorted(json.loads(resolution.detail)["links"], key=lambda link: int(link["depth"])):
                other = link["credit"] != Credit.PUBLISHER and not same_outlet(link["text"], outlet)
                if link["claimant_class"] == ClaimantClass.OUTLET and other:
                    found = str(link["text"])
    return found
