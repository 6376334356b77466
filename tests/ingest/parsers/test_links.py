"""Which links are out of date: their words name one number, and the heading that they lead to has another."""

from __future__ import annotations

import pytest

from ingest.parsers.links import is_stale


@pytest.mark.parametrize(
    ("label", "heading"),
    [
        ("Section 5.3", "5.4 Gates"),
        ("Claim 2", "Claim 3: Dikes hold"),
        ("5.2", "2.9 Claim 5.3: Dikes hold"),
        ("4", "5. Gates"),
    ],
)
def test_link_to_a_heading_of_another_number_is_stale(label: str, heading: str) -> None:
    assert is_stale(label, heading)


@pytest.mark.parametrize(
    ("label", "heading"),
    [
        ("Claim 3", "2.9 Claim 3: Dikes hold"),
        ("Section 2.9", "2.9 Claim 3: Dikes hold"),
        ("Section 2.9", "Section 2.9"),
        ("Claim 3", "Dikes hold"),
        ("the gates", "5.4 Gates"),
        ("Claims 3 and 4", "Claim 5: Dikes hold"),
        ("90% of the dikes", "Claim 5: Dikes hold"),
    ],
)
def test_link_to_a_heading_that_is_numbered_so_or_not_at_all_is_not_stale(label: str, heading: str) -> None:
    assert not is_stale(label, heading)
