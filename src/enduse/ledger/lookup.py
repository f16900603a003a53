"""Answers the small questions that an ingest asks: what was read before, what failed, what was withdrawn."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from ..errors import MissingError
from ..model.record import Failure, Visit
from . import schema
from .live import there, withdrawn

_SHOWN = 10
"""Ids that are listed where what was given begins several."""


def texts_read(connection: Connection, sha256s: Sequence[str], reader: str) -> set[str]:
    """Those of these texts that a reader has read."""
    texts, readings = schema.texts, schema.readings
    asked = select(texts.c.sha256).join(readings, readings.c.text == texts.c.row)
    asked = asked.where(texts.c.sha256.in_(sha256s), readings.c.reader == reader)
    return set(connection.execute(asked).scalars())


def withdrawn_among(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Those of these records that are withdrawn."""
    found = withdrawn().where(schema.retractions.c.target.in_(ids)) if ids else None
    return set() if found is None else {target for target, _ in connection.execute(found)}


def open_failures(connection: Connection) -> list[Failure]:
    """The failures that no retraction has taken away, in their order."""
    table = schema.failures
    gone = withdrawn().with_only_columns(schema.retractions.c.target)
    asked = select(table).where(table.c.id.not_in(gone)).order_by(table.c.row)
    return [Failure(row.place, row.what, row.path) for row in connection.execute(asked)]


def last_visit(connection: Connection, url: str) -> Visit | None:
    """What a site gave with a URL the last time."""
    table = schema.visits
    asked = select(table).where(table.c.url == url).order_by(table.c.at.desc(), table.c.row.desc()).limit(1)
    row = connection.execute(asked).one_or_none()
    return Visit(row.url, row.etag, row.modified, row.at) if row else None


def urls_held(connection: Connection, urls: Sequence[str]) -> set[str]:
    """Those of these addresses that a document was found at."""
    table = schema.documents
    return set(connection.execute(select(table.c.url).where(table.c.url.in_(urls))).scalars())


def row_of_claim(connection: Connection, id_: str) -> int | None:
    """The row of a claim by its id, or by the beginning of it; None where there is none.

    Raises MissingError with some of the ids where several begin so.
    """
    claims = schema.claims
    asked = select(claims.c.row, claims.c.id).where(claims.c.id >= id_, claims.c.id < id_ + "~").limit(_SHOWN + 1)
    found = list(connection.execute(asked.order_by(claims.c.id)))
    if len(found) > 1:
        shown = ", ".join(row.id for row in found[:_SHOWN]) + ", …" * (len(found) > _SHOWN)
        raise MissingError(f"several claims begin with {id_!r}: {shown}; write more of the id")
    return found[0].row if found else None


def added_by(connection: Connection, rows: Sequence[int], as_of: str | None) -> list[int]:
    """Those of these claims that had been added by then, in their order; all if None."""
    claims = schema.claims
    asked = select(claims.c.row).where(claims.c.row.in_(rows), *there(claims, as_of))
    found = set(connection.execute(asked).scalars())
    return [row for row in rows if row in found]


def claims_of_document(connection: Connection, id_: str) -> list[int] | None:
    """The rows of the claims of a document, by its id or its name, in order of the text; None where there is none."""
    documents, claims = schema.documents, schema.claims
    asked = select(documents.c.text).where((documents.c.id == id_) | (documents.c.name == id_))
    texts = set(connection.execute(asked).scalars())
    if not texts:
        return None
    rows = select(claims.c.row).where(claims.c.text.in_(texts)).order_by(claims.c.text, claims.c.start, claims.c.row)
    return list(connection.execute(rows).scalars())
