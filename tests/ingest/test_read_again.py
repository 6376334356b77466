"""The documents of sample cases, read again as they are, and taken out and read again: the graph stays what it was."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from graph.case import Case, CaseHead
from graph.changes import Changes, apply_changes
from graph.elements import Element, Relation
from ingest.extractors.rules import RulesExtractor
from ingest.outcome import IngestStatus
from ingest.pipeline import Intake, ingest_files
from tests.fakes import MemoryStore, case_of, document, read_into

HEAD = CaseHead(id="sample")
EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = ("calls", "heron", "linden", "review", "sedge", "steward")


class OneCase(MemoryStore):
    """A store that begins with a case."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._cases[case.head.id] = case


@cache
def read_whole(name: str) -> Case:
    store = MemoryStore()
    read(store, EXAMPLES / name / "documents")
    return store.load(HEAD.id)


def read(store: MemoryStore, path: Path, *, again: bool = False) -> set[IngestStatus]:
    intake = Intake(store, HEAD, RulesExtractor(), who="ada", clock=lambda: "2026-01-01T00:00:00Z", again=again)
    return {report.status for report in ingest_files([path], intake)}


def content(case: Case) -> dict[str, tuple[object, ...]]:
    """What stands, with its values and the places that state it."""
    things: tuple[Element | Relation, ...] = (*case.standing.values(), *case.standing_relations)
    unlike = {"aliases", "stated", "passages"}
    return {
        thing.id: (thing.model_dump(exclude=unlike), sorted((p.document, p.start) for p in case.quotes(thing)))
        for thing in things
    }


@pytest.mark.parametrize("name", CASES)
def test_unchanged_documents_read_again_are_unchanged(name: str) -> None:
    store = OneCase(read_whole(name))

    statuses = read(store, EXAMPLES / name / "documents", again=True)

    assert statuses == {IngestStatus.UNCHANGED}
    assert store.load(HEAD.id) == read_whole(name)


@pytest.mark.parametrize("name", CASES)
def test_document_taken_out_and_read_again_was_never_gone(name: str) -> None:
    whole = read_whole(name)

    for source in whole.documents.values():
        removed, _ = apply_changes(whole, Changes(removed=(source.id,)))
        store = OneCase(removed)
        read(store, Path(source.path))

        assert content(store.load(HEAD.id)) == content(whole)


def test_documents_read_one_by_one_settle_when_read_again_once() -> None:
    store = MemoryStore()
    folder = EXAMPLES / "steward" / "documents"
    for path in sorted(folder.iterdir()):
        read(store, path)

    read(store, folder, again=True)

    assert read(store, folder, again=True) == {IngestStatus.UNCHANGED}


def test_element_whose_naming_documents_went_is_known_by_its_id() -> None:
    texts = ("control: Estate gate\n", "control: Estate gate = gate one\n", "control: gate one\n")
    first, second = (document(text, f"{number}.md") for number, text in enumerate(texts[:2]))
    left, _ = apply_changes(case_of(*texts), Changes(removed=(first.source.id, second.source.id)))

    again, _ = read_into(left, first)

    assert [(each.id, each.name) for each in left.standing.values()] == [("control-estate-gate", "gate one")]
    assert [(each.id, each.name) for each in again.standing.values()] == [("control-estate-gate", "Estate gate")]
