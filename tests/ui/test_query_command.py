"""`loadpath query` on the command line: for servers only, with its two packages only, and never for more than reading."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from graph.changes import Changes
from graph.stores.neo4j_store import Neo4jStore
from tests.neo4j.installation import versions
from tests.neo4j.servers import empty_database, run_folder
from tests.strategies import HEAD
from ui.cli import main

ROOT = Path(__file__).resolve().parents[2]


def test_a_store_in_a_file_is_refused_with_the_way_to_a_server(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "MATCH (n) RETURN n", "--store", "sqlite:///none.db"]) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert "for cases on a Neo4j server" in said.err
    assert "loadpath import case.json --store neo4j://" in said.err


def test_a_query_that_writes_is_refused_before_any_server_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "MATCH (n) DETACH DELETE n", "--store", "bolt://127.0.0.1:1"]) == 1

    error, hint = capsys.readouterr().err.splitlines()
    assert error == "error: DETACH DELETE is refused: it changes the graph (line 1, column 11)"
    assert hint.startswith("hint: A query may hold MATCH")


@pytest.mark.parametrize("package", ["lark", "neo4j"])
def test_without_the_extra_it_says_what_to_install(package: str) -> None:
    script = f"import sys; sys.modules['{package}'] = None; from ui.cli import main; sys.exit(main(sys.argv[1:]))"
    store = "bolt://127.0.0.1:1"

    done = subprocess.run(
        [sys.executable, "-c", script, "query", "RETURN 1", "--store", store],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "hint: Install it: pip install 'loadpath[neo4j]'"


@pytest.mark.neo4j
def test_an_answer_is_printed_for_people_and_for_programs(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with empty_database(versions()[0], run_folder(request)) as address:
        monkeypatch.setenv("LOADPATH_STORE", address.url)
        monkeypatch.setenv("LOADPATH_NEO4J_PASSWORD", address.password)
        monkeypatch.setenv("LOADPATH_QUERY_ROWS", "2")
        assert main(["query", r"UNWIND [1, 2, 3] AS x RETURN x, 'a\bb' AS t"]) == 0
        told = capsys.readouterr().out
        assert main(["query", "UNWIND [1, 2, 3] AS x RETURN x", "--json"]) == 0
        value = json.loads(capsys.readouterr().out)

    assert told.splitlines()[2] == r"1  a\x08b"
    assert told.splitlines()[-1].startswith("the first 2 rows of more")
    assert value == {"columns": ["x"], "rows": [[1], [2]], "limit": 2, "truncated": True}


@pytest.mark.neo4j
def test_a_query_for_a_case_that_is_not_there_is_refused_and_not_answered_with_nothing(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with empty_database(versions()[0], run_folder(request)) as address:
        monkeypatch.setenv("LOADPATH_NEO4J_PASSWORD", address.password)
        Neo4jStore(address).apply(HEAD, Changes())

        code = main(["query", "MATCH (n {case: $case}) RETURN n", "--store", address.url, "--case", "other"])

    assert code == 1
    error, hint = capsys.readouterr().err.splitlines()
    assert error == f"error: the store '{address.url}' holds no case 'other'"
    assert hint == f"hint: It holds: {HEAD.id}"


def test_settings_of_a_query_are_checked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LOADPATH_QUERY_ROWS", "0")

    assert main(["query", "RETURN 1"]) == 1

    error, hint = capsys.readouterr().err.splitlines()
    assert error == "error: LOADPATH_QUERY_ROWS is '0': it should be greater than or equal to 1"
    assert hint == "hint: Correct the variable, or unset it."
