from __future__ import annotations

import pytest

from tests.ingest.rules.written import extracted, names


@pytest.mark.parametrize(
    ("lines", "control", "dependency"),
    [
        (("The berth quorum requires the harbour token service.",), "Berth quorum", "Harbour token service"),
        (("Egress Clamp works from the port allowlist.",), "Egress Clamp", "Port allowlist"),
        (("The kiln archive relies on a retention rule.",), "Kiln archive", "Retention rule"),
    ],
)
def test_what_needs_is_a_control_and_what_is_needed_a_dependency(
    lines: tuple[str, ...], control: str, dependency: str
) -> None:
    read = extracted("## Notes", *lines)

    assert control in names(read, "control")
    assert dependency in names(read, "dependency")


def test_what_is_needed_and_acts_by_itself_stays_a_control() -> None:
    read = extracted(
        "## Notes", "The dock allowlist blocks every foreign ship.", "The pilot gate relies on the dock allowlist."
    )

    assert "Dock allowlist" in names(read, "control")


def test_plant_that_needs_other_plant_stays_a_dependency() -> None:
    read = extracted("## Notes", "The weighbridge database needs the quay network.")

    assert "Weighbridge database" not in names(read, "control")
