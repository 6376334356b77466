from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted

_ASKED = "Ida Noor: Who gets paged by the Flow Monitor?"
_FIRST = "Jan Holm: The Flow Monitor pages Dock Services."
_TAKEN_BACK = "Jan Holm: No, sorry. The Flow Monitor pages Lock Services."


def _paged(*lines: str) -> set[tuple[str, str]]:
    return ends(extracted(*lines, kind=DocumentKind.INTERVIEW), "ALERTS")


def test_a_speaker_takes_back_all_that_was_said_of_it_before() -> None:
    assert _paged(_ASKED, _FIRST, _ASKED, _FIRST, _ASKED, _TAKEN_BACK) == {("Flow Monitor", "Lock Services")}


def test_what_is_said_again_behind_a_correction_stands() -> None:
    paged = _paged(_ASKED, _FIRST, _ASKED, _TAKEN_BACK, _ASKED, _FIRST)

    assert paged == {("Flow Monitor", "Lock Services"), ("Flow Monitor", "Dock Services")}


def test_a_correction_can_be_corrected_in_its_turn() -> None:
    again = "Jan Holm: No, I was wrong. The Flow Monitor pages Weir Watch."

    assert _paged(_ASKED, _FIRST, _ASKED, _TAKEN_BACK, _ASKED, again) == {("Flow Monitor", "Weir Watch")}


@pytest.mark.parametrize(
    "last",
    [
        "Piet Roos: No, sorry. The Flow Monitor pages Lock Services.",
        "Jan Holm: No, sorry. The Tide Alarm pages Lock Services.",
        "Jan Holm: No, sorry. The Flow Monitor pages Dock Services.",
    ],
)
def test_only_the_same_speaker_takes_back_what_was_said_of_the_same_thing(last: str) -> None:
    assert ("Flow Monitor", "Dock Services") in _paged(_ASKED, _FIRST, _ASKED, last)
