"""The constraints and indexes of the server store, and how an older database becomes a current one.

The node `Loadpath` says how many of the steps in `cypher/schema` a database has been through; none of them is ever
edited afterwards. A step changes the schema and so has a transaction of its own: each can be taken twice without harm,
and the number goes up after the last. An index that somebody dropped is made again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from graph.errors import StoreUnusable
from graph.stores.queries import Transaction, made_by, run, schema_steps

if TYPE_CHECKING:
    from graph.stores.neo4j import Server


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
    index is still there, too.
    """
    steps = schema_steps()
    version, names = server.read(lambda transaction: _found(transaction, server.place, thorough=thorough))
    if version == 0 and not make:
        return False
    for number, step in enumerate(steps):
        if number >= version or (thorough and not made_by(step) <= names):
            _take(server, step)
    if version < len(steps):
        server.write(lambda transaction: run(transaction, "write_version", version=len(steps)))
    return True


def _found(transaction: Transaction, place: str, *, thorough: bool) -> tuple[int, set[object]]:
    """The version of the database and, where they are asked for, the names of its indexes."""
    version = check_version(transaction, place)
    return version, {row["name"] for row in run(transaction, "list_indexes")} if thorough else set()


def _take(server: Server, step: str) -> None:
    server.write(lambda transaction: transaction.rows(step, {}))
