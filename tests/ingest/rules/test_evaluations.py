from __future__ import annotations

import pytest

from tests.ingest.rules.written import elements, ends, extracted, names


@pytest.mark.parametrize(
    ("header", "row", "type_", "expected"),
    [
        (
            "| Control | Evaluation | Result |",
            "| Dosage Interlock | Ward drill | 9 of 10 caught |",
            "EVALUATED_BY",
            ("Dosage Interlock", "Ward drill"),
        ),
        ("| Safeguard | Owner |", "| Vault Alarm | Branch Security |", "OWNED_BY", ("Vault Alarm", "Branch Security")),
        ("| Barrier | Depends on |", "| Radar Filter | Tide feed |", "DEPENDS_ON", ("Radar Filter", "Tide feed")),
        (
            "| Monitor | Run by |",
            "| Relay Check | Grid Operations |",
            "OPERATED_BY",
            ("Relay Check", "Grid Operations"),
        ),
    ],
)
def test_rows_say_what_their_columns_mean(header: str, row: str, type_: str, expected: tuple[str, str]) -> None:
    proposals = extracted("## Controls and tests", header, row)

    assert ends(proposals, type_) == {expected}


def test_rows_of_studies_are_evidence_with_their_outcome() -> None:
    proposals = extracted(
        "## Studies", "| Study | Outcome |", "| Night study | 3 of 40 missed |", "| Dock study | none lost |"
    )

    assert names(proposals, "evidence") == {"Night study", "Dock study"}
    assert "Night study: 3 of 40 missed" in {each.text for each in elements(proposals, "evidence")}


def test_a_table_of_figures_is_one_piece_of_evidence() -> None:
    proposals = extracted(
        "## A Controls",
        "**Radar Filter.** Owned by Traffic Services.",
        "## Tests",
        "We tried the Radar Filter in fog.",
        "| Test | Rate by day | Rate by night |",
        "| Buoys | 80% | 60% |",
        "| Hulls | 90% | 70% |",
        "[Table 3] Radar filter performance in fog.",
    )

    assert "Radar filter performance in fog" in names(proposals, "evidence")
    assert ends(proposals, "EVALUATED_BY") == {("Radar Filter", "Radar filter performance in fog")}
