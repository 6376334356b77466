"""How long until somebody hears of something: every message on the way, with its time."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given

from assistant import Scope, ask
from assistant.answer import Status
from assistant.facts.messages import MESSAGES, way_to
from graph.case import Case
from tests.assistant.cases import vault_case
from tests.assistant.told_cases import told_scope
from tests.strategies import cases

SCOPE = Scope(vault_case())


@pytest.mark.parametrize(
    "question",
    [
        "How long does it take before a page from the Vault Gate gets to Nora Quist?",
        "The Vault Gate refuses a read at night. How long before Nora Quist knows of it?",
        "When the Vault Gate trips, how soon does Nora Quist hear?",
    ],
)
def test_every_message_on_the_way_is_told_with_its_time(question: str) -> None:
    answer = ask(question, SCOPE)

    assert answer.status is Status.ANSWERED
    assert [element.id for element in answer.elements] == ["duty-engineer", "nora-quist"]
    assert "within 5 minutes" in answer.statements[0].text
    assert answer.statements[1].text.startswith("Duty engineer escalates to Nora Quist")


def test_the_reading_asked_again_gives_the_same_answer() -> None:
    answer = ask("When the Vault Gate trips, how soon does Nora Quist hear?", SCOPE)

    again = ask(answer.read_as.split(" · ")[0], SCOPE)

    assert again.read_as == answer.read_as


def test_word_to_a_team_arrives_with_its_member() -> None:
    scope = told_scope(
        {"Ward": "The pump bell calls Sister Ogden.\nSister Ogden is of the night team."},
        {
            "pump bell": ("control", "pump bell"),
            "Sister Ogden": ("person", "calls"),
            "night team": ("team", "night team"),
        },
        (
            ("pump bell", "ALERTS", "Sister Ogden", "calls"),
            ("Sister Ogden", "MEMBER_OF", "night team", "is of"),
        ),
    )

    answer = ask("How soon does the night team hear of the pump bell?", scope)

    assert [element.id for element in answer.elements] == ["Sister Ogden"]


@given(cases())
def test_a_way_is_one_message_after_the_other(case: Case) -> None:
    scope = Scope(case)
    ids = list(case.standing)

    ways = [(start, way) for start in ids[:4] for end in ids if (way := way_to(start, end, scope))]

    assert all(way[0].source == start and {r.type for r in way} <= set(MESSAGES) for start, way in ways)
    assert all(a.target == b.source for _, way in ways for a, b in itertools.pairwise(way))
