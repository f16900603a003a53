"""Keeps what copies are found by, and gives the documents that may be copies of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, column, func, select, table

from ..model import Document
from ..model.joined import Joined
from . import schema
from .live import live_documents, standing

signatures = table("signatures", column("text"), column("signature"))
bands = table("bands", column("band"), column("text"))

SAME_REPORT = ("exact", "near")
"""Kinds of copies that are one report; quotes and excerpts are linked, and count for themselves."""


def texts_without(connection: Connection, limit: int) -> list[tuple[int, str]]:
    """The first texts that have no signature yet, with their rows."""
    texts = schema.texts
    has = select(signatures.c.text).where(signatures.c.text == texts.c.row).exists()
    asked = select(texts.c.row, texts.c.text).where(texts.c.row > _last(connection), ~has).order_by(texts.c.row)
    return [(row.row, row.text) for row in connection.execute(asked.limit(limit))]


def _last(connection: Connection) -> int:
    """Up to where all texts have one: they are signed in order."""
    return int(connection.execute(select(func.coalesce(func.max(signatures.c.text), 0))).scalar_one())


def sign(connection: Connection, text: int, signature: bytes, numbers: Sequence[int]) -> None:
    """Keep the signature of a text, and the numbers that its copies share."""
    connection.execute(signatures.insert().values(text=text, signature=signature))
    if numbers:
        connection.execute(bands.insert(), [{"band": number, "text": text} for number in dict.fromkeys(numbers)])


def sharing(connection: Connection, text: int, numbers: Sequence[int], least: int) -> list[tuple[int, bytes]]:
    """Other texts that share so many of these numbers at least, with their signatures."""
    asked = (
        select(bands.c.text, signatures.c.signature)
        .join(signatures, signatures.c.text == bands.c.text)
        .where(bands.c.band.in_(list(numbers)), bands.c.text != text)
        .group_by(bands.c.text, signatures.c.signature)
        .having(func.count() >= least)
    )
    return [(row.text, bytes(row.signature)) for row in connection.execute(asked)]


def documents_of(connection: Connection, texts: Iterable[int]) -> dict[int, list[Document]]:
    """The live documents of texts, under the ids that they have in the ledger."""
    documents, own = schema.documents, schema.texts
    asked = select(documents, own.c.text.label("said")).join(own, own.c.row == documents.c.text)
    found: dict[int, list[Document]] = {}
    for row in connection.execute(asked.where(own.c.row.in_(list(texts)), *live_documents()).order_by(documents.c.row)):
        document = Document(row.id, row.said, row.title, row.published_on, row.publisher, row.url)
        found.setdefault(row.text, []).append(document)
    return found


def reports_of(connection: Connection, claims: Select[Any]) -> tuple[int, int]:
    """How many live documents carry these claims, given by their rows, and how many independent reports those are."""
    documents, all_claims = schema.documents, schema.claims
    texts = select(all_claims.c.text).where(all_claims.c.row.in_(claims)).distinct()
    asked = select(documents.c.id, documents.c.text).where(documents.c.text.in_(texts), *live_documents())
    found = connection.execute(asked)
    text_of = {row.id: row.text for row in found}
    reports: Joined[int] = Joined()
    for later, earlier in _tied(connection):
        reports.join(later, earlier)
    return len(text_of), len({reports.name(text) for text in text_of.values()})


def _tied(connection: Connection) -> list[tuple[int, int]]:
    copies, one, other = schema.copies, schema.documents.alias(), schema.documents.alias()
    asked = (
        select(one.c.text, other.c.text)
        .select_from(copies)
        .join(one, one.c.id == copies.c.later)
        .join(other, other.c.id == copies.c.earlier)
        .where(copies.c.how.in_(SAME_REPORT), *standing(copies))
    )
    return [(later, earlier) for later, earlier in connection.execute(asked)]
