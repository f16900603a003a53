"""Reads plain text and Markdown: one document a file, its text kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from enduse.errors import InputError
from enduse.model import Document

from .encoding import decode
from .stream import MAX_FILE, Source

LONGEST_TITLE = 200
"""Code points of the longest first line that is taken for a title and not for a paragraph."""

_FIRST_LINES = re.compile(r"\s*^[^\S\r\n]*(\S[^\r\n]*)(?:\r\n|\r|\n|\Z)([^\r\n]*)", re.M)
_HEADING = re.compile(r"#\s+(.*?)(?:\s+#+)?\s*$")


def documents_in(source: Source, *, markdown: bool = False) -> Iterator[Document | InputError]:
    """Yield the one document that the file is."""
    try:
        text = decode(source.read(MAX_FILE), source.where)
        if not text or text.isspace():
            raise InputError(source.where, "is empty: it has white space only; give a file with text in it")
        yield Document(id=source.name, text=text, title=title_of(text, markdown=markdown))
    except InputError as error:
        yield error


def title_of(text: str, *, markdown: bool) -> str | None:
    """Take the first line for the title if a blank line follows it, or if it is a heading in Markdown."""
    lines = _FIRST_LINES.match(text[: 8 * LONGEST_TITLE])
    if lines is None:
        return None
    first, second = lines[1].rstrip(), lines[2].strip()
    if markdown and (heading := _HEADING.match(first)):
        return heading[1] or None
    underlined = markdown and second and not second.strip("=")
    alone = not second and lines.end() < len(text)
    return first if (alone or underlined) and len(first) <= LONGEST_TITLE else None
