"""What an element is: what its passages say, what it rests on and how, who has to do with it."""

from __future__ import annotations

from assistant.answer import Status
from assistant.facts.evidence import premises
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.steps import answer_elements, headed, joined, lacks, said, step
from assistant.intents import Describe
from assistant.scope import Scope
from assistant.wording import duration
from graph.elements import HELD_UP, RelationType

R = RelationType
AROUND = (
    R.DEPENDS_ON,
    R.OWNED_BY,
    R.OPERATED_BY,
    R.ALERTS,
    R.EVALUATED_BY,
    R.ESCALATES_TO,
    R.MEMBER_OF,
    R.RAISED_BY,
    R.DISPUTES,
    R.QUALIFIES,
    R.AGREES_WITH,
    R.IMPROVES,
    R.REPLACES,
    R.BACKS_UP,
    R.INVALIDATES,
)


def describe_facts(intent: Describe, scope: Scope) -> Facts:
    """Each subject with its passages, premises and operator; `elements` are the premises where parts are asked for."""
    told: list[Fact] = []
    parts: dict[str, None] = {}
    for subject in intent.subjects:
        lines = list(joined(scope, subject, out=[R.SUPPORTED_BY]))
        parts.update({r.target: None for r in lines})
        own = list(said(scope.case, subject)) or [lacks(scope.case, subject, "more than its name")]
        whole = [premises(subject, lines, scope)] if lines else []
        told += whole + own if intent.parts else own + whole
        told += _figures(subject, scope)
        told += [step(r, scope.case, subject) for r in (*lines, *joined(scope, subject, out=AROUND))]
    shown = parts if intent.parts and parts else dict.fromkeys(intent.subjects)
    return Facts(
        Status.ANSWERED,
        intent.subjects,
        headed(told),
        elements=answer_elements(scope.elements(shown)),
    )


def _figures(subject: str, scope: Scope) -> list[Fact]:
    """What an assertion is worth as things stand, and how long a pathway can be reversed."""
    element, here = scope.case.elements[subject], (alone(subject),)
    told = []
    if element.kind in HELD_UP and scope.structure.strength(subject) is not None:
        told.append(Fact(Says.WORTH, (subject,), strengths=(scope.structure.strength(subject),), chains=here))
    if element.window_s is not None:
        told.append(Fact(Says.WINDOW, (subject,), words=(duration(element.window_s),), chains=here))
    return told
