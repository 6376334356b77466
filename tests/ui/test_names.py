"""`streamlit run ui/app.py` puts `ui/` first on the path of modules: nothing there may hide another module."""

from __future__ import annotations

import re
import sys
from pathlib import Path

UI = Path(__file__).parents[2] / "ui"


def test_no_file_of_ui_hides_a_package() -> None:
    here = {path.stem for path in UI.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}

    assert not here & ({"graph", "ingest", "assistant", "ui", "examples", "streamlit"} | sys.stdlib_module_names)


def test_screens_stand_at_their_function_names() -> None:
    app = (UI / "app.py").read_text(encoding="utf-8")

    for screen in sorted(path.stem for path in (UI / "screens").glob("*.py")):
        if f"from ui.screens.{screen} import {screen}" in app:
            assert f"st.Page({screen}, title=" in app
            assert f'url_path="{screen}"' in app


def test_streamlit_is_known_to_the_outermost_files_only() -> None:
    doors = {UI / "app.py", *(UI / "screens").glob("*.py"), *(UI / "components").rglob("*.py")}

    importers = {
        path
        for path in UI.rglob("*.py")
        if re.search(r"^\s*(import|from) streamlit", path.read_text("utf-8"), re.MULTILINE)
    }

    assert importers <= doors
    assert importers
