"""Summing up only what a change touches gives what summing up everything gives."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.case import Case, CaseHead
from graph.changes import Changes, apply_changes
from graph.elements import Element, ElementKind
from graph.errors import IllegalCase
from graph.provenance import Entered
from graph.review import Review, change_of
from ingest.grounding import ground
from ingest.linking import link
from tests.fakes import READ, LineExtractor, case_of, document
from tests.graph.deciding import decisions
from tests.ingest.test_linking_properties import TEXTS
from tests.strategies import changes

FILES = st.tuples(TEXTS, st.sampled_from(["quay.md", "pier.md"]))
ADA = Entered(who="ada", when="2026-08-01T00:00:00Z")


def laid_out(case: Case) -> tuple[object, ...]:
    """What a case holds, in its order."""
    sections = (case.elements, case.relations, case.documents, case.passages, case.decisions)
    return (case.head, case.revision, *(tuple(section.items()) for section in sections))


def applied(case: Case, changes: Changes) -> Case:
    """The case with the changes, after it was summed up both ways."""
    case = replace(case, summed=True)
    after, receipt = apply_changes(case, changes)
    anew, receipt_anew = apply_changes(replace(case, summed=False), changes)
    assert laid_out(after) == laid_out(anew)
    assert receipt == receipt_anew
    return after


@given(st.lists(FILES, min_size=2, max_size=5))
def test_documents_and_their_new_versions_are_summed_up_as_if_all_were(files: list[tuple[str, str]]) -> None:
    case = Case.of(CaseHead(id="case"))

    for text, path in files:
        parsed = document(text, path)
        case = applied(case, link(parsed, ground(parsed, LineExtractor().extract(parsed)), case, entered=READ).changes)


@given(st.lists(TEXTS, min_size=2, max_size=4), st.data())
def test_what_people_decide_in_between_is_summed_up_as_if_all_were(texts: list[str], data: st.DataObject) -> None:
    case = Case.of(CaseHead(id="case"))

    for number, text in enumerate(texts):
        parsed = document(text, f"{number}.md")
        case = applied(case, link(parsed, ground(parsed, LineExtractor().extract(parsed)), case, entered=READ).changes)
        decision = data.draw(st.none() | decisions(case))
        case = applied(case, change_of(decision, case)) if decision else case
    case = applied(case, change_of(Review(case, ADA).remove(next(iter(case.documents))), case))


@given(changes(cycles=True, versions=True), st.integers(0, 9), st.integers(0, 9))
def test_changes_of_every_kind_are_summed_up_as_if_all_were(change: Changes, lines: int, things: int) -> None:
    ends = {end for line in change.relations[:lines] for end in (line.source, line.target)}
    first = tuple(e for number, e in enumerate(change.elements) if number < things or e.id in ends)

    case = applied(
        Case.of(CaseHead(id="case")),
        change.model_copy(update={"elements": first, "relations": change.relations[:lines]}),
    )
    applied(case, change)


@pytest.mark.parametrize(
    "element",
    [
        Element(id="control-lamp", kind=ElementKind.CONTROL, name="Lamp"),
        Element(id="control-lamp", kind=ElementKind.CONTROL, name="Lamp", passages=("nowhere:0-4",)),
    ],
)
def test_an_illegal_element_is_refused_though_only_it_is_checked(element: Element) -> None:
    case = replace(case_of("control: Quay light"), summed=True)

    with pytest.raises(IllegalCase, match="control-lamp"):
        apply_changes(case, Changes(elements=(element,)))


def test_a_document_may_not_take_the_id_of_an_element_that_was_there_before() -> None:
    case = replace(case_of("control: Quay light"), summed=True)
    taken = document("control: Lamp", "lamp.md").source.model_copy(update={"id": next(iter(case.elements))})

    with pytest.raises(IllegalCase, match="has the id of a document"):
        apply_changes(case, Changes(documents=(taken,)))
