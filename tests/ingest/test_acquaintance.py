"""Documents read together: what one of them introduces is known where the others speak of it, in any order."""

from __future__ import annotations

import sys
from itertools import permutations
from pathlib import Path
from types import ModuleType

import pytest

from graph.case import Case, CaseHead
from ingest.extractors.rules import RulesExtractor
from ingest.glossary import MOST_KNOWN
from ingest.outcome import DocumentReport, IngestStatus
from ingest.pipeline import Intake, ingest_files
from tests.fakes import MemoryStore
from ui.wiring import workers

HEAD = CaseHead(id="pumps")
REPORT = """# Risk report: the pump hall

## Claim 1: The hall cannot flood unseen

The Overflow Monitor (OVM) reads the float gauges. It is owned by the Pump Team. We place moderate weight on it.

Every door has Kestrel, our seal monitor. Kestrel depends on the Halden Register.
"""
TALK = """# Interview with Dana Whitlock

Ines Varga: What does the OVM need?

Dana Whitlock: The OVM depends on the tide table. If it trips, it pages the duty officer.

Ines Varga: And Kestrel?

Dana Whitlock: It is odd, but Kestrel needs the badge feed. And the badge feed runs off the Halden Register.
"""
INCIDENT = """# Incident 12: water in the hall

The duty crew drained the hall. The overflow monitor depends on the clock server, which was down.
"""
TOLD = {
    ("overflow monitor", "tide table"),
    ("overflow monitor", "clock server"),
    ("kestrel", "badge feed"),
    ("badge feed", "halden register"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("report.md", REPORT), ("talk.md", TALK), ("incident.md", INCIDENT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def intake(store: MemoryStore, *, again: bool = False) -> Intake:
    return Intake(store, HEAD, RulesExtractor(), who="ada", clock=lambda: "2026-01-01T00:00:00Z", again=again)


def needs(case: Case) -> set[tuple[str, str]]:
    lines = (line for line in case.standing_relations if line.type == "DEPENDS_ON")
    return {(case.elements[line.source].name.lower(), case.elements[line.target].name.lower()) for line in lines}


def read(store: MemoryStore, *paths: Path, again: bool = False) -> tuple[DocumentReport, ...]:
    return ingest_files(paths, intake(store, again=again))


def test_needs_of_what_only_the_report_introduces_are_read_in_the_others(folder: Path) -> None:
    store = MemoryStore()

    read(store, folder)

    case = store.load(HEAD.id)
    assert needs(case) >= TOLD
    controls = [element.name.lower() for element in case.standing.values() if element.kind == "control"]
    assert sorted(controls) == ["kestrel", "overflow monitor"]


def test_a_mention_is_stated_by_the_passage_that_makes_it(folder: Path) -> None:
    store = MemoryStore()

    read(store, folder)

    case = store.load(HEAD.id)
    line = next(line for line in case.standing_relations if line.target.endswith("badge-feed"))
    assert [case.documents[said.document].title for said in case.quotes(line)] == ["Interview with Dana Whitlock"]
    kestrel = case.elements[line.source]
    assert [statement.name for statement in kestrel.stated] == ["Kestrel", None]


@pytest.mark.parametrize("order", list(permutations(["a", "b", "c"])))
def test_the_names_of_the_files_and_so_their_order_make_no_difference(tmp_path: Path, order: tuple[str, ...]) -> None:
    store = MemoryStore()
    for name, text in zip(order, (REPORT, TALK, INCIDENT), strict=True):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")

    read(store, tmp_path)

    assert needs(store.load(HEAD.id)) >= TOLD


def test_two_workers_give_the_same_case_as_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    alone, together = MemoryStore(), MemoryStore()
    read(alone, folder)

    with workers(2) as executor:
        ingest_files([folder], intake(together), executor=executor)

    assert together.load(HEAD.id) == alone.load(HEAD.id)


def test_one_file_that_comes_later_knows_the_names_of_the_case(folder: Path) -> None:
    store = MemoryStore()

    for name in ("report.md", "talk.md", "incident.md"):
        read(store, folder / name)

    assert needs(store.load(HEAD.id)) >= TOLD


def test_a_folder_read_with_names_is_unchanged_the_next_time(folder: Path) -> None:
    store = MemoryStore()
    read(store, folder)
    before = store.load(HEAD.id)

    reports = read(store, folder)

    assert {report.status for report in reports} == {IngestStatus.UNCHANGED}
    assert store.load(HEAD.id) == before


def test_reading_again_with_nothing_new_changes_nothing(folder: Path) -> None:
    store = MemoryStore()
    read(store, folder)
    before = store.load(HEAD.id)

    reports = read(store, folder, again=True)

    assert {report.status for report in reports} == {IngestStatus.UNCHANGED}
    assert store.load(HEAD.id) == before


@pytest.mark.parametrize(
    "line",
    [
        "The kestrel that nests in the hall needs the quiet.",
        "Kestrel depends on the weather, says the bird book.",
        "An overflow needs a monitor.",
    ],
)
def test_what_is_not_called_by_the_name_is_another_thing(tmp_path: Path, line: str) -> None:
    store = MemoryStore()
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "notes.md").write_text(f"# Interview notes\n\nA kestrel was seen. {line}\n", encoding="utf-8")

    read(store, tmp_path)

    assert needs(store.load(HEAD.id)) == {("kestrel", "halden register")}


def test_two_documents_that_disagree_about_a_kind_tell_others_nothing(tmp_path: Path) -> None:
    store = MemoryStore()
    (tmp_path / "a.md").write_text("# Risk report\n\nEvery door has Halyard, our seal monitor.\n")
    (tmp_path / "b.md").write_text("# Risk report\n\nWe buy the doors from the vendor Halyard, a private firm.\n")
    (tmp_path / "c.md").write_text("# Interview notes\n\nShe said that Halyard is old.\n")

    read(store, tmp_path)

    stating = {quote.document for e in store.load(HEAD.id).standing.values() for quote in store.load(HEAD.id).quotes(e)}
    assert not [document for document in stating if document.startswith("interview")]


def test_what_a_register_numbers_is_meant_by_that_number_elsewhere(tmp_path: Path) -> None:
    store = MemoryStore()
    (tmp_path / "register.csv").write_text("ID,Control,Owner\nCTL-07,Seal camera,Pump Team\n", encoding="utf-8")
    (tmp_path / "talk.md").write_text(TALK.replace("The OVM depends", "CTL-07 depends"), encoding="utf-8")

    read(store, tmp_path)

    assert ("seal camera", "tide table") in needs(store.load(HEAD.id))


def test_a_document_that_floods_others_with_names_is_bounded_and_that_is_said(tmp_path: Path) -> None:
    store = MemoryStore()
    rows = "\n".join(f"Hall {number} lock,Pump Team" for number in range(MOST_KNOWN + 5))
    (tmp_path / "a.csv").write_text(f"Control,Owner\n{rows}", encoding="utf-8")
    uses = " ".join(f"The hall {number} lock is old." for number in range(MOST_KNOWN + 5))
    (tmp_path / "b.md").write_text(f"# Interview notes\n\n{uses}\n", encoding="utf-8")

    _, talk = read(store, tmp_path)

    assert any(f"was read with {MOST_KNOWN} of them" in note for note in talk.notes)
