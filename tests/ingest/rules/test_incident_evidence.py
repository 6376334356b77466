"""A numbered incident is evidence of how the controls did that its report tells of."""

from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names

CONTROLS = (
    "# Controls",
    "**Flood alarm.** It pages the guard.",
    "**Dose check.** It stops a wrong dose.",
    "# What we saw",
)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("# INC-0418: pumps off", "INC-0418"),
        ("# Incident 26-07: the wet quay", "Incident 26-07"),
        ("# Incident report 2026-1014: wrong dose", "Incident 2026-1014"),
    ],
)
def test_an_incident_is_called_by_its_number(title: str, name: str) -> None:
    read = extracted(title, *CONTROLS, "The flood alarm did not fire.")

    assert ends(read, "EVALUATED_BY") == {("Flood alarm", name)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The flood alarm worked as designed.",
        "The flood alarm went off at nine.",
        "The incident shows that the flood alarm can be silent for a week.",
        "The flood alarm could not see the water.",
        "The flood alarm blocked all nine of them.",
    ],
)
def test_what_is_said_of_a_control_on_the_day_evaluates_it(sentence: str) -> None:
    assert ("Flood alarm", "INC-7") in ends(extracted("# INC-7: wet quay", *CONTROLS, sentence), "EVALUATED_BY")


@pytest.mark.parametrize(
    "sentence",
    [
        "The flood alarm would have worked.",
        "The flood alarm should have fired.",
        "The flood alarm is owned by the harbour.",
        "If the flood alarm failed, nobody would know.",
    ],
)
def test_what_might_have_been_evaluates_nothing(sentence: str) -> None:
    assert not ends(extracted("# INC-7: wet quay", *CONTROLS, sentence), "EVALUATED_BY")


def test_an_incident_without_a_number_is_no_evidence_as_a_whole() -> None:
    read = extracted("# The wet quay: a post-mortem", *CONTROLS, "The flood alarm worked as designed.")

    assert not names(read, "evidence")


@pytest.mark.parametrize(
    "item",
    [
        "- Gull watch: blind on two quays.",
        "- Gull watch: not affected.",
        "- Red-pen review: four results could not be kept.",
    ],
)
def test_what_the_impact_lists_as_affected_is_a_control(item: str) -> None:
    read = extracted("# INC-7: wet quay", "## Impact", item, "- Customers: 41 had to wait.")

    assert names(read, "control") == {item[2:].partition(":")[0]}


def test_who_reviewed_the_report_evaluates_the_incident() -> None:
    read = extracted(
        "# INC-7: wet quay",
        "Reviewed by: Harbour Security.",
        "Harbour Security pages the guard.",
        *CONTROLS,
        "The flood alarm failed.",
    )

    assert ("INC-7", "Harbour Security") in ends(read, "EVALUATED_BY")
