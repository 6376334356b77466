"""What documents say in two ways: different owners of one thing, and different values of one field."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import Role
from assistant.facts.fact import Fact, Says, alone
from assistant.facts.steps import joined
from assistant.scope import Scope
from assistant.wording import verb
from graph.case import Case
from graph.checks import Problem, ProblemKind, problems
from graph.elements import Relation, RelationType

R = RelationType


def contradiction_facts(scope: Scope) -> Iterator[Fact]:
    """Every contradiction between documents that the check of a case finds, and every pair of different owners."""
    for problem in problems(scope.structure):
        if problem.kind is ProblemKind.CONTRADICTION:
            yield _two_ways(problem, scope.case)
    for element in scope.case.standing:
        yield from other_owners(element, scope)


def _two_ways(problem: Problem, case: Case) -> Fact:
    """A field of an element or relation with what each document says of it."""
    if problem.elements:
        about = case.elements[problem.elements[0]]
        words = problem.message.removeprefix(f"{about.name} ({about.kind}): ")
    else:
        relation = case.relations[problem.relations[0]]
        about, target = case.elements[relation.source], case.elements[relation.target]
        said = problem.message.removeprefix(f"{about.name} {relation.type} {target.name}: ")
        words = f"{verb(relation.type, target.kind)} {target.name}, {said}"
    return Fact(Says.DIFFER, (about.id,), words=(words,), chains=(alone(about.id),), passages=problem.passages)


def other_owners(subject: str, scope: Scope) -> Iterator[Fact]:
    """That different documents name different owners; two that one document names own it together."""
    relations = joined(scope, subject, out=[R.OWNED_BY])
    apart = [r for r in relations if all(_apart(r, other, scope.case) for other in relations if other is not r)]
    if len(apart) > 1:
        yield Fact(
            Says.DIFFER,
            (subject, *(relation.target for relation in apart)),
            words=("each named as its owner, by different documents",),
            chains=(alone(subject),),
            passages=tuple(p.id for r in apart for p in scope.case.quotes(r)[:1]),
            role=Role.CAREFUL,
        )


def _apart(relation: Relation, other: Relation, case: Case) -> bool:
    """Are both of one kind, and named by different documents? Somebody may own what the team of his own does."""
    if case.elements[relation.target].kind is not case.elements[other.target].kind:
        return False
    documents = ({passage.document for passage in case.quotes(each)} for each in (relation, other))
    return next(documents).isdisjoint(next(documents))
