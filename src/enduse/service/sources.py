"""Turns what a person names to be ingested into documents, and remembers where each came from until it is kept."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Container, Iterable, Iterator, MutableMapping, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, BinaryIO

from enduse.errors import InputError
from enduse.model import Document
from enduse.model.record import Visit

from .chunks import Item

if TYPE_CHECKING:
    from enduse.intake.fetch import Validators
    from enduse.ledger.store import Ledger

Fetch = Callable[[str], Iterator[Item]]

REMEMBERED = 50_000
"""Documents whose origin is remembered: more than are ever on their way at once."""


def is_url(name: str) -> bool:
    """Whether an input is fetched rather than opened."""
    return name.startswith(("http://", "https://"))


def path_of(place: str) -> str:
    """The input of a place: "news.jsonl" of "news.jsonl:14"; a URL is whole."""
    return place if is_url(place) else re.sub(r":\d+$", "", place)


class Origins:
    """Which file or URL each document on its way came from, by the document's id."""

    def __init__(self) -> None:
        self._of: OrderedDict[str, str] = OrderedDict()

    def follow(self, origin: str | None, items: Iterable[Item]) -> Iterator[Item]:
        """Pass items on; None for documents whose own address is their origin."""
        for item in items:
            if isinstance(item, Document):
                self._of[item.id] = origin or item.url or item.id
                if len(self._of) > REMEMBERED:
                    self._of.popitem(last=False)
            yield item

    def path_of(self, place: str) -> str:
        """What to name to read again what failed there: a place of an input, or the id of a document."""
        return self._of.get(place) or path_of(place)


class Visits(MutableMapping[str, "Validators"]):
    """What sites gave with their pages, as the ledger has it; what is new waits until the pages are kept.

    fresh: URLs that are fetched as if for the first time.
    """

    def __init__(self, ledger: Ledger, fresh: Container[str]) -> None:
        self._ledger, self._fresh = ledger, fresh
        self._new: dict[str, Validators] = {}

    def records(self, at: str) -> list[Visit]:
        """What is new, to be kept; it is told once."""
        new, self._new = self._new, {}
        return [Visit(url, given.etag, given.modified, at) for url, given in new.items()]

    def __getitem__(self, url: str) -> Validators:
        from enduse.intake.fetch import Validators
        from enduse.ledger.lookup import last_visit

        if url in self._fresh:
            raise KeyError(url)
        with self._ledger.reading() as connection:
            found = last_visit(connection, url)
        if found is None:
            raise KeyError(url)
        return Validators(found.etag, found.modified)

    def __setitem__(self, url: str, given: Validators) -> None:
        if given.etag or given.modified:
            self._new[url] = given

    def __delitem__(self, url: str) -> None:
        del self._new[url]

    def __iter__(self) -> Iterator[str]:
        return iter(self._new)

    def __len__(self) -> int:
        return len(self._new)


class Held:
    """The addresses at which documents of the ledger were found."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __contains__(self, url: object) -> bool:
        from enduse.ledger.lookup import urls_held

        with self._ledger.reading() as connection:
            return bool(urls_held(connection, [str(url)]))


class Sources:
    """The documents of files, folders, standard input and URLs, for one ledger.

    fresh: URLs that are fetched as if for the first time. private: whether addresses that are not public may be asked.
    """

    def __init__(self, ledger: Ledger, fresh: Container[str], *, private: bool = False) -> None:
        self.origins = Origins()
        self.visits = Visits(ledger, fresh)
        self._held, self._private = Held(ledger), private

    def items(self, inputs: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Item]:
        """Yield them one by one, in the order of the inputs; what cannot be had as an InputError in its place."""
        from enduse.intake.folder import files_under
        from enduse.intake.inputs import STANDARD_INPUT, documents

        fetch = None
        for name in inputs:
            if is_url(name):
                fetch = fetch or self._fetcher()
                yield from self.origins.follow(None, fetch(name))
            elif name == STANDARD_INPUT:
                yield from documents([name], stdin=stdin)
            else:
                for file in files_under(name):
                    if isinstance(file, InputError):
                        yield file
                    else:
                        yield from self.origins.follow(file, documents([file]))

    def _fetcher(self) -> Fetch:
        from enduse.intake.feeds import fetch_documents
        from enduse.intake.fetch import Fetcher, FetchRules

        fetcher = Fetcher(FetchRules(private=self._private), agent_version=version("enduse"))
        return lambda url: fetch_documents([url], fetcher=fetcher, known=self.visits, skip=self._held)
