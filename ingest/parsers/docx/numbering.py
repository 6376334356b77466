"""Automatic numbers: what Word prints before numbered headings and list items, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.parsers.digits import digits
from ingest.parsers.docx.styles import Numbering, number
from ingest.parsers.docx.tags import attribute, is_on, name, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_TEXT = 60
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """How one depth of a list is numbered: from where, in which digits, and the text around the numbers."""

    start: int = 1
    digits: str = "decimal"
    text: str = "%1."
    plain: bool = False
    restarts_below: int | None = None


@dataclass(frozen=True)
class _List:
    """A list: which definition it counts in, its levels, and where a count begins anew."""

    definition: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]


@dataclass
class Numbers:
    """Every list of the document, and how far each has counted."""

    lists: Mapping[str, _List]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def next_number(self, numbering: Numbering) -> str:
        """What stands before the next paragraph of a list: "5.2", "a)", "•"; '' where nothing does."""
        found = self.lists.get(numbering.list_id)
        if found is None:
            return ""
        counts = self.counts.setdefault(found.definition, {})
        if numbering.list_id not in self.begun:
            self.begun.add(numbering.list_id)
            for depth, start in found.restarts.items():
                counts[depth] = start - 1
        level = found.levels.get(numbering.depth, Level())
        counts[numbering.depth] = counts.get(numbering.depth, level.start - 1) + 1
        for depth in [deeper for deeper in counts if deeper > numbering.depth]:
            below = found.levels.get(depth, Level()).restarts_below
            if below is None or (below and numbering.depth < below):
                del counts[depth]
        return _printed(found, counts, level)


def _printed(found: _List, counts: Mapping[int, int], level: Level) -> str:
    if level.digits in {"bullet", "none"}:
        return "•" if level.digits == "bullet" else ""

    def count(place: re.Match[str]) -> str:
        depth = int(place[1]) - 1
        shown = found.levels.get(depth, Level())
        return digits(counts.get(depth, shown.start), "decimal" if level.plain else shown.digits)

    return _PLACE.sub(count, level.text).strip()


def numbers(root: _Element | None) -> Numbers:
    """The lists that a numbering part defines; none where the document has no such part."""
    defined = {
        id_: each
        for each in (root if root is not None else ())
        if name(each) == "w:abstractNum" and (id_ := attribute(each, "abstractNumId")) is not None
    }
    styled = {style: id_ for id_, each in defined.items() if (style := value(each, "w:styleLink")) is not None}
    lists = {}
    for each in root if root is not None else ():
        id_ = attribute(each, "numId") if name(each) == "w:num" else None
        if id_ is not None:
            lists[id_] = _list(each, defined, styled)
    return Numbers(lists)


def _list(element: _Element, defined: Mapping[str, _Element], styled: Mapping[str, str]) -> _List:
    definition = value(element, "w:abstractNumId") or ""
    linked = value(defined.get(definition), "w:numStyleLink")
    definition = styled.get(linked or "", definition)
    levels = dict(_levels(defined.get(definition)))
    restarts = {}
    for each in element:
        depth = number(attribute(each, "ilvl")) if name(each) == "w:lvlOverride" else None
        if depth is None:
            continue
        levels.update(_levels(each))
        start = number(value(each, "w:startOverride"))
        if start is not None:
            restarts[depth] = start
    return _List(definition, levels, restarts)


def _levels(element: _Element | None) -> list[tuple[int, Level]]:
    found = []
    for each in element if element is not None else ():
        depth = number(attribute(each, "ilvl")) if name(each) == "w:lvl" else None
        if depth is None:
            continue
        start, below = number(value(each, "w:start")), number(value(each, "w:lvlRestart"))
        shown = value(each, "w:lvlText")
        found.append(
            (
                depth,
                Level(
                    start=1 if start is None else start,
                    digits=value(each, "w:numFmt") or "decimal",
                    text=f"%{depth + 1}." if shown is None else shown[:_LONGEST_TEXT],
                    plain=is_on(each, "w:isLgl") or False,
                    restarts_below=below,
                ),
            )
        )
    return found
