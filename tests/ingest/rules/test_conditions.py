from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import ends, extracted, names

DIKES = (
    "# Flood report",
    "## Claim 1: The dikes hold",
    "The Dike Watch walks them daily.",
    "## Claim 2: The pumps run",
    "The Night Monitor reads the pumps. The Night Monitor is a control.",
)


@pytest.mark.parametrize(
    "heading",
    [
        "8. What would change our minds",
        "When this report no longer holds",
        "Conditions for reassessment",
        "Triggers",
        "What would invalidate this assessment",
    ],
)
def test_items_of_such_a_section_are_triggers_of_what_they_name(heading: str) -> None:
    proposals = extracted(
        *DIKES,
        f"## {heading}",
        "We would think again under any of these conditions:",
        "- The river rises above nine metres twice in a year. Claim 1 would then be withdrawn, and Claim 2 with it.",
        "- If a pump stands still for an hour; the Night Monitor would have missed it.",
    )

    assert ends(proposals, "INVALIDATES") == {
        ("The river rises above nine metres twice in a year", "1"),
        ("The river rises above nine metres twice in a year", "2"),
        ("A pump stands still for an hour", "Night Monitor"),
    }


@pytest.mark.parametrize(
    ("item", "condition"),
    [
        ("(a) A second oven catches fire within a month. Claim 1 falls.", "A second oven catches fire within a month"),
        ("Third, should a key be lost: Claim 1 falls.", "A key be lost"),
        ("If the bank changes its vault, claim 1 has to be argued afresh.", "The bank changes its vault"),
    ],
)
def test_a_paragraph_that_is_numbered_or_opens_with_if_is_such_an_item(item: str, condition: str) -> None:
    proposals = extracted(*DIKES, "## What would change this conclusion", item)

    assert names(proposals, "trigger") == {condition}


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("## What would change our minds", "We have thought about this for long."),
        ("## What would change our minds", "- Two things count here:"),
        ("## Changes since the last version", "- The river rises. Claim 1 was reworded."),
        ("## What we would do with more time", "- Walk the dikes twice. Claim 1 would be stronger."),
    ],
)
def test_what_is_no_condition_gives_no_trigger(heading: str, text: str) -> None:
    assert names(extracted(*DIKES, heading, text, kind=DocumentKind.REPORT), "trigger") == set()


WELLS = (
    "## Claims",
    "**Claim 1. The wells stay clean.** Samples show it.",
    "**Claim 2. The pipes hold.** They always have.",
    "## Controls",
    "| Control | Owner |",
    "| Dose check | Pharmacy |",
    "| Vault timer | Cash Desk |",
    "## What would change our minds",
)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "(a) Nitrate rises above 40 milligrams. Claim 1 would be finished.",
            {("Nitrate rises above 40 milligrams", "1")},
        ),
        (
            "- A second pipe bursts in one winter. In that event Claim 2 is withdrawn, and Claim 1 with it.",
            {("A second pipe bursts in one winter", "1"), ("A second pipe bursts in one winter", "2")},
        ),
        (
            "- The dose check's catch falls below 70 per cent; we would then cease to count the dose check anywhere.",
            {("The dose check's catch falls below 70 per cent", "Dose check")},
        ),
        (
            "2. Fewer than two clerks hold the code: vault timer.",
            {("Fewer than two clerks hold the code", "Vault timer")},
        ),
    ],
)
def test_a_listed_condition_invalidates_what_falls_with_it(item: str, expected: set[tuple[str, str]]) -> None:
    assert ends(extracted(*WELLS, item), "INVALIDATES") == expected


@pytest.mark.parametrize(
    "item",
    [
        "- A pipe bursts. Claim 2 does not fall with it.",
        "- We expect to publish again in August. Claim 1 will be longer.",
        "- Nothing that we know of would do it. Claim 1 falls last.",
        "- The town grows. We would then be glad.",
    ],
)
def test_an_item_in_which_nothing_falls_is_no_trigger(item: str) -> None:
    assert not ends(extracted(*WELLS, item), "INVALIDATES")


def test_a_list_elsewhere_holds_no_triggers() -> None:
    lines = (*WELLS[:-1], "## What we did", "- Nitrate rose above 40 milligrams. Claim 1 was nearly finished.")

    assert not ends(extracted(*lines), "INVALIDATES")


@pytest.mark.parametrize(
    "item",
    [
        "- If the pump fails twice, Claim 1 no longer counts.",
        "- Should the pump be moved, we shall stop counting Claim 1.",
        "- One proven leak above two litres a day puts an end to Claim 1.",
    ],
)
def test_an_item_that_says_its_condition_in_one_sentence_is_one_trigger(item: str) -> None:
    lines = ("## Claims", "**Claim 1. The wells stay clean.**", "## What would change our minds", item)

    assert len(names(extracted(*lines), "trigger")) == 1
