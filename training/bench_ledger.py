"""Measures a ledger on generated claims: loading, asking, reviewing, opening and its size, on SQLite or PostgreSQL.

    python -m training.bench_ledger [--documents 200000] [--db FILE-OR-URL] [--writers 4]

Five claims a document of some 400 words from 300 outlets and 12 years, words and outlets as uneven as in news. Texts
are made of invented words. A load is timed from readings that are at hand to rows that are on disk.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import os
import platform
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.synchronize import Barrier
from pathlib import Path

from enduse.ledger.find import ClaimQuery, texts_with
from enduse.ledger.show import hits, kept_claims
from enduse.ledger.store import Ledger
from enduse.ledger.words import parse
from enduse.model import Claim, ClaimType, Document, Extraction, Mode, Reading, Role, Span, Stance, State, Status
from enduse.model.kept import ClaimFilter, Decision
from enduse.model.record import Judgement, Record, Resolution, Verdict
from enduse.model.review import Choice, QueueOrder
from enduse.service.review import Desk

CLAIMS_A_DOCUMENT = 5
SENTENCES = 18
WORDS_A_SENTENCE = 22
DOCUMENTS_A_CHUNK = 1_000
PAGE = 50
PEOPLE, DECISIONS, THINKING_SECONDS = 50, 4, 3.0
TYPES = (ClaimType.TRANSFER, ClaimType.HOLDING, ClaimType.CEASEFIRE, ClaimType.DIVERSION, ClaimType.INTERDICTION)
SHARES = (56, 22, 9, 10, 3)
ROLES = {
    ClaimType.TRANSFER: (Role.SUPPLIER, Role.WEAPON, Role.RECIPIENT),
    ClaimType.HOLDING: (Role.HOLDER, Role.WEAPON, Role.PLACE),
    ClaimType.CEASEFIRE: (Role.PARTY, Role.BROKER, Role.TIME),
    ClaimType.DIVERSION: (Role.FROM, Role.WEAPON, Role.TO),
    ClaimType.INTERDICTION: (Role.AGENT, Role.WEAPON, Role.PLACE),
}


class Generator:
    """Makes readings of invented words, the same ones every time; stream: others of the same words."""

    def __init__(self, stream: int = 0) -> None:
        self._random = random.Random(20310411)
        letters = "abcdefghijklmnoprstuvwyz"
        self.words = ["".join(self._random.choices(letters, k=self._random.randint(3, 10))) for _ in range(60_000)]
        self._weights = list(itertools.accumulate(1 / (n + 3) for n in range(len(self.words))))
        self.names = list(itertools.accumulate(1 / (n + 3) for n in range(3_000)))
        self._random.seed(stream)

    def reading(self, number: int) -> Reading:
        """One document with its claims."""
        pick = self._random
        sentences = [pick.choices(self.words, cum_weights=self._weights, k=WORDS_A_SENTENCE) for _ in range(SENTENCES)]
        told = sorted(pick.sample(range(SENTENCES), CLAIMS_A_DOCUMENT))
        for n in told:  # names of actors and weapons are of a smaller vocabulary
            sentences[n][0:3] = pick.choices(self.words[500:3_500], cum_weights=self.names, k=3)
        lines = [" ".join(words) + "." for words in sentences]
        starts = list(itertools.accumulate((len(line) + 1 for line in lines), initial=0))
        text = " ".join(lines)
        document = Document(
            f"report-{number}", text, title=lines[0][:60], published_on=self._day(),
            publisher=f"Outlet {min(299, int(pick.paretovariate(0.9)))}", url=f"https://outlet.example/{number}",
        )  # fmt: skip
        found = [self._extraction(document, starts[n], sentences[n]) for n in told]
        return Reading(document, tuple(found))

    def _day(self) -> str:
        pick = self._random
        return f"{pick.randint(2020, 2031)}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}"

    def _extraction(self, document: Document, start: int, words: list[str]) -> Extraction:
        pick, text = self._random, document.text
        edges = list(itertools.accumulate((len(word) + 1 for word in words), initial=start))
        sentence = Span.of(text, start, edges[-1])
        type_ = pick.choices(TYPES, SHARES)[0]
        roles = {role: (Span.of(text, edges[n], edges[n + 1] - 1),) for n, role in enumerate(ROLES[type_])}
        if pick.random() < 0.4:
            roles[Role.CLAIMANT] = (Span.of(text, edges[8], edges[10] - 1),)
        ceasefire = type_ is ClaimType.CEASEFIRE
        claim = Claim(
            document.sha256, type_, pick.choices(list(Stance), (80, 15, 5))[0], sentence, roles,
            status=None if ceasefire else pick.choices(list(Status), (6, 3, 4, 6, 10, 14, 4, 53))[0],
            state=pick.choice(list(State)) if ceasefire else None,
            mode=pick.choice(list(Mode)) if type_ is ClaimType.DIVERSION else None,
        )  # fmt: skip
        return Extraction(claim, round(pick.betavariate(5, 1.5), 3), "bench-1")


def load(ledger: Ledger, generator: Generator, documents: int) -> tuple[float, float, int]:
    """Fill a ledger; returns seconds and CPU-seconds of loading, without those of generating, and claims."""
    wall = cpu = 0.0
    claims = 0
    for first in range(0, documents, DOCUMENTS_A_CHUNK):
        readings = [generator.reading(n) for n in range(first, min(documents, first + DOCUMENTS_A_CHUNK))]
        started, used = time.perf_counter(), time.process_time()
        with ledger.writing() as writer:
            writer.add_readings(readings, "bench-1")
        wall, cpu = wall + time.perf_counter() - started, cpu + time.process_time() - used
        claims += writer.added.claims
        if first % (20 * DOCUMENTS_A_CHUNK) == 0:
            print(f"    {claims:,} claims, {claims / wall:,.0f} a second, {_peak():.0f} MB", flush=True)
    return wall, cpu, claims


def load_side_by_side(where: str, documents: int, writers: int) -> tuple[float, int]:
    """Fill a ledger from several processes at once; returns the seconds until all is kept, and how many claims."""
    each = documents // writers
    forks = multiprocessing.get_context("fork")
    ready = forks.Barrier(writers + 1)
    processes = [forks.Process(target=_write, args=(where, n, each, ready)) for n in range(writers)]
    for process in processes:
        process.start()
    ready.wait()
    started = time.perf_counter()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    return time.perf_counter() - started, each * writers * CLAIMS_A_DOCUMENT


def _write(where: str, stream: int, documents: int, ready: Barrier) -> None:
    generator = Generator(stream)
    readings = [generator.reading(stream * documents + n) for n in range(documents)]
    with Ledger.open(where) as ledger:
        ready.wait()
        for first in range(0, documents, DOCUMENTS_A_CHUNK):
            with ledger.writing() as writer:
                writer.add_readings(readings[first : first + DOCUMENTS_A_CHUNK], "bench-1")


def decide(ledger: Ledger, claims: int) -> None:
    """Resolve the weapon of one claim in ten, and decide about one in a hundred."""
    with ledger.reading() as connection:
        kept = [
            claim
            for after in range(PAGE, claims, max(PAGE, claims // 200))
            for claim in kept_claims(connection, ClaimQuery(connection, ClaimFilter()).page(PAGE, after))
        ]
    records: list[Record] = []
    for n, claim in enumerate(kept):
        id_ = claim.claim.id
        records.append(Resolution(id_, Role.WEAPON, 0, "weapon", f"w-{n % 97}", "class", "as named", "bench-1"))
        if n % 3 == 0:
            verdict = (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.UNSURE)[n % 9 // 3]
            records.append(Judgement(id_, verdict, "ana", "2031-04-11T09:30:00Z"))
    with ledger.writing() as writer:
        writer.add(records)


def questions(generator: Generator, count: int) -> Iterator[ClaimFilter]:
    """So many filters as people ask them: names, labels, outlets and days, alone and together."""
    pick = random.Random(7)

    def name() -> str:
        return pick.choices(
            generator.words[500:3_500], cum_weights=list(itertools.accumulate(1 / (n + 3) for n in range(3_000)))
        )[0]

    for n in range(count):
        year = pick.randint(2020, 2031)
        yield (
            ClaimFilter(),
            ClaimFilter(types=("transfer",), statuses=(pick.choice(list(Status)),)),
            ClaimFilter(types=("interdiction",), stances=("denied",)),
            ClaimFilter(roles={Role.SUPPLIER: name()}),
            ClaimFilter(roles={Role.SUPPLIER: name(), Role.RECIPIENT: name()}),
            ClaimFilter(roles={Role.WEAPON: name()}, types=("diversion",)),
            ClaimFilter(outlet=f"Outlet {pick.randint(1, 200)}", since=f"{year}-01-01", until=f"{year}-12-31"),
            ClaimFilter(since=f"{year}-03-01", until=f"{year}-03-14", types=("ceasefire",)),
            ClaimFilter(words=f"{name()} {pick.choice(generator.words[:300])}"),
            ClaimFilter(types=("transfer",), min_score=0.95, outlet=f"Outlet {pick.randint(1, 5)}"),
            ClaimFilter(codes=(f"weapon:w-{pick.randint(0, 96)}",)),
            ClaimFilter(decision=Decision.ACCEPTED),
        )[n % 12]


def ask(
    ledger: Ledger, generator: Generator, count: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, list[float]]:
    """Milliseconds of a page of claims, and of a page of texts found by words; each with its rows put together."""
    taken: dict[str, list[float]] = {"filter": [], "search": []}
    slowest: list[tuple[float, ClaimFilter]] = []
    for asked in questions(generator, count):
        started = clock()
        with ledger.reading() as connection:
            kept_claims(connection, ClaimQuery(connection, asked).page(PAGE, None))
        taken["filter"].append((clock() - started) * 1000)
        slowest.append((taken["filter"][-1], asked))
    pick = random.Random(11)
    for n in range(count // 2):
        rare, common = pick.choice(generator.words[2_000:]), pick.choice(generator.words[20:500])
        query = parse((rare, f"{rare} {common}", f"{common} NEAR {rare}", f'"{common} {common}"', common)[n % 5])
        started = clock()
        with ledger.reading() as connection:
            rows = texts_with(connection, query, limit=PAGE, after=None, as_of=None)
            hits(connection, rows, query)
        taken["search"].append((clock() - started) * 1000)
    for milliseconds, asked in sorted(slowest, key=lambda pair: -pair[0])[:3]:
        print(f"    slowest: {milliseconds:.0f} ms for {_short(asked)}")
    return taken


def review(ledger: Ledger, count: int, clock: Callable[[], float] = time.perf_counter) -> dict[str, list[float]]:
    """Milliseconds until the next item is handed out, and until a decision is kept, of so many decisions."""
    desk = Desk(ledger, "ana", QueueOrder())
    taken: dict[str, list[float]] = {"first item": [], "next item": [], "decision": []}
    for n in range(count):
        started = clock()
        item = desk.next()
        taken["next item" if n else "first item"].append((clock() - started) * 1000)
        assert item is not None
        started = clock()
        desk.decide(item, Choice(Verdict.ACCEPTED))
        taken["decision"].append((clock() - started) * 1000)
    return taken


def review_together(where: str) -> list[float]:
    """Milliseconds until the next item is handed out, by the clock, to many people who think between decisions."""
    taken: list[float] = []
    with Ledger.open(where) as ledger, ThreadPoolExecutor(PEOPLE) as people:
        for found in people.map(lambda n: _review_slowly(ledger, f"person {n}"), range(PEOPLE)):
            taken += found
    return taken


def _review_slowly(ledger: Ledger, by: str) -> list[float]:
    desk, pick, taken = Desk(ledger, by, QueueOrder()), random.Random(by), []
    for _ in range(DECISIONS):
        time.sleep(pick.uniform(0.5, 1.5) * THINKING_SECONDS)
        started = time.perf_counter()
        item = desk.next()
        taken.append((time.perf_counter() - started) * 1000)
        assert item is not None
        desk.decide(item, Choice(Verdict.ACCEPTED))
    return taken


def main() -> None:
    """Fill a new ledger, ask it, and print what was measured."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--documents", type=int, default=200_000)
    arguments.add_argument("--db", help="a new file, or an empty database of PostgreSQL; else a temporary file")
    arguments.add_argument("--questions", type=int, default=240)
    arguments.add_argument("--writers", type=int, default=1, help="processes that load side by side")
    arguments.add_argument("--cpu", action="store_true", help="count CPU time of pages, for a machine that others use")
    given = arguments.parse_args()
    print(
        f"{platform.node()}: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    )
    with tempfile.TemporaryDirectory(prefix="enduse-bench-") as folder:
        clock = time.process_time if given.cpu else time.perf_counter
        where = given.db or str(Path(folder) / "bench.db")
        fill(where, given.documents, given.writers)
        measure(where, given.questions, clock)


def fill(where: str, documents: int, writers: int) -> None:
    """Load a ledger, and say how fast."""
    with Ledger.open(where, create=True) as ledger:
        if writers == 1:
            wall, cpu, claims = load(ledger, Generator(), documents)
            said = f"{claims / cpu:,.0f} a CPU-second of this process"
        else:
            wall, claims = load_side_by_side(where, documents, writers)
            said = f"from {writers} writers"
        said = f"{claims / wall:,.0f} claims a second, {said}"
        print(f"  loaded        {claims:,} claims of {documents:,} documents: {said}")
        decide(ledger, claims)
        ledger.file_words()


def measure(where: str, count: int, clock: Callable[[], float]) -> None:
    """Measure one ledger."""
    generator, opened = Generator(), []
    for _ in range(5):
        started = time.perf_counter()
        with Ledger.open(where):
            opened.append(time.perf_counter() - started)
    print(f"  opening       {statistics.median(opened) * 1000:.1f} ms")
    with Ledger.open(where) as ledger:
        for what, taken in {**ask(ledger, generator, count, clock), **review(ledger, 3 * count, clock)}.items():
            _say(what, taken)
    _say(f"next item of {PEOPLE} people at once", review_together(where))
    if Path(where).is_file():
        print(f"  on disk       {Path(where).stat().st_size / 1e6:,.0f} MB")
    print(f"  memory        {_peak():.0f} MB at most")


def _say(what: str, taken: list[float]) -> None:
    p95, most = statistics.quantiles(taken * 2, n=20)[-1], max(taken)
    print(f"  {what}        median {statistics.median(taken):.1f} ms, p95 {p95:.1f} ms, most {most:.1f} ms")


def _short(asked: ClaimFilter) -> str:
    return ", ".join(f"{name}={value}" for name in asked.__slots__ if (value := getattr(asked, name)))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
