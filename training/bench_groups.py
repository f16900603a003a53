"""Measures grouping on generated claims: regrouping, taking in an article, and each question about events and flows.

    python -m training.bench_groups [--documents 20000] [--db FILE-OR-URL] [--questions 60]

Five claims a document of 300 outlets and 12 years, with actors, arms and places of the registers as uneven as in news;
two claims in five tell again of an act of the days before, and
one in a hundred is of the same supplier and recipient. Times are those of this process (CPU) and of the wall.
"""

from __future__ import annotations

import argparse
import itertools
import os
import platform
import random
import resource
import statistics
import tempfile
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from enduse.ledger.store import Ledger
from enduse.lexicon.actors import open_actors
from enduse.lexicon.places import open_places
from enduse.lexicon.weapons import open_weapons
from enduse.model import Claim, ClaimType, Document, Extraction, Mode, Reading, Role, Span, Stance, State, Status
from enduse.model.kept import ClaimFilter
from enduse.model.record import Resolution, canonical
from enduse.service import custody, flows, grouping, linking, planning
from enduse.service.checklist import checklist
from enduse.service.precedents import precedents

CLAIMS_A_DOCUMENT = 5
DOCUMENTS_A_CHUNK = 1_000
YEARS = range(2020, 2032)
TYPES = (ClaimType.TRANSFER, ClaimType.HOLDING, ClaimType.CEASEFIRE, ClaimType.DIVERSION, ClaimType.INTERDICTION)
SHARES = (56, 22, 9, 10, 3)
ROLES = {
    ClaimType.TRANSFER: (Role.SUPPLIER, Role.WEAPON, Role.RECIPIENT),
    ClaimType.HOLDING: (Role.HOLDER, Role.WEAPON, Role.PLACE),
    ClaimType.CEASEFIRE: (Role.PARTY, Role.PARTY, Role.PLACE),
    ClaimType.DIVERSION: (Role.FROM, Role.WEAPON, Role.TO),
    ClaimType.INTERDICTION: (Role.AGENT, Role.WEAPON, Role.PLACE),
}
HOT_SHARE = 0.01
TOLD_AGAIN = 0.4
"""Claims that tell of an act told of shortly before."""

FIRST, DAYS = date(2020, 1, 1), 365 * 12


