from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**Dosage Interlock.** Owned by Pharmacy Systems.", {("OWNED_BY", "Dosage Interlock", "Pharmacy Systems")}),
        (
            "**Berth Monitor.** Owned and operated by the Harbour Desk.",
            {("OWNED_BY", "Berth Monitor", "Harbour Desk"), ("OPERATED_BY", "Berth Monitor", "Harbour Desk")},
        ),
        (
            "**Ledger Match.** Owned by Back Office, which runs it each night.",
            {("OWNED_BY", "Ledger Match", "Back Office"), ("OPERATED_BY", "Ledger Match", "Back Office")},
        ),
        (
            "**Relay Check.** Owned by Grid Operations, where Pia Holm looks after it.",
            {("OWNED_BY", "Relay Check", "Grid Operations"), ("OPERATED_BY", "Relay Check", "Pia Holm")},
        ),
        (
            "**Vault Alarm** and **Door Seal** are owned by Branch Security.",
            {
                ("OWNED_BY", "Vault Alarm", "Branch Security"),
                ("OWNED_BY", "Door Seal", "Branch Security"),
            },
        ),
        ("**Radar Filter.** Traffic Services owns it.", {("OWNED_BY", "Radar Filter", "Traffic Services")}),
    ],
)
def test_owners_and_operators_are_read(line: str, expected: set[tuple[str, str, str]]) -> None:
    proposals = extracted("## A Controls", line)

    found = {(type_, *pair) for type_ in ("OWNED_BY", "OPERATED_BY") for pair in ends(proposals, type_)}
    assert found == expected


@pytest.mark.parametrize(
    "line",
    [
        "**Dosage Interlock.** Nobody owns this practice. Limits: it is slow.",
        "**Berth Monitor.** No team is recorded as the owner of the monitor.",
        "**Ledger Match.** It is not owned by Back Office. Limits: none known.",
    ],
)
def test_nobody_is_no_owner(line: str) -> None:
    assert not ends(extracted("## A Controls", line), "OWNED_BY")


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (
            ("Bo Chen: I lead Grid Operations. Relay Check is ours, it trips the feeder.",),
            ("Relay Check", "Grid Operations"),
        ),
        (
            ("Bo Chen: I run Berth Planning.", "Bo Chen: Berth Monitor is mine, it refuses ships."),
            ("Berth Monitor", "Bo Chen"),
        ),
        (
            ("Ann Lee: Who owns Vault Alarm, which locks the door?", "Bo Chen: Branch Security, I believe."),
            ("Vault Alarm", "Branch Security"),
        ),
    ],
)
def test_speakers_say_what_is_theirs(talk: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert expected in ends(extracted(*talk, kind=DocumentKind.INTERVIEW), "OWNED_BY")


@pytest.mark.parametrize("verb", ["reviewed", "audited", "inspected"])
def test_reviewers_evaluate(verb: str) -> None:
    proposals = extracted(
        "## A Controls", f"**Hull Survey.** Owned by Fleet Services. It was {verb} by the Lloyd Institute."
    )

    assert ends(proposals, "EVALUATED_BY") == {("Hull Survey", "Lloyd Institute")}
