"""What a screen works on: the case that is meant, loaded once for each of its revisions, and what is asked of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from assistant import Answer, Scope, Turn
from assistant import ask as put_question
from graph.analysis import Ranking, nothing_beneath, rank
from graph.analysis.proposals import Weighed, by_weight
from graph.analysis.verdict import strength_of
from graph.case import Case, CaseHead, Switches
from graph.elements import THINGS, Element, ElementKind, Strength
from ui.screens.session import Session
from ui.settings import read_settings
from ui.views.standing import Standing
from ui.wiring import chosen_assistant, chosen_case, open_store


@dataclass(frozen=True)
class CaseKey:
    """Which state of which case, and what of it counts: whatever is worked out for one key stays right."""

    store: str
    case: str
    revision: int
    switches: Switches


@dataclass(frozen=True)
class Desk:
    """The case that is meant under the session's switches, and all cases to choose from, newest first."""

    key: CaseKey
    scope: Scope
    cases: tuple[CaseHead, ...]

    @property
    def case(self) -> Case:
        """The case."""
        return self.scope.case


def open_desk(session: Session) -> Desk:
    """The desk of this session; LoadpathError where there is no store, no case or neither can be read."""
    settings = read_settings(os.environ, Path.cwd())
    store = open_store(settings)
    cases = store.cases()
    known = {head.id for head, _ in cases}
    case = session.case if session.case in known else chosen_case(store, settings)
    session.choose_case(case)
    revision = next((number for head, number in cases if head.id == case), -1)
    key = CaseKey(settings.store, case, revision, session.switches)
    return Desk(key, _scope(key), tuple(head for head, _ in cases))


def answer_question(desk: Desk, question: str, talk: Sequence[Answer]) -> Answer:
    """The answer to a question after what was said in the talk; UnusableQuestion where it is empty or too long."""
    history = [Turn(question=answer.question, answer=answer) for answer in talk if answer.question]
    return put_question(question, desk.scope, history=history, assistant=chosen_assistant("offline"))


def ranking(desk: Desk, kinds: frozenset[ElementKind], level: Strength | None) -> Ranking:
    """What carries the most in this case; level None: what each pathway has today."""
    return _ranking(desk.key, tuple(sorted(kinds)), level)


def standing(desk: Desk, element: Element) -> Standing:
    """How an element stands when nothing has failed."""
    structure = desk.scope.structure
    rank_today = structure.ranks[structure.position[element.id]]
    return Standing(strength_of(rank_today), nothing_beneath(desk.case, element.id))


def most_load_bearing(desk: Desk) -> tuple[str, ...]:
    """The names of the three elements that carry the most."""
    rows = ranking(desk, THINGS, None).rows[:3]
    return tuple(desk.case.elements[row.element].name for row in rows)


def weighed(desk: Desk) -> tuple[Weighed, ...]:
    """Everything that was read, by how much hangs on it."""
    return _weighed(desk.key)


@st.cache_resource(show_spinner="Loading the case …", max_entries=6)
def _scope(key: CaseKey) -> Scope:
    settings = read_settings(os.environ, Path.cwd()).model_copy(update={"store": key.store})
    return Scope(open_store(settings).load(key.case), key.switches)


@st.cache_resource(show_spinner="Working out what hangs on what …", max_entries=6)
def _weighed(key: CaseKey) -> tuple[Weighed, ...]:
    return by_weight(_scope(key).case)


@st.cache_resource(show_spinner="Working out what carries the most …", max_entries=24)
def _ranking(key: CaseKey, kinds: tuple[ElementKind, ...], level: Strength | None) -> Ranking:
    return rank(_scope(key).structure, kinds=frozenset(kinds), level=level)
