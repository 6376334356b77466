"""What critics say of an element or dispute, and what the documents admit themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.answer import Role, Status
from assistant.facts.contradictions import contradiction_facts
from assistant.facts.fact import Fact, Facts, Says, alone
from assistant.facts.open_questions import said_at
from assistant.facts.steps import answer_elements, headed, headline, joined, lacks, said, step
from assistant.intents import FindingsOn
from assistant.retrieval import Entry, senses
from assistant.scope import Scope
from assistant.wording import plural
from graph.elements import ElementKind, Relation, RelationType

R = RelationType
STANCES = (R.DISPUTES, R.QUALIFIES, R.AGREES_WITH)
LIMITS = senses("limitations limits caveats uncertainties weaknesses gaps shortcomings reservations")


def finding_facts(intent: FindingsOn, scope: Scope) -> Facts:
    """The findings with what each is aimed at; that no document has any, where there is none."""
    if intent.own:
        return _admitted(intent, scope)
    stances = (intent.stance,) if intent.stance else STANCES
    findings = _findings(intent, stances, scope)
    of_all = intent == FindingsOn(stance=R.DISPUTES)
    told = [replace(fact, role=Role.DETAIL) for fact in contradiction_facts(scope)] if of_all else []
    if not findings and not told:
        return _none(intent, scope)
    apart = {id_: None for fact in told for id_ in fact.elements}
    targets: dict[str, None] = {}
    for finding in findings:
        aimed = _aimed(finding, stances, intent=intent, scope=scope)
        told += said(scope.case, finding, 1) or [lacks(scope.case, finding, "more than its name")]
        told += [
            step(relation, scope.case, finding) for relation in (*aimed, *joined(scope, finding, out=[R.RAISED_BY]))
        ]
        targets.update({relation.target: None for relation in aimed})
    aimed_at = tuple(_of_kinds(targets, intent, scope))
    shown = dict.fromkeys((*aimed_at, *findings) if intent.kinds else (*apart, *findings, *targets))
    return Facts(
        Status.ANSWERED,
        intent.subjects or intent.by,
        (_total(aimed_at, intent), *told) if aimed_at else headed(told),
        elements=answer_elements(scope.elements(shown)),
    )


def _total(targets: tuple[str, ...], intent: FindingsOn) -> Fact:
    """How many elements of the kinds asked for a finding is aimed at."""
    kind = next(iter(intent.kinds)).value if len(intent.kinds) == 1 else "element"
    does = {R.DISPUTES: "disputes", R.AGREES_WITH: "agrees with", R.QUALIFIES: "qualifies"}
    how = f"a finding {does[intent.stance]}" if intent.stance in does else "a finding is about"
    return Fact(
        Says.LISTED_SUM,
        targets,
        numbers=(len(targets),),
        words=(f"{kind if len(targets) == 1 else plural(kind)} that {how}",),
        chains=tuple(map(alone, targets)),
        role=Role.HEADLINE,
    )


def _findings(intent: FindingsOn, stances: tuple[RelationType, ...], scope: Scope) -> tuple[str, ...]:
    case = scope.case
    found = [finding.id for finding in case.of_kind(ElementKind.FINDING)]
    if intent.by:
        members = [r.source for critic in intent.by for r in joined(scope, critic, into=[R.MEMBER_OF])]
        raised = _raised_by(intent.by, scope) or _raised_by(members, scope)
        found = [finding for finding in found if finding in raised]
    subjects = [subject for subject in intent.subjects if subject not in found]
    if subjects:
        about = {r.source for subject in subjects for r in joined(scope, subject, into=stances)}
        found = [f for f in found if f in about] or [f for f in found if _speaks_of(f, subjects, scope)]
    elif intent.subjects:
        found = [finding for finding in found if finding in intent.subjects]
    if intent.stance or intent.kinds:
        found = [finding for finding in found if _aimed(finding, stances, intent=intent, scope=scope)]
    return tuple(found)


def _raised_by(critics: Iterable[str], scope: Scope) -> set[str]:
    return {relation.source for critic in critics for relation in joined(scope, critic, into=[R.RAISED_BY])}


def _speaks_of(finding: str, subjects: list[str], scope: Scope) -> bool:
    """Do the words of a finding name one of the subjects?"""
    element = scope.case.elements[finding]
    words = senses(" ".join((element.name, element.text, *(p.text for p in scope.case.quotes(element)))))
    return any(senses(other.name) <= words for other in scope.elements(subjects))


def _aimed(
    finding: str, stances: tuple[RelationType, ...], *, intent: FindingsOn, scope: Scope
) -> tuple[Relation, ...]:
    found = joined(scope, finding, out=stances)
    elements = scope.case.elements
    return tuple(r for r in found if not intent.kinds or elements[r.target].kind in intent.kinds)


def _of_kinds(targets: dict[str, None], intent: FindingsOn, scope: Scope) -> Iterator[str]:
    return (target for target in targets if scope.case.elements[target].kind in intent.kinds)


def _none(intent: FindingsOn, scope: Scope) -> Facts:
    subjects = (*intent.subjects, *intent.by)
    lack = "what would invalidate it" if intent.own else "any finding of that sort"
    facts = tuple(headline(lacks(scope.case, subject, lack)) for subject in subjects)
    return Facts(Status.NOT_IN_DOCUMENTS, subjects, facts)


def _admitted(intent: FindingsOn, scope: Scope) -> Facts:
    """Findings that nobody else raised, triggers, and passages under headings that speak of limits."""
    case = scope.case
    own = [f.id for f in case.of_kind(ElementKind.FINDING) if not joined(scope, f.id, out=[R.RAISED_BY])]
    own += [trigger.id for trigger in case.of_kind(ElementKind.TRIGGER)]
    if intent.subjects:
        own = [id_ for id_ in own if {r.target for r in case.outgoing.get(id_, ())} & set(intent.subjects)]
    limits = () if intent.subjects else _limits(scope)
    own += [id_ for entry in limits for id_ in scope.passages.elements_at(entry)[:1]]
    shown = tuple(dict.fromkeys(own))
    told = [fact for id_ in shown for fact in said(case, id_, 1)]
    told += [said_at(entry, scope.passages.elements_at(entry)[0], scope) for entry in limits]
    told += [step(r, case, id_) for id_ in shown for r in joined(scope, id_, out=[*STANCES, R.INVALIDATES])]
    if not told:
        return _none(intent, scope)
    return Facts(
        Status.ANSWERED,
        intent.subjects,
        headed(told),
        elements=answer_elements(scope.elements(shown)),
    )


def _limits(scope: Scope) -> tuple[Entry, ...]:
    """The first sentence of every section whose heading speaks of limits, or that stands under such a one."""
    first: dict[tuple[str, str | None], Entry] = {}
    for entry in scope.passages.under_heading(LIMITS):
        if scope.passages.elements_at(entry):
            first.setdefault((entry.passage.document, entry.passage.section), entry)
    return tuple(first.values())
