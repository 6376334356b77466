"""Scenarios by what they say: which elements fail if a reviewer is right, a team is gone, a shared thing fails."""

from __future__ import annotations

from graph.analysis.structure import Structure
from graph.elements import AGENTS, ElementKind, RelationType
from graph.errors import UnknownElement

_SHARERS = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})


def reviewer_is_right(structure: Structure, reviewer: str) -> tuple[str, ...]:
    """Every element that a finding raised by this reviewer disputes, by id; no other.

    UnknownElement where no person, team or organization of the case has this id.
    """
    _check(structure, reviewer, kinds=AGENTS)
    case, switches = structure.case, structure.switches
    raised = {
        relation.source
        for relation in case.incoming.get(reviewer, ())
        if relation.type is RelationType.RAISED_BY and case.counted(relation, switches)
    }
    disputed = {
        relation.target
        for finding in raised
        for relation in case.outgoing.get(finding, ())
        if relation.type is RelationType.DISPUTES and case.counted(relation, switches)
    }
    return tuple(sorted(disputed))


def team_is_gone(structure: Structure, team: str) -> tuple[str, ...]:
    """The team (or person, or organization) itself, not its members."""
    _check(structure, team, kinds=AGENTS)
    return (team,)


def sharers_of(structure: Structure, shared: str) -> tuple[str, ...]:
    """Every control and evidence with this element beneath it, by id."""
    _check(structure, shared, kinds=frozenset(ElementKind))
    place = structure.places((shared,))
    sharers = set(structure.of_kinds(_SHARERS))
    return tuple(sorted(structure.ids[above] for above in structure.over(place) if above in sharers - place))


def _check(structure: Structure, element: str, *, kinds: frozenset[ElementKind]) -> None:
    standing = structure.case.standing
    if element not in standing or standing[element].kind not in kinds:
        raise UnknownElement(element, ())
