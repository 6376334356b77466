"""What one visitor has asked and opened: the only state of the page that no widget holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from secrets import token_urlsafe

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assistant import Answer
from graph.case import Switches
from graph.elements import Element

_KEY, _NAME, _TALK = "loadpath", "loadpath-name", "talk"
_NAME_BYTES = 16
_NAMED = re.compile(r"[\w-]{22}", re.ASCII)
_MOST_KEPT = 64


@dataclass
class Session:
    """The talk so far, the turn on show, the question that waits to be asked, and what the graph screen has open.

    `tab`: the connection of the browser's tab that it is shown in; none before the first.
    """

    case: str | None = None
    switches: Switches = field(default_factory=Switches)
    turns: tuple[Answer, ...] = ()
    turn: int = -1
    waiting: str | None = None
    opened: tuple[str, ...] = ()
    searched: str = ""
    tab: str = ""

    def choose_case(self, case: str) -> None:
        """Go to a case; the talk and what was opened belong to the one before."""
        if case != self.case:
            self.case, self.turns, self.turn, self.waiting, self.opened = case, (), -1, None, ()

    def take_question(self) -> str | None:
        """The question that waits, which then waits no longer."""
        question, self.waiting = self.waiting, None
        return question

    def add_turn(self, answer: Answer) -> None:
        """Put an answer at the end of the talk, on show."""
        self.turns = (*self.turns, answer)
        self.turn = len(self.turns) - 1

    def show_turn(self, place: str) -> None:
        """Put an earlier turn on show; a place that is none changes nothing."""
        if place in map(str, range(len(self.turns))):
            self.turn = int(place)

    def open_element(self, id_: str, *, alone: bool) -> None:
        """Open an element in the graph, beside those that are open or `alone`; the last opened one is chosen."""
        others = () if alone else tuple(other for other in self.opened if other != id_)
        self.opened = (*others, id_)

    def search(self, text: str, found: Sequence[Element]) -> None:
        """Open what a new search found first; the same search again, or one for no text, changes nothing."""
        if text.strip() and text != self.searched and found:
            self.open_element(found[0].id, alone=True)
        self.searched = text


def current_session() -> Session:
    """The state of this tab, made at the first visit; the page's address names it, so that a reload finds it again."""
    if _KEY not in st.session_state:
        st.session_state[_NAME], st.session_state[_KEY] = _begun(st.query_params.get(_TALK, ""))
    if st.query_params.get(_TALK) != st.session_state[_NAME]:
        st.query_params[_TALK] = st.session_state[_NAME]
    session: Session = st.session_state[_KEY]
    return session


def _begun(named: str) -> tuple[str, Session]:
    """The talk of this name; where another tab shows it, one that goes on from it under a name of its own."""
    context = get_script_run_ctx()
    tab = context.session_id if context else ""
    name = named if _NAMED.fullmatch(named) else token_urlsafe(_NAME_BYTES)
    session = _kept(name)
    if session.tab != tab and runtime.exists() and runtime.get_instance().is_active_session(session.tab):
        name = token_urlsafe(_NAME_BYTES)
        session, shown = _kept(name), session
        vars(session).update(vars(shown))
    session.tab = tab
    return name, session


@st.cache_resource(show_spinner=False, max_entries=_MOST_KEPT)
def _kept(name: str) -> Session:  # noqa: ARG001  the name is what it is kept under
    """The state of this name, kept in the memory of the server and nowhere else; a new one for a name not met yet."""
    return Session()
