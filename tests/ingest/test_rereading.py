"""What the case would read better now: said where it comes up, and done by reading again, keeping decisions."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.case import Case, CaseHead
from graph.changes import Changes
from graph.elements import ReviewStatus
from graph.provenance import Entered
from graph.review import Review, change_of
from ingest.extractors.rules import RulesExtractor
from ingest.outcome import DocumentReport, IngestStatus
from ingest.pipeline import Intake, ingest_files
from tests.fakes import MemoryStore

HEAD = CaseHead(id="pumps")
TALK = (
    "# Interview with Dana Whitlock\n\nInes Varga: So?\n\nDana Whitlock: Well, "
    "Kestrel needs the badge feed.\n\nInes Varga: And?\n\nDana Whitlock: That is all there is to it.\n"
)
REPORT = "# Risk report\n\nEvery door has Kestrel, our seal monitor.\n"


@pytest.fixture
def store(tmp_path: Path) -> MemoryStore:
    """A case that has the talk, with the report beside it in the folder."""
    (tmp_path / "talk.md").write_text(TALK, encoding="utf-8")
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    made = MemoryStore()
    read(made, tmp_path / "talk.md")
    return made


def read(store: MemoryStore, path: Path, *, again: bool = False) -> DocumentReport:
    intake = Intake(store, HEAD, RulesExtractor(), who="ada", clock=lambda: "2026-01-01T00:00:00Z", again=again)
    return ingest_files([path], intake)[0]


def needs(case: Case) -> list[str]:
    return [line.id for line in case.standing_relations if line.type == "DEPENDS_ON"]


def test_a_new_document_says_which_of_the_case_use_its_names(store: MemoryStore, tmp_path: Path) -> None:
    report = read(store, tmp_path / "report.md")

    (note,) = report.notes
    assert note.startswith("it introduces names that a document of the case uses and was read without: talk.md; ")
    assert note.endswith(f"read it again with: loadpath ingest --again {tmp_path}/talk.md")


def test_reading_again_finds_what_is_said_of_a_name_that_came_later(store: MemoryStore, tmp_path: Path) -> None:
    read(store, tmp_path / "report.md")
    before = needs(store.load(HEAD.id))

    report = read(store, tmp_path / "talk.md", again=True)

    case = store.load(HEAD.id)
    assert (before, report.status, len(needs(case))) == ([], IngestStatus.UPDATED, 1)
    assert len(case.current_documents) == 2


def test_reading_again_and_again_changes_nothing_more(store: MemoryStore, tmp_path: Path) -> None:
    read(store, tmp_path / "report.md")
    read(store, tmp_path / "talk.md", again=True)
    before = store.load(HEAD.id)

    statuses = [read(store, tmp_path / "talk.md", again=again).status for again in (True, False)]

    assert statuses == [IngestStatus.UNCHANGED, IngestStatus.UNCHANGED]
    assert store.load(HEAD.id) == before


def test_reading_again_keeps_what_a_person_decided(store: MemoryStore, tmp_path: Path) -> None:
    read(store, tmp_path / "report.md")
    person = next(e.id for e in store.load(HEAD.id).standing.values() if e.name == "Dana Whitlock")
    case = store.load(HEAD.id)
    accepted = Review(case, Entered(who="ada", when="2026-01-02T00:00:00Z")).judge("accept", (person,))
    store.apply(HEAD, change_of(accepted, case))

    read(store, tmp_path / "talk.md", again=True)

    assert store.load(HEAD.id).standing[person].status is ReviewStatus.ACCEPTED


def test_what_a_person_rejected_is_known_nowhere(store: MemoryStore, tmp_path: Path) -> None:
    read(store, tmp_path / "report.md")
    case = store.load(HEAD.id)
    kestrel = next(element.id for element in case.standing.values() if element.name == "Kestrel")
    rejected = Review(case, Entered(who="ada", when="2026-01-02T00:00:00Z")).judge("reject", (kestrel,))
    store.apply(HEAD, change_of(rejected, case))

    report = read(store, tmp_path / "talk.md", again=True)

    assert report.status is IngestStatus.UNCHANGED


def test_reading_again_keeps_the_kind_that_somebody_said(store: MemoryStore, tmp_path: Path) -> None:
    kinds = {document.kind for document in store.load(HEAD.id).documents.values()}

    read(store, tmp_path / "talk.md", again=True)

    assert {document.kind for document in store.load(HEAD.id).documents.values()} == kinds


def test_the_old_reading_comes_back_once_the_name_is_gone(store: MemoryStore, tmp_path: Path) -> None:
    read(store, tmp_path / "report.md")
    read(store, tmp_path / "talk.md", again=True)
    (title,) = (id_ for id_ in store.load(HEAD.id).documents if id_.startswith("risk-report"))
    store.apply(HEAD, Changes(removed=(title,)))

    first = read(store, tmp_path / "talk.md", again=True)
    second = read(store, tmp_path / "talk.md", again=True)

    assert needs(store.load(HEAD.id)) == []
    assert (first.status, second.status) == (IngestStatus.UPDATED, IngestStatus.UNCHANGED)


def test_a_document_that_uses_no_new_name_is_not_told(store: MemoryStore, tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# Risk report\n\nThe Quay Monitor reads the gauges.\n", encoding="utf-8")

    assert read(store, tmp_path / "other.md").notes == ()


def test_a_new_version_tells_only_of_names_that_are_new_with_it(store: MemoryStore, tmp_path: Path) -> None:
    read(store, tmp_path / "report.md")
    (tmp_path / "report.md").write_text(f"{REPORT}\nThe Quay Monitor reads the gauges.\n", encoding="utf-8")

    assert read(store, tmp_path / "report.md").notes == ()


def test_many_documents_are_named_by_their_folder(store: MemoryStore, tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    for number in range(21):
        (tmp_path / "talks" / f"{number}.md").write_text(TALK.replace("Interview", f"Part {number}"), encoding="utf-8")
    ingest_files([tmp_path / "talks"], Intake(store, HEAD, RulesExtractor(), "ada", lambda: "2026-01-01T00:00:00Z"))

    (note,) = read(store, tmp_path / "report.md").notes

    assert "22 documents of the case use and were read without" in note
    assert " and 2 more; " in note
    assert note.endswith(f"loadpath ingest --again {tmp_path} {tmp_path}/talks")
