"""The names are looked up behind the reader, in whatever process it reads, and --raw leaves that out."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from tests.service.fakes import FakeReader, fake_documents

from enduse.errors import SourceError
from enduse.model import Document, Reading, Role
from enduse.service.readers import reader_for, resolving_reader, spans_reader
from enduse.service.reading import read_documents

SENT = "Norland sent T-72 tanks to Averna."
resolving = partial(resolving_reader, None, FakeReader)


def test_reader_keeps_its_name_and_looks_names_up() -> None:
    reader = resolving()
    assert reader.name == "fake-1"
    (reading,) = reader.read([Document("a", SENT)])
    (extraction,) = reading.extractions
    (weapon,) = reading.resolved[extraction.claim.id].roles[Role.WEAPON]
    assert weapon.referent is not None
    assert weapon.referent.code == "t72"
    assert weapon.name == "T-72"


def test_raw_is_the_reader_alone() -> None:
    assert reader_for(raw=True) is spans_reader
    assert reader_for(raw=True, registers="anything") is spans_reader


def test_raw_loads_no_look_up_and_no_register() -> None:
    code = (
        "import sys; from enduse.service import reading, readers; readers.reader_for(raw=True);"
        "print(*(name for name in sys.modules if name.startswith(('enduse.resolve', 'enduse.lexicon'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.split() == []


def test_workers_resolve_as_one_process_does() -> None:
    documents = list(fake_documents(20, SENT))
    alone = list(read_documents(documents, make_reader=resolving))
    spread = list(read_documents(documents, make_reader=resolving, workers=2))
    assert alone == spread
    assert all(isinstance(reading, Reading) and reading.resolved for reading in alone)


def test_claim_that_is_left_out_leaves_nothing_resolved_behind() -> None:
    (reading,) = read_documents([Document("a", SENT)], make_reader=resolving, types=["ceasefire"])
    assert isinstance(reading, Reading)
    assert reading.resolved == {}


def test_own_register_lies_over_ours(tmp_path: Path) -> None:
    row = "t72\tOur tank\tarmour.mbt\tT-72\tSU\tI\t-\town knowledge"
    columns = "id\tname\tclass\taliases\tdesign_origin\tunroca\twatch_out\tbasis"
    (tmp_path / "weapons.tsv").write_text(f"{columns}\n{row}\n")
    (reading,) = resolving_reader(tmp_path, FakeReader).read([Document("a", SENT)])
    (weapon,) = next(iter(reading.resolved.values())).roles[Role.WEAPON]
    assert weapon.name == "Our tank"


def test_own_register_that_is_damaged_stops_the_run_with_its_line(tmp_path: Path) -> None:
    columns = "id\tname\tclass\taliases\tdesign_origin\tunroca\twatch_out\tbasis"
    (tmp_path / "weapons.tsv").write_text(f"{columns}\nt72\tTank\n")
    make_reader = partial(resolving_reader, tmp_path, FakeReader)
    with pytest.raises(SourceError, match=r"weapons\.tsv:2"):
        list(read_documents([Document("a", SENT)], make_reader=make_reader))
