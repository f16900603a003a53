"""enduse reads what is reported about a conflict and keeps the record of its arms.

>>> import enduse
>>> readings = enduse.read("articles/", "more.jsonl")  # doctest: +SKIP
>>> readings[0].extractions[0].claim.sentence.text  # doctest: +SKIP

Importing this module opens nothing and loads no model: names are fetched when they are first used.
"""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from enduse.errors import EnduseError, InputError, LedgerError, SourceError, StaleError, UsageError
    from enduse.model import (
        Candidate,
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
    from enduse.model.kept import ClaimPage, HitPage
    from enduse.service.ingest import IngestOptions, IngestReport
    from enduse.service.views import Readings, ReadingView

__version__ = "0.1.0"

__all__ = [
    "Candidate",
    "Claim",
    "ClaimType",
    "ClaimantClass",
    "ClaimantRead",
    "Credit",
    "Document",
    "EnduseError",
    "Extraction",
    "InputError",
    "LedgerError",
    "Link",
    "Mode",
    "Period",
    "Quantity",
    "Reading",
    "ReadingView",
    "Readings",
    "Referent",
    "Resolved",
    "ResolvedClaim",
    "Role",
    "SourceError",
    "Span",
    "StaleError",
    "Stance",
    "State",
    "Status",
    "UsageError",
    "__version__",
    "claims",
    "ingest",
    "read",
    "read_text",
    "search",
]

_HOMES = {
    **dict.fromkeys(
        ("EnduseError", "InputError", "LedgerError", "SourceError", "StaleError", "UsageError"), "enduse.errors"
    ),
    **dict.fromkeys(("Readings", "ReadingView"), "enduse.service.views"),
}


def read(
    *paths: str | os.PathLike[str],
    workers: int = 1,
    types: Iterable[str] | None = None,
    min_score: float = 0.0,
    raw: bool = False,
    registers: str | os.PathLike[str] | None = None,
) -> Readings:
    """Read the claims of files and folders: text, Markdown, HTML, JSON Lines, CSV.

    workers: processes that read side by side; a script that asks for more than one keeps its own calls
    under `if __name__ == "__main__":`.
    types: only claims of these types ("transfer", "ceasefire"); None for all.
    min_score: leaves out claims that the reader is less sure of, 0 to 1.
    raw: the words alone; otherwise actors, weapons, places, quantities and dates are looked up, in `.resolved`.
    registers: a folder of your own registers, laid over those that ship.
    Returns one reading a document in order of input; what could not be read is in `.failed`, and does not raise.
    """
    from enduse.service.readers import reader_for
    from enduse.service.views import Readings

    make_reader = reader_for(raw=raw, registers=registers)
    return Readings.of(paths, workers=workers, types=types, min_score=min_score, make_reader=make_reader)


def read_text(
    text: str,
    *,
    title: str | None = None,
    date: str | None = None,
    source: str | None = None,
    raw: bool = False,
    registers: str | os.PathLike[str] | None = None,
) -> ReadingView:
    """Read the claims of one text; date is when it was published and source the outlet that printed it.

    raw, registers: as for read.
    """
    from enduse.service.readers import reader_for
    from enduse.service.views import ReadingView

    make_reader = reader_for(raw=raw, registers=registers)
    return ReadingView.of_text(text, title=title, date=date, source=source, make_reader=make_reader)


def ingest(
    *paths: str | os.PathLike[str],
    db: str,
    workers: int = 1,
    raw: bool = False,
    registers: str | os.PathLike[str] | None = None,
    **options: Unpack[IngestOptions],
) -> IngestReport:
    """Read files, folders and URLs into a ledger, which is made if it is not there; what it holds is not read again.

    db: a file, or "postgresql://…". workers, raw, registers: as for read.
    options: retry=True reads the inputs that failed before as well; allow_private=True fetches from this machine and
    local networks too.
    Returns the account; what could not be read is in its `left_out`, and in the ledger.
    """
    from enduse.service.ingest import ingest_all
    from enduse.service.readers import reader_for

    make_reader = reader_for(raw=raw, registers=registers)
    return ingest_all([os.fspath(path) for path in paths], db, workers=workers, make_reader=make_reader, **options)


def claims(db: str, *, limit: int = 20, after: int | None = None, **filters: object) -> ClaimPage:
    """Give a page of the claims of a ledger, those added last first.

    filters: as the options of `enduse claims`, such as supplier="norland", types="transfer", as_of="2031-04-11".
    """
    from enduse.service import asking

    return asking.claims(db, asking.claim_filter(**filters), limit=limit, after=after)


def search(db: str, words: str, *, limit: int = 20, after: int | None = None, as_of: str | None = None) -> HitPage:
    """Give a page of the texts of a ledger in which words stand, such as 'anti-tank NEAR shipment'."""
    from enduse.service import asking

    return asking.search(db, words, limit=limit, after=after, as_of=as_of)


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'enduse' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES.get(name, "enduse.model")), name)


def __dir__() -> list[str]:
    return sorted(__all__)
