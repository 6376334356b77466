"""The constraints and indexes that the server store needs, as its schema steps spell them, and what a server has.

A server that has something else under the same name would let two elements of one id in, so that is told, not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from graph.errors import StoreUnusable
from graph.stores.queries import Row

_MADE = re.compile(
    r"^CREATE (CONSTRAINT|FULLTEXT INDEX) (\w+) IF NOT EXISTS\s+FOR \(\w+:(\w+)\)\s+(?:REQUIRE|ON EACH)\s+(.+)$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Index:
    """A constraint of uniqueness with its index, or a full-text index: on a label and its properties in this order."""

    name: str
    unique: bool
    label: str
    properties: tuple[str, ...]

    def __str__(self) -> str:
        """What it is, as messages show it."""
        kind = "a constraint of uniqueness" if self.unique else "a full-text index"
        return f"{kind} on {self.label} ({', '.join(self.properties)})"


def made_by(step: str) -> Index | None:
    """The constraint or index that a step of the schema makes; None where it makes neither."""
    found = _MADE.search(step)
    if found is None:
        return None
    what, name, label, on = found.groups()
    return Index(name, what == "CONSTRAINT", label, tuple(re.findall(r"\w+\.(\w+)", on)))


def is_there(index: Index, place: str, found: Iterable[Row]) -> bool:
    """Has the server this index? `found`: the rows of `list_indexes`.

    StoreUnusable where it has something else of that name, or the index failed.
    """
    named: Mapping[object, Row] = {row["name"]: row for row in found}
    row = named.get(index.name)
    if row is None:
        return False
    again = (
        f"Take it out in Neo4j, DROP {'CONSTRAINT' if row['unique'] else 'INDEX'} {index.name}, and run the command"
        " again: Loadpath makes it anew."
    )
    if row["state"] == "FAILED":
        why = next(iter(str(row["failure"] or "").splitlines()), "")
        raise StoreUnusable(f"the index '{index.name}' of the store '{place}' has failed: {why}".rstrip(": "), again)
    if not _is(index, row):
        raise StoreUnusable(
            f"the store '{place}' has '{index.name}' as {_told(row)}, where Loadpath needs {index}", again
        )
    return True


def _is(index: Index, row: Row) -> bool:
    kind = ("RANGE", True) if index.unique else ("FULLTEXT", False)
    return (
        (row["type"], row["unique"]) == kind
        and row["entity"] == "NODE"
        and row["labels"] == [index.label]
        and row["properties"] == list(index.properties)
    )


def _told(row: Row) -> str:
    kind = "a constraint" if row["unique"] else f"an index of type {row['type']}"
    labels, properties = (", ".join(cast("list[str]", row[column] or ["all"])) for column in ("labels", "properties"))
    return f"{kind} on {labels} ({properties})"
