from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted

TURNS = ("Jo Lind: What do you do?", "Ines Roth: All sorts.", "Jo Lind: Such as?", "Ines Roth: The boats.")


@pytest.mark.parametrize(
    ("head", "belongs"),
    [
        ("Interview with Ines Roth, night lead, Harbour Services", ("Ines Roth", "Harbour Services")),
        ("Ines Roth, ward pharmacist, Elm Ward", ("Ines Roth", "Elm Ward")),
        ("Conversation with Ines Roth and Bo Sand, Model Oversight", ("Bo Sand", "Model Oversight")),
    ],
)
def test_the_head_of_an_interview_says_the_team(head: str, belongs: tuple[str, str]) -> None:
    read = extracted(head, *TURNS, kind=DocumentKind.INTERVIEW)

    assert belongs in ends(read, "MEMBER_OF")


@pytest.mark.parametrize(
    ("said", "belongs"),
    [
        ("Then I ring Marta Lie, she runs SecOps.", ("Marta Lie", "SecOps")),
        ("I tell Marta Lie, who's head of Track Works.", ("Marta Lie", "Track Works")),
        ("I lead Agent Oversight, Marta is on my team. Marta Lie.", ("Marta Lie", "Agent Oversight")),
    ],
)
def test_a_speaker_says_who_belongs_where(said: str, belongs: tuple[str, str]) -> None:
    read = extracted("A call", *TURNS, f"Ines Roth: {said}", kind=DocumentKind.INTERVIEW)

    assert belongs in ends(read, "MEMBER_OF")


@pytest.mark.parametrize(
    "said",
    ["Marta Lie is on leave every other week.", "I saw Marta Lie, head of a table in the canteen.", "Marta Lie, who's in Oslo, rang."],
)  # fmt: skip
def test_what_names_no_team_puts_nobody_into_one(said: str) -> None:
    read = extracted("A call", *TURNS, f"Ines Roth: {said}", kind=DocumentKind.INTERVIEW)

    assert ends(read, "MEMBER_OF") == set()
