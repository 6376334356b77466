"""The program runs on every Python from 3.11 on: forms that a release in that range gets wrong are not used."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for package in ("graph", "ingest", "assistant", "ui") for path in (ROOT / package).rglob("*.py"))
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def loop_names(node: ast.AST) -> set[str]:
    loops = [loop for part in ast.walk(node) if isinstance(part, Comprehension) for loop in part.generators]
    return {name.id for loop in loops for name in ast.walk(loop.target) if isinstance(name, ast.Name)}


def called_names(node: ast.AST) -> set[str]:
    calls = [part.func for part in ast.walk(node) if isinstance(part, ast.Call)]
    return {called.id for called in calls if isinstance(called, ast.Name)}


def clashes(tree: ast.Module) -> Iterator[str]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            yield from (f"{function.name}: {name}" for name in sorted(loop_names(function) & called_names(function)))


@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(ROOT))) for path in MODULES])
def test_a_comprehension_hides_no_function_that_is_called_beside_it(path: Path) -> None:
    """Python 3.12.0 and 3.12.1 take the called name for the loop's, which has no value yet."""
    assert list(clashes(ast.parse(path.read_text("utf-8")))) == []
