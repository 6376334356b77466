"""The problems of a case: the JSON of the contract, and lines for people, worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from graph.case import Case
from graph.checks import Problem
from ui.views.shapes import Json

MOST_SHOWN = 8
"""How many problems of one kind are shown before the rest is counted."""


def problems_json(found: Sequence[Problem]) -> dict[str, Json]:
    """The shape that `check --json` prints."""
    return {
        "problems": [
            {
                "kind": problem.kind.value,
                "severity": problem.severity.value,
                "elements": list(problem.elements),
                "relations": list(problem.relations),
                "message": problem.message,
                "passages": list(problem.passages),
            }
            for problem in found
        ]
    }


def problems_lines(case: Case, found: Sequence[Problem]) -> Iterator[str]:
    """The problems kind by kind, each with the place that shows it."""
    if not found:
        yield f"No problem was found in case {case.head.id}."
    for kind, group in groupby(found, key=lambda problem: problem.kind):
        same = tuple(group)
        yield f"{same[0].severity}: {kind.value} ({len(same)})"
        for problem in same[:MOST_SHOWN]:
            yield f"  {problem.message}{_place(case, problem)}"
        if len(same) > MOST_SHOWN:
            yield f"  and {len(same) - MOST_SHOWN} more; --json gives them all"


def _place(case: Case, problem: Problem) -> str:
    if not problem.passages:
        return ""
    passage = case.passages[problem.passages[0]]
    page = f", p. {passage.page}" if passage.page else ""
    return f" [{case.documents[passage.document].title}{page}]"
