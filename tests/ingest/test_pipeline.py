"""The shell of reading: every file is added, updated, unchanged or failed, and nothing is lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.case import CaseHead
from graph.changes import Changes
from graph.errors import StaleCase, StoreUnusable
from graph.provenance import DocumentKind
from graph.receipts import Receipt
from ingest.outcome import DocumentReport, IngestStatus
from ingest.pipeline import Intake, Progress, ingest_file, ingest_files
from tests.fakes import LineExtractor, MemoryStore

HEAD = CaseHead(id="harbour")


def intake(store: MemoryStore | None = None, version: int = 1, kind: DocumentKind | None = None) -> Intake:
    ticks: Iterator[int] = iter(range(1000))
    clock = lambda: f"2026-01-01T00:00:{next(ticks):02}Z"  # noqa: E731 - one clock a test
    return Intake(store or MemoryStore(), HEAD, LineExtractor(version), who="ada", clock=clock, kind=kind)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.txt"
    path.write_text("control: Berth lock\n\nteam: Harbour watch\n\ncontrol Berth lock -OWNED_BY-> team Harbour watch\n")
    return path


def statuses(reports: tuple[DocumentReport, ...]) -> list[str]:
    return [report.status.value for report in reports]


def test_a_new_document_is_added_with_its_counts(notes: Path) -> None:
    report = ingest_file(notes, intake())

    assert (report.status, report.elements.added, report.relations.added) == (IngestStatus.ADDED, 2, 1)
    assert report.path == str(notes)


def test_a_document_that_the_case_has_is_left_alone(notes: Path) -> None:
    desk = intake()
    ingest_file(notes, desk)
    before = desk.store.load("harbour")

    report = ingest_file(notes, desk)

    assert report.status is IngestStatus.UNCHANGED
    assert desk.store.load("harbour") == before


def test_a_changed_document_replaces_its_old_version(notes: Path) -> None:
    desk = intake()
    ingest_file(notes, desk)
    notes.write_text("control: Berth lock\n\ncontrol: Quay light\n")

    report = ingest_file(notes, desk)

    case = desk.store.load("harbour")
    assert (report.status, report.elements.added) == (IngestStatus.UPDATED, 1)
    assert {element.name for element in case.standing.values()} == {"Berth lock", "Quay light"}


def test_going_back_to_an_earlier_text_brings_back_what_it_says(notes: Path) -> None:
    desk, first = intake(), notes.read_text()
    ingest_file(notes, desk)
    notes.write_text("control: Quay light\n")
    ingest_file(notes, desk)
    notes.write_text(first)

    report = ingest_file(notes, desk)

    names = {element.name for element in desk.store.load("harbour").standing.values()}
    assert report.status is IngestStatus.UPDATED
    assert names == {"Berth lock", "Harbour watch"}


def test_another_reader_reads_anew_and_keeps_the_ids(notes: Path) -> None:
    desk = intake()
    ingest_file(notes, desk)
    before = set(desk.store.load("harbour").standing)

    report = ingest_file(notes, intake(desk.store, version=2))

    assert report.status is IngestStatus.UPDATED
    assert set(desk.store.load("harbour").standing) == before


def test_another_kind_reads_anew(notes: Path) -> None:
    desk = intake(kind=DocumentKind.REPORT)
    ingest_file(notes, desk)

    report = ingest_file(notes, intake(desk.store, kind=DocumentKind.CRITIQUE))

    case = desk.store.load("harbour")
    assert (report.status, report.kind) == (IngestStatus.UPDATED, DocumentKind.CRITIQUE)
    assert len(case.current_documents) == 1


@pytest.mark.usefixtures("notes")
def test_one_bad_document_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"")
    (tmp_path / "zebra.txt").write_text("control: Stern gate\n")

    reports = ingest_files([tmp_path], intake())

    assert statuses(reports) == ["failed", "added", "added"]
    assert reports[0].error
    assert reports[0].hint
    assert "broken.txt" in reports[0].error


def test_files_that_are_not_there_and_empty_folders_say_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    reports = ingest_files([tmp_path / "empty", tmp_path / "missing.txt"], intake())

    assert statuses(reports) == ["failed", "failed"]
    assert all(report.error for report in reports)


def test_reports_come_in_the_order_of_paths_and_every_file_once(tmp_path: Path, notes: Path) -> None:
    other = tmp_path / "aa.txt"
    other.write_text("control: Stern gate\n")

    reports = ingest_files([notes, tmp_path, other], intake())

    assert [report.path for report in reports] == [str(other), str(notes)]


@pytest.mark.usefixtures("notes")
def test_hidden_files_of_a_folder_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index.txt").write_text("control: Stern gate\n")

    assert len(ingest_files([tmp_path], intake())) == 1


@pytest.mark.usefixtures("notes")
def test_progress_counts_files_up_to_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "zebra.txt").write_text("control: Stern gate\n")
    seen: list[Progress] = []

    ingest_files([tmp_path], intake(), seen.append)

    assert [(step.read, step.done, step.total) for step in seen] == [
        (0, 0, 2),
        (0, 0, 2),
        (0, 0, 2),
        (1, 0, 2),
        (2, 0, 2),
        (2, 1, 2),
        (2, 2, 2),
    ]
    assert [step.path and step.path.name for step in seen[-3:]] == ["notes.txt", "zebra.txt", None]


def test_reports_are_read_before_what_refers_to_them(tmp_path: Path) -> None:
    (tmp_path / "a-talk.txt").write_text("Transcript\n\ncontrol? the lock\n")
    (tmp_path / "b-report.md").write_text("# Risk report\n\ncontrol: Berth lock\n")
    desk = intake()

    ingest_files([tmp_path], desk)

    assert [element.name for element in desk.store.load("harbour").elements.values()] == ["Berth lock"]


def test_what_is_left_out_is_reported_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("control: Berth lock\n\ncontrol Berth lock -ESCALATES_TO-> control Berth lock\n")

    report = ingest_file(path, intake())

    assert [rejection.why.split(": ")[-1] for rejection in report.rejected] == ["a relation joins two things"]


class BusyStore(MemoryStore):
    """A store whose case somebody else changes before each of the first few writes."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def apply(self, head: CaseHead, changes: Changes) -> Receipt:
        if self.times > 0:
            self.times -= 1
            raise StaleCase("somebody was quicker", "Load the case again.")
        return super().apply(head, changes)


