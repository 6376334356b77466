"""Versions of a document: which id a new one takes, and which ones it takes the place of."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import count

from graph.case import Case
from graph.elements import Basis, Relation, RelationStatement, RelationType, relation_id
from graph.naming import normal
from graph.provenance import Document, Entered

_TELLING = 24
"""Characters of a line that hardly recurs by chance."""


def as_new_version(source: Document, case: Case) -> Document:
    """The document under an id of its own, where its id already stands for another version or is no longer current."""
    known = case.documents.get(source.id)
    if known is None or (known == source and source.id in case.current_documents):
        return source
    free = next(id_ for number in count(2) if (id_ := f"{source.id}-{number}") not in case.documents)
    return source.model_copy(update={"id": free})


def versions(source: Document, case: Case, present: AbstractSet[str] = frozenset()) -> frozenset[str]:
    """The documents of the case that the source is a version of, by id, old ones too.

    They have its path; or, where it was moved or renamed, its kind and title and at least half of their lines recur
    in it: a title alone, such as "Interview", says too little. `present`: paths of other files that are there: what
    still is where it was has not been moved, however much two interviews by one list of questions have in common.
    """
    others = [old for old in namesakes(source, case) if old.path not in present]
    lines = _lines(source) if others else frozenset()
    paths = {source.path, *(old.path for old in others if _is_mostly(_lines(old), lines))} - {""}
    known = case.documents.values()
    return frozenset(document.id for document in known if document.path in paths and document.id != source.id)


def namesakes(source: Document, case: Case) -> tuple[Document, ...]:
    """The documents of the case that have the kind and the title of the source, and were read from another path."""
    title = _title(source.title)
    return tuple(
        old
        for old in case.documents.values()
        if old.kind is source.kind and old.path and old.path != source.path and _title(old.title) == title
    )


def superseded(
    source: Document, case: Case, entered: Entered, *, present: AbstractSet[str] = frozenset()
) -> Iterator[Relation]:
    """The relation from a new version of a document to every version that was current until now. `present`: see `versions`."""
    for old in sorted(versions(source, case, present) & case.current_documents, key=list(case.documents).index):
        yield Relation(
            id=relation_id(RelationType.SUPERSEDES, source.id, old),
            type=RelationType.SUPERSEDES,
            source=source.id,
            target=old,
            basis=Basis.ENTERED,
            stated=(RelationStatement(entered=entered, basis=Basis.ENTERED),),
        )


@lru_cache(maxsize=10_000)
def _title(title: str) -> str:
    # Asked of every document of a case for every one that is read.
    return normal(title)


def _is_mostly(old: frozenset[str], new: frozenset[str]) -> bool:
    """Does at least half of the old lines recur?"""
    return bool(old) and 2 * len(old & new) >= len(old)


def _lines(document: Document) -> frozenset[str]:
    """The lines of a text that are long enough to be told from those of any other."""
    return frozenset(line.strip() for line in (document.text or "").splitlines() if len(line.strip()) >= _TELLING)
