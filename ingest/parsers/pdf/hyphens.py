"""Hyphens at line ends: part of the word, or only of the line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+(?:[-‐][^\W\d_]+)*)[-‐]$")
_GOING_ON = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Spelling:
    """The words of a document that stand whole in a line; `mends`: unknown ones are taken as broken by the line."""

    words: frozenset[str]
    mends: bool

    def joins(self, before: str, after: str) -> str | None:
        """What stands between two lines in place of a hyphen: '' mended, '-' kept; None where no word is broken."""
        broken, rest = _BROKEN.search(before.rstrip()), _GOING_ON.match(after)
        if not broken or not rest or not rest[0][0].islower():
            return None
        left, right = broken[1].casefold(), rest[0].casefold()
        if f"{left}-{right}" in self.words:
            return "-"
        if left + right in self.words or self.mends:
            return ""
        return "-"


def spelling(lines: Sequence[str]) -> Spelling:
    """How a document spells, from all its lines in order."""
    words = frozenset(_inside(lines))
    asked = Spelling(words, mends=False)
    mended = kept = 0
    for before, after in pairwise(lines):
        broken, rest = _BROKEN.search(before.rstrip()), _GOING_ON.match(after)
        if broken and rest and rest[0][0].islower():
            mended += asked.joins(before, after) == ""
            kept += f"{broken[1]}-{rest[0]}".casefold() in words
    return Spelling(words, mends=mended > kept)


def _inside(lines: Iterable[str]) -> Iterable[str]:
    for text in lines:
        words = _WORD.findall(text.casefold())
        yield from words[:-1] if text.rstrip().endswith(("-", "‐")) else words
