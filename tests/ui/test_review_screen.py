"""The screen of the person in charge, without a browser: what it lists, and that its decisions are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.analysis.proposals import Standing, by_weight
from graph.case import Case
from graph.elements import ElementKind
from graph.errors import RefusedDecision
from graph.stores.sqlite import SqliteStore
from tests.ui.app_runs import TIME_LIMIT_S, shown
from tests.ui.ferry_case import HEAD
from ui.screens.deciding import decide
from ui.views.review import SHOWN, chosen_proposals, proposals_sheet
from ui.views.sheet import ActKind


def review_screen() -> None:
    from ui.screens.review import review

    review()


def decided(store: SqliteStore, kind: ActKind, thing: str) -> Case:
    assert decide(store.load(HEAD.id), kind, thing)
    return store.load(HEAD.id)


@pytest.mark.usefixtures("ferry_store")
def test_what_awaits_a_decision_is_listed_with_its_words() -> None:
    app = AppTest.from_function(review_screen, default_timeout=TIME_LIMIT_S).run()

    assert "The Helm Watch only works if the plan share is mounted read-only" in shown(app)
    assert "Nobody has decided anything in this case yet." in shown(app)


@pytest.mark.usefixtures("ferry_store")
def test_what_the_documents_gave_is_on_the_page() -> None:
    app = AppTest.from_function(review_screen, default_timeout=TIME_LIMIT_S).run()

    assert "Every section gave something" in shown(app)


def test_a_decision_on_the_page_is_signed_and_kept(ferry_store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOADPATH_USER", "ada")
    accepted = decided(ferry_store, ActKind.ACCEPT, "watch")

    undone = decided(ferry_store, ActKind.UNDO, next(iter(accepted.decisions)))

    assert [(d.action, d.by.who) for d in undone.decisions.values()] == [("accept", "ada"), ("undo", "ada")]


def test_what_is_decided_already_is_refused(ferry_store: SqliteStore) -> None:
    case = decided(ferry_store, ActKind.REJECT, "watch")

    with pytest.raises(RefusedDecision, match="rejected already"):
        decide(case, ActKind.REJECT, "watch")


def test_a_decision_on_what_is_gone_does_nothing(ferry_store: SqliteStore) -> None:
    case = ferry_store.load(HEAD.id)

    assert not decide(case, ActKind.ACCEPT, "nowhere")
    assert not decide(case, ActKind.UNDO, "watch")


def test_a_decision_is_shown_with_its_undoing(ferry_store: SqliteStore) -> None:
    decided(ferry_store, ActKind.ACCEPT, "watch")

    app = AppTest.from_function(review_screen, default_timeout=TIME_LIMIT_S).run()

    assert "Undo: accepted Helm Watch (control)" in shown(app)


def test_rows_are_chosen_by_status_and_kind(ferry_store: SqliteStore) -> None:
    case = decided(ferry_store, ActKind.ACCEPT, "watch")

    rows = chosen_proposals(by_weight(case), Standing.ACCEPTED, frozenset({ElementKind.CONTROL}))

    assert [row.thing.id for row in rows] == ["watch"]
    assert chosen_proposals(rows, Standing.ACCEPTED, frozenset({ElementKind.CLAIM})) == ()


def test_a_long_list_says_how_many_are_not_shown(ferry_store: SqliteStore) -> None:
    case = ferry_store.load(HEAD.id)
    rows = by_weight(case) * SHOWN

    left = proposals_sheet(case, rows, every=False).kids[-1].text

    assert left == f"{len(rows) - SHOWN} more are not shown."
    assert len(proposals_sheet(case, rows, every=True).kids[1].kids) == len(rows)


def test_a_missing_store_gets_the_next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOADPATH_STORE", f"sqlite:///{tmp_path / 'nothing.db'}")

    app = AppTest.from_function(review_screen, default_timeout=TIME_LIMIT_S).run()

    assert "loadpath ingest" in shown(app)
