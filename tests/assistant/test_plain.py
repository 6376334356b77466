"""Questions that their words alone tell apart: what rests on nothing of a thing, pairs, fallbacks, when, whom, both."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings

from assistant import Answer, Scope, Turn, ask, reply
from assistant.answer import IntentName, Role, Status
from assistant.intents import Apart, Impact, SoleSupports
from graph.analysis import failing_pairs, what_breaks
from graph.case import Case
from graph.elements import CARRIERS, COMBINING, THINGS, ElementKind, RelationType, Strength
from tests.assistant.cases import vault_case
from tests.drafting import drafted
from tests.strategies import cases

SCOPE = Scope(vault_case())


def found(answer: Answer) -> set[str]:
    return {element.id for element in answer.elements}


def headline(answer: Answer) -> str:
    return " ".join(statement.text for statement in answer.statements if statement.role is Role.HEADLINE)


@pytest.mark.parametrize(
    ("question", "elements"),
    [
        ("Which controls don't depend on the Brook log pipeline?", {"vault-gate", "door-camera"}),
        ("Which controls are independent of the Brook log pipeline?", {"vault-gate", "door-camera"}),
        ("Which pathways do not rest on Watcher A?", {"pathway-2"}),
        ("every pathway except those that rest on Watcher A", {"pathway-2"}),
        ("List all claims except the ones that depend on the Vault Gate", {"claim-2", "claim-3"}),
    ],
)
def test_what_does_not_rest_on_a_thing_is_listed(question: str, elements: set[str]) -> None:
    answer = ask(question, SCOPE)

    assert answer.status is Status.ANSWERED
    assert found(answer) == elements
    assert all(statement.paths for statement in answer.statements)


def test_those_that_do_rest_on_it_are_told_with_their_paths() -> None:
    answer = ask("Which pathways do not rest on Watcher A?", SCOPE)

    assert headline(answer).startswith("Of two pathways, one has no recorded support that leads down to Watcher A: ")
    assert answer.statements[1].text.startswith("Watcher A bears on Pathway 1")


def test_where_everything_rests_on_it_that_is_said() -> None:
    answer = reply(
        Apart(("x",), frozenset({ElementKind.PATHWAY})), Scope(drafted({"p": "pathway", "x": "control"}, "p > x"))
    )

    assert headline(answer) == "From the one pathway, recorded support leads down to x."


@pytest.mark.parametrize(
    "question",
    ["What if everything except the Vault Gate fails?", "Which things does the Vault Gate not depend on?"],
)
def test_what_cannot_be_told_exactly_is_refused(question: str) -> None:
    assert ask(question, SCOPE).status is Status.NOT_UNDERSTOOD


@pytest.mark.parametrize(
    "question",
    [
        "Which two failures together bring Claim 2 down?",
        "Which two controls together take Claim 2 down?",
        "What pairs of failures break Claim 2?",
    ],
)
def test_two_that_only_fail_it_together_are_told_as_a_pair(question: str) -> None:
    answer = ask(question, SCOPE)

    assert found(answer) == {"watcher-a", "watcher-b"}
    assert answer.statements[1].text.startswith("Watcher A and Watcher B together take Claim 2")
    assert len(answer.statements[1].paths) == 2


def test_a_pair_of_an_unknown_thing_is_not_looked_for_everywhere() -> None:
    assert ask("Which two failures together break the Marrow?", SCOPE).status is not Status.ANSWERED


def test_what_still_holds_is_told_by_name() -> None:
    answer = ask("What still holds if Watcher A fails?", SCOPE)

    assert answer.intent is IntentName.IMPACT
    assert "Pathway 2 (Sabotage of research) is intact: strong." in [s.text for s in answer.statements]


@pytest.mark.parametrize("question", ["Is there a fallback for the Vault Gate?", "What backs up the Vault Gate?"])
def test_a_fallback_is_what_backs_it_up(question: str) -> None:
    assert found(ask(question, SCOPE)) == {"second-gate"}


@pytest.mark.parametrize(
    ("question", "elements"),
    [
        ("Who did the duty engineer tell?", {"nora-quist", "duty-engineer"}),
        ("What is the response time of the Vault Gate?", {"duty-engineer"}),
        ("Who reviewed the report?", {"harbour-review"}),
        ("Which finding says that Claim 3 does not hold?", {"the-planted-errors-were-easy", "claim-3"}),
    ],
)
def test_who_is_told_and_who_reviewed(question: str, elements: set[str]) -> None:
    assert found(ask(question, SCOPE)) == elements


@pytest.mark.parametrize("question", ["When was Watcher A last tested?", "What is the response time of Watcher A?"])
def test_a_time_that_no_document_gives_is_not_made_up(question: str) -> None:
    assert ask(question, SCOPE).status is Status.NOT_IN_DOCUMENTS


def test_both_of_one_name_fail_together() -> None:
    answer = ask("What if both watchers fail?", SCOPE)

    assert {subject.id for subject in answer.subjects} == {"watcher-a", "watcher-b"}
    assert ask("What if both gauges fail?", SCOPE).status is not Status.ANSWERED


def test_the_other_one_is_the_one_not_asked_about() -> None:
    first = ask("What breaks if Watcher A fails?", SCOPE)

    answer = ask(
        "What about the other watcher?", SCOPE, history=[Turn(question="What breaks if Watcher A fails?", answer=first)]
    )

    assert answer.intent is IntentName.IMPACT
    assert [subject.id for subject in answer.subjects] == ["watcher-b"]


def test_an_unknown_number_is_named_without_the_words_before_it() -> None:
    assert headline(ask("What evidence backs G9?", SCOPE)).startswith('I know no "G9".')


def test_a_long_list_of_what_else_is_affected_says_how_many_more() -> None:
    kinds = {"p": "pathway", "x": "control"} | {f"c{n}": "claim" for n in range(20)}
    lines = ", ".join(["p > x", *(f"c{n} > x" for n in range(20))])

    answer = reply(Impact(("x",)), Scope(drafted(kinds, lines)))

    assert "Eight further elements are affected; the answer as JSON (--json) lists them all." in [
        s.text for s in answer.statements
    ]
    assert len(answer.elements) == 22


@given(cases(most=6))
@settings(max_examples=40)
def test_what_is_apart_is_what_no_support_leads_down_from(case: Case) -> None:
    lines = [
        r
        for r in case.standing_relations
        if r.type in CARRIERS and not (r.type is RelationType.SUPPORTED_BY and r.strength is Strength.NONE)
    ]
    for failed in case.standing:
        resting = {failed}
        while more := {r.source for r in lines if r.target in resting} - resting:
            resting |= more

        answer = reply(Apart((failed,), COMBINING), Scope(case))

        assert found(answer) == {e.id for e in case.standing.values() if e.kind in COMBINING} - resting


@given(cases(most=6))
@settings(max_examples=40)
def test_pairs_are_the_twos_that_fail_it_where_neither_does(case: Case) -> None:
    structure = Scope(case).structure
    things = [e.id for e in case.standing.values() if e.kind in THINGS]

    def falls(top: str, *failed: str) -> bool:
        effect = next((e for e in what_breaks(structure, failed).elements if e.element == top), None)
        return effect is not None and effect.before is not effect.after

    for top in case.standing:
        alone = {one for one in things if falls(top, one)}
        pairs = {pair for pair in combinations(sorted(things), 2) if not {*pair} & alone and falls(top, *pair)}

        assert set(failing_pairs(structure, top)[1]) == pairs
        assert found(reply(SoleSupports((top,), together=True), Scope(case))) == {one for pair in pairs for one in pair}
