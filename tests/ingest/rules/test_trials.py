from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted

CASE = (
    "## A Controls",
    "**Kiln Watch.** Owned by Fire Crew.",
    "**Rope Check.** Owned by Rigging.",
    "**Dose Guard.** Owned by Pharmacy Systems.",
    "## B Notes",
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In the smoke drill the Kiln Watch caught nine of ten fires.", ("Kiln Watch", "Smoke drill")),
        ("The Rope Check found 22 of 40 frayed ropes in the yard trial.", ("Rope Check", "Yard trial")),
        ("The Dose Guard stopped 97% of wrong doses in the night-ward study.", ("Dose Guard", "Night-ward study")),
    ],
)
def test_exercises_with_figures_evaluate_what_was_tried(sentence: str, expected: tuple[str, str]) -> None:
    assert ends(extracted(*CASE, sentence), "EVALUATED_BY") == {expected}


@pytest.mark.parametrize(
    "sentence",
    [
        "Harrow Safety, an outside firm, tested the Kiln Watch and the Rope Check in May.",
        "Harrow Safety, an outside firm, has examined the Kiln Watch and the Rope Check.",
        "Harrow Safety, an outside firm, attacked the Kiln Watch and the Rope Check for a week.",
    ],
)
def test_whoever_tested_things_evaluates_each_of_them(sentence: str) -> None:
    assert ends(extracted(*CASE, sentence), "EVALUATED_BY") == {
        ("Kiln Watch", "Harrow Safety"),
        ("Rope Check", "Harrow Safety"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "In the smoke drill the Kiln Watch would have caught nine of ten fires.",
        "Harrow Safety, an outside firm, never tested the Kiln Watch.",
        "The smoke drill is held each May, and the Kiln Watch caught fire once.",
    ],
)
def test_what_might_be_or_has_no_figure_evaluates_nothing(sentence: str) -> None:
    assert not ends(extracted(*CASE, sentence), "EVALUATED_BY")
