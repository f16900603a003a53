"""A dump of GeoNames is read plain or zipped, and what is none is refused with its line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from enduse.errors import InputError
from enduse.lexicon.geonames import read_dump

ROW = "7\tBřezová\tBrezova\tBrzowa,Бржезова\t48.51\t17.25\tP\tPPLA2\tAV\t\t03\t\t\t\t1200\t\t88\tAverna\t2031-04-11"


def dump(folder: Path, text: str) -> Path:
    path = folder / "AV.txt"
    path.write_text(text, "utf-8")
    return path


def test_row_is_read_with_its_names_and_numbers(tmp_path: Path) -> None:
    (row,) = read_dump(dump(tmp_path, f"{ROW}\n\n"))
    assert (row.id, row.name, row.plain, row.other_names) == (7, "Březová", "Brezova", ("Brzowa", "Бржезова"))
    assert (row.country, row.region, row.kind, row.population) == ("av", "03", "PPLA2", 1200)
    assert (row.latitude, row.longitude) == (48.51, 17.25)


def test_zip_file_as_it_was_downloaded_is_read(tmp_path: Path) -> None:
    path = tmp_path / "AV.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about this file")
        archive.writestr("AV.txt", ROW)
    assert [row.id for row in read_dump(path)] == [7]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id\tname\n", "AV.txt:1: is no row of GeoNames: cells with tabs between them are 2, not 19"),
        (f"{ROW}\n{ROW.replace('48.51', 'north')}", "AV.txt:2: could not convert string to float: 'north'"),
    ],
)
def test_line_that_is_no_row_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        list(read_dump(dump(tmp_path, text)))
    assert said in str(caught.value)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "AV.txt"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="is not UTF-8"):
        list(read_dump(path))


def test_absent_file_and_damaged_zip_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(read_dump(tmp_path / "none.txt"))
    path = tmp_path / "AV.zip"
    path.write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(InputError, match="damaged zip"):
        list(read_dump(path))


def test_zip_with_several_lists_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("AV.txt", ROW)
        archive.writestr("BR.txt", ROW)
    with pytest.raises(InputError, match="holds 2 lists"):
        list(read_dump(path))
