"""What answers name in a few words is of the sort that the question asks for."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names, relations

HEADER = "A call with Ines Roth, Harbour Services"


def talk(question: str, *answers: str) -> Proposals:
    said = [f"Ines Roth: {answer}" for answer in answers]
    return extracted(HEADER, f"Interviewer: {question}", *said, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("question", "answer", "kind", "name"),
    [
        ("Is anybody checking that it is locked?", "The evening round. Two of us walk it.", "control", "Evening round"),
        ("How do you know that it isn't leaking?", "Through the red-card reading.", "control", "Red-card reading"),
        ("What stops a stray crane?", "Mainly the end-stop rule. It is painted on.", "control", "End-stop rule"),
        ("Which grounds do you have?", "Mainly the brine soak.", "evidence", "Brine soak"),
        ("What evidence is there?", "The double-blind tasting.", "evidence", "Double-blind tasting"),
        ("What makes you believe that?", "The heron count.", "evidence", "Heron count"),
        ("Where do the samples come from?", "From the archive.", "dependency", "Archive"),
        ("Where does the crane get its list from?", "The berth planner sheet.", "dependency", "Berth planner sheet"),
        ("Where do the names come from?", "From the crew roster.", "dependency", "Crew roster"),
    ],
)
def test_a_short_answer_names_what_is_asked_for(question: str, answer: str, kind: str, name: str) -> None:
    assert name in names(talk(question, answer), kind)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is anybody checking that it is locked?", "Not the evening round."),
        ("Is anybody checking that it is locked?", "The evening round used to be good, years ago."),
        ("What did you have for lunch?", "The evening round."),
        ("Which grounds do you have?", "The best question."),
        ("Where do the samples come from?", "The people upstairs."),
        ("What stops a stray crane?", "The harbour team."),
    ],
)
def test_other_answers_name_nothing(question: str, answer: str) -> None:
    read = talk(question, answer)

    assert not any(names(read, kind) for kind in ("control", "evidence", "dependency"))


def test_grounds_support_the_claim_just_defended_as_strongly_as_the_speaker_says() -> None:
    read = extracted(
        HEADER,
        "Interviewer: What do you defend?",
        "Ines Roth: I defend the claim that the quay cannot sink at all.",
        "Interviewer: Which grounds do you have?",
        "Ines Roth: Mainly the brine soak. To me that's strong.",
        "Ines Roth: Second, the sonar picture. I'd call it weak.",
        kind=DocumentKind.INTERVIEW,
    )

    assert [relation.strength for relation in relations(read, "SUPPORTED_BY")] == ["strong", "weak"]
    assert {target for _, target in ends(read, "SUPPORTED_BY")} == {"Brine soak", "Sonar picture"}


def test_what_something_is_said_to_have_is_a_part_of_it() -> None:
    read = talk(
        "How does it work?",
        "The crane lock has a blocklist. The blocklist is a sheet. I like the blocklist. Without the blocklist there is no lock.",
    )

    assert "Blocklist" in names(read, "dependency")


@pytest.mark.parametrize(
    ("said", "pair"),
    [
        ("The PLC is a box. No PLC, no crane lock.", ("Crane lock", "PLC")),
        ("There's a crane lock. The crane lock only knows what the tide meter tells it.", ("Crane lock", "Tide meter")),
        (
            "There's a crane lock. If the tide meter isn't answering, the crane lock does nothing.",
            ("Crane lock", "Tide meter"),
        ),
    ],
)
def test_needs_in_talk(said: str, pair: tuple[str, str]) -> None:
    assert pair in ends(talk("And then?", f"There's a crane lock. {said}"), "DEPENDS_ON")


def test_an_answer_about_another_thing_says_nothing_of_what_was_asked() -> None:
    read = talk("Who looks after the tide meter?", "There's a crane lock. The crane lock's ours.")

    assert ("Crane lock", "Harbour Services") in ends(read, "OWNED_BY")
    assert not {pair for pair in ends(read, "OPERATED_BY") if pair[0] == "Tide meter"}


def test_initials_behind_a_name_are_no_team() -> None:
    read = extracted(
        "PRESENT: Femi Brook (FB), Lena Oak (LO)", "Femi Brook: The crane lock's ours.", kind=DocumentKind.INTERVIEW
    )

    assert "FB" not in names(read, "team")


def test_work_and_team_above_the_first_turn_are_those_of_the_only_one_who_answers() -> None:
    read = extracted(
        "# Interview 3: Ana Brook",
        "Survey lead, Harbour Services. Conducted by Lena Oak on 4 May.",
        "Interviewer: What do you do?",
        "Ana Brook: I measure depths.",
        kind=DocumentKind.INTERVIEW,
    )

    assert ("Ana Brook", "Harbour Services") in ends(read, "MEMBER_OF")
    assert "Lena Oak" not in names(read, "person")


def test_who_acts_in_a_timeline_belongs_to_the_team_in_brackets() -> None:
    read = extracted(
        "| When | What |",
        "| 4 May, 15:10 | Priya Nair (Tide Survey) finds the gap. |",
        "| 4 May, 15:25 | Nair tells Tomas Oak by chat. |",
        "| 4 May, 15:40 | The gate (Main Basin) is shut. |",
    )

    assert ends(read, "MEMBER_OF") == {("Priya Nair", "Tide Survey")}
