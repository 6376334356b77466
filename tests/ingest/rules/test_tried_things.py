"""Which control a named test tried, where the test itself does not say."""

from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import CONTROL_TABLE, ends, extracted


def tried(*lines: str, kind: DocumentKind = DocumentKind.REPORT) -> set[tuple[str, str]]:
    return ends(extracted(*CONTROL_TABLE, *lines, kind=kind), "EVALUATED_BY")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the gas-leak drill of 3 May the chlorine alarm rang after 40 seconds.", "Chlorine alarm"),
        ("The oven cut-out has been evaluated twice, in the overheating trial and by a fitter.", "Oven cut-out"),
        ("A retest of the Oven cut-out on 12 March confirmed that it trips.", "Oven cut-out"),
        ("The overheating trial was aimed at the oven cut-out and found one fault.", "Oven cut-out"),
        ("The payment hold is new. In the mule-account exercise it stopped 40 of 50 orders.", "Payment hold"),
        (
            "In the mule-account exercise, the Fraud Desk paid out 50 orders. The payment hold stopped 40.",
            "Payment hold",
        ),
    ],
)
def test_what_did_something_in_a_test_was_tried_in_it(text: str, expected: str) -> None:
    assert {source for source, _ in tried(text)} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The gas-leak drill would show whether the chlorine alarm rings.",
        "In the gas-leak drill all staff were out in four minutes.",
        "A gas-leak drill of the chlorine alarm is planned for May, when 9 of 10 must ring.",
    ],
)
def test_no_control_is_tried_where_none_did_anything(text: str) -> None:
    assert tried(text) == set()


def test_talk_of_one_control_means_it_by_its_tests() -> None:
    found = extracted(
        "## Silo Gas Alarm",
        "The Silo Gas Alarm pages the shift lead within a minute.",
        "## Latest test",
        "In the June fume drill the page arrived after 50 seconds.",
        kind=DocumentKind.INTERVIEW,
    )
    assert ("Silo Gas Alarm", "June fume drill") in ends(found, "EVALUATED_BY")
