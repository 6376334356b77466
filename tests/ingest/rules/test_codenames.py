"""Things that people call by a capitalised word, and things that talk names alone and then explains."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import elements, ends, extracted, names

TITLE = "Interview with Ada Nwosu, ward pharmacy, Brannock Trust"


def talk(*turns: str) -> Proposals:
    return extracted(TITLE, *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("turns", "name"),
    [
        (("If it is odd, the Goose freezes it.", "Nobody can hear the Goose at night."), "Goose"),
        (("At four the Broom runs.", "I like the Broom, it asks nobody."), "Broom"),
        (("Then the Heron closes the gate.", "So the Heron was off for a day."), "Heron"),
    ],
)
def test_a_capitalised_word_with_an_article_is_a_control(turns: tuple[str, ...], name: str) -> None:
    assert name in names(talk(*(f"Ada: {turn}" for turn in turns)), "control")


@pytest.mark.parametrize(
    "turns",
    [
        ("If it is odd, the Board stops it.", "We told the Board about it."),
        ("I read the Delphi study.", "It is in the Delphi report."),
        ("It came over the Internet.", "We watch the Internet."),
        ("Once, the Goose froze it.",),
        ("Then the Dutch came.", "We asked the Dutch."),
    ],
)
def test_bodies_places_and_modifiers_are_no_codenames(turns: tuple[str, ...]) -> None:
    assert not names(talk(*(f"Ada: {turn}" for turn in turns)), "control")


@pytest.mark.parametrize(
    ("question", "answer", "name"),
    [
        ("The Broom is?", "Token sweeper. Runs every night.", "Token sweeper"),
        ("What's the Owl?", "It's the night camera, on the roof.", "Night camera"),
        ("And the Anvil is...", "The dose interlock. It sits in the pump.", "Dose interlock"),
    ],
)
def test_an_answer_says_what_a_name_stands_for(question: str, answer: str, name: str) -> None:
    nick = next(word for word in ("Broom", "Owl", "Anvil") if word in question)
    read = talk(f"Bo: {question}", f"Ada: {answer}", f"Ada: It was tried. The {nick} relies on the clock server.")

    assert ends(read, "DEPENDS_ON") == {(name, "Clock server")}


def test_nobody_says_the_full_name() -> None:
    read = talk(
        "Bo: Tell me more.",
        "Ada: The Goose, yes. Nobody says command stream monitor. The Goose relies on the clock server.",
    )

    assert ("Command stream monitor", "Clock server") in ends(read, "DEPENDS_ON")


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("The approver list. It's a YAML file.", "Approver list"),
        ("Perch. That's the directory.", "Perch"),
        ("The berth plan. It's just a shared spreadsheet.", "Berth plan"),
    ],
)
def test_what_is_named_alone_and_said_to_be_a_file_is_a_dependency(answer: str, name: str) -> None:
    assert name in names(
        talk("Ada: There's a volume cap on it.", "Bo: How does it know?", f"Ada: {answer}"), "dependency"
    )


@pytest.mark.parametrize(
    "answer",
    [
        "Good question. It's a file.",
        "Nobody. That's the rule.",
        "Monday. That's the day.",
        "The idea. It's a good one.",
    ],
)
def test_other_short_answers_name_nothing(answer: str) -> None:
    assert not elements(talk("Bo: How does it know?", f"Ada: {answer}"), "dependency")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How does it know who may pass?", "The approver list. It's a YAML file."),
        ("Where does it get the names?", "From memory, no: the approver list. It's a file."),
        ("What does it check against?", "The approver list. It's a table."),
    ],
)
def test_how_does_it_know_asks_for_a_need(question: str, answer: str) -> None:
    read = talk("Ada: There's a volume cap on it.", f"Bo: {question}", f"Ada: {answer}")

    assert ends(read, "DEPENDS_ON") <= {("Volume cap", "Approver list")}
    assert bool(ends(read, "DEPENDS_ON")) is answer.startswith("The")


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        ("Who do you go to?", "Marisol. She answers in about ten minutes.", ("Ada Nwosu", "Marisol")),
        ("And who do you call?", "The duty engineer, by phone.", ("Ada Nwosu", "Duty engineer")),
        ("Who would your team tell?", "Estates.", ("Ward pharmacy", "Estates")),
    ],
)
def test_who_do_you_call_is_answered_with_whom_the_speaker_tells(
    question: str, answer: str, told: tuple[str, str]
) -> None:
    assert ends(talk(f"Bo: {question}", f"Ada: {answer}"), "ESCALATES_TO") == {told}


@pytest.mark.parametrize("answer", ["Nobody.", "It depends.", "Not Marisol."])
def test_nobody_is_told_nothing(answer: str) -> None:
    assert not ends(talk("Bo: Who do you go to?", f"Ada: {answer}"), "ESCALATES_TO")


@pytest.mark.parametrize(
    ("sentence", "need"),
    [
        ("Take the drug table away and the dose interlock stops.", ("Dose interlock", "Drug table")),
        ("Had the access log been off, there would have been no dose interlock.", ("Dose interlock", "Access log")),
    ],
)
def test_what_would_stop_without_it_needs_it(sentence: str, need: tuple[str, str]) -> None:
    assert need in ends(talk("Ada: There's a dose interlock at the pump.", f"Ada: {sentence}"), "DEPENDS_ON")
