"""What a query of one's own gave: columns and rows of plain values, nodes, relations and paths, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, Union

Cell: TypeAlias = Union[
    bool, int, float, str, tuple["Cell", ...], "MapCell", "NodeCell", "RelationCell", "PathCell", None
]


@dataclass(frozen=True)
class MapCell:
    """Names with their values, by name."""

    fields: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True)
class NodeCell:
    """A node. `id` is the server's own; the id of an element or a document is one of the properties."""

    id: str
    labels: tuple[str, ...]
    properties: MapCell


@dataclass(frozen=True)
class RelationCell:
    """A relation from the node `source` to the node `target`."""

    type: str
    source: str
    target: str
    properties: MapCell


@dataclass(frozen=True)
class PathCell:
    """A path: each relation joins two nodes that follow one another, in either direction."""

    nodes: tuple[NodeCell, ...]
    relations: tuple[RelationCell, ...]


@dataclass(frozen=True)
class QueryTable:
    """The first rows of an answer, up to `limit` of them; `truncated` where there are more."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    limit: int
    truncated: bool
