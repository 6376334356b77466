"""Reading on after a person gave a claim another number, or united two of different numbers: the documents' numbers still lead there."""

from __future__ import annotations

from pathlib import Path

from graph.case import Case, CaseHead
from graph.changes import apply_changes
from graph.elements import Statement
from graph.provenance import Entered
from graph.review import Review, change_of
from ingest.outcome import IngestStatus
from ingest.pipeline import Intake, ingest_files
from tests.fakes import LineExtractor, MemoryStore, case_of, document, read_into
from tests.graph.deciding import made

ADA = Entered(who="ada", when="2026-07-01T00:00:00Z")
TEXT = "claim 1.1: The gates hold at every tide\nclaim 1.2: The lamps burn through the night"


def again(case: Case) -> Case:
    """The case with a new version of its first document, one line longer."""
    return read_into(case, document(f"{TEXT}\ncontrol: Quay light", "0.md"))[0]


def test_a_claim_whose_number_was_corrected_is_found_by_the_number_of_its_document() -> None:
    case = made(case_of(TEXT), Review(case_of(TEXT), ADA).edit("claim-1.1", Statement(entered=ADA, number="3.9")))

    after = again(case)

    assert {e.number for e in after.standing.values() if e.kind == "claim"} == {"3.9", "1.2"}


def test_two_numbered_claims_that_were_united_stay_one_in_the_next_version() -> None:
    first = case_of(TEXT)
    case = made(first, Review(first, ADA).unite("claim-1.1", "claim-1.2", forced=True))

    after = again(case)

    assert {e.id for e in after.standing.values() if e.kind == "claim"} == {"claim-1.1"}


def test_two_files_of_one_template_that_are_both_there_are_two_documents(tmp_path: Path) -> None:
    asked = "".join(f"control: Question number {number} of the list\n\n" for number in range(6))
    for name, own in (("ada.md", "Ada's lamp"), ("bo.md", "Bo's lamp")):
        (tmp_path / name).write_text(f"# INTERVIEW\n\n{asked}control: {own}\n", encoding="utf-8")
    desk = Intake(MemoryStore(), CaseHead(id="case"), LineExtractor(), "ada", lambda: "2026-07-01T00:00:00Z")

    reports = ingest_files([tmp_path], desk)
    repeated = ingest_files([tmp_path], desk)

    assert [report.status for report in reports] == [IngestStatus.ADDED, IngestStatus.ADDED]
    assert [report.status for report in repeated] == [IngestStatus.UNCHANGED, IngestStatus.UNCHANGED]
    assert len(desk.store.load("case").current_documents) == 2


def test_a_file_that_was_moved_is_a_new_version_of_the_one_that_is_gone(tmp_path: Path) -> None:
    asked = "".join(f"control: Question number {number} of the list\n\n" for number in range(6))
    old = tmp_path / "ada.md"
    old.write_text(f"# INTERVIEW\n\n{asked}", encoding="utf-8")
    desk = Intake(MemoryStore(), CaseHead(id="case"), LineExtractor(), "ada", lambda: "2026-07-01T00:00:00Z")
    ingest_files([tmp_path], desk)

    old.rename(tmp_path / "moved.md")
    (tmp_path / "moved.md").write_text(f"# INTERVIEW\n\n{asked}control: Lamp\n", encoding="utf-8")
    (report,) = ingest_files([tmp_path], desk)

    assert report.status is IngestStatus.UPDATED
    assert len(desk.store.load("case").current_documents) == 1


def test_what_something_was_split_off_is_itself_again_when_its_document_is_read_again() -> None:
    case = case_of("control: Audit log\nteam: Quay crew", "control: Audit log\ndependency: Lamp oil")
    second = next(
        id_
        for id_ in case.elements["control-audit-log"].passages
        if "1.md" in case.documents[case.passages[id_].document].path
    )
    case = made(case, Review(case, ADA).divide("control-audit-log", "Mount log", [second]))
    first = document("control: Audit log\nteam: Quay crew", "0.md")
    removed, _ = apply_changes(case, change_of(Review(case, ADA).remove(first.source.id), case))

    after, _ = read_into(removed, first)

    names = {element.name for element in after.standing.values() if element.kind == "control"}
    assert names == {"Audit log", "Mount log"}
    assert "control-audit-log" in after.standing
