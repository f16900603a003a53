"""The review: hands claims out one by one, and keeps what is decided by form or by key."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import Field

from enduse.errors import StaleError, UsageError
from enduse.model import ROLES_OF, Role
from enduse.model.record import Verdict
from enduse.model.review import Choice, Queue, QueueOrder
from enduse.service.desks import Desks, Sight, look
from enduse.service.progress import people_lines, progress

from . import corrections
from .asked import Asking
from .corrections import Sent, corrected, form_again, form_of
from .listing import CONTENT, ledger_of, streamed
from .people import Reader, Reviewer, Right, User
from .reader import names_of, stretches
from .render import page
from .tables import Rows, as_csv, as_json

router = APIRouter()
PERSON = ("by", "decisions", "accepted", "corrected", "rejected", "unsure", "first", "last")
"""The columns of the table of people."""


SCRIPT = "x-desk"
"""With this header the page that follows is answered at once, with its address in content-location."""


class Ordered(Asking):
    """Which queue; see `enduse review`."""

    queue: Queue | None = Field(None, description="uncertain, audit, second or disputed.")
    near: float | None = Field(None, ge=0, le=1, description="Scores near this come first; 0.5 without it.")
    seed: int | None = Field(None, ge=-(2**31), le=2**31, description="Which random sample; 0 without it.")

    @property
    def order(self) -> QueueOrder:
        """The queue, as the desk takes it."""
        return QueueOrder(
            self.queue or Queue.UNCERTAIN, 0.5 if self.near is None else self.near, self.seed or 0
        )  # fmt: skip


class Start(Ordered):
    """Where a review begins."""

    ended: bool = Field(False, description="Whether to say that the queue has come to its end.")


Given = Annotated[Sent, Form()]


@router.get("/review.json", summary="What each person has decided (JSON)", responses=CONTENT[".json"])
def progress_json(request: Request, user: Reader, asked: Annotated[Asking, Query()]) -> Response:
    """One row a person; decisions that were taken back are not counted."""
    return streamed(as_json(_people(request)), "application/json")


@router.get("/review.csv", summary="What each person has decided (CSV)", responses=CONTENT[".csv"])
def progress_csv(request: Request, user: Reader, asked: Annotated[Asking, Query()]) -> Response:
    """One row a person; decisions that were taken back are not counted."""
    return streamed(as_csv(_people(request), {name: name for name in PERSON}), "text/csv", "review")


@router.get("/review", summary="Begin a review, and see how far it has come (page)", response_class=HTMLResponse)
def start(request: Request, user: Reader, asked: Annotated[Start, Query()]) -> HTMLResponse:
    """The queues to choose from, and what each person has decided."""
    return page(
        request, "review.html", progress=progress(ledger_of(request)), order=asked.order, ended=asked.ended,
        queues=tuple(Queue), may=_may(request, user),
    )  # fmt: skip


@router.post("/review/next", summary="Go to the claim that is to be decided next", response_class=RedirectResponse)
def next_claim(request: Request, user: Reviewer, sent: Given) -> Response:
    """Lease it; its address follows."""
    return _next(request, user, sent.order)


@router.post("/review/undo", summary="Take back the last decision", response_class=RedirectResponse)
def undo(request: Request, user: Reviewer, sent: Given) -> Response:
    """Take it back with all that came with it, and show its claim again."""
    kept = desks_of(request).undo(user.name, sent.order)
    return RedirectResponse(address(kept.judgement.target, sent.order), 303)


@router.get("/review/{claim}", summary="One claim to decide (page)", response_class=HTMLResponse)
def one_claim(request: Request, user: Reader, claim: str, asked: Annotated[Ordered, Query()]) -> HTMLResponse:
    """The claim in its article, with the forms that decide it. To look at it leases nothing."""
    sight = look(ledger_of(request), claim)
    return _shown(request, user, sight, asked.order, Sent())


@router.post("/review/{claim}/decide", summary="Decide a claim", response_class=HTMLResponse)
def decide(request: Request, user: Reviewer, claim: str, sent: Given) -> Response:
    """Accept, reject or be unsure, or take one of two decisions; the next claim follows."""
    if sent.take is not None:
        theirs = look(ledger_of(request), claim).item.choice_of(sent.take)
        if theirs is None:
            raise UsageError(f"{claim}: there are no two decisions now of which {sent.take} could be taken")
        return _decided(request, user, claim, replace(theirs, why=sent.reason), sent)
    if sent.verdict is None or sent.verdict is Verdict.CORRECTED:
        raise UsageError("say what is decided: verdict is accepted, rejected or unsure, or take is 1 or 2")
    return _decided(request, user, claim, Choice(sent.verdict, sent.reason), sent)


@router.post("/review/{claim}/correct", summary="Correct a claim", response_class=HTMLResponse)
def correct(request: Request, user: Reviewer, claim: str, sent: Given) -> Response:
    """Put another claim of the same sentence in its place; the next claim follows."""
    sight = look(ledger_of(request), claim)
    try:
        choice = corrected(sight.item.kept.claim, sight.text, sent)
    except ValueError as error:
        return _shown(request, user, sight, sent.order, sent, str(error))
    return _decided(request, user, claim, choice, sent)


@router.post("/review/{claim}/skip", summary="Skip a claim", response_class=RedirectResponse)
def skip(request: Request, user: Reviewer, claim: str, sent: Given) -> Response:
    """Let others decide it; it does not come again to this person in this queue."""
    desks_of(request).skip(user.name, sent.order, claim)
    return _next(request, user, sent.order)


@router.post("/review/{claim}/later", summary="Leave a claim for later", response_class=RedirectResponse)
def later(request: Request, user: Reviewer, claim: str, sent: Given) -> Response:
    """Go to the next one; this one comes again."""
    desks_of(request).later(user.name, sent.order, claim)
    return _next(request, user, sent.order)


def desks_of(request: Request) -> Desks:
    """The desks of this server, made at the first question."""
    state = request.app.state
    if not hasattr(state, "desks"):
        state.desks = Desks(ledger_of(request))
    desks: Desks = state.desks
    return desks


def address(claim: str, order: QueueOrder) -> str:
    """Where a claim of a queue is decided."""
    asked: dict[str, object] = {"queue": order.queue.value}
    if order.queue is Queue.UNCERTAIN and order.near != QueueOrder().near:
        asked["near"] = order.near
    if order.queue is Queue.AUDIT:
        asked["seed"] = order.seed
    return f"/review/{claim}?{urlencode(asked)}"


def _people(request: Request) -> Rows:
    found = progress(ledger_of(request))
    return Rows(len(found.people), people_lines(found))


def _may(request: Request, user: User) -> bool:
    return user.may(Right.REVIEW) and not request.app.state.settings.read_only


def _next(request: Request, user: User, order: QueueOrder) -> Response:
    sight = desks_of(request).next(user.name, order)
    if sight is None:
        return RedirectResponse(f"/review?queue={order.queue}&seed={order.seed}&ended=true", 303)
    to = address(sight.item.kept.claim.id, order)
    if SCRIPT not in request.headers:
        return RedirectResponse(to, 303)
    answer = _shown(request, user, sight, order, Sent())
    answer.headers["content-location"] = to
    return answer


def _decided(request: Request, user: User, claim: str, choice: Choice, sent: Sent) -> Response:
    try:
        desks_of(request).decide(user.name, claim, choice, sent.judgements)
    except StaleError as error:
        return _stale(request, user, claim, choice, sent, str(error))
    return _next(request, user, sent.order)


def _stale(request: Request, user: User, claim: str, choice: Choice, sent: Sent, said: str) -> Response:
    """Both decisions side by side; what was sent can be sent again, in the knowledge of theirs."""
    sight = look(ledger_of(request), claim)
    theirs = [judgement for judgement in sight.item.standing if judgement.id not in sent.judgements]
    again = sent.model_dump(mode="json", exclude={"csrf", "seen"}, exclude_none=True)
    again["seen"] = ",".join(judgement.id for judgement in sight.item.standing)
    way = "correct" if choice.verdict is Verdict.CORRECTED and sent.take is None else "decide"
    fields = [(k, one) for k, value in again.items() for one in (value if isinstance(value, list) else [value])]
    return page(
        request, "review_stale.html", status=409, said=said, sight=sight, theirs=theirs, choice=choice, fields=fields,
        corrections={made.id: made for made in sight.item.corrections}, order=sent.order,
        holder=sight.lease.by if sight.lease and sight.lease.by != user.name else None,
        action=f"/review/{claim}/{way}",
    )  # fmt: skip


def _shown(request: Request, user: User, sight: Sight, order: QueueOrder, sent: Sent, said: str = "") -> HTMLResponse:
    item = sight.item
    claim = item.kept.claim
    desks, may = desks_of(request), _may(request, user)
    own = [judgement for judgement in item.standing if judgement.by == user.name]
    context: dict[str, Any] = {
        "sight": sight, "item": item, "kept": item.kept, "claim": claim, "order": order, "may": may,
        "stretches": stretches(sight.text, [item.kept], claim.id), "names": names_of(item.kept),
        "form": form_again(claim, sight.text, sent, said) if said else form_of(claim, sight.text),
        "corrections": {made.id: made for made in item.corrections}, "own": own, "why": sent.reason,
        "seen": ",".join(judgement.id for judgement in item.standing) if not said else sent.seen or "",
        "last": desks.last(user.name), "count": desks.count(user.name), "roles_of": ROLES_OF, "roles": tuple(Role),
        "tools": corrections, "holder": sight.lease.by if sight.lease and sight.lease.by != user.name else None,
    }  # fmt: skip
    return page(request, "review_claim.html", status=422 if said else 200, **context)