class Generator:
    """Makes readings with resolutions, the same ones every time: so many documents, in the order of their days."""

    def __init__(self, documents: int) -> None:
        self._random = random.Random(20310411)
        self._documents = documents
        self._acts: dict[ClaimType, deque[dict[tuple[Role, int], str]]] = defaultdict(deque)
        self._actors = self._shuffled([*open_actors().states, *open_actors().actors])
        self._weapons = self._shuffled([*open_weapons().classes, *open_weapons().weapons])
        self._places = self._shuffled(open_places().rows)

    def _shuffled(self, codes: Iterable[str]) -> tuple[list[str], list[float]]:
        found = sorted(codes)
        self._random.shuffle(found)
        return found, list(itertools.accumulate(1 / (n + 3) for n in range(len(found))))

    def _pick(self, of: tuple[list[str], list[float]]) -> str:
        return self._random.choices(of[0], cum_weights=of[1])[0]

    def article(self, number: int) -> tuple[Reading, list[Resolution]]:
        """One document with its claims, and what their fillers stand for."""
        pick = self._random
        day = (FIRST + timedelta(days=DAYS * number // self._documents)).isoformat()
        sentences = [f"s{number}n{n} alpha beta gamma one two three." for n in range(CLAIMS_A_DOCUMENT)]
        document = Document(
            f"report-{number}", " ".join(sentences), published_on=day,
            publisher=f"Outlet {min(299, int(pick.paretovariate(0.9)))}",
        )  # fmt: skip
        found, resolutions, start = [], list[Resolution](), 0
        for sentence in sentences:
            claim = self._claim(document, start, sentence)
            start += len(sentence) + 1
            found.append(Extraction(claim, 0.9, "bench-1"))
            resolutions += self._resolutions(claim)
        return Reading(document, tuple(found)), resolutions

    def _claim(self, document: Document, start: int, sentence: str) -> Claim:
        pick, text = self._random, document.text
        words = list(itertools.accumulate((len(word) + 1 for word in sentence.split()), initial=start))
        type_ = pick.choices(TYPES, SHARES)[0]
        roles: dict[Role, tuple[Span, ...]] = {}
        for n, role in enumerate(ROLES[type_], 1):
            roles[role] = (*roles.get(role, ()), Span.of(text, words[n], words[n + 1] - 1))
        planned = pick.random() < 0.1
        if planned and type_ is ClaimType.TRANSFER:
            roles[Role.CONDITION] = (Span.of(text, words[4], words[6] - 1),)
        truce = type_ is ClaimType.CEASEFIRE
        status = None if truce else pick.choices(list(Status), (6, 3, 4, 6, 10, 14, 4, 53))[0]
        return Claim(
            document.sha256, type_, pick.choices(list(Stance), (80, 15, 5))[0],
            Span.of(text, start, start + len(sentence)), roles, status=status,
            state=pick.choice(list(State)) if truce else None,
            mode=pick.choice(list(Mode)) if type_ is ClaimType.DIVERSION else None,
        )  # fmt: skip

    def _resolutions(self, claim: Claim) -> Iterator[Resolution]:
        hot = claim.type is ClaimType.TRANSFER and self._random.random() < HOT_SHARE / 0.56
        acts = self._acts[claim.type]
        again = acts and not hot and self._random.random() < TOLD_AGAIN
        act = self._random.choice(acts) if again else {}
        for role, spans in claim.roles.items():
            for filler in range(len(spans)):
                if role is Role.CONDITION:
                    continue
                scheme = {Role.WEAPON: "weapon", Role.PLACE: "place"}.get(role, "actor")
                of = {"weapon": self._weapons, "place": self._places, "actor": self._actors}[scheme]
                code = {Role.SUPPLIER: "us", Role.RECIPIENT: "ua"}.get(role) if hot else None
                code = code or act.get((role, filler)) or self._pick(of)
                act[role, filler] = code
                level = "country" if scheme == "place" and len(code) == 2 else "actor"
                yield Resolution(
                    claim.id, role, filler, scheme, code, level, "as named", "bench-1", canonical({"name": code})
                )
        if not again:
            acts.append(act)
            if len(acts) > max(3, self._documents * 3 // DAYS):
                acts.popleft()


def load(where: str, generator: Generator, documents: int) -> None:
    """Fill a ledger; nothing is grouped yet."""
    with Ledger.open(where, create=True) as ledger:
        for first in range(0, documents, DOCUMENTS_A_CHUNK):
            articles = [generator.article(n) for n in range(first, min(documents, first + DOCUMENTS_A_CHUNK))]
            with ledger.writing() as writer:
                writer.add_readings([reading for reading, _ in articles], "bench-1")
                writer.add([resolution for _, found in articles for resolution in found])


class Clock:
    """Takes milliseconds of CPU and wall of what is done, under its name."""

    def __init__(self) -> None:
        self.taken: dict[str, list[tuple[float, float]]] = {}

    def time(self, name: str, what: Callable[[], object]) -> None:
        """Do something and take its time."""
        wall, cpu = time.perf_counter(), time.process_time()
        what()
        taken = ((time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000)
        self.taken.setdefault(name, []).append(taken)

    def tell(self) -> None:
        """Print medians and 95th percentiles."""
        for name, taken in self.taken.items():
            cpu, wall = zip(*taken, strict=True)
            print(f"  {name:<18} CPU {_told(cpu)}   wall {_told(wall)}", flush=True)


def _told(taken: tuple[float, ...]) -> str:
    if len(taken) == 1:
        return f"{taken[0] / 1000:,.1f} s"
    p95 = statistics.quantiles([*taken] * 2, n=20)[-1]
    return f"median {statistics.median(taken):.0f} ms, p95 {p95:.0f} ms, most {max(taken):.0f} ms"


def ask(where: str, generator: Generator, count: int, clock: Clock) -> None:
    """Ask each question so many times, of events and flows all over the ledger."""
    pick = random.Random(7)
    since_run = f"{datetime.now(UTC) - timedelta(seconds=1):%Y-%m-%dT%H:%M:%S}Z"
    some_events = linking.events(where, ClaimFilter(), limit=200, min_claims=2).events
    seen = some_events or linking.events(where, ClaimFilter(), limit=200).events
    found = flows.flows(where, ClaimFilter(), limit=50).flows
    plans = [plan.told for plan in planning.plan_page(where, limit=200).plans if plan.type == ClaimType.TRANSFER]
    for _ in range(count):
        event, flow = pick.choice(seen), pick.choice(found)
        asked = ClaimFilter(codes=(f"actor:{pick.choice(generator._actors[0][:200])}",))
        since = f"{pick.choice(YEARS)}-{pick.randint(1, 12):02}"
        claim = pick.choice(event.claims).claim.id
        clock.time("events", partial(linking.events, where, ClaimFilter()))
        clock.time("events, filtered", partial(linking.events, where, asked))
        clock.time("events of days", partial(linking.events, where, ClaimFilter(since=since, until=since)))
        clock.time("one event", partial(linking.event, where, event.event.id))
        clock.time("sources, by claim", partial(linking.event, where, claim))
        clock.time("contradictions", partial(linking.contradictions, where, ClaimFilter()))
        clock.time("contradictions, f.", partial(linking.contradictions, where, asked))
        clock.time("flows", partial(flows.flows, where, ClaimFilter()))
        clock.time("flows, filtered", partial(flows.flows, where, asked))
        clock.time("one flow", partial(flows.flow, where, flow.flow.id))
        clock.time("plans", partial(planning.plan_page, where))
        clock.time("watch", partial(planning.watch, where, since_run))
        plan = pick.choice(plans).claim
        clock.time("precedents", partial(precedents, where, plan))
        clock.time("checklist", partial(checklist, where, plan))
        clock.time("trace, actor", partial(custody.trace, where, asked.codes[0]))
        clock.time("trace, arms", partial(custody.trace, where, f"weapon:{pick.choice(generator._weapons[0][:200])}"))
        clock.time("trace, flow", partial(custody.trace, where, flow.flow.id))


def ingest(where: str, generator: Generator, documents: int, count: int, clock: Clock) -> None:
    """Take in articles one by one."""
    with Ledger.open(where) as ledger:
        for n in range(documents, documents + count):
            reading, resolutions = generator.article(n)
            with ledger.writing() as writer:
                writer.add_readings([reading], "bench-1")
                writer.add(resolutions)
            clock.time("group an article", partial(grouping.catch_up, ledger))


def main() -> None:
    """Fill a new ledger, group it, ask it, and print what was measured."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--documents", type=int, default=20_000)
    arguments.add_argument("--db", help="a new file, or an empty database of PostgreSQL; else a temporary file")
    arguments.add_argument("--questions", type=int, default=60)
    given = arguments.parse_args()
    print(
        f"{platform.node()}: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    )
    with tempfile.TemporaryDirectory(prefix="enduse-bench-") as folder:
        where, generator, clock = given.db or str(Path(folder) / "bench.db"), Generator(given.documents), Clock()
        clock.time("load", partial(load, where, generator, given.documents))
        clock.time("regroup", lambda: print(f"  {grouping.regroup(where)}"))
        clock.tell()
        ingest(where, generator, given.documents, given.questions, clock)
        ask(where, generator, given.questions, clock)
        clock.tell()
        if Path(where).is_file():
            print(f"  on disk            {Path(where).stat().st_size / 1e6:,.0f} MB")
        print(f"  memory             {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most")


if __name__ == "__main__":
    main()
