"""The answer to a query of one's own, as people and programs read it."""

from __future__ import annotations

import json
from math import inf, nan

from graph.stores.query_table import Cell, MapCell, NodeCell, PathCell, QueryTable, RelationCell
from ui.views.query_table import query_json, query_lines

OWNER = NodeCell("4:a:1", ("Element", "Team"), MapCell((("id", "team-ledger"), ("name", "Ledger Team"))))
LOCK = NodeCell("4:a:2", ("Control", "Element"), MapCell((("name", "Night Lock"),)))
OWNS = RelationCell("OWNED_BY", "4:a:2", "4:a:1", MapCell(()))


def table(*rows: tuple[Cell, ...], columns: tuple[str, ...] = ("a", "b"), truncated: bool = False) -> QueryTable:
    return QueryTable(columns, rows, limit=10, truncated=truncated)


def test_columns_stand_under_their_names() -> None:
    assert query_lines(table(("x", 1), ("longer", None)), width=60) == [
        "a       b",
        "------  ----",
        "x       1",
        "longer  null",
        "2 rows",
    ]


def test_rows_that_are_too_wide_stand_one_by_one_and_whole() -> None:
    lines = query_lines(table(("x" * 80, 1)), width=60)

    assert lines == ["row 1", f"  a  {'x' * 80}", "  b  1", "1 row"]


def test_an_answer_that_was_cut_says_so() -> None:
    assert query_lines(table(("x", 1), truncated=True), width=60)[-1].startswith("the first 1 row of more; ")


def test_no_rows_are_an_answer() -> None:
    assert query_lines(table(), width=60) == ["a  b", "-  -", "0 rows"]


def test_nodes_relations_and_paths_read_like_cypher() -> None:
    forward = PathCell((LOCK, OWNER), (OWNS,))
    backward = PathCell((OWNER, LOCK), (OWNS,))

    assert query_lines(table((forward, backward)), width=60)[1::2] == [
        '  a  (:Control "Night Lock")-[:OWNED_BY]->(:Team "Ledger Team")',
        "1 row",
    ]
    assert query_lines(table((OWNS, backward)), width=100)[2].endswith(
        '(:Team "Ledger Team")<-[:OWNED_BY]-(:Control "Night Lock")'
    )


def test_what_is_stored_cannot_act_on_a_terminal() -> None:
    hostile = "\x1b]0;owned\x07\r\n\x9b2J\u202eab\u2066"

    shown = "\n".join(
        query_lines(table((hostile, MapCell(((hostile, (hostile,)),))), columns=(hostile, "b")), width=60)
    )

    assert not set(shown) & set("\x1b\x07\r\x9b\u202e\u2066")
    assert r"\x1b]0;owned\x07\r\n\x9b2J\u202eab\u2066" in shown


def test_json_keeps_values_and_their_sorts() -> None:
    cells: tuple[Cell, ...] = (
        (1, 2.5, True, None, nan, -inf),
        MapCell((("k", "v"),)),
        OWNER,
        OWNS,
        PathCell((OWNER,), ()),
    )

    found = query_json(table(cells, columns=("list", "map", "node", "relation", "path"), truncated=True))

    node = {"id": "4:a:1", "labels": ["Element", "Team"], "properties": {"id": "team-ledger", "name": "Ledger Team"}}
    relation = {"type": "OWNED_BY", "source": "4:a:2", "target": "4:a:1", "properties": {}}
    assert json.loads(json.dumps(found, allow_nan=False)) == {
        "columns": ["list", "map", "node", "relation", "path"],
        "rows": [
            [[1, 2.5, True, None, "NaN", "-Infinity"], {"k": "v"}, node, relation, {"nodes": [node], "relations": []}]
        ],
        "limit": 10,
        "truncated": True,
    }
