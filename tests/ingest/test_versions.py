"""A new version of a document: what moved keeps its identity, what is gone is withdrawn, what was decided stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.case import Case, CaseHead
from graph.changes import Changes, apply_changes
from graph.decisions import Decision
from graph.elements import Element, ReviewStatus, Statement, Strength
from graph.provenance import Entered
from graph.review import Review, change_of
from ingest import Intake, ParsedDocument, ingest_file
from tests.fakes import LineExtractor, MemoryStore, case_of, document, read_into

ADA = Entered(who="ada", when="2026-07-01T00:00:00Z")


def decided(case: Case, decision: Decision) -> Case:
    return apply_changes(case, change_of(decision, case))[0]


def named(case: Case, name: str) -> Element:
    (found,) = (element for element in case.standing.values() if element.name == name)
    return found


def test_a_claim_that_moved_keeps_its_identity_under_its_new_number() -> None:
    case = case_of("claim 1: Gates hold\n\nclaim 2: Lamps burn")

    after, receipt = read_into(
        case, document("claim 1: Nets hold fast\n\nclaim 2: Gates hold\n\nclaim 3: Lamps burn", "0.md")
    )

    assert {e.name: e.number for e in after.standing.values()} == {
        "Nets hold fast": "1",
        "Gates hold": "2",
        "Lamps burn": "3",
    }
    assert named(after, "Gates hold").id == named(case, "Gates hold").id
    assert named(after, "Lamps burn").id == named(case, "Lamps burn").id
    assert receipt.elements_withdrawn == ()


def test_a_claim_that_is_worded_anew_keeps_its_identity_under_its_number() -> None:
    case = case_of("claim 2: Lamps burn all night")

    after, _ = read_into(case, document("claim 2: Lamps burn until dawn", "0.md"))

    assert [(e.id, e.name) for e in after.standing.values()] == [("claim-2", "Lamps burn until dawn")]


def test_what_another_document_numbers_is_not_numbered_anew() -> None:
    case = case_of("claim 1: Gates hold", "claim 1: Gates hold")

    after, _ = read_into(case, document("claim 2: Gates hold", "1.md"))

    assert {e.number for e in after.standing.values()} == {"1", "2"}


def test_a_decision_moves_with_what_it_was_made_on() -> None:
    case = case_of("claim 1: Gates hold")
    case = decided(case, Review(case, ADA).judge("accept", ["claim-1"]))
    case = decided(case, Review(case, ADA).edit("claim-1", Statement(entered=ADA, strength=Strength.WEAK)))

    after, _ = read_into(case, document("claim 4: Gates hold", "0.md"))

    moved = named(after, "Gates hold")
    assert (moved.number, moved.status, moved.strength) == ("4", ReviewStatus.ACCEPTED, Strength.WEAK)


def test_a_corrected_element_that_no_document_states_any_more_is_withdrawn() -> None:
    case = case_of("claim 1: Gates hold\n\ncontrol: Lock")
    case = decided(case, Review(case, ADA).edit("claim-1", Statement(entered=ADA, strength=Strength.WEAK)))

    after, receipt = read_into(case, document("control: Lock", "0.md"))

    assert list(after.standing) == ["control-lock"]
    assert receipt.elements_withdrawn == ("claim-1",)


def test_what_was_split_stays_apart_when_it_is_read_again() -> None:
    case = case_of("control: Night lock", "control: Night lock")
    passage = next(
        p.id for p in case.passages.values() if "1.md" in case.documents[p.document].path and len(p.text) < 12
    )
    case = decided(case, Review(case, ADA).divide("control-night-lock", "Other lock", [passage]))

    again, _ = read_into(case, document("control: Night lock\n\ncontrol: Lamp", "1.md"))

    assert {e.name for e in again.standing.values()} == {"Night lock", "Other lock", "Lamp"}


def test_an_undone_union_is_not_made_again_after_its_document_was_removed() -> None:
    case = case_of("person: Maren Oyelaran", "person: M. Oyelaran")
    short = next(p for p in case.elements["person-maren-oyelaran"].passages if case.passages[p].text == "M. Oyelaran")
    case = decided(case, Review(case, ADA).divide("person-maren-oyelaran", "M. Oyelaran", [short]))
    gone, _ = apply_changes(case, Changes(removed=(case.passages[short].document,)))

    again, _ = read_into(gone, document("person: M. Oyelaran\n\ncontrol: Lamp", "1.md"))

    assert {e.name for e in again.standing.values()} == {"Maren Oyelaran", "M. Oyelaran", "Lamp"}


@pytest.mark.parametrize("text", ["control: Gate bolt", "control: Gate bolt\n\ncontrol: Lamp"])
def test_what_is_read_of_a_merged_element_is_its_own_again_when_that_is_undone(text: str) -> None:
    case = case_of("control: Night lock", "control: Gate bolt")
    merged = decided(case, Review(case, ADA).unite("control-night-lock", "control-gate-bolt"))
    read, _ = read_into(merged, document(text, "2.md"))

    undone = decided(read, Review(read, ADA).undo(None))

    assert len(read.elements["control-night-lock"].passages) == 3
    without, _ = read_into(case, document(text, "2.md"))
    assert undone.elements == without.elements


LONG = "claim 1: The gates hold at every tide\n\nclaim 2: The lamps burn through the night\n\n"


def titled(text: str, path: str, title: str) -> ParsedDocument:
    parsed = document(text, path)
    return replace(parsed, source=parsed.source.model_copy(update={"title": title}))


def test_a_renamed_file_of_the_same_title_that_says_much_the_same_is_a_new_version() -> None:
    case, _ = read_into(Case.of(CaseHead(id="case")), titled(LONG, "report.md", "Risk report"))

    after, _ = read_into(case, titled(f"{LONG}claim 3: The nets are dry", "report-v2.md", "Risk Report"))

    assert len(after.current_documents) == 1
    assert set(after.standing) == {"claim-1", "claim-2", "claim-3"}


def test_another_document_of_the_same_title_is_no_new_version() -> None:
    case, _ = read_into(Case.of(CaseHead(id="case")), titled(LONG, "a.md", "Interview"))

    after, _ = read_into(case, titled("control: A lock that nobody has ever seen", "b.md", "Interview"))

    assert len(after.current_documents) == 2
    assert len(after.standing) == 3


def test_a_report_says_what_a_new_version_withdrew_and_why(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    desk = Intake(MemoryStore(), CaseHead(id="case"), LineExtractor(), "ada", lambda: "2026-07-01T00:00:00Z")
    file.write_text("control: Lock\n\ndependency: Key\n\ncontrol Lock -DEPENDS_ON-> dependency Key\n")
    ingest_file(file, desk)

    file.write_text("control: Lock\n")
    report = ingest_file(file, desk)

    assert (report.status, report.elements.withdrawn, report.relations.withdrawn) == ("updated", 1, 1)
    assert [(gone.what, gone.why) for gone in report.withdrawn] == [
        ("Key (dependency)", "the new version no longer states it, and nothing else does"),
        ("Lock DEPENDS_ON Key", "'Key' is withdrawn"),
    ]
