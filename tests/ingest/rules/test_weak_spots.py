from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted

CONTROLS = ("## A Controls", "**Sluice Guard.** Owned by Pit Safety.", "## B Notes")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Sluice Guard is old. Its only input is the basin feed.",
        "The Sluice Guard is old. The weak spot is the basin feed.",
        "The Sluice Guard is old. The basin feed is its single point of failure.",
        "The basin feed is used by the Sluice Guard.",
        "The basin feed must be running for the Sluice Guard to act.",
        "Kill the basin feed and the Sluice Guard is blind.",
    ],
)
def test_what_is_called_the_weak_spot_is_needed(sentence: str) -> None:
    assert ("Sluice Guard", "Basin feed") in ends(extracted(*CONTROLS, sentence), "DEPENDS_ON")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Sluice Guard is old. Its only owner is the basin crew.",
        "The basin feed is not used by the Sluice Guard.",
        "The Sluice Guard is old. A weak spot might be the basin feed.",
    ],
)
def test_what_is_denied_or_open_is_no_weak_spot(sentence: str) -> None:
    assert ends(extracted(*CONTROLS, sentence), "DEPENDS_ON") == set()


@pytest.mark.parametrize("how", ["supplied by", "leased from", "bought from"])
def test_what_a_firm_supplies_depends_on_the_firm(how: str) -> None:
    read = extracted(*CONTROLS, f"The Sluice Guard needs the basin server, {how} Orrin Systems Ltd.")

    assert ends(read, "DEPENDS_ON") == {("Sluice Guard", "Basin server"), ("Basin server", "Orrin Systems Ltd")}
