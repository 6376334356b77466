"""What the commands print: results to standard output, progress to standard error, colour only on a terminal."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Iterable

from graph.errors import LoadpathError
from ui.views.shapes import Json

CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
CONTROL_BUT_COLOUR = re.compile(rf"(?!\x1b\[\d*m){CONTROL.pattern}")


class UnusableOutput(LoadpathError):
    """Results cannot be printed: standard output is closed, or what it leads to takes no more."""


def show(lines: Iterable[str]) -> None:
    """Print lines, with control characters of documents as escapes; UnusableOutput where they cannot be printed."""
    control = CONTROL_BUT_COLOUR if colours() else CONTROL
    shown = [control.sub(_escaped, line) for line in lines]
    if shown:
        show_text("\n".join(shown))


def show_text(text: str) -> None:
    """Print a text as it is; what the encoding of standard output does not hold is replaced."""
    if sys.stdout is None:
        raise UnusableOutput("standard output is closed", "Let it lead to a terminal, a file or a pipe.")
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _drop_output()
        raise UnusableOutput(f"cannot print: {error.strerror}", "Let standard output lead elsewhere.") from error


def show_json(value: Json) -> None:
    """Print one JSON value and nothing else."""
    show_text(json.dumps(value, ensure_ascii=not _is_unicode(), indent=2))


def tell(message: str, hint: str) -> None:
    """Say on standard error, in two lines, what is wrong and what to do."""
    sys.stderr.write(f"error: {CONTROL.sub(_escaped, message)}\nhint: {CONTROL.sub(_escaped, hint)}\n")


def say(lines: Iterable[str]) -> None:
    """Say something beside the result, on standard error, with control characters as escapes."""
    sys.stderr.writelines(f"{CONTROL.sub(_escaped, line)}\n" for line in lines)
    sys.stderr.flush()


def progress(text: str) -> None:
    """Say how far long work is, on a terminal only; an empty text clears the line."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text[: width() - 1]}")
        sys.stderr.flush()


def colours() -> bool:
    """May standard output be coloured? Only a terminal, and not where NO_COLOR is set."""
    return (
        sys.stdout is not None
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def width() -> int:
    """Columns to write in: the terminal's, between 60 and 120; 110 where there is none."""
    return min(max(shutil.get_terminal_size((110, 24)).columns, 60), 120)


def _is_unicode() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "").startswith("utf")


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")


def _drop_output() -> None:
    """Lead standard output to nowhere, so that what is still held back does not fail again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
