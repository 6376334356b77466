from __future__ import annotations

import pytest

from tests.ingest.rules.written import extracted, names


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The gate pages the serving on-call after a minute.", "Serving on-call"),
        ("Each held order is passed to the duty treasurer.", "Duty treasurer"),
        ("The ward planner gets a ticket.", "Ward planner"),
        ("They informed the head of model safety at noon.", "Head of model safety"),
        ("The case goes to the Chief Risk Officer.", "Chief Risk Officer"),
        ("The Vice President of Product owns it.", "Vice President of Product"),
    ],
)
def test_roles_that_act_or_are_told_are_persons(sentence: str, role: str) -> None:
    assert role in names(extracted("# Notes", sentence), "person")


@pytest.mark.parametrize(
    "sentence",
    [
        "The on-call rota is kept in a file.",
        "The head of the valve is made of steel.",
        "A good planner knows this.",
        "The owner's manual was lost.",
    ],
)
def test_things_and_roles_in_passing_are_nobody(sentence: str) -> None:
    assert not names(extracted("# Notes", sentence), "person")
