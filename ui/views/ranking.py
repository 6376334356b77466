"""The load-bearing elements as a table in tiers: what each takes down alone, with the paths behind every figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant import Numbering
from graph.analysis import Bearing, Ranking
from graph.case import Case
from ui.views.answer_sheet import path_nodes
from ui.views.bearing import MARKS
from ui.views.palette import mark
from ui.views.sheet import Act, ActKind, Node, box, button, element_button

SHOWN = 25
_TIERS = (
    ("lost", "Alone takes a pathway below its level"),
    ("weakened", "Alone weakens a pathway"),
    ("thinned", "Alone thins a pathway: redundancy is used up"),
    ("", "Bears load only together with others"),
)
_HEADS = ("Rank", "Element", "Breaks", "Weakens", "Thins", "Small cut sets", "Importance", "Untracked")
_FIGURES = frozenset({"Rank", "Small cut sets", "Importance"})


def ranking_sheet(ranking: Ranking, rows: Sequence[Bearing], *, every: bool) -> Node:
    """The table of these rows, up to `SHOWN` of them unless `every`, its scope, and what was left out."""
    case = ranking.structure.case
    shown = rows if every else rows[:SHOWN]
    return box(
        "article",
        Node("p", _scope(ranking, len(rows))),
        _table(case, ranking, shown) if shown else Node("p", "Nothing of this kind bears on a pathway.", "fine"),
        Node("p", f"{len(rows) - len(shown)} more are not shown.", "fine") if len(rows) > len(shown) else None,
        *(Node("p", line, "fine") for line in _left_out(case, ranking)),
        Node("p", _DEFINITIONS, "fine"),
    )


_DEFINITIONS = (
    "Breaks: falls below its level if this alone fails. Small cut sets: sets of up to three failures that take a "
    "pathway below its level and hold this element. Importance: how often this decides a pathway when everything "
    "else fails half of the time (Birnbaum), 0 to 1, mean over the pathways."
)


def _scope(ranking: Ranking, total: int) -> str:
    level = f"held at {ranking.level}" if ranking.level else "held at what each pathway has today"
    pathways = len(ranking.pathways)
    return f"{total} elements that bear on {pathways} pathway{'' if pathways == 1 else 's'}, {level}."


def _left_out(case: Case, ranking: Ranking) -> Iterator[str]:
    for ids, why in (
        (ranking.already_below, "Left out, below the level as it is"),
        (ranking.circular, "Left out, resting on circular support"),
        (ranking.not_computed, "Left out of cut sets and importance, being too large"),
    ):
        if ids:
            yield f"{why}: {', '.join(case.elements[id_].name for id_ in ids)}."


def _table(case: Case, ranking: Ranking, rows: Sequence[Bearing]) -> Node:
    body = (
        line
        for tier, group in groupby(rows, _tier)
        for line in (_tier_row(tier), *(_row(case, ranking, row) for row in group))
    )
    head = box("thead", box("tr", *(Node("th", text, "figure" if text in _FIGURES else "") for text in _HEADS)))
    return box("div", box("table", head, box("tbody", *body)), style="wide")


def _tier(row: Bearing) -> int:
    return next(place for place, ids in enumerate((row.breaks, row.weakens, row.thins, ("",))) if ids)


def _tier_row(tier: int) -> Node:
    verdict, words = _TIERS[tier]
    cell = box("td", Node("span", mark(verdict).shape, "shape"), Node("span", words), style="span-all")
    return box("tr", cell, style=f"tier is-{verdict or 'no-verdict'}")


def _row(case: Case, ranking: Ranking, row: Bearing) -> Node:
    element = case.elements[row.element]
    return box(
        "tr",
        Node("td", str(row.rank), "figure"),
        box(
            "td",
            element_button(element.id, element.name, "element name"),
            Node("span", f" {element.kind}", "kind-word"),
            box("div", _what_breaks(element.name), _paths(ranking, row), style="acts"),
        ),
        _pathways(case, row.breaks, row.loses),
        _pathways(case, row.weakens),
        _pathways(case, row.thins),
        Node("td", "not computed" if row.small_cut_sets is None else str(row.small_cut_sets), "figure"),
        Node("td", _importance(row.importance), "figure"),
        box("td", *(Node("span", MARKS[why.value], "untracked") for why in row.untracked)),
    )


def _importance(share: float | None) -> str:
    if share is None:
        return "not computed"
    return "< 0.001" if 0 < share < 0.001 else f"{share:.3f}"


def _what_breaks(name: str) -> Node:
    question = f"What breaks if {name} fails?"
    return button("What breaks?", Act(kind=ActKind.ASK, value=question), spoken=question)


def _pathways(case: Case, ids: Sequence[str], lost: Sequence[str] = ()) -> Node:
    rows = (
        box("li", Node("span", case.elements[id_].name), Node("span", " lost", "is-lost word") if id_ in lost else None)
        for id_ in ids
    )
    return box("td", box("ul", *rows)) if ids else Node("td", "–", "none")


def _paths(ranking: Ranking, row: Bearing) -> Node | None:
    numbering = Numbering(ranking.structure.case)
    chains = [numbering.path(chain) for chain in ranking.paths(row)]
    if not chains:
        return None
    passages = tuple(citation.passage for citation in numbering.citations())
    lines = (box("li", *path_nodes(path.text, passages)) for path in numbering.paths())
    counted = f"{len(chains)} path{'' if len(chains) == 1 else 's'}"
    return box("details", Node("summary", counted), box("ol", *lines))
