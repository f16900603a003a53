"""Makes the application that serves one ledger."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from starlette.staticfiles import StaticFiles

from enduse import __version__
from enduse.service.ledgers import kept_open

from .failures import add_failures
from .gate import Gate
from .listing import WHOLE_AT_ONCE
from .parts import HOME, routers
from .render import STATIC
from .sessions import Attempts, Sessions
from .settings import Settings
from .users import Users

ABOUT = (
    "What a ledger of enduse holds, as pages, JSON and CSV. Every page has a twin at its address with .json or .csv "
    "behind its path, which holds exactly the rows that the page counts."
)


THREADS = 15
"""Requests that are answered at once: as many as a ledger has connections, so that none waits for one in vain."""


def create_app(settings: Settings) -> FastAPI:
    """The application; its ledger is opened when it starts, once for all threads."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        with kept_open(settings.ledger, read_only=settings.read_only):
            yield

    app = FastAPI(
        title="enduse", version=__version__, description=ABOUT, docs_url=None, redoc_url=None, lifespan=lifespan
    )
    app.state.settings = settings
    app.state.turns = asyncio.Semaphore(WHOLE_AT_ONCE)
    app.state.secret = secrets.token_bytes(32)
    users = Users(settings.users) if settings.users else None
    app.state.users = None if settings.proxy_header else users  # who may log in here; a proxy has done it elsewhere
    app.state.sessions, app.state.attempts = Sessions(), Attempts()
    add_failures(app)
    for router in routers():
        app.include_router(router)
    app.add_api_route("/", _home, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(Gate, settings=settings, users=users, sessions=app.state.sessions)
    return app


def _home() -> RedirectResponse:
    return RedirectResponse(HOME)
