"""The statements that a server store sends, one a file in the folder `cypher`, and the rows that they give back.

A statement's text is never put together: values go in as parameters, labels and types of relation as parameters that
hold members of the closed enums.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Protocol, cast

CYPHER = resources.files("graph.stores") / "cypher"
_BATCH = 1000
_LOT = 200

Row = dict[str, object]


class Transaction(Protocol):
    """One transaction on a server: everything that is run in it is kept, or nothing."""

    def rows(self, statement: str, parameters: Mapping[str, object]) -> list[Row]:
        """Run one statement; its rows, each as column -> value."""
        ...


@cache
def statement(name: str) -> str:
    """The text of the statement of this name, `verb_object`."""
    return (CYPHER / f"{name}.cypher").read_text("utf-8")


@cache
def schema_steps() -> tuple[str, ...]:
    """Every step from an empty database to the current schema, oldest first; each can be taken twice without harm."""
    files = sorted((CYPHER / "schema").iterdir(), key=lambda file: file.name)
    return tuple(file.read_text("utf-8") for file in files)


def run(transaction: Transaction, name: str, **parameters: object) -> list[Row]:
    """Run the statement of this name; its rows."""
    return transaction.rows(statement(name), parameters)


def run_in_lots(transaction: Transaction, name: str, **parameters: object) -> list[Row]:
    """Run the statement of this name, whose rows each hold the names of `fields` and many `rows` of their values.

    What those say, each as field -> value, without what is null.
    """
    found: list[Row] = []
    for lot in run(transaction, name, lot=_LOT, **parameters):
        fields = cast("list[str]", lot["fields"])
        for values in cast("list[list[object]]", lot["rows"]):
            pairs = zip(fields, values, strict=True)
            found.append({field: value for field, value in pairs if value is not None})
    return found


def batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows in lots that fit one message."""
    for start in range(0, len(rows), _BATCH):
        yield rows[start : start + _BATCH]
