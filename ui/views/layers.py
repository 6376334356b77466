"""Positions for a drawing: layers from left to right, what holds up to the left of what it holds up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

ROW = 82.0


def positions(ids: Sequence[str], pairs: Iterable[tuple[str, str]], column: float) -> Mapping[str, tuple[float, float]]:
    """Where each id stands, layers `column` apart. `pairs`: (left, right). A circle is opened where it closes."""
    lines = [(left, right) for left, right in dict.fromkeys(pairs) if left != right]
    layer = _layers(ids, lines)
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for id_ in ids:
        columns[layer[id_]].append(id_)
    height = {id_: _offset(place, len(column)) for column in columns.values() for place, id_ in enumerate(column)}
    for depth in (*sorted(columns), *sorted(columns, reverse=True)):
        columns[depth].sort(key=lambda id_: _middle(id_, lines, height))
        height |= {id_: _offset(place, len(columns[depth])) for place, id_ in enumerate(columns[depth])}
    return {id_: (layer[id_] * column, height[id_]) for id_ in ids}


def _layers(ids: Sequence[str], lines: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The longest way from the left to each id, in steps; then each moves as far right as its own right allows."""
    layer = dict.fromkeys(ids, 0)
    for _ in range(len(ids) - 1):
        moved = False
        for left, right in lines:
            if layer[right] <= layer[left] < len(ids) - 1:
                layer[right], moved = layer[left] + 1, True
        if not moved:
            break
    for id_ in sorted(ids, key=layer.__getitem__, reverse=True):
        rights = [layer[right] for left, right in lines if left == id_ and layer[right] > layer[id_]]
        if rights:
            layer[id_] = min(rights) - 1
    used = {depth: place for place, depth in enumerate(sorted(set(layer.values())))}
    return {id_: used[depth] for id_, depth in layer.items()}


def _offset(place: int, rows: int) -> float:
    return (place - (rows - 1) / 2) * ROW


def _middle(id_: str, lines: Sequence[tuple[str, str]], height: Mapping[str, float]) -> float:
    near = [height[right if left == id_ else left] for left, right in lines if id_ in (left, right)]
    return sum(near) / len(near) if near else height[id_]
