"""Numbers have the noun that fits, and a page that is not the last says so on standard error."""

from __future__ import annotations

import pytest

from enduse.cli.printed import counted, say_more, write


@pytest.mark.parametrize(
    ("number", "many", "told"),
    [(0, "", "0 copys"), (1, "", "1 copy"), (1, "copies", "1 copy"), (1200, "copies", "1,200 copies")],
)
def test_counted_has_the_noun_that_fits(number: int, many: str, told: str) -> None:
    assert counted(number, "copy", many) == told


def test_pieces_go_out_as_they_are(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write(["é\n", "🚀\n"])
    assert capfdbinary.readouterr().out == "é\n🚀\n".encode()


def test_only_a_page_that_is_not_the_last_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    say_more(None)
    assert capsys.readouterr().err == ""
    say_more(7)
    assert capsys.readouterr().err == "enduse: there are more; go on with: --after 7\n"


def test_pieces_are_written_whole(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write(["one\n", "two\n"])
    assert capfdbinary.readouterr().out == b"one\ntwo\n"
