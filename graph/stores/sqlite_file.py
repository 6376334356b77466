"""Opening the file of an embedded store: what it has to be, and what is said when it is something else.

`reading` never makes a file and `writing` makes one where there is none; both give a connection inside a
transaction and turn whatever SQLite reports into StoreUnusable.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import assert_never

from graph.errors import StoreUnusable, UnknownCase
from graph.stores.schema import Condition, bring_up_to_date, condition, steps

WAIT_S = 10.0
_PRIMARY_CODE = 0xFF
_DENIED = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM})

_OTHER = ("cannot be used", "Take it from a backup, or name another file.")
_BUSY = (f"has been in use by another writer for {WAIT_S:g} s", "Try again when they are done.")
_REPORTS = {
    sqlite3.SQLITE_NOTADB: ("is no store of Loadpath", "Name another file; this one was left as it is."),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "Take it from a backup, or read the documents again."),
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: ("could not grow: the disk is full", "Free some space; the store is as it was."),
    sqlite3.SQLITE_IOERR: (
        "could not be read or written: the disk is full or failing",
        "Free some space, or see to the disk; the store is as it was.",
    ),
} | dict.fromkeys(
    _DENIED,
    (
        "may not be opened or written here",
        "See who may read and write the file and its folder, or name another file.",
    ),
)


def is_there(path: Path) -> bool:
    """Is there a file yet? StoreUnusable where there can be none."""
    try:
        wrong = _wrong_place(path)
        there = path.exists()
    except OSError as error:
        raise StoreUnusable(f"'{path}' cannot be a store: {error.strerror}", "Name another file.") from error
    if wrong:
        raise StoreUnusable(*wrong)
    return there


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that sees one state of the store throughout; UnknownCase where there is no store yet."""
    if not is_there(path):
        raise _absent(path)
    with _translated(path), closing(_opened_to_read(path)) as connection:
        match condition(connection, len(steps())):
            case Condition.CURRENT:
                pass
            case Condition.OLDER:
                connection.rollback()
                _bring_up_to_date(path)
                connection.execute("BEGIN")
            case Condition.EMPTY:
                raise _absent(path)
            case Condition.FOREIGN | Condition.NEWER as wrong:
                raise _not_usable(path, wrong)
            case _ as never:
                assert_never(never)
        yield connection


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that holds the store's one write lock; what was written is kept unless an error leaves the block."""
    is_there(path)
    with _translated(path), closing(_connected(path, "rwc")) as connection:
        _start_writing(connection, path)
        with connection:
            yield connection


def _start_writing(connection: sqlite3.Connection, path: Path) -> None:
    """Begin the transaction, on the current schema."""
    every_step = steps()
    if condition(connection, len(every_step)) is Condition.EMPTY:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("BEGIN IMMEDIATE")
    match condition(connection, len(every_step)):
        case Condition.CURRENT:
            pass
        case Condition.EMPTY | Condition.OLDER:
            bring_up_to_date(connection, every_step)
        case Condition.FOREIGN | Condition.NEWER as wrong:
            raise _not_usable(path, wrong)
        case _ as never:
            assert_never(never)


def _bring_up_to_date(path: Path) -> None:
    with writing(path):
        pass


def _opened_to_read(path: Path) -> sqlite3.Connection:
    """A connection in a read transaction, also where the folder lets us write nothing.

    Readers share a small file beside the store with its writer. Where that can be neither opened nor made, and no
    writer has left one of its own, the store is at rest and is read as it lies.
    """
    try:
        return _begun(_connected(path, "rw"))
    except sqlite3.OperationalError as error:
        busy = path.with_name(path.name + "-wal").exists()
        if _code(error) not in _DENIED or busy:
            raise
        return _begun(_connected(path, "ro&immutable=1"))


def _begun(connection: sqlite3.Connection) -> sqlite3.Connection:
    with ExitStack() as unless_begun:
        unless_begun.callback(connection.close)
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        unless_begun.pop_all()
    return connection


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=WAIT_S, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _wrong_place(path: Path) -> tuple[str, str] | None:
    if "\x00" in str(path):
        return f"{str(path)!r} cannot be a store: a file name holds no NUL character", "Name another file."
    if path.is_dir():
        return f"the store '{path}' is a folder", f"Name a file in it: {path / 'loadpath.db'}"
    if path.exists() and not path.is_file():
        return f"the store '{path}' is not an ordinary file", "Name another file."
    if not path.parent.is_dir():
        return f"the store '{path}' is in a folder that does not exist", f"Make the folder first: {path.parent}"
    return None


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreUnusable(*_explained(path, error)) from error


def _explained(path: Path, error: sqlite3.Error) -> tuple[str, str]:
    """What SQLite reports, as message and hint."""
    code = _code(error)
    wrong, hint = _REPORTS.get(code, _OTHER) if code is not None else _OTHER
    return f"the store '{path}' {wrong} ({error})", hint


def _code(error: sqlite3.Error) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & _PRIMARY_CODE


def _absent(path: Path) -> UnknownCase:
    return UnknownCase(f"there is no store at '{path}' yet", "Make one by reading a document: loadpath ingest FILE")


def _not_usable(path: Path, wrong: Condition) -> StoreUnusable:
    if wrong is Condition.NEWER:
        return StoreUnusable(
            f"the store '{path}' was made by a newer Loadpath",
            "Install the newest version, or name another file; this one was left as it is.",
        )
    return StoreUnusable(f"'{path}' is no store of Loadpath", "Name another file; this one was left as it is.")
