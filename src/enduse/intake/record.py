"""Makes a Document of one record: a JSON object, or a row of a table."""

from __future__ import annotations

from collections.abc import Mapping

from enduse.errors import InputError
from enduse.model import Document

from .encoding import encodable

FIELDS = ("id", "title", "text", "date", "source", "url")
"""What is read of a record; other keys are left alone."""

_KINDS = {
    type(None): "null",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


def document_of(record: Mapping[str, object], where: str) -> Document:
    """Make the Document that a record describes; without an id it takes one from its text.

    Raises InputError if there is no text, or a field holds something else than text or a number.
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError(where, _without_text(record))
    if not text or text.isspace():
        raise InputError(where, "'text' is empty; put the article's text there, or leave the record out")
    return Document(
        id=_plain(record, "id", where) or "",
        text=encodable(text),
        title=_plain(record, "title", where),
        published_on=_plain(record, "date", where),
        publisher=_plain(record, "source", where),
        url=_plain(record, "url", where),
    )


def _plain(record: Mapping[str, object], key: str, where: str) -> str | None:
    value = record.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise InputError(where, f"{key!r} is {_KINDS[type(value)]}; write it as text or a number, or leave it out")


def _without_text(record: Mapping[str, object]) -> str:
    if "text" in record:
        return f"'text' is {_KINDS[type(record['text'])]}; write the article's text as a string"
    keys = [repr(key if len(key) <= 30 else key[:29] + "…") for key in list(record)[:8]]
    here = f"the keys here are {', '.join(keys)}{' …' if len(record) > 8 else ''}" if keys else "it has no keys at all"
    return f"has no 'text' ({here}); put the article's text under 'text'"
