"""The embedded store: every case in one SQLite file, read by many while one writes.

A row holds a value as JSON. What is read is validated like any other input, and checked as a case, since a file
can be edited by anyone; a write takes one transaction and touches only the rows that changed. A store keeps the case
that it saw last, and reads it anew where its revision or the file has changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from graph.case import Case, CaseHead
from graph.changes import Applied, Changes, applied
from graph.content import Content
from graph.decisions import Decision
from graph.elements import Element, Relation
from graph.errors import IllegalCase, StoreUnusable, UnknownCase
from graph.faults import first_fault
from graph.provenance import Document, Frozen, Passage
from graph.receipts import Receipt, removed
from graph.stores.sqlite_file import is_there, reading, writing
from graph.stores.uncollected import uncollected

_T = TypeVar("_T")

_DOCUMENTS = TypeAdapter(tuple[Document, ...])
_PASSAGES = TypeAdapter(tuple[Passage, ...])
_ELEMENTS = TypeAdapter(tuple[Element, ...])
_RELATIONS = TypeAdapter(tuple[Relation, ...])
_DECISIONS: TypeAdapter[tuple[Decision, ...]] = TypeAdapter(tuple[Decision, ...])

_SORTS = ("document", "passage", "element", "relation", "decision")

_READ_ITEMS = "SELECT sort, body FROM items WHERE case_number = ? ORDER BY position"
_WRITE_CASE = """
    INSERT INTO cases (id, head, revision) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET revision = excluded.revision
"""
_WRITE_ITEM = """
    INSERT INTO items (case_number, sort, id, body) VALUES (?, ?, ?, ?)
    ON CONFLICT (case_number, sort, id) DO UPDATE SET body = excluded.body
"""
_DELETE_ITEM = "DELETE FROM items WHERE case_number = ? AND sort = ? AND id = ?"


class SqliteStore:
    """Keeps cases in the file at `path`, which the first `apply` makes. See `Store`."""

    def __init__(self, path: Path) -> None:
        """Nothing is opened or made yet."""
        self._path = path
        self._kept: _Kept | None = None

    def cases(self) -> tuple[tuple[CaseHead, int], ...]:
        """See `Store.cases`; the newest is the one made last in this file."""
        with reading(self._path) as connection:
            found = connection.execute("SELECT head, revision FROM cases ORDER BY number DESC").fetchall()
        with _legible(self._path):
            return tuple((CaseHead.model_validate_json(head), revision) for head, revision in found)

    def load(self, case: str) -> Case:
        """See `Store.load`."""
        stamp = _stamp(self._path)
        with reading(self._path) as connection, uncollected():
            known = tuple(id_ for (id_,) in connection.execute("SELECT id FROM cases ORDER BY number DESC"))
            found = (self._known(connection, case, stamp) or self._read(connection, case)) if case in known else None
        if found is None:
            hint = f"It holds: {', '.join(known)}" if known else "It holds no case yet."
            raise UnknownCase(f"the store '{self._path}' holds no case '{case}'", hint)
        self._kept = _Kept(stamp, found)
        return found

    def apply(self, head: CaseHead, changes: Changes) -> Receipt:
        """See `Store.apply`; the head of a case that is there already stays as it is."""
        if not is_there(self._path):
            applied(Case.of(head), changes)
        stamp = _stamp(self._path)
        with writing(self._path) as connection, uncollected():
            known = self._known(connection, head.id, stamp) or self._read(connection, head.id)
            before = known or Case.of(head)
            done = applied(before, changes)
            if known is None or done.case.revision != before.revision:
                _write(connection, before, done)
        self._kept = _Kept(_stamp(self._path), done.case)
        return done.receipt

    def _known(self, connection: sqlite3.Connection, case: str, stamp: _Stamp) -> Case | None:
        """The case as this store last saw it, where neither its revision nor the file has changed since."""
        kept = self._kept
        if kept is None or kept.stamp != stamp or kept.case.head.id != case:
            return None
        found = connection.execute("SELECT revision FROM cases WHERE id = ?", (case,)).fetchone()
        return kept.case if found == (kept.case.revision,) else None

    def _read(self, connection: sqlite3.Connection, case: str) -> Case | None:
        rows = _rows(connection, case)
        return None if rows is None else _case(self._path, rows)


_Stamp = tuple[tuple[int, int, int] | None, ...]


@dataclass(frozen=True)
class _Kept:
    """A case as it was read or written last, and what the files looked like then."""

    stamp: _Stamp
    case: Case


def _stamp(path: Path) -> _Stamp:
    """Which files these are, their sizes and when they were written: the store's own, and that of its last writes."""
    return tuple(_seen(each) for each in (path, path.with_name(path.name + "-wal")))


