"""Writing a change of a case to Neo4j: what is new, what is different, and what is gone, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import uuid4

from graph.case import Case
from graph.errors import StoreUnusable
from graph.stores.neo4j_reading import SORTS, Snapshot
from graph.stores.neo4j_rows import LABELS, head_row, laid_over, value_row
from graph.stores.queries import Row, Transaction, batches, run

_ENDS = ("type", "source", "target")


@dataclass(frozen=True)
class _Difference:
    """Rows of one sort: as they are now where they are new or changed, as they were where they are gone."""

    new: tuple[Row, ...]
    changed: tuple[Row, ...]
    gone: tuple[Row, ...]
    flips: int
    """What the checksum of the case changes by."""


def write_change(transaction: Transaction, before: Snapshot, after: Case) -> Snapshot:
    """Write what makes `before` into `after` and give back what is there now; the caller holds the lock of the case.

    StoreUnusable where the graph no longer holds what is to be changed; the transaction has to be left out then.
    """
    case = after.head.id
    positions = {sort: _positions(before.positions[sort], getattr(after, sort)) for sort in SORTS}
    differences = {sort: _difference(before, after, sort=sort, positions=positions[sort]) for sort in SORTS}
    for sort in reversed(SORTS):
        _send(transaction, f"delete_{sort}", differences[sort].gone, case=case)
    for sort in SORTS:
        _send(transaction, f"create_{sort}", differences[sort].new, case=case)
        labels = {"labels": LABELS} if sort == "elements" else {}
        _send(transaction, f"update_{sort}", differences[sort].changed, case=case, **labels)
        if sort == "elements":
            _draw_sources(transaction, case, differences[sort])
    checksum = laid_over((before.checksum, *(difference.flips for difference in differences.values())))
    snapshot = Snapshot(after, positions, uuid4().hex, checksum)
    props = {**head_row(after.head), "revision": after.revision, "state": snapshot.state, "checksum": checksum}
    run(transaction, "write_case", case=case, props=props)
    return snapshot


def _positions(before: Mapping[str, int], ids: Iterable[str]) -> dict[str, int]:
    """A place for each id, rising in this order; what has a place that fits keeps it."""
    found: dict[str, int] = {}
    last = -1
    for id_ in ids:
        last = max(before.get(id_, 0), last + 1)
        found[id_] = last
    return found


def _difference(before: Snapshot, after: Case, *, sort: str, positions: Mapping[str, int]) -> _Difference:
    case, places = after.head.id, before.positions[sort]
    old, new = getattr(before.case, sort), getattr(after, sort)
    touched = [
        id_
        for id_, value in new.items()
        if places.get(id_) != positions[id_] or (old[id_] is not value and old[id_] != value)
    ]
    now = {id_: value_row(case, new[id_], positions[id_]) for id_ in touched}
    was = {id_: value_row(case, old[id_], places[id_]) for id_ in old if id_ not in new or id_ in now}
    kept = {id_ for id_ in now if id_ in was and all(now[id_].get(end) == was[id_].get(end) for end in _ENDS)}
    return _Difference(
        new=tuple(row for id_, row in now.items() if id_ not in kept),
        changed=tuple(row for id_, row in now.items() if id_ in kept),
        gone=tuple(row for id_, row in was.items() if id_ not in kept),
        flips=laid_over(row["digest"] for rows in (now, was) for row in rows.values()),
    )


def _draw_sources(transaction: Transaction, case: str, elements: _Difference) -> None:
    """Draw the lines from new and changed elements to their passages; what was drawn before is taken away."""
    for rows in batches(elements.changed):
        run(transaction, "erase_sources", case=case, rows=rows)
    for rows in batches((*elements.new, *elements.changed)):
        drawn = run(transaction, "draw_sources", case=case, rows=rows)
        _expect(drawn, sum(len(cast("list[str]", row["passages"])) for row in rows))


def _send(transaction: Transaction, name: str, rows: Sequence[Row], **parameters: object) -> None:
    for part in batches(rows):
        _expect(run(transaction, name, rows=part, **parameters), len(part))


def _expect(written: Sequence[Row], number: int) -> None:
    """Every row found its place in the graph, or the graph is not what it was when it was read."""
    if written[0]["written"] != number:
        raise StoreUnusable(
            "the graph in Neo4j lost something that Loadpath wrote while the case was in use; nothing was changed",
            "Run the command again; if it says what was changed by hand, undo that in Neo4j.",
        )
