"""Opens the ledger that a person names, and takes care of it: upgrade, check, backup, export, import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from enduse.errors import InputError, LedgerError

if TYPE_CHECKING:
    from enduse.ledger.store import Ledger


def open_ledger(where: str, *, create: bool = False) -> Ledger:
    """Open a ledger, a file or "postgresql://…"; LedgerError says why not.

    create: make it where it is not.
    """
    from enduse.ledger.store import Ledger

    return Ledger.open(where, create=create)


def view_ledger(where: str) -> Ledger:
    """Open a ledger to read it only, as also works in a folder that cannot be written."""
    from enduse.ledger.store import Ledger

    return Ledger.open(where, read_only=True)


def shown_name(where: str) -> str:
    """The name of a ledger without a password that may be in it."""
    from enduse.ledger.engine import shown

    return shown(where)


def upgrade(where: str) -> str:
    """Bring a ledger up to date, a file after a copy of it was made beside it; says what was done."""
    from enduse.ledger.backup import copy_file
    from enduse.ledger.engine import engine_of, is_server, refuse_others, shown, told
    from enduse.ledger.migrate import HEAD, upgrade, version

    refuse_others(where)
    name = shown(where)
    if not is_server(where) and not Path(where).is_file():
        raise LedgerError(f"{name}: there is no ledger; make one with: enduse ingest PATH --db {name}")
    engine = engine_of(where)
    try:
        with told(where):
            with engine.connect() as connection:
                found = version(connection)
            if found == HEAD:
                return f"{name}: is up to date (version {HEAD})"
            kept = ""
            if found is not None and found < HEAD and not is_server(where):
                copy = Path(f"{where}.before-{HEAD}")
                copy_file(Path(where), copy)
                kept = f"; the ledger as it was is in {copy}"
            before, after = upgrade(engine, where)
    finally:
        engine.dispose()
    return f"{name}: upgraded from version {before or 'none'} to {after}{kept}"


def check(where: str) -> Iterator[str]:
    """Look at everything; one line for each thing that is wrong."""
    from enduse.ledger.check import problems

    try:
        ledger = view_ledger(where)
    except LedgerError as error:
        yield str(error).partition(": ")[2]
        return
    with ledger:
        yield from problems(ledger)


def backup(where: str, into: str) -> None:
    """Copy a ledger in a file to a new file, while others may use it."""
    from enduse.ledger.backup import backup

    with view_ledger(where) as ledger:
        backup(ledger, Path(into))


def export_jsonl(where: str) -> Iterator[str]:
    """Every row of the ledger, a line a record."""
    from enduse.ledger.dump import lines

    with view_ledger(where) as ledger, ledger.reading() as connection:
        yield from lines(connection)


def content_hash(where: str) -> str:
    """What two ledgers have in common that know the same."""
    from enduse.ledger.dump import content_hash

    with view_ledger(where) as ledger, ledger.reading() as connection:
        return content_hash(connection)


def import_jsonl(lines: Iterable[str], where: str, *, name: str) -> tuple[str, list[InputError]]:
    """Add a dump to a ledger, which is made if it is not there; says what was done, and what was left out."""
    from enduse.ledger.load import load

    from . import grouping
    from .copies import catch_up

    with open_ledger(where, create=True) as ledger:
        done = load(ledger, lines, name)
        catch_up(ledger)
        grouping.catch_up(ledger)
    new = [
        f"{sum(getattr(added, kind) for added in done.added):,} {kind}"
        for kind in ("documents", "claims", "readings", "extractions", "records")
    ]
    return f"{done.lines:,} lines; new: {', '.join(new)}; {len(done.failed):,} left out", done.failed
