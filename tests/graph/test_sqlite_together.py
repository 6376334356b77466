"""The embedded store in several hands: writers and readers at once, and a writer that is killed midway."""

from __future__ import annotations

import multiprocessing
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from graph.stores.sqlite import SqliteStore
from tests.graph.sqlite_files import filled, said
from tests.strategies import HEAD

SPAWN = multiprocessing.get_context("spawn")


def _write_many(path: Path, name: str, number: int) -> None:
    for n in range(number):
        SqliteStore(path).apply(HEAD, said(f"{name}{n}"))


def _read_many(path: Path, number: int) -> None:
    seen = 0
    for _ in range(number):
        case = SqliteStore(path).load(HEAD.id)
        if not seen <= case.revision == len(case.elements):
            raise AssertionError((seen, case.revision, len(case.elements)))
        seen = case.revision


def test_two_writers_and_two_readers_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    filled(path)
    work = [(_write_many, (path, "x", 15)), (_write_many, (path, "y", 15)), *[(_read_many, (path, 25))] * 2]
    processes = [SPAWN.Process(target=target, args=arguments) for target, arguments in work]

    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert [process.exitcode for process in processes] == [0, 0, 0, 0]
    case = SqliteStore(path).load(HEAD.id)
    assert len(case.elements) == case.revision == 31


_ENDLESS_WRITE = """
import sys
from pathlib import Path
from tests.graph.sqlite_files import HEAD, SqliteStore, said
print("writing", flush=True)
SqliteStore(Path(sys.argv[1])).apply(HEAD, said(*(f"e{n}" for n in range(30_000))))
"""


def test_writer_killed_midway_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = filled(path)
    before = store.load(HEAD.id)
    log = path.with_name("store.db-wal")

    with subprocess.Popen([sys.executable, "-c", _ENDLESS_WRITE, str(path)]) as writer:
        while writer.poll() is None and not (log.exists() and log.stat().st_size > 0):
            time.sleep(0.001)
        writer.send_signal(signal.SIGKILL)

    assert writer.returncode == -signal.SIGKILL
    assert store.load(HEAD.id) == before
    store.apply(HEAD, said("b"))
    assert list(store.load(HEAD.id).elements) == ["a", "b"]


def test_waiting_writer_gets_its_turn(tmp_path: Path) -> None:
    store = filled(tmp_path / "store.db")
    with closing(sqlite3.connect(tmp_path / "store.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        process = SPAWN.Process(target=_write_many, args=(tmp_path / "store.db", "b", 1))
        process.start()

        assert list(store.load(HEAD.id).elements) == ["a"]
        other.rollback()
        process.join()

    assert list(store.load(HEAD.id).elements) == ["a", "b0"]
