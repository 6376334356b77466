"""A sheet on screen: text is set as text, so nothing that a document says can act; presses come back as acts."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from pydantic import ValidationError

from ui.views.sheet import Act, Node, node_data

_HERE = Path(__file__).parent
_show = st.components.v2.component(
    "loadpath_sheet",
    html='<div class="sheet"></div>',
    css=(_HERE / "sheet.css").read_text(encoding="utf-8"),
    js=(_HERE / "sheet.js").read_text(encoding="utf-8"),
)


def show_sheet(node: Node, key: str) -> Act | None:
    """Put a sheet on the page; what was pressed since the last run, or None."""
    pressed = _show(key=key, data=node_data(node), on_act_change=_nothing)
    try:
        return Act.model_validate(pressed.get("act")) if pressed.get("act") else None
    except ValidationError:
        return None


def _nothing() -> None:
    """A press only runs the page again."""
