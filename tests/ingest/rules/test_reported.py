from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, extracted


@pytest.mark.parametrize(
    ("kind", "sentence", "name"),
    [
        (DocumentKind.CRITIQUE, "The report says that no pump runs dry.", "No pump runs dry"),
        (
            DocumentKind.CRITIQUE,
            "The claim that every tram is braked was put to us as a plain fact.",
            "Every tram is braked",
        ),
        (
            DocumentKind.INTERVIEW,
            "Ann Ek: There is one claim in particular, that the vault never opens at night.",
            "The vault never opens at night",
        ),
    ],
)
def test_claims_of_others_are_read_from_those_who_report_them(kind: DocumentKind, sentence: str, name: str) -> None:
    assert [each.name for each in elements(extracted(sentence, kind=kind), "claim")] == [name]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (DocumentKind.REPORT, "The manual says that no pump runs dry."),
        (DocumentKind.CRITIQUE, "The report says that it will be revised."),
        (DocumentKind.INTERVIEW, "Ann Ek: The report says that no pump runs dry."),
    ],
)
def test_reports_and_passing_words_report_no_claims(kind: DocumentKind, sentence: str) -> None:
    assert not elements(extracted(sentence, kind=kind), "claim")
