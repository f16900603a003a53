"""Invented claims, documents and a fake reader, for the tests of the hall and the doors."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from enduse.errors import InputError, SourceError
from enduse.model import (
    Claim,
    ClaimantClass,
    ClaimantRead,
    ClaimType,
    Credit,
    Document,
    Extraction,
    Link,
    Mode,
    Period,
    Quantity,
    Reader,
    Reading,
    Referent,
    Resolved,
    ResolvedClaim,
    Role,
    Span,
    Stance,
    State,
    Status,
)
from enduse.model.period import PeriodRule, Precision
from enduse.model.quantity import Measure, QuantityRule
from enduse.model.referent import Level, Scheme
from enduse.service.reading import Run, read_documents

_MARK = re.compile(r"\{(\w+):|\}")
_SENT = re.compile(r"(\w+) (sent|may send) ([\w-]+(?: [\w-]+)*?) to (\w+)\.")


def reading(
    *claims: str,
    doc: str = "doc-1",
    title: str | None = "A plan in Averna",
    publisher: str | None = "Averna Herald",
    url: str | None = None,
) -> Reading:
    """Build a reading from lines such as "transfer planned stated: {supplier:Norland} will send {weapon:rifles}."""
    parsed = [line.split(": ", 1) for line in claims]
    sentences = [_MARK.sub("", text) for _, text in parsed]
    text = " ".join(dict.fromkeys(sentences)) or "Nothing of the kind."
    document = Document(doc, text, title=title, published_on="2031-04-11", publisher=publisher, url=url)
    found = [_extraction(document, labels.split(), marked) for labels, marked in parsed]
    return Reading(document, tuple(found))


def _extraction(document: Document, labels: Sequence[str], marked: str) -> Extraction:
    sentence = _MARK.sub("", marked)
    start = document.text.index(sentence)
    roles: dict[Role, list[tuple[int, int]]] = {}
    opened: list[tuple[Role, int]] = []
    at = position = 0
    for match in _MARK.finditer(marked):
        at += match.start() - position
        position = match.end()
        if match[1]:
            opened.append((Role(match[1]), at))
        else:
            role, begin = opened.pop()
            roles.setdefault(role, []).append((start + begin, start + at))
    spans = {role: tuple(Span.of(document.text, *edges) for edges in sorted(found)) for role, found in roles.items()}
    return Extraction(
        labelled(document, labels, Span.of(document.text, start, start + len(sentence)), spans), 0.9312, "fake-1"
    )


def looked_up(before: Reading) -> Reading:
    """Give a reading what a look-up might have found: Tessaly, rifles, two dozen, the last week, and who says it."""
    resolved = {}
    for extraction in before.extractions:
        claim = extraction.claim
        roles = {role: tuple(_found(role, span) for span in spans) for role, spans in claim.roles.items()}
        chain = [Link(0, "Averna Herald", ClaimantClass.OUTLET, Credit.PUBLISHER)]
        for span in claim.roles.get(Role.CLAIMANT, ()):
            chain.append(Link(1, span.text, ClaimantClass.UNNAMED_OFFICIAL, Credit.CLAIMANT, span))
        resolved[claim.id] = ResolvedClaim(claim.id, roles, tuple(chain))
    return Reading(before.document, before.extractions, resolved)


def _found(role: Role, span: Span) -> Resolved:
    if role is Role.QUANTITY:
        return Resolved(quantities=(Quantity(24, 24, 24, Measure.ITEM, QuantityRule.EXACT, "rifle"),))
    if role is Role.TIME:
        days = date(2031, 3, 31), date(2031, 4, 6)
        return Resolved(period=Period(*days, Precision.WEEK, PeriodRule.AGAINST_PUBLICATION, Precision.WEEK))
    if role is Role.CLAIMANT:
        nobody = Referent(Scheme.ACTOR, None, None, "no name")
        return Resolved(nobody, claimant=ClaimantRead(ClaimantClass.UNNAMED_OFFICIAL, "its words"))
    if span.text == "Tessaly":
        return Resolved(Referent(Scheme.ACTOR, "te", Level.ACTOR, "its name"), "Republic of Tessaly")
    return Resolved(Referent(Scheme.ACTOR, None, None, "no such name"))


def labelled(document: Document, labels: Sequence[str], sentence: Span, roles: dict[Role, tuple[Span, ...]]) -> Claim:
    """Build a claim from its labels in words: type, status or state, stance, and the mode of a diversion."""
    type_ = ClaimType(labels[0])
    ceasefire = type_ is ClaimType.CEASEFIRE
    return Claim(
        document.sha256,
        type_,
        Stance(labels[2]),
        sentence,
        roles,
        status=None if ceasefire else Status(labels[1]),
        state=State(labels[1]) if ceasefire else None,
        mode=Mode(labels[3]) if len(labels) > 3 else None,
    )


class FakeReader:
    """Reads "Norland sent rifles to Averna." as a transfer; words in capitals in a text make it misbehave."""

    name = "fake-1"

    def __init__(self, score: float = 0.9) -> None:
        self.score = score

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            _misbehave(document.text)
            if "DROP" not in document.text:
                yield Reading(document, tuple(self._found(document)))

    def _found(self, document: Document) -> Iterator[Extraction]:
        for match in _SENT.finditer(document.text):
            roles: dict[Role, tuple[Span, ...]] = {
                role: (Span.of(document.text, *match.span(group)),)
                for role, group in ((Role.SUPPLIER, 1), (Role.WEAPON, 3), (Role.RECIPIENT, 4))
            }
            labels = ["transfer", "occurred" if match[2] == "sent" else "considered", "stated"]
            claim = labelled(document, labels, Span.of(document.text, *match.span()), roles)
            yield Extraction(claim, self.score, self.name)


def _misbehave(text: str) -> None:
    if "RAISE" in text:
        raise ValueError("two\nlines")
    if "DIE" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "NO MODEL" in text:
        raise SourceError("the model is damaged")
    if "SLOW" in text:
        time.sleep(0.1)
    if "STUCK" in text:
        time.sleep(60)


def opened_in(folder: Path) -> Reader:
    """Make a reader that leaves a file for each time that one is opened in a process."""
    (folder / f"{os.getpid()}-{time.monotonic_ns()}").touch()
    return FakeReader()


def fake_documents(number: int, text: str = "Norland sent rifles to Averna.") -> Iterator[Document]:
    """Documents doc-0, doc-1, …, each with another title."""
    return (Document(f"doc-{n}", text, title=f"Report {n}", published_on="2031-04-11") for n in range(number))


def fake_inputs(paths: Sequence[str], stdin: BinaryIO | None) -> Iterator[Document | InputError]:
    """What paths stand for in tests: "3:TEXT" is three documents, "bad" fails, "-" is stdin, a document a line."""
    for path in paths:
        if path == "-":
            assert stdin is not None
            yield from (Document(f"stdin:{n}", line.decode().strip()) for n, line in enumerate(stdin, 1))
        elif path.startswith("bad"):
            yield InputError(f"{path}:7", "not UTF-8")
        else:
            number, _, text = path.partition(":")
            yield from fake_documents(int(number), text or "Norland sent rifles to Averna.")


def fake_read(paths: Sequence[str], *, stdin: BinaryIO | None = None, score: float = 0.9, **options: Any) -> Run:
    """Stand in for the hall's `read`; the reader that the door asks for is not opened."""
    options["make_reader"] = partial(FakeReader, score)
    return read_documents(fake_inputs(paths, stdin), **options)
