"""The screen of the person in charge: what awaits a decision, what was decided, and what documents gave nothing."""

from __future__ import annotations

import streamlit as st

from graph.analysis.proposals import Standing
from graph.coverage import coverage
from graph.elements import ELEMENTS, ElementKind
from ui.components.sheet import show_sheet
from ui.screens.desk import Desk, weighed
from ui.screens.frame import framed
from ui.screens.presses import follow
from ui.views.coverage import coverage_sheet
from ui.views.review import chosen_proposals, history_sheet, proposals_sheet
from ui.views.sheet import Node


@framed
def review(desk: Desk) -> None:
    """Decide on what was read, and see what was decided and what was not read."""
    show_sheet(Node("h1", "What was read, and what people decided"), "title")
    proposals, decisions, covered = st.tabs(["To decide", "Decisions", "Coverage"])
    with proposals:
        _show_proposals(desk)
    with decisions:
        follow(desk, show_sheet(history_sheet(desk.case), "decisions"))
    with covered:
        documents = [
            document for document in desk.case.documents.values() if document.id in desk.case.current_documents
        ]
        found = [(document, coverage(desk.case, document.id)) for document in documents]
        follow(desk, show_sheet(coverage_sheet(found), "coverage"))


def _show_proposals(desk: Desk) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        standing = st.selectbox("Status", list(Standing), format_func=str.capitalize)
        kinds = st.multiselect("Kinds", sorted(ELEMENTS), format_func=str.capitalize, placeholder="All, and relations")
        every = st.toggle("Show all")
    rows = chosen_proposals(weighed(desk), standing or Standing.PROPOSED, frozenset(map(ElementKind, kinds)))
    follow(desk, show_sheet(proposals_sheet(desk.case, rows, every=every), "proposals"))
