"""The case as a checked snapshot: what it refuses, by name, and what counts in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given

from graph.case import Case, CaseHead, Switches
from graph.elements import (
    CARRIERS,
    Basis,
    Element,
    ElementKind,
    Relation,
    RelationStatement,
    RelationType,
    ReviewStatus,
    Statement,
)
from graph.errors import IllegalCase
from graph.provenance import Entered
from tests.strategies import HEAD, cases, document, passage, replaced

ADA = Entered(who="ada", when="2026-02-01T00:00:00Z")
SOURCES = {"documents": (document("d0"),), "passages": (passage("d0", 0), passage("d0", 1))}


def element(id_: str, kind: str = "claim", **fields: object) -> Element:
    return Element(id=id_, kind=ElementKind(kind), name=id_, **{"passages": ("d0:0",), **fields})


def relation(type_: str, source: str, target: str, **fields: object) -> Relation:
    id_ = f"{source}|{type_}|{target}"
    return Relation(id=id_, type=RelationType(type_), source=source, target=target, **{"passages": ("d0:0",), **fields})


def of(*things: Element | Relation) -> Case:
    return Case.of(
        HEAD,
        elements=[thing for thing in things if isinstance(thing, Element)],
        relations=[thing for thing in things if isinstance(thing, Relation)],
        **SOURCES,
    )


ILLEGAL: dict[str, tuple[Callable[[], Case], str, str]] = {
    "illegal relation": (
        lambda: of(element("c"), element("p", "person"), relation("SUPPORTED_BY", "c", "p")),
        "relation 'c|SUPPORTED_BY|p' is illegal: claim SUPPORTED_BY person ('c' to 'p')",
        "From a claim, SUPPORTED_BY leads to: argument, claim, control, evidence.",
    ),
    "relation that no such kind starts": (
        lambda: of(element("p", "person"), element("c"), relation("DEPENDS_ON", "p", "c")),
        "relation 'p|DEPENDS_ON|c' is illegal: person DEPENDS_ON claim ('p' to 'c')",
        "DEPENDS_ON starts from: argument, claim, control, dependency, evidence, pathway.",
    ),
    "stated in as a relation": (
        lambda: of(element("c"), relation("STATED_IN", "c", "d0:0")),
        "relation 'c|STATED_IN|d0:0' is a STATED_IN, which is kept as a field and not as a relation",
        "Say where something is stated in its 'passages', and what a passage is part of in its 'document'.",
    ),
    "dangling source": (
        lambda: of(element("c"), relation("SUPPORTED_BY", "gone", "c")),
        "relation 'gone|SUPPORTED_BY|c' ends at 'gone', which is no element of this case",
        "Add the element, or leave the relation out.",
    ),
    "dangling target": (
        lambda: of(element("c"), relation("SUPPORTED_BY", "c", "gone")),
        "relation 'c|SUPPORTED_BY|gone' ends at 'gone', which is no element of this case",
        "Add the element, or leave the relation out.",
    ),
    "two elements of one id": (
        lambda: of(element("c"), element("c")),
        "two elements have the id 'c'",
        "Give every element an id of its own.",
    ),
    "element without a source": (
        lambda: of(element("c", passages=())),
        "element 'c' has neither a passage nor a person who entered it",
        "Name the passage that states it, or who entered it and when.",
    ),
    "relation without a source": (
        lambda: of(element("c"), element("e"), relation("SUPPORTED_BY", "c", "e", passages=())),
        "relation 'c|SUPPORTED_BY|e' has neither a passage nor a person who entered it",
        "Name the passage that states it, or who entered it and when.",
    ),
    "unknown passage": (
        lambda: of(element("c", passages=("d9:0",))),
        "element 'c' is stated in 'd9:0', which is no passage of this case",
        "Add the passage, or leave the reference out.",
    ),
    "statement from elsewhere": (
        lambda: of(element("c", stated=(Statement(passage="d0:1"),))),
        "element 'c' has a statement from 'd0:1', which is not among its passages",
        "Add the passage to its passages.",
    ),
    "passage of no document": (
        lambda: Case.of(HEAD, passages=[passage("d0", 0)]),
        "passage 'd0:0' is part of 'd0', which is no document of this case",
        "Add the document, or leave the passage out.",
    ),
    "passage that is not verbatim": (
        lambda: Case.of(
            HEAD,
            documents=[document("d0")],
            passages=[passage("d0", 0).model_copy(update={"text": "Sentence 0 of d1."})],
        ),
        "passage 'd0:0' is not what 'd0' says at 0-17",
        "A quote must be the exact characters of its document: correct its text, start or end.",
    ),
    "element named like a document": (
        lambda: of(element("d0")),
        "element 'd0' has the id of a document",
        "Give it an id of its own.",
    ),
}


@pytest.mark.parametrize("what", ILLEGAL)
def test_what_is_illegal_is_refused_by_name(what: str) -> None:
    build, message, hint = ILLEGAL[what]

    with pytest.raises(IllegalCase) as refused:
        build()

    assert (refused.value.message, refused.value.hint) == (message, hint)


def test_cycle_is_legal() -> None:
    case = of(element("a"), element("b"), relation("SUPPORTED_BY", "a", "b"), relation("SUPPORTED_BY", "b", "a"))

    assert [relation.target for relation in case.standing_relations] == ["b", "a"]


def test_passage_of_a_document_without_text_is_taken_as_it_is() -> None:
    bare = document("d0").model_copy(update={"text": None})

    case = Case.of(HEAD, documents=[bare], passages=[passage("d0", 0)])

    assert case.passages["d0:0"].text == "Sentence 0 of d0."


@pytest.mark.parametrize("id_", ["", "a b", "../up", "-x", "a/b", "a\n"])
def test_case_id_is_a_plain_word(id_: str) -> None:
    with pytest.raises(ValueError, match="id"):
        CaseHead(id=id_)


def test_rejected_element_takes_its_relations_with_it() -> None:
    case = of(element("a"), element("b", status=ReviewStatus.REJECTED), relation("SUPPORTED_BY", "a", "b"))

    assert list(case.standing) == ["a"]
    assert case.standing_relations == ()


def test_superseded_element_does_not_count() -> None:
    case = of(element("new"), element("old"), relation("SUPERSEDES", "new", "old"))

    assert list(case.standing) == ["new"]


def test_rejected_element_supersedes_nothing() -> None:
    new = element("new", status=ReviewStatus.REJECTED)
    case = of(new, element("old"), relation("SUPERSEDES", "new", "old"))

    assert list(case.standing) == ["old"]


def test_what_is_superseded_twice_over_stays_out() -> None:
    case = of(*map(element, "abc"), relation("SUPERSEDES", "a", "b"), relation("SUPERSEDES", "b", "c"))

    assert list(case.standing) == ["a"]


def test_rejected_supersession_changes_nothing() -> None:
    case = of(element("new"), element("old"), relation("SUPERSEDES", "new", "old", status=ReviewStatus.REJECTED))

    assert list(case.standing) == ["new", "old"]


def test_what_only_an_old_version_states_does_not_count() -> None:
    both = {
        "documents": [document("d0"), document("d1")],
        "passages": [passage("d0", 0), passage("d1", 0)],
    }
    things = [element("gone"), element("kept", passages=("d0:0", "d1:0")), element("typed", stated=(_typed(),))]

    case = Case.of(HEAD, elements=things, relations=[replaced("d1", "d0")], **both)

    assert list(case.standing) == ["kept", "typed"]
    assert [quote.id for quote in case.quotes(case.elements["kept"])] == ["d1:0"]


def _typed() -> Statement:
    return Statement(entered=ADA, name="typed in")


def test_inferred_relation_counts_only_under_all() -> None:
    guess = relation("SUPPORTED_BY", "a", "b", basis=Basis.INFERRED)
    case = of(element("a"), element("b"), guess)

    assert case.counted(guess, Switches())
    assert not case.counted(guess, Switches(basis="stated"))


def test_entered_relation_counts_as_stated() -> None:
    said = RelationStatement(entered=ADA, basis=Basis.ENTERED)
    typed = relation("SUPPORTED_BY", "a", "b", basis=Basis.ENTERED, passages=(), stated=(said,))
    case = of(element("a"), element("b"), typed)

    assert case.counted(typed, Switches(basis="stated"))


def test_accepted_switch_asks_for_both_ends() -> None:
    yes = {"status": ReviewStatus.ACCEPTED}
    line = relation("SUPPORTED_BY", "a", "b", **yes)
    case = of(element("a", **yes), element("b"), line)

    assert not case.counted(line, Switches(status="accepted"))
    assert of(element("a", **yes), element("b", **yes), line).counted(line, Switches(status="accepted"))


@given(cases(cycles=True, versions=True))
def test_look_ups_hold_each_standing_relation_once(case: Case) -> None:
    there = {relation.id for relation in case.standing_relations}

    assert sorted(r.id for found in case.outgoing.values() for r in found) == sorted(there)
    assert sorted(r.id for found in case.incoming.values() for r in found) == sorted(there)
    assert all({r.source, r.target} <= set(case.standing) for r in case.standing_relations)


@given(cases(types=CARRIERS))
def test_same_content_is_an_equal_case(case: Case) -> None:
    again = Case.of(
        case.head,
        elements=case.elements.values(),
        relations=case.relations.values(),
        documents=case.documents.values(),
        passages=case.passages.values(),
    )

    assert replace(again, revision=case.revision) == case
