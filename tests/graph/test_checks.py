"""Checks: each kind of problem is found where it is, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given

from graph.analysis import structure_of
from graph.case import Case, Switches
from graph.changes import Changes, apply_changes
from graph.checks import Problem, ProblemKind, Severity, problems
from graph.elements import Element, Relation, RelationStatement, RelationType, Statement, Strength, relation_id
from graph.provenance import Document, Entered, Passage
from graph.review import Review, change_of
from tests.strategies import HEAD, cases, document, passage

ADA = Entered(who="ada", when="2026-07-01T00:00:00Z")


def found(case: Case, *kinds: ProblemKind) -> list[Problem]:
    every = problems(structure_of(case, Switches()))
    return [problem for problem in every if not kinds or problem.kind in kinds]


def thing(id_: str, kind: str, **places: Strength | None) -> Element:
    """An element that each named document states, with a strength where one is given."""
    stated = tuple(Statement(passage=f"{name}:0", name=id_, strength=s) for name, s in (places or {"d0": None}).items())
    return Element(id=id_, kind=kind, name=id_, passages=tuple(s.passage for s in stated if s.passage), stated=stated)


def rests(source: str, target: str, type_: RelationType = RelationType.SUPPORTED_BY) -> Relation:
    id_ = relation_id(type_, source, target)
    return Relation(id=id_, type=type_, source=source, target=target, stated=(RelationStatement(entered=ADA),))


def case_of(*things: Element | Relation) -> Case:
    names = ("d0", "d1")
    change = Changes(
        documents=tuple(map(document, names)),
        passages=tuple(passage(name, 0) for name in names),
        elements=tuple(x for x in things if isinstance(x, Element)),
        relations=tuple(x for x in things if isinstance(x, Relation)),
    )
    return apply_changes(Case.of(HEAD), change)[0]


SOUND = (
    thing("p", "pathway"),
    thing("c", "control"),
    thing("e", "evidence"),
    rests("p", "c"),
    rests("c", "e", RelationType.EVALUATED_BY),
)


def test_a_sound_case_has_no_problem() -> None:
    assert found(case_of(*SOUND)) == []


def test_circular_support_is_an_error_with_its_ring() -> None:
    (problem,) = found(
        case_of(*SOUND, thing("a", "claim"), thing("b", "claim"), rests("a", "b"), rests("b", "a"), rests("p", "a"))
    )

    assert (problem.kind, problem.severity) == (ProblemKind.CIRCULAR_SUPPORT, Severity.ERROR)
    assert set(problem.elements) == {"a", "b"}
    assert problem.message.endswith("a rests on b rests on a")


@pytest.mark.parametrize(
    ("extra", "kind"),
    [
        ((thing("q", "pathway"),), ProblemKind.UNSUPPORTED_PATHWAY),
        ((thing("q", "claim"), rests("p", "q")), ProblemKind.UNSUPPORTED_CLAIM),
        ((thing("q", "control"),), ProblemKind.ORPHAN_CONTROL),
        ((thing("q", "control"), rests("p", "q")), ProblemKind.NOT_EVALUATED),
    ],
)
def test_what_hangs_in_the_air_is_named(extra: tuple[Element | Relation, ...], kind: ProblemKind) -> None:
    (problem,) = found(case_of(*SOUND, *extra))

    assert (problem.kind, problem.elements) == (kind, ("q",))


def test_a_contradiction_between_documents_names_both_sides() -> None:
    both = thing("p", "pathway", d0=Strength.WEAK, d1=Strength.STRONG)

    (problem,) = found(case_of(both, *SOUND[1:]))

    assert problem.kind is ProblemKind.CONTRADICTION
    assert problem.message == "p (pathway): strength is weak in The d0; strong in The d1"
    assert problem.passages == ("d0:0", "d1:0")


def test_a_correction_settles_a_contradiction() -> None:
    case = case_of(thing("p", "pathway", d0=Strength.WEAK, d1=Strength.STRONG), *SOUND[1:])
    decision = Review(case, ADA).edit("p", Statement(entered=ADA, strength=Strength.MODERATE))

    assert found(apply_changes(case, change_of(decision, case))[0]) == []


def test_what_a_person_accepted_and_no_document_states_any_more_is_listed() -> None:
    case = case_of(*SOUND)
    case, _ = apply_changes(case, change_of(Review(case, ADA).judge("accept", ["c"]), case))
    new = Relation(
        id="v", type=RelationType.SUPERSEDES, source="d1", target="d0", stated=(RelationStatement(entered=ADA),)
    )

    case, _ = apply_changes(case, Changes(relations=(new,)))

    assert [problem.elements for problem in found(case, ProblemKind.WITHDRAWN_THOUGH_ACCEPTED)] == [("c",)]


def test_a_number_that_nothing_has_and_pathways_that_are_only_counted_are_listed() -> None:
    text = "See Claim 1 and Claim 7.2. It bears on two or three of the pathways."
    note = Document(id="n", kind="interview", title="Note", text=text)
    words = Passage(id="n:0", document="n", start=0, end=len(text), text=text)
    claim = Element(id="k", kind="claim", name="It holds", number="1", passages=("n:0",))
    case, _ = apply_changes(
        case_of(*SOUND, rests("p", "k").model_copy(update={"source": "k", "target": "c", "id": "x"}), claim_in(claim)),
        Changes(documents=(note,), passages=(words,), elements=(claim,)),
    )

    listed = found(case, ProblemKind.STALE_REFERENCE, ProblemKind.UNNAMED_PATHWAYS)

    assert [problem.message.split(" ", 2)[:2] for problem in listed] == [["Claim", "7.2"], ["'two", "or"]]


def claim_in(claim: Element) -> Element:
    """The claim as another document states it."""
    return claim.model_copy(update={"passages": ("d0:0",)})


@given(cases(cycles=True, versions=True))
def test_every_problem_points_at_what_the_case_holds(case: Case) -> None:
    for problem in found(case):
        assert set(problem.elements) <= set(case.elements)
        assert set(problem.relations) <= set(case.relations)
        assert set(problem.passages) <= set(case.passages)
        assert problem.message


@given(cases(cycles=True))
def test_the_rings_that_are_listed_are_those_of_the_structure(case: Case) -> None:
    structure = structure_of(case, Switches())

    circular = [p.elements for p in problems(structure) if p.kind is ProblemKind.CIRCULAR_SUPPORT]

    assert circular == [cycle.elements for cycle in structure.cycles]


def test_planned_in_one_document_and_working_in_another_is_a_contradiction() -> None:
    plan = thing("plan", "mitigation", d1=None).model_copy(update={"name": "Upload gates"})
    gate = thing("gate", "control", d0=None).model_copy(update={"name": "Upload gate"})
    named = [
        each.model_copy(update={"stated": tuple(s.model_copy(update={"name": each.name}) for s in each.stated)})
        for each in (plan, gate)
    ]

    (problem,) = found(case_of(*SOUND, *named), ProblemKind.CONTRADICTION)

    assert problem.message == "Upload gate (control and mitigation): its state is planned in The d1; working in The d0"
    assert problem.elements == ("gate", "plan")
    assert problem.passages == ("d1:0", "d0:0")


def test_a_plan_for_the_control_of_its_name_contradicts_nothing() -> None:
    plan = thing("gate", "mitigation", d1=None).model_copy(update={"id": "plan"})
    aimed = rests("plan", "gate", RelationType.IMPROVES)

    assert found(case_of(*SOUND, plan, thing("gate", "control"), aimed), ProblemKind.CONTRADICTION) == []
