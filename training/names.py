"""Measures the look-ups on the development articles against answers that were written down by reading."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from enduse.model import Claim, Document, Extraction, Reading, Role, Span
from enduse.model.claim import ClaimType, Mode, Stance, State, Status
from enduse.model.period import Period
from enduse.model.quantity import Measure, Quantity
from enduse.model.referent import Referent
from enduse.model.resolved import Resolved
from enduse.resolve.lookups import open_lookups
from enduse.resolve.period import parse_period
from enduse.resolve.quantity import parse_quantity
from enduse.resolve.resolver import Resolver, published

from .paths import BENCH, CORPORA, HERE
from .scoring import dev_documents, dev_gold

ANSWERS = HERE / "gold" / "names-dev.jsonl"
FRESH = {name: HERE / "gold" / f"names-{name}.jsonl" for name in ("fresh", "after")}
"""Answers on articles that the look-ups were not built on, before and after what the first showed was mended; claims,
by a reader or a coder, stand beside them."""

NOBODY, ABSENT = "-", "?"
KINDS = {Role.WEAPON: "weapon", Role.PLACE: "place", Role.VIA: "place"}
MEASURES = frozenset({Measure.MONEY, Measure.SHARE, Measure.CONTAINER, Measure.WEIGHT})
"""Measures that an answer tells; people, items and numbers without a unit are not told apart."""


class Verdict(StrEnum):
    """How an answer compares with the one that was written down."""

    RIGHT = "right"
    UNRESOLVED = "unresolved"
    ABSENT = "absent"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Judged:
    """One filler: of what kind and role, whether its answer is right, and both in words."""

    kind: str
    role: str
    verdict: Verdict
    place: str
    told: str


def main() -> int:
    """Print the figures, and with --list every filler that is not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", choices=["dev", *FRESH], default="dev", help="the file of answers in gold/")
    parser.add_argument("--list", action="store_true", help="list what is wrong or unresolved, with its words")
    arguments = parser.parse_args()
    if not BENCH.exists():
        print(f"names: skipped, since the coded articles are not here ({BENCH}); they may not be passed on")
        return 0
    judged = list(judge_all(FRESH.get(arguments.answers, ANSWERS)))
    for line in table(judged):
        print(line)
    if arguments.list:
        for one in judged:
            if one.verdict is not Verdict.RIGHT:
                print(f"{one.verdict:10} {one.role:9} {one.place}  {one.told}")
    return 0


def judge_all(path: Path = ANSWERS) -> Iterator[Judged]:
    """Every filler for which an answer is written down."""
    documents = {document.id: document for document in (dev_documents() if path == ANSWERS else fresh_documents())}
    gold = dev_gold() if path == ANSWERS else {}
    resolver = Resolver(open_lookups())
    for line in path.open(encoding="utf-8"):
        answers = json.loads(line)
        document = documents[answers["doc"]]
        digest = hashlib.sha256(document.text.encode()).hexdigest()
        if not digest.startswith(answers["sha256"]):
            raise SystemExit(f"the text of {document.id} is not the one that was read; its answers count other offsets")
        claims = [_with_fillers(one) for one in answers["claims"]] if "claims" in answers else gold[document.id]
        reading = resolver.resolve(coded_reading(document, claims))
        yield from judge_names(reading, answers["names"])
        yield from judge_quantities(reading, answers["quantities"])
        yield from judge_dates(reading, answers["dates"], misdated="published" in answers)


