from __future__ import annotations

import pytest

from tests.ingest.rules.written import elements, ends, extracted, names


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Of the wrong doses that we planted, 92% were detected by the ward.", "92% were detected by the ward"),
        ("Surveyors found 18 of 20 cracked welds.", "Surveyors found 18 of 20 cracked welds"),
        ("We conducted five exercises with the port police.", "We conducted five exercises with the port police"),
    ],
)
def test_measured_figures_in_a_claims_section_are_evidence(sentence: str, name: str) -> None:
    proposals = extracted("## Claim 1: Errors are found", sentence)

    assert name in names(proposals, "evidence")
    assert ("1", name) in ends(proposals, "SUPPORTED_BY")


@pytest.mark.parametrize(
    "sentence",
    ["It could reach 90% recall one day.", "The ward has 40 beds.", "We would test 5% of loads if asked."],
)
def test_other_figures_are_no_evidence(sentence: str) -> None:
    assert not elements(extracted("## Claim 1: Errors are found", sentence), "evidence")


def test_a_named_study_takes_up_its_figures() -> None:
    proposals = extracted("## Claim 1: Errors are found", "The night study measured this. It found 9 of 10 errors.")

    assert names(proposals, "evidence") == {"Night study"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Guards fail to spot replicas, with success rates around 40% on busy days.", "Guards fail to spot replicas"),
        ("And 90% of planted leaks were detected by the crew.", "90% of planted leaks were detected by the crew"),
        ("The valve closed late, in 3 of 20 trials tested.", "The valve closed late"),
    ],
)
def test_a_result_is_named_by_the_clause_that_it_belongs_to(sentence: str, name: str) -> None:
    (found,) = elements(extracted("## Claim 1: All is well", sentence), "evidence")

    assert found.name.startswith(name)
