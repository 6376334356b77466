"""How a database becomes a current store: its constraints and indexes, and cases that lie as an earlier Loadpath wrote them.

The node `Loadpath` says how many of the steps in `cypher/schema` a database has been through; none of them is ever
edited afterwards. A step changes the schema and so has a transaction of its own: each can be taken twice without harm,
and the number goes up after the last. An index that somebody dropped is made again. A case is written anew, where its
layout is an earlier one, in several transactions: after each of them it is whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from graph.errors import StoreUnusable
from graph.stores.neo4j_indexes import is_there, made_by
from graph.stores.neo4j_reading import NotWhole, Snapshot, read_snapshot
from graph.stores.neo4j_writing import LAYOUT, out_of_date, write_anew
from graph.stores.queries import Row, Transaction, run, schema_steps

if TYPE_CHECKING:
    from graph.stores.neo4j import Server

_ANEW_AT_ONCE = 5000


@dataclass(frozen=True)
class _Found:
    """What a database is: the steps that it has been through, those that it lacks, its cases of an earlier layout."""

    version: int
    lacking: tuple[str, ...]
    older: tuple[str, ...]


def check_version(transaction: Transaction, place: str) -> int:
    """The number of steps that the database has been through, 0 for none; StoreUnusable where that is too many."""
    found = run(transaction, "read_version")
    version = cast("int", found[0]["version"]) if found else 0
    if version > len(schema_steps()):
        raise StoreUnusable(
            f"the store '{place}' was made by a newer Loadpath; this one knows version {len(schema_steps())} of the"
            f" graph's schema, the store has {version}",
            "Update Loadpath, or name another database; this one was left as it is.",
        )
    return version


def bring_up_to_date(server: Server, *, make: bool, thorough: bool = True) -> bool:
    """Take the steps that the database has not been through; is it current now?

    A database that no step was taken in stays as it is, unless it is to be made a store. `thorough`: see whether every
    constraint and index is still there and in force, too. StoreUnusable where one of them is another than it has to be.
    """
    found = server.read(lambda transaction: _find(transaction, server.place, thorough=thorough))
    if found.version == 0 and not make:
        return False
    for step in found.lacking:
        _take(server, step)
    for case in found.older:
        _lay_anew(server, case)
    if found.version < len(schema_steps()):
        server.write(lambda transaction: run(transaction, "write_version", version=len(schema_steps())))
    return True


def _find(transaction: Transaction, place: str, *, thorough: bool) -> _Found:
    version = check_version(transaction, place)
    steps = schema_steps()
    if version == len(steps) and not thorough:
        return _Found(version, (), ())
    indexes = run(transaction, "list_indexes")
    made = {step: made_by(step) for step in steps}
    absent = {step for step, index in made.items() if index and not is_there(index, place, indexes)}
    older = tuple(cast("str", row["id"]) for row in run(transaction, "list_older", layout=LAYOUT))
    return _Found(version, tuple(step for step in steps if step in absent or step in steps[version:]), older)


def _take(server: Server, step: str) -> None:
    server.write(lambda transaction: transaction.rows(step, {}))


def _lay_anew(server: Server, case: str) -> None:
    """Write a case as it lies today. One that was changed by hand is left as it is, and refused where it is read."""
    try:
        while not _is_laid_anew(server, case):
            pass
    except NotWhole:
        return
    server.write(lambda transaction: run(transaction, "write_case", case=case, props={"layout": LAYOUT}))


def _is_laid_anew(server: Server, case: str) -> bool:
    """Write all that lies otherwise; False where somebody else changed the case in between."""
    snapshot = server.write(lambda transaction: _alone(transaction, case))
    rows = tuple(out_of_date(snapshot))
    for start in range(0, len(rows), _ANEW_AT_ONCE):
        part = rows[start : start + _ANEW_AT_ONCE]
        written = server.write(partial(_write_part, before=snapshot, rows=part))
        if written is None:
            return False
        snapshot = written
    return True


def _alone(transaction: Transaction, case: str) -> Snapshot:
    run(transaction, "lock_case", case=case)
    snapshot = read_snapshot(transaction, case, None)
    if snapshot is None:
        raise NotWhole(f"case '{case}' was taken out", "Name another case.")
    return snapshot


def _write_part(transaction: Transaction, *, before: Snapshot, rows: Sequence[tuple[str, Row]]) -> Snapshot | None:
    case = before.case.head.id
    run(transaction, "lock_case", case=case)
    if run(transaction, "read_case", case=case)[0]["state"] != before.state:
        return None
    return write_anew(transaction, before, rows)
