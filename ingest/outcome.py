"""What a document did to the case: how many things it added, updated and withdrew, and what it withdrew and why."""

from __future__ import annotations

from enum import StrEnum

from graph.case import Case
from graph.provenance import DocumentKind, Frozen
from graph.receipts import Receipt
from ingest.grounding import Rejection

_WHY = "the new version no longer states it, and nothing else does"


class Tally(Frozen):
    """How many elements or relations a document added, updated and, being a new version, withdrew."""

    added: int = 0
    updated: int = 0
    withdrawn: int = 0


class Withdrawal(Frozen):
    """An element or relation that counted before and that no current document states now, and why that is so."""

    id: str
    what: str
    why: str


class IngestStatus(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class DocumentReport(Frozen):
    """What became of one file: what `ingest --json` prints of it.

    `rejected`: what was proposed and left out, with the reason. `warnings`: what could not be read; `notes`: how the
    rest was read, where that was a choice. `pages_without_text`: pages that are pictures only, counted from 1. `error` and `hint` where the file failed.
    """

    path: str
    status: IngestStatus
    kind: DocumentKind | None = None
    elements: Tally = Tally()
    relations: Tally = Tally()
    rejected: tuple[Rejection, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    pages_without_text: tuple[int, ...] = ()
    error: str | None = None
    hint: str | None = None


def tallies(receipt: Receipt) -> tuple[Tally, Tally]:
    """Elements and relations, counted; what was withdrawn is not counted as updated besides."""
    elements = Tally(
        added=len(receipt.elements_added),
        updated=len(set(receipt.elements_updated) - set(receipt.elements_withdrawn)),
        withdrawn=len(receipt.elements_withdrawn),
    )
    relations = Tally(
        added=len(receipt.relations_added),
        updated=len(set(receipt.relations_updated) - set(receipt.relations_withdrawn)),
        withdrawn=len(receipt.relations_withdrawn),
    )
    return elements, relations


def withdrawals(before: Case, receipt: Receipt) -> tuple[Withdrawal, ...]:
    """What counted in the case before and no longer does, elements first."""
    gone = frozenset(receipt.elements_withdrawn)
    elements = [before.elements[id_] for id_ in receipt.elements_withdrawn]
    found = [Withdrawal(id=element.id, what=f"{element.name} ({element.kind})", why=_WHY) for element in elements]
    for relation in (before.relations[id_] for id_ in receipt.relations_withdrawn):
        source, target = (before.elements[end] for end in (relation.source, relation.target))
        lost = [end.name for end in (source, target) if end.id in gone]
        why = f"'{lost[0]}' is withdrawn" if lost else _WHY
        found.append(Withdrawal(id=relation.id, what=f"{source.name} {relation.type} {target.name}", why=why))
    return tuple(found)
