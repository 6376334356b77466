"""`loadpath ask` on the sample case: cold against a bare start of Python, and warm inside one process.

Targets: cold at most 0.6 s more than Python itself, `--help` at most 0.3 s more, warm at most 30 ms.
Run it as `python bench/ask.py`.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from assistant import Scope, ask
from bench.children import Cost, cost_of
from ui.commands.documents import now
from ui.sample import DOCUMENTS, QUESTION, load_sample
from ui.settings import Settings
from ui.wiring import load_case, open_store

PYTHON = [sys.executable, "-c", "pass"]
LOADPATH = [sys.executable, "-m", "ui.cli"]


def main() -> None:
    """Load the sample case into a throw-away store and print one line a command."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/sample.db"
        load_sample(open_store(url), now)
        command = [*LOADPATH, "ask", QUESTION, "--store", url]
        bare, shown, asked = cost_of([PYTHON, [*LOADPATH, "--help"], command])
        print(f"{'':<28}{'seconds':>10}{'more than Python':>18}{'peak MB':>10}")
        for name, cost in (("bare Python", bare), ("loadpath --help", shown), ("loadpath ask, cold", asked)):
            _print(name, cost, bare)
        print(f"\nloadpath ask, warm: median {_warm(url) * 1000:.1f} ms, of {len(list(DOCUMENTS.iterdir()))} documents")


def _print(name: str, cost: Cost, bare: Cost) -> None:
    print(f"{name:<28}{cost.seconds:>10.3f}{cost.seconds - bare.seconds:>18.3f}{cost.megabytes:>10.0f}")


def _warm(url: str) -> float:
    scope = Scope(load_case(Settings(store=url)))
    ask(QUESTION, scope)
    times = []
    for _ in range(20):
        start = time.perf_counter()
        ask(QUESTION, scope)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
