from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted

TALK = DocumentKind.INTERVIEW


@pytest.mark.parametrize(
    ("question", "answer", "needed"),
    [
        ("What does the crane lockout compare with?", "The lift plan table.", {"Lift plan table"}),
        (
            "On what does the crane lockout depend?",
            "On the wind gauge feed and on the mast clock.",
            {"Wind gauge feed", "Mast clock"},
        ),
        ("Does the crane lockout lean on anything?", "On the rigger roster, mainly.", {"Rigger roster"}),
        ("What feeds the crane lockout?", "The hook camera stream.", {"Hook camera stream"}),
        (
            "And what are the preconditions of the crane lockout?",
            "A fuel table; the mast clock.",
            {"Fuel table", "Mast clock"},
        ),
    ],
)
def test_an_answer_names_what_is_asked_to_be_needed(question: str, answer: str, needed: set[str]) -> None:
    read = extracted(
        "Jo Lind: What stops a bad lift?",
        "Ann Ek: The crane lockout.",
        f"Jo Lind: {question}",
        f"Ann Ek: {answer}",
        kind=TALK,
    )

    assert ends(read, "DEPENDS_ON") == {("Crane lockout", each) for each in needed}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What does the crane lockout compare with?", "Nothing at all."),
        ("On what does the crane lockout depend?", "I don't know."),
        ("Who paints the crane?", "The night shift table."),
    ],
)
def test_an_answer_that_names_no_need_gives_none(question: str, answer: str) -> None:
    read = extracted(
        "Jo Lind: What stops a bad lift?",
        "Ann Ek: The crane lockout.",
        f"Jo Lind: {question}",
        f"Ann Ek: {answer}",
        kind=TALK,
    )

    assert ends(read, "DEPENDS_ON") == set()


@pytest.mark.parametrize(
    "line",
    [
        "Requires: the quay register; the pilot list.",
        "Depends on: the quay register and the pilot list.",
        "Needs the quay register and the pilot list.",
    ],
)
def test_a_label_says_what_the_control_above_it_needs(line: str) -> None:
    read = extracted(
        "## A Controls", "**Berth Gate.** Owned by Pit Safety.", "## B Notes", "The Berth Gate is simple.", line
    )

    assert ends(read, "DEPENDS_ON") == {("Berth Gate", "Quay register"), ("Berth Gate", "Pilot list")}


def test_the_items_of_a_list_are_what_its_opening_says_is_needed() -> None:
    read = extracted(
        "## A Controls",
        "**Berth Gate.** Owned by Pit Safety.",
        "## B Notes",
        "The Berth Gate relies on three things:",
        "- the quay register;",
        "- the harbour token service.",
    )

    assert ends(read, "DEPENDS_ON") == {("Berth Gate", "Quay register"), ("Berth Gate", "Harbour token service")}


def test_a_label_without_a_control_above_it_gives_nothing() -> None:
    assert ends(extracted("## Notes", "Requires: the quay register."), "DEPENDS_ON") == set()
