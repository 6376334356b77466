from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from ingest.extraction import Proposals
from tests.ingest.rules.written import ends, extracted, names

HEADER = "A call with Ines Roth, Harbour Services"


def talk(*turns: str) -> Proposals:
    return extracted(HEADER, *turns, kind=DocumentKind.INTERVIEW)


@pytest.mark.parametrize(
    ("turn", "pair"),
    [
        ("Ines Roth: One of mine shuts the boom and rings me if I am ashore.", ("Harbour Services", "Ines Roth")),
        (
            "Ines Roth: Allow ten minutes for the duty pilot officer to get hold of Harbour Services.",
            ("Duty pilot officer", "Harbour Services"),
        ),
        ("Ines Roth: I look at the tide and then phone Coast Control Office.", ("Ines Roth", "Coast Control Office")),
        ("Ines Roth: We close the gate and ring Coast Control Office.", ("Harbour Services", "Coast Control Office")),
    ],
)
def test_who_tells_and_is_told_in_talk(turn: str, pair: tuple[str, str]) -> None:
    assert pair in ends(talk("Interviewer: What then?", turn), "ESCALATES_TO")


@pytest.mark.parametrize(
    "turn",
    [
        "Ines Roth: Nobody rings me at night.",
        "Ines Roth: They might ring me, or they might not.",
        "Ines Roth: It used to be that one of mine would never ring me.",
    ],
)
def test_what_is_denied_or_only_possible_tells_nobody(turn: str) -> None:
    assert ends(talk("Interviewer: And at night?", turn), "ESCALATES_TO") == set()


@pytest.mark.parametrize(
    ("turn", "name"),
    [
        ("Ines Roth: I'd put a second boom at the mole to stand in for the old one.", "Put a second boom"),
        ("Ines Roth: I've asked for a spare key to the vault, kept by the bank.", "spare key to the vault"),
        ("Ines Roth: I would buy a third generator so that the ward has one.", "third generator"),
    ],
)
def test_a_second_thing_beside_the_first_is_a_proposed_change(turn: str, name: str) -> None:
    found = {each.casefold() for each in names(talk("Interviewer: Anything else?", turn), "mitigation")}

    assert any(name.casefold().removeprefix("put a ") in each for each in found)


@pytest.mark.parametrize(
    "turn",
    [
        "Ines Roth: I want to give you time to look around the harbour.",
        "Ines Roth: We want to understand the tide better than we do.",
        "Ines Roth: I'd put it down to luck.",
    ],
)
def test_what_a_speaker_wants_in_passing_is_no_change(turn: str) -> None:
    assert names(talk("Interviewer: And now?", turn), "mitigation") == set()


def test_a_role_of_the_day_is_somebody() -> None:
    assert "Reviewer of the week" in names(talk("Ines Roth: A rota. The reviewer of the week."), "person")


@pytest.mark.parametrize("word", ["exercise", "effort", "building"])
def test_a_team_that_only_describes_another_noun_is_none(word: str) -> None:
    assert names(talk(f"Ines Roth: It is not just a harbour rescue team {word}."), "team") == {"Harbour Services"}
