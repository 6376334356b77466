"""Arguments that a paragraph or an item of factors names: what they hold up, what they are made of, and how it joins."""

from __future__ import annotations

import pytest

from ingest.extraction import Proposals
from tests.ingest.rules.written import elements, ends, extracted, relations

CASE = (
    "## Controls",
    "| Control | Owner |",
    "| Sluice gate | Harbour Office |",
    "| Dose check | Pharmacy |",
    "| Vault timer | Cash Desk |",
    "| Night patrol | Estates |",
    "## Pathways",
    "### Pathway 1: Something bad",
)


def read(*lines: str) -> Proposals:
    return extracted(*CASE, *lines)


@pytest.mark.parametrize(
    ("text", "name", "operator", "strength"),
    [
        (
            "We lean on what we call the keeping argument. The vault timer deals with thieves by day; the night patrol deals with those by night. Neither covers the other's case, so the argument needs both of them. We give the keeping argument strong weight.",
            "keeping argument",
            "conjunctive",
            "strong",
        ),
        (
            "The vault timer holds thieves up and the night patrol finds them. We call this the two-step argument. Together they bear moderate weight.",
            "two-step argument",
            None,
            "moderate",
        ),
        (
            "The vault timer and the night patrol together make up the safe-keeping argument. Either of the two would do.",
            "safe-keeping argument",
            "disjunctive",
            None,
        ),
    ],
)
def test_a_named_argument_holds_up_the_pathway(
    text: str, name: str, operator: str | None, strength: str | None
) -> None:
    found = read(text)

    (argument,) = elements(found, "argument")
    assert (argument.name, argument.operator) == (name, operator)
    assert ends(found, "SUPPORTED_BY") == {("1", name), (name, "Vault timer"), (name, "Night patrol")}
    assert {r.strength for r in relations(found, "SUPPORTED_BY") if r.source == "pathway:1"} == {strength}


def test_what_is_counted_beside_an_argument_holds_up_the_pathway() -> None:
    found = read(
        "We rely above all on what we call the keeping argument. The vault timer and the night patrol cover each other, and the argument needs both. Beyond it there is the dose check, with weak weight."
    )

    assert ("1", "Dose check") in ends(found, "SUPPORTED_BY")
    assert ("1", "Vault timer") not in ends(found, "SUPPORTED_BY")


def test_a_factor_called_an_argument_is_one() -> None:
    found = read(
        "Mitigating factors:",
        "- Clean water argument. The sluice gate keeps the salt out and the dose check keeps the dirt out. Without the gate the check is useless, and neither works without the other. Together they bear substantial weight.",
        "- Night patrol. It helps a little. Weak weight.",
    )

    (argument,) = elements(found, "argument")
    assert argument.operator == "conjunctive"
    assert {("Clean water argument", "Sluice gate"), ("Clean water argument", "Dose check")} <= ends(
        found, "SUPPORTED_BY"
    )
    assert ("1", "Sluice gate") not in ends(found, "SUPPORTED_BY")


@pytest.mark.parametrize(
    "text",
    [
        "We call this the main argument. The vault timer and the night patrol are both there.",
        "The vault timer is what we call the keeping argument.",
        "We do not call this the keeping argument, though the vault timer and the night patrol are there.",
        "The argument between the vault timer people and the night patrol went on all year.",
    ],
)
def test_other_words_make_no_argument(text: str) -> None:
    assert elements(read(text), "argument") == []
