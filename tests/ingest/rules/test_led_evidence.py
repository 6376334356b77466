"""Evidence that opens the paragraphs of a claim's section, and grades in a document's own words."""

from __future__ import annotations

import pytest

from graph.elements import Strength
from tests.ingest.rules.written import extracted, names, relations

SECTIONS = [
    (
        "### 4.1 C-1: The gate cannot open by itself",
        "**Flood drill.** We raised the water forty times and it stayed shut. We grade this substantial.",
    ),
    (
        "## Claim 2: No dose leaves unseen",
        "**Shelf count.** In eight months 46 bottles were missed. Fair, since nobody counts at night.",
    ),
    (
        "## Claim 3: The model does not hold back",
        "**Paired runs.** 1,150 tasks were run twice and scores differed by 0.4 points. We regard this as slight.",
    ),
]
GRADES = [Strength.STRONG, Strength.MODERATE, Strength.WEAK]
NO_EVIDENCE = [
    "**Remaining doubts.** We looked at two of nine gates.",
    "**Why it matters.** Three towns were flooded in 1953.",
    "**The gate is old.** It was built in 1911 by two brothers.",
    "**Method.** We raised the water forty times.",
    "**Harbour lore.** People say that it never opened.",
]


@pytest.mark.parametrize(("said", "grade"), list(zip(SECTIONS, GRADES, strict=True)))
def test_a_paragraph_that_opens_with_what_was_tried_supports_the_claim_above_it(
    said: tuple[str, str], grade: Strength
) -> None:
    proposals = extracted("# Report", "## 4. Claims and what speaks for them", *said)

    assert names(proposals, "evidence") == {said[1].split("**")[1].rstrip(".")}
    lines = relations(proposals, "SUPPORTED_BY")
    assert len({(line.source, line.target) for line in lines}) == 1
    assert {line.strength for line in lines} - {None} == {grade}


@pytest.mark.parametrize("paragraph", NO_EVIDENCE)
def test_doubts_methods_sentences_and_hearsay_are_no_evidence(paragraph: str) -> None:
    proposals = extracted("# Report", "## Claim 1: The gate cannot open by itself", paragraph)

    assert names(proposals, "evidence") == set()
    assert relations(proposals, "SUPPORTED_BY") == []


def test_a_section_of_the_same_level_ends_the_claim() -> None:
    proposals = extracted(
        "# Report", "## Claim 1: The gate holds", "It has held.", "## History", "**Flood drill.** We tried it 40 times."
    )

    assert relations(proposals, "SUPPORTED_BY") == []
