from __future__ import annotations

import pytest

from tests.ingest.rules.written import extracted, names


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Every shipment is weighed, and the axle limiter cuts the motor when it is too heavy.", "Axle limiter"),
        ("There is a flood gate below the mill.", None),
        ("The oven alarm rings in the bakery.", "Oven alarm"),
        ("Each batch has to pass the wort inspection before it leaves.", "Wort inspection"),
        ("Transfers are subject to a daily reconciliation, and a vault lock holds them overnight.", "Vault lock"),
        ("The dome interlock, a plain microswitch, stops the telescope.", "Dome interlock"),
        ("The points detector is run by the signal works.", "Points detector"),
    ],
)
def test_noun_phrases_said_to_act_or_to_be_in_place_are_controls(sentence: str, name: str | None) -> None:
    assert (name or "Flood gate") in names(extracted("# Memo", sentence), "control")


@pytest.mark.parametrize(
    "sentence",
    [
        "A second flood gate would stop the water.",
        "There is no oven alarm in the bakery.",
        "The check stops here.",
        "People online were saying that there's a flood gate below the mill.",
        "We want to add an axle limiter that cuts the motor.",
    ],
)
def test_what_is_missing_wished_for_or_too_general_is_no_control(sentence: str) -> None:
    assert not names(extracted("# Memo", sentence), "control")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The task requires evading later training-data reviews.", "Training-data reviews"),
        ("It would take bypassing the cargo scanner at the pier.", "Cargo scanner"),
        ("The plan calls for disabling the furnace interlock.", "Furnace interlock"),
    ],
)
def test_what_has_to_be_evaded_is_a_control(sentence: str, name: str) -> None:
    assert names(extracted("# Study", sentence), "control") == {name}