def test_a_change_by_somebody_else_is_taken_in_and_the_document_linked_anew(notes: Path) -> None:
    assert ingest_file(notes, intake(BusyStore(3))).status is IngestStatus.ADDED


def test_a_case_that_never_rests_fails_the_document(notes: Path) -> None:
    report = ingest_file(notes, intake(BusyStore(10**6)))

    assert (report.status, report.error) == (IngestStatus.FAILED, "somebody was quicker")


class FullStore(MemoryStore):
    """A store that has room for one document only, and counts how often it was asked for more."""

    asked = 0

    def apply(self, head: CaseHead, changes: Changes) -> Receipt:
        self.asked += 1
        if self.cases():
            raise StoreUnusable("the disk is full", "Make room and run it again.")
        return super().apply(head, changes)


@pytest.mark.usefixtures("notes")
def test_a_full_store_keeps_what_it_has_and_says_what_failed(tmp_path: Path) -> None:
    (tmp_path / "zebra.txt").write_text("control: Stern gate\n")
    desk = intake(FullStore())

    reports = ingest_files([tmp_path], desk)

    assert statuses(reports) == ["added", "failed"]
    assert len(desk.store.load("harbour").documents) == 1


@pytest.mark.usefixtures("notes")
def test_a_store_that_refuses_two_in_a_row_is_asked_no_more(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"zebra{number}.txt").write_text(f"control: Gate {number}\n")
    store = FullStore()

    reports = ingest_files([tmp_path], intake(store))

    assert statuses(reports) == ["added", *["failed"] * 5]
    assert {report.error for report in reports[1:]} == {"the disk is full"}
    assert store.asked == 3


def test_a_name_that_is_no_text_fails_alone_and_is_told(notes: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(notes.parent) + b"/b\xff.txt"))

    reports = ingest_files([odd, notes], intake())

    assert sorted(statuses(reports)) == ["added", "failed"]
    (failed,) = (report for report in reports if report.status is IngestStatus.FAILED)
    assert "is no text" in (failed.error or "")
    assert failed.model_dump_json()


def test_the_programs_own_files_in_a_folder_are_not_read(tmp_path: Path, notes: Path) -> None:
    for name in ("loadpath.db", "loadpath.db-wal", "loadpath.toml"):
        (tmp_path / name).write_bytes(b"\0\1\2")

    assert [report.path for report in ingest_files([tmp_path], intake())] == [str(notes)]
