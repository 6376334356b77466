"""Tests that a document calls by ordinary words, where it says how they came out or who made them."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import extracted, names


def evidence(*lines: str, kind: DocumentKind = DocumentKind.REPORT) -> set[str]:
    return names(extracted(*lines, kind=kind), "evidence")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In the brake test of 4 May, 9 of 10 trains stopped short of the buffer.", "Brake test"),
        ("A power-loss drill in the autumn showed that the pumps restart in a minute.", "Power-loss drill"),
        ("During the smoke rehearsal the doors closed on all six floors.", "Smoke rehearsal"),
        ("The wrong-dose simulation was run by the pharmacy board.", "Wrong-dose simulation"),
        ("Auditors held a phishing exercise in March.", "Phishing exercise"),
        ("Our lost-badge walk-through turned up two open doors.", "Lost-badge walk-through"),
        ("A functional test of the tail lamps followed, and 11 of 12 lit.", "Functional test of the tail lamps"),
    ],
)
def test_a_test_with_an_outcome_or_a_maker_is_evidence(sentence: str, expected: str) -> None:
    assert expected in evidence(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A brake test is planned for the autumn, and 9 of 10 trains should stop.",
        "Nobody has held a smoke rehearsal here, and the doors failed twice.",
        "We recommend a wrong-dose simulation, as two pumps failed.",
        "The next phishing exercise will be run by the Audit Office.",
        "The brake test bench failed in March.",
        "The lost-badge walk-through was cancelled after two guards fell ill.",
    ],
)
def test_what_was_not_made_is_no_evidence(sentence: str) -> None:
    assert evidence(sentence) == set()


def test_a_test_is_called_with_and_without_its_date() -> None:
    found = extracted("The brake test of 4 May found two faults. In the brake test the wagons held.")
    named = {e.name: set(e.aliases) for e in found.elements if not e.mention}
    assert named == {"Brake test": {"brake test", "brake test of 4 May"}}


def test_a_test_that_only_its_date_tells_apart_is_called_by_it() -> None:
    assert evidence("In the drill of 9 June two of six gates stuck.") == {"Drill of 9 June"}
