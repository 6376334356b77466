"""People in running text: their roles, teams and organizations, and the short ways of calling them."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, ends, extracted, names


@pytest.mark.parametrize(
    ("line", "person", "role"),
    [
        ("Night porter Anselm Roy hears the buzzer on his round.", "Anselm Roy", "night porter"),
        ("Then the duty signaller, Ruth Adeyemi, saw the lamp.", "Ruth Adeyemi", "duty signaller"),
        ("This was written by Kofi Lindqvist, incident commander.", "Kofi Lindqvist", "incident commander"),
        ("We told the head of the ward, Dr Paula Reyes.", "Paula Reyes", "head of the ward"),
    ],
)
def test_a_named_person_is_also_called_by_the_role(line: str, person: str, role: str) -> None:
    read = extracted(line)

    assert person in names(read, "person")
    assert role in elements(read, "person")[0].aliases


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ("Dalia Brandt on the support desk reads the mail.", ("Dalia Brandt", "Support desk")),
        ("Tom Wren, a systems administrator at our customer Pell & Sons, sees it.", ("Tom Wren", "Pell & Sons")),
        ("Release engineering on-call (Marc Thiele) confirms it.", ("Marc Thiele", "Release engineering on-call")),
        ("It went to the network team, Rosa Achter's people.", ("Rosa Achter", "Network team")),
        ("That is Henrike Moss. She heads security response.", ("Henrike Moss", "Security response")),
    ],
)
def test_a_person_belongs_to_the_group_named_beside(line: str, pair: tuple[str, str]) -> None:
    assert pair in ends(extracted(line), "MEMBER_OF")


@pytest.mark.parametrize(
    "line",
    [
        "Smoke Detectors on the upper deck were new.",
        "Lessons Learned from the first safety case.",
        "The Blue Line on the left is older.",
    ],
)
def test_what_is_no_person_belongs_to_no_group(line: str) -> None:
    assert not ends(extracted(line), "MEMBER_OF")


@pytest.mark.parametrize(
    ("title", "pair"),
    [
        (
            "Conversation with Leonie Abara, detection engineering, Varrow Labs",
            ("Leonie Abara", "Detection engineering"),
        ),
        ("INTERVIEW 2 / Bashir Quent, agent platform, Varrow Labs", ("Bashir Quent", "Agent platform")),
        ("A talk with Ada Nwosu, ward pharmacy, St Brannock Hospital", ("Ada Nwosu", "Ward pharmacy")),
    ],
)
def test_a_title_says_who_is_asked_and_in_which_team(title: str, pair: tuple[str, str]) -> None:
    read = extracted(title, "Interviewer: What do you do?", kind=DocumentKind.INTERVIEW)

    assert pair in ends(read, "MEMBER_OF")


def test_one_of_the_speakers_own_people_is_in_the_speakers_team() -> None:
    read = extracted(
        "Interview with Bo Quent, agent platform, Varrow Labs",
        "Bo Quent: One of our people, Mei Tanaka, saw it.",
        kind=DocumentKind.INTERVIEW,
    )

    assert ("Mei Tanaka", "Agent platform") in ends(read, "MEMBER_OF")


@pytest.mark.parametrize(("one", "other"), [("Security", "security team"), ("Network", "network on-call")])
def test_a_team_is_one_however_it_is_called(one: str, other: str) -> None:
    read = extracted(f"- 09:10 – The {other} calls the Board.", f"- 09:28 – {one} acknowledges the page.")

    assert len([name for name in names(read, "team") if one.casefold() in name.casefold()]) == 1