def _seen(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


@dataclass(frozen=True)
class _Rows:
    """A case as it lies in the file."""

    head: str
    revision: int
    bodies: Mapping[str, list[str]]


def _rows(connection: sqlite3.Connection, case: str) -> _Rows | None:
    found = connection.execute("SELECT number, head, revision FROM cases WHERE id = ?", (case,)).fetchone()
    if found is None:
        return None
    number, head, revision = found
    bodies: dict[str, list[str]] = {sort: [] for sort in _SORTS}
    for sort, body in connection.execute(_READ_ITEMS, (number,)):
        bodies[sort].append(body)
    return _Rows(head, revision, bodies)


def _case(path: Path, rows: _Rows) -> Case:
    with _legible(path):
        case = Case.of(
            CaseHead.model_validate_json(rows.head),
            documents=_values(_DOCUMENTS, rows.bodies["document"]),
            passages=_values(_PASSAGES, rows.bodies["passage"]),
            elements=_values(_ELEMENTS, rows.bodies["element"]),
            relations=_values(_RELATIONS, rows.bodies["relation"]),
            decisions=_values(_DECISIONS, rows.bodies["decision"]),
        )
    return replace(case, revision=rows.revision)


def _values(adapter: TypeAdapter[tuple[_T, ...]], bodies: list[str]) -> tuple[_T, ...]:
    """All rows of a sort in one go, which is several times as fast as one by one."""
    return adapter.validate_json(f"[{','.join(bodies)}]")


@contextmanager
def _legible(path: Path) -> Iterator[None]:
    try:
        yield
    except (ValidationError, IllegalCase) as error:
        wrong = first_fault(error) if isinstance(error, ValidationError) else error.message
        raise StoreUnusable(
            f"the store '{path}' holds what no case may hold: {wrong}",
            "It was changed by something else than Loadpath: take it from a backup, or read the documents again.",
        ) from error


def _write(connection: sqlite3.Connection, before: Case, done: Applied) -> None:
    """The head with its revision, and every value that is new, changed or gone."""
    after = done.case
    head = after.head.model_dump_json()
    connection.execute(_WRITE_CASE, (after.head.id, head, after.revision))
    (number,) = connection.execute("SELECT number FROM cases WHERE id = ?", (after.head.id,)).fetchone()
    decided = {id_: decision for id_, decision in after.decisions.items() if id_ not in before.decisions}
    new = (*_contents(done.changed), decided)
    olds, nows = (*_contents(before), before.decisions), (*_contents(after), after.decisions)
    for sort, old, now, changed in zip(_SORTS, olds, nows, new, strict=True):
        connection.executemany(_DELETE_ITEM, ((number, sort, id_) for id_ in removed(old, now, changed)))
        connection.executemany(_WRITE_ITEM, ((number, sort, id_, _body(value)) for id_, value in changed.items()))


def _contents(content: Content) -> tuple[Mapping[str, Frozen], ...]:
    """What a case holds, sort by sort as in `_SORTS`, but for the decisions, which are only ever added."""
    return (content.documents, content.passages, content.elements, content.relations)


def _body(value: Frozen) -> str:
    """A value as JSON. Nulls are left out; defaults are not, they may move."""
    return value.model_dump_json(exclude_none=True)
