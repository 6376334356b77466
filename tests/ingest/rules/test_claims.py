from __future__ import annotations

import pytest

from tests.ingest.rules.written import elements, ends, extracted, names, relations

WARD = (
    "## 2 Claim 1: The dose is right",
    "This claim is the conjunction of the below subclaims.",
    "**Claim 1.1: The order is checked.** A pharmacist reads it.",
    "**Claim 1.2: The pump is set twice.** Two nurses do so.",
)
GRID = (
    "## Claim 4: A fault is cleared",
    "Claims 4.1 and 4.2 are separate lines that add up.",
    "Claim 4.1: The breaker opens. It is tested each spring.",
    "Claim 4.2: The spare breaker opens. It is older.",
)
BANK = (
    "## Claim 7: No payment leaves unseen",
    "Either of the following suffices.",
    "- **Claim 7.1:** Two clerks sign each order.",
    "- **Claim 7.2:** The ledger is matched at night.",
)


@pytest.mark.parametrize(
    ("lines", "operator", "lines_below"),
    [
        (WARD, "conjunctive", {("1", "1.1"), ("1", "1.2")}),
        (GRID, "convergent", {("4", "4.1"), ("4", "4.2")}),
        (BANK, "disjunctive", {("7", "7.1"), ("7", "7.2")}),
    ],
)
def test_claims_rest_on_those_numbered_beneath(
    lines: tuple[str, ...], operator: str, lines_below: set[tuple[str, str]]
) -> None:
    proposals = extracted(*lines)

    assert ends(proposals, "SUPPORTED_BY") >= lines_below
    assert operator in {claim.operator for claim in elements(proposals, "claim")}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Claim 4.1: The breaker opens. It is tested each spring.", "The breaker opens"),
        ("**Claim 3.2: No cargo is swapped at sea.** Seals show it.", "No cargo is swapped at sea"),
        ("**Claim 9:** Two clerks sign each order, always. We saw it.", "Two clerks sign each order, always"),
    ],
)
def test_name_of_a_claim_is_what_it_asserts(line: str, name: str) -> None:
    proposals = extracted("# Report", line)

    assert names(proposals, "claim") == {name}


def test_premises_that_are_spelt_out_leave_others_aside() -> None:
    proposals = extracted(
        "## Claim 2: The ship is not lost",
        "Claims 2.1 and 2.2 are jointly necessary. Claim 2.3 is kept apart.",
        "**Claim 2.1: The hull holds.** It was surveyed.",
        "**Claim 2.2: The radar sees.** It was tried.",
        "**Claim 2.3: The crew can leave.** Boats are there.",
    )

    assert ends(proposals, "SUPPORTED_BY") == {("2", "2.1"), ("2", "2.2")}


def test_arguments_stand_between_a_claim_and_their_premises() -> None:
    proposals = extracted(
        "## Claim 3: Fraud would be found or undone",
        "Two arguments are offered, and either would be sufficient.",
        "**Argument F: Fraud would be found.** This argument requires both Claim 3.1 and Claim 3.2.",
        "**Claim 3.1: Ledgers are matched.** Every night.",
        "**Claim 3.2: Clerks report.** They do.",
    )

    assert ends(proposals, "SUPPORTED_BY") == {("3", "F"), ("F", "3.1"), ("F", "3.2")}


def test_items_under_a_conjunction_are_its_premises() -> None:
    proposals = extracted(
        "## Claim 5: The dam does not fail",
        "This claim is a conjunction of:",
        "1. the spillway is kept clear; and",
        "2. the gates open without power.",
    )

    assert names(proposals, "claim") >= {"the spillway is kept clear", "the gates open without power"}
    assert len(relations(proposals, "SUPPORTED_BY")) == 2


def test_at_least_needs_its_number() -> None:
    proposals = extracted(
        "## Claim 6: A leak is seen",
        "Claim 6 holds as long as at least two of Claims 6.1, 6.2 and 6.3 hold.",
        "**Claim 6.1: The gauge falls.** Yes.",
        "**Claim 6.2: The dog barks.** Yes.",
        "**Claim 6.3: The guard smells it.** Yes.",
    )

    said = [claim for claim in elements(proposals, "claim") if claim.operator]
    assert [(claim.number, claim.operator, claim.k) for claim in said] == [("6", "at_least", 2)]
