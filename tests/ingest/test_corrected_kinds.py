"""Reading on after a person corrected a kind: the same thing stays the same element, whatever a document calls it."""

from __future__ import annotations

import pytest

from graph.case import Case
from graph.elements import ElementKind, Statement
from graph.provenance import Entered
from graph.review import Review
from ingest.grounding import ground
from ingest.linking import link
from tests.fakes import READ, LineExtractor, case_of, document, read_into
from tests.graph.deciding import content, made

ADA = Entered(who="ada", when="2026-07-01T00:00:00Z")
TEXT = "control: Berth lock\nteam: Quay crew\ncontrol Berth lock -ALERTS-> team Quay crew"


def corrected(case: Case) -> Case:
    lock = next(element.id for element in case.elements.values() if element.name == "Berth lock")
    return made(case, Review(case, ADA).edit(lock, Statement(entered=ADA, kind=ElementKind.DEPENDENCY)))


@pytest.mark.parametrize("line", ["control: Berth lock", "dependency: Berth lock", "control? the berth lock"])
def test_a_corrected_element_is_found_under_either_kind(line: str) -> None:
    case = corrected(case_of(TEXT))

    again, receipt = read_into(case, document(line, "later.md"))

    assert receipt.elements_added == ()
    assert [e.kind for e in again.elements.values() if e.name == "Berth lock"] == [ElementKind.DEPENDENCY]


def test_one_document_may_call_it_both() -> None:
    case = corrected(case_of(TEXT))

    again, receipt = read_into(case, document("control: Berth lock\ndependency: Berth lock", "later.md"))

    assert receipt.elements_added == ()
    assert len(again.elements["control-berth-lock"].stated) == len(case.elements["control-berth-lock"].stated) + 2


def test_reading_again_leaves_no_trace_when_the_kind_is_undone() -> None:
    before, _ = read_into(case_of(TEXT), document(TEXT, "later.md"))
    case, _ = read_into(corrected(case_of(TEXT)), document(TEXT, "later.md"))

    assert content(made(case, Review(case, ADA).undo(None))) == content(before)


def test_what_a_corrected_kind_rules_out_is_kept_and_said() -> None:
    parsed = document(TEXT, "later.md")
    grounded = ground(parsed, LineExtractor().extract(parsed))

    linked = link(parsed, grounded, corrected(case_of(TEXT)), entered=READ)

    assert [relation.type.value for relation in linked.changes.relations] == ["ALERTS"]
    (rejection,) = linked.rejected
    assert "kept, but it does not count: a kind was corrected" in rejection.why


def test_a_union_across_corrected_kinds_takes_what_later_documents_say() -> None:
    case = corrected(case_of(TEXT, "dependency: Lock of the berth gate"))
    case = made(case, Review(case, ADA).unite("dependency-lock-of-the-berth-gate", "control-berth-lock"))

    for line in ("control: Berth lock", "dependency: Lock of the berth gate", "control: Lock of the berth gate"):
        case, receipt = read_into(case, document(line, f"{line[:14]}.md"))
        assert receipt.elements_added == ()

    assert len(case.standing) == 2


@pytest.mark.parametrize("wrong", ["control-berth-lock", "dependency-berth-lock"])
@pytest.mark.parametrize("before", ["", "A line that is new in this version.\n"])
def test_what_is_read_of_two_of_one_name_stays_where_it_was_when_one_is_corrected(wrong: str, before: str) -> None:
    both = f"{TEXT}\ndependency: Berth lock\ndependency Berth lock -OWNED_BY-> team Quay crew"
    read = case_of(both)
    kind = {"control": ElementKind.DEPENDENCY, "dependency": ElementKind.CONTROL}[read.elements[wrong].kind]
    case = made(read, Review(read, ADA).edit(wrong, Statement(entered=ADA, kind=kind)))

    again, _ = read_into(case, document(f"{before}{both}", "0.md"))

    assert set(again.elements) == set(case.elements)
    assert {line.id for line in again.standing_relations} == {line.id for line in case.standing_relations}
