"""What can be taken away from the page as a file: an answer and the case, as they are shown."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assistant import Answer
from graph.case import Case
from graph.interchange.json import export_case
from ui.views.answer_markdown import answer_markdown


def offer_answer(answer: Answer) -> None:
    """Buttons that save an answer as Markdown and as JSON."""
    files = (
        ("Markdown", "md", "text/markdown", answer_markdown(answer)),
        ("JSON", "json", "application/json", answer.model_dump_json(indent=1)),
    )
    with st.container(horizontal=True):
        for name, ending, kind, text in files:
            st.download_button(f"Save as {name}", text, f"answer.{ending}", kind, on_click="ignore", type="tertiary")


def offer_case(case: Case) -> None:
    """A button that saves the whole case as JSON, which is written when it is pressed."""
    whole = partial(export_case, case)
    st.download_button("Export case", whole, f"{case.head.id}.json", "application/json", on_click="ignore")
