"""Running whole commands and reading what they cost: seconds, and peak memory as the system counts it."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """Medians over several runs: wall seconds, processor seconds of the process, and peak memory in megabytes."""

    seconds: float
    processor: float
    megabytes: float


def cost_of(commands: Sequence[Sequence[str]], *, runs: int = 7) -> list[Cost]:
    """What each command costs; they take turns, after one run that is not counted. RuntimeError where one fails."""
    found: list[list[tuple[float, float, float]]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for position, command in enumerate(commands):
            once = _run(command)
            if turn:
                found[position].append(once)
    return [Cost(*(statistics.median(column) for column in zip(*rows, strict=True))) for rows in found]


def _run(command: Sequence[str]) -> tuple[float, float, float]:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
