"""The examples in README.md and docs/ are true: what they show is what the command prints now.

A console block with a command of enduse in it is run, and its output compared exactly, standard error included; only
the seconds of a run and the scores of claims may differ. A Python block is run too, and one with ">>>" compared with
what it shows. A block under `<!-- not run: reason -->` is left alone.
"""

from __future__ import annotations

import difflib
import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from enduse import __version__

FENCE = re.compile(
    r"(?:^<!-- not run: (?P<reason>[^\n]+?) -->\n+)?^```(?P<language>[a-z]+)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
CALLS_ENDUSE = re.compile(r"(?:^|[|;&(]\s*)enduse\b")
VARYING = re.compile(r"\bin \d+\.\d s$|  [01]\.\d\d(?=  clm-)", re.MULTILINE)
"""The seconds of a run, and scores: eight-bit sums differ a little between processors."""
PYTHON = {"python", "pycon"}


@dataclass(frozen=True)
class Block:
    """One fenced block; line is where its first line of code stands. reason is why it isn't run."""

    line: int
    language: str
    body: str
    reason: str | None = None

    def commands(self) -> Iterator[tuple[str, str]]:
        """Each command of a console block, continued lines joined by their line breaks, with what it shows."""
        for part in re.split(r"^\$ ", self.body, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            while command.endswith("\\"):
                more, _, shown = shown.partition("\n")
                command += "\n" + more.removeprefix("> ")
            yield command, shown

    @property
    def is_run(self) -> bool:
        if self.reason is not None:
            return False
        calls = any(CALLS_ENDUSE.search(command) for command, _ in self.commands())
        return self.language in PYTHON or (self.language == "console" and calls)


def blocks(text: str) -> list[Block]:
    return [
        Block(text.count("\n", 0, match.start("body")) + 1, match["language"], match["body"], match["reason"])
        for match in FENCE.finditer(text)
    ]


@pytest.fixture
def place(root: Path, tmp_path: Path) -> Path:
    """A folder that looks like the root of the repository, in which examples may leave files."""
    for name in ("src", "docs", "README.md"):
        (tmp_path / name).symlink_to(root / name)
    return tmp_path


@pytest.fixture(scope="session")
def documents(root: Path) -> Sequence[Path]:
    return [root / "README.md", *sorted((root / "docs").rglob("*.md"))]


def printed(command: str, place: Path) -> str:
    """What a command prints where the reader would type it, in a pipe of usual width."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ENDUSE_") and name != "COLUMNS"}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**kept, "PATH": path, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        ["bash", "-c", f"exec 2>&1\n{command}"], cwd=place, env=environment, stdout=subprocess.PIPE, timeout=120
    )
    return run.stdout.decode("utf-8")


def differences(block: Block, place: Path, document: str) -> str:
    """What a block shows that is not so; empty when all is."""
    if block.language in PYTHON:
        return _python_differences(block, document)
    found: list[str] = []
    for command, shown in block.commands():
        now = VARYING.sub("…", printed(command, place)).rstrip("\n").splitlines()
        then = VARYING.sub("…", shown).rstrip("\n").splitlines()
        here = f"{document}:{block.line} $ {command}"
        found += difflib.unified_diff(then, now, here, "what it prints now", lineterm="")
    return "\n".join(found)


def _python_differences(block: Block, document: str) -> str:
    if ">>>" not in block.body:
        exec(compile(block.body, f"{document}:{block.line}", "exec"), {"__name__": "__main__"})
        return ""
    example = doctest.DocTestParser().get_doctest(block.body, {}, document, document, block.line - 1)
    told: list[str] = []
    doctest.DocTestRunner(verbose=False).run(example, out=told.append)
    return "".join(told)


def test_examples_are_true(documents: Sequence[Path], root: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    wrong = [
        different
        for path in documents
        for block in blocks(path.read_text("utf-8"))
        if block.is_run and (different := differences(block, place, path.relative_to(root).as_posix()))
    ]
    assert not wrong, "\n\n".join(["shown and printed differ:", *wrong])


def test_readme_has_an_example_that_is_run(root: Path) -> None:
    shown = blocks((root / "README.md").read_text("utf-8"))
    assert any(block.is_run and block.language == "console" for block in shown), "README.md shows no run of enduse"


def test_every_example_that_is_not_run_says_why(documents: Sequence[Path]) -> None:
    assert len(documents) > 10
    unmarked = [
        f"{path.name}:{block.line}"
        for path in documents
        for block in blocks(path.read_text("utf-8"))
        if block.reason is None and not block.is_run and "enduse read" in block.body
    ]
    assert not unmarked, f"call the language `console`, or write <!-- not run: reason --> above: {unmarked}"


def test_an_example_that_lies_is_found(place: Path) -> None:
    true, false = f"$ enduse --version\nenduse {__version__}\n", "$ enduse --version\nenduse 999\n"
    assert differences(Block(1, "console", true), place, "x.md") == ""
    assert "+enduse" in differences(Block(1, "console", false), place, "x.md")
    assert "999" in differences(Block(1, "pycon", ">>> import enduse\n>>> enduse.__version__\n'999'\n"), place, "x.md")


def test_blocks_are_told_apart() -> None:
    text = (
        "a\n\n```console\n$ cat x \\\n>   | enduse read -\nout\n$ ls\n```\n\n<!-- not run: needs news -->\n```console\n"
        "$ enduse read news/\n```\n\n```text\nenduse\n```\n```console\n$ make enduse\n```\n"
    )
    found = blocks(text)
    assert [(block.line, block.is_run, block.reason) for block in found] == [
        (4, True, None),
        (12, False, "needs news"),
        (16, False, None),
        (19, False, None),
    ]
    assert list(found[0].commands()) == [("cat x \\\n  | enduse read -", "out\n"), ("ls", "")]
