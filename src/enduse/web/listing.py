"""The pattern of a page that lists rows: one address that holds its whole state, with a JSON and a CSV twin."""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from .people import Reader
from .render import page
from .tables import Rows, as_csv, as_json

Row = TypeVar("Row")

ROWS_A_PIECE = 200
"""Rows that are sent together."""

WHOLE_AT_ONCE = 2
"""Pages for which the whole ledger is put together at the same time; the others are not kept waiting by more."""

ALL = 10_000_000
"""More rows than a ledger has."""


@dataclass(frozen=True, slots=True)
class View:
    """One page.

    asked: the dependency that reads the address; it raises UsageError for what cannot be asked.
    page: what the template is given, of (ledger, asked); `count` among it, which is what the screen says.
    rows: every row that is counted, of (ledger, asked). columns: of the CSV, name → path in a row.
    whole: whether all claims of the ledger are put together for it, which takes long where there are many.
    """

    path: str
    title: str
    template: str
    asked: Callable[..., Any]
    page: Callable[[str, Any], Mapping[str, Any]]
    rows: Callable[[str, Any], Rows]
    columns: Mapping[str, str]
    whole: bool = False


async def turn(request: Request) -> AsyncIterator[None]:
    """Wait, without a thread, until fewer than so many are busy with the whole ledger."""
    async with request.app.state.turns:
        yield


def add_view(router: APIRouter, view: View) -> None:
    """Give a view its three addresses: PATH.json, PATH.csv and PATH."""

    def json_twin(request: Request, user: Reader, asked: Any = Depends(view.asked)) -> Response:  # noqa: B008
        return streamed(as_json(view.rows(ledger_of(request), asked)), "application/json")

    def csv_twin(request: Request, user: Reader, asked: Any = Depends(view.asked)) -> Response:  # noqa: B008
        return streamed(as_csv(view.rows(ledger_of(request), asked), view.columns), "text/csv", view.title)

    def html(request: Request, user: Reader, asked: Any = Depends(view.asked)) -> HTMLResponse:  # noqa: B008
        return page(request, view.template, view=view, asked=asked, **view.page(ledger_of(request), asked))

    for suffix, endpoint, kind in ((".json", json_twin, "JSON"), (".csv", csv_twin, "CSV"), ("", html, "page")):
        router.add_api_route(
            view.path + suffix, endpoint, methods=["GET"], summary=f"{view.title} ({kind})",
            name=f"{view.title} {kind}", responses=CONTENT[suffix],
            response_class=Response if suffix else HTMLResponse, dependencies=[Depends(turn)] if view.whole else [],
        )  # fmt: skip


CONTENT: Mapping[str, dict[int | str, dict[str, Any]]] = {
    "": {200: {"content": {"text/html": {}}}},
    ".json": {200: {"content": {"application/json": {}}}},
    ".csv": {200: {"content": {"text/csv": {}}}},
}


def part_of(rows: Sequence[Row], limit: int | None, after: int | None) -> tuple[Sequence[Row], int | None]:
    """A page of rows that are all at hand: after so many, at most so many; and what to ask the next page with."""
    start = after or 0
    end = len(rows) if limit is None else start + limit
    return rows[start:end], end if end < len(rows) else None


def ledger_of(request: Request) -> str:
    """Where the ledger is that is served."""
    where: str = request.app.state.settings.ledger
    return where


def streamed(pieces: Iterator[str], kind: str, title: str | None = None) -> Response:
    """Send text piece by piece; title: of the file that it is to be kept as."""
    headers = {"content-disposition": f'attachment; filename="{title.lower()}.csv"'} if title else {}
    first = next(pieces, "")  # so that what goes wrong at the start is still answered as an error
    return StreamingResponse(_together(first, pieces), media_type=f"{kind}; charset=utf-8", headers=headers)


def _together(first: str, pieces: Iterator[str]) -> Iterator[bytes]:
    waiting = [first]
    for piece in pieces:
        waiting.append(piece)
        if len(waiting) >= ROWS_A_PIECE:
            yield "".join(waiting).encode()
            waiting = []
    yield "".join(waiting).encode()
