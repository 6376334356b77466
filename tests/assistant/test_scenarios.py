"""Scenarios told in passing: something happens, in a clause or a sentence of its own, and what comes of it is asked."""

from __future__ import annotations

import pytest

from assistant import Scope, Turn, ask
from assistant.answer import IntentName, Status
from tests.assistant.cases import vault_case
from tests.assistant.told_cases import told_scope

SCOPE = Scope(vault_case())
FERRY = told_scope(
    {
        "Ferry": "Pathway one is a sinking. It rests on the bow door.\nThe bow door needs the hinge sensor.\n"
        "The car deck drains are good.\nHarbour inspectors dispute the bow door.\nWe plan a second sensor."
    },
    {
        "sinking": ("pathway", "Pathway one"),
        "bow door": ("control", "The bow door"),
        "hinge sensor": ("dependency", "The bow door"),
        "car deck drains": ("control", "drains"),
        "door is weak": ("finding", "dispute"),
        "harbour inspectors": ("team", "dispute"),
        "second sensor": ("mitigation", "plan"),
    },
    (
        ("sinking", "SUPPORTED_BY", "bow door", "It rests"),
        ("bow door", "DEPENDS_ON", "hinge sensor", "needs"),
        ("door is weak", "DISPUTES", "bow door", "dispute"),
        ("door is weak", "RAISED_BY", "harbour inspectors", "dispute"),
        ("second sensor", "BACKS_UP", "hinge sensor", "plan"),
    ),
)


@pytest.mark.parametrize(
    "question",
    [
        "What would it do to the report if the hinge sensor started giving wrong readings?",
        "The hinge sensor has been missing since May. How bad is that?",
        "The hinge sensor is down for a day. What does that do to the safety case?",
        "What if the hinge sensor isn't calibrated any more?",
        "Somebody breaks the hinge sensor tonight. What still stands in the way of a sinking?",
        "What do we still have against a sinking if somebody steals the hinge sensor?",
        "Would any pathway get worse if the hinge sensor didn't work at all?",
        "What would the loss of the hinge sensor undo?",
        "Would losing the hinge sensor let a sinking happen?",
        "The hinge sensor turned out to be useless. Which scenarios fall?",
        "The hinge sensor is out of action this week. Are we still covered for a sinking?",
        "They fit something other than the hinge sensor. Does that matter to any pathway?",
        "What would it mean for the case if the hinge sensor had to be withdrawn?",
    ],
)
def test_what_happens_to_a_thing_fails_it(question: str) -> None:
    answer = ask(question, FERRY)

    assert answer.intent is IntentName.IMPACT
    assert [subject.id for subject in answer.subjects] == ["hinge sensor"]
    assert [str(pathway.verdict) for pathway in answer.pathways] == ["lost"]


@pytest.mark.parametrize(
    "question",
    [
        "Suppose the harbour inspectors are right about what they dispute.",
        "If the harbour inspectors are right on every point they contest, how do the pathways come out?",
    ],
)
def test_a_critic_who_is_right_fails_what_is_disputed(question: str) -> None:
    answer = ask(question, FERRY)

    assert [str(pathway.verdict) for pathway in answer.pathways] == ["lost"]
    assert "being right" in answer.read_as


def test_a_pathway_that_the_scenario_is_asked_of_does_not_fail_itself() -> None:
    answer = ask("The car deck drains are blocked and broken. How do we stand on a sinking?", FERRY)

    assert answer.status is Status.NOTHING_BREAKS
    assert [subject.id for subject in answer.subjects] == ["car deck drains"]


def test_good_news_is_no_scenario() -> None:
    answer = ask("The hinge sensor was praised last week. Which pathways are there?", FERRY)

    assert answer.intent is not IntentName.IMPACT


def test_whom_a_failure_reaches_is_asked_of_people_and_fails_nothing() -> None:
    answer = ask("If the Vault Gate is broken open, who is told?", SCOPE)

    assert answer.intent is not IntentName.IMPACT


def test_a_name_that_no_element_has_stays_unknown_in_a_scenario() -> None:
    answer = ask("What if the badge readers stop working? How bad is it?", SCOPE)

    assert answer.status is Status.UNKNOWN_ELEMENT


@pytest.mark.parametrize("words", ["on the same night", "in the middle of the day", "for a week", "at night"])
def test_words_for_times_name_nothing(words: str) -> None:
    scope = told_scope(
        {"Ward": "Pathway one is a mix-up. It rests on the double count.\nThe night and day and week tally is kept."},
        {
            "mix-up": ("pathway", "Pathway one"),
            "double count": ("control", "double count"),
            "night tally": ("control", "tally"),
            "day tally": ("control", "tally"),
            "week tally": ("control", "tally"),
        },
        (("mix-up", "SUPPORTED_BY", "double count", "It rests"),),
    )

    answer = ask(f"The double count lets us down {words}. How bad is it?", scope)

    assert [subject.id for subject in answer.subjects] == ["double count"]


def test_an_ambiguous_name_gives_its_candidates_as_subjects() -> None:
    answer = ask("What breaks if the watcher fails?", SCOPE)

    assert answer.status is Status.AMBIGUOUS
    assert {subject.id for subject in answer.subjects} == {"watcher-a", "watcher-b"}


def test_what_backs_up_a_claim_is_its_support_and_no_plan() -> None:
    answer = ask("What backs up Claim 3?", SCOPE)

    assert answer.intent is IntentName.EVIDENCE
    assert "review-trial" in {element.id for element in answer.elements}


def test_the_number_in_a_name_is_no_answer_to_how_many() -> None:
    scope = told_scope(
        {"Ships": "Gull 2 carries passengers through the strait by night and in any weather."},
        {"Gull 2": ("control", "Gull 2")},
        (),
    )

    answer = ask("How many passengers does Gull 2 carry through the strait?", scope)

    assert answer.status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize("question", ["Is there a plan for that?", "Is there a plan to improve it?"])
def test_plans_for_what_failed_are_those_for_it_or_for_what_needs_it(question: str) -> None:
    scope = told_scope(
        {
            "Rig": "The flare needs the gas feed.\nThe gas feed needs the buoy.\nA second feed would replace the gas feed."
        },
        {
            "flare": ("control", "The flare"),
            "gas feed": ("dependency", "gas feed needs"),
            "buoy": ("dependency", "buoy"),
            "second feed": ("mitigation", "second feed"),
        },
        (
            ("flare", "DEPENDS_ON", "gas feed", "The flare"),
            ("gas feed", "DEPENDS_ON", "buoy", "buoy"),
            ("second feed", "REPLACES", "gas feed", "second feed"),
        ),
    )
    asked = "buoy" if question.endswith("that?") else "gas feed"
    turn = Turn(question=f"Tell me about the {asked}.", answer=ask(f"Tell me about the {asked}.", scope))

    answer = ask(question, scope, history=(turn,))

    assert "second feed" in {element.id for element in answer.elements}


def test_whether_a_thing_is_still_running_does_not_ask_who_runs_it() -> None:
    answer = ask("Is the Vault Gate still running?", SCOPE)

    assert answer.intent is not IntentName.WHO
