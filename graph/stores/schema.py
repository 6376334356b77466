"""The tables of the embedded store, and how an older file becomes a current one.

A store file says what it is (`application_id`) and which steps it has been through (`user_version`). The steps are
the `.sql` files of the folder `schema`, in the order of their names; none of them is ever edited afterwards.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

APPLICATION_ID = int.from_bytes(b"Load", "big")


class Condition(Enum):
    """What a database file is to this version of Loadpath."""

    EMPTY = auto()
    FOREIGN = auto()
    OLDER = auto()
    CURRENT = auto()
    NEWER = auto()


def steps() -> tuple[str, ...]:
    """Every step that leads from an empty file to the current schema, as SQL, oldest first."""
    return tuple(path.read_text("utf-8") for path in sorted(Path(__file__).with_suffix("").glob("*.sql")))


def condition(connection: sqlite3.Connection, version: int) -> Condition:
    """What the file is, where `version` steps lead to the current schema. A file without any table is empty."""
    owner = _number(connection, "PRAGMA application_id")
    found = _number(connection, "PRAGMA user_version")
    if owner != APPLICATION_ID:
        bare = owner == found == 0 and _number(connection, "SELECT count(*) FROM sqlite_schema") == 0
        return Condition.EMPTY if bare else Condition.FOREIGN
    if found == version:
        return Condition.CURRENT
    return Condition.OLDER if found < version else Condition.NEWER


def bring_up_to_date(connection: sqlite3.Connection, every_step: tuple[str, ...]) -> None:
    """Take the steps that the file has not been through; the caller's transaction makes it all or nothing."""
    done = _number(connection, "PRAGMA user_version")
    for step in every_step[done:]:
        for statement in _statements(step):
            connection.execute(statement)
    # A pragma takes no parameters; the number is the length of our own tuple.
    connection.execute(f"PRAGMA user_version = {len(every_step):d}")


def _statements(script: str) -> Iterator[str]:
    """One statement at a time: `executescript` would end the transaction that these belong to."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement


def _number(connection: sqlite3.Connection, query: str) -> int:
    (found,) = connection.execute(query).fetchone()
    return int(found)
