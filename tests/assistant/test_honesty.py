"""Whatever the case holds: nothing is said without a path, and no quote differs from its passage."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Answer, Scope, reply
from assistant.answer import Status
from assistant.intents import (
    AboutElements,
    Aspect,
    Compare,
    Describe,
    EvidenceFor,
    FindingsOn,
    Impact,
    ListElements,
    PathBetween,
    Ranking,
    Rings,
    SoleSupports,
    Standing,
    Who,
    WhoRole,
    WhoSaid,
)
from assistant.quoting import CUT
from graph.analysis import Verdict
from graph.case import Case
from graph.elements import AGENTS, HELD_UP, ElementKind
from tests.strategies import cases

MODEST = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def intents(case: Case) -> list[AboutElements]:
    """A question of every sort about the first elements of a case."""
    ids = tuple(case.standing)
    first, last = ids[0], ids[-1]
    critics = tuple(e.id for e in case.standing.values() if e.kind in AGENTS)
    return [
        Impact((first,)),
        Impact((last,)),
        SoleSupports((first,), failing=True),
        Standing(HELD_UP),
        Rings(),
        WhoSaid("element"),
        Ranking(),
        *(Who((first,), role) for role in WhoRole),
        EvidenceFor((first, last)),
        FindingsOn((last,)),
        FindingsOn(own=True),
        FindingsOn(by=critics),
        PathBetween(last, first),
        ListElements(),
        Describe((first,), Aspect.PARTS),
        Compare(first, last),
    ]


def stands(answer: Answer, case: Case) -> bool:
    """Has every statement of fact a path of the case, and every citation words of its passage?"""
    for path in answer.paths:
        for start, end, relation in zip(path.elements, path.elements[1:], path.relations, strict=False):
            assert {case.relations[relation].source, case.relations[relation].target} == {start, end}
    quotes = (c.quote.removeprefix(CUT).removesuffix(CUT) in case.passages[c.passage].text for c in answer.citations)
    refused = answer.status not in {Status.ANSWERED, Status.NOTHING_BREAKS} and len(answer.statements) == 1
    return all(quotes) and (refused or all(statement.paths for statement in answer.statements))


@MODEST
@given(cases(most=6, cycles=True).filter(lambda case: bool(case.standing)))
def test_no_answer_says_what_no_path_shows(case: Case) -> None:
    scope = Scope(case)

    answers = [reply(intent, scope) for intent in intents(case)]

    assert all(stands(answer, case) for answer in answers)
    assert not [withheld for answer in answers for withheld in answer.withheld]


@MODEST
@given(cases(most=6, cycles=True).filter(lambda case: bool(case.standing)), st.data())
def test_nothing_breaks_means_that_every_pathway_is_intact(case: Case, data: st.DataObject) -> None:
    failed = data.draw(st.sampled_from(sorted(case.standing)))

    answer = reply(Impact((failed,)), Scope(case))

    there = bool(case.of_kind(ElementKind.PATHWAY))
    assert (answer.status is Status.NOTHING_BREAKS) == (there and not answer.pathways)
    assert all(pathway.verdict != Verdict.INTACT for pathway in answer.pathways)
