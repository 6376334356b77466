"""Reading a case from Neo4j whole: every node and relation as Loadpath wrote it, and none missing.

Neo4j shows a reader what others commit meanwhile, even in the middle of a reading. So the node of a case carries
`state`, which is new with every change, and `checksum`, the digests of all that it holds laid over one another (xor).
A reading counts only where the state stood still and the checksum comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Generic, TypeVar, cast

from pydantic import ValidationError

from graph.case import Case, CaseHead
from graph.errors import IllegalCase, StoreUnusable
from graph.faults import first_fault
from graph.stores.neo4j_rows import (
    LABELS,
    WrongDigest,
    decisions_of,
    documents_of,
    elements_of,
    head_digest,
    head_of,
    laid_over,
    passages_of,
    relations_of,
)
from graph.stores.queries import Row, Transaction, run, run_in_lots

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)

Numbers = Mapping[str, Mapping[str, int]]
"""Sort -> id -> a number of that thing."""

SORTS = ("documents", "passages", "elements", "relations", "decisions")
"""What a case holds, each after what it refers to."""


class NotWhole(StoreUnusable):
    """What was read is not what Loadpath wrote: read in the middle of a change, or changed by hand."""


@dataclass(frozen=True)
class Snapshot:
    """A case as it was read, with what a change to it has to know.

    `positions`: the place of each thing in the order of reading. `digests`: the fingerprint that it has in the graph.
    """

    case: Case
    positions: Numbers
    digests: Numbers
    head: int
    """The fingerprint that the head of the case has in the graph; 0 where it is not there yet."""
    state: str

    @classmethod
    def empty(cls, head: CaseHead) -> Snapshot:
        """What there is of a case that is not in the store yet."""
        nothing: Numbers = {sort: {} for sort in SORTS}
        return cls(Case.of(head), nothing, nothing, 0, "")


def read_snapshot(transaction: Transaction, case: str, known: Snapshot | None) -> Snapshot | None:
    """The case of this id, `known` where that is still its state, None where there is no such case.

    NotWhole where it could not be read whole, or is not what Loadpath wrote.
    """
    found = run(transaction, "read_case", case=case)
    if not found:
        return None
    if known is not None and known.state == found[0]["state"]:
        return known
    snapshot = _snapshot(transaction, found[0])
    if run(transaction, "read_case", case=case) != found:
        raise NotWhole(f"case '{case}' is being changed without pause", "Try again when the others are done.")
    return snapshot


@dataclass(frozen=True)
class _Part(Generic[_T_co]):
    """What a case holds of one sort in the order of reading, with the position and the digest of each id."""

    values: tuple[_T_co, ...]
    positions: Mapping[str, int]
    digests: Mapping[str, int]


def _snapshot(transaction: Transaction, found: Row) -> Snapshot:
    """Sort by sort, so that the rows of one are gone before the next are read."""
    head = head_of(found)
    with _refusing(head.id):
        documents = _part(run(transaction, "load_documents", case=head.id), head, documents_of)
        passages = _part(run_in_lots(transaction, "load_passages", case=head.id), head, passages_of)
        elements = _part(run_in_lots(transaction, "load_elements", case=head.id, labels=LABELS), head, elements_of)
        relations = _part(run_in_lots(transaction, "load_relations", case=head.id), head, relations_of)
        decisions = _part(run(transaction, "load_decisions", case=head.id), head, decisions_of)
        case = Case.of(
            head,
            documents=documents.values,
            passages=passages.values,
            elements=elements.values,
            relations=relations.values,
            decisions=decisions.values,
        )
    parts = dict(zip(SORTS, (documents, passages, elements, relations, decisions), strict=True))
    checksum = laid_over((head_digest(found), *(digest for part in parts.values() for digest in part.digests.values())))
    if checksum != found["checksum"] or {*cast("list[str]", found["earlier"])} - {head.follows}:
        raise _by_hand(f"something was added to case '{head.id}' or taken out of it")
    return Snapshot(
        replace(case, revision=cast("int", found["revision"])),
        {sort: part.positions for sort, part in parts.items()},
        {sort: part.digests for sort, part in parts.items()},
        head_digest(found),
        cast("str", found["state"]),
    )


def _part(rows: list[Row], head: CaseHead, values_of: Callable[[str, Iterable[Row]], tuple[_T, ...]]) -> _Part[_T]:
    rows.sort(key=_position)
    positions = {cast("str", row.get("id")): _position(row) for row in rows}
    digests = {cast("str", row.get("id")): _number(row.get("digest")) for row in rows}
    return _Part(values_of(head.id, rows), positions, digests)


@contextmanager
def _refusing(case: str) -> Iterator[None]:
    """Turn what is not as Loadpath wrote it into NotWhole."""
    try:
        yield
    except WrongDigest as error:
        raise _by_hand(f"{error.what} of case '{case}' was changed") from error
    except (ValidationError, IllegalCase) as error:
        wrong = first_fault(error) if isinstance(error, ValidationError) else error.message
        raise _by_hand(f"case '{case}' holds what no case may hold: {wrong}") from error


def _by_hand(what: str) -> NotWhole:
    return NotWhole(
        f"{what}, and not by Loadpath",
        "Undo that in Neo4j and make the change with Loadpath, or take the database from a backup.",
    )


def _position(row: Row) -> int:
    """The place of a row in the order of reading; what was drawn by hand has none."""
    place = row.get("position")
    return place if isinstance(place, int) else -1


def _number(digest: object) -> int:
    """A fingerprint that somebody overwrote counts as none; what it belongs to is refused."""
    return digest if isinstance(digest, int) else 0
