"""Factors whose label is a sentence are the claim or the safeguard that the words behind it point at."""

from __future__ import annotations

import pytest

from graph.elements import Strength
from tests.ingest.rules.written import extracted, names, relations

CONTROLS = (
    "| Control | Owner |",
    "| Sluice Governor | Ada Moor |",
    "| Night Watch | Bo Lindgren |",
)
ITEMS = [
    (
        "- **The door is narrow.** With the Sluice Governor in place it would take three months. Fair.",
        "control:sluice governor",
    ),
    ("- **Somebody is paid to look.** The Night Watch walks the wall. We call this fair.", "control:night watch"),
    ("- **Floods are seen in time.** See Claim 4. Fair.", "claim:4"),
    ("- **No motive that we can find.** Nobody gains by a flood (Claim 4). Fair: people are people.", "claim:4"),
]


@pytest.mark.parametrize(("item", "key"), ITEMS)
def test_a_sentence_for_a_label_stands_for_what_its_item_points_at(item: str, key: str) -> None:
    proposals = extracted(
        "# Report",
        "## Safeguards",
        *CONTROLS,
        "## Claim 4: A flood is seen in time",
        "It has been so.",
        "## Pathway 1: The town is flooded",
        "### Mitigating factors",
        "The factors below add up. We need not all of them.",
        item,
    )

    lines = [each for each in relations(proposals, "SUPPORTED_BY") if each.source == "pathway:1"]
    assert {each.target for each in lines} == {key}
    assert {each.strength for each in lines} - {None} == {Strength.MODERATE}
    assert names(proposals, "claim") == {"A flood is seen in time"}


@pytest.mark.parametrize(
    "item",
    [
        "- **The town would notice.** The Sluice Governor and the Night Watch both ring a bell. Fair.",
        "- **It would take long.** At that rate, twenty-three days. Fair.",
        "- **Nobody could do it alone.** See Claim 4 and Claim 5. Fair.",
    ],
)
def test_a_sentence_that_points_at_several_things_or_none_is_a_claim_of_its_own(item: str) -> None:
    proposals = extracted("# Report", *CONTROLS, "## Pathway 1: The town is flooded", "### Mitigating factors", item)

    assert any(each.target.startswith("claim:") for each in relations(proposals, "SUPPORTED_BY"))
