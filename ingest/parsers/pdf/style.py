"""How a document is set: the size of its body, and how far apart its lines stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.parsers.pdf.sheet import Line

_DEFAULT_LEADING = 1.2


@dataclass(frozen=True)
class Style:
    """Sizes and distances in points; `leadings` by size of the line."""

    body: float
    leadings: Mapping[float, float]

    def leading(self, size: float) -> float:
        """The usual distance from a line of this size to the next of its paragraph."""
        return self.leadings.get(size, _DEFAULT_LEADING * size)

    def is_gap(self, above: Line, below: Line) -> bool:
        """Whether more than the usual distance lies between two lines."""
        return above.y - below.y > 1.13 * max(self.leading(above.size), self.leading(below.size)) + 0.3


def style(columns: Iterable[Sequence[Line]]) -> Style:
    """The style of a document, from the lines of all its columns."""
    characters: Counter[float] = Counter()
    steps: dict[float, Counter[float]] = {}
    for column in columns:
        for line in column:
            characters[line.size] += len(line.text)
        for above, below in pairwise(column):
            step = above.y - below.y
            if above.size == below.size and 0.95 * above.size < step < 2.0 * above.size:
                steps.setdefault(above.size, Counter())[round(step * 5) / 5] += 1
    body = characters.most_common(1)[0][0] if characters else 10.0
    return Style(body, {size: _usual(found) for size, found in steps.items() if found.total() > 2})


def _usual(found: Counter[float]) -> float:
    most = max(found.values())
    return min(step for step, count in found.items() if count * 4 >= most)
