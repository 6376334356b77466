from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names, relations


def talk(*turns: str) -> Proposals:
    opening = ("Jo Lind: What stops a flood?", "Ines Roth: There's a tide gate. It closes by itself.")
    return extracted("Call with Ines Roth, Harbour Services", *opening, *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("answer", "reader"),
    [
        ("It posts in the flood channel, and somebody on the night desk looks at it.", "Night desk"),
        ("A message goes into the gate channel. We see it in the morning.", "Harbour Services"),
        ("A line lands in the queue. It takes a while. The night desk goes through the queue.", "Night desk"),
    ],
)
def test_who_reads_where_a_control_writes_is_alerted(answer: str, reader: str) -> None:
    read = talk("Jo Lind: And then?", f"Ines Roth: {answer}")

    assert ends(read, "ALERTS") == {("Tide gate", reader)}


@pytest.mark.parametrize(
    "answer",
    [
        "It posts in the flood channel, and nobody looks at it.",
        "It posts in the flood channel. The night desk was supposed to look at it.",
        "The night desk reads a lot of novels.",
    ],
)
def test_a_place_that_nobody_is_said_to_read_alerts_nobody(answer: str) -> None:
    assert ends(talk("Jo Lind: And then?", f"Ines Roth: {answer}"), "ALERTS") == set()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who reads the flags?", "A contractor, the night desk."),
        ("Who looks at the alerts?", "The night desk."),
        ("And who hears about it?", "The night desk, mostly."),
    ],
)
def test_who_is_said_to_read_the_flags_is_alerted(question: str, answer: str) -> None:
    read = talk(f"Jo Lind: {question}", f"Ines Roth: {answer}")

    assert ends(read, "ALERTS") == {("Tide gate", "Night desk")}


def test_who_looks_only_by_chance_is_not_alerted() -> None:
    read = talk("Jo Lind: Who looks at the alerts?", "Ines Roth: Me, if I happen to pass.")

    assert ends(read, "ALERTS") == set()


@pytest.mark.parametrize(
    ("told", "digest"),
    [
        ("Marta Lie, she runs SecOps. She gets the Friday digest.", "Friday digest"),
        ("That's Marta Lie. Marta Lie reads the daily flood summary.", "Daily flood summary"),
    ],
)
def test_a_digest_tells_whoever_gets_it(told: str, digest: str) -> None:
    read = talk("Jo Lind: Who else?", f"Ines Roth: {told}")

    assert (digest, "Marta Lie") in ends(read, "ALERTS")


def test_a_digest_that_nobody_gets_is_none() -> None:
    assert "Friday digest" not in names(
        talk("Jo Lind: Who else?", "Ines Roth: Nobody gets the Friday digest."), "control"
    )


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("It pages the night desk. If nobody acknowledges in ten minutes it rings the duty officer.", 600),
        ("It pages the night desk. If they don't answer, it goes on to the duty officer.", None),
        ("It pages the night desk. When nobody picks up, the call moves on to the duty officer after a minute.", 60),
    ],
)
def test_an_unanswered_page_goes_on_to_the_next(told: str, seconds: float | None) -> None:
    read = talk("Jo Lind: And then?", f"Ines Roth: {told}")

    assert ends(read, "ESCALATES_TO") == {("Night desk", "Duty officer")}
    assert [each.latency_s for each in relations(read, "ESCALATES_TO")] == [seconds]


def test_the_time_of_the_next_call_is_not_that_of_the_first() -> None:
    read = talk(
        "Jo Lind: And then?",
        "Ines Roth: It pages the night desk. Within two minutes. If nobody answers in ten minutes it rings the duty officer.",
    )

    assert [each.latency_s for each in relations(read, "ALERTS")] == [120]


def test_a_question_by_a_noun_says_which_control_it_is() -> None:
    read = talk(
        "Jo Lind: And besides?",
        "Ines Roth: There's the sluice watch. It's slow.",
        "Jo Lind: If a gate refuses, what then?",
        "Ines Roth: The night porter gets a message, within seconds.",
    )

    assert ends(read, "ALERTS") == {("Tide gate", "Night porter")}


def test_what_is_left_when_something_fails_is_not_harmed() -> None:
    read = talk(
        "Jo Lind: And besides?",
        "Ines Roth: There's the sluice lock. If the level table is down there's no tide gate, there's only the sluice lock.",
    )

    assert ends(read, "DEPENDS_ON") == {("Tide gate", "Level table")}
