"""Gives one document with its text, and what of its claims is live."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from ..model.kept import KeptDocument
from ..model.record import CopyRecord
from . import schema
from .linked import copy_record
from .live import live_claims, live_documents, standing, there
from .show import kept_documents


class KeptText(NamedTuple):
    """A text: its row, and its words."""

    row: int
    text: str


def text_of_document(connection: Connection, id_: str, as_of: str | None = None) -> KeptText | None:
    """The text of a document, by its id or its name; of several, that of a live document which was added last."""
    documents, texts = schema.documents, schema.texts
    asked = (
        select(texts.c.row, texts.c.text)
        .join(documents, documents.c.text == texts.c.row)
        .where((documents.c.id == id_) | (documents.c.name == id_), *live_documents(as_of))
        .order_by((documents.c.id == id_).desc(), documents.c.row.desc())
        .limit(1)
    )
    row = connection.execute(asked).one_or_none()
    return KeptText(row.row, row.text) if row else None


def claims_of_text(connection: Connection, text: int, as_of: str | None = None) -> list[int]:
    """The rows of all claims of a text, live or not, in order of the text."""
    claims = schema.claims
    asked = select(claims.c.row).where(claims.c.text == text, *there(claims, as_of))
    return list(connection.execute(asked.order_by(claims.c.start, claims.c.row)).scalars())


def live_rows(connection: Connection, text: int, as_of: str | None = None) -> set[int]:
    """The rows of the claims of a text that are live: not withdrawn, and not replaced by a correction."""
    claims = schema.claims
    asked = select(claims.c.row).where(claims.c.text == text, *live_claims(as_of))
    return set(connection.execute(asked).scalars())


def copies_of(connection: Connection, ids: Sequence[str], as_of: str | None = None) -> list[CopyRecord]:
    """What documents repeat of others, and what others repeat of them."""
    table = schema.copies
    either = table.c.later.in_(ids) | table.c.earlier.in_(ids)
    asked = select(table).where(either, *standing(table, as_of)).order_by(table.c.row)
    return [copy_record(row) for row in connection.execute(asked)]


def documents_with(connection: Connection, ids: Sequence[str], as_of: str | None = None) -> dict[str, KeptDocument]:
    """The live documents of these ids."""
    documents = schema.documents
    asked = select(documents.c.text).where(documents.c.id.in_(ids))
    found = kept_documents(connection, set(connection.execute(asked).scalars()), as_of)
    return {document.id: document for of_text in found.values() for document in of_text if document.id in set(ids)}


def text_of_claim(connection: Connection, row: int) -> str:
    """The text in which the claim of a row stands."""
    claims, texts = schema.claims, schema.texts
    asked = select(texts.c.text).join(claims, claims.c.text == texts.c.row).where(claims.c.row == row)
    return str(connection.execute(asked).scalar_one())
