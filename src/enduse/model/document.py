"""A document as it was brought in: its text is never edited, and every span counts its code points."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

_ENCYCLOPEDIAS = re.compile(r"wikipedia|britannica|encyclop", re.IGNORECASE)


def is_encyclopedia(publisher: str | None, url: str | None) -> bool:
    """Whether a text is of no day: the date of an encyclopedia is that of its last edit."""
    return _ENCYCLOPEDIAS.search(f"{publisher} {url}") is not None


@dataclass(frozen=True, slots=True)
class Document:
    """One article, page or dispatch.

    id: the name its file or line gives it; without one, "doc-" and the first digits of sha256.
    text: what the offsets of spans and claims count, in Unicode code points.
    published_on: as written in the input, ISO 8601 where enduse read it from a page; None when unknown.
    publisher: who printed it (an outlet), not who is quoted; None when unknown.
    sha256: of the text in UTF-8, 64 hex digits.
    """

    id: str
    text: str
    title: str | None = None
    published_on: str | None = None
    publisher: str | None = None
    url: str | None = None
    sha256: str = field(init=False, default="")

    def __post_init__(self) -> None:
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "sha256", digest)
        if not self.id:
            object.__setattr__(self, "id", f"doc-{digest[:16]}")
