"""What the commands print: results to standard output, progress to standard error, colour only on a terminal."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable

from graph.provenance import Frozen
from ui.views.shapes import Json


def show(lines: Iterable[str]) -> None:
    """Print lines; characters that the terminal cannot show are replaced."""
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        sys.stdout.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()


def show_json(value: Frozen | Json) -> None:
    """Print one JSON value and nothing else."""
    plain = value.model_dump(mode="json") if isinstance(value, Frozen) else value
    show([json.dumps(plain, ensure_ascii=not _is_unicode(), indent=2)])


def progress(text: str) -> None:
    """Say how far long work is, on a terminal only; an empty text clears the line."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text[: width() - 1]}")
        sys.stderr.flush()


def note(text: str) -> None:
    """Say something beside the result, on standard error."""
    sys.stderr.write(f"{text}\n")


def colours() -> bool:
    """May standard output be coloured? Only a terminal, and not where NO_COLOR is set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns to write in: the terminal's, between 60 and 120; 110 where there is none."""
    return min(max(shutil.get_terminal_size((110, 24)).columns, 60), 120)


def _is_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
