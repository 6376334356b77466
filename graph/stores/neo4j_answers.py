"""Has a server answer a query that only reads: in a read session, under a time limit, up to a number of rows.

A query that nobody has read against the grammar cannot get here: `answer` takes a `ReadingQuery` and no text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from threading import Thread
from typing import TypeVar

from neo4j import exceptions, graph, spatial, time

from graph.errors import UnusableQuery
from graph.stores.neo4j import Server
from graph.stores.query_table import Cell, MapCell, NodeCell, PathCell, QueryTable, RelationCell
from graph.stores.reading import TOO_LONG, ReadingQuery

GRACE_S = 5.0
"""How long the server may take to break off a query whose time is over, and to say so."""

_PLACE = re.compile(r" \(line \d+, column \d+ \(offset: \d+\)\)")
_PARAMETER = re.compile(r"parameter 'text_\d+'")

_T = TypeVar("_T")


@dataclass(frozen=True)
class Limits:
    """How many rows are wanted, and how long the server may look for them, in seconds."""

    rows: int
    timeout_s: float


def answer(server: Server, query: ReadingQuery, *, case: str | None, limits: Limits) -> QueryTable:
    """The rows that the server gives, the first `limits.rows` of them; `case` is the value of `$case`.

    UnusableQuery where the server cannot answer the query, or not in time; StoreUnusable where it cannot be used.
    """
    parameters = dict(query.texts) | ({} if case is None else {"case": case})
    return _within(limits.timeout_s + GRACE_S, lambda: _answer(server, query, parameters, limits=limits))


def _answer(server: Server, query: ReadingQuery, parameters: Mapping[str, str], *, limits: Limits) -> QueryTable:
    with server.reading(timeout_s=limits.timeout_s, most=limits.rows + 1) as transaction:
        try:
            result = transaction.run(query.text, dict(parameters))
            records = result.fetch(limits.rows + 1)
        except exceptions.Neo4jError as error:
            if wrong := _wrong_query(error, limits):
                raise wrong from error
            raise
        columns = _columns(result.keys(), query.columns)
    rows = tuple(tuple(_cell(value) for value in record.values()) for record in records[: limits.rows])
    return QueryTable(columns, rows, limits.rows, truncated=len(records) > limits.rows)


def _columns(sent: tuple[str, ...], spelled: tuple[str, ...]) -> tuple[str, ...]:
    """The columns as the user spells them, and as the server does where a `*` stands for them."""
    return (*sent[: len(sent) - len(spelled)], *spelled)


def _within(seconds: float, work: Callable[[], _T]) -> _T:
    """What `work` gives. A server that does not even break off in time is not waited for any longer: UnusableQuery."""
    done: Future[_T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:  # noqa: BLE001  it is raised again where it is waited for
            done.set_exception(error)

    Thread(target=run, daemon=True).start()
    try:
        return done.result(seconds)
    except TookTooLong as error:
        raise UnusableQuery(
            f"the server has neither answered nor broken off within {seconds:g} s",
            "Ask for less at once; whoever runs the server can end the query with TERMINATE TRANSACTION, or with a restart where that does not end it.",
        ) from error


def _wrong_query(error: exceptions.Neo4jError, limits: Limits) -> UnusableQuery | None:
    """The error where the fault lies with the query; None where it lies with the server."""
    code = error.code or ""
    if "TransactionTimedOut" in code:
        what = f"the query took longer than {limits.timeout_s:g} s and was broken off"
        return UnusableQuery(what, "Ask for less at once, or give it longer: LOADPATH_QUERY_TIMEOUT_S.")
    if code.endswith("OutOfMemoryError"):
        what = "the query needs more memory than one may have on this server"
        return UnusableQuery(what, "Ask for less at once: LIMIT before collecting, shorter paths, fewer properties.")
    for too_long in TOO_LONG.values():
        if too_long in (error.message or ""):
            hint = "Make rows of it with MATCH or UNWIND; inside one expression no limit of the server acts."
            return UnusableQuery(f"{too_long} within one expression", hint)
    if code.startswith(("Neo.ClientError.Statement.", "Neo.DatabaseError.Statement.ExecutionFailed")):
        return UnusableQuery(
            f"the server cannot answer this query: {_said(error.message or code)}", "Correct the query."
        )
    return None


def _said(message: str) -> str:
    """What the server says in one line, without what it says of the query that it was sent: nobody sees that one."""
    return _PARAMETER.sub("a text", _PLACE.sub("", " ".join(message.splitlines()[0].split())))


def _cell(value: object) -> Cell:
    """A value of the driver as one of ours. It nests no deeper than the brackets of the query that made it."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case list():
            return tuple(_cell(part) for part in value)
        case dict():
            return _fields(value)
        case graph.Node() | graph.Relationship() | graph.Path():
            return _drawn(value)
        case other:
            return _written_out(other)


def _drawn(value: graph.Entity | graph.Path) -> Cell:
    match value:
        case graph.Relationship():
            return _relation(value)
        case graph.Path():
            return PathCell(tuple(map(_node, value.nodes)), tuple(map(_relation, value.relationships)))
        case _:
            return _node(value)


def _written_out(value: object) -> Cell:
    """Times and durations in ISO 8601, bytes as hexadecimal digits."""
    match value:
        case time.Date() | time.Time() | time.DateTime() | time.Duration():
            return value.iso_format()
        case bytes() | bytearray():
            return value.hex()
        case spatial.Point():
            return MapCell((("coordinates", tuple(value)), ("srid", value.srid)))
        case other:
            return str(other)


def _node(found: graph.Entity) -> NodeCell:
    labels = found.labels if isinstance(found, graph.Node) else ()
    return NodeCell(found.element_id, tuple(sorted(labels)), _fields(found))


def _relation(found: graph.Relationship) -> RelationCell:
    source, target = (node.element_id if node else "" for node in found.nodes)
    return RelationCell(found.type, source, target, _fields(found))


def _fields(values: Mapping[str, object] | graph.Entity) -> MapCell:
    return MapCell(tuple((name, _cell(value)) for name, value in sorted(values.items())))
