"""What was understood, in the graph's names, and the one sentence of an answer that has no facts to show."""

from __future__ import annotations

from typing import assert_never

from assistant.answer import Answer, Role, Statement, Status
from assistant.dialogue import subjects_of
from assistant.intents import (
    AmbiguousMention,
    Compare,
    FindingsOn,
    Impact,
    Intent,
    ListElements,
    OpenQuestion,
    PathBetween,
    Rings,
    Scenario,
    Standing,
    UnknownName,
    Who,
    WhoSaid,
)
from assistant.scope import Scope
from assistant.wording import called, in_words, listed, plural, verb
from graph.elements import ElementKind, RelationType


def read_as(intent: Intent, scope: Scope) -> str:
    """'impact of "file mode of the weights bucket" (dependency) · all relations · case tern-2026-03'."""
    return f"{_asked(intent, scope)} · {scope.words()} · case {scope.case.head.id}"


def _asked(intent: Intent, scope: Scope) -> str:
    name = intent.asks.replace("_", " ")
    match intent:
        case Impact():
            scenario = "" if intent.scenario is Scenario.FAILS else f" ({intent.scenario})"
            text = f"impact of {_quoted(intent.failed, scope)}{scenario}"
        case Who():
            text = f"who {intent.role}: {_quoted(intent.subjects, scope)}"
        case PathBetween():
            text = f"path from {_quoted((intent.start,), scope)} to {_quoted((intent.end,), scope)}"
        case Compare():
            text = f"comparison of {_quoted((intent.first, intent.second), scope)}"
        case ListElements():
            text = _list(intent, scope)
        case FindingsOn():
            text = _findings(intent, scope)
        case OpenQuestion():
            text = "what the passages say"
        case WhoSaid():
            text = f"who said: {intent.words}"
        case Standing():
            text = f"strength of every {' or '.join(sorted(intent.kinds))}"
        case Rings():
            text = "support that runs in a ring"
        case UnknownName() | AmbiguousMention():
            text = f'{name} of "{intent.name}"'
        case _:
            subjects = subjects_of(intent)
            text = f"{name} of {_quoted(subjects, scope)}" if subjects else name
    return text


def _list(intent: ListElements, scope: Scope) -> str:
    what = listed(tuple(sorted(plural(kind.value) for kind in intent.kinds))) if intent.kinds else "elements"
    if intent.joined:
        other = _quoted((intent.joined,), scope)
        return (
            f"list of {what} joined to {other} by {_verbs(intent.by)}"
            if intent.by
            else f"list of {what} beneath {other}"
        )
    only = f" that only documents of the kind {intent.only_in} name" if intent.only_in else ""
    lacking = f" without {_verbs(intent.lacking)}" if intent.lacking else ""
    return f"list of {what}{only}{lacking}" + (f" with the words: {intent.words}" if intent.words else "")


def _verbs(types: frozenset[RelationType]) -> str:
    return " or ".join(f'"{verb(type_, ElementKind.CLAIM)}"' for type_ in sorted(types))


def _findings(intent: FindingsOn, scope: Scope) -> str:
    who = f" by {_quoted(intent.by, scope)}" if intent.by else ""
    about = f" on {_quoted(intent.subjects, scope)}" if intent.subjects else ""
    return f"{'limits that the documents state themselves' if intent.own else 'findings'}{who}{about}"


def _quoted(ids: tuple[str, ...], scope: Scope) -> str:
    return listed(tuple(f'"{called(e)}" ({e.kind})' for e in scope.elements(ids)))


def refusal(answer: Answer, intent: Intent) -> Answer:
    """The answer with the sentence that says which way of having no answer this is."""
    text = _refusal(answer, intent)
    return answer.model_copy(update={"statements": (Statement(text=text, role=Role.HEADLINE),)})


def _refusal(answer: Answer, intent: Intent) -> str:
    match answer.status:
        case Status.UNKNOWN_ELEMENT:
            name = intent.name if isinstance(intent, UnknownName) else "that"
            near = f" Nearest: {', '.join(answer.suggestions)}." if answer.suggestions else " No name is near it."
            return f'I know no "{name}".{near}'
        case Status.AMBIGUOUS:
            name = intent.name if isinstance(intent, AmbiguousMention) else "that"
            return f'"{name}" is one of {in_words(len(answer.suggestions))}: {", ".join(answer.suggestions)}. Which is meant?'
        case Status.NOT_UNDERSTOOD:
            return f"This could not be read as a question about the case. Try: {' · '.join(answer.suggestions)}"
        case _ if answer.withheld:
            return "What was found does not stand and is withheld."
        case Status.NOT_IN_DOCUMENTS | Status.ANSWERED | Status.NOTHING_BREAKS:
            return "No document of this case says that."
        case other:
            assert_never(other)
