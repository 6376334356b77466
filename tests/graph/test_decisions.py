"""Decisions: undone they leave no trace but themselves, and they outlive the documents that they were made on."""

from __future__ import annotations

import json

from hypothesis import assume, given
from hypothesis import strategies as st

from graph.case import Case
from graph.changes import Changes, apply_changes
from graph.elements import Element, ElementKind, Relation, ReviewStatus, Statement
from graph.interchange.json import export_case, import_case
from graph.provenance import Entered
from graph.review import Review, change_of
from tests.graph.deciding import content, decided_cases, decisions, made
from tests.graph.readings import claim, reading
from tests.strategies import HEAD, changes, replaced

ADA = Entered(who="ada", when="2026-07-01T00:00:00Z")


@given(decided_cases(most=4), st.data())
def test_undoing_a_decision_leaves_the_case_as_it_was(case: Case, data: st.DataObject) -> None:
    decision = data.draw(decisions(case))
    assume(decision is not None)
    after = made(case, decision)

    again = made(after, Review(after, ADA).undo(decision.id))

    assert content(again) == content(case)
    assert len(again.decisions) == len(case.decisions) + 2


@given(decided_cases(most=4), st.data())
def test_an_undoing_that_is_undone_has_the_decision_back(case: Case, data: st.DataObject) -> None:
    decision = data.draw(decisions(case))
    assume(decision is not None)
    after = made(case, decision)
    undone = made(after, Review(after, ADA).undo(decision.id))

    again = made(undone, Review(undone, ADA).undo(next(reversed(undone.decisions))))

    assert content(again) == content(after)


@given(decided_cases(most=4), st.data())
def test_a_decision_that_is_applied_twice_is_made_once(case: Case, data: st.DataObject) -> None:
    decision = data.draw(decisions(case))
    assume(decision is not None)
    after = made(case, decision)

    again, receipt = apply_changes(after, Changes(decisions=(decision,)))

    assert again == after
    assert receipt.is_empty


@given(decided_cases())
def test_a_case_with_decisions_comes_back_from_its_file(case: Case) -> None:
    text = export_case(case)

    head, change = import_case(text, ADA)
    again, _ = apply_changes(Case.of(head), change)

    assert json.loads(export_case(again)) == json.loads(text)
    assert apply_changes(case, change)[1].is_empty


@given(changes(most=5, cycles=True, versions=True), st.data())
def test_decisions_survive_reading_the_same_documents_again(change: Changes, data: st.DataObject) -> None:
    case, _ = apply_changes(Case.of(HEAD), change)
    for _ in range(3):
        if decision := data.draw(decisions(case)):
            case = made(case, decision)

    again, receipt = apply_changes(case, change)

    assert receipt.is_empty
    assert again == case


@given(changes(most=5, cycles=True), st.data())
def test_a_document_that_is_removed_and_read_again_was_never_removed(change: Changes, data: st.DataObject) -> None:
    read = _with_ends_stated(change)
    case, _ = apply_changes(Case.of(HEAD), read)
    for _ in range(3):
        if decision := data.draw(decisions(case)):
            case = made(case, decision)
    removed, _ = apply_changes(case, Changes(removed=("d1",)))

    again, _ = apply_changes(removed, read)

    assert content(again) == content(case)


def _with_ends_stated(change: Changes) -> Changes:
    """The change with both ends of every relation stated wherever the relation is, as readers of documents do it."""
    needed = {
        (end, said.passage, said.entered)
        for relation in change.relations
        for said in relation.stated
        for end in (relation.source, relation.target)
    }
    stated = {
        element.id: [
            Statement(passage=passage, entered=entered, aliases=())
            for end, passage, entered in sorted(needed, key=str)
            if end == element.id and not any((s.passage, s.entered) == (passage, entered) for s in element.stated)
        ]
        for element in change.elements
    }
    elements = [e.model_copy(update={"stated": (*e.stated, *stated[e.id])}) for e in change.elements]
    passages = [tuple(dict.fromkeys(s.passage for s in e.stated if s.passage)) for e in elements]
    return change.model_copy(
        update={
            "elements": tuple(
                e.model_copy(update={"passages": found}) for e, found in zip(elements, passages, strict=True)
            )
        }
    )


@given(decided_cases())
def test_a_removed_document_leaves_nothing_that_only_it_states(case: Case) -> None:
    removed, receipt = apply_changes(case, change_of(Review(case, ADA).remove("d0"), case))

    assert "d0" not in removed.documents
    assert not [passage for passage in removed.passages.values() if passage.document == "d0"]
    assert receipt.documents_removed == ("d0",)
    assert set(receipt.elements_removed) == set(case.elements) - set(removed.elements)


def test_what_a_person_rejects_is_not_called_withdrawn() -> None:
    case, _ = apply_changes(Case.of(HEAD), reading("d0", claim("d0:0")))

    _, receipt = apply_changes(case, change_of(Review(case, ADA).judge("reject", ["c"]), case))

    assert (receipt.elements_updated, receipt.elements_withdrawn) == (("c",), ())


def test_two_decisions_of_one_second_are_two() -> None:
    case, _ = apply_changes(Case.of(HEAD), reading("d0", claim("d0:0")))
    for action in ("accept", "reject", "accept"):
        case = made(case, Review(case, ADA).judge(action, ["c"]))

    assert len(case.decisions) == 3
    assert case.elements["c"].status is ReviewStatus.ACCEPTED


def test_a_relation_between_two_that_become_one_counts_no_more_until_they_are_two_again() -> None:
    lock, bolt = (Element(id=name, kind="control", name=name, passages=("d0:0",)) for name in ("lock", "bolt"))
    needs = Relation(id="n", type="DEPENDS_ON", source="lock", target="bolt", passages=("d0:1",))
    case, _ = apply_changes(Case.of(HEAD), reading("d0", lock, bolt, needs))

    one = made(case, Review(case, ADA).unite("lock", "bolt"))
    two = made(one, Review(one, ADA).undo(None))

    assert one.standing_relations == ()
    assert [relation.id for relation in two.standing_relations] == ["n"]


def test_what_was_typed_in_stays_when_no_document_is_left() -> None:
    case, _ = apply_changes(Case.of(HEAD), reading("d0", claim("d0:0")))
    case = made(case, Review(case, ADA).add_element(ElementKind.CONTROL, Statement(entered=ADA, name="Spare lock")))

    case = made(case, Review(case, ADA).remove("d0"))

    assert [(e.name, e.status) for e in case.standing.values()] == [("Spare lock", ReviewStatus.ACCEPTED)]


def test_removing_a_document_takes_its_older_versions_along() -> None:
    case, _ = apply_changes(Case.of(HEAD), reading("d0", claim("d0:0")))
    case, _ = apply_changes(case, reading("d1", claim("d1:0"), replaced("d1", "d0")))

    case = made(case, Review(case, ADA).remove("d1"))

    assert not case.documents
    assert not case.elements
