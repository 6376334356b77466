"""Notes of a web page: which links are the marks of notes, and which elements are the notes that they lead to."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARK = re.compile(r"\s*\[?(?P<mark>\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivxl]{1,6})\]?\s*")
_BACK = re.compile(r"\s*\[?(?:↩|↑|⏎|\^|back|return)[\ufe0e\ufe0f]?\d*\]?\s*", re.IGNORECASE)
_OF_OFFICE = re.compile(r"#_(?:ftn|edn)\d+$")
_HOLDERS = frozenset({"li", "p", "div", "dd", "aside", "td", "section"})


@dataclass(frozen=True)
class Footnotes:
    """`marks`: links that are read as no words. `notes`: element -> what it is marked with. `linked`: names led to."""

    marks: frozenset[_Element]
    notes: Mapping[_Element, str]
    linked: frozenset[str]


def footnotes(root: _Element) -> Footnotes:
    """The notes of a page."""
    links = [(each, each.get("href", "")) for each in root.iter("a") if each.get("href", "").startswith("#")]
    wanted = frozenset(href[1:] for _, href in links)
    named = {name: each for each in root.iter() for name in (each.get("id"), each.get("name")) if name in wanted}
    marks: set[_Element] = set()
    notes: dict[_Element, str] = {}
    for link, href in links:
        said = "".join(link.itertext())
        found = _MARK.fullmatch(said)
        note = _holder(named.get(href[1:]))
        if found and note is not None and _is_raised(link):
            marks.add(link)
            notes.setdefault(note, found["mark"])
        elif _BACK.fullmatch(said):
            marks.add(link)
    marks.update(link for link, href in links if _leads_back(link, named.get(href[1:]), marks))
    return Footnotes(frozenset(marks), notes, wanted)


def _leads_back(link: _Element, target: _Element | None, marks: Collection[_Element]) -> bool:
    """Whether a number that opens a note leads back to its mark in the text."""
    return target is not None and _MARK.fullmatch("".join(link.itertext())) is not None and target in marks


def _is_raised(link: _Element) -> bool:
    above = link.getparent()
    named = f"{link.get('class', '')} {link.get('role', '')} {link.get('rel', '')}".lower()
    raised = (above is not None and above.tag == "sup") or any(each.tag == "sup" for each in link)
    return raised or "footnote" in named or "noteref" in named or _OF_OFFICE.match(link.get("href", "")) is not None


def _holder(target: _Element | None) -> _Element | None:
    """The block that a link leads to, where it leads to a word inside it."""
    steps = 0
    while target is not None and target.tag not in _HOLDERS and steps < 4:
        target, steps = target.getparent(), steps + 1
    return target
