from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.document import Link
from ingest.extractors.rules import RulesExtractor
from tests.ingest.rules.written import ends, extracted, relations, written

CLAIMS = ("## Claim 1: Pumps run", "Text.", "## Claim 2: Dikes hold", "Text.", "## Claim 3: Nobody drowns")


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("As argued in Claim 1, water is moved in time.", "DEPENDS_ON"),
        ("Water is moved in time (see Claim 1).", "DEPENDS_ON"),
        ("Claim 3 depends on Claim 1.", "DEPENDS_ON"),
        ("This relies on Claim 1 at every tide.", "DEPENDS_ON"),
        ("Claim 3 cannot stand unless Claim 1 is true.", "DEPENDS_ON"),
        ("Without Claim 1, Claim 3 says nothing.", "DEPENDS_ON"),
        ("Claim 3 is worth nothing without Claim 1.", "DEPENDS_ON"),
        ("Claim 3 takes Claim 1 for granted.", "DEPENDS_ON"),
        ("Claim 3 rests on Claim 1.", "SUPPORTED_BY"),
        ("See Claim 1 for justification.", "SUPPORTED_BY"),
    ],
)
def test_claims_named_as_grounds_are_joined(sentence: str, type_: str) -> None:
    proposals = extracted(*CLAIMS, sentence)

    assert ends(proposals, type_) == {("3", "1")}


@pytest.mark.parametrize(
    "sentence",
    [
        "This claim does not depend on Claim 1.",
        "Even without Claim 1, the dikes of the town stand.",
        "Claim 3 never takes Claim 1 for granted.",
        "We are less sure of it than of Claim 1.",
        "If it fell, that would reduce confidence in Claim 1.",
        "Unlike the pumps described in Claim 1, dikes are old.",
    ],
)
def test_claims_named_in_contrast_are_not_joined(sentence: str) -> None:
    proposals = extracted(*CLAIMS, sentence)

    assert not ends(proposals, "DEPENDS_ON") | ends(proposals, "SUPPORTED_BY")


def test_several_claims_may_depend_on_one() -> None:
    proposals = extracted(*CLAIMS, "## Notes", "Claims 2 and 3 depend on Claim 1.")

    assert ends(proposals, "DEPENDS_ON") == {("2", "1"), ("3", "1")}


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("As argued in Claim 2, the dikes hold.", None),
        ("Claim 2, on dikes: moderate weight.", "moderate"),
        ("This pathway rests on Claim 2 alone.", None),
    ],
)
def test_pathways_rest_on_the_claims_of_their_section(sentence: str, strength: str | None) -> None:
    proposals = extracted(*CLAIMS, "## Pathway 1: Flood", sentence)

    assert ends(proposals, "SUPPORTED_BY") == {("1", "2")}
    assert [line.strength for line in relations(proposals, "SUPPORTED_BY")] == [strength]


def test_a_pathway_argued_like_another_rests_on_the_same() -> None:
    proposals = extracted(
        *CLAIMS,
        "## Pathway 1: Flood",
        "In Claim 2, we argue that this is covered.",
        "## Pathway 2: Surge",
        "Our argument here has a similar structure as that for pathway 1.",
    )

    lines = relations(proposals, "SUPPORTED_BY")
    assert ends(proposals, "SUPPORTED_BY") == {("1", "2"), ("2", "2")}
    assert [line.basis for line in lines] == ["stated", "inferred"]


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Scenario 1 is covered by C1 and C2; both must hold.", {("1", "C1"), ("1", "C2")}),
        ("Scenario 1 rests on C2.", {("1", "C2")}),
        ("Scenario 1 is closed only by C1.", {("1", "C1")}),
    ],
)
def test_claims_called_by_their_code_alone_are_meant(sentence: str, lines: set[tuple[str, str]]) -> None:
    proposals = extracted(
        "## Claims",
        "**C1. Doors are shut.** Yes.",
        "**C2. Guards walk.** Yes.",
        "## Scenario 1: Theft",
        "## Notes",
        sentence,
    )

    assert ends(proposals, "SUPPORTED_BY") == lines


@pytest.mark.parametrize(
    ("words", "heading", "target"),
    [
        ("Claim 1", "2.7 Claim 2: Dikes hold", "2"),
        ("1", "2.7 Claim 2: Dikes hold", "2"),
        ("Claim 1", "Claim 1: Pumps run", "1"),
        ("Claim 1", "Pathway 2: Storm at night", "1"),
        ("depends", "2.7 Claim 2: Dikes hold", "1"),
    ],
)
def test_a_link_to_another_number_of_its_kind_means_what_it_leads_to(words: str, heading: str, target: str) -> None:
    document = written(*CLAIMS, "Claim 3 depends on Claim 1.")
    start = document.text.index(words, document.text.index("Claim 3 depends"))

    proposals = RulesExtractor().extract(replace(document, links=(Link(start, start + len(words), heading),)))

    assert ends(proposals, "DEPENDS_ON") == {("3", target)}
    assert [each.basis for each in relations(proposals, "DEPENDS_ON")] == ["stated" if target == "1" else "inferred"]


@pytest.mark.parametrize(
    ("sentence", "rests"),
    [
        ("As discussed in Claim 1, theft would be caught at the gate.", True),
        ("As described in Claim 1, a spill is unlikely to reach the river.", True),
        ("The breaker is likely to hold, as discussed in Claim 1.", True),
        ("As discussed in Claim 1, theft alone would not ruin the bank; the loss of trust is hard to mend.", False),
        ("As noted in Claim 1, a spill is harmful; however, it can be stopped.", False),
        ("As described in Claim 1, the breaker was made in Ulm.", False),
    ],
)
def test_what_is_only_recalled_holds_nothing_up(sentence: str, rests: bool) -> None:
    read = extracted("# Study", "## Claim 1: The gate is guarded", "Text.", "## Pathway 1: Harm", sentence)

    assert (("1", "1") in ends(read, "SUPPORTED_BY")) is rests


@pytest.mark.parametrize("verb", ["presupposes", "assumes", "is conditional on"])
def test_what_a_pathways_section_presupposes_is_a_condition_and_no_support(verb: str) -> None:
    proposals = extracted(
        "# Report",
        "## Claim 3: The gauge is read",
        "It has been so.",
        "## Pathway 1: The town is flooded",
        f"The whole of this section {verb} Claim 3.",
    )

    assert ends(proposals, "DEPENDS_ON") == {("1", "3")} or len(ends(proposals, "DEPENDS_ON")) == 1
    assert ends(proposals, "SUPPORTED_BY") == set()
