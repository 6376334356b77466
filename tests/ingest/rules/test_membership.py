from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted, names


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Present: Pia Holm (Grid Operations), Bo Chen (Ward Services)",
            {("Pia Holm", "Grid Operations"), ("Bo Chen", "Ward Services")},
        ),
        (
            "Speakers: Pia Holm, Grid Operations; Bo Chen, Harbour Desk",
            {("Pia Holm", "Grid Operations"), ("Bo Chen", "Harbour Desk")},
        ),
        ("Notes of a conversation with Bo Chen, Back Office", {("Bo Chen", "Back Office")}),
        ("Interview - Ward Services - Bo Chen (BC) with Pia Holm", {("Bo Chen", "Ward Services")}),
        ("Pia Holm leads Grid Operations.", {("Pia Holm", "Grid Operations")}),
        ("Grid Operations, led by Pia Holm, wrote this.", {("Pia Holm", "Grid Operations")}),
        ("Harbour Desk, under Bo Chen, supplied the plan.", {("Bo Chen", "Harbour Desk")}),
        ("Written by Bo Chen for the Safety Board.", {("Bo Chen", "Safety Board")}),
        (
            "Both the duty engineer and the night pilot belong to Port Services.",
            {
                ("Duty engineer", "Port Services"),
                ("Night pilot", "Port Services"),
            },
        ),
    ],
)
def test_members_and_their_teams_are_read(line: str, expected: set[tuple[str, str]]) -> None:
    assert ends(extracted("# Notes", line), "MEMBER_OF") == expected


@pytest.mark.parametrize(
    "words", ["I lead Grid Operations.", "I'm in Grid Operations.", "I'm a planner in Grid Operations."]
)
def test_speakers_introduce_themselves(words: str) -> None:
    proposals = extracted(f"Bo Chen: {words}", kind=DocumentKind.INTERVIEW)

    assert ends(proposals, "MEMBER_OF") == {("Bo Chen", "Grid Operations")}


def test_two_people_of_one_surname_stay_two() -> None:
    proposals = extracted(
        "Present: Ida Roth (Ward Services), Max Roth (Back Office)", "I. Roth asked about the pump. M. Roth left."
    )

    assert names(proposals, "person") == {"Ida Roth", "Max Roth"}
