"""Spreads chunks of documents over worker processes, and gives their readings in the order of the input."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection

from enduse.errors import InputError, SourceError
from enduse.model import Document, Reader, Reading

from .chunks import Item, Outcome, chunks, documents_of, read_chunk, rejoin

MakeReader = Callable[[], Reader]
"""Opens a reader; for worker processes it must be a function that can be pickled by its name."""

Sent = tuple[list[Item], Future[list[Outcome]]]
"""A chunk, and what will come back for it."""

CHUNKS_A_WORKER = 2
"""Chunks in flight for each worker: one being read and one waiting, so that none is idle and memory stays bounded."""

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""Variables by which numeric libraries are told how many threads to start; a worker is one core."""


def read_here(items: Iterable[Item], make_reader: MakeReader) -> Iterator[Reading | InputError]:
    """Read in this process; the reader is opened when the first document comes."""
    reader: Reader | None = None
    for chunk in chunks(items):
        documents = documents_of(chunk)
        if documents and reader is None:
            reader = make_reader()
        yield from rejoin(chunk, read_chunk(reader, documents) if reader is not None else [])


def read_in_workers(items: Iterable[Item], make_reader: MakeReader, workers: int) -> Iterator[Reading | InputError]:
    """Read in so many processes; each opens its reader once.

    Raises SourceError when a worker dies: what was read before it has been given, and nothing after it is.
    Workers end at once when this generator is closed, or when this process dies in whatever way.
    """
    context = get_context("spawn")
    lifeline, held = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(make_reader, lifeline))
    stream = chunks(items)
    flight: deque[Sent] = deque()
    try:
        while (sent := _send_next(pool, stream)) is not None:
            flight.append(sent)
            while flight and (len(flight) >= CHUNKS_A_WORKER * workers or flight[0][1].done()):
                yield from _land(*flight.popleft())
        while flight:
            yield from _land(*flight.popleft())
        pool.shutdown()
    finally:
        held.close()
        pool.shutdown(cancel_futures=True)
        lifeline.close()


def _send_next(pool: ProcessPoolExecutor, stream: Iterator[list[Item]]) -> Sent | None:
    """Send the next chunk to a worker; None at the end.

    An error, of the input or of the pool, takes its place in the flight: what was read before it is given first.
    """
    chunk: list[Item] = []
    failed: Future[list[Outcome]] = Future()
    try:
        following = next(stream, None)
        if following is None:
            return None
        chunk = following
        with _no_interrupt_for_children():
            return chunk, pool.submit(_read_in_worker, documents_of(chunk))
    except Exception as error:
        failed.set_exception(error)
        return chunk, failed


def _land(chunk: list[Item], future: Future[list[Outcome]]) -> Iterator[Reading | InputError]:
    try:
        outcomes = future.result()
    except BrokenProcessPool as error:
        first = next((document.id for document in documents_of(chunk)), "the end")
        raise SourceError(
            f"a worker process died (killed, or out of memory); nothing from {first!r} on was read; use fewer workers, "
            'and in a script keep the call under `if __name__ == "__main__":`'
        ) from error
    yield from rejoin(chunk, outcomes)


@contextmanager
def _no_interrupt_for_children() -> Iterator[None]:
    """Start children with Ctrl-C blocked: the parent hears it and ends them, so none prints a traceback of its own."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_reader_of_worker: Callable[[], Reader] | None = None


def _start(make_reader: MakeReader, lifeline: Connection) -> None:
    """Make this process a worker."""
    global _reader_of_worker
    os.environ.update(dict.fromkeys(THREADS, "1"))
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()
    opened: list[Reader] = []

    def reader() -> Reader:
        # Opened with the first chunk, not here: an error then reaches the parent instead of a log.
        if not opened:
            opened.append(make_reader())
        return opened[0]

    _reader_of_worker = reader


def _end_with(lifeline: Connection) -> None:
    """End this process when the other end of the lifeline is closed, by hand or by the death of the parent."""
    lifeline.poll(None)
    os._exit(1)


def _read_in_worker(documents: Sequence[Document]) -> list[Outcome]:
    assert _reader_of_worker is not None, "a worker is started before it reads"
    return read_chunk(_reader_of_worker(), documents) if documents else []
