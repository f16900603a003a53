"""Plain text and Markdown are kept whole; only their title is told."""

import io

import pytest

from enduse.errors import InputError
from enduse.intake import text as text_module
from enduse.intake.stream import open_source
from enduse.intake.text import documents_in, title_of
from enduse.model import Document


def read(data: bytes) -> Document | InputError:
    (item,) = documents_in(open_source(io.BytesIO(data).read, "a.txt", name="a.txt"))
    return item


@pytest.mark.parametrize(
    "text", ["  Norland\r\n\r\narms\0 Tessaly.\n\n", "e\u0301 🚀 \u202bسلام\u202c\x0c\u2028", "\ufeff\ufeffx"]
)
def test_text_is_kept_whole(text: str) -> None:
    document = read(text.encode())

    assert isinstance(document, Document)
    assert document.text == text.removeprefix("\ufeff")
    assert document.id == "a.txt"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Norland to arm Tessaly\n\nOfficials said.", "Norland to arm Tessaly"),
        ("\n\n  Norland to arm Tessaly \r\n \r\nOfficials said.", "Norland to arm Tessaly"),
        ("Norland to arm Tessaly\r\rOfficials said.", "Norland to arm Tessaly"),
        ("Norland to arm Tessaly\nOfficials said.\n\nMore.", None),
        ("Norland to arm Tessaly\n", None),
        ("Norland to arm Tessaly", None),
        ("x" * 201 + "\n\nOfficials said.", None),
        ("# Norland\nOfficials said.", None),
    ],
)
def test_first_line_is_the_title_when_a_blank_line_follows(text: str, title: str | None) -> None:
    assert title_of(text, markdown=False) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Norland arms\nOfficials said.", "Norland arms"),
        ("\n# Norland arms ##\n\nOfficials said.", "Norland arms"),
        ("# Item #7", "Item #7"),
        ("Norland arms\n============\nOfficials said.", "Norland arms"),
        ("Norland arms\n\nOfficials said.", "Norland arms"),
        ("Officials said.\n# Norland arms", None),
        ("#hashtag first\nOfficials said.", None),
        ("#", None),
    ],
)
def test_heading_is_the_title_of_markdown(text: str, title: str | None) -> None:
    assert title_of(text, markdown=True) == title


def test_text_of_white_space_only_is_empty() -> None:
    assert str(read(b" \r\n\t")) == "a.txt: is empty: it has white space only; give a file with text in it"


def test_file_past_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "MAX_FILE", 1 << 20)

    assert str(read(b"a" * (1 << 21))) == (
        "a.txt: is larger than 1 MiB and was not read; give one article a file, or JSON Lines with one article a line"
    )
