from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names, relations

LEAD = "We see the risk as low, given the following arguments and mitigating factors:"


@pytest.mark.parametrize(
    ("item", "name", "strength"),
    [
        ("- Spillway capacity (strong): it carries twice the flood of record.", "Spillway capacity", "strong"),
        ("- **Second signature.** Two clerks sign. We place moderate weight on this.", "Second signature", "moderate"),
        ("- Staff on the ward: nurses look in. This is weak evidence.", "Staff on the ward", "weak"),
        ("- Crew drills – moderate weight, as few were held.", "Crew drills", "moderate"),
    ],
)
def test_factors_under_a_pathway_hold_it_up(item: str, name: str, strength: str) -> None:
    proposals = extracted("## Pathway 2: Harm", LEAD, item)

    assert ends(proposals, "SUPPORTED_BY") == {("2", name)}
    assert [line.strength for line in relations(proposals, "SUPPORTED_BY")] == [strength]


@pytest.mark.parametrize(
    "lines",
    [
        ("### Redundant drives", "Each gate has two. We place strong weight on this."),
        ("### Segregation of duties", "No clerk does both. We place strong weight on this."),
        ("### Pilot on board", "A pilot steers. We place strong weight on this."),
    ],
)
def test_headings_under_a_pathway_are_factors(lines: tuple[str, ...]) -> None:
    proposals = extracted("## Pathway 1: Harm", *lines)

    assert {target for _, target in ends(proposals, "SUPPORTED_BY")} == {lines[0][4:]}
    assert [line.strength for line in relations(proposals, "SUPPORTED_BY")] == ["strong"]


def test_claims_named_in_a_factor_hold_it_up() -> None:
    proposals = extracted(
        "## Claim 1: The hull holds",
        "Text.",
        "## Pathway 1: Sinking",
        LEAD,
        "- Sound hull (strong): it holds, as argued in Claim 1.",
    )

    assert ends(proposals, "SUPPORTED_BY") == {("1", "Sound hull"), ("Sound hull", "1")}


def test_a_factor_that_is_a_control_is_that_control() -> None:
    proposals = extracted(
        "## A Controls",
        "**Radar Filter.** Owned by Traffic Services.",
        "## Pathway 1: Collision",
        LEAD,
        "- Radar Filter (moderate): it sees small craft.",
    )

    assert ("1", "Radar Filter") in ends(proposals, "SUPPORTED_BY")
    assert not names(proposals, "argument")


@pytest.mark.parametrize("heading", ["### Overview", "### Arguments and mitigating factors", "### Conclusion"])
def test_plain_headings_are_no_factors(heading: str) -> None:
    assert not names(extracted("## Pathway 1: Harm", heading, "Text."), "argument")


@pytest.mark.parametrize("subject", ["This claim", "This argument", "The claim"])
def test_a_claim_may_itself_need_something(subject: str) -> None:
    proposals = extracted("## Claim 3: Doors are shut", f"{subject} relies on the badge register.")

    assert ends(proposals, "DEPENDS_ON") == {("3", "Badge register")}
