"""What the statements about an element or relation amount to.

What a person entered last wins, then the first document that still stands; what only an old version of a document
said no longer counts. Documents stand in the order of what they are, so that it makes no difference which of them came
first, or whether one was taken out and read again. Contradicting statements all stay where they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from graph.elements import (
    COMBINING,
    Basis,
    Element,
    Operator,
    Relation,
    RelationStatement,
    RelationType,
    ReviewStatus,
    Statement,
)
from graph.provenance import Document, DocumentKind, Passage

Place = tuple[int, str, int]
"""Where a document stands among the others."""

NOWHERE: Place = (0, "", 0)
"""Where a document stands that is not there."""


def places(documents: Iterable[Document]) -> Mapping[str, Place]:
    """Document -> its place: reports, critiques, interviews, each by their paths; of one path as they came."""
    kinds = {kind: number for number, kind in enumerate(DocumentKind)}
    return {document.id: (kinds[document.kind], document.path, at) for at, document in enumerate(documents)}


def ranks(
    documents: Iterable[Document], passages: Iterable[Passage], relations: Iterable[Relation]
) -> Mapping[str, int]:
    """Passage -> rank, for every passage of a current document. A new version stands where the old one stood."""
    place = places(documents)
    earlier: defaultdict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if (
            relation.type is RelationType.SUPERSEDES
            and relation.status is not ReviewStatus.REJECTED
            and relation.target in place
        ):
            earlier[relation.source].add(relation.target)
    gone = frozenset(old for found in earlier.values() for old in found)
    rank = {document: min(place[old] for old in _line(document, earlier)) for document in place if document not in gone}
    current = [passage for passage in passages if passage.document in rank]
    current.sort(key=lambda passage: (rank[passage.document], place[passage.document], passage.start, passage.end))
    return {passage.id: position for position, passage in enumerate(current)}


def resolve(element: Element, order: Mapping[str, int]) -> Element:
    """The element with its fields summed up from `edits` and `stated`.

    `order`: passage -> rank; a passage that is not in it is of an old version. What such a passage calls the element
    stays an alias; what it says in words is the text as long as nothing current states the element.
    """
    current = _ranked(element.stated, order)
    ranked = [*_latest_first(element.edits), *current]
    said = [statement for statement in ranked if statement.operator is not None and element.kind in COMBINING]
    name, aliases = _names(element, ranked)
    numbers = [statement.number for statement in (*ranked, *element.stated) if statement.number]
    fields = {
        "name": name,
        "aliases": aliases,
        "number": numbers[0] if numbers else element.number if element.stated == () else None,
        "text": next((s.text for s in (ranked if current else (*ranked, *reversed(element.stated))) if s.text), ""),
        "operator": said[0].operator if said else None,
        "k": said[0].k if said and said[0].operator is Operator.AT_LEAST else None,
        "strength": next((s.strength for s in ranked if s.strength is not None), None),
        "window_s": next((s.window_s for s in ranked if s.window_s is not None), None),
        "effort": next((s.effort for s in ranked if s.effort is not None), None),
        "effort_days": next((s.effort_days for s in ranked if s.effort_days is not None), None),
    }
    same = all(getattr(element, field) == value for field, value in fields.items())
    return element if same else element.model_copy(update=fields)


def _names(element: Element, ranked: Iterable[Statement]) -> tuple[str, tuple[str, ...]]:
    """The name and the aliases: as places introduce it, else as they mention it, words before initials."""
    current = tuple(ranked)
    introduced = [statement.name for statement in current if statement.name]
    mentioned = [alias for statement in current for alias in statement.aliases or ()]
    mentioned += [name for statement in element.stated for name in (statement.name, *(statement.aliases or ())) if name]
    words = [name for name in mentioned if not name.isupper()]
    name = next(iter((*introduced, *words, *mentioned)), element.name)
    return name, tuple(dict.fromkeys(other for other in (*introduced, *mentioned) if other != name))


def resolve_relation(relation: Relation, order: Mapping[str, int]) -> Relation:
    """The relation with its fields summed up from `stated`, as `resolve` does for an element."""
    current = _ranked(relation.stated, order)
    bases = {statement.basis for statement in current or relation.stated}
    ranked = [*_latest_first(relation.edits), *current]
    fields = {
        "basis": next((basis for basis in (Basis.ENTERED, Basis.STATED) if basis in bases), Basis.INFERRED),
        "strength": next((s.strength for s in ranked if s.strength is not None), None),
        "latency_s": next((s.latency_s for s in ranked if s.latency_s is not None), None),
        "channel": next((s.channel for s in ranked if s.channel is not None), None),
        "automatic": next((s.automatic for s in ranked if s.automatic is not None), None),
    }
    same = all(getattr(relation, field) == value for field, value in fields.items())
    return relation if same else relation.model_copy(update=fields)


_S = TypeVar("_S", Statement, RelationStatement)


def _ranked(stated: Iterable[_S], order: Mapping[str, int]) -> list[_S]:
    """Statements that still stand: entered ones latest first, then by document and place."""
    entered = _latest_first(statement for statement in stated if statement.entered)
    read = [statement for statement in stated if statement.passage in order]
    return entered + sorted(read, key=lambda statement: order[statement.passage or ""])


def _latest_first(entered: Iterable[_S]) -> list[_S]:
    """What people entered, the latest first; of one time, what was entered last."""
    found = tuple(entered)[::-1]
    return sorted(found, key=lambda statement: statement.entered.when if statement.entered else "", reverse=True)


def _line(document: str, earlier: Mapping[str, set[str]]) -> set[str]:
    """A document with everything that it is a new version of."""
    found, ahead = {document}, [document]
    while ahead:
        new = earlier.get(ahead.pop(), set()) - found
        found |= new
        ahead.extend(new)
    return found
