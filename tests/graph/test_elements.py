"""The vocabulary: what may be joined, and what an element refuses to be."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from graph.elements import LEGAL, Element, ElementKind, Operator, RelationType, Statement, Strength


def test_strengths_are_ordered_from_none_to_strong() -> None:
    assert [Strength.of_rank(rank) for rank in range(4)] == [
        Strength.NONE,
        Strength.WEAK,
        Strength.MODERATE,
        Strength.STRONG,
    ]


@pytest.mark.parametrize(
    ("source", "relation", "target", "legal"),
    [
        ("pathway", "SUPPORTED_BY", "control", True),
        ("control", "SUPPORTED_BY", "evidence", False),
        ("control", "DEPENDS_ON", "person", True),
        ("person", "DEPENDS_ON", "control", False),
        ("claim", "SUPPORTED_BY", "pathway", False),
        ("finding", "DISPUTES", "organization", False),
        ("finding", "DISPUTES", "team", True),
        ("trigger", "INVALIDATES", "claim", True),
        ("document", "SUPERSEDES", "document", True),
        ("claim", "SUPERSEDES", "control", False),
        ("organization", "MEMBER_OF", "team", False),
        ("document", "OWNED_BY", "person", False),
    ],
)
def test_only_the_table_of_semantics_is_legal(source: str, relation: str, target: str, legal: bool) -> None:
    assert ((ElementKind(source), RelationType(relation), ElementKind(target)) in LEGAL) is legal


def test_k_goes_with_at_least_and_nothing_else() -> None:
    with pytest.raises(ValidationError, match="k goes with the operator at_least"):
        Element(id="c", kind=ElementKind.CLAIM, name="c", operator=Operator.CONJUNCTIVE, k=2)
    with pytest.raises(ValidationError, match="k goes with the operator at_least"):
        Element(id="c", kind=ElementKind.CLAIM, name="c", operator=Operator.AT_LEAST)


def test_a_statement_has_exactly_one_source() -> None:
    with pytest.raises(ValidationError, match="one source"):
        Statement(name="nobody said this")
