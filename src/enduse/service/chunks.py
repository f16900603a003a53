"""Reads documents a chunk at a time, so that one that fails takes none of its neighbours with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from enduse.errors import InputError, SourceError, UsageError
from enduse.model import Document, Extraction, Reader, Reading, ResolvedClaim

Item = Document | InputError


class Found(NamedTuple):
    """What was read in one document, without its text, which need not travel back from a worker."""

    extractions: tuple[Extraction, ...]
    resolved: Mapping[str, ResolvedClaim]


Outcome = Found | InputError
"""What became of one document."""

DOCUMENTS_A_CHUNK = 32
CHARACTERS_A_CHUNK = 200_000
"""A chunk is closed when it reaches either: a chunk of long documents must not fill the memory of a worker."""


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Cut the stream of inputs into chunks; the first is one input, and they double, so that first claims come soon.

    An error that the stream raises is raised after the chunk of what came before it.
    """
    chunk: list[Item] = []
    characters, most = 0, 1
    broken: Exception | None = None
    try:
        for item in items:
            chunk.append(item)
            characters += len(item.text) if isinstance(item, Document) else 0
            if len(chunk) >= most or characters >= CHARACTERS_A_CHUNK:
                yield chunk
                chunk, characters, most = [], 0, min(2 * most, DOCUMENTS_A_CHUNK)
    except Exception as error:
        broken = error
    if chunk:
        yield chunk
    if broken is not None:
        raise broken


def documents_of(chunk: Sequence[Item]) -> list[Document]:
    """Those inputs of a chunk that can be given to a reader."""
    return [item for item in chunk if isinstance(item, Document)]


def read_chunk(reader: Reader, documents: Sequence[Document]) -> list[Outcome]:
    """Read the documents of one chunk together or, when that fails, each by itself.

    Returns one outcome a document, in order. SourceError and UsageError stop the run: they are about no document.
    """
    try:
        return list(_found(reader, documents))
    except (SourceError, UsageError):
        raise
    except Exception:  # whatever a reader raises: the documents that did not cause it are still read
        return [_read_alone(reader, document) for document in documents]


def rejoin(chunk: Sequence[Item], outcomes: Sequence[Outcome]) -> Iterator[Reading | InputError]:
    """Put the outcomes back to their documents, with the inputs that had failed before in their places."""
    following = iter(outcomes)
    for item in chunk:
        if isinstance(item, InputError):
            yield item
            continue
        outcome = next(following)
        yield outcome if isinstance(outcome, InputError) else Reading(item, outcome.extractions, outcome.resolved)


def _found(reader: Reader, documents: Sequence[Document]) -> Iterator[Found]:
    readings = list(reader.read(documents))
    if [reading.document.id for reading in readings] != [document.id for document in documents]:
        raise RuntimeError(f"{reader.name} gave {len(readings)} readings for {len(documents)} documents, or others")
    return (Found(reading.extractions, reading.resolved) for reading in readings)


def _read_alone(reader: Reader, document: Document) -> Outcome:
    try:
        return next(_found(reader, [document]))
    except (SourceError, UsageError):
        raise
    except InputError as error:
        return error
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return InputError(document.id, f"reading it raised {reason[:200]}; it is left out")
