"""A case about grain in a folder of its own, which is where the commands then run."""

from __future__ import annotations

from pathlib import Path

import pytest

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
