"""Web pages give their article, and no page breaks or delays the run."""

import io
import subprocess
import sys
import time
from pathlib import Path

import pytest

from enduse.errors import InputError
from enduse.intake import html
from enduse.intake.stream import open_source
from enduse.model import Document

FIRST = "The government of Norland said on Monday it would send forty howitzers to Tessaly if the talks fail."
SECOND = "“We have decided nothing yet”, the minister of defence told the Averna Post at his café in the capital."
HEAD = """<meta charset="{charset}"><title>Norland to arm Tessaly - Averna Post</title>
<meta property="og:title" content="Norland to arm Tessaly"><meta property="og:site_name" content="Averna Post">
<meta property="article:published_time" content="2031-04-03T08:00:00Z">
<link rel="canonical" href="https://averna-post.example/2031/norland">"""
BODY = f"<nav><a href=/>Home</a></nav><article><h1>Norland to arm Tessaly</h1><p>{FIRST}</p><p>{SECOND}</p></article>"


def page(body: str = BODY, head: str = HEAD) -> str:
    return f"<!doctype html><html lang=en><head>{head.replace('{charset}', 'utf-8')}</head><body>{body}</body></html>"


def read(data: str | bytes) -> Document | InputError:
    raw = data.encode() if isinstance(data, str) else data
    (item,) = html.documents_in(open_source(io.BytesIO(raw).read, "a.html", name="a.html"))
    return item


def test_page_gives_text_title_date_outlet_and_address() -> None:
    document = read(page())

    assert isinstance(document, Document)
    assert document.text.splitlines()[-2:] == [FIRST, SECOND]
    assert (document.id, document.title) == ("a.html", "Norland to arm Tessaly")
    assert (document.published_on, document.publisher) == ("2031-04-03", "Averna Post")
    assert document.url == "https://averna-post.example/2031/norland"


def test_page_without_marks_gives_no_guesses() -> None:
    document = read(
        page(f"<article><p>{FIRST}</p><p>{SECOND}</p><p>In 1998, on 4 May, all was calm.</p></article>", "")
    )

    assert isinstance(document, Document)
    assert (document.title, document.published_on, document.publisher, document.url) == (None, None, None, None)


@pytest.mark.parametrize("charset", ["windows-1252", "utf-8", "utf-16"])
def test_page_is_read_in_the_encoding_it_declares(charset: str) -> None:
    document = read(page().replace("utf-8", charset).encode(charset))

    assert isinstance(document, Document)
    assert document.text.endswith(SECOND)


def test_encoding_of_the_xml_declaration_is_used() -> None:
    declared = '<?xml version="1.0" encoding="iso-8859-2"?>' + page("<p>" + "Rząd Norlandii wyśle haubice. " * 9, "")

    document = read(declared.encode("iso-8859-2"))

    assert isinstance(document, Document)
    assert document.text.startswith("Rząd Norlandii wyśle haubice.")


@pytest.mark.parametrize(
    "data", [page("", ""), page("<p></p>"), "<html>", "<!doctype html>", "<html><frameset></html>"]
)
def test_page_without_an_article_is_an_error(data: str) -> None:
    assert str(read(data)) == "a.html: is a web page in which no article was found; save its text as .txt"


def test_page_past_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MAX_HTML", 1 << 20)

    assert str(read(page("x" * (1 << 20)))).startswith("a.html: is larger than 1 MiB and was not read; ")


@pytest.mark.parametrize(
    ("bomb", "what"),
    [
        (page("<p>Norland" * 100_001), "a.html: has more than 100,000 tags; split it, or save its text as .txt"),
        (page("</p>" * 100_001), "a.html: has more than 100,000 tags; "),
        (
            page(f"<p {' '.join(f'a{n}=1' for n in range(50_000))}>x"),
            "a.html: has a tag with more than 2,000 attributes; ",
        ),
        (
            page("<p " + " ".join(f"a{n}='>' b" for n in range(50_000)) + ">x"),
            "a.html: has a tag with more than 2,000 attrib",
        ),
        (page("<p a='" + "<p b=1 " * 50_000), "a.html: is a web page in which no article was found"),
    ],
)
def test_page_that_would_take_minutes_is_refused(bomb: str, what: str) -> None:
    started = time.process_time()

    assert str(read(bomb)).startswith(what)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "bomb",
    [
        page("<div>" * 90_000 + BODY),
        page("<b>" * 90_000 + FIRST),
        page("<table><tr><td>" * 30_000 + FIRST),
        page(BODY + f"<p title='{'a' * 1_000_000}'>x"),
        page(BODY + "<a b=1 >" * 50_000),
        page(BODY, HEAD + "<script type='application/ld+json'>" + '"@type":[' * 200_000 + "</script>"),
        page(
            BODY, HEAD + "<script type='application/ld+json'>" + '{"@type":"NewsArticle","headline":"' + '\\"' * 200_000
        ),
        page(BODY + "<!--" * 200_000),
        page(BODY + "&amp;" * 200_000),
        '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
        + page(f"{BODY}<p>&c;&c;"),
        page(BODY + "\x00\x0b\ufffe&#xD800;&#0;&#x110000;"),
    ],
)
def test_bomb_gives_a_document_or_an_error_in_bounded_time(bomb: str) -> None:
    started = time.process_time()

    item = read(bomb)

    assert isinstance(item, Document | InputError)
    if isinstance(item, Document):
        item.text.encode()
    assert time.process_time() - started < 20


def test_large_linked_data_is_cut_and_the_article_read() -> None:
    block = "<script type='application/ld+json'>" + " " * 200_000 + "</script>"

    document = read(page(BODY, HEAD + block * 3))

    assert isinstance(document, Document)
    assert document.text.endswith(SECOND)


def test_page_with_data_in_its_attributes_is_read() -> None:
    data = "x = 1 " * 20_000

    document = read(page(f"{BODY}<div data-a='{data}' data-b=\"{data}\"></div><script>if (a<b) {{ {data} }}</script>"))

    assert isinstance(document, Document)


@pytest.mark.parametrize(
    "error", [RecursionError("deep"), ValueError("odd\nlines"), AttributeError("x"), MemoryError()]
)
def test_whatever_breaks_on_a_page_is_that_pages_error(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("trafilatura.bare_extraction", broken)

    assert str(read(page())).startswith(f"a.html: cannot be read as a web page ({type(error).__name__}")


def test_reading_writes_nothing_to_standard_error(tmp_path: Path) -> None:
    for name, data in (("a.html", "<html>"), ("b.html", "<html><p>\x00"), ("c.html", page())):
        (tmp_path / name).write_text(data)
    code = f"from enduse.intake.inputs import documents; print(len(list(documents([{str(tmp_path)!r}]))))"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (run.stdout, run.stderr) == ("3\n", "")
