"""The cases that commands and screens are tried on, each in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.stores.sqlite import SqliteStore
from tests.ui.ferry_case import CHANGES, HEAD
from tests.ui.grain_case import INTERVIEW, REPORT
from ui.cli import main


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LOADPATH_STORE", raising=False)
    monkeypatch.setenv("LOADPATH_USER", "ada")
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "talk.md").write_text(INTERVIEW, encoding="utf-8")
    main(["ingest", "report.md", "talk.md"])
    capsys.readouterr()
    return tmp_path


@pytest.fixture
def ferry_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SqliteStore:
    path = tmp_path / "ferry.db"
    monkeypatch.setenv("LOADPATH_STORE", f"sqlite:///{path}")
    monkeypatch.delenv("LOADPATH_CASE", raising=False)
    store = SqliteStore(path)
    store.apply(HEAD, CHANGES)
    return store
