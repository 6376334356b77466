"""Taking documents out of what was read: with them goes what nothing else states, and nothing more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.as_read import with_statements
from graph.elements import Element, Relation, RelationStatement, Statement
from graph.merging import Things


def without(things: Things, removed: Iterable[str]) -> Things:
    """What is left when these documents are taken out; ids of documents that are not there change nothing.

    An element that only a relation of another document still needs stays, stated where that relation is.
    """
    gone = frozenset(removed)
    passages = {id_: passage for id_, passage in things.passages.items() if passage.document not in gone}
    relations = {}
    for id_, relation in things.relations.items():
        lines = [said for said in relation.stated if said.passage is None or said.passage in passages]
        if lines and not gone & {relation.source, relation.target}:
            relations[id_] = with_statements(relation, lines)
    needed = _statements_at_ends(relations)
    elements = {}
    for id_, element in things.elements.items():
        left = _left(element, passages) or needed.get(id_, [])
        if left:
            elements[id_] = with_statements(element, left)
    documents = {id_: document for id_, document in things.documents.items() if id_ not in gone}
    return Things(elements, relations, documents, passages)


def _left(element: Element, passages: Mapping[str, object]) -> list[Statement]:
    return [said for said in element.stated if said.passage is None or said.passage in passages]


def _statements_at_ends(relations: Mapping[str, Relation]) -> Mapping[str, list[Statement]]:
    """Element -> where a relation that it is an end of is stated."""
    found: defaultdict[str, dict[RelationStatement, Statement]] = defaultdict(dict)
    for relation in relations.values():
        for said in relation.stated:
            for end in (relation.source, relation.target):
                found[end][said] = Statement(passage=said.passage, entered=said.entered, aliases=())
    return {end: list(dict.fromkeys(said.values())) for end, said in found.items()}
