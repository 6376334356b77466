"""A store keeps the case that it saw last, and never gives one that the file no longer holds."""

from __future__ import annotations

import shutil
from pathlib import Path

from graph.stores.sqlite import SqliteStore
from tests.graph.sqlite_files import filled, said
from tests.strategies import HEAD


def test_case_that_nobody_changed_is_not_read_again(tmp_path: Path) -> None:
    store = filled(tmp_path / "store.db")

    assert store.load(HEAD.id) is store.load(HEAD.id)


def test_what_another_writer_added_is_there_at_the_next_load(tmp_path: Path) -> None:
    store = filled(tmp_path / "store.db")
    before = store.load(HEAD.id)

    SqliteStore(tmp_path / "store.db").apply(HEAD, said("another"))

    after = store.load(HEAD.id)
    assert after.revision == before.revision + 1
    assert after == SqliteStore(tmp_path / "store.db").load(HEAD.id)


def test_file_that_was_replaced_by_one_of_the_same_revision_is_read_anew(tmp_path: Path) -> None:
    store, other = filled(tmp_path / "store.db"), SqliteStore(tmp_path / "other.db")
    store.load(HEAD.id)
    other.apply(HEAD, said("another"))

    shutil.copy(tmp_path / "other.db", tmp_path / "new.db")
    (tmp_path / "new.db").replace(tmp_path / "store.db")

    assert store.load(HEAD.id) == other.load(HEAD.id)


def test_change_that_fails_leaves_what_is_kept_as_the_file_has_it(tmp_path: Path) -> None:
    store = filled(tmp_path / "store.db")
    store.apply(HEAD, said("another"))

    assert store.load(HEAD.id) == SqliteStore(tmp_path / "store.db").load(HEAD.id)
