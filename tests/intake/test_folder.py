"""Folders are walked whole, in order, and what is left out is said."""

import errno
import os
from pathlib import Path

import pytest

from enduse.errors import InputError
from enduse.intake.folder import files_under, name_of, shown


def under(path: Path) -> list[str]:
    """Give what is found, relative to the folder."""
    return [str(item).replace(f"{path}/", "") for item in files_under(str(path))]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    for name in (".secret.txt", ".git/a.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")

    assert under(tmp_path) == ["a.txt"]


def test_file_of_another_kind_is_skipped_aloud(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("x")
    (tmp_path / "b").write_text("x")

    docx, bare = under(tmp_path)

    assert docx.startswith("a.docx: skipped: has the suffix '.docx'; in folders enduse reads .txt .md .html .jsonl")
    assert bare.startswith("b: skipped: has no suffix; ")


def test_folder_without_files_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    (error,) = files_under(str(tmp_path))

    assert str(error).startswith(f"{tmp_path}: holds no files (hidden ones are not read)")


def test_absent_path_is_an_error() -> None:
    assert [str(item) for item in files_under("absent.txt")] == ["absent.txt: is not there; check the path"]


def test_path_with_a_nul_is_an_error() -> None:
    (error,) = files_under("a\0b.txt")

    assert str(error).startswith("a\\x00b.txt: cannot be read (embedded null")


def test_broken_link_is_an_error_that_names_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("gone.txt")

    assert under(tmp_path) == ["a.txt: is a link to 'gone.txt', which is not there; mend or remove the link"]


def test_link_to_itself_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")

    assert under(tmp_path) == ["a.txt: is a link that leads back to itself; remove the link"]


def test_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/a.txt").write_text("x")
    (tmp_path / "b.txt").symlink_to("kept/a.txt")

    assert under(tmp_path) == ["b.txt", "kept/a.txt"]


def test_folder_that_links_lead_to_again_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("x")
    (tmp_path / "in/back").symlink_to(tmp_path)

    assert under(tmp_path) == ["in/a.txt", f"in/back: skipped: is the folder '{tmp_path}' once more"]


def test_folders_deeper_than_the_stack_are_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depth = 1500
    monkeypatch.chdir(tmp_path)
    for _ in range(depth):
        os.mkdir("d")
        os.chdir("d")
    Path("a.txt").write_text("x")
    os.chdir(tmp_path)

    found = [str(item) for item in files_under("d")]

    os.remove("d/" * depth + "a.txt")  # by hand, for pytest's own clean-up recurses
    for level in range(depth, 0, -1):
        os.rmdir("d/" * level)
    assert found == ["d/" * depth + "a.txt"]


@pytest.mark.parametrize("failing", ["stat", "listdir"])
def test_folder_that_may_not_be_read_is_an_error(failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "z.txt").write_text("x")
    original = getattr(os, failing)

    def refuse(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return original(path)

    monkeypatch.setattr(os, failing, refuse)

    assert under(tmp_path) == [
        "closed: may not be read (permission denied); make it readable (chmod u+r, and u+x on folders)",
        "z.txt",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_in_a_folder_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")

    assert under(tmp_path) == ["a.jsonl: skipped: is a pipe; a pipe is read when named as an input itself"]


def test_name_that_is_no_text_gives_an_id_that_can_be_written() -> None:
    path = os.fsdecode(b"caf\xe9.txt")

    assert name_of(path) == "caf\ufffd.txt"
    assert InputError(shown(path), "x").where == "caf\ufffd.txt"


def test_name_with_a_line_end_is_shown_on_one_line() -> None:
    assert shown("a\nb\x1b.txt") == "a\\nb\\x1b.txt"
