"""Who made a test, in all the places where text says so."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted


def made(*lines: str, kind: DocumentKind = DocumentKind.REPORT) -> set[tuple[str, str]]:
    return ends(extracted(*lines, kind=kind), "EVALUATED_BY")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The brake drill, run in May by Track Safety, found two faults.", "Track Safety"),
        ("The dosing simulation was conducted by the Ward Board and 9 of 10 orders were refused.", "Ward Board"),
        ("Vault Audit carried out the key-loss exercise in June.", "Vault Audit"),
        ("In the flood rehearsal, which Flood Office held in March, all six gates shut.", "Flood Office"),
        ("The wire-fraud test by Payment Integrity let 3 of 90 orders through.", "Payment Integrity"),
        ("A trial of the flood gates by Ernest & Vale found two gaps.", "Ernest & Vale"),
        ("A retest of the lamps by Track Safety on 2 May found two faults.", "Track Safety"),
        ("During the weekly functional check, Depot South found that the horn was dead.", "Depot South"),
        ("The solvent trial (April, Process Hygiene) found one leak.", "Process Hygiene"),
        ("In the solvent trial 3 of 40 seals failed. Process Hygiene had set it up.", "Process Hygiene"),
        ("In the flood rehearsal all six gates shut. It was run by Flood Office.", "Flood Office"),
        ("Flood Office sent 80 false readings. In this spoofing trial 71 were refused.", "Flood Office"),
        (
            "The glare test was held in May with the Road Institute as assessor, and 8 of 9 signs passed.",
            "Road Institute",
        ),
    ],
)
def test_who_made_a_test_is_told(text: str, expected: str) -> None:
    assert expected in {by for _, by in made(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The brake drill, commissioned by Track Safety, found two faults.",
        "The dosing simulation found two faults in the pumps operated by the Ward Board.",
        "The key-loss exercise was not held by Vault Audit, and 2 of 9 keys failed.",
        "The flood rehearsal found that 3 of 9 gates leak. Flood Office owns the gates.",
        "The wire-fraud test let 3 of 90 orders through, and Payment Integrity was told by mail.",
    ],
)
def test_who_only_asked_owns_or_hears_made_no_test(text: str) -> None:
    assert not {by for _, by in made(text)} & {
        "Track Safety",
        "Ward Board",
        "Vault Audit",
        "Flood Office",
        "Payment Integrity",
    }


def test_who_is_named_in_reply_made_the_test_asked_about() -> None:
    found = made(
        "Q: Was it tried?",
        "Ana Reyes: In the spring halt test five of six sites stopped.",
        "Q: Who organised that?",
        "Ana Reyes: Grid Continuity. They brought cake.",
        kind=DocumentKind.INTERVIEW,
    )
    assert ("Spring halt test", "Grid Continuity") in found


def test_two_who_made_a_test_are_both_told() -> None:
    found = made("The brake drill was run by Track Safety and Depot Training, and 8 of 9 held.")
    assert {by for _, by in found} == {"Track Safety", "Depot Training"}
