"""A question in, a cited answer out, in four steps: plan, find, write, verify."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Named, Role, Status, Withheld
from assistant.dialogue import Turn, after, completed
from assistant.errors import UnusableQuestion
from assistant.facts.fact import Facts
from assistant.findings import find
from assistant.followups import followups
from assistant.halves import both, planned
from assistant.intents import Context, Intent, Planner
from assistant.numbering import Numbering
from assistant.planners.phrasing import PhrasingPlanner
from assistant.reading import read_as, refusal
from assistant.scope import Scope
from assistant.verify import verify
from assistant.writers.template import TemplateWriter
from assistant.writing import Writer

LONGEST = 10_000
TURNS = 8


@dataclass(frozen=True)
class Assistant:
    """A planner and a writer that go together."""

    planner: Planner
    writer: Writer


OFFLINE = Assistant(PhrasingPlanner(), TemplateWriter())


def ask(question: str, scope: Scope, *, history: Sequence[Turn] = (), assistant: Assistant = OFFLINE) -> Answer:
    """The answer to a question about a case; UnusableQuestion where it is empty or too long."""
    check_question(question)
    question = spelled_out(question, history, scope)
    asked = planned(question, scope, context_of(history, scope, assistant.planner), planner=assistant.planner)
    if len(asked) == 1:
        return reply(asked[0][1], scope, question=question, assistant=assistant)
    intents = tuple(intent for _, intent in asked)
    first, second = (find(intent, scope, text) for text, intent in asked)
    return _answer(intents, both(first, second), scope, question=question, assistant=assistant)


def reply(intent: Intent, scope: Scope, *, question: str | None = None, assistant: Assistant = OFFLINE) -> Answer:
    """The answer to an intent: found, written and verified."""
    return _answer((intent,), find(intent, scope, question), scope, question=question, assistant=assistant)


def _answer(
    intents: tuple[Intent, ...], facts: Facts, scope: Scope, *, question: str | None, assistant: Assistant
) -> Answer:
    intent = intents[0]
    sentences = assistant.writer.write(question, facts, scope.case)
    shown, withheld = verify(sentences, facts, scope.case)
    numbering = Numbering(scope.case)
    statements = [numbering.statement(sentence, facts) for sentence in shown]
    outcomes = tuple(map(numbering.outcome, facts.outcomes))
    answer = Answer(
        question=question,
        assistant=assistant.planner.name,
        status=facts.status,
        intent=intent.asks,
        read_as=read_as(intent, scope, *intents[1:]),
        subjects=_named(facts, scope),
        statements=tuple(sorted(statements, key=lambda statement: list(Role).index(statement.role))),
        pathways=outcomes,
        intact=facts.intact,
        elements=facts.elements,
        paths=numbering.paths(),
        citations=numbering.citations(),
        withheld=tuple(Withheld(text=sentence.text, why=why) for sentence, why in withheld),
        suggestions=facts.suggestions,
    )
    if not answer.statements:
        return refusal(answer, intent)
    return answer.model_copy(update={"followups": followups(intent, answer, scope)})


def check_question(question: str) -> None:
    """UnusableQuestion where a question is empty or longer than can be one."""
    if not question.strip():
        raise UnusableQuestion("the question is empty", 'Ask something, for example "What breaks if X fails?".')
    if len(question) > LONGEST:
        raise UnusableQuestion(
            f"the question has {len(question):,} characters; {LONGEST:,} is the most",
            "Ask in a few sentences; documents are read by `loadpath ingest`.",
        )


def context_of(history: Sequence[Turn], scope: Scope, planner: Planner) -> Context:
    """What was said before: the last questions planned one after the other, and what the last one found."""
    context = Context()
    recent = history[-TURNS:]
    for place, turn in enumerate(recent):
        if turn.answer.status in {Status.ANSWERED, Status.NOTHING_BREAKS, Status.NOT_IN_DOCUMENTS}:
            found = tuple(e.id for e in turn.answer.elements if e.id in scope.case.standing)
            question = spelled_out(turn.question, recent[:place], scope)
            intent = planned(question, scope, context, planner=planner)[0][1]
            context = after(context, intent, question=question, found=found)
    return context


def spelled_out(question: str, history: Sequence[Turn], scope: Scope) -> str:
    """A question as it is meant after "Which is meant?": the pending one, asked of the element that is named."""
    pending = ""
    for turn in history[-TURNS:]:
        asked = completed(turn.question, pending, scope)
        pending = asked if turn.answer.status is Status.AMBIGUOUS else ""
    return completed(question, pending, scope)


def _named(facts: Facts, scope: Scope) -> tuple[Named, ...]:
    return tuple(Named(id=e.id, name=e.name, kind=e.kind) for e in scope.elements(facts.subjects))
