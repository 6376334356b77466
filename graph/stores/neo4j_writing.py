"""Writing a change of a case to Neo4j: what is new, what is different, and what is gone, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import cast
from uuid import uuid4

from graph.case import Case
from graph.errors import StoreUnusable
from graph.stores.neo4j_captions import beside, shown_anew
from graph.stores.neo4j_reading import SORTS, Numbers, Snapshot
from graph.stores.neo4j_rows import LABELS, head_digest, head_row, laid_over, value_row
from graph.stores.queries import Row, Transaction, batches, run

LAYOUT = 2
"""How a case lies in the graph: since 2 with names, quotes and lines beside the values."""

_ENDS = ("type", "source", "target")
_LINES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "documents": ("erase_lines", {"cases": "draw_cases"}),
    "elements": ("erase_lines", {"passages": "draw_sources", "cases": "draw_cases"}),
    "decisions": (
        "erase_decisions",
        {"cases": "draw_decisions", "about": "draw_subjects", "undoes": "draw_undone"},
    ),
}
"""Sort -> what takes its lines away, and what draws those that a column of its rows names."""


@dataclass(frozen=True)
class _Difference:
    """Rows of one sort: as they are now where they are new or changed, as they were where they are gone."""

    new: tuple[Row, ...] = ()
    changed: tuple[Row, ...] = ()
    gone: tuple[Row, ...] = ()

    def digests(self, before: Mapping[str, int]) -> dict[str, int]:
        """The fingerprints of this sort afterwards."""
        found = dict(before)
        for row in self.gone:
            del found[cast("str", row["id"])]
        found.update((cast("str", row["id"]), cast("int", row["digest"])) for row in (*self.new, *self.changed))
        return found


def write_change(transaction: Transaction, before: Snapshot, after: Case) -> Snapshot:
    """Write what makes `before` into `after` and give back what is there now; the caller holds the lock of the case.

    StoreUnusable where the graph no longer holds what is to be changed; the transaction has to be left out then.
    """
    positions = {sort: _positions(before.positions[sort], getattr(after, sort)) for sort in SORTS}
    anew = shown_anew(before.case, after)
    differences = {sort: _difference(before, after, sort=sort, positions=positions[sort], anew=anew) for sort in SORTS}
    planned = _planned(before, after, positions=positions, differences=differences)
    _write(transaction, planned, differences, **({} if before.state else {"layout": LAYOUT}))
    return planned


def out_of_date(snapshot: Snapshot) -> Iterator[tuple[str, Row]]:
    """The rows, each with its sort, that this version of Loadpath would write otherwise than they are in the graph."""
    case = snapshot.case
    for sort in SORTS:
        for id_, value in getattr(case, sort).items():
            row = value_row(case.head.id, value, snapshot.positions[sort][id_], beside=beside(case, value))
            if row["digest"] != snapshot.digests[sort][id_]:
                yield sort, row


def write_anew(transaction: Transaction, before: Snapshot, rows: Sequence[tuple[str, Row]]) -> Snapshot:
    """Write these rows of what stays the same case; see `write_change`."""
    differences = {sort: _Difference(changed=tuple(row for of, row in rows if of == sort)) for sort in SORTS}
    planned = _planned(before, before.case, positions=before.positions, differences=differences)
    _write(transaction, planned, differences)
    return planned


def _planned(before: Snapshot, after: Case, *, positions: Numbers, differences: Mapping[str, _Difference]) -> Snapshot:
    """What there is when the differences are written."""
    digests = {sort: difference.digests(before.digests[sort]) for sort, difference in differences.items()}
    return Snapshot(after, positions, digests, head_digest(head_row(after.head)), uuid4().hex)


def _write(transaction: Transaction, planned: Snapshot, differences: Mapping[str, _Difference], **more: object) -> None:
    head = planned.case.head
    for sort in reversed(SORTS):
        _send(transaction, f"delete_{sort}", differences[sort].gone, case=head.id)
    for sort in SORTS:
        _send(transaction, f"create_{sort}", differences[sort].new, case=head.id)
        labels = {"labels": LABELS} if sort == "elements" else {}
        _send(transaction, f"update_{sort}", differences[sort].changed, case=head.id, **labels)
        _draw(transaction, differences[sort], case=head.id, sort=sort)
    checksum = laid_over(
        (planned.head, *(number for of_sort in planned.digests.values() for number in of_sort.values()))
    )
    stamp = {"revision": planned.case.revision, "state": planned.state, "checksum": checksum}
    run(transaction, "write_case", case=head.id, props={**head_row(head), **stamp, **more})


def _positions(before: Mapping[str, int], ids: Iterable[str]) -> dict[str, int]:
    """A place for each id, rising in this order; what has a place that fits keeps it."""
    found: dict[str, int] = {}
    last = -1
    for id_ in ids:
        last = max(before.get(id_, 0), last + 1)
        found[id_] = last
    return found


def _difference(
    before: Snapshot, after: Case, *, sort: str, positions: Mapping[str, int], anew: AbstractSet[str]
) -> _Difference:
    case, places = after.head.id, before.positions[sort]
    old, new = getattr(before.case, sort), getattr(after, sort)
    touched = [
        id_
        for id_, value in new.items()
        if places.get(id_) != positions[id_] or id_ in anew or (old[id_] is not value and old[id_] != value)
    ]
    now = {id_: value_row(case, new[id_], positions[id_], beside=beside(after, new[id_])) for id_ in touched}
    was = {id_: value_row(case, old[id_], places[id_]) for id_ in old if id_ not in new or id_ in now}
    kept = {id_ for id_ in now if id_ in was and all(now[id_].get(end) == was[id_].get(end) for end in _ENDS)}
    return _Difference(
        new=tuple(row for id_, row in now.items() if id_ not in kept),
        changed=tuple(row for id_, row in now.items() if id_ in kept),
        gone=tuple(row for id_, row in was.items() if id_ not in kept),
    )


def _draw(transaction: Transaction, difference: _Difference, *, case: str, sort: str) -> None:
    """Draw the lines of what is new or changed; what was drawn before is taken away."""
    if sort not in _LINES:
        return
    erase, drawn = _LINES[sort]
    for rows in batches(difference.changed):
        run(transaction, erase, case=case, rows=rows)
    for column, draw in drawn.items():
        leading = [row for row in (*difference.new, *difference.changed) if row[column]]
        for rows in batches(leading):
            _expect(
                run(transaction, draw, case=case, rows=rows),
                sum(len(cast("list[object]", row[column])) for row in rows),
            )


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
