"""Commands that answer in sentences: ask, impact."""

from __future__ import annotations

import argparse

from assistant import Answer, Impact, Scope, Turn, ask, check_question, reply
from graph.case import Switches
from graph.search import element_named
from ui.files import named
from ui.history import read_turns, write_turns
from ui.settings import Settings
from ui.terminal import colours, show, show_json, width
from ui.views.answers import answer_lines
from ui.wiring import chosen_assistant, load_case


def run_questions(options: argparse.Namespace, settings: Settings) -> int:
    """Run ask or impact and print the answer; 0, whatever the answer's status."""
    answer = _impact(options, settings) if options.command == "impact" else _ask(options, settings)
    if options.json:
        show_json(answer.model_dump(mode="json", exclude={"question"} if answer.question is None else None))
    else:
        show(answer_lines(answer, colour=colours(), width=width()))
    return 0


def _ask(options: argparse.Namespace, settings: Settings) -> Answer:
    check_question(options.question)
    path = None if options.history is None else named(options.history)
    turns = read_turns(path) if path else ()
    answer = ask(
        options.question, _scope(options, settings), history=turns, assistant=chosen_assistant(options.assistant)
    )
    if path:
        write_turns(path, (*turns, Turn(question=options.question, answer=answer)))
    return answer


def _impact(options: argparse.Namespace, settings: Settings) -> Answer:
    scope = _scope(options, settings)
    failed = tuple(dict.fromkeys(element_named(scope.case, name).id for name in options.names))
    return reply(Impact(failed), scope)


def _scope(options: argparse.Namespace, settings: Settings) -> Scope:
    return Scope(load_case(settings), Switches(basis=options.basis, status=options.status))
