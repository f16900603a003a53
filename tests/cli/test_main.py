"""The command answers at once, and turns errors into exit codes."""

from __future__ import annotations

import json
import resource
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner
from tests.service.fakes import fake_read

import enduse
from enduse.cli.main import COMMANDS, cli
from enduse.errors import SourceError

HEAVY = ("rich", "numpy", "onnxruntime", "trafilatura", "zstandard", "enduse.intake", "enduse.extract", "enduse.export")


def test_importing_the_command_imports_no_room_and_nothing_heavy() -> None:
    code = "import sys, json, enduse.cli.main; print(json.dumps(sorted(sys.modules)))"
    modules = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
    assert not [name for name in modules if name.startswith(HEAVY)]


def test_help_takes_less_than_a_fifth_of_a_second_of_cpu() -> None:
    def seconds() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    taken = []
    for _ in range(3):
        before = seconds()
        subprocess.run([sys.executable, "-m", "enduse", "--help"], capture_output=True, check=True)
        taken.append(seconds() - before)
    assert min(taken) < 0.2


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_lists_every_command(flag: str) -> None:
    result = CliRunner().invoke(cli, [flag])
    assert result.exit_code == 0
    assert all(f"  {name}  " in result.output for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_command_has_help_that_begins_as_its_line_in_the_list(name: str) -> None:
    result = CliRunner().invoke(cli, [name, "-h"])
    assert result.exit_code == 0
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert (command.help or "").startswith(COMMANDS[name][1])


def test_version_is_the_version_of_the_package() -> None:
    assert CliRunner().invoke(cli, ["--version"]).output == f"enduse {enduse.__version__}\n"


@pytest.mark.parametrize("arguments", ["raed x", "read", "read 1 --format xlsx", "read 1 --workers 0"])
def test_wrong_usage_exits_2(arguments: str) -> None:
    assert CliRunner().invoke(cli, arguments.split(), obj=fake_read).exit_code == 2


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (SourceError("the model is\x1b[2J damaged"), 1, "enduse: the model is␛[2J damaged\n"),
        (KeyboardInterrupt(), 130, "enduse: interrupted\n"),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_error_becomes_one_line_and_its_exit_code(error: BaseException, code: int, line: str) -> None:
    def fail(*args: object, **options: object) -> None:
        raise error

    result = CliRunner().invoke(cli, ["read", "1"], obj=fail)
    assert (result.exit_code, result.stdout, result.stderr) == (code, "", line)
