"""Ledgers for the pages of flows, custody and the overview: an invented case with hostile names, and an empty one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient
from tests.link.custodies import BRIGADE, CASE, DENIAL, FN6, PLAN, told
from tests.service.case import id_of, keep
from tests.web.conftest import PAGE

from enduse.service.ledgers import open_ledger
from enduse.web.app import create_app
from enduse.web.settings import Settings

HOSTILE = told(
    "transfer planned stated: {supplier:<script>alert(1)</script>} will give {recipient:the Red Brigade} {weapon:FN-6 "
    "missiles} through {via:<b>Selin</b>} in {place:<i>Nowhere</i>}.",
    "2031-04-20", "<script>alert(2)</script>", recipient=BRIGADE, weapon=FN6,
)  # fmt: skip
PLAN_ID, HOSTILE_ID = id_of(PLAN), id_of(HOSTILE)
TRUCE = told(
    "ceasefire in_force stated: {party:Brezova} keeps the truce in {place:Harsa}.", "2031-04-21", "Selin Courier"
)


@contextmanager
def desk(tmp_path: Path, *, read_only: bool = False) -> Iterator[TestClient]:
    """The pages of the invented case."""
    where = tmp_path / "case.db"
    if not where.exists():
        keep(str(where), (*CASE, DENIAL, HOSTILE, TRUCE))
    with TestClient(
        create_app(Settings(str(where), read_only=read_only)), base_url="http://localhost", headers=PAGE
    ) as client:
        yield client


@contextmanager
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """The pages of a ledger that holds nothing."""
    where = str(tmp_path / "empty.db")
    with open_ledger(where, create=True):
        pass
    with TestClient(create_app(Settings(where)), base_url="http://localhost", headers=PAGE) as client:
        yield client


def is_safe(page: str) -> bool:
    """Whether nothing of the hostile text became markup."""
    return "<script>alert" not in page and "<b>Selin" not in page and "<i>Nowhere" not in page


def no_holes(figure: dict[str, object]) -> bool:
    """Whether a drawing's JSON has what all drawings need."""
    return {"island", "title", "description", "searched", "href", "left_out"} <= set(figure)
