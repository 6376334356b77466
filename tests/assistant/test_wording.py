from __future__ import annotations

import pytest

from assistant.wording import duration


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (900, "15 minutes"),
        (86_400, "1 day"),
        (21_840, "6 hours 4 minutes"),
        (165_960, "1 day 22 hours 6 minutes"),
        (90.5, "90.5 seconds"),
    ],
)
def test_a_duration_is_said_in_the_fewest_units_that_are_exact(seconds: float, words: str) -> None:
    assert duration(seconds) == words
