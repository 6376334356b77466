from __future__ import annotations

import pytest

from ingest.extractors.rules.weights import headed_strength, weight_alone, without_weight


@pytest.mark.parametrize(
    ("label", "name", "strength"),
    [
        ("Spillway capacity (strong)", "Spillway capacity", "strong"),
        ("Train stop [weak]", "Train stop", "weak"),
        ("Second signature — moderate", "Second signature", "moderate"),
        ("Nurse on the ward: weak", "Nurse on the ward", "weak"),
        ("Crew drills – moderate weight", "Crew drills", "moderate"),
        ("(strong) Egress limits", "Egress limits", "strong"),
        ("Moderate: dual control", "dual control", "moderate"),
        ("Flood forecast (strength: weak to moderate)", "Flood forecast", "weak"),
    ],
)
def test_a_mark_of_weight_is_no_part_of_the_name(label: str, name: str, strength: str) -> None:
    assert without_weight(label) == (name, strength)


@pytest.mark.parametrize("label", ["Weak signals", "Strong room", "Steel (strong when cold)", "The alarm is strong"])
def test_words_of_a_name_are_no_weight(label: str) -> None:
    assert without_weight(label) == (label, None)


@pytest.mark.parametrize(
    ("lead", "strength"),
    [("Strong factors:", "strong"), ("Moderate weight", "moderate"), ("Controls of weak effect:", "weak")],
)
def test_a_lead_in_weighs_all_beneath_it(lead: str, strength: str) -> None:
    assert headed_strength(lead) == strength


@pytest.mark.parametrize("lead", ["Strong winds:", "Strong factors were looked for", "Factors:"])
def test_other_lead_ins_weigh_nothing(lead: str) -> None:
    assert headed_strength(lead) is None


def test_a_cell_may_be_a_weight_alone() -> None:
    assert [weight_alone(cell) for cell in ("Strong", "medium", "–", "n/a", "strong here")] == [
        "strong",
        "moderate",
        None,
        None,
        None,
    ]
