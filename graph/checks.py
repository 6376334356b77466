"""Problems of a case that a person should know of: what hangs in the air, goes in circles, or is said two ways.

A problem changes no verdict. Where two documents contradict each other both statements stay, and both are named here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.analysis.structure import Structure
from graph.case import Case
from graph.elements import (
    Element,
    ElementKind,
    Relation,
    RelationStatement,
    RelationType,
    ReviewStatus,
    Statement,
)
from graph.naming import normal


class Severity(StrEnum):
    """How much a problem takes away from the answers: an error takes a verdict, a warning may change one."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class ProblemKind(StrEnum):
    """What is wrong, worst first."""

    CIRCULAR_SUPPORT = "circular_support"
    UNSUPPORTED_PATHWAY = "unsupported_pathway"
    CONTRADICTION = "contradiction"
    UNSUPPORTED_CLAIM = "unsupported_claim"
    ORPHAN_CONTROL = "orphan_control"
    STALE_REFERENCE = "stale_reference"
    WITHDRAWN_THOUGH_ACCEPTED = "withdrawn_though_accepted"
    UNNAMED_PATHWAYS = "unnamed_pathways"
    NOT_EVALUATED = "not_evaluated"


_SEVERITIES = {
    ProblemKind.CIRCULAR_SUPPORT: Severity.ERROR,
    ProblemKind.UNNAMED_PATHWAYS: Severity.INFO,
    ProblemKind.NOT_EVALUATED: Severity.INFO,
}


