"""The history file of `ask --history`: a JSON array of turns, read before a question and written after its answer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant import Turn
from graph.faults import first_fault
from ui.files import UnusableFile, content, write_whole

LIMIT_BYTES = 16 * 2**20
_TURNS = TypeAdapter(tuple[Turn, ...])


def read_turns(path: Path) -> tuple[Turn, ...]:
    """The turns of a history file, oldest first; none where there is no file yet. UnusableFile names what is wrong."""
    if not path.exists():
        return ()
    try:
        return _TURNS.validate_json(content(path, LIMIT_BYTES) or b"[]")
    except ValidationError as error:
        raise UnusableFile(
            f"'{path}' is no history of questions: {first_fault(error)}",
            "Name another file, or one that does not exist yet; this one was left as it is.",
        ) from error


def write_turns(path: Path, turns: Iterable[Turn]) -> None:
    """Write the turns; the file is there whole or as it was."""
    write_whole(path, _TURNS.dump_json(tuple(turns), indent=1).decode() + "\n")
