"""Adds rows to a ledger, and tells what was new; whatever is there already is left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, select

from ..errors import InputError
from ..model import Claim, Document, Reading
from ..model.record import RECORDS, Record, Resolution
from . import schema
from .content import DocumentFacts, record_values, roles_json, unkeepable
from .insert import Inserter

TABLE_OF = {
    "run": schema.runs, "resolution": schema.resolutions, "judgement": schema.judgements, "grading": schema.gradings,
    "link": schema.links, "copy": schema.copies, "failure": schema.failures, "retraction": schema.retractions,
    "lease": schema.leases, "visit": schema.visits,
}  # fmt: skip
"""The table of each kind of record."""


def now() -> str:
    """The time in UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


@dataclass(slots=True)
class Added:
    """What was new. conflicts: records that are in the ledger with other content, and were not added."""

    documents: int = 0
    claims: int = 0
    readings: int = 0
    extractions: int = 0
    records: int = 0
    conflicts: list[InputError] = field(default_factory=list)


class Writer:
    """Adds to a ledger within one transaction; nobody else writes meanwhile, so what it looks up stays true.

    at, run: may be changed between calls, by one who copies rows that were added at other times.
    """

    def __init__(self, connection: Connection, *, run: str = "", at: str | None = None) -> None:
        self.added = Added()
        self.run = run
        self.at = at or now()
        self._into = Inserter(connection)
        self.connection = connection
        self._entries: dict[tuple[str, str], int] = {}

    def add_readings(self, readings: Sequence[Reading], reader: str) -> None:
        """Add documents with what a reader found in them; a text that this reader has read before is not read anew."""
        documents = [reading.document for reading in readings]
        texts = self.keep(documents)
        new = self._add_readings(list(dict.fromkeys(texts[d.sha256] for d in documents)), reader)
        fresh = {texts[r.document.sha256]: r for r in reversed(readings) if texts[r.document.sha256] in new}
        found = [(x.claim.id, x) for row in sorted(fresh) for x in fresh[row].extractions]
        claims = self.add_claims({id_: extraction.claim for id_, extraction in found}, texts)
        self.add_scores({(claims[id_], extraction.reader): extraction.score for id_, extraction in found})

    def keep(self, documents: Sequence[Document]) -> dict[str, int]:
        """Add documents and their texts; returns the row of each text by its sha256.

        Raises InputError for one that a database could not give back as it is.
        """
        for document in documents:
            if said := unkeepable(document):
                raise InputError(document.id, said)
        texts = self.add_texts({document.sha256: document.text for document in documents})
        self.add_documents(map(DocumentFacts.of, documents), texts)
        return texts

    def add_texts(self, texts: Mapping[str, str]) -> dict[str, int]:
        """Add texts by their sha256; returns the row of each."""
        rows = self._into.known(schema.texts, "sha256", list(texts))
        new = [(sha256, text) for sha256, text in texts.items() if sha256 not in rows]
        numbers = self._into.numbers(schema.texts, len(new))
        rows.update((sha256, number) for number, (sha256, _) in zip(numbers, new, strict=True))
        if new:
            entry = self.entry()
            self._into.rows(schema.texts, [(rows[sha256], sha256, text, entry) for sha256, text in new])
            self._into.text_words([(rows[sha256], text) for sha256, text in new])
        return rows

    def add_documents(self, documents: Iterable[DocumentFacts], texts: Mapping[str, int]) -> None:
        """Add documents whose texts are there.

        One whose id is there with other content is a conflict, unless that content was withdrawn.
        """
        given = {document.id: document for document in documents}
        known = self._into.contents(list(given))
        withdrawn = self._withdrawn(list(known)) if known else frozenset()
        new: list[tuple[str, str, DocumentFacts]] = []
        for id_, document in given.items():
            digest, there = document.digest, known.get(id_, set())
            if digest in there:
                continue
            if any((id_, other) not in withdrawn for other in there):
                self.added.conflicts.append(conflict(id_))
            else:
                new.append((id_, digest, document))
        if new:
            entry, numbers = self.entry(), self._into.numbers(schema.documents, len(new))
            self._into.rows(schema.documents, [
                (row, id_, digest, texts[d.sha256], d.name, d.title, d.published_on, d.publisher, d.url, entry)
                for row, (id_, digest, d) in zip(numbers, new, strict=True)
            ])  # fmt: skip
        self.added.documents += len(new)

    def _withdrawn(self, ids: Sequence[str]) -> frozenset[tuple[str, str]]:
        table = schema.retractions.c
        state: dict[tuple[str, str], int] = {}
        asked = select(table.target, table.digest, table.withdrawn).where(table.target.in_(ids))
        for target, digest, withdrawn in self.connection.execute(asked.order_by(table.at, table.id)):
            state[target, digest] = withdrawn
        return frozenset(key for key, withdrawn in state.items() if withdrawn)

    def _add_readings(self, texts: Sequence[int], reader: str) -> set[int]:
        there = self._into.pairs(schema.readings, "text", texts, "reader")
        new = [text for text in texts if (text, reader) not in there]
        if new:
            entry, numbers = self.entry(), self._into.numbers(schema.readings, len(new))
            self._into.rows(schema.readings, [(n, t, reader, entry) for n, t in zip(numbers, new, strict=True)])
        self.added.readings += len(new)
        return set(new)

    def add_reading(self, text: int, reader: str) -> None:
        """Add that a reader has read a text."""
        self._add_readings([text], reader)

    def rows_of(self, table: Table, key: str, values: Sequence[str]) -> dict[str, int]:
        """The rows of those of these values that are there."""
        return self._into.known(table, key, values)

    def add_claims(self, claims: Mapping[str, Claim], texts: Mapping[str, int]) -> dict[str, int]:
        """Add claims by their ids, whose texts are there; returns the row of each.

        The store refuses the transaction if a quote is not what its text says there.
        """
        rows = self._into.known(schema.claims, "id", list(claims))
        new = [(id_, claim) for id_, claim in claims.items() if id_ not in rows]
        numbers = self._into.numbers(schema.claims, len(new))
        rows.update((id_, number) for number, (id_, _) in zip(numbers, new, strict=True))
        if new:
            entry = self.entry()
            rows_of_claims = [(rows[id_], id_, texts[c.document_sha256], *_columns(c), entry) for id_, c in new]
            self._into.rows(schema.claims, rows_of_claims)
            self._into.claim_words([(rows[id_], claim) for id_, claim in new])
        self.added.claims += len(new)
        return rows

    def add_scores(self, given: Mapping[tuple[int, str], float]) -> None:
        """Add how sure readers were, by row of the claim and reader; another score of the same reader is a conflict."""
        there = self._into.pairs(schema.extractions, "claim", [claim for claim, _ in given], "reader", "score")
        new = [(*key, score) for key, score in given.items() if key not in there]
        for (claim, reader), score in given.items():
            if there.get((claim, reader), score) != score:
                self.added.conflicts.append(conflict(f"the extraction of {self._claim_id(claim)} by {reader}"))
        if new:
            entry, numbers = self.entry(), self._into.numbers(schema.extractions, len(new))
            self._into.rows(schema.extractions, [(n, *x, entry) for n, x in zip(numbers, new, strict=True)])
        self.added.extractions += len(new)

    def _claim_id(self, row: int) -> str:
        return str(self.connection.execute(select(schema.claims.c.id).where(schema.claims.c.row == row)).scalar_one())

    def add(self, records: Iterable[Record]) -> None:
        """Add resolutions, decisions, copies and whatever else is a record.

        A resolution of a claim that is not there is a conflict and is not added.
        """
        given = list(records)
        for kind in RECORDS:
            if of_kind := {record.id: record for record in given if type(record) is kind}:
                self._add_kind(kind.kind, of_kind)

    def _add_kind(self, kind: str, records: Mapping[str, Record]) -> None:
        table = TABLE_OF[kind]
        known = self._into.known(table, "id", list(records))
        new = {id_: record for id_, record in records.items() if id_ not in known}
        columns = [column.name for column in table.columns][2:-1]  # without row, id and entry
        values = {id_: record_values(record, columns) for id_, record in new.items()}
        if kind == Resolution.kind:
            claims = self._into.known(schema.claims, "id", list({row[0] for row in values.values()}))
            for id_, row in list(values.items()):
                if row[0] in claims:
                    row[0] = claims[row[0]]
                else:
                    del values[id_]
                    self.added.conflicts.append(InputError(id_, f"is of {row[0]}, which is not in the ledger"))
        if values:
            entry, numbers = self.entry(), self._into.numbers(table, len(values))
            rows = [(n, id_, *row, entry) for n, (id_, row) in zip(numbers, values.items(), strict=True)]
            self._into.rows(table, rows)
        self.added.records += len(values)

    def entry(self) -> int:
        """The entry that rows belong to now; it is made when the first row needs it."""
        key = (self.at, self.run)
        if key not in self._entries:
            table = schema.entries
            asked = select(table.c.seq).where(table.c.at == self.at, table.c.run == self.run)
            found = self.connection.execute(asked).scalar()
            if found is None:
                found = self._into.numbers(table, 1)[0]
                self._into.rows(table, [(found, self.at, self.run)])
            self._entries[key] = found
        return self._entries[key]


def _columns(claim: Claim) -> tuple[Any, ...]:
    """From type to roles; as plain text, since sqlite3 takes long over values that are enums."""
    labels = (claim.type, claim.status, claim.state, claim.mode, claim.stance)
    plain = [label and str(label) for label in labels]
    return (*plain, claim.sentence.start, claim.sentence.end, claim.sentence.text, roles_json(claim))


def conflict(id_: str) -> InputError:
    """The error of a record that is there with other content."""
    return InputError(id_, "is in the ledger with other content; retract it before adding this one")
