from __future__ import annotations

import pytest

from tests.ingest.rules.written import extracted, names, relations

SQUARE = ("| Factor | Fire | Flood |", "| Sprinklers | strong | – |", "| Night watch | weak | moderate |")
PAIRS = ("| Pathway | Mitigating factor | Strength |", "| Fire | Sprinklers | Strong |", "|  | Night watch | Weak |")


def lines(*written: str) -> set[tuple[str, str, str | None]]:
    read = extracted("# Study", *written)
    called = {each.key: each.name for each in read.elements if not each.mention}
    return {(called[line.source], called[line.target], line.strength) for line in relations(read, "SUPPORTED_BY")}


FIRE = {("Fire", "Sprinklers", "strong"), ("Fire", "Night watch", "weak")}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (PAIRS, FIRE),
        (("| Threat | Barriers |", "| Fire | Sprinklers (strong); night watch (weak) |"), FIRE),
        (("## Factors by pathway", *SQUARE), {*FIRE, ("Flood", "Night watch", "moderate")}),
        (
            ("| Pathway | Sprinklers | Night watch |", "| Fire | strong | weak |", "| Flood | n/a | moderate |"),
            {*FIRE, ("Flood", "Night watch", "moderate")},
        ),
        (
            (
                "## Pathway 1: Fire",
                "| Control | Weight | Why |",
                "| Sprinklers | Strong | New. |",
                "| Night watch | Weak | Old. |",
            ),
            FIRE,
        ),
    ],
)
def test_tables_weigh_factors_for_pathways(table: tuple[str, ...], expected: set[tuple[str, str, str]]) -> None:
    assert lines(*table) == expected


@pytest.mark.parametrize(
    "table",
    [
        ("| Control | Detection | Response |", "| Gate alarm | strong | weak |", "| Patrol | weak | weak |"),
        ("| Barrier | Strength |", "| Gate alarm | strong |", "| Patrol | weak |"),
        ("| Pathway | Severity |", "| Fire | strong |", "| Flood | weak |"),
        ("| Pathway | Controls | Strength |", "| Fire | Patrol | none |"),
    ],
)
def test_other_tables_hold_nothing_up(table: tuple[str, ...]) -> None:
    assert not lines(*table)


def test_a_table_names_known_pathways_by_number_or_words() -> None:
    read = extracted(
        "# Study",
        "## Pathway 1: Theft of weights",
        "Text.",
        "## Pathway 2: Fire",
        "Text.",
        "| Pathway | Controls |",
        "| Pathway 2 | Sprinklers (strong) |",
        "| Weights theft | Egress cap (weak) |",
        "| Mutiny | Patrol (weak) |",
    )

    assert names(read, "pathway") == {"Theft of weights", "Fire"}
    assert {line.source for line in relations(read, "SUPPORTED_BY")} == {"pathway:1", "pathway:2"}


def test_pathways_that_only_a_table_names_keep_their_code() -> None:
    read = extracted("# Study", "| Pathway | Controls |", "| P1 Fire | Sprinklers (strong) |")

    assert [(each.name, each.number) for each in read.elements if each.kind == "pathway"] == [("Fire", "P1")]


def test_a_column_called_by_a_claim_that_is_stated_elsewhere_means_that_claim() -> None:
    read = extracted(
        "# Which claims hold which pathway",
        "| | Claim 5 | Claim 9 |",
        "| Pathway 1, loss of pressure | weak | moderate |",
        "| Pathway 2, a burst main | strong | weak |",
        "Claim 5 was agreed in June, as was Claim 9.",
    )

    assert not names(read, "control") & {"Claim 5", "Claim 9"}
