"""The tables of a ledger, the same for SQLite and PostgreSQL; `migrations/` makes them."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

Number = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()


def _row(name: str = "row") -> Column[int]:
    return Column(name, Number, primary_key=True, autoincrement=False)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _to(name: str, target: str) -> Column[int]:
    return Column(name, Number, ForeignKey(target), nullable=False)


def _entry() -> Column[int]:
    return _to("entry", "entries.seq")


def _id() -> Column[str]:
    return Column("id", Text, nullable=False, unique=True)


def _decided() -> list[Column[str]]:
    return [_text("by"), _text("at"), _text("why")]


entries = Table("entries", metadata, _row("seq"), _text("at"), _text("run"), UniqueConstraint("at", "run"))
"""One row a transaction that added something: when, and in which run, if in one. All other rows name their entry."""

texts = Table(
    "texts", metadata, _row(), Column("sha256", Text, nullable=False, unique=True), _text("text"), _entry()
)  # fmt: skip
"""Each text once, whoever printed it: documents of one text are exact copies."""

documents = Table(
    "documents", metadata, _row(), _text("id"), _text("digest"), _to("text", "texts.row"), _text("name"),
    _text("title", null=True), _text("published_on", null=True), _text("publisher", null=True), _text("url", null=True),
    _entry(), UniqueConstraint("id", "digest"), Index("documents_by_text", "text"),
    Index("documents_by_publisher", "publisher", "text"), Index("documents_by_day", "published_on", "text"),
    Index("documents_by_url", "url"), Index("documents_by_entry", "entry"),
)  # fmt: skip

claims = Table(
    "claims", metadata, _row(), _id(), _to("text", "texts.row"), _text("type"), _text("status", null=True),
    _text("state", null=True), _text("mode", null=True), _text("stance"), Column("start", Number, nullable=False),
    Column("end", Number, nullable=False), _text("quote"), _text("roles"), _entry(),
    CheckConstraint('"start" >= 0 AND "end" > "start"', name="claims_extent"),
    Index("claims_by_text", "text"), Index("claims_by_labels", "type", "status", "state", "stance"),
    Index("claims_by_entry", "entry"),
)  # fmt: skip
"""roles: JSON, [[role, start, end, words], …], as the triggers check it against the quote."""

readings = Table(
    "readings", metadata, _row(), _to("text", "texts.row"), _text("reader"), _entry(),
    UniqueConstraint("text", "reader"),
)  # fmt: skip
"""That a reader has read a text, whether it found a claim or not."""

extractions = Table(
    "extractions", metadata, _row(), _to("claim", "claims.row"), _text("reader"),
    Column("score", Float, nullable=False), _entry(), UniqueConstraint("claim", "reader"),
    Index("extractions_by_score", "score"),
)  # fmt: skip

resolutions = Table(
    "resolutions", metadata, _row(), _id(), _to("claim", "claims.row"), _text("role"),
    Column("filler", Number, nullable=False), _text("scheme"), _text("code", null=True), _text("level", null=True),
    _text("why"), _text("resolver"), _text("detail"), _entry(), Index("resolutions_by_claim", "claim"),
    Index("resolutions_by_code", "scheme", "code", "claim"),
)  # fmt: skip

judgements = Table(
    "judgements", metadata, _row(), _id(), _text("target"), _text("verdict"), _text("replacement", null=True),
    *_decided(), _entry(), Index("judgements_by_target", "target"), Index("judgements_by_replacement", "replacement"),
)  # fmt: skip

gradings = Table(
    "gradings", metadata, _row(), _id(), _text("target"), _text("claims"), _text("reliability"), _text("credibility"),
    *_decided(), _entry(), Index("gradings_by_target", "target"),
)  # fmt: skip

links = Table(
    "links", metadata, _row(), _id(), _text("of"), _text("left"), _text("right"), _text("verdict"), *_decided(),
    _entry(), Index("links_by_left", "left"), Index("links_by_right", "right"),
)  # fmt: skip

copies = Table(
    "copies", metadata, _row(), _id(), _text("later"), _text("earlier"), _text("how"),
    Column("jaccard", Float, nullable=False), Column("contained", Float, nullable=False),
    Column("threshold", Float, nullable=False), _text("run"), _text("method"), _entry(),
    Index("copies_by_later", "later"), Index("copies_by_earlier", "earlier"),
)  # fmt: skip
"""Of documents of different texts, by their ids; run is JSON."""

retractions = Table(
    "retractions", metadata, _row(), _id(), _text("target"), _text("digest"),
    Column("withdrawn", Number, nullable=False), *_decided(), _entry(), Index("retractions_by_target", "target", "at"),
)  # fmt: skip
"""withdrawn: 1 takes the target away, 0 brings it back; the latest row of a target counts."""

runs = Table(
    "runs", metadata, _row(), _id(), _text("command"), _text("enduse"), _text("reader"), _text("inputs"),
    _text("started_at"), _entry(),
)  # fmt: skip

failures = Table(
    "failures", metadata, _row(), _id(), _text("place"), _text("what"), _text("path"), _entry(),
    Index("failures_by_path", "path"),
)  # fmt: skip

leases = Table(
    "leases", metadata, _row(), _id(), _text("target"), _text("by"), _text("at"), _text("until"), _entry(),
    Index("leases_by_target", "target", "at"),
)  # fmt: skip
"""Whose a claim is to decide, and until when; the latest row of a target counts."""

visits = Table(
    "visits", metadata, _row(), _id(), _text("url"), _text("etag", null=True), _text("modified", null=True),
    _text("at"), _entry(), Index("visits_by_url", "url", "at"),
)  # fmt: skip
"""What sites gave with their pages; the latest row of a URL counts."""
