"""Walks from a question to its answer on the small case."""

from __future__ import annotations

import pytest

from assistant.answer import Role, Status
from assistant.ask import ask, reply
from assistant.dialogue import Turn
from assistant.errors import UnusableQuestion
from assistant.intents import Impact, SoleSupports
from assistant.scope import Scope
from tests.assistant.cases import vault_case
from tests.drafting import drafted

SCOPE = Scope(vault_case())


def test_a_wrong_permission_loses_one_pathway_and_weakens_the_other() -> None:
    answer = ask("What breaks if the bucket permission is wrong?", SCOPE)

    assert {p.id: p.verdict for p in answer.pathways} == {"pathway-2": "lost", "pathway-1": "weakened"}
    assert answer.pathways[0].id == "pathway-2"
    assert not answer.withheld


def test_what_is_lost_says_the_step_that_loses_it() -> None:
    weakened = ask("What breaks if the bucket permission is wrong?", SCOPE).pathways[1]

    assert weakened.lost[0].because == "Vault Gate needs Bucket permission"
    assert [(line.id, line.strength) for line in weakened.survives] == [("claim-2", "weak")]


@pytest.mark.parametrize(
    ("relations", "verdict", "note"),
    [
        ("p > a, p >> x", "lost", 'it needs "x", which is lost'),
        ("p > a, p >> b, b > x, b > c weak", "weakened", 'it needs "b", which is weakened to weak'),
        ("p > a, p > x, p > c", "thinned", "1 of 3 lines is gone"),
        ("p > b, b > x, b > c weak", "weakened", "1 of 1 line is weaker"),
    ],
)
def test_a_note_tells_what_the_lines_do_not(relations: str, verdict: str, note: str) -> None:
    kinds = {"p": "pathway", "a": "claim", "b": "claim", "c": "claim", "x": "control"}

    (pathway,) = reply(Impact(("x",)), Scope(drafted(kinds, relations))).pathways

    assert (pathway.verdict, pathway.note) == (verdict, note)


def test_a_lost_requirement_is_told_and_is_not_among_the_lines() -> None:
    case = drafted({"p": "pathway", "a": "claim", "x": "control"}, "p > a, p >> x")

    answer = reply(Impact(("x",)), Scope(case))

    assert answer.pathways[0].lost == ()
    assert [line.id for line in answer.pathways[0].survives] == ["a"]
    assert any("gone: x; left: a" in statement.text for statement in answer.statements)


def test_what_is_left_further_down_is_worth_no_more_than_its_line() -> None:
    kinds = {"p": "pathway", "a": "claim", "x": "control", "y": "control", "z": "control none", "n": "control"}

    answer = reply(Impact(("x",)), Scope(drafted(kinds, "p > a, a > x, a > y weak, a > z, a > n none")))

    assert "a is weakened: strong → weak; gone: x; left: y (weak)." in [said.text for said in answer.statements]


def test_a_failed_pathway_says_that_it_is_what_fails() -> None:
    answer = reply(Impact(("p",)), Scope(drafted({"p": "pathway", "a": "claim"}, "p > a")))

    assert answer.pathways[0].note == "it is what fails"


def test_nothing_breaks_only_where_every_pathway_is_intact() -> None:
    answer = ask("What breaks if the door camera fails?", SCOPE)

    assert answer.status is Status.NOTHING_BREAKS
    assert answer.intact == 2


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("What breaks if the badge scanner fails?", Status.UNKNOWN_ELEMENT),
        ("What breaks if the watcher fails?", Status.AMBIGUOUS),
        ("Who owns Watcher B?", Status.NOT_IN_DOCUMENTS),
        ("Was passiert, wenn der Wächter morgen ausfällt?", Status.NOT_UNDERSTOOD),
    ],
)
def test_four_ways_of_having_no_answer_are_kept_apart(question: str, status: Status) -> None:
    assert ask(question, SCOPE).status is status


def test_it_is_what_was_asked_about_before() -> None:
    first = ask("What breaks if the Vault Gate fails?", SCOPE)

    second = ask("And who owns it?", SCOPE, history=[Turn(question=str(first.question), answer=first)])

    assert [element.id for element in second.elements] == ["vault-team"]


def test_an_empty_question_says_what_to_ask() -> None:
    with pytest.raises(UnusableQuestion, match="empty"):
        ask("  ", SCOPE)


def test_a_question_of_a_hundred_thousand_characters_is_refused() -> None:
    with pytest.raises(UnusableQuestion, match="100,000 characters"):
        ask("x" * 100_000, SCOPE)


def test_who_was_told_lists_every_message_that_is_recorded() -> None:
    answer = ask("Who was told, and how fast?", SCOPE)

    assert "Vault Gate alerts Duty engineer, within 5 minutes." in {statement.text for statement in answer.statements}
    assert {"duty-engineer", "nora-quist"} <= {element.id for element in answer.elements}


def test_the_only_pathway_is_not_counted() -> None:
    case = drafted({"p": "pathway", "x": "control"}, "p > x")

    assert reply(Impact(("x",)), Scope(case)).statements[0].text == "The one pathway is lost."


def test_a_trigger_over_what_survives_is_to_be_minded() -> None:
    kinds = {"p": "pathway", "a": "claim", "e": "evidence", "x": "control", "t": "trigger"}
    case = drafted(kinds, "p > x, p > a, a > e, t INVALIDATES e")

    careful = [s.text for s in reply(Impact(("x",)), Scope(case)).statements if s.role is Role.CAREFUL]

    assert "t would invalidate e, which is counted as it stands." in careful


def test_what_makes_a_pathway_lost_is_more_than_what_weakens_it() -> None:
    case = drafted({"p": "pathway", "a": "claim strong", "b": "claim weak", "x": "control"}, "p > a, p > b, a > x")

    answer = reply(SoleSupports(("p",), lost=True), Scope(case))

    assert answer.statements[0].text == "No single failure takes p below weak."


@pytest.mark.parametrize("name", ["Ms Quist", "Dr. Quist", "Nora Quist"])
def test_a_title_is_no_part_of_a_name(name: str) -> None:
    assert [subject.id for subject in ask(f"What does {name} answer for?", SCOPE).subjects] == ["nora-quist"]
