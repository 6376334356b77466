"""The embedded store's file: what it refuses to touch, and what a full disk or a read-only folder leaves."""

from __future__ import annotations

import os
import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from graph.changes import Changes
from graph.elements import Element, ElementKind
from graph.errors import LoadpathError, UnknownCase
from graph.provenance import Entered
from graph.review import Review, change_of
from graph.stores.schema import APPLICATION_ID, bring_up_to_date, steps
from graph.stores.sqlite import SqliteStore
from tests.graph.sqlite_files import filled, refusal, said
from tests.ordinary_user import open_folder, ordinary_user
from tests.strategies import HEAD

ADA = Entered(who="ada", when="2026-07-01T00:00:00Z")


@pytest.mark.parametrize("act", ["cases", "load", "apply"])
def test_folder_is_no_store(tmp_path: Path, act: str) -> None:
    arguments = {"cases": (), "load": ("a",), "apply": (HEAD, said())}[act]

    error = refusal(lambda: getattr(SqliteStore(tmp_path), act)(*arguments))

    assert error.message == f"the store '{tmp_path}' is a folder"
    assert error.hint == f"Name a file in it: {tmp_path / 'loadpath.db'}"


def test_reading_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "absent.db"

    with pytest.raises(UnknownCase) as absent:
        SqliteStore(path).cases()

    assert (absent.value.message, absent.value.hint) == (
        f"there is no store at '{path}' yet",
        "Make one by reading a document: loadpath ingest FILE",
    )
    assert list(tmp_path.iterdir()) == []


def test_refused_change_makes_no_file(tmp_path: Path) -> None:
    bad = Changes(elements=(Element(id="a", kind=ElementKind.CLAIM, name="a"),))

    with pytest.raises(LoadpathError, match="neither a passage"):
        SqliteStore(tmp_path / "absent.db").apply(HEAD, bad)

    assert list(tmp_path.iterdir()) == []


def test_folder_has_to_be_there(tmp_path: Path) -> None:
    path = tmp_path / "no" / "store.db"

    error = refusal(lambda: SqliteStore(path).apply(HEAD, said()))

    assert error.message == f"the store '{path}' is in a folder that does not exist"


@pytest.mark.parametrize("name", ["what? 100% #1 & 'it'.db", "ü 漢.db", "a" * 200])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    store = filled(tmp_path / name)

    assert [head.id for head, _ in store.cases()] == [HEAD.id]
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a" * 300, "nul\x00.db"])
def test_impossible_file_name_is_refused(tmp_path: Path, name: str) -> None:
    assert refusal(SqliteStore(tmp_path / name).cases).hint
    assert refusal(lambda: SqliteStore(tmp_path / name).apply(HEAD, said())).hint


def _text(path: Path) -> None:
    path.write_text("Dear reader, this is a letter and no database. " * 50)


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE cases (id)")
        connection.commit()


