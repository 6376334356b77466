from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted, names


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Interviewee: Dr Ruth Lund, Clinical Safety, Ostby Hospital",
            {("Ruth Lund", "Clinical Safety"), ("Clinical Safety", "Ostby Hospital")},
        ),
        (
            "Guest: Irene Vass of Release Engineering. The recorder failed twice.",
            {("Irene Vass", "Release Engineering")},
        ),
        ("Notes of a talk with Karl Beck (Head of Treasury, Lindmark Bank)", {("Karl Beck", "Lindmark Bank")}),
        ("Interview 9: Karl Beck, Chief Risk Officer, Lindmark AI", {("Karl Beck", "Lindmark AI")}),
        ("Session B · Karl Beck, grid security", {("Karl Beck", "Grid security")}),
    ],
)
def test_a_line_gives_person_team_and_firm(line: str, expected: set[tuple[str, str]]) -> None:
    found = extracted(line, "", "Nothing else was said.", kind=DocumentKind.INTERVIEW)

    assert ends(found, "MEMBER_OF") == expected


def test_the_answer_to_who_one_is_gives_the_team() -> None:
    found = extracted(
        "Q: Please state your name and team.",
        "A: Ruth Lund, Harbour Operations, Ostby Shipping.",
        kind=DocumentKind.INTERVIEW,
    )

    assert ends(found, "MEMBER_OF") == {("Ruth Lund", "Harbour Operations"), ("Harbour Operations", "Ostby Shipping")}


def test_a_reviewer_belongs_to_the_firm_beside_the_name() -> None:
    found = extracted("Reviewer: Ruth Lund, Ostby Evaluations", "I agree with Claim 2.", kind=DocumentKind.CRITIQUE)

    assert names(found, "organization") == {"Ostby Evaluations"}
    assert ends(found, "MEMBER_OF") == {("Ruth Lund", "Ostby Evaluations")}


@pytest.mark.parametrize(
    "line",
    [
        "Team members: Ruth Lund, Karl Beck.",
        "Present: Ruth Lund, Karl Beck and two guests",
        "Interview with Ruth Lund, 14:00, her office",
        "We spoke of the Release Gate, Claim 2 and the budget.",
    ],
)
def test_other_names_and_places_behind_a_name_are_no_teams(line: str) -> None:
    found = extracted(line, "", "Nothing else was said.", kind=DocumentKind.INTERVIEW)

    assert not ends(found, "MEMBER_OF")
    assert not names(found, "organization")
