"""Minimal cut sets of a pathway: the JSON of the contract, and lines for people."""

from __future__ import annotations

from collections.abc import Iterator

from graph.analysis import CutSets
from graph.case import Case
from ui.views.shapes import Json

SHOWN = 40
LISTED = 10_000


def cuts_json(found: CutSets) -> dict[str, Json]:
    """The shape that `cuts --json` prints; `listed` says how many of `total` sets are written out."""
    sets = found.first(LISTED)
    return {
        "pathway": found.pathway,
        "level": found.level.value,
        "max_order": found.max_order,
        "complete": found.complete,
        "total": found.total,
        "listed": len(sets),
        "by_order": {str(order): count for order, count in found.by_order.items()},
        "margin": found.margin,
        "cut_sets": [list(cut_set) for cut_set in sets],
    }


def cuts_lines(found: CutSets, case: Case) -> Iterator[str]:
    """What takes the pathway below the level, smallest sets first."""
    name = case.elements[found.pathway].name
    if found.margin == 0:
        yield f"{name} is below {found.level} already, with nothing failed."
        return
    if found.margin is None:
        yield f"Nothing recorded can take {name} below {found.level}."
        return
    limit = f" of up to {found.max_order}" if found.max_order else ""
    yield f"{name} falls below {found.level} by {_counted(found.total)}{limit}; the smallest has {_failures(found.margin)}."
    for order, count in found.by_order.items():
        yield f"  of {_failures(order)}: {count}"
    yield ""
    for cut_set in found.first(SHOWN):
        yield f"  {' + '.join(case.elements[id_].name for id_ in cut_set)}"
    if found.total > SHOWN:
        yield f"  … and {found.total - SHOWN} more: --json lists up to {LISTED}"
    if not found.complete:
        yield f"Sets of more than {_failures(found.max_order or 0)} are not counted here."


def _failures(number: int) -> str:
    return "1 failure" if number == 1 else f"{number} failures"


def _counted(number: int) -> str:
    return "one minimal cut set" if number == 1 else f"{number} minimal cut sets"
