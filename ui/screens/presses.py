"""What the buttons of a sheet do: open a passage, ask, show an element, go back to an earlier answer, decide."""

from __future__ import annotations

from typing import assert_never

import streamlit as st

from graph.case import Case
from ui.components.sheet import show_sheet
from ui.screens.deciding import decide
from ui.screens.desk import Desk
from ui.screens.session import current_session
from ui.views.passages import passage_sheet
from ui.views.sheet import Act, ActKind


def follow(desk: Desk, act: Act | None) -> None:
    """Do what was pressed; nothing where nothing was, or where it is of something that the case no longer holds."""
    if act is None:
        return
    session = current_session()
    match act.kind:
        case ActKind.CITE:
            if act.value in desk.case.passages:
                _open_passage(desk.case, act.value)
        case ActKind.ASK:
            session.waiting = act.value
            st.switch_page(st.Page(_nowhere, url_path="ask"))
        case ActKind.SHOW:
            session.open_element(act.value, alone=True)
            st.switch_page(st.Page(_nowhere, url_path="explore"))
        case ActKind.TURN:
            session.show_turn(act.value)
            st.rerun()
        case ActKind.ACCEPT | ActKind.REJECT | ActKind.UNDO:
            if decide(desk.case, act.kind, act.value):
                st.rerun()
        case ActKind.GOTO:
            return
        case _:
            assert_never(act.kind)


@st.dialog("Source", width="medium", position="right")
def _open_passage(case: Case, passage: str) -> None:
    show_sheet(passage_sheet(case, case.passages[passage]), f"passage-{passage}")


def _nowhere() -> None:
    """Stands for a screen that is named by its address only."""
