"""Who is told and how fast, where an answer leans on its question."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names, relations

TITLE = "Interview with Ada Nwosu, ward pharmacy, Brannock Trust"


def talk(*turns: str) -> Proposals:
    return extracted(TITLE, *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("control", "question", "answer", "told"),
    [
        (
            "volume cap",
            "And who gets paged?",
            "The on-call from Platform, then after ten minutes Security.",
            "Platform",
        ),
        ("dose interlock", "Who is told?", "Us, straight away.", "Ward pharmacy"),
        ("gas alarm", "Who does it ring?", "The duty engineer, always.", "Duty engineer"),
        ("egress filter", "And where does the alert go?", "It goes to Network, mostly.", "Network"),
    ],
)
def test_an_answer_says_whom_the_control_alerts(control: str, question: str, answer: str, told: str) -> None:
    read = talk(f"Ada: There's a {control} on it.", f"Bo: {question}", f"Ada: {answer}")

    assert {target for _, target in ends(read, "ALERTS")} == {told}


def test_whoever_comes_then_is_told_by_the_one_before() -> None:
    read = talk(
        "Ada: There's a volume cap on it.",
        "Bo: Who gets paged?",
        "Ada: The on-call from Platform, then after ten minutes Security.",
    )

    (told,) = relations(read, "ESCALATES_TO")
    assert ends(read, "ESCALATES_TO") == {("Platform", "Security")}
    assert told.latency_s == 600
    assert relations(read, "ALERTS")[0].channel == "page"


@pytest.mark.parametrize(
    "answer", ["Nobody.", "Whoever looks first.", "Not Platform, that's for sure.", "It depends.", "I couldn't say."]
)
def test_an_answer_that_names_nobody_tells_nobody(answer: str) -> None:
    read = talk("Ada: There's a volume cap on it.", "Bo: Who gets paged?", f"Ada: {answer}")

    assert not relations(read, "ALERTS")
    assert "Whoever" not in names(read, "team")


@pytest.mark.parametrize(
    ("question", "answer", "seconds"),
    [
        ("How fast is that?", "Within a quarter of an hour, usually.", 900),
        ("And how long does it take until they know?", "Two minutes, maybe three.", 120),
        ("How quickly do they respond?", "Half an hour at night.", 1800),
    ],
)
def test_an_answer_to_how_fast_is_the_latency_of_the_message_before(question: str, answer: str, seconds: float) -> None:
    read = talk(
        "Ada: The dose interlock stops the pump and pages the duty engineer.", f"Bo: {question}", f"Ada: {answer}"
    )

    assert seconds in {each.latency_s for each in relations(read, "ALERTS")}


@pytest.mark.parametrize("answer", ["Fast enough.", "It depends on the night.", "Nobody has timed it."])
def test_an_answer_without_a_time_gives_none(answer: str) -> None:
    read = talk(
        "Ada: The dose interlock stops the pump and pages the duty engineer.", "Bo: How fast?", f"Ada: {answer}"
    )

    assert {each.latency_s for each in relations(read, "ALERTS")} == {None}


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("The dose interlock is run by my team.", "OPERATED_BY"),
        ("Our team owns the dose interlock.", "OWNED_BY"),
        ("The dose interlock pages our on-call.", "ALERTS"),
    ],
)
def test_my_team_is_the_team_of_the_speaker(said: str, type_: str) -> None:
    read = talk("Ada: There's a dose interlock at the pump.", f"Ada: {said}")

    assert {target for _, target in ends(read, type_)} == {"Ward pharmacy"}


@pytest.mark.parametrize("said", ["My team lead knows.", "Our team meeting is on Monday.", "I like our team's room."])
def test_what_belongs_to_a_team_is_not_the_team(said: str) -> None:
    read = talk("Ada: There's a dose interlock at the pump.", "Bo: Who owns the dose interlock?", f"Ada: {said}")

    assert not relations(read, "OWNED_BY")


@pytest.mark.parametrize(
    ("answer", "owner"),
    [("We do.", "Ward pharmacy"), ("In practice it's me.", "Ada Nwosu"), ("Estates, on paper.", "Estates")],
)
def test_a_short_answer_says_who_owns_it(answer: str, owner: str) -> None:
    read = talk("Ada: There's a dose interlock at the pump.", "Bo: Who owns the dose interlock?", f"Ada: {answer}")

    assert {target for _, target in ends(read, "OWNED_BY")} == {owner}


@pytest.mark.parametrize(
    ("question", "answer", "able"),
    [
        ("Who can press it?", "Anyone of us can. Our crew can, and Bo Lind can.", {"Ward pharmacy"}),
        ("Who can do that?", "My team can.", {"Ward pharmacy"}),
        ("Who can pull it?", "Nobody can, at night.", set()),
    ],
)
def test_who_can_use_a_control_operates_it(question: str, answer: str, able: set[str]) -> None:
    read = talk("Ada: There's a stop button by the door.", f"Bo: {question}", f"Ada: {answer}")

    assert {target for _, target in ends(read, "OPERATED_BY")} == able


def test_a_later_turn_corrects_who_is_told() -> None:
    read = talk(
        "Ada: There's a volume cap on it.",
        "Bo: Who gets paged?",
        "Ada: The on-call from Platform, then after ten minutes Security.",
        "Bo: Platform first, then.",
        "Ada: Actually no, I was wrong. The volume cap pages Security.",
    )

    assert ends(read, "ALERTS") == {("Volume cap", "Security")}
    assert not relations(read, "ESCALATES_TO")


def test_another_speaker_corrects_nothing_of_it() -> None:
    read = talk(
        "Ada: The volume cap blocks the call. The volume cap pages Platform.",
        "Bo: Actually no, the volume cap pages Security.",
    )

    assert ends(read, "ALERTS") == {("Volume cap", "Platform"), ("Volume cap", "Security")}
