"""Measures reading speed, memory and start-up of the installed enduse on this machine."""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .paths import CORPORA, REPO

RUNS = 5
ENDUSE = str(Path(sys.executable).with_name("enduse"))
DEMO = REPO / "src" / "enduse" / "data" / "demo" / "demo.jsonl"


@dataclass(frozen=True)
class Run:
    """What the operating system says of one finished command. cpu and wall in seconds, peak in MB, largest process."""

    cpu: float
    wall: float
    peak: float


def run(*arguments: str) -> Run:
    """Run enduse and wait for it; its output goes to a scratch file of no interest."""
    before = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen([ENDUSE, *arguments], stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        raise SystemExit(f"enduse {' '.join(arguments)} ended with {os.waitstatus_to_exitcode(status)}")
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - before, usage.ru_maxrss / 1024)


def median(what: Callable[[Run], float], runs: list[Run]) -> float:
    return statistics.median(what(r) for r in runs)


def main() -> None:
    """Print medians of five runs; corpora that are not here are skipped, saying so."""
    print(f"{platform.node()}: {_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"  medians of {RUNS} runs")
    help_ = [run("--help") for _ in range(RUNS)]
    print(f"  enduse --help            {median(lambda r: r.cpu, help_):.3f} CPU-s")
    first = [_first_claim() for _ in range(RUNS)]
    print(f"  first claim of a sample  {statistics.median(first):.2f} s")
    for name in ("mixed_news", "conflict_news"):
        path = CORPORA / f"{name}.jsonl.gz"
        if path.exists():
            corpus(path)
        else:
            print(f"  {name}: skipped, {path} is not here")


def corpus(path: Path) -> None:
    """Articles and MB of text per CPU-second and per second, with one worker and with two."""
    articles, size = _size(path)
    one = [run("read", str(path), "--format", "jsonl") for _ in range(RUNS)]
    cpu, wall, peak = (median(f, one) for f in (lambda r: r.cpu, lambda r: r.wall, lambda r: r.peak))
    print(
        f"  {path.name:24}{articles / cpu:7.0f} articles and {size / cpu:.2f} MB per CPU-second, "
        f"{articles / wall:.0f} articles per second, peak {peak:.0f} MB ({articles} articles, {size:.1f} MB)"
    )
    two = [run("read", str(path), "--format", "jsonl", "--workers", "2") for _ in range(RUNS)]
    print(f"  {'with two workers':24}{wall / median(lambda r: r.wall, two):7.2f} times as fast")


def _first_claim() -> float:
    started = time.monotonic()
    with subprocess.Popen([ENDUSE, "read", str(DEMO), "--format", "jsonl"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as child:  # fmt: skip
        assert child.stdout
        for line in child.stdout:
            if json.loads(line)["claims"]:
                break
        found = time.monotonic() - started
        child.kill()
    return found


def _size(path: Path) -> tuple[int, float]:
    import gzip

    with gzip.open(path, "rt", encoding="utf-8") as file:
        texts = [len(json.loads(line)["text"].encode()) for line in file]
    return len(texts), sum(texts) / 1e6


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []:
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
