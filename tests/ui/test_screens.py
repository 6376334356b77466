"""The screens without a browser: what Streamlit is told to show for a store, a case and a press."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.stores.sqlite import SqliteStore
from tests.ui.app_runs import TIME_LIMIT_S, shown
from tests.ui.ferry_case import CHANGES, HEAD, HOSTILE
from ui.page_options import PAGE


def ask_screen() -> None:
    from ui.screens.ask import ask

    ask()


def explore_screen() -> None:
    from ui.screens.explore import explore

    explore()


def load_bearing_screen() -> None:
    from ui.screens.load_bearing import load_bearing

    load_bearing()


def press_what_is_gone() -> None:
    from ui.screens.desk import open_desk
    from ui.screens.presses import follow
    from ui.screens.session import current_session
    from ui.views.sheet import Act, ActKind

    for kind in (ActKind.CITE, ActKind.GOTO, ActKind.ACCEPT, ActKind.UNDO):
        follow(open_desk(current_session()), Act(kind=kind, value="nowhere"))


@pytest.mark.usefixtures("ferry_store")
def test_an_empty_talk_offers_examples_from_the_case() -> None:
    app = AppTest.from_function(ask_screen, default_timeout=TIME_LIMIT_S).run()

    assert "What breaks if Manual Override fails?" in shown(app)
    assert "Ferry pilot, first assessment" in shown(app)


@pytest.mark.usefixtures("ferry_store")
def test_a_question_is_answered_with_its_sources() -> None:
    app = AppTest.from_function(ask_screen, default_timeout=TIME_LIMIT_S).run()

    app.chat_input[0].set_value("What breaks if the plan share fails?").run()

    assert "Silent course change" in shown(app)
    assert "The Helm Watch only works if the plan share is mounted read-only" in shown(app)


@pytest.mark.usefixtures("ferry_store")
def test_what_was_understood_can_be_edited() -> None:
    app = AppTest.from_function(ask_screen, default_timeout=TIME_LIMIT_S).run()
    app.chat_input[0].set_value("What breaks if the plan share fails?").run()

    app.text_input[0].set_value("What breaks if the Manual Override fails?").run()

    assert app.text_input[0].value.startswith('impact of "Manual Override"')


@pytest.mark.usefixtures("ferry_store")
def test_an_earlier_turn_stays_in_the_talk() -> None:
    app = AppTest.from_function(ask_screen, default_timeout=TIME_LIMIT_S).run()
    app.chat_input[0].set_value("What breaks if the plan share fails?").run()

    app.chat_input[0].set_value("What breaks if the Manual Override fails?").run()

    assert "Asked in this talk" in shown(app)
    assert len(app.session_state["loadpath"].turns) == 2


@pytest.mark.usefixtures("ferry_store")
def test_it_means_what_was_asked_about() -> None:
    app = AppTest.from_function(ask_screen, default_timeout=TIME_LIMIT_S).run()
    app.chat_input[0].set_value("What breaks if the plan share fails?").run()

    app.chat_input[0].set_value("And who owns it?").run()

    assert "read-only mount of the plan share" in app.text_input[0].value


@pytest.mark.usefixtures("ferry_store")
@pytest.mark.parametrize("place", ["7", "-1", "one", ""])
def test_a_turn_that_is_not_there_is_not_shown(place: str) -> None:
    app = AppTest.from_function(ask_screen, default_timeout=TIME_LIMIT_S).run()
    app.chat_input[0].set_value("What breaks if the plan share fails?").run()

    app.session_state["loadpath"].show_turn(place)

    assert app.session_state["loadpath"].turn == 0


@pytest.mark.usefixtures("ferry_store")
def test_pressing_what_is_gone_does_nothing() -> None:
    app = AppTest.from_function(press_what_is_gone, default_timeout=TIME_LIMIT_S).run()

    assert shown(app) == "[]"


@pytest.mark.usefixtures("ferry_store")
def test_an_unknown_name_offers_the_nearest() -> None:
    app = AppTest.from_function(ask_screen, default_timeout=TIME_LIMIT_S).run()

    app.chat_input[0].set_value("What breaks if the automatic override fails?").run()

    assert "No such element" in shown(app)
    assert "What breaks if Manual Override fails?" in shown(app)


@pytest.mark.usefixtures("ferry_store")
def test_a_question_that_is_too_long_gets_the_next_step() -> None:
    app = AppTest.from_function(ask_screen, default_timeout=TIME_LIMIT_S).run()

    app.chat_input[0].set_value("why " * 5000).run()

    assert "Ask in a few sentences" in shown(app)
    assert "Ask in a few sentences" not in shown(app.run())


@pytest.mark.usefixtures("ferry_store")
def test_counting_stated_relations_only_is_said() -> None:
    app = AppTest.from_function(ask_screen, default_timeout=TIME_LIMIT_S).run()

    app.radio[0].set_value("Stated relations only").run()

    assert "counting stated relations only" in shown(app)
    assert app.radio[0].value == "Stated relations only"


@pytest.mark.usefixtures("ferry_store")
def test_the_graph_opens_on_a_pathway() -> None:
    app = AppTest.from_function(explore_screen, default_timeout=TIME_LIMIT_S).run()

    assert "3 elements and 2 relations" in shown(app)
    assert "Joined to" in shown(app)


@pytest.mark.usefixtures("ferry_store")
def test_a_search_finds_elements() -> None:
    app = AppTest.from_function(explore_screen, default_timeout=TIME_LIMIT_S).run()

    app.text_input[0].set_value("helm").run()

    assert "Helm Watch" in shown(app)
    assert "Manual Override" not in shown(app)


@pytest.mark.usefixtures("ferry_store")
def test_several_opened_elements_can_be_closed_again() -> None:
    app = AppTest.from_function(explore_screen, default_timeout=TIME_LIMIT_S).run()
    app.session_state["loadpath"].opened = ("course", "watch")
    app.run()

    app.button[0].click().run()

    assert app.session_state["loadpath"].opened == ("watch",)


@pytest.mark.usefixtures("ferry_store")
def test_hostile_names_reach_the_page_as_text() -> None:
    app = AppTest.from_function(explore_screen, default_timeout=TIME_LIMIT_S).run()
    app.session_state["loadpath"].opened = ("note",)
    app.run()

    assert HOSTILE in shown(app)
    assert not any(HOSTILE in node.value for node in app.markdown)


@pytest.mark.usefixtures("ferry_store")
def test_the_table_ranks_what_carries_the_most() -> None:
    app = AppTest.from_function(load_bearing_screen, default_timeout=TIME_LIMIT_S).run()

    assert "Alone takes a pathway below its level" in shown(app)
    assert "Manual Override" in shown(app)


def test_a_new_revision_is_read_at_once(ferry_store: SqliteStore) -> None:
    app = AppTest.from_function(explore_screen, default_timeout=TIME_LIMIT_S).run()
    added = CHANGES.elements[4].model_copy(update={"id": "bell", "name": "Fog Bell"})
    ferry_store.apply(HEAD, CHANGES.model_copy(update={"elements": (added,), "relations": ()}))

    assert "Fog Bell" in shown(app.run())


def test_another_case_can_be_chosen(ferry_store: SqliteStore) -> None:
    second = HEAD.model_copy(update={"id": "ferry-2", "title": "Ferry pilot, second assessment"})
    ferry_store.apply(second, CHANGES)
    app = AppTest.from_function(ask_screen, default_timeout=TIME_LIMIT_S).run()
    assert "second assessment" in shown(app)

    app.selectbox[0].set_value("ferry-1").run()

    assert "first assessment" in shown(app)


@pytest.mark.parametrize("screen", [ask_screen, explore_screen, load_bearing_screen])
def test_a_missing_store_gets_the_next_step(screen: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOADPATH_STORE", f"sqlite:///{tmp_path / 'nothing.db'}")

    app = AppTest.from_function(screen, default_timeout=TIME_LIMIT_S).run()  # type: ignore[arg-type]  # one of three

    assert "This does not work yet" in shown(app)
    assert "loadpath ingest" in shown(app)


def test_a_store_without_cases_gets_the_next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "empty.db"
    monkeypatch.setenv("LOADPATH_STORE", f"sqlite:///{path}")
    SqliteStore(path).apply(HEAD, CHANGES)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM items")
        connection.execute("DELETE FROM cases")
    connection.close()

    app = AppTest.from_function(ask_screen, default_timeout=TIME_LIMIT_S).run()

    assert "This store holds no case yet." in shown(app)


def test_a_file_that_is_no_store_gets_the_next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear all,", encoding="utf-8")
    monkeypatch.setenv("LOADPATH_STORE", f"sqlite:///{path}")

    app = AppTest.from_function(ask_screen, default_timeout=TIME_LIMIT_S).run()

    assert "This does not work yet" in shown(app)


@pytest.mark.usefixtures("ferry_store")
def test_the_page_opens_on_the_question() -> None:
    app = AppTest.from_file(str(PAGE), default_timeout=TIME_LIMIT_S).run()

    assert "Ask what this case rests on" in shown(app)


@pytest.mark.usefixtures("ferry_store")
def test_a_search_says_how_many_it_found_and_shows_the_nearest() -> None:
    app = AppTest.from_function(explore_screen, default_timeout=TIME_LIMIT_S).run()

    app.text_input[0].set_value("change").run()

    assert "3 found, the nearest first." in shown(app)
    assert app.session_state["loadpath"].opened == ("course",)


@pytest.mark.usefixtures("ferry_store")
def test_a_search_that_stays_does_not_undo_what_was_opened_since() -> None:
    app = AppTest.from_function(explore_screen, default_timeout=TIME_LIMIT_S).run()
    app.text_input[0].set_value("change").run()

    app.session_state["loadpath"].open_element("undone", alone=True)
    app.run()

    assert app.session_state["loadpath"].opened == ("undone",)
