"""How the time of the rules grows with the text: each step reads twice as much as the one before.

    python bench/long_documents.py [FILE …]     default: an interview and a report of the examples

A document is made long by writing it again and again with other names and section numbers. A ratio near 2 means time
in proportion to the text, one near 4 with its square.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ingest.extractors.rules import RulesExtractor
from ingest.parsers import parse

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ("heron/documents/prewitt-2027-05-11.txt", "osier/documents/report.md")
SIZES = (100_000, 200_000, 400_000)
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
SECTION = re.compile(r"(?<![\w.])(\d{1,2})(?=(?:\.\d+)+(?![\w%]))")
SECTIONS = 12


def main(paths: list[Path]) -> None:
    """Print a line for each size of each document, and, where none is named, of a register and a paragraph of many names."""
    for path in paths or [ROOT / "examples" / name for name in SAMPLES]:
        text = path.read_text(encoding="utf-8")
        report(path.name, lambda size, text=text: longer(text, size))
    if not paths:
        report("register.md", register)
        report("paragraph.txt", paragraph)


def report(name: str, written: Callable[[int], str]) -> None:
    """Print the seconds that each size takes and how many times those of half the text they are."""
    before = 0.0
    for size in SIZES:
        taken = seconds(written(size), name)
        ratio = f"  {taken / before:4.2f} x half the text" if before else ""
        print(f"{name}: {size // 1000} kB {taken:6.1f} s{ratio}")
        before = taken


def register(size: int) -> str:
    """A table of so many characters, each row with a control and a person of its own."""
    rows = ["| Id | Control | Owner | Description |", "|---|---|---|---|"]
    for number in range(size // 110):
        word = spelled(number)
        rows.append(
            f"| CTL-{number} | {word} gate monitor | Ana {word} | Checks the {word} log daily and alerts the duty lead |"
        )
    return "\n".join(rows)[:size]


def paragraph(size: int) -> str:
    """One paragraph of so many characters, each sentence with names of its own."""
    words = (spelled(number) for number in range(size // 80))
    return " ".join(
        f"The {word} monitor is owned by Ana {word}. The monitor rests on the {word} log." for word in words
    )[:size]


def spelled(number: int) -> str:
    """A number as a word with a capital: 12 is "Bacada"."""
    return "Ba" + "".join("bcdfghjklm"[int(digit)] + "a" for digit in str(number))


def longer(text: str, size: int) -> str:
    """The text written again with other names and numbers until it has so many characters."""
    copies = [text]
    while sum(map(len, copies)) < size:
        copies.append(varied(text, len(copies)))
    return "\n\n".join(copies)[:size]


def varied(text: str, number: int) -> str:
    """The text with names and sections of its own."""
    ending = "".join(chr(ord("a") + int(digit)) for digit in str(number))
    names = frozenset(NAME.findall(text))
    renamed = re.sub(r"\b[A-Z][a-z]{2,}\b", lambda word: f"{word[0]}{ending}" if word[0] in names else word[0], text)
    return SECTION.sub(lambda section: str(int(section[1]) + SECTIONS * number), renamed)


def seconds(text: str, name: str) -> float:
    """Processor seconds of one extraction."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        document = parse(path)
    begin = process_time()
    RulesExtractor().extract(document)
    return process_time() - begin


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
