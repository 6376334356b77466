"""What reading a document brings to one claim, and a case after several readings: used by the tests of changes."""

from __future__ import annotations

from graph.case import Case
from graph.changes import Changes, apply_changes
from graph.elements import Element, ElementKind, Relation, RelationStatement, RelationType, Statement
from graph.provenance import Entered
from tests.strategies import HEAD, PLACES, document, passage

EMPTY = Case.of(HEAD)
DOCUMENTS = {name: document(name) for name in ("d0", "d1", "d2")}


def claim(passage_id: str, **said: object) -> Element:
    """Claim 'c' with what one passage says of it."""
    statement = Statement(passage=passage_id, **said)
    return Element(id="c", kind=ElementKind.CLAIM, name="c", passages=(passage_id,), stated=(statement,))


def typed(when: str, **said: object) -> Element:
    """Claim 'c' with what a person says of it."""
    statement = Statement(entered=Entered(who="ada", when=when), **said)
    return Element(id="c", kind=ElementKind.CLAIM, name="c", stated=(statement,))


def line(passage_id: str, **said: object) -> Relation:
    """The relation 'c' SUPPORTED_BY 'e' with what one passage says of it."""
    ends = {"id": "r", "type": RelationType.SUPPORTED_BY, "source": "c", "target": "e"}
    return Relation(**ends, passages=(passage_id,), stated=(RelationStatement(passage=passage_id, **said),))


def reading(name: str, *things: Element | Relation) -> Changes:
    """What reading one document brings."""
    return Changes(
        documents=(DOCUMENTS[name],),
        passages=tuple(passage(name, place) for place in range(PLACES)),
        elements=tuple(thing for thing in things if isinstance(thing, Element)),
        relations=tuple(thing for thing in things if isinstance(thing, Relation)),
    )


def after(*steps: Changes, case: Case = EMPTY) -> Case:
    for step in steps:
        case, _ = apply_changes(case, step)
    return case