@dataclass(frozen=True)
class Problem:
    """One problem with the elements and relations that have it, and the passages that show it."""

    kind: ProblemKind
    message: str
    elements: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much problems of this kind take away."""
        return _SEVERITIES.get(self.kind, Severity.WARNING)


_ELEMENT_FIELDS = ("strength", "operator", "k", "window_s", "effort_days")
_RELATION_FIELDS = ("strength", "latency_s", "automatic")
_REFERENCE = re.compile(r"\b(?P<kind>Pathway|Claim|Argument)\s+(?P<number>\d+(?:\.\d+)*)\b")
_UNNAMED = re.compile(
    r"\b(?:two|three|four|some|several|most|many|a few)(?:\s+(?:or|to)\s+(?:two|three|four|five))?\s+"
    r"(?:of\s+(?:the|our|these|those|its)\s+)?pathways\b",
    re.IGNORECASE,
)


def problems(structure: Structure) -> tuple[Problem, ...]:
    """Every problem of the case under the switches of the structure, worst kind first."""
    case = structure.case
    found = [
        *_cycles(structure),
        *_hanging(structure),
        *_contradictions(case),
        *_planned_or_working(case),
        *_withdrawn(case),
        *_references(case),
    ]
    order = tuple(ProblemKind)
    return tuple(sorted(found, key=lambda problem: order.index(problem.kind)))


def _cycles(structure: Structure) -> Iterator[Problem]:
    case = structure.case
    for cycle in structure.cycles:
        names = [case.elements[id_].label for id_ in (*cycle.elements, cycle.elements[0])]
        passages = [passage for id_ in cycle.relations for passage in case.relations[id_].passages]
        yield Problem(
            ProblemKind.CIRCULAR_SUPPORT,
            f"circular support, so no verdict: {' rests on '.join(names)}",
            cycle.elements,
            cycle.relations,
            tuple(dict.fromkeys(passages)),
        )


def _hanging(structure: Structure) -> Iterator[Problem]:
    """What has nothing beneath it, what nothing rests on, and what carries load and was never evaluated."""
    case = structure.case
    for place, id_ in enumerate(structure.ids):
        element = case.elements[id_]
        outgoing = [r for r in case.outgoing.get(id_, ()) if case.counted(r, structure.switches)]
        match element.kind:
            case ElementKind.PATHWAY if not structure.beneath[place]:
                yield _of(element, ProblemKind.UNSUPPORTED_PATHWAY, "nothing is recorded beneath it")
            case ElementKind.CLAIM | ElementKind.ARGUMENT if not structure.beneath[place]:
                yield _of(element, ProblemKind.UNSUPPORTED_CLAIM, "nothing is recorded beneath it")
            case ElementKind.CONTROL if not structure.above[place]:
                yield _of(element, ProblemKind.ORPHAN_CONTROL, "nothing recorded rests on it")
            case ElementKind.CONTROL if not any(r.type is RelationType.EVALUATED_BY for r in outgoing):
                yield _of(element, ProblemKind.NOT_EVALUATED, "it bears load and no evaluation is recorded")
            case _:
                pass


def _of(element: Element, kind: ProblemKind, why: str) -> Problem:
    return Problem(kind, f"{element.name} ({element.kind}): {why}", (element.id,), (), element.passages)


def _contradictions(case: Case) -> Iterator[Problem]:
    """Fields of which current documents say different things, unless a person has decided which it is."""
    for element in case.standing.values():
        edited = {field for edit in element.edits for field in _ELEMENT_FIELDS if getattr(edit, field) is not None}
        for field in (field for field in _ELEMENT_FIELDS if field not in edited):
            values = _values(case, element.stated, field)
            if _differ(values):
                yield _said_two_ways(f"{element.name} ({element.kind})", field, values, elements=(element.id,))
    for relation in case.standing_relations:
        edited = {field for edit in relation.edits for field in _RELATION_FIELDS if getattr(edit, field) is not None}
        for field in (field for field in _RELATION_FIELDS if field not in edited):
            values = _values(case, relation.stated, field)
            if _differ(values):
                yield _said_two_ways(_line(case, relation), field, values, relations=(relation.id,))


def _planned_or_working(case: Case) -> Iterator[Problem]:
    """What one document has as planned and another as working: a mitigation and a control of one name.

    A plan for the very control of that name is none: it is a line of the graph.
    """
    controls: defaultdict[str, list[Element]] = defaultdict(list)
    for control in case.of_kind(ElementKind.CONTROL):
        controls[normal(control.name)].append(control)
    for plan in case.of_kind(ElementKind.MITIGATION):
        aims = {line.target for line in case.outgoing.get(plan.id, ())}
        for control in controls.get(normal(plan.name), ()):
            said = {"planned": _saying(case, plan), "working": _saying(case, control)}
            if control.id not in aims and all(said.values()) and _differ(said):
                what = f"{control.name} (control and mitigation)"
                yield _said_two_ways(what, "its state", said, elements=(control.id, plan.id))


def _saying(case: Case, element: Element) -> dict[str, str]:
    """Title of a current document -> the first passage of it that states the element."""
    found: dict[str, str] = {}
    for passage in case.quotes(element):
        found.setdefault(case.documents[passage.document].title, passage.id)
    return found


_Said = dict[str, dict[str, str]]
"""Value -> title of a document -> the first passage of it that says so."""


def _values(case: Case, stated: Iterable[Statement | RelationStatement], field: str) -> _Said:
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for said in stated:
        value = getattr(said, field, None)
        if value is None or said.passage is None:
            continue
        document = case.documents[case.passages[said.passage].document]
        if document.id in case.current_documents:
            found[str(value)].setdefault(document.title, said.passage)
    return found


def _differ(values: _Said) -> bool:
    """Do two documents say different things? What one document says two ways is a matter of that document."""
    return len(values) > 1 and len({title for titles in values.values() for title in titles}) > 1


def _said_two_ways(
    what: str, field: str, values: _Said, *, elements: tuple[str, ...] = (), relations: tuple[str, ...] = ()
) -> Problem:
    sides = [f"{value} in {', '.join(titles)}" for value, titles in values.items()]
    return Problem(
        ProblemKind.CONTRADICTION,
        f"{what}: {field} is {'; '.join(sides)}",
        elements,
        relations,
        tuple(passage for titles in values.values() for passage in titles.values()),
    )


def _line(case: Case, relation: Relation) -> str:
    source, target = (case.elements[end].name for end in (relation.source, relation.target))
    return f"{source} {relation.type} {target}"


def _withdrawn(case: Case) -> Iterator[Problem]:
    for element in case.elements.values():
        if element.status is ReviewStatus.ACCEPTED and element.id not in case.standing:
            why = "a person accepted it, and no current document states it any more"
            yield _of(element, ProblemKind.WITHDRAWN_THOUGH_ACCEPTED, why)


def _references(case: Case) -> Iterator[Problem]:
    """Numbers that no element has, and pathways that are counted and not named: both stay text."""
    known = {(element.kind.value, element.number) for element in case.standing.values() if element.number}
    numbered = {kind for kind, _ in known}
    stale: defaultdict[str, list[str]] = defaultdict(list)
    unnamed: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for passage in case.passages.values():
        if passage.document not in case.current_documents:
            continue
        for found in _REFERENCE.finditer(passage.text):
            kind = found["kind"].lower()
            if kind in numbered and (kind, found["number"]) not in known:
                stale[found[0]].append(passage.id)
        for found in _UNNAMED.finditer(passage.text):
            unnamed[passage.document, found[0]].append(passage.id)
    for name, passages in sorted(stale.items()):
        message = f"{name} is referred to, and nothing in the case has that number"
        yield Problem(ProblemKind.STALE_REFERENCE, message, (), (), tuple(passages))
    for (_, words), passages in sorted(unnamed.items()):
        message = f"'{words}' names none of them, so it is linked to none"
        yield Problem(ProblemKind.UNNAMED_PATHWAYS, message, (), (), tuple(passages))
