"""What the style sheet inside a page says of its classes: which are not shown, and which are set in bold.

Only rules for a class alone are read, as exports of office programs write them; those for print or narrow screens are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST = 200_000
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CONDITIONAL = re.compile(r"@[\w-]+[^{};]*+\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}?")
_RULE = re.compile(r"([^{};]++)\{([^{}]*+)\}")
_CLASS = re.compile(r"\s*(?:[a-z][a-z0-9]*)?\.([\w-]+)\s*", re.IGNORECASE)
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)\b", re.IGNORECASE)


@dataclass(frozen=True)
class StyleSheet:
    """Names of classes."""

    hidden: frozenset[str] = frozenset()
    bold: frozenset[str] = frozenset()

    def hides(self, element: _Element) -> bool:
        """Whether an element is not shown, by its own setting or its class."""
        return self._is_set(element, _HIDING, self.hidden)

    def emboldens(self, element: _Element) -> bool:
        """Whether an element is set in bold, by its own setting or its class."""
        return self._is_set(element, _BOLD, self.bold)

    def _is_set(self, element: _Element, setting: re.Pattern[str], classes: frozenset[str]) -> bool:
        own = element.get("style")
        if own and setting.search(own):
            return True
        return bool(classes) and not classes.isdisjoint((element.get("class") or "").split())


def style_sheet(root: _Element) -> StyleSheet:
    """The style sheet of a page; one that says nothing where it has none."""
    text = " ".join(each.text or "" for each in root.iter("style"))[:_MOST]
    rules = _RULE.findall(_CONDITIONAL.sub(" ", _COMMENT.sub(" ", text)))
    return StyleSheet(
        frozenset(name for names, body in rules if _HIDING.search(body) for name in _classes(names)),
        frozenset(name for names, body in rules if _BOLD.search(body) for name in _classes(names)),
    )


def _classes(selectors: str) -> Iterator[str]:
    found = (_CLASS.fullmatch(each) for each in selectors.split(","))
    return (each[1] for each in found if each)
