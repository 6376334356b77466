from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, extracted


@pytest.mark.parametrize(
    ("turn", "found"),
    [
        (
            "We call them pathways. So you have leaking the vault codes, and opening the sluice so that the town floods.",
            {"Leaking the vault codes", "Opening the sluice"},
        ),
        (
            "There are four pathways. These include draining the tank, or hiding a crack in the hull.",
            {"Draining the tank", "Hiding a crack in the hull"},
        ),
    ],
)
def test_an_enumeration_names_each_pathway_once(turn: str, found: set[str]) -> None:
    read = extracted(f"Ann Ek: {turn}", kind=DocumentKind.INTERVIEW)

    assert sorted(each.name for each in elements(read, "pathway")) == sorted(found)


@pytest.mark.parametrize(
    "turn",
    [
        "It is load-bearing in two or three of the pathways.",
        "There are seven pathways, and some of them are worse than others.",
        "These pathways include the sea.",
    ],
)
def test_pathways_that_are_only_counted_stay_text(turn: str) -> None:
    assert elements(extracted(f"Ann Ek: {turn}", kind=DocumentKind.INTERVIEW), "pathway") == []
