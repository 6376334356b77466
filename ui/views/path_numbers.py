"""The numbers of an answer's paths as people see them: a path that is one thing alone has no steps to show."""

from __future__ import annotations

from collections.abc import Mapping

from assistant import Answer


def path_numbers(answer: Answer) -> Mapping[int, int]:
    """The position of every path that has steps -> its number, counted from 1."""
    stepping = (place for place, path in enumerate(answer.paths) if path.relations)
    return {place: number for number, place in enumerate(stepping, 1)}
