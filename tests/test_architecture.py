"""The shape of the code: where things may live, how large they may grow, and which door each outside package has."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import graph

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("graph", "ingest", "assistant", "ui")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
SCRIPTS = sorted(path for folder in ("tests", "bench", "examples") for path in (ROOT / folder).rglob("*.py"))
DOORS = {
    "sqlite3": ("graph/stores/",),
    "neo4j": ("graph/stores/neo4j.py", "graph/stores/neo4j_answers.py"),
    "streamlit": ("ui/app.py", "ui/screens/", "ui/components/"),
    "pypdfium2": ("ingest/parsers/",),
    "markdown_it": ("ingest/parsers/",),
    "lxml": ("ingest/parsers/", "graph/interchange/"),
    "sentence_transformers": ("graph/embedders/sentence.py",),
    "lark": ("graph/stores/reading/",),
}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_the_package_graph_is_ours() -> None:
    assert graph.__file__ is not None
    assert Path(graph.__file__).is_relative_to(ROOT)


def test_no_file_of_the_page_hides_a_package() -> None:
    hidden = {*PACKAGES, *sys.stdlib_module_names, "streamlit"} & {path.stem for path in (ROOT / "ui").iterdir()}

    assert not hidden


@pytest.mark.parametrize("path", [*SOURCES, *SCRIPTS], ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_stays_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{function.name}"
        for path in SOURCES
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno >= 50
    ]

    assert not long


def test_every_module_and_public_function_is_described() -> None:
    bare = [str(path.relative_to(ROOT)) for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text()))]
    bare += [
        f"{path.relative_to(ROOT)}:{function.name}"
        for path in SOURCES
        for function in functions(path)
        if not function.name.startswith("_") and not ast.get_docstring(function) and not _is_inner(path, function)
    ]

    assert not bare


def test_each_outside_package_has_one_door() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in SOURCES
        for name in imported(path)
        if name in DOORS and not str(path.relative_to(ROOT)).startswith(DOORS[name])
    ]

    assert not wrong


def test_analyses_and_gates_read_no_clock_file_or_chance() -> None:
    pure = [
        *(ROOT / "graph" / "analysis").glob("*.py"),
        ROOT / "ingest" / "grounding.py",
        ROOT / "ingest" / "linking.py",
    ]
    pure += [
        ROOT / "assistant" / "verify.py",
        ROOT / "assistant" / "findings.py",
        *(ROOT / "ui" / "views").glob("*.py"),
    ]
    impure = {"os", "io", "time", "datetime", "random", "logging", "pathlib", "sqlite3", "subprocess", "socket"}

    assert not [f"{path.name} imports {name}" for path in pure for name in imported(path) if name in impure]


def _is_inner(path: Path, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Is it defined inside another function, or a method of a private class?"""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    outer = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.lineno != function.lineno]
    outer_classes = [n for n in ast.walk(tree) if isinstance(n, ast.ClassDef) and n.name.startswith("_")]
    spans = [*outer, *outer_classes]
    return any(n.lineno < function.lineno and (function.end_lineno or 0) <= (n.end_lineno or 0) for n in spans)
