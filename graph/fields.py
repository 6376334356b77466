"""Which fields what people type in can have: a window is a pathway's, a strength that of a line of support.

What sources say is kept as they say it. A person who types a value in where it means nothing is told so.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from graph.elements import (
    CHANNELLED,
    COMBINING,
    ELEMENTS,
    ElementKind,
    RelationStatement,
    RelationType,
    Statement,
)
from graph.errors import RefusedDecision

_MOVED = frozenset({ElementKind.MITIGATION})
_SAID = frozenset({ElementKind.FINDING, ElementKind.MITIGATION, ElementKind.TRIGGER})

OF_ELEMENTS: Mapping[str, frozenset[ElementKind]] = MappingProxyType(
    {
        "strength": ELEMENTS - _SAID,
        "operator": COMBINING,
        "k": COMBINING,
        "window_s": frozenset({ElementKind.PATHWAY}),
        "effort": _MOVED,
        "effort_days": _MOVED,
    }
)
"""Field -> the kinds of element that have it; every kind has the fields that are not here."""

OF_RELATIONS: Mapping[str, frozenset[RelationType]] = MappingProxyType(
    {
        "strength": frozenset({RelationType.SUPPORTED_BY}),
        "latency_s": CHANNELLED,
        "channel": CHANNELLED,
        "automatic": frozenset({RelationType.ALERTS}),
    }
)
"""Field -> the types of relation that have it; every type has the fields that are not here."""


def refuse_foreign(said: Statement | RelationStatement, of: ElementKind | RelationType) -> None:
    """Raise RefusedDecision where a value is typed in for a field that elements or relations of this kind do not have."""
    table: Mapping[str, frozenset[ElementKind] | frozenset[RelationType]]
    table = OF_ELEMENTS if isinstance(said, Statement) else OF_RELATIONS
    for field, having in table.items():
        if getattr(said, field) is not None and of not in having:
            name = field.removesuffix("_s").replace("_", "-")
            owners = ", ".join(sorted(having))
            raise RefusedDecision(f"a {of} has no {name}", f"Leave --{name} out; it is a field of: {owners}.")
