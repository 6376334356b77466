"""The first screen: a question in plain words, and the answer with the sentences that it rests on."""

from __future__ import annotations

import streamlit as st

from assistant import Answer
from graph.elements import ElementKind
from ui.components.graph_view import show_graph
from ui.components.sheet import show_sheet
from ui.screens.desk import Desk, answer_question, most_load_bearing, standing
from ui.screens.downloads import offer_answer
from ui.screens.frame import framed
from ui.screens.presses import follow
from ui.screens.session import Session, current_session
from ui.views.answer_sheet import answer_sheet, headline_sheet
from ui.views.drawing import answer_drawing, drawing_words
from ui.views.sheet import Act, ActKind, Node
from ui.views.talk import closing_sheet, opening_sheet, question_sheet, reading


@framed
def ask(desk: Desk) -> None:
    """Ask, and read what breaks."""
    session = current_session()
    with st.container():
        question = st.chat_input("What breaks if …", key="question") or session.take_question()
    if question:
        session.add_turn(answer_question(desk, question, session.turns))
    if session.turns:
        _show_turn(desk, session)
    else:
        pathways = [(pathway, standing(desk, pathway)) for pathway in desk.case.of_kind(ElementKind.PATHWAY)]
        follow(desk, show_sheet(opening_sheet(pathways, most_load_bearing(desk)), "opening"))


def _show_turn(desk: Desk, session: Session) -> None:
    answer = session.turns[session.turn]
    show_sheet(question_sheet(answer), "asked")
    _show_reading(session, answer)
    follow(desk, show_sheet(headline_sheet(answer), "headline"))
    drawing = answer_drawing(desk.case, answer)
    if drawing.lines:
        words = drawing_words(drawing)
        chosen = show_graph(drawing, "drawing", words)
        show_sheet(Node("p", words, "fine"), "drawn")
        follow(desk, Act(kind=ActKind.SHOW, value=chosen) if chosen else None)
    follow(desk, show_sheet(answer_sheet(desk.case, answer), "answer"))
    offer_answer(answer)
    follow(desk, show_sheet(closing_sheet(session.turns, session.turn), "closing"))


def _show_reading(session: Session, answer: Answer) -> None:
    if answer.read_as:
        words, scope = reading(answer)
        label = f"Read as (counting {scope})"
        edited = st.text_input(label, words, key=f"read-as-{session.turn}", help="Change it to ask again.")
        if edited.strip() and edited != words:
            session.waiting = edited
            st.rerun()
