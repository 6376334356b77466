"""Versions of a document: which id a new one takes, and which ones it takes the place of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from graph.case import Case
from graph.elements import Basis, Relation, RelationStatement, RelationType, relation_id
from graph.provenance import Document, Entered


def as_new_version(source: Document, case: Case) -> Document:
    """The document under an id of its own, where its id already stands for another version or is no longer current."""
    known = case.documents.get(source.id)
    if known is None or (known == source and source.id in case.current_documents):
        return source
    free = next(id_ for number in count(2) if (id_ := f"{source.id}-{number}") not in case.documents)
    return source.model_copy(update={"id": free})


def superseded(source: Document, case: Case, entered: Entered) -> Iterator[Relation]:
    """The relation from a new version of a file to every version that was current until now."""
    for old in case.documents.values():
        if old.path != source.path or not old.path or old.id == source.id or old.id not in case.current_documents:
            continue
        yield Relation(
            id=relation_id(RelationType.SUPERSEDES, source.id, old.id),
            type=RelationType.SUPERSEDES,
            source=source.id,
            target=old.id,
            basis=Basis.ENTERED,
            stated=(RelationStatement(entered=entered, basis=Basis.ENTERED),),
        )
