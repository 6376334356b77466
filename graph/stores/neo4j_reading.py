"""Reading a case from Neo4j whole: every node and relation as Loadpath wrote it, and none missing.

Neo4j shows a reader what others commit meanwhile, even in the middle of a reading. So the node of a case carries
`state`, which is new with every change, and `checksum`, the digests of all that it holds laid over one another (xor).
A reading counts only where the state stood still and the checksum comes out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

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
from graph.stores.queries import Row, Transaction, run

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
    rows = {
        "documents": run(transaction, "load_documents", case=case),
        "passages": run(transaction, "load_passages", case=case),
        "elements": run(transaction, "load_elements", case=case, labels=LABELS),
        "relations": run(transaction, "load_relations", case=case),
        "decisions": run(transaction, "load_decisions", case=case),
    }
    again = run(transaction, "read_case", case=case)
    if again != found:
        raise NotWhole(f"case '{case}' is being changed without pause", "Try again when the others are done.")
    return _snapshot(found[0], rows)


def _snapshot(found: Row, rows: Mapping[str, list[Row]]) -> Snapshot:
    for read in rows.values():
        read.sort(key=_position)
    positions = {sort: {cast("str", row["id"]): _position(row) for row in read} for sort, read in rows.items()}
    digests = {sort: {cast("str", row["id"]): _number(row["digest"]) for row in read} for sort, read in rows.items()}
    head = head_of(found)
    checksum = laid_over((head_digest(found), *(digest for of_sort in digests.values() for digest in of_sort.values())))
    case = _case(head, rows)
    if checksum != found["checksum"] or {*cast("list[str]", found["earlier"])} - {head.follows}:
        raise _by_hand(f"something was added to case '{head.id}' or taken out of it")
    case = replace(case, revision=cast("int", found["revision"]))
    return Snapshot(case, positions, digests, head_digest(found), cast("str", found["state"]))


def _case(head: CaseHead, rows: Mapping[str, list[Row]]) -> Case:
    try:
        return Case.of(
            head,
            documents=documents_of(head.id, rows["documents"]),
            passages=passages_of(head.id, rows["passages"]),
            elements=elements_of(head.id, rows["elements"]),
            relations=relations_of(head.id, rows["relations"]),
            decisions=decisions_of(head.id, rows["decisions"]),
        )
    except WrongDigest as error:
        raise _by_hand(f"{error.what} of case '{head.id}' was changed") from error
    except (ValidationError, IllegalCase) as error:
        wrong = first_fault(error) if isinstance(error, ValidationError) else error.message
        raise _by_hand(f"case '{head.id}' holds what no case may hold: {wrong}") from error


def _by_hand(what: str) -> NotWhole:
    return NotWhole(
        f"{what}, and not by Loadpath",
        "Undo that in Neo4j and make the change with Loadpath, or take the database from a backup.",
    )


def _position(row: Row) -> int:
    """The place of a row in the order of reading; what was drawn by hand has none."""
    place = row["position"]
    return place if isinstance(place, int) else -1


def _number(digest: object) -> int:
    """A fingerprint that somebody overwrote counts as none; what it belongs to is refused."""
    return digest if isinstance(digest, int) else 0
