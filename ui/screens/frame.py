"""What every screen has around it: the case on top, and one place where an error becomes a page with the next step."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import streamlit as st

from graph.case import Switches
from graph.errors import LoadpathError
from ui.components.sheet import show_sheet
from ui.screens.desk import Desk, open_desk
from ui.screens.downloads import offer_case
from ui.screens.session import Session, current_session
from ui.views.case_strip import case_strip, trouble_sheet

STATED, ACCEPTED = "Stated relations only", "Accepted ones only"


def framed(screen: Callable[[Desk], None]) -> Callable[[], None]:
    """The screen with its frame, as Streamlit runs it."""

    @wraps(screen)
    def run() -> None:
        try:
            session = current_session()
            desk = open_desk(session)
            _show_case(desk, session)
            screen(desk)
        except LoadpathError as error:
            show_sheet(trouble_sheet(error), "trouble")

    return run


def _show_case(desk: Desk, session: Session) -> None:
    left, right = st.columns([5, 1], vertical_alignment="center")
    with left:
        show_sheet(case_strip(desk.case, session.switches), "case")
    with right, st.popover("Case and scope", width="stretch"):
        ids = [head.id for head in desk.cases]
        chosen = st.selectbox("Case", ids, ids.index(desk.case.head.id))
        basis = st.radio("Relations that count", ("All relations", STATED), int(session.switches.basis == "stated"))
        status = st.radio(
            "Elements and relations that count",
            ("All that nobody rejected", ACCEPTED),
            int(session.switches.status == "accepted"),
        )
        offer_case(desk.case)
    switches = Switches("stated" if basis == STATED else "all", "accepted" if status == ACCEPTED else "all")
    if chosen != session.case or switches != session.switches:
        session.choose_case(chosen)
        session.switches = switches
        st.rerun()
