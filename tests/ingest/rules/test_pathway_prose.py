"""Lines from a pathway to what its paragraphs count against it, one after the other."""

from __future__ import annotations

import pytest

from tests.ingest.rules.written import extracted, relations

CASE = (
    "## Controls",
    "| Control | Owner |",
    "| Sluice gate | Harbour Office |",
    "| Dose check | Pharmacy |",
    "| Vault timer | Cash Desk |",
    "| Night patrol | Estates |",
    "## Claims",
    "**Claim 1. Floods rise slowly.** It has always been so.",
    "## Pathways",
    "### Pathway 1: Something bad",
)


def lines(text: str) -> dict[str, str | None]:
    proposals = extracted(*CASE, text)
    called = {element.key: element.number or element.name for element in reversed(proposals.elements)}
    return {called[r.target]: r.strength for r in relations(proposals, "SUPPORTED_BY") if r.source == "pathway:1"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two barriers count here. The first is the sluice gate, which we rate as strong. Next comes the night patrol; we put it at weak.",
            {"Sluice gate": "strong", "Night patrol": "weak"},
        ),
        (
            "Of the safeguards against this the best is the vault timer. We would call it moderate. Another is the night patrol.",
            {"Vault timer": "moderate", "Night patrol": None},
        ),
        ("The only thing between the patient and a wrong dose is the dose check.", {"Dose check": None}),
        ("What stands in its way is the vault timer.", {"Vault timer": None}),
        ("The night patrol makes this hard. We regard the patrol as weak.", {"Night patrol": "weak"}),
        (
            "What speaks against this is chiefly the vault timer, which opens once a day; we give it strong weight. The night patrol would notice a light, with moderate weight.",
            {"Vault timer": "strong", "Night patrol": "moderate"},
        ),
        (
            "The main safeguard is the dose check. Beyond it there is Claim 1, since water has to rise, and that gets moderate weight. The night patrol we mention for completeness; its weight here is weak.",
            {"Dose check": None, "1": "moderate", "Night patrol": "weak"},
        ),
        (
            "What keeps this unlikely is the sluice gate. We put moderate weight on the gate and weak weight on the night patrol.",
            {"Sluice gate": "moderate", "Night patrol": "weak"},
        ),
        (
            "Most of the weight here is carried by the sluice gate. Lastly there is the dose check, to which we give only weak weight.",
            {"Sluice gate": None, "Dose check": "weak"},
        ),
        ("Our confidence here rests mainly on the vault timer.", {"Vault timer": None}),
        ("The sluice gate closes by itself. We give this strong weight.", {"Sluice gate": "strong"}),
        ("Since water comes slowly, Claim 1 has a bearing here, and we put that at moderate.", {"1": "moderate"}),
    ],
)
def test_what_a_paragraph_counts_against_the_pathway_holds_it_up(text: str, expected: dict[str, str | None]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two things can go wrong. The first is the sluice gate being left open.",
        "The main worry is the sluice gate.",
        "The weakest point is the vault timer.",
        "The night patrol does not make this hard.",
        "Nothing stands in its way, and the dose check would not notice it.",
        "The next to see it is the night patrol.",
        "Some say otherwise, yet on this pathway Claim 1 has no bearing here.",
        "Somebody said that the night patrol makes this hard.",
        "The dose check would notice nothing.",
        "The sluice gate was fitted in May. We regard the residual risk as moderate.",
        "We give strong weight to training, unlike the vault timer.",
        "The night patrol might be drawn away, and the dose check would not stop it.",
    ],
)
def test_what_does_not_count_is_no_line(text: str) -> None:
    assert lines(text) == {}


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        (
            "Our case rests on two controls that fail apart: the sluice gate and the vault timer. We give each strong weight.",
            "strong",
        ),
        ("We rely on three things: the sluice gate and the vault timer.", None),
        ("This is guarded by the sluice gate and the vault timer. Both get moderate weight.", "moderate"),
    ],
)
def test_what_several_controls_hold_together_has_their_weight(text: str, strength: str | None) -> None:
    assert lines(text) == {"Sluice gate": strength, "Vault timer": strength}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There are three reasons why this would fail. First, boats are turned away by the sluice gate. Second, the night patrol walks at odd hours. Third, the vault timer is slow. The first two are strong, the third weak.",
            {"Sluice gate": "strong", "Night patrol": "strong", "Vault timer": "weak"},
        ),
        (
            "Two safeguards are in place. First, the dose check reads each label. Second, the vault timer holds the press. The first is moderate.",
            {"Dose check": "moderate", "Vault timer": None},
        ),
        ("What stands in its way is the tide wall. We give it moderate weight.", {"Tide wall": "moderate"}),
        ("The main safeguard here is the harbour boom, which is strong.", {"Harbour boom": "strong"}),
    ],
)
def test_counted_reasons_and_new_names_hold_a_pathway_up(text: str, expected: dict[str, str | None]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two things went wrong. First, the wind rose. Second, the crew slept.",
        "The main thing is the lack of light.",
        "What stands in its way is the fact that nobody tries.",
        "The first is the harbour master's opinion.",
    ],
)
def test_what_names_no_control_holds_nothing_up(text: str) -> None:
    assert lines(text) == {}


def test_a_thing_that_no_longer_counts_for_a_pathway_is_what_falls() -> None:
    found = extracted(
        *CASE,
        "It is held by the night patrol.",
        "## Triggers",
        "If the night patrol finds fewer than 6 of 10 intruders, it is no longer to be counted for Pathway 1.",
    )

    called = {element.key: element.name for element in found.elements}
    assert {called[r.target] for r in relations(found, "INVALIDATES")} == {"Night patrol"}
