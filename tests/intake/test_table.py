"""Tables give a document a row, and refuse rows whose text could be cut or joined wrongly."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.intake import table
from enduse.intake.stream import open_source
from enduse.model import Document


def read(data: str | bytes, encoding: str = "utf-8") -> list[str]:
    """Give each document's text, and each error as "where: what"."""
    raw = data.encode(encoding) if isinstance(data, str) else data
    items = table.documents_in(open_source(io.BytesIO(raw).read, "a.csv"))
    return [item.text if isinstance(item, Document) else str(item) for item in items]


def test_columns_may_stand_in_any_order_and_others_are_left_alone() -> None:
    data = b"desk,Source,TEXT, id ,date\nforeign,Averna Post,Norland arms Tessaly.,7,2031-04-03\n"

    (document,) = table.documents_in(open_source(io.BytesIO(data).read, "a.csv"))

    assert isinstance(document, Document)
    assert (document.id, document.text, document.publisher) == ("7", "Norland arms Tessaly.", "Averna Post")
    assert (document.published_on, document.title, document.url) == ("2031-04-03", None, None)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_separator_is_told_by_the_header(delimiter: str) -> None:
    assert read(f"id{delimiter}text\n1{delimiter}Norland.\n") == ["Norland."]


def test_table_of_one_column_is_read() -> None:
    assert read("text\nNorland.\n\nTessaly.\n") == ["Norland.", "Tessaly."]


@given(
    rows=st.lists(st.text(min_size=1).filter(lambda text: not text.isspace()), min_size=1, max_size=4),
    delimiter=st.sampled_from(",;\t|"),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_any_text_in_quotes_is_read_back_as_it_was_written(rows: list[str], delimiter: str, end: str) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([["id", "text", "desk"], *(["x", row, "foreign " * 40] for row in rows)])

    assert read("\ufeff" + written.getvalue()) == rows


def test_line_ends_in_quotes_are_kept_and_rows_named_by_their_first_line() -> None:
    assert read('id,text\r\n1,"a\r\nb\nc"\r\n2,\r\n') == [
        "a\r\nb\nc",
        "a.csv:5: 'text' is empty; put the article's text there, or leave the record out",
    ]


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (
            "2,a,b",
            "row has 3 cells where the header has 2; put quotes around cells that hold a separator or a line end",
        ),
        ("2", "row has 1 cell where the header has 2; put quotes around cells that hold a separator or a line end"),
        (
            '2,"Yes" it said',
            "row cannot be read: ',' expected after '\"'; check its quotes (a quote inside quotes is doubled)",
        ),
    ],
)
def test_row_that_does_not_fit_is_an_error_and_the_next_one_read(row: str, what: str) -> None:
    assert read(f"id,text\n1,a\n{row}\n3,c\n") == ["a", f"a.csv:3: {what}", "c"]


def test_quote_that_is_never_closed_is_an_error() -> None:
    assert read('id,text\n1,a\n2,"b\n3,c\n') == [
        "a",
        "a.csv:3: row cannot be read: unexpected end of data; check its quotes (a quote inside quotes is doubled)",
    ]


def test_row_that_runs_away_ends_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAX_LINE", 1 << 20)

    first, error = read('id,text\n1,a\n2,"' + "Norland\n" * 200_000)

    assert first == "a"
    assert error.startswith(
        "a.csv:3: row cannot be read: a quote is not closed within 1 MiB, and the rest of the file is not read"
    )


def test_cell_longer_than_pythons_own_limit_is_read() -> None:
    assert read("text\n" + "a" * 200_000) == ["a" * 200_000]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (
            "id,body\n1,x\n",
            "a.csv:1: names no column 'text' ('id,body'); the first row names the columns, 'text' and as",
        ),
        ("id,text,text\n1,x,y\n", "a.csv:1: has two columns 'text'; name each column once"),
        ("id,text\n", "a.csv: holds a header and no rows; give one article a row"),
        ("id,text\n,\n\n", "a.csv: holds a header and no rows; give one article a row"),
        ("\n\n", "a.csv: is empty: it has blank lines only; "),
    ],
)
def test_table_without_usable_header_or_rows_is_an_error(data: str, what: str) -> None:
    (error,) = read(data)

    assert error.startswith(what)


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-16", "koi8-r", "utf-8-sig"])
def test_table_in_an_older_encoding_is_read(encoding: str) -> None:
    row = "Правительство Норландии заявило, что отправит гаубицы в Тессалию, если переговоры сорвутся."

    assert read(f"sep=;\nid;text\n1;{row}\n2;plain\n3;{row}\n", encoding) == [row, "plain", row]
