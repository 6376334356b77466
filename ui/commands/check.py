"""The command check: lists what is wrong in a case, and fails where the caller asked it to."""

from __future__ import annotations

import argparse

from graph.analysis import structure_of
from graph.case import Switches
from graph.checks import ProblemKind, problems
from graph.errors import LoadpathError
from ui.settings import Settings
from ui.terminal import show, show_json
from ui.views.problems import problems_json, problems_lines
from ui.wiring import load_case

GATE = 3
"""The exit code where a problem was found on which the caller wants to fail."""


class UnknownKind(LoadpathError):
    """A kind of problem is named that does not exist."""


def run_check(options: argparse.Namespace, settings: Settings) -> int:
    """List every problem; 3 where one is of a kind in `--fail-on`, else 0."""
    gates = _gates(options.fail_on)
    case = load_case(settings)
    found = problems(structure_of(case, Switches(basis=options.basis, status=options.status)))
    if options.json:
        show_json(problems_json(found))
    else:
        show(problems_lines(case, found))
    return GATE if any(problem.kind in gates for problem in found) else 0


def _gates(text: str | None) -> frozenset[ProblemKind]:
    names = [name.strip() for name in text.split(",")] if text is not None else []
    wrong = [name for name in names if name not in set(ProblemKind)]
    if wrong:
        raise UnknownKind(
            f"--fail-on names what is no kind of problem: {', '.join(map(repr, wrong))}",
            f"The kinds are: {', '.join(ProblemKind)}.",
        )
    return frozenset(ProblemKind(name) for name in names)
