"""Characters that are set raised: exponents keep their place, so that 10⁻³ does not become 10-3."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_PLAIN = frozenset("0123456789+-−n")


def raised(text: str) -> str:
    """Raised digits and signs as characters of their own; other words as they are."""
    return text.translate(_RAISED) if text and _PLAIN.issuperset(text.strip()) else text
