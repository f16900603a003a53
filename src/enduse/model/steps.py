"""What each room promises the hall: one Protocol a role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from .document import Document
from .reading import Reading


class Reader(Protocol):
    """Finds the claims in documents.

    name: what it is and its version ("spans-1"); a reader whose behaviour changes takes a new one.
    """

    name: str

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Give one Reading a document, in order; what is read in one hangs on no other."""
        ...
