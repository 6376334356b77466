from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import extracted, names


@pytest.mark.parametrize(
    ("talk", "name"),
    [
        (("Bo Chen: The Dose Alarm blocks the pump.", "Ann Lee: I thought that was planned for autumn."), "Dose Alarm"),
        (("Bo Chen: The Berth Filter stops small craft.", "Ann Lee: That isn't in place, is it?"), "Berth Filter"),
        (
            ("Bo Chen: The Vault Sensor Gate refuses entry.", "Ann Lee: It is still only proposed, I hear."),
            "Vault Sensor Gate",
        ),
    ],
)
def test_what_is_said_to_be_only_planned_is_no_control(talk: tuple[str, ...], name: str) -> None:
    proposals = extracted(*talk, kind=DocumentKind.INTERVIEW)

    assert name not in names(proposals, "control")
    assert name in names(proposals, "mitigation")


def test_a_control_in_force_stays_one() -> None:
    proposals = extracted(
        "Bo Chen: The Dose Alarm blocks the pump.", "Ann Lee: It was tried in spring.", kind=DocumentKind.INTERVIEW
    )

    assert "Dose Alarm" in names(proposals, "control")
