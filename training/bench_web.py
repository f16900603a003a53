"""Measures the workbench: how long each page takes the server, and whether fifty people at once get their pages.

    python -m training.bench_web [--documents 200000] [--db FILE-OR-URL] [--people 50] [--seconds 120]

A server is started on loopback over the generated claims of `training.bench_ledger`. First one browser asks for each
page in turn: how long it waits, and what the server's process uses of a core, which a busy machine does not change.
Then so many people ask at once, each with a pause after each page.
"""

from __future__ import annotations

import argparse
import http.client
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from enduse.ledger.store import Ledger

from .bench_ledger import Generator, decide, load

PAUSE_SECONDS = 1.0
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
FAST = (
    *("first page", "claims by label", "claims by name", "claims by outlet", "claims by words", "article", "documents"),
    *("search, rare", "search, common"),
)
WHOLE = ("events", "plans", "ceasefires", "contradictions")
"""Pages for which the whole ledger is put together anew; asked for only where it is small, or with --whole."""


@dataclass
class Visitor:
    """One browser on one connection."""

    address: tuple[str, int]
    taken: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection(*self.address, timeout=120)

    def get(self, path: str) -> str:
        """Ask for a page, and keep how long it took in milliseconds."""
        started = time.perf_counter()
        try:
            self._connection.request("GET", path, headers={"Accept": "text/html"})
            answer = self._connection.getresponse()
            text = answer.read().decode("utf-8")
        except (OSError, http.client.HTTPException) as error:
            self._connection.close()
            self.wrong.append(f"{path}: {error}")
            return ""
        self.taken.append((time.perf_counter() - started) * 1000)
        if answer.status != 200:
            self.wrong.append(f"{path}: {answer.status}")
        return text


class Pages:
    """Addresses as people ask for them, the same ones in each run."""

    def __init__(self, generator: Generator, articles: Sequence[str], seed: int) -> None:
        self._words, self._names = generator.words, generator.names
        self._articles = articles
        self._random = random.Random(seed)

    def address(self, kind: str) -> str:
        """One address of a kind."""
        pick, name = self._random, self._name()
        year = pick.randint(2020, 2031)
        fixed = {
            "first page": "/claims",
            "claims by label": f"/claims?types=transfer&statuses={pick.choice(['planned', 'promised', 'halted'])}",
            "claims by name": f"/claims?supplier={name}",
            "claims by outlet": f"/claims?outlet=Outlet+{pick.randint(1, 200)}&since={year}&until={year}",
            "claims by words": f"/claims?words={name}+{pick.choice(self._words[:300])}",
            "article": f"/documents/{pick.choice(self._articles)}" if self._articles else "/documents",
            "documents": f"/documents?since={year}-03&until={year}-03",
            "search, rare": f"/search?words={pick.choice(self._words[2_000:])}",
            "search, common": f"/search?words={pick.choice(self._words[20:500])}",
        }
        return fixed.get(kind, f"/{kind}")

    def _name(self) -> str:
        return quote(self._random.choices(self._words[500:3_500], cum_weights=self._names)[0])


@contextmanager
def serving(where: str, port: int = 0) -> Iterator[tuple[tuple[str, int], int]]:
    """A server of its own process: its address, and the number of the process."""
    command = [sys.executable, "-m", "enduse", "serve", where, "--port", str(port), "--read-only"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        found = re.search(r"http://([\d.]+):(\d+)/", server.stderr.readline())
        if found is None:
            raise SystemExit("the server did not start")
        try:
            yield (found[1], int(found[2])), server.pid
        finally:
            server.terminate()


def cpu_seconds(pid: int) -> float:
    """What a process has used so far, on Linux; 0 elsewhere."""
    try:
        cells = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(cells[11]) + int(cells[12])) / TICKS


def one_by_one(address: tuple[str, int], pid: int, pages: Pages, kinds: Sequence[str], count: int) -> None:
    """Ask for each kind of page so many times, and print what it took."""
    print(f"  {'page':18} {'median':>8} {'p95':>8} {'most':>8}  {'CPU':>8}   milliseconds, {count} of each")
    for kind in kinds:
        visitor, before = Visitor(address), cpu_seconds(pid)
        for _ in range(count):
            visitor.get(pages.address(kind))
        used = (cpu_seconds(pid) - before) * 1000 / count
        said = f"; {len(visitor.wrong)} wrong, such as {visitor.wrong[0]}" if visitor.wrong else ""
        print(f"  {kind:18} {_figures(visitor.taken)}  {used:8.1f}{said}", flush=True)


def together(address: tuple[str, int], made: Sequence[Pages], kinds: Sequence[str], seconds: float) -> list[Visitor]:
    """Let people ask at once for so long, each on a connection of their own."""
    visitors = [Visitor(address) for _ in made]
    until = time.monotonic() + seconds

    def visit(visitor: Visitor, pages: Pages) -> None:
        pick = random.Random(id(pages))
        while time.monotonic() < until:
            visitor.get(pages.address(pick.choice(kinds)))
            time.sleep(PAUSE_SECONDS)

    people = [threading.Thread(target=visit, args=pair) for pair in zip(visitors, made, strict=True)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    return visitors


def main() -> None:
    """Fill a ledger if none is given, serve it, ask, and print what was measured."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--documents", type=int, default=200_000)
    arguments.add_argument("--db", help="a ledger that was generated before; else a temporary one is made")
    arguments.add_argument("--count", type=int, default=60, help="how often each page is asked for")
    arguments.add_argument("--people", type=int, default=50)
    arguments.add_argument("--seconds", type=float, default=120)
    arguments.add_argument("--whole", action="store_true", help="ask for pages of the whole ledger too")
    given = arguments.parse_args()
    print(
        f"{platform.node()}: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    )
    with tempfile.TemporaryDirectory(prefix="enduse-bench-") as folder:
        where = given.db or str(Path(folder) / "bench.db")
        if given.db is None:
            fill(where, given.documents)
        measure(where, given)


def fill(where: str, documents: int) -> None:
    """Make the ledger of `training.bench_ledger`."""
    with Ledger.open(where, create=True) as ledger:
        _, _, claims = load(ledger, Generator(), documents)
        decide(ledger, claims)
    print(f"  {claims:,} claims of {documents:,} documents")


def measure(where: str, given: argparse.Namespace) -> None:
    """Measure one ledger."""
    generator = Generator()
    with serving(where) as (address, pid):
        first = Visitor(address).get("/documents?limit=500")
        articles = sorted(set(re.findall(r"/documents/(doc-\w+)", first)))
        kinds = [*FAST, *(WHOLE if given.whole else ())]
        one_by_one(address, pid, Pages(generator, articles, 7), kinds, given.count)
        made = [Pages(generator, articles, 100 + n) for n in range(given.people)]
        visitors = together(address, made, FAST, given.seconds)
        taken = [one for visitor in visitors for one in visitor.taken]
        wrong = [one for visitor in visitors for one in visitor.wrong]
        told = f"{len(taken):,} pages, {len(wrong)} wrong; {_figures(taken)}"
        print(f"  {given.people} people, {given.seconds:.0f} s: {told}")
        for said in wrong[:5]:
            print(f"    {said}")


def _figures(taken: Sequence[float]) -> str:
    if not taken:
        return f"{'-':>8} {'-':>8} {'-':>8}"
    p95 = statistics.quantiles([*taken, *taken], n=20)[-1]
    return f"{statistics.median(taken):8.1f} {p95:8.1f} {max(taken):8.1f}"


if __name__ == "__main__":
    main()
