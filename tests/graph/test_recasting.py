"""Corrected kinds: relations that they rule out count no more, and are back when the correction is undone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from graph.analysis.proposals import Standing, by_weight
from graph.case import Case
from graph.changes import apply_changes
from graph.elements import (
    Element,
    ElementKind,
    Operator,
    Relation,
    RelationStatement,
    RelationType,
    ReviewStatus,
    Statement,
)
from graph.errors import IllegalCase, RefusedDecision
from graph.provenance import Entered
from graph.review import Review, change_of
from tests.graph.deciding import content, decided_cases, made
from tests.graph.readings import reading
from tests.strategies import HEAD

ADA = Entered(who="ada", when="2026-07-01T00:00:00Z")
GATE = Element(id="gate", kind="control", name="gate", passages=("d0:0",))
CREW = Element(id="crew", kind="team", name="crew", passages=("d0:1",))
KEYS = Element(id="keys", kind="dependency", name="keys", passages=("d0:1",))
TELLS = Relation(id="tells", type="ALERTS", source="gate", target="crew", passages=("d0:2",))
NEEDS = Relation(id="needs", type="DEPENDS_ON", source="gate", target="keys", passages=("d0:2",))


def read() -> Case:
    return apply_changes(Case.of(HEAD), reading("d0", GATE, CREW, KEYS, TELLS, NEEDS))[0]


def recast(case: Case, element: str, kind: ElementKind) -> Case:
    return made(case, Review(case, ADA).edit(element, Statement(entered=ADA, kind=kind)))


def counted(case: Case) -> list[str]:
    return [relation.id for relation in case.standing_relations]


def test_a_relation_that_the_new_kind_rules_out_is_kept_and_not_counted() -> None:
    case = recast(read(), "gate", ElementKind.DEPENDENCY)

    assert case.elements["gate"].kind is ElementKind.DEPENDENCY
    assert counted(case) == ["needs"]
    assert case.withheld == {"tells"}
    assert [row.thing.id for row in by_weight(case) if row.standing is Standing.WITHDRAWN] == ["tells"]


def test_undoing_a_kind_brings_its_relations_back() -> None:
    before = read()
    case = recast(before, "gate", ElementKind.DEPENDENCY)

    case = made(case, Review(case, ADA).undo(None))

    assert content(case) == content(before)


def test_a_second_correction_counts_what_its_kind_allows() -> None:
    case = recast(recast(read(), "gate", ElementKind.TEAM), "gate", ElementKind.CONTROL)

    assert counted(case) == ["tells", "needs"]
    assert case.elements["gate"].kind is ElementKind.CONTROL


def test_reading_the_document_again_keeps_the_corrected_kind() -> None:
    case = recast(read(), "gate", ElementKind.DEPENDENCY)

    again, receipt = apply_changes(case, reading("d0", GATE, CREW, KEYS, TELLS, NEEDS))

    assert receipt.is_empty
    assert again == case


def test_a_kind_holds_again_when_its_document_comes_back() -> None:
    case = recast(read(), "gate", ElementKind.DEPENDENCY)
    removed = made(case, Review(case, ADA).remove("d0"))

    again, _ = apply_changes(removed, reading("d0", GATE, CREW, KEYS, TELLS, NEEDS))

    assert content(again) == content(case)


def test_what_the_new_kind_rules_out_is_told_as_withdrawn() -> None:
    case = read()

    correction = Review(case, ADA).edit("gate", Statement(entered=ADA, kind=ElementKind.DEPENDENCY))
    _, receipt = apply_changes(case, change_of(correction, case))

    assert receipt.relations_withdrawn == ("tells",)


def test_a_ruled_out_relation_cannot_be_accepted() -> None:
    case = recast(read(), "gate", ElementKind.DEPENDENCY)

    with pytest.raises(RefusedDecision, match="no ALERTS joins them"):
        Review(case, ADA).judge("accept", ["tells"])


def test_a_rejection_of_before_outlives_a_correction() -> None:
    case = read()
    case = recast(made(case, Review(case, ADA).judge("reject", ["tells"])), "gate", ElementKind.DEPENDENCY)

    case = made(case, Review(case, ADA).undo(None))

    assert case.relations["tells"].status is ReviewStatus.REJECTED


def test_two_kinds_can_be_united_once_one_is_corrected() -> None:
    case = recast(read(), "gate", ElementKind.DEPENDENCY)

    case = made(case, Review(case, ADA).unite("keys", "gate"))

    assert set(case.elements) == {"keys", "crew"}
    assert case.elements["keys"].kind is ElementKind.DEPENDENCY


def test_a_union_waits_while_its_two_are_of_different_kinds() -> None:
    case = recast(read(), "gate", ElementKind.DEPENDENCY)
    (correction,) = case.decisions
    case = made(case, Review(case, ADA).unite("keys", "gate"))

    case = made(case, Review(case, ADA).undo(correction))

    assert content(case) == content(read())


def test_a_kind_that_combines_nothing_has_no_operator() -> None:
    gate = GATE.model_copy(update={"stated": (Statement(passage="d0:0", operator=Operator.DISJUNCTIVE),)})
    case, _ = apply_changes(Case.of(HEAD), reading("d0", gate))

    as_team = recast(case, "gate", ElementKind.TEAM)

    assert as_team.elements["gate"].operator is None
    assert recast(as_team, "gate", ElementKind.CONTROL).elements["gate"].operator is Operator.DISJUNCTIVE


def test_the_kind_that_it_has_already_is_refused() -> None:
    with pytest.raises(RefusedDecision, match="'gate' is a control already"):
        Review(read(), ADA).edit("gate", Statement(entered=ADA, kind=ElementKind.CONTROL))


def test_an_illegal_relation_of_other_elements_is_refused_after_a_correction_too() -> None:
    case = recast(read(), "gate", ElementKind.DEPENDENCY)
    wrong = TELLS.model_copy(update={"id": "wrong", "source": "keys"})

    with pytest.raises(IllegalCase, match="dependency ALERTS team"):
        apply_changes(case, reading("d0", wrong))


def test_a_typed_relation_that_a_kind_rules_out_comes_back_accepted() -> None:
    case = read()
    said = RelationStatement(entered=ADA, basis="entered")
    case = made(case, Review(case, ADA).add_relation(RelationType.OPERATED_BY, ("gate", "crew"), said))
    before = content(case)

    as_claim = recast(case, "gate", ElementKind.CLAIM)
    back = made(as_claim, Review(as_claim, ADA).undo(None))

    assert "gate|OPERATED_BY|crew" in as_claim.withheld
    assert content(back) == before


@given(decided_cases())
@settings(max_examples=50)
def test_every_relation_that_counts_is_legal(case: Case) -> None:
    legal = Case.of(
        case.head,
        elements=case.elements.values(),
        relations=(line for line in case.relations.values() if line.id not in case.withheld),
        documents=case.documents.values(),
        passages=case.passages.values(),
    )

    assert legal.standing_relations == case.standing_relations
