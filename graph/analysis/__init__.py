"""Exact analyses of a case: pure functions of it, exact or an error that says what is complete."""

from graph.analysis.cycles import Cycle
from graph.analysis.failure import Effect, Impact, PathwayImpact, path_to, what_breaks
from graph.analysis.paths import Paths, paths_between
from graph.analysis.scenario import reviewer_is_right, sharers_of, team_is_gone
from graph.analysis.structure import Structure, nothing_beneath, operator_of, structure_of
from graph.analysis.verdict import Chain, Line, Verdict

__all__ = [
    "Chain",
    "Cycle",
    "Effect",
    "Impact",
    "Line",
    "Paths",
    "PathwayImpact",
    "Structure",
    "Verdict",
    "nothing_beneath",
    "operator_of",
    "path_to",
    "paths_between",
    "reviewer_is_right",
    "sharers_of",
    "structure_of",
    "team_is_gone",
    "what_breaks",
]
