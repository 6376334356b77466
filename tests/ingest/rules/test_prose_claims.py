from __future__ import annotations

import pytest

from graph.provenance import DocumentKind
from tests.ingest.rules.written import elements, ends, extracted, names, relations

HEADING = "## Scenario A: a loss of containment"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "The first is **Claim 3: the dam holds its spring flood.** Nobody doubts it.",
            "the dam holds its spring flood",
        ),
        ("Claim W-2 says that no train enters an occupied block.", "no train enters an occupied block"),
        ("All rests on Assertion B-1, namely that two nurses see every dose.", "two nurses see every dose"),
    ],
)
def test_a_claim_may_be_put_forward_in_mid_sentence(sentence: str, name: str) -> None:
    proposals = extracted("## Safety", sentence)

    assert names(proposals, "claim") == {name}


@pytest.mark.parametrize("kind", [DocumentKind.CRITIQUE, DocumentKind.INTERVIEW])
def test_what_others_say_of_a_claim_does_not_put_it_forward(kind: DocumentKind) -> None:
    proposals = extracted("We read it twice. Claim 3 says that the dam holds its flood.", kind=kind)

    assert names(proposals, "claim") == set()


def test_a_sentence_about_a_claim_does_not_put_it_forward() -> None:
    proposals = extracted("## Safety", "**Claim 3: the dam holds.** Claim 3 is the one that we like best of all.")

    assert names(proposals, "claim") == {"the dam holds"}


@pytest.mark.parametrize(
    "sentence",
    [
        "One half is **Claim 1: the pump stops at once.** The other half has no number: the pit holds an hour of rain.",
        "One part is **Claim 1: the pump stops at once.** The other part is that the pit holds an hour of rain.",
    ],
)
def test_the_other_half_of_a_pair_is_a_claim_without_a_number(sentence: str) -> None:
    proposals = extracted(HEADING, sentence)

    assert names(proposals, "claim") == {"the pump stops at once", "the pit holds an hour of rain"}


def test_sentences_behind_a_claim_speak_for_it_up_to_the_next() -> None:
    proposals = extracted(
        HEADING,
        "First comes **Claim 1: the gas is found.** It rests on the methane detector. Next comes **Claim 2: the gas is "
        "burnt.** It rests on the pilot flame monitor.",
        "## Controls",
        "**Methane detector.** Owned by Field Services.",
        "**Pilot flame monitor.** Owned by Field Services.",
    )

    held = ends(proposals, "SUPPORTED_BY")
    assert {("1", "Methane detector"), ("2", "Pilot flame monitor")} <= held
    assert ("1", "Pilot flame monitor") not in held


def test_a_code_of_the_document_refers_without_its_word() -> None:
    proposals = extracted(
        "**Claim R-1: the vault opens for two keys only.** It is old.",
        "**Claim R-2: the keys are counted.** R-1 presupposes R-2.",
    )

    assert ends(proposals, "DEPENDS_ON") == {("R-1", "R-2")}


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("The first is **Claim 1: the fuel is counted.** It is a moderate line of defence.", "moderate"),
        ("Last, and weak, is **Claim 1: the fuel is counted.** Nobody doubts it.", "weak"),
        ("**Claim 1: the fuel is counted.** A strong answer.", "strong"),
    ],
)
def test_a_claim_in_a_pathways_section_holds_it_up(sentence: str, strength: str) -> None:
    proposals = extracted(HEADING, sentence)

    [line] = relations(proposals, "SUPPORTED_BY")
    assert (line.source, line.target, line.strength) == ("pathway:a", "claim:1", strength)


def test_claims_that_make_up_an_argument_hold_up_the_argument() -> None:
    proposals = extracted(
        HEADING,
        "Best is the argument from distance, which is strong. It needs both of its halves.",
        "**Claim 1: there is no road.** Nobody built one.",
        "**Claim 2: there is no key.** None was cut.",
        "Last, and weak, comes **Claim 3: nobody wants to go.** We asked them.",
    )

    assert ends(proposals, "SUPPORTED_BY") == {
        ("A", "argument from distance"),
        ("argument from distance", "1"),
        ("argument from distance", "2"),
        ("A", "3"),
    }
    assert {e.operator for e in elements(proposals, "argument") if e.operator} == {"conjunctive"}


def test_a_condition_of_a_claim_is_no_line_of_the_pathway() -> None:
    proposals = extracted(
        HEADING,
        "**Claim 1: the tower sees each aircraft.** It is new.",
        "Claim 1 cannot stand unless Claim 2 is true, namely that the radar turns.",
    )

    assert ("A", "2") not in ends(proposals, "SUPPORTED_BY")
    assert ("1", "2") in ends(proposals, "DEPENDS_ON")


def test_claims_outside_a_pathways_section_hold_up_none() -> None:
    proposals = extracted(HEADING, "Water could rise.", "## What we assume", "**Claim 9: the log is complete.** It is.")

    assert ends(proposals, "SUPPORTED_BY") == set()
