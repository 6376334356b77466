"""Cases written in a few words: `drafted({"p": "pathway", "a": "claim weak at_least 2"}, "p > a, a >> d")`.

An element is its kind, then any of a strength, an operator (`at_least` with its k) and `accepted`. A relation is
`from > to` (a line of support) or `from >> to` (a requirement), then any of a strength, a basis and `accepted`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from graph.case import Case, CaseHead
from graph.elements import (
    Basis,
    Element,
    ElementKind,
    Operator,
    Relation,
    RelationStatement,
    RelationType,
    ReviewStatus,
    Statement,
    Strength,
)
from graph.provenance import Entered

BY_HAND = Entered(who="a test", when="2026-01-01T00:00:00Z")
SIGNS = {">": RelationType.SUPPORTED_BY, ">>": RelationType.DEPENDS_ON}


def drafted(elements: Mapping[str, str], relations: str) -> Case:
    return Case.of(
        CaseHead(id="drafted"),
        elements=[element(name, words.split()) for name, words in elements.items()],
        relations=[relation(line.split()) for line in relations.split(",") if line.strip()],
    )


def element(name: str, words: list[str]) -> Element:
    operator = one_of(Operator, words)
    return Element(
        id=name,
        kind=ElementKind(words[0]),
        name=name,
        strength=one_of(Strength, words),
        operator=operator,
        k=int(words[words.index("at_least") + 1]) if operator is Operator.AT_LEAST else None,
        status=one_of(ReviewStatus, words) or ReviewStatus.PROPOSED,
        stated=(Statement(entered=BY_HAND),),
    )


def relation(words: list[str]) -> Relation:
    source, sign, target = words[:3]
    type_ = SIGNS.get(sign) or RelationType(sign)
    return Relation(
        id=f"{source}{sign}{target}",
        type=type_,
        source=source,
        target=target,
        strength=one_of(Strength, words[3:]),
        basis=one_of(Basis, words[3:]) or Basis.STATED,
        status=one_of(ReviewStatus, words[3:]) or ReviewStatus.PROPOSED,
        stated=(RelationStatement(entered=BY_HAND),),
    )


_T = TypeVar("_T", Strength, Operator, Basis, ReviewStatus)


def one_of(kind: type[_T], words: list[str]) -> _T | None:
    return next((kind(word) for word in words if word in list(kind)), None)
