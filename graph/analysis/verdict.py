"""The words for what a failure does: verdicts, lines with what they are worth, and chains that show why.

A chain reads upward: its first element is what failed or is asked about, its last what rests on it, so each
relation runs from the later element of the chain to the earlier one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.elements import Strength


class Verdict(StrEnum):
    """What became of an element, compared with when nothing has failed."""

    LOST = "lost"
    WEAKENED = "weakened"
    THINNED = "thinned"
    INTACT = "intact"


@dataclass(frozen=True)
class Chain:
    """Elements and the relations between them: `relations[i]` joins `elements[i]` and `elements[i + 1]`."""

    elements: tuple[str, ...]
    relations: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A direct line (or, where `required`, requirement) of an element, and what it is worth: None if circular.

    `relation` is its id, `element` what it leads to; `before` with nothing failed, `after` under the scenario.
    """

    relation: str
    element: str
    required: bool
    before: Strength | None
    after: Strength | None

    @property
    def is_left(self) -> bool:
        """Is it still worth something?"""
        return self.after is not None and self.after is not Strength.NONE


def strength_of(rank: int) -> Strength | None:
    """The strength of a rank; None for -1, the rank of what rests on a cycle."""
    return None if rank < 0 else Strength.of_rank(rank)
