"""Pages per second of a full ingest, beside bare text extraction by pypdfium2 in the same run.

    python bench/ingest_pages.py [PDF …]     default: the PDFs of the examples

Each figure is the median of three; every step's share of a full ingest stands beside it, and the peak memory that it
allocates in Python.
"""

from __future__ import annotations

import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

import pypdfium2

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graph.case import CaseHead
from graph.stores.sqlite import SqliteStore
from ingest import Intake, ground, ingest_file
from ingest.extractors.rules import RulesExtractor
from ingest.parsers import parse

ROOT = Path(__file__).resolve().parent.parent
REPEATS = 3


def main(paths: list[Path]) -> None:
    """Print one table a file."""
    for path in paths or sorted(ROOT.glob("examples/**/*.pdf")):
        report(path)


def report(path: Path) -> None:
    """Print pages per second of each step and its ratio to bare extraction."""
    content = path.read_bytes()
    extractor = RulesExtractor()
    document = parse(path)
    proposals = extractor.extract(document)
    pages = bare(content)
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "bench.db")
        numbers = count()
        clock = "2026-01-01T00:00:00Z"

        def full() -> object:
            head = CaseHead(id=f"run-{next(numbers)}")
            return ingest_file(path, Intake(store, head, extractor, who="bench", clock=lambda: clock))

        steps: dict[str, Callable[[], object]] = {
            "bare text": lambda: bare(content),
            "parse": lambda: parse(path),
            "extract": lambda: extractor.extract(document),
            "ground": lambda: ground(document, proposals),
            "full ingest": full,
        }
        seconds = {name: typical(step) for name, step in steps.items()}
        memory = {name: peak(step) for name, step in steps.items()}
    print(f"{path.name}: {pages} pages, {len(document.text):,} characters, {len(proposals.elements)} elements proposed")
    for name, taken in seconds.items():
        share = taken / seconds["full ingest"]
        times = taken / seconds["bare text"]
        print(
            f"  {name:12} {pages / taken:9.1f} pages/s {times:8.1f} x bare text {share:7.1%} of full ingest {memory[name]:7.1f} MB"
        )


def bare(content: bytes) -> int:
    """The number of pages, after all their text was read and thrown away."""
    with pypdfium2.PdfDocument(content) as document:
        for index in range(len(document)):
            document[index].get_textpage().get_text_range()
        return len(document)


def typical(step: Callable[[], object]) -> float:
    """Median seconds of several runs."""
    taken = []
    for _ in range(REPEATS):
        begin = perf_counter()
        step()
        taken.append(perf_counter() - begin)
    return median(taken)


def peak(step: Callable[[], object]) -> float:
    """Megabytes that one run has allocated at its highest."""
    tracemalloc.start()
    step()
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return highest / 2**20


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
