"""Styles of a Word document: which of them are headings, titles, lists or bold, each from itself or what it builds on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.parsers.docx.tags import attribute, child, is_on, name, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"heading (\d)$")
_BODY_LEVEL = 9
_DEEPEST_LIST = 8


@dataclass(frozen=True)
class Numbering:
    """A list, and the depth in it from 0."""

    list_id: str
    depth: int


@dataclass(frozen=True)
class Style:
    """What a style says itself; None where it leaves that to the one it builds on."""

    name: str
    above: str | None
    heading: int | None = None
    list_id: str | None = None
    depth: int | None = None
    bold: bool | None = None
    hidden: bool | None = None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: _Element | None) -> None:
        """Read the part that defines them; None where the document has none."""
        self._styles: Mapping[str, Style] = dict(_defined(root))
        self.default = _default(root)

    def name(self, style: str | None) -> str:
        """What the style is called, in lower case; '' for an unknown one."""
        found = self._styles.get(style or self.default or "")
        return found.name if found else ""

    def heading(self, style: str | None) -> int:
        """The level of a heading, from 1; 0 for a style of the body."""
        return next((each.heading for each in self._chain(style) if each.heading is not None), 0)

    def numbering(self, style: str | None) -> Numbering | None:
        """The list that the style numbers its paragraphs in."""
        chain = tuple(self._chain(style))
        list_id = next((each.list_id for each in chain if each.list_id is not None), None)
        depth = next((each.depth for each in chain if each.depth is not None), 0)
        return None if list_id is None else Numbering(list_id, min(depth, _DEEPEST_LIST))

    def bold(self, style: str | None) -> bool:
        """Whether its characters are bold."""
        return next((each.bold for each in self._chain(style) if each.bold is not None), False)

    def hidden(self, style: str | None) -> bool:
        """Whether its characters are not shown."""
        return next((each.hidden for each in self._chain(style) if each.hidden is not None), False)

    def _chain(self, style: str | None) -> Iterator[Style]:
        """The style and all that it builds on, nearest first; a circle is followed once."""
        seen: set[str] = set()
        at = style or self.default
        while at is not None and at not in seen and at in self._styles:
            seen.add(at)
            yield self._styles[at]
            at = self._styles[at].above


def _default(root: _Element | None) -> str | None:
    for each in root if root is not None else ():
        default = name(each) == "w:style" and attribute(each, "default") in {"1", "true"}
        if default and attribute(each, "type") == "paragraph":
            return attribute(each, "styleId")
    return None


def _defined(root: _Element | None) -> Iterator[tuple[str, Style]]:
    for each in root if root is not None else ():
        id_ = attribute(each, "styleId") if name(each) == "w:style" else None
        if id_ is not None:
            yield id_, _style(each)


def _style(element: _Element) -> Style:
    called = (value(element, "w:name") or "").lower()
    laid_out = child(element, "w:pPr")
    depth = value(laid_out, "w:numPr", "w:ilvl")
    return Style(
        name=called,
        above=value(element, "w:basedOn"),
        heading=_heading(called, value(laid_out, "w:outlineLvl")),
        list_id=value(laid_out, "w:numPr", "w:numId"),
        depth=number(depth),
        bold=is_on(element, "w:rPr", "w:b"),
        hidden=is_on(element, "w:rPr", "w:vanish"),
    )


def _heading(called: str, outline: str | None) -> int | None:
    named = _HEADING.match(called)
    if named:
        return int(named[1])
    level = number(outline)
    return None if level is None else (level + 1) * (level < _BODY_LEVEL)


def number(text: str | None) -> int | None:
    """A number of up to nine digits; None for anything else."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else None
