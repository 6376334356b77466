"""Short names for the tags of Word's XML, the same for both namespaces that it is saved in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
}
_WORD = tuple(space for space, short in _SPACES.items() if short == "w")
_LINKS = tuple(space for space, short in _SPACES.items() if short == "r")


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    space, _, local = tag[1:].rpartition("}")
    return f"{_SPACES.get(space, '?')}:{local}"


def name(element: _Element) -> str:
    """An element's tag, as in "w:p"; '' for what is no element, such as a comment of the XML."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: _Element, local: str) -> str | None:
    """An attribute of Word's own."""
    return next((value for space in _WORD if (value := element.get(f"{{{space}}}{local}")) is not None), None)


def link_id(element: _Element) -> str | None:
    """The id of the relationship that an element names."""
    return next((value for space in _LINKS if (value := element.get(f"{{{space}}}id")) is not None), None)


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first descendant down a path of tags; None where the path breaks off."""
    for step in path:
        if element is None:
            return None
        element = next((each for each in element if name(each) == step), None)
    return element


def is_read(element: _Element) -> bool:
    """Whether the inside of what several programs can show is read: the first choice, or else what stands in for it."""
    holder = element.getparent()
    match name(element):
        case "mc:Choice":
            return holder is None or child(holder, "mc:Choice") is element
        case "mc:Fallback":
            return holder is None or child(holder, "mc:Choice") is None
        case _:
            return True


def value(element: _Element | None, *path: str) -> str | None:
    """The `val` of the element down a path; None where there is no such element or value."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def is_on(element: _Element | None, *path: str) -> bool | None:
    """Whether a switch down a path is on; None where it is not set at all."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val") not in {"0", "false", "off", "none"}