def fresh_documents() -> Iterator[Document]:
    """The articles of the conflict news, and the coded sentences of training behind the sentence before each."""
    with gzip.open(CORPORA / "conflict_news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Document(row["id"], row["text"], row["title"], row["date"], row["source"])
    for row in map(json.loads, (BENCH / "train.jsonl").open(encoding="utf-8")):
        text = f"{row['prev']}\n\n{row['text']}" if row.get("prev") else row["text"]
        yield Document(row["id"], text, row["title"], row["date"], row["source"])


def _with_fillers(claim: dict[str, Any]) -> dict[str, Any]:
    """A claim whose fillers are pairs of offsets, as `coded_reading` takes it."""
    roles = {role: [{"start": start, "end": end} for start, end in spans] for role, spans in claim["roles"].items()}
    return {**claim, "roles": roles}


def coded_reading(document: Document, claims: Iterable[dict[str, Any]]) -> Reading:
    """The reading that a reader without error would give."""
    sha256 = hashlib.sha256(document.text.encode()).hexdigest()
    return Reading(document, tuple(Extraction(_claim(document.text, sha256, one), 1.0, "coded") for one in claims))


def _claim(text: str, sha256: str, coded: dict[str, Any]) -> Claim:
    kind = ClaimType(coded["type"])
    roles = {
        Role(role): tuple(sorted(Span.of(text, filler["start"], filler["end"]) for filler in fillers))
        for role, fillers in coded["roles"].items()
    }
    return Claim(
        sha256,
        kind,
        Stance(coded["stance"]),
        Span.of(text, coded["start"], coded["end"]),
        roles,
        status=Status(coded["status"]) if coded.get("status") else None,
        state=State(coded["state"]) if coded.get("state") else None,
        mode=Mode(coded["mode"]) if coded.get("mode") else None,
    )


def resolved_spans(reading: Reading) -> dict[tuple[int, int, str], Resolved]:
    """What each filler was looked up as, by where it stands and its role; of a span in several claims the first."""
    found: dict[tuple[int, int, str], Resolved] = {}
    for extraction in reading.extractions:
        claim = extraction.claim
        for role, answers in reading.resolved[claim.id].roles.items():
            for span, answer in zip(claim.roles[role], answers, strict=True):
                found.setdefault((span.start, span.end, role.value), answer)
    return found


def judge_names(reading: Reading, answers: Iterable[tuple[int, int, str, str]]) -> Iterator[Judged]:
    """The fillers that name an actor, a weapon or a place."""
    found = resolved_spans(reading)
    for start, end, role, answer in answers:
        referent = found[start, end, role].referent
        assert referent is not None, f"{role} is not looked up"
        told = f"{reading.document.text[start:end]!r} -> {referent.code} ({answer}); {referent.why}"
        verdict = name_verdict(referent, answer)
        yield Judged(KINDS.get(Role(role), "actor"), role, verdict, f"{reading.document.id}[{start}:{end}]", told)


def name_verdict(referent: Referent, answer: str) -> Verdict:
    """Compare a referent with an answer.

    answer: codes that are right, | between them; - where nobody is named, ? where somebody is who is in no register,
    + between several that are named at once, which is right as None with these among the candidates.
    """
    accepted = answer.split("|")
    if referent.code is not None:
        return Verdict.RIGHT if referent.code in accepted else Verdict.WRONG
    candidates = {candidate.code for candidate in referent.candidates}
    if NOBODY in accepted or any("+" in one and set(one.split("+")) <= candidates for one in accepted):
        return Verdict.RIGHT
    return Verdict.ABSENT if ABSENT in accepted else Verdict.UNRESOLVED


def judge_quantities(reading: Reading, answers: Iterable[tuple[int, int, str, str, str]]) -> Iterator[Judged]:
    """Fillers of the role quantity, and phrases elsewhere in the articles, which are read without a weapon."""
    found = resolved_spans(reading)
    text = reading.document.text
    for start, end, where, answer, measure in answers:
        looked_up = found[start, end, "quantity"].quantities if where == "role" else (parse_quantity(text[start:end]),)
        verdict = quantity_verdict(looked_up[0], answer, measure)
        told = f"{text[start:end]!r} -> {looked_up[0]} ({answer} {measure})"
        yield Judged("quantity", f"quantity, {where}", verdict, f"{reading.document.id}[{start}:{end}]", told)


def quantity_verdict(quantity: Quantity, answer: str, measure: str) -> Verdict:
    """Compare low, best, high with an answer; empty is no number. Of the measures only those in MEASURES count.

    measure: the one that is right; | stands between several.
    """
    if not quantity.has_number:
        return Verdict.UNRESOLVED if answer else Verdict.RIGHT
    bounds = tuple(float(bound) if bound else None for bound in answer.split(",")) if answer else ()
    same = bounds == (quantity.low, quantity.best, quantity.high)
    told = quantity.measure.value if quantity.measure in MEASURES else ""
    return Verdict.RIGHT if same and told in measure.split("|") else Verdict.WRONG


def judge_dates(
    reading: Reading, answers: Iterable[tuple[int, int, str, str, str]], *, misdated: bool
) -> Iterator[Judged]:
    """Fillers of the role time, and phrases elsewhere.

    misdated: the text itself tells another day of publication than the input, from which it is then counted.
    """
    found = resolved_spans(reading)
    document = reading.document
    for start, end, where, answer, ahead in answers:
        phrase = document.text[start:end]
        period = found[start, end, "time"].period if where == "role" else None
        period = period or parse_period(phrase, published(document), ahead=bool(ahead))
        told = f"{phrase!r} -> {period.start} to {period.end}, {period.rule} ({answer}; of {document.published_on})"
        kind = "date, article dated wrongly" if misdated else "date"
        yield Judged(kind, f"time, {where}", date_verdict(period, answer), f"{document.id}[{start}:{end}]", told)


def date_verdict(period: Period, answer: str) -> Verdict:
    """Compare start and end with an answer: days with a comma between, several with | between, empty for no date."""
    read = "" if period.start is None and period.end is None else f"{period.start or ''},{period.end or ''}"
    accepted = answer.split("|")
    if read in accepted:
        return Verdict.RIGHT
    return Verdict.WRONG if read else Verdict.UNRESOLVED


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """Lines with the shares, first by kind, then by role."""
    yield f"{'':28}{'n':>5}{'right':>9}{'unresolved':>12}{'no row':>9}{'wrong':>9}  of 95 % (Wilson)"
    yield _line("all role fillers", [one for one in judged if one.kind in {"actor", "weapon", "place"}])
    for kind in sorted({one.kind for one in judged}):
        yield _line(kind, [one for one in judged if one.kind == kind])
    for role in sorted({one.role for one in judged}):
        yield _line(f"  {role}", [one for one in judged if one.role == role])


def _line(name: str, judged: Sequence[Judged]) -> str:
    counts = Counter(one.verdict for one in judged)
    right, unresolved, absent, wrong = (counts[verdict] / len(judged) for verdict in Verdict)
    least, most = interval(counts[Verdict.WRONG], len(judged))
    shares = f"{right:9.1%}{unresolved:12.1%}{absent:9.1%}{wrong:9.1%}"
    return f"{name:28}{len(judged):5}{shares}  {least:.1%} to {most:.1%}"


def interval(count: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """What share the count may be of all, with 95 % (Wilson), as if each had been drawn by itself."""
    share, spread = count / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    half = z * ((share * (1 - share) + spread / 4) / of) ** 0.5 / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


if __name__ == "__main__":
    sys.exit(main())
