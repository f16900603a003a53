"""Reads files and keeps what is read in a ledger, a chunk a transaction; what is kept already is not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from enduse.errors import InputError
from enduse.model import Document, Reading
from enduse.model.record import Failure, LedgerRun, Record, Retraction

from . import grouping
from .chunks import Item
from .copies import catch_up
from .ledgers import open_ledger
from .names_kept import kept_names
from .readers import resolving_reader
from .reading import read_documents
from .report import RunReport
from .sources import Sources, is_url
from .workers import MakeReader

if TYPE_CHECKING:
    from enduse.ledger.store import Ledger
    from enduse.ledger.write import Writer

READINGS_A_CHUNK = 64
"""Readings that are kept together; what a kill can undo, and what another writer waits for."""

LOOKED_UP_AT_ONCE = 64
"""Inputs whose texts are looked up together before they are read."""

BY = "enduse ingest"


class KeepMore(Protocol):
    """What is found out about readings beside their claims, such as what their names stand for."""

    def __call__(self, readings: Sequence[Reading]) -> Iterable[Record]:
        """The records to keep with these readings, in the same transaction."""
        ...


@dataclass(slots=True)
class IngestReport(RunReport):
    """The account of one ingest. known: documents whose texts this reader had read before.

    new_documents, new_claims, copies: what was not in the ledger. mended: failures of before that can be read now.
    """

    known: int = 0
    new_documents: int = 0
    copies: int = 0
    new_claims: int = 0
    mended: int = 0
    conflicts: list[InputError] = field(default_factory=list)

    def summary(self) -> str:
        """The account in one line for a person."""
        new = f"new: {self.new_documents:,} documents, {self.new_claims:,} claims, "
        new += f"{self.copies:,} copies; {self.known:,} were read before"
        return f"{RunReport.summary(self)}; {new}" + f"; {self.mended:,} failures mended" * bool(self.mended)


class Ingest:
    """One ingest, carried out while it is iterated: it yields each failure, and its report after each chunk.

    sources: may be set before it is iterated, to the one that the items come from.
    """

    def __init__(
        self, ledger: Ledger, items: Iterable[Item], *, inputs: Sequence[str], workers: int, make_reader: MakeReader,
        keep_more: Sequence[KeepMore] = (),
    ) -> None:  # fmt: skip
        self.report = IngestReport()
        self.sources = Sources(ledger, ())
        self._ledger, self._items, self._workers, self._make_reader = ledger, items, workers, make_reader
        self._keep_more, self._inputs = keep_more, inputs
        self._known: list[Document] = []
        self._readings: list[Reading] = []
        self._failures: list[InputError] = []
        self._seen: set[str] = set()
        self._run: LedgerRun | None = None

    def __iter__(self) -> Iterator[InputError | IngestReport]:
        reader = self._make_reader().name
        run = read_documents(self._unread(reader), workers=self._workers, make_reader=self._make_reader)
        with run:
            for outcome in run:
                if isinstance(outcome, InputError):
                    self._failures.append(outcome)
                    yield outcome
                else:
                    self._readings.append(outcome)
                self._take_over(run.report)
                if len(self._readings) + len(self._failures) + len(self._known) >= READINGS_A_CHUNK:
                    self._keep(reader)
                    yield self.report
        self._take_over(run.report)
        self._keep(reader)
        self._mend(reader)
        yield self.report

    def _take_over(self, report: RunReport) -> None:
        for name in ("without_claims", "characters", "claims", "left_out", "seconds"):
            setattr(self.report, name, getattr(report, name))
        self.report.documents = report.documents + self.report.known

    def _unread(self, reader: str) -> Iterator[Item]:
        """Pass on what the reader has not read; put aside the rest, whose documents may be new all the same."""
        waiting: list[Item] = []
        for item in self._items:
            waiting.append(item)
            if len(waiting) >= LOOKED_UP_AT_ONCE:
                yield from self._sift(waiting, reader)
                waiting = []
        yield from self._sift(waiting, reader)

    def _sift(self, items: Sequence[Item], reader: str) -> Iterator[Item]:
        from enduse.ledger.content import unkeepable
        from enduse.ledger.lookup import texts_read

        with self._ledger.reading() as connection:
            read = texts_read(connection, [i.sha256 for i in items if isinstance(i, Document)], reader)
        for item in items:
            if isinstance(item, Document) and (said := unkeepable(item)):
                yield InputError(item.id.replace("\0", "\ufffd"), said)
            elif isinstance(item, Document) and item.sha256 in read:
                self._known.append(item)
                self.report.known += 1
                if len(self._known) >= 10 * READINGS_A_CHUNK:
                    self._keep(reader)
            else:
                yield item

    def _keep(self, reader: str) -> None:
        """Keep all that is at hand, in one transaction."""
        readings, known, failures = self._readings, self._known, self._failures
        self._readings, self._known, self._failures = [], [], []
        if not (readings or known or failures):
            return
        with self._ledger.writing(run=self._run.id if self._run else "") as writer:
            if self._run is None:
                self._run = LedgerRun("ingest", version("enduse"), reader, tuple(self._inputs), writer.at)
                writer.run = self._run.id
            writer.keep(known)
            writer.add_readings(readings, reader)
            for more in self._keep_more:
                writer.add(more(readings))
            self._keep_failures(writer, failures)
            if writer.added != type(writer.added)():
                writer.add([self._run])
        self._account(writer)
        self.report.copies += catch_up(self._ledger, run=self._run.id if self._run else "")
        grouping.catch_up(self._ledger)

    def _keep_failures(self, writer: Writer, failures: Sequence[InputError]) -> None:
        from enduse.ledger.lookup import withdrawn_among

        records = [Failure(error.where, error.what, self.sources.origins.path_of(error.where)) for error in failures]
        writer.add(records)
        again = withdrawn_among(writer.connection, [record.id for record in records])
        writer.add([Retraction(id_, False, BY, writer.at, "it failed again") for id_ in sorted(again)])
        self._seen.update(record.id for record in records)

    def _account(self, writer: Writer) -> None:
        self.report.new_documents += writer.added.documents
        self.report.new_claims += writer.added.claims
        self.report.conflicts += writer.added.conflicts

    def _mend(self, reader: str) -> None:
        """Withdraw the failures of before of those inputs that were read whole now; keep what sites gave."""
        from enduse.ledger.lookup import open_failures, urls_held

        with self._ledger.reading() as connection:
            there = open_failures(connection)
            held = urls_held(connection, [f.path for f in there if is_url(f.path)])
        tried = {path if is_url(path) else str(Path(path)) for path in self._inputs if path}
        mended = [f for f in there if f.id not in self._seen and (f.path in held or _under(f.path, tried))]
        if mended or self.sources.visits:
            with self._ledger.writing(run=self._run.id if self._run else "") as writer:
                writer.add([Retraction(f.id, True, BY, writer.at, f"read by {reader}") for f in mended])
                writer.add(self.sources.visits.records(writer.at))
            self.report.mended = len(mended)


def ingest(
    paths: Sequence[str], where: str, *, workers: int = 1, stdin: BinaryIO | None = None,
    make_reader: MakeReader = resolving_reader, **options: bool,
) -> Iterator[InputError | IngestReport]:  # fmt: skip
    """Read files, folders, "-", and URLs of pages, feeds and lists of feeds into a ledger, made if it is not there.

    options: retry, to read the inputs that failed before as well; allow_private, to fetch from addresses that are not
    public. Yields what cannot be read, and the report now and then, last of all when everything is kept. It may be
    stopped or killed at any time: what was kept stays, and the same call again goes on from there.
    """
    with open_ledger(where, create=True) as ledger:
        failed = _failed_paths(ledger)
        again = [path for path in failed if path not in paths] if options.get("retry") else []
        inputs = [*paths, *again]
        sources = Sources(ledger, frozenset(failed), private=options.get("allow_private", False))
        one = Ingest(
            ledger, sources.items(inputs, stdin), inputs=inputs, workers=workers, make_reader=make_reader,
            keep_more=(kept_names,),
        )  # fmt: skip
        one.sources = sources
        yield from one


def ingest_all(paths: Sequence[str], where: str, **options: Any) -> IngestReport:
    """Carry out an ingest to its end, and give its account."""
    report = IngestReport()
    for outcome in ingest(paths, where, **options):
        if isinstance(outcome, IngestReport):
            report = outcome
    return report


def failures(where: str) -> list[Failure]:
    """The inputs that failed and have not been read since."""
    from enduse.ledger.lookup import open_failures

    from .ledgers import view_ledger

    with view_ledger(where) as ledger, ledger.reading() as connection:
        return open_failures(connection)


def _failed_paths(ledger: Ledger) -> list[str]:
    """The files that are there and the URLs of the failures that are open."""
    from enduse.ledger.lookup import open_failures

    with ledger.reading() as connection:
        found = dict.fromkeys(failure.path for failure in open_failures(connection))
    return [path for path in found if is_url(path) or Path(path).exists()]


def _under(path: str, tried: set[str]) -> bool:
    if is_url(path):
        return path in tried
    return any(str(parent) in tried for parent in (Path(path), *Path(path).parents))


Start = Callable[..., Iterator[InputError | IngestReport]]
"""What `ingest` is, for doors that are given another one in tests."""
