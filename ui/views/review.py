"""Proposals and decisions as sheets: what was read with its words, to accept or reject, and who decided what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.analysis.proposals import Standing, Weighed
from graph.case import Case
from graph.elements import Element, ElementKind, ReviewStatus
from ui.views.decisions import decision_words, history_in_force, thing_words
from ui.views.passages import passage_place
from ui.views.proposals import quotes_of
from ui.views.sheet import Act, ActKind, Node, box, button, cite_button, element_button

SHOWN = 25


def chosen_proposals(rows: Iterable[Weighed], standing: Standing, kinds: frozenset[ElementKind]) -> tuple[Weighed, ...]:
    """The rows that stand so, of these kinds of element; without any kind, all of them and relations too."""
    return tuple(
        row
        for row in rows
        if row.standing is standing and (not kinds or (isinstance(row.thing, Element) and row.thing.kind in kinds))
    )


def proposals_sheet(case: Case, rows: Sequence[Weighed], *, every: bool) -> Node:
    """What awaits a decision, heaviest first, up to `SHOWN` of it unless `every`, each with its words and its buttons."""
    shown = rows if every else rows[:SHOWN]
    left = f"{len(rows) - len(shown)} more are not shown." if len(rows) > len(shown) else ""
    return box(
        "article",
        Node("p", f"{len(rows)} of this status, by how much hangs on them." if rows else "Nothing is so."),
        box("ol", *(_row(case, row) for row in shown), style="proposals") if shown else None,
        Node("p", left, "fine") if left else None,
    )


def history_sheet(case: Case) -> Node:
    """Every decision, the latest first, with who, when and why; one that holds can be undone."""
    holding = history_in_force(case)
    rows = [
        box(
            "li",
            Node("p", decision_words(decision, case), "" if decision.id in holding else "undone"),
            Node("p", " · ".join(filter(None, (decision.by.who, decision.by.when, decision.why))), "place"),
            _decide(ActKind.UNDO, decision.id, f"Undo: {decision_words(decision, case)}")
            if decision.id in holding and decision.action != "remove"
            else None,
        )
        for decision in reversed(tuple(case.decisions.values()))
    ]
    nothing = Node("p", "Nobody has decided anything in this case yet.")
    return box("article", box("ol", *rows, style="proposals") if rows else nothing)


def _row(case: Case, row: Weighed) -> Node:
    thing = row.thing
    words = thing_words(thing, case)
    name = element_button(thing.id, words) if isinstance(thing, Element) else Node("p", words)
    touched = len(row.pathways)
    weight = f"load-bearing rank {row.rank}, {touched} pathway{'' if touched == 1 else 's'}" if row.rank else ""
    quotes = quotes_of(case, thing)
    accept = thing.status is not ReviewStatus.ACCEPTED and thing.id not in case.withheld
    return box(
        "li",
        name,
        Node("p", weight, "place") if weight else None,
        *(
            box("div", Node("blockquote", passage.text), Node("p", passage_place(case, passage), "place"))
            for passage in quotes[:1]
        ),
        box(
            "div",
            *(cite_button(number, passage.id) for number, passage in enumerate(quotes, 1)),
            _decide(ActKind.ACCEPT, thing.id, f"Accept: {words}") if accept else None,
            _decide(ActKind.REJECT, thing.id, f"Reject: {words}")
            if thing.status is not ReviewStatus.REJECTED
            else None,
            style="acts",
        ),
    )


def _decide(kind: ActKind, id_: str, spoken: str) -> Node:
    return button(kind.capitalize(), Act(kind=kind, value=id_), style="decide", spoken=spoken)
