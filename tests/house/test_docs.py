"""What can be listed is documented: commands, options, exit codes, errors, terms, roles, formats, parts, decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

import enduse
from enduse import errors, model
from enduse.cli import main as cli
from enduse.export import csv, record, resolved
from enduse.model import ROLES_OF

if TYPE_CHECKING:
    from tests.house.conftest import Module

HEADING = re.compile(r"^(#{2,3}) (.*)$", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
NOUNS = [noun for name in model.__all__ if isinstance(noun := getattr(model, name), type)]
ENUMS = [noun for noun in NOUNS if issubclass(noun, StrEnum)]
ERRORS = [found for found in vars(errors).values() if isinstance(found, type) and issubclass(found, errors.EnduseError)]
RECORDS = [
    *(record.DocumentRecord, record.ClaimRecord, record.SpanRecord, resolved.ReferentRecord, resolved.CandidateRecord),
    *(resolved.QuantityRecord, resolved.PeriodRecord, resolved.LinkRecord, resolved.WordsRecord),
]


def read(root: Path, name: str) -> str:
    return (root / "docs" / name).read_text("utf-8")


def section(text: str, term: str) -> str:
    """The part of a page under the heading that has the term in backticks, up to the next heading of its level."""
    for match in HEADING.finditer(text):
        if term in CODE.findall(match[2]):
            end = re.search(rf"^#{{2,{len(match[1])}}} ", text[match.end() :], re.MULTILINE)
            return text[match.end() : match.end() + end.start()] if end else text[match.end() :]
    raise AssertionError(f"no heading with `{term}`")


def rows(text: str) -> Iterator[list[str]]:
    """The cells of every table row whose first cell holds a term in backticks."""
    for line in re.findall(r"^\|(.+)\|$", text, re.MULTILINE):
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)]
        if CODE.search(cells[0]):
            yield cells


def terms(text: str) -> list[str]:
    """The terms in the first cells of a page's or section's tables, in their order."""
    return [term for cells in rows(text) for term in CODE.findall(cells[0])]


def commands() -> Iterator[tuple[str, click.Command]]:
    """All commands, and those under them ("registers list")."""
    for name in cli.COMMANDS:
        command = cli.cli.get_command(click.Context(cli.cli), name)
        assert command is not None
        yield name, command
        for inner, under in (command.commands if isinstance(command, click.Group) else {}).items():
            yield f"{name} {inner}", under


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_vocabulary_holds_every_value_of_an_enum(root: Path, enum: type[StrEnum]) -> None:
    assert terms(section(read(root, "vocabulary.md"), enum.__name__)) == [member.value for member in enum]


def test_vocabulary_holds_every_public_name(root: Path) -> None:
    named = set(CODE.findall(read(root, "vocabulary.md")))
    public = [name for name in enduse.__all__ if name[0].isupper()]
    assert len(public) > 10
    assert [name for name in public if name not in named] == []


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_codebook_explains_every_value_of_an_enum(root: Path, enum: type[StrEnum]) -> None:
    assert terms(section(read(root, "codebook.md"), enum.__name__)) == [member.value for member in enum]


def test_codebook_gives_each_type_its_roles(root: Path) -> None:
    table = rows(section(read(root, "codebook.md"), "ROLES_OF"))
    told = {cells[0].strip("`"): set(CODE.findall(cells[1])) for cells in table}
    assert told == {kind.value: {role.value for role in roles} for kind, roles in ROLES_OF.items()}


def test_every_error_is_documented_with_its_exit_code(root: Path) -> None:
    assert len(ERRORS) > 3
    told = {cells[0].strip("`"): cells[-1] for cells in rows(section(read(root, "errors.md"), "EnduseError"))}
    assert told == {error.__name__: str(error.exit_code) for error in ERRORS}


def test_every_exit_code_is_documented(root: Path) -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", read(root, "cli.md"), re.MULTILINE)}
    assert told == {0, cli.INTERRUPTED, cli.BROKEN_PIPE} | {error.exit_code for error in ERRORS}


def test_every_command_and_option_is_documented(root: Path) -> None:
    page = read(root, "cli.md")
    seen = 0
    for name, command in commands():
        options = [option for option in command.params if isinstance(option, click.Option)]
        spelled = {spelling for option in options for spelling in [*option.opts, *option.secondary_opts]}
        own = section(page, f"enduse {name}").partition("\n### `enduse")[0]
        told = {word.split()[0] for word in terms(own) if word.startswith("-")}
        assert told == spelled | {"-h", "--help"}, name
        seen += len(options)
    assert seen > 5


def test_every_choice_of_an_option_is_documented(root: Path) -> None:
    page = read(root, "cli.md")
    choices = [
        (name, str(choice))
        for name, command in commands()
        for option in command.params
        if isinstance(option.type, click.Choice)
        for choice in option.type.choices
    ]
    assert choices
    assert [c for c in choices if c[1] not in CODE.findall(section(page, f"enduse {c[0]}"))] == []


def test_every_command_and_option_has_help() -> None:
    for name, command in commands():
        assert command.help, name
        assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == []


@pytest.mark.parametrize("shape", RECORDS, ids=lambda shape: shape.__name__)
def test_every_field_of_the_json_is_documented(root: Path, shape: Any) -> None:
    assert terms(section(read(root, "formats/reading.md"), shape.__name__)) == list(shape.__annotations__)


def test_every_column_of_the_csv_is_documented(root: Path) -> None:
    assert terms(section(read(root, "formats/reading.md"), "COLUMNS")) == list(csv.COLUMNS)


def test_every_part_of_the_house_is_in_the_architecture(root: Path, package: Sequence[Module]) -> None:
    table = rows(section(read(root, "architecture.md"), "src/enduse/"))
    told = {cells[0].strip("`").strip("/").removesuffix(".py"): cells[-1] for cells in table}
    built = {part for part, what in told.items() if not what.startswith("Not built yet")}
    parts = {module.part for module in package} - {"enduse"} | {"data"}
    assert built == parts


def test_decisions_are_numbered_and_say_what_they_cost(root: Path) -> None:
    pages = sorted((root / "docs" / "decisions").glob("*.md"))
    assert [page.name[:5] for page in pages] == [f"{number:04}-" for number in range(1, len(pages) + 1)]
    assert len(pages) >= 7
    for page in pages:
        headings = [match[2] for match in HEADING.finditer(page.read_text("utf-8"))]
        assert headings[:3] == ["Question", "Choice", "What it costs"], page.name


def test_links_between_pages_lead_somewhere(root: Path) -> None:
    pages = [root / "README.md", root / "CONTRIBUTING.md", *(root / "docs").rglob("*.md")]
    links = [(page, link) for page in pages for link in LINK.findall(page.read_text("utf-8"))]
    inner = [(page, link) for page, link in links if "://" not in link]
    assert len(inner) >= 10
    assert [f"{page.name}: {link}" for page, link in inner if not (page.parent / link).exists()] == []
