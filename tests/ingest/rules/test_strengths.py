from __future__ import annotations

import pytest

from ingest.extractors.rules.strengths import strength_in


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("We place moderate weight on the dosage review.", "moderate"),
        ("The breaker test is weak evidence, as loads were light.", "weak"),
        ("We regard this line as weak; cargo is opened rarely.", "weak"),
        ("We consider the dual signature a strong line.", "strong"),
        ("Segregation of duties (moderate): two clerks agree.", "moderate"),
        ("The pressure drill carries strong weight.", "strong"),
        ("Claim 4, on the hull: weak evidence.", "weak"),
        ("Moderate weight: some wards have no entry.", "moderate"),
        ("Taken together the claim is moderately well supported.", "moderate"),
        ("We give the harbour log little weight.", "weak"),
    ],
)
def test_strength_is_read_from_its_words(text: str, strength: str) -> None:
    assert strength_in(text) == strength


@pytest.mark.parametrize(
    "text",
    [
        "Strong winds closed the harbour.",
        "There is little evidence that the valve was tested.",
        "We asked whether it is a strong line.",
        "The main line carries 400 kV.",
    ],
)
def test_other_uses_of_the_words_state_no_strength(text: str) -> None:
    assert strength_in(text) is None