def _other_application(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 7")


@pytest.mark.parametrize("make", [_text, _other_database, _other_application])
def test_file_that_is_not_ours_is_left_alone(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "theirs.db"
    make(path)
    before = path.read_bytes()

    errors = [refusal(SqliteStore(path).cases), refusal(lambda: SqliteStore(path).apply(HEAD, said("a")))]

    assert all("is no store of Loadpath" in error.message for error in errors)
    assert path.read_bytes() == before


def test_empty_file_becomes_a_store_when_written(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()

    with pytest.raises(UnknownCase, match="there is no store"):
        SqliteStore(path).cases()
    assert list(filled(path).load(HEAD.id).elements) == ["a"]


def test_newer_store_is_refused_untouched(tmp_path: Path) -> None:
    store = filled(tmp_path / "store.db")
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = (tmp_path / "store.db").read_bytes()

    errors = [refusal(lambda: store.load(HEAD.id)), refusal(lambda: store.apply(HEAD, said("b")))]

    assert all("was made by a newer Loadpath" in error.message for error in errors)
    assert (tmp_path / "store.db").read_bytes() == before


@pytest.mark.parametrize("bad", [slice(0, 16), slice(100, 4000), slice(4096, 30000)])
def test_damaged_file_is_an_error_with_a_next_step(tmp_path: Path, bad: slice) -> None:
    path = tmp_path / "store.db"
    store = SqliteStore(path)
    store.apply(HEAD, said(*(f"e{n}" for n in range(300))))
    content = bytearray(path.read_bytes())
    content[bad] = b"\xa5" * len(content[bad])
    path.write_bytes(content)

    assert refusal(lambda: store.load(HEAD.id)).hint


def test_truncated_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = SqliteStore(path)
    store.apply(HEAD, said(*(f"e{n}" for n in range(300))))
    os.truncate(path, path.stat().st_size // 2)

    assert refusal(lambda: store.load(HEAD.id)).hint


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ('{"id": "a", "kind": "ghost", "name": "a", "passages": ["d0:0"]}', "[0].kind is 'ghost'"),
        ('{"id": "a", "kind": "claim", "name": "a", "passages": ["gone"]}', "'gone', which is no passage"),
        ("no JSON", "expected"),
    ],
)
def test_content_edited_by_others_is_checked(tmp_path: Path, body: str, wrong: str) -> None:
    store = filled(tmp_path / "store.db")
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        connection.execute("UPDATE items SET body = ? WHERE sort = 'element'", (body,))
        connection.commit()

    assert wrong in refusal(lambda: store.load(HEAD.id)).message


def test_write_touches_only_what_changed(tmp_path: Path) -> None:
    store = filled(tmp_path / "store.db")
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        connection.executescript(
            "CREATE TABLE touched (id); CREATE TRIGGER t AFTER UPDATE ON items BEGIN INSERT INTO touched "
            "VALUES (new.id); END; CREATE TRIGGER u AFTER INSERT ON items BEGIN INSERT INTO touched VALUES (new.id); END;"
        )

        store.apply(HEAD, said("a", "b"))

        assert connection.execute("SELECT id FROM touched").fetchall() == [("b",)]


@contextmanager
def _file_size_limit(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_full_disk_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    store = filled(tmp_path / "store.db")
    before = store.load(HEAD.id)

    with _file_size_limit(100_000):
        error = refusal(lambda: store.apply(HEAD, said(*(f"e{n}" for n in range(5000)))))

    assert "could not be read or written" in error.message
    assert "space" in error.hint
    assert store.load(HEAD.id) == before


def test_read_only_file_can_be_read_but_not_written() -> None:
    with open_folder() as folder, ordinary_user():
        store = filled(folder / "store.db")
        (folder / "store.db").chmod(0o444)

        error = refusal(lambda: store.apply(HEAD, said("b")))

        assert "may not be opened or written here" in error.message
        assert list(store.load(HEAD.id).elements) == ["a"]


def test_store_in_a_read_only_folder_can_be_read_but_not_written() -> None:
    with open_folder() as folder, ordinary_user():
        store = filled(folder / "store.db")
        folder.chmod(0o555)

        error = refusal(lambda: store.apply(HEAD, said("b")))

        assert "may not be opened or written here" in error.message
        assert list(store.load(HEAD.id).elements) == ["a"]


def test_store_cannot_be_made_in_a_read_only_folder() -> None:
    with open_folder() as folder, ordinary_user():
        folder.chmod(0o555)

        assert refusal(lambda: SqliteStore(folder / "store.db").apply(HEAD, said())).hint


def test_unreadable_file_is_an_error() -> None:
    with open_folder() as folder, ordinary_user():
        store = filled(folder / "store.db")
        (folder / "store.db").chmod(0o000)

        assert "may not be opened" in refusal(store.cases).message


def test_older_store_is_brought_up_to_date(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "s.db", isolation_level=None)) as connection:
        bring_up_to_date(connection, steps())
        connection.execute("INSERT INTO cases (id, head) VALUES ('old', '{}')")

        bring_up_to_date(connection, (*steps(), "ALTER TABLE cases ADD COLUMN note TEXT DEFAULT 'none; yet';"))

        assert connection.execute("SELECT id, note FROM cases").fetchall() == [("old", "none; yet")]
        assert connection.execute("PRAGMA user_version").fetchone() == (len(steps()) + 1,)


@pytest.mark.parametrize("act", ["cases", "apply"])
def test_store_that_took_no_step_yet_takes_them_all(tmp_path: Path, act: str) -> None:
    with closing(sqlite3.connect(tmp_path / "s.db")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    store = SqliteStore(tmp_path / "s.db")

    found = store.cases() if act == "cases" else store.apply(HEAD, said("a")).elements_added

    assert found == {"cases": (), "apply": ("a",)}[act]
    assert store.cases() == {"cases": (), "apply": ((HEAD, 1),)}[act]


def test_failed_step_leaves_the_older_store(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "s.db", isolation_level=None)) as connection:
        bring_up_to_date(connection, steps())
        connection.execute("BEGIN IMMEDIATE")

        with pytest.raises(sqlite3.OperationalError):
            bring_up_to_date(connection, (*steps(), "ALTER TABLE cases ADD COLUMN note;\nDROP TABLE nothing"))
        connection.rollback()

        assert connection.execute("PRAGMA user_version").fetchone() == (len(steps()),)
        assert "note" not in connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'cases'").fetchone()[0]


def test_store_from_before_there_were_decisions_keeps_its_case_and_takes_them(tmp_path: Path) -> None:
    body = '{"id": "a", "kind": "claim", "name": "a", "stated": [{"entered": {"who": "ada", "when": "2026"}}]}'
    with closing(sqlite3.connect(tmp_path / "s.db", isolation_level=None)) as connection:
        bring_up_to_date(connection, steps()[:1])
        connection.execute("INSERT INTO cases (id, head) VALUES (?, ?)", (HEAD.id, HEAD.model_dump_json()))
        connection.execute("INSERT INTO items (case_number, sort, id, body) VALUES (1, 'element', 'a', ?)", (body,))
    store = SqliteStore(tmp_path / "s.db")
    case = store.load(HEAD.id)

    store.apply(HEAD, change_of(Review(case, ADA).judge("accept", ["a"]), case))

    after = store.load(HEAD.id)
    assert (after.elements["a"].name, after.elements["a"].status) == ("a", "accepted")
    assert [decision.by for decision in after.decisions.values()] == [ADA]
