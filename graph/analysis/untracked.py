"""Untracked: what bears load and yet has no owner, no evidence that it works, or no mention but in interviews."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from graph.analysis.structure import Structure
from graph.elements import ElementKind, RelationType
from graph.provenance import DocumentKind


class Untracked(StrEnum):
    """Why nobody keeps track of an element."""

    NO_OWNER = "no_owner"
    NO_EVIDENCE = "no_evidence"
    NOT_EVALUATED = "not_evaluated"
    INTERVIEW_ONLY = "interview_only"


def untracked_marks(structure: Structure, element: str) -> tuple[Untracked, ...]:
    """Every reason that holds for this element under the switches of the structure; none where it is tracked."""
    return tuple(_marks(structure, element))


def _marks(structure: Structure, element: str) -> Iterator[Untracked]:
    case = structure.case
    counted = [x for x in case.outgoing.get(element, ()) if case.counted(x, structure.switches)]
    evaluators = [case.elements[x.target].kind for x in counted if x.type is RelationType.EVALUATED_BY]
    if not any(relation.type is RelationType.OWNED_BY for relation in counted):
        yield Untracked.NO_OWNER
    if ElementKind.EVIDENCE not in evaluators:
        yield Untracked.NO_EVIDENCE
    if not evaluators:
        yield Untracked.NOT_EVALUATED
    this = case.elements[element]
    sources = {case.documents[passage.document].kind for passage in case.quotes(this)}
    if sources == {DocumentKind.INTERVIEW} and not this.entered:
        yield Untracked.INTERVIEW_ONLY
