"""`loadpath ask` on the sample case: cold against a bare start of Python, and warm inside one process.

Targets: cold at most 0.6 s more than Python itself, `--help` at most 0.3 s more, warm at most 30 ms.
Run it as `python bench/ask.py`.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.children import Cost, cost_of

QUESTION = "What breaks if the permission on the weights bucket is wrong?"
PYTHON = [sys.executable, "-c", "pass"]
LOADPATH = [sys.executable, "-m", "ui.cli"]


def main() -> None:
    """Load the sample case into a throw-away store and print one line a command."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/sample.db"
        demo = [*LOADPATH, "demo", "--no-ui", "--store", url]
        subprocess.run(demo, check=True, stdout=subprocess.DEVNULL)
        command = [*LOADPATH, "ask", QUESTION, "--store", url]
        bare, shown, asked = cost_of([PYTHON, [*LOADPATH, "--help"], command])
        print(f"{'':<28}{'seconds':>10}{'more than Python':>18}{'peak MB':>10}")
        for name, cost in (("bare Python", bare), ("loadpath --help", shown), ("loadpath ask, cold", asked)):
            _print(name, cost, bare)
        print(f"\nloadpath ask, warm: median {_warm(url) * 1000:.1f} ms")


def _print(name: str, cost: Cost, bare: Cost) -> None:
    print(f"{name:<28}{cost.seconds:>10.3f}{cost.seconds - bare.seconds:>18.3f}{cost.megabytes:>10.0f}")


def _warm(url: str) -> float:
    """Median seconds of the same question inside one process. Imported here: until now this process had to be small."""
    from assistant import Scope, ask  # noqa: PLC0415
    from ui.settings import Settings  # noqa: PLC0415
    from ui.wiring import load_case  # noqa: PLC0415

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
