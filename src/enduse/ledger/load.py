"""Reads a dump back into a ledger: what is known adds nothing, and rows keep the times at which they were added."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any

from ..errors import InputError
from ..model.record import RECORDS
from . import schema
from .content import Content, DocumentFacts, claim_of_content, record_of
from .store import Ledger
from .write import Added, Writer

LINES_A_CHUNK = 5_000
"""Lines that are kept together, or not at all."""

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")

_WORDS = {"text": ("sha256", "text"), "reading": ("sha256", "reader"), "extraction": ("claim", "reader")}
"""What must be written in a line of these kinds; the others are checked where they are made."""

_KINDS = {kind.kind: kind for kind in RECORDS}


@dataclass(slots=True)
class Loaded:
    """What a load did. failed: lines that were left out, and why; all others were added or known."""

    lines: int = 0
    added: list[Added] = field(default_factory=list)
    failed: list[InputError] = field(default_factory=list)


def load(ledger: Ledger, lines: Iterable[str], where: str) -> Loaded:
    """Add all that a dump holds; where: its name, for the errors."""
    done, numbered = Loaded(), enumerate(lines, 1)
    while chunk := list(islice(numbered, LINES_A_CHUNK)):
        with ledger.writing() as writer:
            _load_chunk(writer, chunk, where, done)
        done.added.append(writer.added)
        done.failed += [InputError(where, str(error)) for error in writer.added.conflicts]
    return done


def _load_chunk(writer: Writer, chunk: list[tuple[int, str]], where: str, done: Loaded) -> None:
    parsed = []
    for number, line in chunk:
        done.lines += 1
        try:
            parsed.append((f"{where}:{number}", _content(line)))
        except InputError as error:
            done.failed.append(InputError(f"{where}:{number}", error.what))
    together = groupby(parsed, key=lambda item: (item[1]["kind"], item[1]["added_at"], item[1]["added_by"]))
    for (kind, at, run), group in together:
        writer.at, writer.run = at, run
        done.failed += _ADD.get(kind, _add_records)(writer, list(group))


def _content(line: str) -> Content:
    try:
        content = json.loads(line)
        if "\\u" in line:
            json.dumps(content, ensure_ascii=False).encode()  # half a surrogate pair can be in no ledger
    except (ValueError, RecursionError) as error:  # also numbers of thousands of digits, and brackets as deep
        raise InputError(
            "", f"is no JSON ({getattr(error, 'msg', error)}); give a file that `enduse export jsonl` wrote"
        ) from error
    if not isinstance(content, dict) or not {"kind", "added_at", "added_by"} <= set(content):
        raise InputError("", "is no record of a ledger; give a file that `enduse export jsonl` wrote")
    if str(content["kind"]) not in _KINDS and str(content["kind"]) not in _ADD:
        raise InputError("", f"is of kind {content['kind']!r}, which this enduse does not know; install a newer one")
    _check(content)
    return content


def _check(content: Content) -> None:
    kind, score = content["kind"], content.get("score")
    for name in ("added_by", *_WORDS.get(kind, ())):
        if not isinstance(content.get(name), str):
            raise InputError("", f"is no {kind}: it has no {name} in words")
    if not _INSTANT.match(str(content["added_at"])):
        raise InputError("", f"was added at {content['added_at']!r}, which is no instant of UTC; it was changed")
    if kind == "extraction" and (isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1):
        raise InputError("", f"has the score {score!r}, which is no number from 0 to 1; it was changed")


Lines = list[tuple[str, Content]]


def _add_texts(writer: Writer, lines: Lines) -> Iterator[InputError]:
    texts = {}
    for place, content in lines:
        if hashlib.sha256(content["text"].encode()).hexdigest() == content["sha256"]:
            texts[content["sha256"]] = content["text"]
        else:
            yield InputError(place, f"its text does not have the sha256 {content['sha256'][:12]}…; it was changed")
    writer.add_texts(texts)


def _add_documents(writer: Writer, lines: Lines) -> Iterator[InputError]:
    texts, found = _texts(writer, lines), []
    for place, content in lines:
        facts = DocumentFacts(*(content.get(name) for name in DocumentFacts._fields))  # type: ignore[arg-type]
        if not all(isinstance(fact, str | None) for fact in facts):
            yield InputError(place, "is no document: what is told of it must be in words")
        elif facts.id != content.get("id"):
            yield InputError(place, f"its id {content.get('id')} does not fit its content, which gives {facts.id}")
        elif facts.sha256 not in texts:
            yield _missing(place, "text", facts.sha256)
        else:
            found.append(facts)
    for facts in found:  # one by one, for two of them may have one id, the first one withdrawn
        writer.add_documents([facts], texts)


def _add_claims(writer: Writer, lines: Lines) -> Iterator[InputError]:
    texts, claims = _texts(writer, lines), {}
    for place, content in lines:
        try:
            claim = claim_of_content(content)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield InputError(place, f"is no claim: {error}")
            continue
        if claim.document_sha256 in texts:
            claims[claim.id] = claim
        else:
            yield _missing(place, "text", claim.document_sha256)
    writer.add_claims(claims, texts)


def _add_readings(writer: Writer, lines: Lines) -> Iterator[InputError]:
    texts = _texts(writer, lines)
    for place, content in lines:
        if content["sha256"] in texts:
            writer.add_reading(texts[content["sha256"]], content["reader"])
        else:
            yield _missing(place, "text", content["sha256"])


def _add_extractions(writer: Writer, lines: Lines) -> Iterator[InputError]:
    claims = writer.rows_of(schema.claims, "id", list({content["claim"] for _, content in lines}))
    scores = {}
    for place, content in lines:
        if content["claim"] in claims:
            scores[claims[content["claim"]], content["reader"]] = content["score"]
        else:
            yield _missing(place, "claim", content["claim"])
    writer.add_scores(scores)


def _add_records(writer: Writer, lines: Lines) -> Iterator[InputError]:
    found = []
    for place, content in lines:
        try:
            found.append(record_of(_KINDS[content["kind"]], content))
        except (ValueError, TypeError, AttributeError) as error:
            yield InputError(place, f"is no {content['kind']}: {error}")
    writer.add(found)


_ADD: dict[str, Callable[[Writer, Lines], Iterator[InputError]]] = {
    "text": _add_texts, "document": _add_documents, "claim": _add_claims, "reading": _add_readings,
    "extraction": _add_extractions,
}  # fmt: skip


def _texts(writer: Writer, lines: Lines) -> dict[str, int]:
    return writer.rows_of(schema.texts, "sha256", list({str(content.get("sha256")) for _, content in lines}))


def _missing(place: str, what: str, which: Any) -> InputError:
    return InputError(place, f"names {what} {str(which)[:24]}, which is neither in the ledger nor before this line")
