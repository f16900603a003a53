"""Makes the first ledger: its tables, the words to search by, and the triggers that keep it whole."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

ROW = '"row" {number} PRIMARY KEY'
ENTRY = '"entry" {number} NOT NULL REFERENCES entries(seq)'
ID = '"id" TEXT NOT NULL UNIQUE'
DECIDED = '"by" TEXT NOT NULL, "at" TEXT NOT NULL, "why" TEXT NOT NULL'

TABLES = {
    "entries": 'seq {number} PRIMARY KEY, "at" TEXT NOT NULL, run TEXT NOT NULL, UNIQUE ("at", run)',
    "texts": f"{ROW}, sha256 TEXT NOT NULL UNIQUE, text TEXT NOT NULL, {ENTRY}",
    "documents": f"{ROW}, id TEXT NOT NULL, digest TEXT NOT NULL, text {{number}} NOT NULL REFERENCES texts(row), "
    "name TEXT NOT NULL, title TEXT, published_on TEXT, publisher TEXT, url TEXT, "
    f"{ENTRY}, UNIQUE (id, digest)",
    "claims": f"{ROW}, {ID}, text {{number}} NOT NULL REFERENCES texts(row), type TEXT NOT NULL, status TEXT, "
    'state TEXT, mode TEXT, stance TEXT NOT NULL, "start" {number} NOT NULL, "end" {number} NOT NULL, '
    f"quote TEXT NOT NULL, roles TEXT NOT NULL, {ENTRY}, "
    'CONSTRAINT claims_extent CHECK ("start" >= 0 AND "end" > "start")',
    "readings": f"{ROW}, text {{number}} NOT NULL REFERENCES texts(row), reader TEXT NOT NULL, {ENTRY}, "
    "UNIQUE (text, reader)",
    "extractions": f"{ROW}, claim {{number}} NOT NULL REFERENCES claims(row), reader TEXT NOT NULL, "
    f"score {{real}} NOT NULL, {ENTRY}, UNIQUE (claim, reader)",
    "resolutions": f"{ROW}, {ID}, claim {{number}} NOT NULL REFERENCES claims(row), role TEXT NOT NULL, "
    "filler {number} NOT NULL, scheme TEXT NOT NULL, code TEXT, level TEXT, why TEXT NOT NULL, "
    f"resolver TEXT NOT NULL, detail TEXT NOT NULL, {ENTRY}",
    "judgements": f"{ROW}, {ID}, target TEXT NOT NULL, verdict TEXT NOT NULL, replacement TEXT, {DECIDED}, {ENTRY}",
    "gradings": f"{ROW}, {ID}, target TEXT NOT NULL, claims TEXT NOT NULL, reliability TEXT NOT NULL, "
    f"credibility TEXT NOT NULL, {DECIDED}, {ENTRY}",
    "links": f'{ROW}, {ID}, "of" TEXT NOT NULL, "left" TEXT NOT NULL, "right" TEXT NOT NULL, '
    f"verdict TEXT NOT NULL, {DECIDED}, {ENTRY}",
    "copies": f"{ROW}, {ID}, later TEXT NOT NULL, earlier TEXT NOT NULL, how TEXT NOT NULL, "
    "jaccard {real} NOT NULL, contained {real} NOT NULL, threshold {real} NOT NULL, run TEXT NOT NULL, "
    f"method TEXT NOT NULL, {ENTRY}",
    "retractions": f"{ROW}, {ID}, target TEXT NOT NULL, digest TEXT NOT NULL, withdrawn {{number}} NOT NULL, "
    f"{DECIDED}, {ENTRY}",
    "runs": f"{ROW}, {ID}, command TEXT NOT NULL, enduse TEXT NOT NULL, reader TEXT NOT NULL, inputs TEXT NOT NULL, "
    f"started_at TEXT NOT NULL, {ENTRY}",
    "failures": f"{ROW}, {ID}, place TEXT NOT NULL, what TEXT NOT NULL, path TEXT NOT NULL, {ENTRY}",
}

INDEX_TABLES = {
    "signatures": "text {number} PRIMARY KEY, signature {bytes} NOT NULL",
    "bands": "band {number} NOT NULL, text {number} NOT NULL, PRIMARY KEY (band, text)",
}
"""What copies are found by; like the words it is made of the texts, and can be made again."""

INDEXES = {
    "documents_by_text": "documents (text)",
    "documents_by_publisher": "documents (publisher, text)",
    "documents_by_day": "documents (published_on, text)",
    "claims_by_text": "claims (text)",
    "claims_by_labels": "claims (type, status, state, stance)",
    "extractions_by_score": "extractions (score)",
    "resolutions_by_claim": "resolutions (claim)",
    "resolutions_by_code": "resolutions (scheme, code, claim)",
    "judgements_by_target": "judgements (target)",
    "gradings_by_target": "gradings (target)",
    "links_by_left": 'links ("left")',
    "links_by_right": 'links ("right")',
    "copies_by_later": "copies (later)",
    "copies_by_earlier": "copies (earlier)",
    "retractions_by_target": 'retractions (target, "at")',
    "failures_by_path": "failures (path)",
}

COLUMNS = (
    "supplier", "recipient", "agent", "holder", "party", "broker", "from", "to", "weapon", "origin", "target", "via",
    "place", "time", "claimant", "sentence",
)  # fmt: skip
"""Of claim_words in SQLite: a column a role that names something, and the whole sentence."""

_SQLITE_WORDS = "content='', columnsize=0, tokenize='unicode61 remove_diacritics 2'"
_QUOTED_COLUMNS = ", ".join(f'"{name}"' for name in COLUMNS)
SQLITE = [
    f"CREATE VIRTUAL TABLE claim_words USING fts5({_QUOTED_COLUMNS}, {_SQLITE_WORDS})",
    f"CREATE VIRTUAL TABLE text_words USING fts5(words, {_SQLITE_WORDS})",
    *(
        f"INSERT INTO {table} ({table}, rank) VALUES ('{setting}', {value})"
        for table in ("claim_words", "text_words")
        for setting, value in (("hashsize", 32 * 1024 * 1024), ("automerge", 8))
    ),
    """
    CREATE TRIGGER claims_quote BEFORE INSERT ON claims
    WHEN (SELECT substr(text, NEW."start" + 1, NEW."end" - NEW."start") FROM texts WHERE "row" = NEW.text)
         IS NOT NEW.quote
    BEGIN SELECT RAISE(ABORT, 'the quote of a claim is not what its text says there'); END
    """,
    """
    CREATE TRIGGER claims_roles BEFORE INSERT ON claims
    WHEN EXISTS (
      SELECT 1 FROM json_each(NEW.roles) AS span
      WHERE json_extract(span.value, '$[1]') < NEW."start"
        OR substr(NEW.quote, json_extract(span.value, '$[1]') - NEW."start" + 1,
                  json_extract(span.value, '$[2]') - json_extract(span.value, '$[1]'))
           IS NOT json_extract(span.value, '$[3]'))
    BEGIN SELECT RAISE(ABORT, 'a role of a claim is not what its quote says there'); END
    """,
    *(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'a ledger only grows: rows of {table} are never changed or taken away'); END"
        for table in TABLES
        for verb in ("UPDATE", "DELETE")
    ),
]

POSTGRESQL = [
    'CREATE TABLE claim_words ("row" BIGINT PRIMARY KEY, words tsvector NOT NULL)',
    'CREATE TABLE text_words ("row" BIGINT PRIMARY KEY, words tsvector NOT NULL)',
    "CREATE INDEX claim_words_by_word ON claim_words USING gin (words)",
    "CREATE INDEX text_words_by_word ON text_words USING gin (words)",
    """
    CREATE FUNCTION enduse_check_claim() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT substr(text, (NEW."start" + 1)::int, (NEW."end" - NEW."start")::int) FROM texts WHERE "row" = NEW.text)
         IS DISTINCT FROM NEW.quote THEN
        RAISE EXCEPTION 'the quote of a claim is not what its text says there';
      END IF;
      IF EXISTS (
        SELECT 1 FROM jsonb_array_elements(NEW.roles::jsonb) AS span
        WHERE (span->>1)::int < NEW."start"
          OR substr(NEW.quote, (span->>1)::int - NEW."start"::int + 1, (span->>2)::int - (span->>1)::int)
             IS DISTINCT FROM span->>3) THEN
        RAISE EXCEPTION 'a role of a claim is not what its quote says there';
      END IF;
      RETURN NEW;
    END $$
    """,
    "CREATE TRIGGER claims_quote BEFORE INSERT ON claims FOR EACH ROW EXECUTE FUNCTION enduse_check_claim()",
    """
    CREATE FUNCTION enduse_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'a ledger only grows: rows of %% are never changed or taken away', TG_TABLE_NAME;
    END $$
    """,
    *(
        f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION enduse_only_grows()"
        for table in TABLES
    ),
]


POSTGRESQL_TYPES = {"number": "BIGINT", "real": "DOUBLE PRECISION", "bytes": "BYTEA"}
SQLITE_TYPES = {"number": "INTEGER", "real": "FLOAT", "bytes": "BLOB"}


def upgrade() -> None:
    """Make everything; a ledger has nothing before this step."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    types = POSTGRESQL_TYPES if postgresql else SQLITE_TYPES
    for table, columns in TABLES.items():
        _run(f"CREATE TABLE {table} ({columns.format(**types)})")
    for table, columns in INDEX_TABLES.items():
        _run(
            f"CREATE TABLE {table} ({columns.format(**types)})"
            + " WITHOUT ROWID" * (not postgresql and table == "bands")
        )
    for name, on in INDEXES.items():
        _run(f"CREATE INDEX {name} ON {on}")
    for statement in POSTGRESQL if postgresql else SQLITE:
        _run(statement)


def _run(statement: str) -> None:
    op.get_bind().exec_driver_sql(statement)
