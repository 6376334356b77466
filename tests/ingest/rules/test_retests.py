"""Tests without a name of their own: what was put to a control, by whom, and how it came out."""

from __future__ import annotations

import pytest

from tests.ingest.rules.written import CONTROL_TABLE, ends, extracted


def told(*lines: str) -> set[tuple[str, str]]:
    return ends(extracted(*CONTROL_TABLE, *lines), "EVALUATED_BY")


@pytest.mark.parametrize(
    ("text", "control", "test", "by"),
    [
        (
            "On 3 May the Fraud Desk sent 60 forged orders through the bank's gate; the payment hold stopped 58.",
            "Payment hold",
            "60 forged orders",
            "Fraud Desk",
        ),
        (
            "Maintenance repeated the overheating run on 9 June, and the oven cut-out tripped at 240 degrees.",
            "Oven cut-out",
            "Repeated the overheating run",
            "Maintenance",
        ),
        (
            "Afterwards Plant Operations released 12 gas samples. The chlorine alarm rang for 11 of them.",
            "Chlorine alarm",
            "12 gas samples",
            "Plant Operations",
        ),
    ],
)
def test_what_was_put_to_a_control_is_evidence(text: str, control: str, test: str, by: str) -> None:
    assert told(text) == {(control, test), (test, by)}


@pytest.mark.parametrize(
    "text",
    [
        "The Fraud Desk sent 60 orders to the printer; the payment hold is in the manual.",
        "Maintenance never repeated the run, and the oven cut-out tripped twice.",
        "Plant Operations sent 12 samples to the laboratory. They came back in May.",
        "If Maintenance repeated the run, the oven cut-out would trip at 240 degrees.",
    ],
)
def test_what_tells_of_no_outcome_is_no_test(text: str) -> None:
    assert not {by for _, by in told(text)} & {"Fraud Desk", "Maintenance", "Plant Operations"}
