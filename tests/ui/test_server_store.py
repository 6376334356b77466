"""A case on a Neo4j server through the whole program: the same answers as from a file, and a way there and back."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from assistant import Answer, Scope, Turn, ask
from graph.analysis import minimal_cut_sets, rank
from graph.case import Case, CaseHead
from graph.changes import Changes
from graph.elements import ElementKind, ReviewStatus
from graph.errors import CircularSupport
from graph.store import Store
from graph.stores.neo4j_address import Address
from graph.stores.neo4j_store import Neo4jStore
from graph.stores.sqlite import SqliteStore
from ingest import Intake, ingest_files
from ingest.extractors.rules import RulesExtractor
from tests.evaluation.expected import load_expected
from ui.cli import main
from ui.settings import read_settings

CLOCK = "2026-11-21T00:00:00+00:00"
pytestmark = pytest.mark.neo4j
SAMPLE = load_expected("corvane-2")
DOCUMENTS = [str(path) for path, _ in SAMPLE.documents]


@pytest.fixture
def server(database: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty store on a server, with the user and password in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LOADPATH_CASE", raising=False)
    monkeypatch.setenv("LOADPATH_NEO4J_USER", database.user)
    monkeypatch.setenv("LOADPATH_NEO4J_PASSWORD", database.password)
    return database.url


def read_into(store: Store) -> Case:
    """The sample case as it is after its documents were read into this store, always at the same time."""
    head = CaseHead(id="sample", created=CLOCK)
    ingest_files([path for path, _ in SAMPLE.documents], Intake(store, head, RulesExtractor(), "test", lambda: CLOCK))
    return store.load("sample")


def answers(scope: Scope) -> list[Answer]:
    turns: dict[str, tuple[Turn, ...]] = {}
    found = []
    for question in SAMPLE.questions:
        history = turns[question.after] if question.after else ()
        answer = ask(question.text, scope, history=history)
        turns[question.id] = (*history, Turn(question=question.text, answer=answer))
        found.append(answer)
    return found


def cut_sets(scope: Scope, pathway: str) -> tuple[tuple[str, ...], ...] | str:
    try:
        return minimal_cut_sets(scope.structure, pathway).first(10_000)
    except CircularSupport as error:
        return error.message


def test_both_stores_give_the_same_answers_ranking_and_cut_sets(database: Address, tmp_path: Path) -> None:
    ours = Scope(read_into(SqliteStore(tmp_path / "case.db")))
    theirs = Scope(read_into(Neo4jStore(database)))

    assert ours.case == theirs.case
    assert list(ours.case.elements) == list(theirs.case.elements)
    assert len(SAMPLE.questions) == 60
    assert answers(ours) == answers(theirs)
    assert rank(ours.structure).rows == rank(theirs.structure).rows
    pathways = [pathway.id for pathway in ours.case.of_kind(ElementKind.PATHWAY)]
    assert [cut_sets(ours, pathway) for pathway in pathways] == [cut_sets(theirs, pathway) for pathway in pathways]


def in_any_order(path: str) -> dict[str, object]:
    """An exported case with each list sorted by id."""
    case = json.loads(Path(path).read_text(encoding="utf-8"))
    return {
        key: sorted(part, key=lambda item: item["id"]) if isinstance(part, list) else part for key, part in case.items()
    }


def test_a_case_moves_to_a_server_and_back_without_loss(server: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["ingest", *DOCUMENTS, "--case", "sample"])
    store = SqliteStore(Path("loadpath.db"))
    alarm = next(e for e in store.load("sample").elements.values() if e.kind is ElementKind.CONTROL)
    decided = alarm.model_copy(update={"status": ReviewStatus.REJECTED})
    store.apply(CaseHead(id="sample"), Changes(elements=(decided,)))

    for source, target, file in (
        ("sqlite:///loadpath.db", server, "here.json"),
        (server, "sqlite:///back.db", "there.json"),
        ("sqlite:///back.db", "sqlite:///end.db", "back.json"),
    ):
        assert main(["export", "--store", source, "--out", file]) == 0
        assert main(["import", file, "--store", target]) == 0

    assert in_any_order("here.json") == in_any_order("there.json") == in_any_order("back.json")
    capsys.readouterr()
    assert main(["ingest", *DOCUMENTS, "--case", "sample", "--store", server, "--json"]) == 0
    reports = json.loads(capsys.readouterr().out)["documents"]
    assert {report["status"] for report in reports} == {"unchanged"}
    assert alarm.id not in SqliteStore(Path("back.db")).load("sample").standing


def test_a_question_is_asked_of_a_server(server: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("note.md").write_text(
        "# Report\n\n## Pathways\n\n1. Grain theft: a silo is emptied at night.\n", encoding="utf-8"
    )

    assert main(["ingest", "note.md", "--store", server]) == 0
    assert main(["ask", "Which pathways are there?", "--store", server]) == 0

    assert "Grain theft" in capsys.readouterr().out


@pytest.mark.usefixtures("server")
def test_the_password_is_said_nowhere(
    server: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOADPATH_NEO4J_USER", "nobody")
    monkeypatch.setenv("LOADPATH_NEO4J_PASSWORD", "open-sesame")

    assert main(["cases", "--store", server]) == 1
    assert main(["cases", "--store", server.replace("://", "://neo4j:open-sesame@")]) == 1

    assert "open-sesame" not in "".join(capfd.readouterr())
    assert "open-sesame" not in repr(read_settings(os.environ, Path.cwd()))
