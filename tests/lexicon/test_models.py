"""A model's files are whole or refused by name, and a model that is not there lists those that are."""

from __future__ import annotations

import hashlib
import json
from importlib import resources
from pathlib import Path
from types import SimpleNamespace

import pytest

from enduse.errors import SourceError
from enduse.lexicon import models
from enduse.lexicon.models import ModelFolder, open_model

FILES = {"encoder.onnx": b"\x00\xff\r\n\x1a", "gate.tsv": "ruse\t0.5\nfusée\t1.25\n".encode()}


@pytest.fixture
def model(tmp_path: Path) -> ModelFolder:
    """A model built by hand, whole."""
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    return ModelFolder(
        tmp_path, {"sha256": {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}}
    )


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of models of a package that ships spans-1 and spans-2, and a folder that is no model."""
    folder = tmp_path / "data" / "models"
    for name in ("spans-2", "spans-1"):
        (folder / name).mkdir(parents=True)
        (folder / name / "model.json").write_text(json.dumps({"threshold": 0.5, "name": name, "note": "é"}), "utf-8")
    (folder / "draft").mkdir()
    monkeypatch.setattr(models, "resources", SimpleNamespace(files=lambda package: tmp_path))
    return folder


@pytest.mark.parametrize("name", FILES)
def test_file_of_a_model_is_read_byte_for_byte(model: ModelFolder, name: str) -> None:
    assert model.content(name) == FILES[name]


def test_lines_of_a_file_stand_without_their_ends(model: ModelFolder) -> None:
    assert model.lines("gate.tsv") == ["ruse\t0.5", "fusée\t1.25"]


@pytest.mark.parametrize("damage", [b"", b"ruse\t0.5\n", b"ruse\t0.5\nfus\xe9e\t1.25\n", b"ruse\t0.5\r\nfus"])
@pytest.mark.parametrize("way", ["content", "lines"])
def test_damaged_file_is_refused_by_name(model: ModelFolder, way: str, damage: bytes) -> None:
    (model.path / "gate.tsv").write_bytes(damage)
    with pytest.raises(SourceError) as raised:
        getattr(model, way)("gate.tsv")
    found, expected = (hashlib.sha256(content).hexdigest()[:12] for content in (damage, FILES["gate.tsv"]))
    assert str(raised.value) == (
        f"{model.path / 'gate.tsv'} is damaged: sha256 is {found}…, not {expected}…; install enduse again"
    )


@pytest.mark.parametrize("way", ["content", "lines"])
def test_absent_file_is_refused_by_name(model: ModelFolder, way: str) -> None:
    (model.path / "gate.tsv").unlink()
    with pytest.raises(SourceError, match=r"model file .*gate\.tsv cannot be read \(.*\); install enduse again"):
        getattr(model, way)("gate.tsv")


def test_folder_in_the_place_of_a_file_is_refused_by_name(model: ModelFolder) -> None:
    (model.path / "gate.tsv").unlink()
    (model.path / "gate.tsv").mkdir()
    with pytest.raises(SourceError, match=r"gate\.tsv cannot be read"):
        model.content("gate.tsv")


def test_damage_to_one_file_leaves_the_others_readable(model: ModelFolder) -> None:
    (model.path / "gate.tsv").write_bytes(b"")
    assert model.content("encoder.onnx") == FILES["encoder.onnx"]


def test_model_opens_with_its_settings(installed: Path) -> None:
    opened = open_model("spans-1")
    assert opened == ModelFolder(installed / "spans-1", {"threshold": 0.5, "name": "spans-1", "note": "é"})


@pytest.mark.parametrize("name", ["zebra", "spans-3", "draft", "SPANS-1"])
@pytest.mark.usefixtures("installed")
def test_unknown_model_lists_those_that_are_there(name: str) -> None:
    with pytest.raises(SourceError) as raised:
        open_model(name)
    assert str(raised.value) == f"no model named '{name}'; installed: spans-1, spans-2"


def test_unknown_model_says_so_when_there_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "resources", SimpleNamespace(files=lambda package: tmp_path))
    with pytest.raises(SourceError, match="no model named 'spans-1'; installed: none"):
        open_model("spans-1")


@pytest.mark.parametrize("content", [b"", b'{"threshold": 0.', b'{"name": "\xff"}'])
def test_damaged_settings_are_refused_by_name(installed: Path, content: bytes) -> None:
    (installed / "spans-1" / "model.json").write_bytes(content)
    with pytest.raises(SourceError, match=r"spans-1.model\.json is damaged \(.*\); install enduse again"):
        open_model("spans-1")


def test_models_are_looked_for_in_the_package() -> None:
    with pytest.raises(SourceError, match="no model named 'zebra'; installed: "):
        open_model("zebra")


def test_every_model_in_the_package_is_whole() -> None:
    folders = sorted(path.parent for path in Path(str(resources.files("enduse"))).glob("data/models/*/model.json"))
    for folder in folders:
        model = open_model(folder.name)
        assert all(model.content(name) for name in model.settings["sha256"])
