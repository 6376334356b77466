"""The graph screen: find an element, see what it is joined to, and go on from there one step at a time."""

from __future__ import annotations

import streamlit as st

from graph.elements import ELEMENTS, ElementKind
from ui.components.graph_view import show_graph
from ui.components.sheet import show_sheet
from ui.screens.desk import Desk, standing
from ui.screens.frame import framed
from ui.screens.presses import follow
from ui.screens.session import Session, current_session
from ui.views.drawing import drawing_words, neighbour_drawing
from ui.views.elements import element_sheet
from ui.views.search_results import first_opened, found_elements, found_sheet
from ui.views.sheet import Node


@framed
def explore(desk: Desk) -> None:
    """Search the case, and open elements one step at a time."""
    session = current_session()
    with st.container(key="graph-screen"):
        left, right = st.columns([1, 3], gap="large")
    with left:
        _search(desk, session)
    with right:
        opened = tuple(id_ for id_ in session.opened if id_ in desk.case.standing) or first_opened(desk.case)
        if opened:
            _show_opened(desk, session, opened)


def _search(desk: Desk, session: Session) -> None:
    text = st.text_input("Find an element", placeholder="Name, acronym or number")
    kinds = st.multiselect("Kinds", sorted(ELEMENTS), format_func=str.capitalize, placeholder="All kinds")
    found = found_elements(desk.case, text, [ElementKind(kind) for kind in kinds])
    session.search(text, found)
    follow(desk, show_sheet(found_sheet(found, text), "found"))


def _show_opened(desk: Desk, session: Session, opened: tuple[str, ...]) -> None:
    drawing = neighbour_drawing(desk.case, opened)
    words = drawing_words(drawing)
    chosen = show_graph(drawing, "neighbours", words)
    show_sheet(Node("p", words, "fine"), "drawn")
    if chosen:
        session.opened = opened
        session.open_element(chosen, alone=False)
        st.rerun()
    if len(opened) > 1 and st.button("Show only this element and its neighbours"):
        session.open_element(opened[-1], alone=True)
        st.rerun()
    element = desk.case.elements[opened[-1]]
    follow(desk, show_sheet(element_sheet(desk.case, element, standing(desk, element)), "element"))
