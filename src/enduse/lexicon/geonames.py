"""Reads the rows of a GeoNames dump: `SY.txt`, `cities500.txt`, `allCountries.txt`, or the zip file that it came in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ..errors import InputError

COLUMNS = 19
"""Cells of a row, as https://download.geonames.org/export/dump/readme.txt lists them."""


@dataclass(frozen=True, slots=True)
class DumpRow:
    """One place of GeoNames.

    group: its feature class, one letter ("P" populated place, "A" administrative); kind: its feature code ("PPLC").
    region: the code of its first-level region inside the country, empty where there is none. population: 0 if not told.
    """

    id: int
    name: str
    plain: str
    other_names: tuple[str, ...]
    latitude: float
    longitude: float
    group: str
    kind: str
    country: str
    region: str
    population: int


def read_dump(path: Path) -> Iterator[DumpRow]:
    """The rows of a dump, in its order.

    Raises InputError if the file cannot be read, or at the first line that is no row of GeoNames.
    """
    with _opened(path) as lines:
        for number, line in enumerate(lines, 1):
            where = f"{path}:{number}"
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError as error:
                raise InputError(
                    where, f"is not UTF-8 ({error.reason}); give a dump of GeoNames as it was downloaded"
                ) from error
            if text.strip():
                yield _row(where, text.rstrip("\r\n").split("\t"))


def _row(where: str, cells: list[str]) -> DumpRow:
    if len(cells) != COLUMNS:
        raise InputError(where, f"is no row of GeoNames: cells with tabs between them are {len(cells)}, not {COLUMNS}")
    try:
        return DumpRow(
            id=int(cells[0]),
            name=cells[1],
            plain=cells[2],
            other_names=tuple(filter(None, cells[3].split(","))),
            latitude=float(cells[4]),
            longitude=float(cells[5]),
            group=cells[6],
            kind=cells[7],
            country=cells[8].lower(),
            region=cells[10],
            population=int(cells[14] or 0),
        )
    except ValueError as error:
        raise InputError(where, f"{error}; columns 1, 5, 6 and 15 of a GeoNames row are numbers") from error


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as file:
            if file.read(4) == b"PK\x03\x04":
                with zipfile.ZipFile(path) as archive, archive.open(_member(path, archive)) as inner:
                    yield io.BufferedReader(inner)  # type: ignore[type-var]
            else:
                file.seek(0)
                yield file
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror or error})") from error
    except zipfile.BadZipFile as error:
        raise InputError(str(path), f"is a damaged zip file ({error}); download it again") from error


def _member(path: Path, archive: zipfile.ZipFile) -> str:
    names = [name for name in archive.namelist() if name.endswith(".txt") and Path(name).name != "readme.txt"]
    if len(names) != 1:
        raise InputError(str(path), f"holds {len(names)} lists ({', '.join(names) or 'none'}); give a zip with one")
    return names[0]
