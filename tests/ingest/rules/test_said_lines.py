from __future__ import annotations

import pytest

from graph.elements import Strength
from tests.ingest.rules.written import ends, extracted, relations

_CLAIM = "Claim 4: No crane drops its load."
_HEADING = "## Pathway 2: Theft of the vaccine stock"


@pytest.mark.parametrize(
    ("line", "held", "by"),
    [
        ("Claim 4 is supported by the Load Cell Watch.", "4", "Load Cell Watch"),
        ("The brake drill of May gives strong support to Claim 4.", "4", "Brake drill"),
        ("The claim rests on the two-signal rule.", "4", "Two-signal rule"),
        ("Pathway 2 has the Cold Room Alarm behind it.", "2", "Cold Room Alarm"),
        ("Pathway 2 is blocked by the Cold Room Alarm.", "2", "Cold Room Alarm"),
        ("The Cold Room Alarm protects against Pathway 2.", "2", "Cold Room Alarm"),
        ("Against Pathway 2 we have the Cold Room Alarm.", "2", "Cold Room Alarm"),
        ("As evidence for Claim 4 we offer the brake drill of May.", "4", "Brake drill"),
        ("We base Claim 4 on the brake drill of May.", "4", "Brake drill"),
        ("Our argument for Claim 4 is the brake drill of May.", "4", "Brake drill"),
        ("Most of the support comes from the nightly stock count.", "2", "Nightly stock count"),
    ],
)
def test_a_line_is_read_from_either_side_of_its_verb(line: str, held: str, by: str) -> None:
    opening = _HEADING if held == "2" else _CLAIM
    assert (held, by) in ends(extracted(opening, line), "SUPPORTED_BY")


def test_each_thing_of_a_list_has_the_strength_beside_it() -> None:
    read = extracted(_HEADING, "Pathway 2 is supported by the Cold Room Alarm (strong) and the Door Camera (weak).")
    graded = {line.target: line.strength for line in relations(read, "SUPPORTED_BY")}
    assert graded == {"control:cold room alarm": Strength.STRONG, "control:door camera": Strength.WEAK}


@pytest.mark.parametrize(
    "line",
    [
        "Pathway 2 is ruled out by Claim 7.",
        "Pathway 2 is ruled out because Claim 7 holds.",
        "Because Claim 7 holds, Pathway 2 is closed.",
        "Claim 7 rules out Pathway 2.",
        "Pathway 2 is very unlikely in view of Claim 7.",
        "We rule out Pathway 2 on the strength of Claim 7.",
    ],
)
def test_a_claim_may_hold_a_pathway_shut(line: str) -> None:
    read = extracted(_HEADING, "We begin here.", "## Claims", "Claim 7: The vault is locked.", "## Assessment", line)
    assert ends(read, "SUPPORTED_BY") == {("2", "7")}


@pytest.mark.parametrize(
    "line",
    [
        "Claim 7 does not rule out Pathway 2.",
        "Pathway 2 is not ruled out by Claim 7.",
        "Because Claim 7 holds, the guard sleeps well.",
        "Pathway 2 comes before Claim 7 in the list.",
    ],
)
def test_a_claim_that_is_only_named_beside_a_pathway_holds_nothing_shut(line: str) -> None:
    read = extracted(_HEADING, "We begin here.", "## Claims", "Claim 7: The vault is locked.", "## Assessment", line)
    assert not ends(read, "SUPPORTED_BY")


def test_it_means_what_the_sentence_before_opens_with() -> None:
    read = extracted(_CLAIM, "The winter trial covered 40 lifts. It supports Claim 4 to a moderate extent.")
    graded = {(line.target, line.strength) for line in relations(read, "SUPPORTED_BY") if line.strength}
    assert graded == {("evidence:winter trial", Strength.MODERATE)}


def test_two_claims_that_support_a_pathway_have_a_strength_each() -> None:
    read = extracted(
        _HEADING,
        "Claim 7 states that the vault is locked. Claim 8 states that each vial is counted.",
        "Both claims support Pathway 2, Claim 7 weakly and Claim 8 strongly.",
    )
    graded = {(line.source, line.target): line.strength for line in relations(read, "SUPPORTED_BY") if line.strength}
    assert graded == {("pathway:2", "claim:7"): Strength.WEAK, ("pathway:2", "claim:8"): Strength.STRONG}


@pytest.mark.parametrize(
    "line",
    [
        "Claim 4 is not supported by the Load Cell Watch.",
        "Does the Load Cell Watch support Claim 4?",
        "The harbour office supports the crew of berth 4.",
        "Some say that the two-signal rule supports Claim 4.",
    ],
)
def test_denials_questions_and_other_support_give_no_line(line: str) -> None:
    assert not relations(extracted(_CLAIM, line), "SUPPORTED_BY")


def test_what_a_report_only_points_to_by_number_is_no_element() -> None:
    read = extracted(_HEADING, "Loss of power is assessed under Pathway 9.")
    assert {each.number for each in read.elements if each.kind == "pathway"} == {"2"}


def test_a_heading_may_name_a_pathway_before_its_number() -> None:
    read = extracted("## 3.1 Loss of the cold chain (Pathway 5)", "Supported by the Cold Room Alarm (strong).")
    assert ends(read, "SUPPORTED_BY") == {("5", "Cold Room Alarm")}


def test_a_claim_is_named_by_what_stands_in_quotation_marks_behind_its_number() -> None:
    read = extracted("Claim 4 (“no crane drops its load”) has often been misread. We restate it.")
    assert {each.name for each in read.elements if each.kind == "claim"} == {"no crane drops its load"}


def test_pathways_down_the_side_of_a_table_are_weighed_by_the_claims_along_its_top() -> None:
    read = extracted(
        "| | Claim 1 | Claim 2 |",
        "| Pathway 1, theft of vials | weak | strong |",
        "| Pathway 2, spoilt vials | moderate | – |",
        "Claim 1: The vault is locked.",
        "Claim 2: Each vial is counted.",
    )
    assert ends(read, "SUPPORTED_BY") == {("1", "1"), ("1", "2"), ("2", "1")}


@pytest.mark.parametrize("engine", ["Granat 4", "Bell-3", "Sonder Mini 1.2"])
def test_a_model_that_another_is_built_on_holds_up_nothing(engine: str) -> None:
    read = extracted(_HEADING, f"The planner files the rounds. It is built on {engine}, which we rent by the year.")
    assert not [pair for pair in ends(read, "SUPPORTED_BY") if engine in pair]
    assert engine not in [each.name for each in read.elements]
