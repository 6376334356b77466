"""Exact analyses of a case: pure functions of it, exact or an error that says what is complete."""

from graph.analysis.cutsets import CutSets, failing_pairs, minimal_cut_sets
from graph.analysis.cycles import Cycle
from graph.analysis.failure import Effect, Impact, PathwayImpact, chains_to, what_breaks
from graph.analysis.load_bearing import Bearing, Ranking, rank
from graph.analysis.paths import Paths, paths_between
from graph.analysis.scenario import reviewer_is_right, sharers_of, team_is_gone
from graph.analysis.sole_supports import SoleSupports, sole_supports
from graph.analysis.structure import Structure, nothing_beneath, operator_of, structure_of
from graph.analysis.untracked import Untracked
from graph.analysis.verdict import Chain, Line, Verdict

__all__ = [
    "Bearing",
    "Chain",
    "CutSets",
    "Cycle",
    "Effect",
    "Impact",
    "Line",
    "Paths",
    "PathwayImpact",
    "Ranking",
    "SoleSupports",
    "Structure",
    "Untracked",
    "Verdict",
    "chains_to",
    "failing_pairs",
    "minimal_cut_sets",
    "nothing_beneath",
    "operator_of",
    "paths_between",
    "rank",
    "reviewer_is_right",
    "sharers_of",
    "sole_supports",
    "structure_of",
    "team_is_gone",
    "what_breaks",
]
