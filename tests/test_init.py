"""What `import enduse` offers, and that it opens nothing until it is used."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import enduse

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def test_importing_enduse_imports_nothing_but_itself() -> None:
    code = "import sys; before = set(sys.modules); import enduse; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    heavy = ("enduse.", "numpy", "rich", "click", "socket", "json", "onnxruntime")
    modules = done.stdout.split()
    assert "enduse" in modules
    assert not [name for name in modules if name.startswith(heavy)]


def test_public_names_are_these() -> None:
    assert set(enduse.__all__) == {
        *(
            "Claim",
            "ClaimType",
            "Document",
            "Extraction",
            "Mode",
            "Reading",
            "Role",
            "Span",
            "Stance",
            "State",
            "Status",
        ),
        *("Candidate", "ClaimantClass", "ClaimantRead", "Credit", "Link"),
        *("Period", "Quantity", "Referent", "Resolved", "ResolvedClaim"),
        *("EnduseError", "InputError", "LedgerError", "SourceError", "StaleError", "UsageError"),
        *("Readings", "ReadingView", "read", "read_text", "__version__"),
        *("claims", "ingest", "search"),
    }


@pytest.mark.parametrize("name", enduse.__all__)
def test_public_name_leads_to_something(name: str) -> None:
    assert getattr(enduse, name) is not None
    assert name in dir(enduse)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'enduse' has no attribute 'raed'"):
        _ = enduse.raed


def test_version_is_that_of_the_project() -> None:
    assert tomllib.loads(PROJECT.read_text())["project"]["version"] == enduse.__version__


def test_read_refuses_a_type_that_there_is_not() -> None:
    pytest.importorskip("enduse.intake.inputs")
    with pytest.raises(enduse.UsageError, match="no claim type named 'transfre'"):
        enduse.read(types=["transfre"])


def test_ledger_is_filled_and_asked(tmp_path: Path) -> None:
    db = str(tmp_path / "x.db")
    report = enduse.ingest(PROJECT.parent / "src/enduse/data/demo/demo.jsonl", db=db)
    assert (report.documents, report.failed) == (10, 0)
    page = enduse.claims(db, types="ceasefire", supplier=None, limit=3)
    assert [kept.claim.type for kept in page.claims] == ["ceasefire"] * 3
    assert page.after is not None
    assert enduse.search(db, "truce").hits


def test_ingest_takes_what_the_command_takes(tmp_path: Path) -> None:
    source, db = PROJECT.parent / "src/enduse/data/demo/demo.jsonl", str(tmp_path / "x.db")
    enduse.ingest(source, db=db, raw=True, retry=True, allow_private=False)
    page = enduse.claims(db, limit=3)
    assert {kept.resolutions for kept in page.claims} == {()}
    with pytest.raises(enduse.UsageError, match="no option 'alow_private'; it has allow_private, retry"):
        enduse.ingest(source, db=db, alow_private=True)  # type: ignore[call-arg]


def test_ingest_lays_own_registers_over_ours(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "actors.tsv").write_bytes(b"\xff")
    (tmp_path / "a.txt").write_text("Averna sent tanks to Brezova in 2031.")
    with pytest.raises(enduse.EnduseError, match=r"actors\.tsv"):
        enduse.ingest(tmp_path / "a.txt", db=str(tmp_path / "x.db"), registers=tmp_path / "own")
