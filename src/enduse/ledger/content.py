"""Says what each kind of row holds as plain data: what a dump writes, and what the content hash is made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, NamedTuple

from ..model import Claim, ClaimType, Document, Mode, Role, Span, Stance, State, Status
from ..model.copy import CopyKind
from ..model.record import Link, Record, Sameness, Verdict, canonical

Content = dict[str, Any]
"""One record as JSON can hold it; "kind" says of which kind."""


_quoted = json.encoder.encode_basestring


class DocumentFacts(NamedTuple):
    """What is kept of a document beside its text. name: the id that its file or line gave it."""

    name: str
    sha256: str
    title: str | None
    published_on: str | None
    publisher: str | None
    url: str | None

    @classmethod
    def of(cls, document: Document) -> DocumentFacts:
        """Those of a document."""
        return cls(
            document.id, document.sha256, document.title, document.published_on, document.publisher, document.url
        )

    @property
    def id(self) -> str:
        """Which text, from whom, at which address; title and date are content that the id does not cover."""
        identity = [self.sha256, self.name, self.publisher, self.url]
        return f"doc-{hashlib.sha256(canonical(identity).encode()).hexdigest()[:20]}"

    @property
    def digest(self) -> str:
        """Tells contents apart that come under one id."""
        return hashlib.sha256(canonical([self.title, self.published_on]).encode()).hexdigest()[:12]


def unkeepable(document: Document) -> str | None:
    """Why a database could not give this document back as it is; None when it can."""
    for name in ("text", "id", "title", "publisher", "url", "published_on"):
        value = getattr(document, name)
        if value and "\0" in value:
            return f"its {name} holds a zero byte at {value.index(chr(0))}, which a ledger cannot keep; take it out"
        if value and not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
            return f"its {name} holds half a character (a lone surrogate), which a ledger cannot keep; take it out"
    return None


def roles_json(claim: Claim) -> str:
    """The roles of a claim as the column `roles` holds them: [[role, start, end, words], …]."""
    spans = [(role, span) for role, spans in sorted(claim.roles.items()) for span in spans]
    # Written by hand, for most of the time of an encoder goes into its making, and each claim needs one.
    return f"[{','.join([f'[{_quoted(role)},{s.start},{s.end},{_quoted(s.text)}]' for role, s in spans])}]"


def roles_of(column: str) -> dict[str, list[list[Any]]]:
    """What the column `roles` holds as content has it: role → [[start, end, words], …]."""
    found: dict[str, list[list[Any]]] = {}
    for role, *span in json.loads(column):
        found.setdefault(role, []).append(span)
    return found


def claim_of_content(content: Mapping[str, Any]) -> Claim:
    """The claim that data describes.

    Raises ValueError or KeyError where it cannot be one, and where its id does not fit.
    """
    roles = {Role(role): tuple(Span(*span) for span in spans) for role, spans in content["roles"].items()}
    claim = Claim(
        content["sha256"], ClaimType(content["type"]), Stance(content["stance"]),
        Span(content["start"], content["end"], content["quote"]), roles,
        status=Status(content["status"]) if content["status"] else None,
        state=State(content["state"]) if content["state"] else None,
        mode=Mode(content["mode"]) if content["mode"] else None,
    )  # fmt: skip
    if content["id"] != claim.id:
        raise ValueError(f"its id {content['id']} does not fit its content, which gives {claim.id}")
    return claim


def record_of(kind: type[Record], content: Mapping[str, Any]) -> Record:
    """The record that data describes.

    Raises ValueError where a field is missing or cannot be.
    """
    given: dict[str, Any] = {}
    for field in fields(kind):
        if field.name not in content:
            raise ValueError(f"{field.name} is missing")
        value = content[field.name]
        given[field.name] = tuple(value) if isinstance(value, list) else value
    for name, enum in (("role", Role), ("how", CopyKind), ("verdict", Sameness if kind is Link else Verdict)):
        if name in given:
            given[name] = enum(given[name])
    record = kind(**given)
    if content.get("id") != record.id:
        raise ValueError(f"its id {content.get('id')} does not fit its content, which gives {record.id}")
    return record


def record_values(record: Record, columns: Iterable[str]) -> list[Any]:
    """What these columns of a record's row hold."""
    return [_column(getattr(record, name)) for name in columns]


def _column(value: object) -> object:
    if isinstance(value, tuple):
        return canonical(list(value))
    return int(value) if isinstance(value, bool) else value


def digest(content: Content) -> bytes:
    """The digest of one record's content."""
    return hashlib.sha256(canonical(content).encode()).digest()
