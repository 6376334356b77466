"""A drawing of elements and relations: clicks and keys choose an element. Drawn by cytoscape.js (see LICENSE-cytoscape).

`cytoscape.min.js` is version 3.34.4 of the npm package `cytoscape`, unchanged, under the MIT licence.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.views.drawing import Drawing, drawing_data

_HERE = Path(__file__).parent
_ROW_HEIGHT, _FRAME, _LEAST, _HIGHEST = 74, 60, 180, 560
_show = st.components.v2.component(
    "loadpath_graph",
    html=(_HERE / "graph.html").read_text(encoding="utf-8"),
    css=(_HERE / "graph.css").read_text(encoding="utf-8"),
    js="\n".join((_HERE / name).read_text(encoding="utf-8") for name in ("cytoscape.min.js", "graph.js")),
    isolate_styles=False,
)


def show_graph(drawing: Drawing, key: str, spoken: str) -> str | None:
    """Draw it; the id of the element that was chosen since the last run, or None. `spoken`: read out instead."""
    height = min(max(drawing.rows * _ROW_HEIGHT + _FRAME, _LEAST), _HIGHEST)
    data = {**drawing_data(drawing), "height": height, "spoken": spoken}
    chosen = _show(key=key, data=data, on_chosen_change=_nothing).get("chosen")
    return chosen if any(spot.id == chosen for spot in drawing.spots) else None


def _nothing() -> None:
    """A choice only runs the page again."""
