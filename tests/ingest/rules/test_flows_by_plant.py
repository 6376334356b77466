from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted

CONTROLS = ("## A Controls", "**Sluice Guard.** Owned by Pit Safety.", "## B Notes")


@pytest.mark.parametrize(
    ("sentence", "needed"),
    [
        ("The Sluice Guard times each barge over the canal clock.", "Canal clock"),
        ("The Sluice Guard judges each barge by means of a draught table.", "Draught table"),
        ("The Sluice Guard has to fetch its limits from the basin server.", "Basin server"),
        ("The Sluice Guard measures against a tide baseline.", "Tide baseline"),
        ("The Sluice Guard scans what the barge inventory lists.", "Barge inventory"),
        ("The Sluice Guard analyses whatever arrives on the lock topic.", "Lock topic"),
        ("The Sluice Guard is built on the basin mirror.", "Basin mirror"),
        ("The Sluice Guard closes gates and does so only with the winter setting turned on.", "Winter setting"),
        ("A charged battery bank is essential to the Sluice Guard.", "Charged battery bank"),
        ("The Sluice Guard closes. Warnings go out according to the duty roster file.", "Duty roster file"),
    ],
)
def test_what_a_control_works_with_is_needed(sentence: str, needed: str) -> None:
    found = ends(extracted(*CONTROLS, sentence), "DEPENDS_ON")

    assert {source for source, _ in found} == {"Sluice Guard"}
    assert any(needed.rsplit(maxsplit=1)[-1].casefold() in target.casefold() for _, target in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Sluice Guard removes stale entries from the berth register.",
        "The Sluice Guard protects barges from the canal network.",
        "The Sluice Guard might one day measure against a tide baseline.",
        "The Sluice Guard never fetches anything from the basin server.",
        "A charged battery bank is not essential to the Sluice Guard.",
    ],
)
def test_what_is_only_acted_on_or_denied_is_not_needed(sentence: str) -> None:
    assert ends(extracted(*CONTROLS, sentence), "DEPENDS_ON") == set()
