"""What people read in Neo4j's own tools beside the values of a case: a name for every node, the words behind a
relation, and what a decision is about.

All of it follows from the case; the fingerprints in `neo4j_rows` cover it like everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from graph.case import Case, CaseHead
from graph.decisions import Added, Decision, Distinct, Divided, Edited, Judged, Removed, Undone, United
from graph.elements import Element, Relation
from graph.provenance import Document, Passage

_BEGINNING = 60
_DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "edit": "corrected",
    "add": "added",
    "merge": "merged",
    "split": "split",
    "distinct": "told apart",
    "undo": "undid",
    "remove": "took out",
}


@dataclass(frozen=True)
class Beside:
    """What a row shows beside its value. `quotes`: of a relation, its words with their places. The rest is of a
    decision: its `name`; in `about` the elements and documents that it is about, each with the relation between them
    where it is about that; in `undoes` the decision that it takes back.
    """

    quotes: tuple[str, ...] = ()
    name: str = ""
    about: tuple[tuple[str, str | None], ...] = ()
    undoes: tuple[str, ...] = ()


def case_name(head: CaseHead) -> str:
    """What a picture of the graph calls a case."""
    return head.title or head.id


def passage_name(passage: Passage) -> str:
    """What a picture of the graph calls a passage: its place, and how it begins."""
    words = " ".join(passage.text.split())
    begins = words if len(words) <= _BEGINNING else f"{words[:_BEGINNING].rstrip()}…"
    return f"{_place(passage) or passage.document}: {begins}"


def beside(case: Case, value: Document | Passage | Element | Relation | Decision) -> Beside:
    """What the row of a value of this case shows beside it."""
    match value:
        case Document() | Passage() | Element():
            return Beside()
        case Relation():
            return Beside(quotes=tuple(_quote(case, case.passages[passage]) for passage in value.passages))
        case _:
            return _beside_decision(case, value)


def things_of(decision: Decision) -> tuple[str, ...]:
    """The ids of the elements, relations or documents that a decision names, or of the decision that it undoes."""
    match decision:
        case Judged() | Edited() | Undone() | Removed():
            return _named_by(decision)
        case Added():
            return tuple(typed.id for typed in (decision.element, decision.relation) if typed)
        case United():
            return (decision.taken, decision.kept)
        case Divided():
            return (decision.source, decision.made)
        case Distinct():
            return (decision.one, decision.other)
        case other:
            assert_never(other)


def _named_by(decision: Judged | Edited | Undone | Removed) -> tuple[str, ...]:
    match decision:
        case Judged():
            return decision.things
        case Edited():
            return (decision.thing,)
        case Undone():
            return (decision.decision,)
        case Removed():
            return decision.documents
        case other:
            assert_never(other)


def shown_anew(before: Case, after: Case) -> frozenset[str]:
    """The relations and decisions of both that show something else now, though they are the same."""
    decisions = (
        id_
        for id_, decision in after.decisions.items()
        if id_ in before.decisions and _beside_decision(before, decision) != _beside_decision(after, decision)
    )
    return frozenset((*decisions, *_quoted_anew(before, after)))


def _quoted_anew(before: Case, after: Case) -> Iterator[str]:
    """The relations of which some quote reads differently; most changes leave every quote as it was."""
    titles = {
        id_
        for id_, document in after.documents.items()
        if id_ in before.documents and before.documents[id_].title != document.title
    }
    passages = {
        id_
        for id_, passage in after.passages.items()
        if id_ in before.passages
        and (passage.document in titles or (before.passages[id_] is not passage and before.passages[id_] != passage))
    }
    if passages:
        yield from (id_ for id_, relation in after.relations.items() if not passages.isdisjoint(relation.passages))


def _beside_decision(case: Case, decision: Decision) -> Beside:
    """What a decision is about as far as the case holds it; a relation stands for both its ends."""
    about = sorted(_held(case, things_of(decision)), key=lambda line: (line[0], line[1] or ""))
    undone = (decision.decision,) if isinstance(decision, Undone) and decision.decision in case.decisions else ()
    return Beside(name=f"{decision.by.who} {_told(case, decision)}", about=tuple(about), undoes=undone)


def _told(case: Case, decision: Decision) -> str:
    """What was done to what: "accepted Flow Alarm and 2 more"; of what was undone, what that was about."""
    undone = case.decisions.get(decision.decision) if isinstance(decision, Undone) else None
    names = _listed(tuple(_called(case, thing) for thing in things_of(undone or decision)))
    if undone:
        return f"undid what {undone.by.who} {_DONE[undone.action]}: {names}"
    return f"{_DONE[decision.action]} {names}"


def _listed(names: tuple[str, ...]) -> str:
    match names:
        case ():
            return "nothing"
        case (only,):
            return only
        case (one, other):
            return f"{one} and {other}"
        case _:
            return f"{names[0]} and {len(names) - 1} more"


def _called(case: Case, thing: str) -> str:
    """What people call a thing; its id where the case no longer holds it."""
    if thing in case.elements:
        return case.elements[thing].name
    if thing in case.documents:
        return case.documents[thing].title
    if thing in case.relations:
        line = case.relations[thing]
        return f"{_called(case, line.source)} {line.type} {_called(case, line.target)}"
    return thing


def _held(case: Case, things: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    for thing in dict.fromkeys(things):
        if thing in case.elements or thing in case.documents:
            yield thing, None
        elif thing in case.relations:
            relation = case.relations[thing]
            yield from ((end, thing) for end in dict.fromkeys((relation.source, relation.target)))


def _quote(case: Case, passage: Passage) -> str:
    places = (case.documents[passage.document].title, _place(passage))
    return f"{', '.join(filter(None, places))}: “{passage.text}”"


def _place(passage: Passage) -> str:
    page = passage.page_label or passage.page
    return ", ".join(filter(None, (f"p. {page}" if page else None, passage.section, passage.time, passage.speaker)))
