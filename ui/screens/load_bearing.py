"""The table of load-bearing elements: what carries the case, and what of it nobody keeps track of."""

from __future__ import annotations

import streamlit as st

from graph.elements import THINGS, ElementKind, Strength
from ui.components.sheet import show_sheet
from ui.screens.desk import Desk, ranking
from ui.screens.frame import framed
from ui.screens.presses import follow
from ui.views.bearing import chosen_rows
from ui.views.ranking import ranking_sheet
from ui.views.sheet import Node

TODAY = "What each has today"


@framed
def load_bearing(desk: Desk) -> None:
    """Rank what the pathways rest on."""
    show_sheet(Node("h1", "What carries the most"), "title")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kinds = st.multiselect("Kinds", sorted(THINGS), format_func=str.capitalize, placeholder="All that can fail")
        level = st.selectbox("Level to hold", (TODAY, *(s for s in Strength if s is not Strength.NONE)))
        untracked = st.toggle("Untracked only")
        every = st.toggle("Show every row")
    found = ranking(desk, frozenset(map(ElementKind, kinds)) or THINGS, None if level == TODAY else Strength(level))
    follow(
        desk,
        show_sheet(ranking_sheet(found, chosen_rows(found, top=None, untracked=untracked), every=every), "ranking"),
    )
