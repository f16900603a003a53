"""What is named is read or fetched; where a document came from, and what sites gave, is remembered."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.intake.conftest import Site, serve
from tests.service.fakes import FakeReader, fake_documents

from enduse.errors import InputError
from enduse.intake import fetch
from enduse.model import Document
from enduse.service import sources
from enduse.service.ingest import IngestReport, failures, ingest
from enduse.service.ledgers import check, open_ledger
from enduse.service.sources import Origins, Sources, path_of


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "x.db")


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A feed with two pages, one of which is not there yet."""
    monkeypatch.setattr(fetch, "FetchRules", partial(fetch.FetchRules, pause=0, seconds=10))
    site, server = serve()
    items = "".join(f"<item><title>{name}</title><link>{site.url}/{name}</link></item>" for name in "ab")
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'
    site.routes["/rss"] = (200, {"ETag": '"1"'}, feed.encode())
    site.routes["/a"] = page("One")
    yield site
    server.shutdown()
    server.server_close()


def page(name: str, text: str = "Norland sent rifles to Averna.") -> tuple[int, dict[str, str], bytes]:
    more = f"The parliament of {name} in Selin province debated the harvest, the roads and the price of bread all day."
    body = f"<html><body><article><p>{text}</p><p>{more}</p></article></body></html>"
    return 200, {"Content-Type": "text/html; charset=utf-8", "ETag": f'"{name}"'}, body.encode()


def run(place: str, *inputs: str, **options: Any) -> tuple[IngestReport, list[str]]:
    failed, report = [], IngestReport()
    for outcome in ingest(inputs, place, **{"make_reader": FakeReader, "allow_private": True, **options}):
        if isinstance(outcome, InputError):
            failed.append(str(outcome))
        else:
            report = outcome
    return report, failed


def test_feed_is_fetched_once_and_what_failed_on_request(web: Site, place: str) -> None:
    report, failed = run(place, f"{web.url}/rss")
    assert (report.new_documents, report.new_claims) == (1, 1)
    assert [f.path for f in failures(place)] == [f"{web.url}/b"]
    assert "404" in failed[0]
    web.routes["/rss"] = (304, {}, b"")
    assert run(place, f"{web.url}/rss")[0].documents == 0
    assert [headers.get("If-None-Match") for path, headers in web.asked if path == "/rss"] == [None, '"1"']
    web.routes["/b"] = page("Two")
    report, _ = run(place, retry=True)
    assert (report.mended, report.new_documents, failures(place)) == (1, 1, [])
    assert list(check(place)) == []


def test_changed_feed_brings_no_page_that_is_held_and_mends_what_failed(web: Site, place: str) -> None:
    run(place, f"{web.url}/rss")
    web.routes["/b"] = page("Two")
    report, _ = run(place, f"{web.url}/rss")
    assert (report.documents, report.new_documents, report.mended) == (1, 1, 1)
    assert web.paths == ["/rss", "/a", "/b", "/rss", "/b"]


def test_page_that_a_reader_failed_on_is_fetched_again_whole(web: Site, place: str) -> None:
    web.routes["/a"] = page("One", "RAISE")
    run(place, f"{web.url}/a")
    assert [f.path for f in failures(place)] == [f"{web.url}/a"]
    web.routes["/a"] = page("One")
    report, _ = run(place, f"{web.url}/a")
    assert (report.new_documents, report.mended) == (1, 1)
    assert "If-None-Match" not in web.asked[-1][1]


def test_private_address_is_refused_unless_asked(web: Site, place: str) -> None:
    _, failed = run(place, f"{web.url}/a", allow_private=False)
    assert "private addresses are fetched only when asked for" in failed[0]


def test_what_sites_gave_is_kept_after_the_pages(web: Site, place: str) -> None:
    with open_ledger(place, create=True) as ledger:
        given = Sources(ledger, (), private=True)
        items = list(given.items([f"{web.url}/a"]))
        assert isinstance(items[0], Document)
        assert f"{web.url}/a" not in Sources(ledger, ()).visits
        with ledger.writing() as writer:
            writer.add(given.visits.records(writer.at))
        assert Sources(ledger, ()).visits[f"{web.url}/a"].etag == '"One"'
        assert f"{web.url}/a" not in Sources(ledger, {f"{web.url}/a"}).visits
        assert given.visits.records("2031-04-11T09:30:00Z") == []


def test_files_folders_and_standard_input_are_read_in_order(tmp_path: Path, place: str) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b.txt", "a.txt"):
        (tmp_path / "in" / name).write_text("Norland sent rifles to Averna.")
    (tmp_path / "std").write_text("Averna said nothing.")
    with open_ledger(place, create=True) as ledger, (tmp_path / "std").open("rb") as stdin:
        given = Sources(ledger, ())
        found = list(given.items([str(tmp_path / "in"), "-", str(tmp_path / "none")], stdin))
    folder = str(tmp_path / "in")
    assert [given.origins.path_of(d.id) for d in found[:2] if isinstance(d, Document)] == [
        os.path.join(folder, "a.txt"), os.path.join(folder, "b.txt"),
    ]  # fmt: skip
    assert [type(item) for item in found[2:]] == [Document, InputError]


def test_only_so_many_origins_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "REMEMBERED", 2)
    origins = Origins()
    assert len(list(origins.follow("a.jsonl", fake_documents(3)))) == 3
    assert [origins.path_of(f"doc-{n}") for n in range(3)] == ["doc-0", "a.jsonl", "a.jsonl"]


@pytest.mark.parametrize(
    ("place_", "path"),
    [
        ("a.jsonl:14", "a.jsonl"),
        ("a.txt", "a.txt"),
        ("C:\\n.csv:2", "C:\\n.csv"),
        ("http://averna.example:8080", "http://averna.example:8080"),
    ],
)
def test_path_of_a_place_is_what_to_read_again(place_: str, path: str) -> None:
    assert path_of(place_) == path
