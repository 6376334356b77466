"""Exact analyses of a case: pure functions of it, exact or an error that says what is complete."""

from graph.analysis.cycles import Cycle
from graph.analysis.failure import Effect, Impact, PathwayImpact, path_to, what_breaks
from graph.analysis.structure import Structure, nothing_beneath, operator_of, structure_of
from graph.analysis.verdict import Chain, Line, Verdict

__all__ = [
    "Chain",
    "Cycle",
    "Effect",
    "Impact",
    "Line",
    "PathwayImpact",
    "Structure",
    "Verdict",
    "nothing_beneath",
    "operator_of",
    "path_to",
    "structure_of",
    "what_breaks",
]
