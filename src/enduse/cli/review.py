"""`enduse review` and `enduse agreement`: people decide about claims, and see how far they agree."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from enduse.errors import StaleError
from enduse.model.record import Verdict
from enduse.model.review import Choice, Item, Kept, Queue, QueueOrder

from . import options
from .progress import Notes
from .visible import visible

if TYPE_CHECKING:
    from enduse.service.review import Desk
    from enduse.service.session import Asked, Move, State

Source = Callable[["Asked"], str | None]
"""Gives the next key or line, whichever is asked for; None at the end of the input."""


@click.command()
@options.db
@click.option("--by", required=True, envvar="ENDUSE_REVIEWER", metavar="NAME", help="Who decides.")
@click.option(
    "--queue",
    type=click.Choice([queue.value for queue in Queue]),
    default=Queue.UNCERTAIN.value,
    show_default=True,
    help="Which claims come.",
)
@click.option(
    "--near", type=click.FloatRange(0, 1), default=0.5, show_default=True, metavar="X", help="Scores near X come first."
)
@click.option("--seed", type=int, default=0, show_default=True, metavar="N", help="Which random sample audit draws.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop after N decisions.")
def review(where: str, by: str, limit: int | None, **order: object) -> None:
    """Decide about the claims of a ledger, one key a decision.

    a accept, c correct, r reject, u unsure, s skip, z undo, w write a reason first, q quit, ? help. Where standard
    input is no terminal, each line is a key, with a reason behind it if you like: "r not a transfer".

    Queues: uncertain, the open claims whose score is nearest to X, rare labels first; audit, a random sample; second,
    what one other person has decided, without showing how; disputed, what two people decided differently.
    """
    from enduse.service.review import desk

    with desk(
        where, by, QueueOrder(Queue(str(order["queue"])), float(str(order["near"])), int(str(order["seed"])))
    ) as at:
        kept = _carry_out(at, _keys if sys.stdin.isatty() else _lines, limit)
    counts = [(verdict, sum(k.judgement.verdict is verdict for k in kept)) for verdict in Verdict]
    Notes().say(f"{len(kept):,} decided" + "".join(f", {count:,} {verdict}" for verdict, count in counts if count))


@click.command()
@options.db
def agreement(where: str) -> None:
    """Tell how far those who reviewed agree.

    For each pair of people who judged the same claims: how many, how many with the same verdict, and Cohen's kappa with
    its interval of 95 %. The first judgement of each of the first two people counts.
    """
    from enduse.service.agreement import agreement

    found = agreement(where)
    for pair in found:
        click.echo(visible(pair.line))
    if not found:
        click.echo("no claim was judged by two people; give a second reader: enduse review --queue second")


def _carry_out(desk: Desk, source: Source, limit: int | None) -> list[Kept]:
    """Hand out claims until the queue, the input or the limit ends; returns the decisions that stand."""
    from enduse.service.session import Move

    kept: list[Kept] = []
    item = desk.next()
    while item is not None and (limit is None or len(kept) < limit):
        try:
            done = _decided(item, source)
        except BaseException:
            desk.let_go(item)
            raise
        if done is Move.QUIT:
            break
        item = _after(desk, item, done, kept)
    if item is not None:
        desk.let_go(item)
    else:
        click.echo("nothing is left in this queue")
    return kept


def _after(desk: Desk, item: Item, done: Choice | Move, kept: list[Kept]) -> Item | None:
    from enduse.service.session import Move

    if done is Move.UNDO:
        if not kept:
            click.echo("there is nothing to undo")
            return item
        desk.let_go(item)
        return desk.undo(kept.pop())
    if isinstance(done, Choice):
        try:
            kept.append(desk.decide(item, done))
        except StaleError as error:
            click.echo(visible(str(error)))
    else:
        desk.skip(item)
    return desk.next()


def _decided(item: Item, source: Source) -> Choice | Move:
    """Show a claim, and take keys and lines until something is to be done."""
    from enduse.service.session import Move, State, press

    from .kept import item_blocks

    click.echo(item_blocks(item, *options.look()), nl=False)
    state, done = State(item), None
    while done is None:
        text = source(state.asked)
        if text is None:
            return Move.QUIT
        before, (state, done) = state, press(state, text)
        _tell(before, state)
    return done


def _tell(before: State, state: State) -> None:
    from .kept import claim_block

    if state.said:
        click.echo("\n".join(visible(line) if line.strip() else line for line in state.said.splitlines()))
    elif state.draft is not None and before.draft is None:
        click.echo("correct it line by line; ? shows how, an empty line keeps it, x gives it up")
    elif state.draft is not None and state.draft != before.draft:
        try:
            claim = state.draft.choice().claim
            click.echo(claim_block(claim, *options.look()) if claim else "", nl=False)
        except ValueError as error:
            click.echo(f"so far: {visible(str(error))}")


def _keys(asked: Asked) -> str | None:
    from enduse.service.session import Asked

    try:
        if asked is Asked.KEY:
            return click.getchar()
        return input("why: " if asked is Asked.REASON else "> ")
    except EOFError:
        return None


def _lines(asked: Asked) -> str | None:
    line = sys.stdin.readline()
    return line.rstrip("\r\n") if line else None
