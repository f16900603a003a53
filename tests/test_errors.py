"""The tree of errors is as drawn, and each one tells a person what happened."""

from __future__ import annotations

import pickle
import re

import pytest

from enduse import errors
from enduse.errors import EnduseError, InputError, LedgerError, SourceError, UsageError


@pytest.mark.parametrize(
    ("kind", "code"), [(EnduseError, 1), (SourceError, 1), (LedgerError, 1), (UsageError, 2), (InputError, 3)]
)
def test_each_error_ends_a_command_with_its_exit_code(kind: type[EnduseError], code: int) -> None:
    assert kind.exit_code == code


def test_tree_on_top_of_the_module_draws_every_error_with_its_codes() -> None:
    drawn = re.findall(r"\+ (\w+) .*exit (\d)   status (\d+)$", errors.__doc__ or "", re.MULTILINE)
    raised = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, EnduseError)]
    assert {name: (int(code), int(status)) for name, code, status in drawn} == {
        kind.__name__: (kind.exit_code, kind.http_status) for kind in raised if kind is not EnduseError
    }


@pytest.mark.parametrize("kind", [UsageError, InputError, SourceError, LedgerError])
def test_every_error_is_caught_as_an_enduse_error(kind: type[EnduseError]) -> None:
    assert issubclass(kind, EnduseError)


def test_no_error_is_caught_as_another_kind() -> None:
    kinds = [UsageError, InputError, SourceError, LedgerError]
    assert not [(a, b) for a in kinds for b in kinds if a is not b and issubclass(a, b)]


@pytest.mark.parametrize("kind", [EnduseError, UsageError, SourceError])
def test_text_of_an_error_is_what_it_was_raised_with(kind: type[EnduseError]) -> None:
    assert str(kind("no reader named 'zebra'; installed: spans-1")) == "no reader named 'zebra'; installed: spans-1"


def test_text_of_an_input_error_says_where_before_what() -> None:
    assert str(InputError("news.jsonl:14", "text is missing; give each line a text")) == (
        "news.jsonl:14: text is missing; give each line a text"
    )


def test_input_error_keeps_where_and_what_apart() -> None:
    error = InputError("C:\\news: old.txt", "is empty: nothing to read")
    assert (error.where, error.what) == ("C:\\news: old.txt", "is empty: nothing to read")


@pytest.mark.parametrize("error", [InputError("a.txt:3", "is empty"), UsageError("no"), SourceError("gone")])
def test_error_of_a_worker_process_arrives_whole(error: EnduseError) -> None:
    arrived = pickle.loads(pickle.dumps(error))
    assert (type(arrived), str(arrived), vars(arrived)) == (type(error), str(error), vars(error))
