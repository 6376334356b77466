"""Rules that touch each other form one figure, such as the grid of a table. Only those in one field of the page are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ingest.parsers.pdf.sheet import Rule

TOUCHING = 3.0
_FIELD = 48.0
_MOST_FIELDS = 200


def figures(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules by the figures that they form together; one that is drawn twice counts once."""
    drawn = tuple(dict.fromkeys(rules))
    fields: dict[tuple[int, int], list[int]] = {}
    side = _side(drawn)
    for at, rule in enumerate(drawn):
        for field in _fields(rule, side):
            fields.setdefault(field, []).append(at)
    leads = list(range(len(drawn)))
    for inside in fields.values():
        for one, other in combinations(inside, 2):
            if _meet(drawn[one], drawn[other]):
                leads[_lead(leads, one)] = _lead(leads, other)
    found: dict[int, list[Rule]] = {}
    for at, rule in enumerate(drawn):
        found.setdefault(_lead(leads, at), []).append(rule)
    return list(found.values())


def _side(rules: Sequence[Rule]) -> float:
    """How long the sides of a field are, in points: longer on a page of immense size."""
    longest = max((max(rule.x1 - rule.x0, rule.y1 - rule.y0) for rule in rules), default=0.0)
    return max(_FIELD, longest / _MOST_FIELDS)


def _fields(rule: Rule, side: float) -> Iterator[tuple[int, int]]:
    """The fields of the page that a rule comes near."""
    for column in range(int((rule.x0 - TOUCHING) // side), int((rule.x1 + TOUCHING) // side) + 1):
        for row in range(int((rule.y0 - TOUCHING) // side), int((rule.y1 + TOUCHING) // side) + 1):
            yield column, row


def _lead(leads: list[int], at: int) -> int:
    """The rule that stands for the figure of a rule."""
    while leads[at] != at:
        leads[at] = at = leads[leads[at]]
    return at


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one.x0 - TOUCHING <= other.x1
        and other.x0 - TOUCHING <= one.x1
        and one.y0 - TOUCHING <= other.y1
        and other.y0 - TOUCHING <= one.y1
    )
