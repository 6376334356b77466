"""What is shown beside the values of a case: what a decision names, and what shows something else after a change."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graph.case import Case
from graph.decisions import Added, Decision, Distinct, Edited, Judged, Removed, Undone
from graph.elements import Element, ElementKind, Relation, RelationType, ReviewStatus
from graph.provenance import Document, Entered
from graph.review import Review
from graph.stores.neo4j_captions import Beside, beside, shown_anew
from tests.graph.deciding import decided_cases, decisions, made
from tests.strategies import HEAD, document, passage

BY = Entered(who="ada", when="2026-07-01T00:00:00Z")
ACCEPTED = Judged(id="d1", by=BY, action="accept", things=("l", "watch"), before=(ReviewStatus.PROPOSED,) * 2)
UNDONE = Undone(id="d2", by=BY, decision="d1")


def case_of(source: Document, *decided: Decision) -> Case:
    elements = (
        Element(id="watch", kind=ElementKind.CONTROL, name="Lock watch", passages=("d0:0",)),
        Element(id="clock", kind=ElementKind.DEPENDENCY, name="Yard clock", passages=("d0:0",)),
    )
    line = Relation(id="l", type=RelationType.DEPENDS_ON, source="watch", target="clock", passages=("d0:1", "d0:0"))
    passages = (passage("d0", 0), passage("d0", 1).model_copy(update={"page": 4, "section": "2.1"}))
    return Case.of(
        HEAD, documents=(source,), passages=passages, elements=elements, relations=(line,), decisions=decided
    )


CASE = case_of(document("d0"), ACCEPTED)


@pytest.mark.parametrize(
    ("decision", "name"),
    [
        (ACCEPTED, "ada accepted Lock watch DEPENDS_ON Yard clock and Lock watch"),
        (
            ACCEPTED.model_copy(update={"things": ("l", "watch", "clock")}),
            "ada accepted Lock watch DEPENDS_ON Yard clock and 2 more",
        ),
        (Edited(by=BY, thing="clock"), "ada corrected Yard clock"),
        (Distinct(by=BY, one="watch", other="gone"), "ada told apart Lock watch and gone"),
        (Removed(by=BY, documents=("d0",)), "ada took out The d0"),
        (UNDONE, "ada undid what ada accepted: Lock watch DEPENDS_ON Yard clock and Lock watch"),
        (UNDONE.model_copy(update={"decision": "nothing"}), "ada undid nothing"),
        (Added(by=BY), "ada added nothing"),
    ],
)
def test_a_decision_is_called_by_who_did_what_to_what(decision: Decision, name: str) -> None:
    assert beside(CASE, decision).name == name


def test_a_decision_is_about_the_ends_of_a_relation_and_about_what_is_there() -> None:
    things = ACCEPTED.model_copy(update={"things": ("l", "watch", "gone")})

    assert beside(CASE, things).about == (("clock", "l"), ("watch", None), ("watch", "l"))
    assert beside(CASE, UNDONE).undoes == ("d1",)
    assert beside(case_of(document("d0")), UNDONE).undoes == ()


def test_a_relation_shows_its_words_with_their_places_in_its_order() -> None:
    shown = beside(CASE, CASE.relations["l"])

    assert shown == Beside(quotes=("The d0, p. 4, 2.1: “Sentence 1 of d0.”", "The d0: “Sentence 0 of d0.”"))


def test_another_title_shows_the_quotes_and_decisions_anew() -> None:
    removal = Removed(id="d3", by=BY, documents=("d0",))
    before = case_of(document("d0"), ACCEPTED, removal)
    after = case_of(document("d0").model_copy(update={"title": "Annex"}), ACCEPTED, removal)

    assert shown_anew(before, after) == {"l", "d3"}
    assert shown_anew(before, before) == frozenset()


@given(decided_cases(), st.data())
def test_what_shows_something_else_after_a_decision_is_found(before: Case, data: st.DataObject) -> None:
    decision = data.draw(decisions(before)) or (Review(before, BY).remove("d0") if before.documents else None)
    assume(decision is not None)
    after = made(before, decision)

    found = {
        id_
        for sort in ("relations", "decisions")
        for id_, value in getattr(before, sort).items()
        if getattr(after, sort).get(id_) == value and beside(before, value) != beside(after, value)
    }

    assert found <= shown_anew(before, after)
