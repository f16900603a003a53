"""Answers what is reported of truces in a ledger, and how long truces held, from a ledger or from a table."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from enduse.errors import InputError, UsageError
from enduse.model import ClaimType
from enduse.model.kept import ClaimFilter
from enduse.model.truce import Silence, Spell, Survival, Truce

from .asking import moment
from .ledgers import view_ledger
from .planning import ALL, kept_of, lands_lookup, today

if TYPE_CHECKING:
    from enduse.link.ceasefires import Asked

_TRUE, _FALSE = {"1", "true", "yes", "y"}, {"0", "false", "no", "n", ""}


class Held(NamedTuple):
    """How long truces held. left_out: truces without a length, each with its reason."""

    spells: tuple[Spell, ...]
    steps: tuple[Survival, ...]
    median: int | None
    left_out: tuple[str, ...]


def ceasefires(where: str, *, place: str | None = None, as_of: str | None = None) -> list[Truce]:
    """The truces that a ledger holds claims of. place: words that must stand in the country's name or a place."""
    from enduse.link.ceasefires import truces_of

    found = truces_of(_asked(where, as_of))
    return [truce for truce in found if place is None or _is_at(place, (truce.name, *truce.places))]


def silences(days: Iterable[date]) -> tuple[Silence, ...]:
    """Between which of the days on which a source said something it was silent for long."""
    from enduse.link.ceasefires import silences_of

    return silences_of(days)


def held(where: str, *, place: str | None = None, as_of: str | None = None) -> Held:
    """How long the truces of a ledger held, by Kaplan and Meier. place: words that must stand in the name."""
    from enduse.link.ceasefires import spells_of

    spells, left_out = spells_of(_asked(where, as_of))
    wanted = [spell for spell in spells if place is None or _is_at(place, (spell.name,))]
    return _held(wanted, [said for said in left_out if place is None or _is_at(place, (said,))])


def held_of_table(path: Path) -> Held:
    """The same of a CSV file with columns start, end and censored (yes, no); other columns are left alone.

    end is the day on which the truce ended, or the last day on which it is known to have held. InputError names the
    line that cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := [name for name in ("start", "end", "censored") if name not in (reader.fieldnames or ())]:
                raise UsageError(f"{path}: has no column {missing[0]!r}; it needs start, end and censored")
            spells = [_spell(row, f"{path}:{reader.line_num}") for row in reader]
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as a table of UTF-8: {error}") from error
    return _held(spells, ())


def curve(found: Held) -> str:
    """Draw the curve as SVG; UsageError where no truce has a length."""
    from enduse.export.curve import curve_svg

    if not found.steps:
        raise UsageError("no truce has a length, so there is nothing to draw; see what was left out, and why")
    return curve_svg(found.steps, f"How long {len(found.spells)} truces held, with 95 % intervals")


def _held(spells: Iterable[Spell], left_out: Iterable[str]) -> Held:
    from enduse.link.survival import kaplan_meier, median

    kept = tuple(spells)
    steps = tuple(kaplan_meier(kept))
    return Held(kept, steps, median(steps), tuple(left_out))


def _spell(row: dict[str, str], place: str) -> Spell:
    try:
        start, end = date.fromisoformat(row["start"].strip()), date.fromisoformat(row["end"].strip())
        censored = row["censored"].strip().casefold()
        if censored not in _TRUE | _FALSE:
            raise ValueError(f"censored is {censored!r}; write yes or no")
        return Spell(place, (end - start).days, censored in _TRUE)
    except (ValueError, AttributeError) as error:
        raise InputError(place, str(error)) from error


def _asked(where: str, as_of: str | None) -> Asked:
    from enduse.ledger.find import ClaimQuery
    from enduse.ledger.reports import report_of_texts
    from enduse.lexicon.actors import open_actors
    from enduse.lexicon.places import open_places
    from enduse.link.ceasefires import Asked

    def name_of(code: str) -> str:
        try:
            return open_places().place(code).name
        except KeyError:
            return open_actors().name_of(code) if open_actors().known(code) else code

    then = moment(as_of) if as_of is not None else None
    with view_ledger(where) as ledger, ledger.reading() as connection:
        asked = ClaimFilter(types=(ClaimType.CEASEFIRE.value,), as_of=then)
        claims = kept_of(connection, ClaimQuery(connection, asked).page(ALL, None), then)
        reports = report_of_texts(connection, then)
    day = date.fromisoformat(then[:10]) if then else today()
    return Asked(claims, reports, lands_lookup(), name_of, day)


def _is_at(place: str, words: Iterable[str]) -> bool:
    return any(place.casefold() in said.casefold() for said in words)
