from __future__ import annotations

import pytest

from ingest.extractors.rules.operators import operator_in


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("This claim is the conjunction of the below subclaims.", "conjunctive"),
        ("Both locks must hold for the vault to stay shut.", "conjunctive"),
        ("The ward needs both the pump and the alarm.", "conjunctive"),
        ("Claims 2.1 and 2.2 are jointly necessary.", "conjunctive"),
        ("The route is closed only by the gate and the patrol together.", "conjunctive"),
        ("It comes in two halves, and half of it is worth nothing.", "conjunctive"),
        ("If either is gone, the argument is gone.", "conjunctive"),
        ("The case holds only if there is both a guard and a gate.", "conjunctive"),
        ("Two pumps drain the pit and one would do.", "disjunctive"),
        ("Copies lie in two towns; one copy is enough.", "disjunctive"),
        ("Here two kinds of inspection add to one another.", "convergent"),
        ("The one survey piles up on the other.", "convergent"),
        ("Either the spare feeder or the battery suffices.", "disjunctive"),
        ("Any one of the following would be enough to hold the ship.", "disjunctive"),
        ("Two locks hang on the door, and either of them alone would be enough.", "disjunctive"),
        ("We make a convergent case for the drug's safety.", "convergent"),
        ("These are separate lines that add up.", "convergent"),
        ("The bank rests this on several independent lines of evidence.", "convergent"),
    ],
)
def test_operator_is_read_from_its_words(text: str, operator: str) -> None:
    said = operator_in(text)

    assert said is not None
    assert said.operator == operator


@pytest.mark.parametrize(
    ("text", "k"),
    [
        ("The claim holds as long as at least two of the three relays agree.", 2),
        ("Two out of three sensors must agree before the valve closes.", 2),
        ("Any three of the five key holders can open the safe.", 3),
    ],
)
def test_at_least_is_read_with_its_number(text: str, k: int) -> None:
    said = operator_in(text)

    assert said is not None
    assert (said.operator, said.k) == ("at_least", k)


@pytest.mark.parametrize(
    "text",
    [
        "The claim does not need both of them.",
        "We also introduce a disjunctive Claim 4.5.",
        "Either way, the ship left at noon.",
        "If one is late, the ward telephones.",
        "Half of it is stored in the east wing.",
        "One would do well to look at the second pump.",
        "The nurse and the clerk sat together.",
    ],
)
def test_sentences_without_an_operator_give_none(text: str) -> None:
    assert operator_in(text) is None
