"""Lines come one at a time, and one that cannot be read does not end them."""

import io
from collections.abc import Iterator

import pytest

from enduse.errors import InputError
from enduse.intake import lines as lines_module
from enduse.intake.lines import Lines
from enduse.intake.stream import open_source


def read(data: bytes, *, guesses: bool = False) -> Iterator[str]:
    """Give each line, and each error as "where: what"."""
    lines = Lines(open_source(io.BytesIO(data).read, "a.csv"), guesses=guesses)
    while True:
        try:
            yield next(lines)
        except StopIteration:
            return
        except InputError as error:
            yield str(error)


def test_lines_keep_their_ends() -> None:
    assert list(read(b"a\r\nb\rc\n\nd")) == ["a\r\n", "b\rc\n", "\n", "d"]


@pytest.mark.parametrize("last", [b"\nb\n", b""])
def test_line_past_the_limit_is_skipped_and_the_next_one_read(last: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_module, "MAX_LINE", 1 << 20)

    found = list(read(b"a\n" + b"x" * 5_000_000 + last))

    error = "a.csv:2: line is longer than 1 MiB and was skipped; give one article a line"
    assert found == ["a\n", error, *(["b\n"] if last else [])]


def test_line_as_long_as_the_limit_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_module, "MAX_LINE", 10)

    assert list(read(b"0123456789\n0123456789")) == ["0123456789\n", "0123456789"]


def test_line_with_few_broken_bytes_is_read_with_replacement_characters() -> None:
    (line,) = read(b"Norland " * 200 + b"\xe9")

    assert line == "Norland " * 200 + "\ufffd"


def test_replacement_characters_of_the_text_do_not_count_as_broken() -> None:
    assert list(read("\ufffd".encode() * 500 + b"a" * 1000 + b"\xff")) == ["\ufffd" * 500 + "a" * 1000 + "\ufffd"]


def test_line_with_many_broken_bytes_is_an_error_and_the_next_one_read() -> None:
    assert list(read(b"a\ncaf\xe9\nb\n")) == [
        "a\n",
        "a.csv:2: byte 0xE9, number 4 of the line, is not UTF-8, and more than 0.1% of the line is broken; "
        "save the file as UTF-8",
        "b\n",
    ]


def test_older_encoding_is_guessed_when_allowed() -> None:
    text = "Правительство Норландии заявило, что отправит гаубицы.\nСолдаты перешли границу ночью.\n"

    found = list(read(b"id;text\n" + text.encode("windows-1251"), guesses=True))

    assert "".join(found) == "id;text\n" + text
