"""Lists of a web page: the number that comes next, and how deep a list stands that an export does not nest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.parsers.digits import digits

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBERING = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_FLAT = re.compile(r"\blst-kix_\w+-(?P<depth>[0-8])\b")


@dataclass
class Listing:
    """A list that is being read: the number of its next item, None for bullets, and its digits.

    `deeper`: by how much it is further in than its place in the page shows, as Google Docs exports it.
    """

    number: int | None
    digits: str = "decimal"
    step: int = 1
    deeper: int = 0

    def next_marker(self, item: _Element) -> str:
        """What an item is numbered or bulleted with."""
        if self.number is None:
            return "•"
        number = _number(item.get("value"), self.number)
        self.number = number + self.step
        return f"{digits(number, self.digits)}."


def listing(element: _Element) -> Listing:
    """The list that an element opens."""
    found = _FLAT.search(element.get("class") or "")
    deeper = int(found["depth"]) if found else 0
    if element.tag != "ol":
        return Listing(None, deeper=deeper)
    kind = _NUMBERING.get(element.get("type") or "1", "decimal")
    if element.get("reversed") is None:
        return Listing(_number(element.get("start"), 1), kind, deeper=deeper)
    items = sum(1 for each in element if each.tag == "li")
    return Listing(_number(element.get("start"), items), kind, -1, deeper)


def _number(text: str | None, otherwise: int) -> int:
    said = (text or "").strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else otherwise
