"""A folder of documents with one process and with several, and again unchanged: seconds, ratios, documents per second.

    python bench/ingest_folder.py [DOCUMENTS]     default: 500

The documents are made by this script, the same every time; each has six claims with their controls, needs and owners.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graph.case import CaseHead
from graph.stores.sqlite import SqliteStore
from ingest import Intake, ingest_files
from ingest.extractors.rules import RulesExtractor
from ui.wiring import workers

NAMES = ["valve", "pump", "gate", "lock", "siren", "lamp", "sensor", "relay", "filter", "kiln", "crane", "winch"]
PROSE = "The shift of that week wrote nothing down that bears on it, and the weather was as usual for the season."
CLOCK = "2026-01-01T00:00:00Z"


def main(documents: int) -> None:
    """Print one line a run."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "documents"
        folder.mkdir()
        for number in range(documents):
            (folder / f"{number:04}.md").write_text(document(number), encoding="utf-8")
        print(f"{documents} documents of {len(document(0)):,} characters, {os.cpu_count()} processors")
        alone = 0.0
        for number in sorted({1, 2, os.cpu_count() or 1}):
            store = Path(temporary) / f"{number}.db"
            first, again = seconds(folder, store, number), seconds(folder, store, number)
            alone = alone or first
            print(
                f"  {number} worker{'s' if number > 1 else ' '} {first:8.1f} s {documents / first:7.1f} documents/s"
                f" {alone / first:5.2f} x one worker; unchanged again: {again:6.2f} s, {again / first:5.1%} of the first time"
            )


def seconds(folder: Path, store: Path, number: int) -> float:
    """How long a folder takes to read into a store."""
    begin = perf_counter()
    with workers(number) as executor:
        intake = Intake(SqliteStore(store), CaseHead(id="bench"), RulesExtractor(), who="bench", clock=lambda: CLOCK)
        ingest_files([folder], intake, executor=executor)
    return perf_counter() - begin


def document(number: int) -> str:
    """A short report on things of its own."""
    chance = random.Random(number)  # noqa: S311  the same documents every time, no secret
    parts = [f"# Report {number}"]
    for claim in range(1, 7):
        one, other = chance.sample(NAMES, 2)
        parts.append(f"## Claim {number}.{claim}: The {one} of site {number} holds")
        parts.append(
            f"The {one.title()} Monitor {number} reads the log. It depends on the {other.title()} Service {number}. "
            f"It is owned by the {other.title()} Team. We place moderate weight on it."
        )
        parts += [f"{PROSE} That was week {week}." for week in range(8)]
    return "\n\n".join(parts)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
