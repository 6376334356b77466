"""The answer to a query of one's own: as JSON, and as lines for a terminal in which nothing is cut and nothing acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite
from typing import assert_never

from graph.stores.query_table import Cell, MapCell, NodeCell, PathCell, QueryTable, RelationCell
from ui.views.shapes import Json

_ACTS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_PLAIN = re.compile(r"\w+")
_GAP = "  "


def query_json(table: QueryTable) -> Json:
    """The answer as the JSON value of `query --json`."""
    return {
        "columns": list(table.columns),
        "rows": [[_json(cell) for cell in row] for row in table.rows],
        "limit": table.limit,
        "truncated": table.truncated,
    }


def query_lines(table: QueryTable, width: int) -> list[str]:
    """The answer as a table where that fits `width` columns, else row by row; then how many rows there are."""
    heads = [_harmless(column) for column in table.columns]
    rows = [[_harmless(_text(cell)) for cell in row] for row in table.rows]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    fits = sum(widths) + len(_GAP) * (len(widths) - 1) <= width
    return [*(_aligned(heads, rows, widths) if fits else _one_by_one(heads, rows)), _count(table)]


def _aligned(heads: list[str], rows: list[list[str]], widths: list[int]) -> Iterator[str]:
    for line in (heads, ["-" * width for width in widths], *rows):
        yield _GAP.join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()


def _one_by_one(heads: list[str], rows: list[list[str]]) -> Iterator[str]:
    widest = max(map(len, heads))
    for number, row in enumerate(rows, start=1):
        yield f"row {number}"
        for head, text in zip(heads, row, strict=True):
            yield f"{_GAP}{head.ljust(widest)}{_GAP}{text}"


def _count(table: QueryTable) -> str:
    count = f"{len(table.rows)} row{'' if len(table.rows) == 1 else 's'}"
    if not table.truncated:
        return count
    return f"the first {count} of more; add LIMIT and SKIP, or raise LOADPATH_QUERY_ROWS"


def _json(cell: Cell) -> Json:
    """As deep as the cell, which is no deeper than its query has brackets."""
    match cell:
        case float():
            return cell if isfinite(cell) else _float(cell)
        case None | bool() | int() | str():
            return cell
        case tuple():
            return [_json(part) for part in cell]
        case MapCell():
            return {name: _json(value) for name, value in cell.fields}
        case _:
            return _drawn_json(cell)


def _drawn_json(cell: NodeCell | RelationCell | PathCell) -> Json:
    match cell:
        case NodeCell():
            return {"id": cell.id, "labels": list(cell.labels), "properties": _json(cell.properties)}
        case RelationCell():
            ends: dict[str, Json] = {"type": cell.type, "source": cell.source, "target": cell.target}
            return {**ends, "properties": _json(cell.properties)}
        case PathCell():
            return {
                "nodes": [_json(node) for node in cell.nodes],
                "relations": [_json(step) for step in cell.relations],
            }
        case _ as never:
            assert_never(never)


def _text(cell: Cell) -> str:
    """A cell in the manner of Cypher, a node by its name."""
    match cell:
        case tuple():
            return f"[{', '.join(_text(part) for part in cell)}]"
        case MapCell():
            return f"{{{', '.join(f'{name}: {_text(value)}' for name, value in cell.fields)}}}"
        case NodeCell() | RelationCell() | PathCell():
            return _drawn(cell)
        case _:
            return _scalar(cell)


def _scalar(cell: float | str | None) -> str:
    match cell:
        case None:
            return "null"
        case bool():
            return "true" if cell else "false"
        case float():
            return _float(cell)
        case _:
            return str(cell)


def _float(number: float) -> str:
    return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}.get(str(number), str(number))


def _drawn(cell: NodeCell | RelationCell | PathCell) -> str:
    match cell:
        case NodeCell():
            return _node(cell)
        case RelationCell():
            return f"[:{_name(cell.type)}]"
        case PathCell():
            return "".join(_steps(cell))
        case _ as never:
            assert_never(never)


def _node(node: NodeCell) -> str:
    """Its labels, but `Element` where it has another, and what it is called."""
    labels = [label for label in node.labels if label != "Element"] or list(node.labels)
    fields = dict(node.properties.fields)
    called = next((fields[name] for name in ("name", "title", "id") if name in fields), None)
    shown = ["".join(f":{_name(label)}" for label in labels)] if labels else []
    return f"({' '.join([*shown, *([] if called is None else [_quoted(called)])])})"


def _quoted(called: Cell) -> str:
    return f'"{_text(called)}"'


def _steps(path: PathCell) -> Iterator[str]:
    for at, node in enumerate(path.nodes):
        if at:
            relation = path.relations[at - 1]
            forward = relation.target == node.id
            yield f"{'' if forward else '<'}-{_text(relation)}-{'>' if forward else ''}"
        yield _node(node)


def _name(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else f"`{name}`"


def _harmless(text: str) -> str:
    """The text with what a terminal would obey, or what turns the direction of writing, as escapes."""
    return _ACTS.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
