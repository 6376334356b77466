from __future__ import annotations

import pytest

from ingest.extraction import Proposals
from tests.ingest.rules.written import elements, ends, extracted, names, relations

WARD = (
    "# Report",
    "## 2. What the pump can do",
    "**Claim: The pump cannot give more than a safe dose.** It was built that way.",
    "## 3. Safeguards",
    "**Dose Guard.** Owned by Pharmacy Systems. It blocks the pump.",
    "**Second Reading.** Owned by Ward Nine. It checks each label.",
    "## 6. Pathways",
    "### 6.1 Overdose",
    "The factors are these:",
)
OTHER = ("### 6.2 Wrong patient", "Labels could be mixed up.")


def ward(*lines: str) -> Proposals:
    return extracted(*WARD, *lines, *OTHER)


FACTORS = (
    "- **Limited pump (strong).** It cannot give more (Section 2).",
    "- **Guarding of doses (moderate).** The Dose Guard cuts in.",
    "- **Reading (weak).** A nurse does the Second Reading.",
)


def test_factors_are_what_their_items_refer_to_with_their_weights() -> None:
    read = ward(*FACTORS)

    assert ends(read, "SUPPORTED_BY") == {
        ("6.1", "The pump cannot give more than a safe dose"),
        ("6.1", "Dose Guard"),
        ("6.1", "Second Reading"),
    }
    assert [r.strength for r in relations(read, "SUPPORTED_BY")] == ["strong", "moderate", "weak"]


def test_a_factor_that_nothing_names_is_a_claim() -> None:
    read = ward(*FACTORS, "- **Alertness of visitors (weak).** They would speak up.")

    assert "Alertness of visitors" in names(read, "claim")
    assert ("6.1", "Alertness of visitors") in ends(read, "SUPPORTED_BY")


@pytest.mark.parametrize(
    ("sentence", "operator"),
    [
        ("The last two have to be taken together.", "conjunctive"),
        ("We would not count guarding of doses or reading without the other.", "conjunctive"),
        ("Guarding of doses and reading differ, and it would suffice that one of the two works.", "disjunctive"),
        ("The last two are alternatives: either would do.", "disjunctive"),
    ],
)
def test_a_sentence_that_combines_some_factors_makes_an_argument(sentence: str, operator: str) -> None:
    read = ward(*FACTORS, sentence)

    (argument,) = elements(read, "argument")
    assert argument.operator == operator
    assert ("6.1", argument.name) in ends(read, "SUPPORTED_BY")
    assert {(argument.name, "Dose Guard"), (argument.name, "Second Reading")} <= ends(read, "SUPPORTED_BY")
    assert ("6.1", "Dose Guard") not in ends(read, "SUPPORTED_BY")


@pytest.mark.parametrize(
    ("sentence", "operator"),
    [
        ("These factors are independent and add to one another.", "convergent"),
        ("At least two of these three barriers must hold.", "at_least"),
        ("The three are each sufficient.", "disjunctive"),
    ],
)
def test_a_sentence_on_all_factors_gives_the_pathway_its_operator(sentence: str, operator: str) -> None:
    read = ward(*FACTORS, sentence)

    assert not elements(read, "argument")
    assert [e.operator for e in elements(read, "pathway") if e.operator] == [operator]


def test_an_item_that_counts_only_with_another_control_is_an_argument() -> None:
    read = ward(
        *FACTORS[:2],
        "- **Reading (weak).** A nurse does the Second Reading. It acts only together with the Dose Guard.",
    )

    (argument,) = elements(read, "argument")
    assert argument.operator == "conjunctive"
    assert ("6.1", argument.name) in ends(read, "SUPPORTED_BY")


@pytest.mark.parametrize(
    ("words", "name", "strength"),
    [
        (
            "Factors 2 and 3 are of use only together. We count them as a single line, the bedside argument, and put that at moderate.",
            "Bedside argument",
            "moderate",
        ),
        (
            "The last two have to be taken together. We treat them as one line, the ward argument. It is weak.",
            "Ward argument",
            "weak",
        ),
        (
            "Factors 2 and 3 must be taken together. We rate the pair as strong.",
            "Guarding of doses together / reading",
            "strong",
        ),
    ],
)
def test_what_follows_names_and_weighs_the_combination(words: str, name: str, strength: str) -> None:
    read = ward(*FACTORS, words)

    (argument,) = elements(read, "argument")
    assert argument.name.split()[0] == name.split(maxsplit=1)[0]
    assert [r.strength for r in relations(read, "SUPPORTED_BY") if r.target == argument.key] == [strength]
