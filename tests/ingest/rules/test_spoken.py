"""Things and facts in talk: how speakers bring them up, answer in a few words, and mean themselves by "we"."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import elements, ends, extracted, names, relations


def talk(*turns: str, title: str = "Interview with Ada Nwosu, ward pharmacy, Brannock Trust") -> Proposals:
    return extracted(title, *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("said", "control"),
    [
        ("There's a volume cap on the sandbox.", "Volume cap"),
        ("It goes through a small model first, we call that the command screen.", "Command screen"),
        ("Then we have the dose interlock, down at the pump.", "Dose interlock"),
        ("The egress log. Nobody opens it.", "Egress log"),
    ],
)
def test_a_speaker_brings_up_a_control(said: str, control: str) -> None:
    assert control in names(talk(f"Ada: {said}"), "control")


@pytest.mark.parametrize(
    "said",
    [
        "Is there a volume cap on the sandbox?",
        "There's a great deal to say.",
        "I wish there was a dose interlock.",
        "That's a nice control.",
    ],
)
def test_a_question_a_wish_and_an_opinion_bring_up_nothing(said: str) -> None:
    assert not names(talk(f"Ada: {said}"), "control")


@pytest.mark.parametrize(
    ("question", "answer", "needed"),
    [
        ("What does the volume cap depend on?", "On the session ID being there.", "Session ID"),
        ("What does the dose interlock need?", "The drug library, obviously.", "Drug library"),
        ("And what does the axle counter rely on?", "On the relay cabinet.", "Relay cabinet"),
    ],
)
def test_an_answer_of_a_few_words_says_what_is_needed(question: str, answer: str, needed: str) -> None:
    control = question.split(" the ")[1].rsplit(" ", 2 if "on?" in question else 1)[0]
    read = talk(f"Ada: There's a {control}.", f"Bo: {question}", f"Ada: {answer}")

    assert needed in {target for _, target in ends(read, "DEPENDS_ON")}


@pytest.mark.parametrize("answer", ["Nobody.", "No idea.", "It runs by itself."])
def test_an_answer_that_names_nobody_owns_nothing(answer: str) -> None:
    read = talk("Ada: There's a volume cap on it.", "Bo: Who owns the volume cap?", f"Ada: {answer}")

    assert not relations(read, "OWNED_BY")


def test_a_bare_team_owns_what_was_asked_about() -> None:
    read = talk("Ada: There's a volume cap on it.", "Bo: Who owns the volume cap?", "Ada: Developer tools. Not us.")

    assert ("Volume cap", "Developer tools") in ends(read, "OWNED_BY")


def test_we_are_the_speakers_team() -> None:
    read = talk("Ada: There's a volume cap on it. We own it.")

    assert ("Volume cap", "Ward pharmacy") in ends(read, "OWNED_BY")


def test_a_latency_that_the_speaker_corrects_is_the_last_one() -> None:
    read = talk(
        "Ada: There's a command screen on it.",
        "Bo: Who hears of it?",
        "Ada: A block pages us, ward pharmacy. A minute, maybe. Well, let me think. It was changed. It's five minutes now.",
    )

    assert [(alert.channel, alert.latency_s) for alert in relations(read, "ALERTS")] == [("page", 300.0)]


def test_the_role_that_a_question_asks_for_is_the_person_of_the_answer() -> None:
    read = talk("Bo: And who's the incident lead?", "Ada: On paper that's Henrike Moss.")

    assert "incident lead" in next(p for p in elements(read, "person") if p.name == "Henrike Moss").aliases


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ("The night nurse, Ivy Tan, called the ward. Ivy Tan heard the door alarm at two.", ("Door alarm", "Ivy Tan")),
        ("Ivy Tan was woken by the door alarm.", ("Door alarm", "Ivy Tan")),
        ("Ivy Tan noticed the door alarm.", ("Door alarm", "Ivy Tan")),
    ],
)
def test_a_signal_alerts_whoever_hears_or_sees_it(line: str, pair: tuple[str, str]) -> None:
    read = extracted("Present: Ivy Tan", "# Safeguards", "**Door alarm.** It rings at the desk.", "# Night", line)

    assert pair in ends(read, "ALERTS")


def test_a_pronoun_that_works_for_somebody_is_the_person_named_last() -> None:
    read = extracted("The night porter, Ansel Roy, came. He works for Corbel Guards, the guarding firm.")

    assert ("Ansel Roy", "Corbel Guards") in ends(read, "MEMBER_OF")


@pytest.mark.parametrize(
    ("line", "needed"),
    [
        ("It places its calls over a mobile SIM.", "Mobile SIM"),
        ("It is refreshed by a nightly sync job.", "Nightly sync job"),
        ("What it does need is gas.", "Gas"),
        ("It only sees trains that go through the relay cabinet.", "Relay cabinet"),
        ("It's behind single sign-on.", "Single sign-on"),
    ],
)
def test_needs_that_nobody_calls_needs(line: str, needed: str) -> None:
    read = extracted("# Safeguards", f"**Door dialler.** {line}")

    assert ("Door dialler", needed) in ends(read, "DEPENDS_ON")


@pytest.mark.parametrize(
    "denial",
    [
        "No, there's no drone patrol.",
        "There is no such drone patrol, whatever they say.",
        "I wish we had a drone patrol.",
    ],
)
def test_what_a_speaker_denies_or_wishes_for_is_no_control(denial: str) -> None:
    read = talk("Bo: Somebody said that there is a drone patrol.", f"Ada: {denial}")

    assert "Drone patrol" not in names(read, "control")


@pytest.mark.parametrize(
    "said", ["It pages us within ten seconds.", "And we get a page within ten seconds.", "It alerts us in ten seconds."]
)
def test_us_is_the_speakers_team(said: str) -> None:
    read = talk(f"Ada: There's a dose interlock on it. {said}")

    assert ("Dose interlock", "Ward pharmacy") in ends(read, "ALERTS")
    assert relations(read, "ALERTS")[0].latency_s == 10.0
