"""Reading, deciding, undoing and removing in any order: nothing is doubled, and what is taken back was never there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.case import Case, CaseHead
from graph.changes import Changes, apply_changes
from graph.decisions import in_force
from graph.provenance import Entered
from graph.review import Review, change_of
from tests.fakes import case_of, document, read_into
from tests.graph.deciding import content, decisions, made
from tests.ingest.test_linking_properties import TEXTS

ADA = Entered(who="ada", when="2026-08-01T00:00:00Z")
STATUSES = ("accept", "reject", "edit relation")


def after_some_work(data: st.DataObject, texts: list[str], actions: tuple[str, ...] | None = None) -> Case:
    """A case after documents of these texts were read, with decisions of every kind between them."""
    case = Case.of(CaseHead(id="case"))
    for number, text in enumerate(texts):
        case, _ = read_into(case, document(text, f"{number}.md"))
        for _ in range(2):
            decision = data.draw(decisions(case, actions) if actions else decisions(case))
            case = made(case, decision) if decision else case
    return case


@given(st.lists(TEXTS, min_size=1, max_size=3), st.data())
def test_every_decision_can_be_undone_whatever_came_after_it(texts: list[str], data: st.DataObject) -> None:
    case = after_some_work(data, texts, STATUSES)

    for decision in in_force(case.decisions.values()):
        case = made(case, Review(case, ADA).undo(decision.id))

    assert content(case) == content(case_of(*texts))


@given(st.lists(TEXTS, min_size=1, max_size=3), st.data())
def test_reading_again_after_any_work_adds_nothing(texts: list[str], data: st.DataObject) -> None:
    case = after_some_work(data, texts)
    log = tuple(case.decisions.values())

    again, receipt = apply_changes(case, Changes(decisions=log, documents=tuple(case.documents.values())))

    assert receipt.is_empty
    assert again == case


@given(st.lists(TEXTS, min_size=2, max_size=3), st.data())
def test_the_last_document_removed_and_read_again_was_never_removed(texts: list[str], data: st.DataObject) -> None:
    case = after_some_work(data, texts, STATUSES)
    last = document(texts[-1], f"{len(texts) - 1}.md")
    removed, _ = apply_changes(case, change_of(Review(case, ADA).remove(last.source.id), case))

    again, _ = read_into(removed, last)

    assert content(again) == content(case)


@given(st.lists(TEXTS, min_size=1, max_size=3), st.data())
def test_removing_every_document_leaves_only_what_people_typed(texts: list[str], data: st.DataObject) -> None:
    case = after_some_work(data, texts)

    for id_ in tuple(case.documents):
        case, _ = apply_changes(case, Changes(removed=(id_,)))

    assert all(element.entered for element in case.elements.values())
    assert not case.passages
