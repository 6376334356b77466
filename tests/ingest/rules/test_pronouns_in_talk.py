"""Whom and what pronouns, nicknames and bare nouns in talk mean."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names, relations


def talk(*turns: str) -> Proposals:
    opening = ("Jo Lind: What stops a flood?", "Ines Roth: There's a tide gate. It closes by itself.")
    return extracted("Call with Ines Roth, Harbour Services", *opening, *turns, kind=DocumentKind.INTERVIEW)


def test_they_who_run_it_are_those_spoken_of_last() -> None:
    read = talk(
        "Jo Lind: Who looks at it?",
        "Ines Roth: The night desk tests the tide gate. They run it weekly and they own it.",
    )

    assert ("Tide gate", "Night desk") in ends(read, "OPERATED_BY") & ends(read, "OWNED_BY")


def test_they_who_do_not_run_it_do_not_operate_it() -> None:
    read = talk("Jo Lind: Who looks at it?", "Ines Roth: The night desk tests the tide gate. They never run it.")

    assert not ends(read, "OPERATED_BY") | ends(read, "OWNED_BY")


def test_a_condition_does_not_deny_the_call_behind_it() -> None:
    read = talk(
        "Jo Lind: And then?", "Ines Roth: It pages the night desk. If they don't like it they ring the duty officer."
    )

    assert ends(read, "ESCALATES_TO") == {("Night desk", "Duty officer")}


@pytest.mark.parametrize(
    "answer",
    [
        "Somebody sends me the tide tables every week.",
        "Customers call us about the smell.",
        "We report to Marta Lie, she runs SecOps.",
    ],
)
def test_what_people_send_and_whom_they_report_to_is_no_alert(answer: str) -> None:
    read = talk("Jo Lind: What else?", f"Ines Roth: {answer}")

    assert not ends(read, "ALERTS") | ends(read, "ESCALATES_TO")


def test_a_first_name_cut_short_is_the_same_person() -> None:
    read = talk("Jo Lind: Who is called?", "Ines Roth: I ring Dan. Daniel Voss, he runs SecOps.")

    assert ends(read, "ESCALATES_TO") == {("Ines Roth", "Daniel Voss")}


def test_what_is_taken_back_at_once_is_not_there() -> None:
    read = talk("Jo Lind: What else?", "Ines Roth: There's a size limit. Well, there was.")

    assert names(read, "control") == {"Tide gate"}


@pytest.mark.parametrize(
    "question", ["And compute reconciliation?", "So cargo screening?", "What about berth approval?"]
)
def test_a_bare_noun_phrase_can_be_the_question(question: str) -> None:
    read = talk(f"Jo Lind: {question}", "Ines Roth: That's done by hand.")

    assert len(names(read, "control")) == 2


@pytest.mark.parametrize(
    ("question", "often"),
    [
        ("Shall we start with the spool?", True),
        ("What happens if the spool is full?", True),
        ("And the weather?", False),
    ],
)
def test_a_noun_that_is_said_again_and_again_is_a_topic(question: str, often: bool) -> None:
    noun = "spool" if often else "weather"
    read = talk(
        f"Jo Lind: {question}",
        f"Ines Roth: The {noun} is ours. We keep the {noun} dry. The {noun} is old. I like the {noun}.",
    )

    assert ({"Spool"} <= names(read, "dependency")) is often


def test_an_answer_that_only_hums_leaves_the_next_sentence_to_answer() -> None:
    read = talk("Jo Lind: Who owns the tide gate?", "Ines Roth: Hm. Harbour Services.")

    assert ends(read, "OWNED_BY") == {("Tide gate", "Harbour Services")}
    assert "Hm" not in names(read, "team")


def test_another_speaker_may_call_the_next_one() -> None:
    read = talk("Jo Lind: And then?", "Ines Roth: The night desk gets a ticket, within the hour.")

    assert [alert.latency_s for alert in relations(read, "ALERTS")] == [3600]
