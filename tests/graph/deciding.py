"""Random decisions on random cases: every kind of decision, on what the case shows when it is made."""

from __future__ import annotations

from itertools import permutations

from hypothesis import strategies as st

from graph.case import Case
from graph.changes import apply_changes
from graph.decisions import Decision
from graph.elements import ELEMENTS, LEGAL, ElementKind, RelationStatement, RelationType, Statement, Strength
from graph.errors import RefusedDecision
from graph.provenance import Entered
from graph.review import Review, change_of
from tests.strategies import ALL_TYPES, cases

KINDS = st.sampled_from([ElementKind.CONTROL, ElementKind.CLAIM])
ACTIONS = (
    "accept",
    "reject",
    "edit",
    "edit kind",
    "edit relation",
    "add",
    "add relation",
    "merge",
    "distinct",
    "split",
    "undo",
)


def made(case: Case, decision: Decision) -> Case:
    """The case with the decision."""
    return apply_changes(case, change_of(decision, case))[0]


def content(case: Case) -> tuple[object, ...]:
    """What a case shows, without its history and its revision."""
    return (case.elements, case.relations, case.documents, case.passages)


@st.composite
def decisions(draw: st.DrawFn, case: Case, actions: tuple[str, ...] = ACTIONS) -> Decision | None:
    """A decision on the case; None where the one that was drawn would be refused."""
    number = len(case.decisions)
    review = Review(case, Entered(who=draw(st.sampled_from(["ada", "bo"])), when=f"2026-06-01T00:00:{number:02}Z"))
    action = draw(st.sampled_from(actions))
    try:
        return draw(_made(review, action)) if case.elements else None
    except RefusedDecision:
        return None


@st.composite
def _made(draw: st.DrawFn, review: Review, action: str) -> Decision:  # noqa: PLR0911  one return for each kind
    case = review.case
    elements, relations = sorted(case.elements), sorted(r.id for r in case.relations.values() if r.type in ALL_TYPES)
    one, other = draw(st.sampled_from(elements)), draw(st.sampled_from(elements))
    strength = draw(st.sampled_from(list(Strength)))
    match action:
        case "accept" | "reject":
            return review.judge(action, draw(st.lists(st.sampled_from(elements + relations), min_size=1)))
        case "edit":
            said = Statement(entered=review.by, name=draw(st.sampled_from([None, "Called so"])), strength=strength)
            return review.edit(one, said)
        case "edit kind":
            return review.edit(one, Statement(entered=review.by, kind=draw(st.sampled_from(sorted(ELEMENTS)))))
        case "edit relation" if relations:
            line = case.relations[draw(st.sampled_from(relations))]
            worth = strength if line.type is RelationType.SUPPORTED_BY else None
            return review.edit(line.id, RelationStatement(entered=review.by, strength=worth))
        case "add":
            name = draw(st.sampled_from(["New", "Newer"]))
            return review.add_element(draw(KINDS), Statement(entered=review.by, name=name, strength=strength))
        case "add relation":
            kinds = (case.elements[one].kind, case.elements[other].kind)
            legal = sorted(type_ for source, type_, target in LEGAL if (source, target) == kinds and type_ in ALL_TYPES)
            type_ = draw(st.sampled_from(legal or [RelationType.DEPENDS_ON]))
            worth = strength if type_ is RelationType.SUPPORTED_BY else None
            return review.add_relation(type_, (one, other), RelationStatement(entered=review.by, strength=worth))
        case "merge" | "distinct":
            pairs = [(a, b) for a, b in permutations(elements, 2) if case.elements[a].kind is case.elements[b].kind]
            decide = review.unite if action == "merge" else review.tell_apart
            return decide(*draw(st.sampled_from(pairs or [(one, one)])))
        case "split":
            several = [id_ for id_ in elements if len(case.elements[id_].passages) > 1]
            source = draw(st.sampled_from(several or [one]))
            moving = draw(st.lists(st.sampled_from(case.elements[source].passages or ("none",)), min_size=1))
            return review.divide(source, "Split off", moving)
        case _:
            return review.undo(draw(st.sampled_from([None, *case.decisions])))


@st.composite
def decided_cases(draw: st.DrawFn, most: int = 6) -> Case:
    """A random case after up to `most` random decisions."""
    case = draw(cases(most=5, cycles=True, versions=True))
    for _ in range(draw(st.integers(0, most))):
        decision = draw(decisions(case))
        if decision is not None:
            case = made(case, decision)
    return case
