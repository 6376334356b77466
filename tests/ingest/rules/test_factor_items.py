from __future__ import annotations

import pytest

from tests.ingest.rules.written import ends, extracted, names, relations

PATHWAY = "## Pathway 1: Harm"


def weights(*lines: str) -> dict[str, str | None]:
    read = extracted("# Study", PATHWAY, *lines)
    called = {each.key: each.name for each in read.elements}
    return {called[line.target]: line.strength for line in relations(read, "SUPPORTED_BY")}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("Strong factors:", "- Chlorination", "Weak factors:", "- Public reporting"),
            {"Chlorination": "strong", "Public reporting": "weak"},
        ),
        (
            ("### Strong mitigations", "- Train stop", "### Moderate mitigations", "- Overlap"),
            {"Train stop": "strong", "Overlap": "moderate"},
        ),
        (("The following keep the risk low:", "- Dual control — strong — two sign."), {"Dual control": "strong"}),
        (("**Mitigating factors**", "- Spillway capacity. Strength: weak."), {"Spillway capacity": "weak"}),
        (("- Mitigating factors:", "  - Lifeboats (moderate)", "  - Radar"), {"Lifeboats": "moderate", "Radar": None}),
        (("- Egress cap (strong)", "- Locked racks"), {"Egress cap": "strong", "Locked racks": None}),
    ],
)
def test_factors_carry_the_weight_of_their_mark_or_list(lines: tuple[str, ...], expected: dict[str, str]) -> None:
    assert weights(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ("Aggravating factors:", "- Old pipes (strong)"),
        ("Factors that increase the risk:", "- Night shifts (moderate)"),
        ("### Weaknesses", "- Slow replies (weak)"),
        ("- Likelihood (weak)", "- Severity: strong"),
        ("The attacker would need:", "- A badge", "- A van"),
        ("**Background.** The plant is old.",),
        ("### Technical details", "The plant is old."),
    ],
)
def test_what_is_no_factor_holds_nothing_up(lines: tuple[str, ...]) -> None:
    assert not weights(*lines)


def test_items_beneath_a_factor_belong_to_it() -> None:
    assert weights("- Radar watch (strong)", "  - Two officers", "  - Day and night") == {"Radar watch": "strong"}


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Egress limits", "control"),
        ("Double check by a second nurse", "control"),
        ("Data signing", "control"),
        ("Red-team exercise", "evidence"),
        ("Lack of access to the monitor", "claim"),
        ("Limited knowledge of the alarm", "claim"),
        ("Spillway capacity", "claim"),
    ],
)
def test_the_label_tells_what_a_factor_is(label: str, kind: str) -> None:
    assert names(extracted("# Study", PATHWAY, f"- {label} (weak)"), kind) == {label}


def test_nested_factors_belong_to_the_pathway_of_their_item() -> None:
    read = extracted(
        "# Study", "## Pathways", "- Theft of funds", "  - Dual control (strong)", "- Fraud", "  - Vetting (weak)"
    )

    assert ends(read, "SUPPORTED_BY") == {("Theft of funds", "Dual control"), ("Fraud", "Vetting")}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("**Mitigating factors**", "Strong", "- Quench", "Weak", "- Vigilance"),
            {"Quench": "strong", "Vigilance": "weak"},
        ),
        (
            ("- Bandwidth cap", "  - Strength: strong", "- Two-key release", "  - Strength: moderate"),
            {"Bandwidth cap": "strong", "Two-key release": "moderate"},
        ),
        (("**Factor 1: Dual control.** Strength: weak. Two sign.",), {"Dual control": "weak"}),
        (
            ("Mitigations in place:", "- Peer review — **Weak**", "Mitigations planned:", "- Seals (strong)"),
            {"Peer review": "weak"},
        ),
    ],
)
def test_a_weight_may_stand_above_beneath_or_behind(lines: tuple[str, ...], expected: dict[str, str]) -> None:
    assert weights(*lines) == expected


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("**Admission control.** No job runs unsigned. Strong. One bypass was closed.", "strong"),
        ("**Paired reading.** Two nurses read. Moderate, given what was found.", "moderate"),
        ("**Idle audit.** Halls are compared. Weak here.", "weak"),
    ],
)
def test_a_sentence_may_be_the_weight_alone(text: str, weight: str) -> None:
    assert list(weights(text).values()) == [weight]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Weight vault", "control"),
        ("Short-lived credentials", "control"),
        ("Paired runs", "control"),
        ("Nobody works alone at night", "claim"),
        ("Operator vigilance", "claim"),
    ],
)
def test_a_factor_that_names_a_thing_is_a_control(label: str, kind: str) -> None:
    assert names(extracted("# Study", PATHWAY, f"- {label} (weak)"), kind) == {label}


def test_an_item_that_refers_to_a_claim_is_a_line_to_it() -> None:
    read = extracted(
        "# Study",
        "**Claim 1. Pumps run.** They do.",
        "## Pathway 1: Flood",
        "Mitigating factors:",
        "- Claim 1. A pump that runs empties the cellar (moderate).",
        "- Radar (weak).",
    )

    lines = {line.target: line.strength for line in relations(read, "SUPPORTED_BY")}
    assert lines["claim:1"] == "moderate"
    assert "A pump that runs empties the cellar (moderate)" not in names(read, "claim")


def test_a_row_that_is_not_counted_holds_nothing_up() -> None:
    read = extracted("# Study", PATHWAY, "| Barrier | Weight |", "| Bund | strong |", "| Decoy tank | not counted |")

    assert ends(read, "SUPPORTED_BY") == {("1", "Bund")}
