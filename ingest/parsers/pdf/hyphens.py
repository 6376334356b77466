"""Hyphens at line ends: part of the word, or only of the line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+(?:[-‐][^\W\d_]+)*)([-‐\xad])$")
_GOING_ON = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_SOFT = "\xad"
_LONGEST = 80
_LONGEST_SYLLABLE = 4
_FIRST_PARTS = frozenset(
    [
        "self",
        "non",
        "pre",
        "post",
        "anti",
        "multi",
        "cross",
        "well",
        "high",
        "low",
        "long",
        "short",
        "real",
        "third",
        "two",
        "three",
        "four",
        "full",
        "half",
        "ill",
        "open",
    ]
)
"""What compounds are begun with, so often that a line ends in their hyphen rather than inside a word."""


@dataclass(frozen=True)
class Spelling:
    """The words of a document that stand whole in a line, and the first parts of its compounds.

    `mends`: whether unknown words are taken as broken by the line; None where the document does not show it.
    """

    words: frozenset[str]
    first_parts: frozenset[str]
    mends: bool | None

    def joins(self, before: str, after: str) -> str | None:
        """What stands between two lines in place of a hyphen: '' mended, '-' kept; None where no word is broken."""
        found = _break(before, after)
        if found is None:
            return None
        if found.soft or found.mended in self.words:
            return "" if found.kept not in self.words else "-"
        return "-" if found.kept in self.words or self._is_compound(found) else ""

    def _is_compound(self, found: _Break) -> bool:
        """Whether an unknown word rather has its hyphen for good, from how the document uses its two parts."""
        match self.mends:
            case True:
                return found.left in self.first_parts and found.right in self.words
            case False:
                return True
            case None:
                if found.left in self.first_parts | _FIRST_PARTS:
                    return True
                return found.left in self.words and (found.right in self.words or len(found.left) > _LONGEST_SYLLABLE)


@dataclass(frozen=True)
class _Break:
    """A word that a line's end cuts in two parts, in small letters; `soft`: by a hyphen that shows there only."""

    left: str
    right: str
    soft: bool

    @property
    def mended(self) -> str:
        return self.left + self.right

    @property
    def kept(self) -> str:
        return f"{self.left}-{self.right}"


def spelling(lines: Sequence[str]) -> Spelling:
    """How a document spells, from all its lines in order."""
    words = frozenset(_inside(lines))
    breaks = [found for before, after in pairwise(lines) if (found := _break(before, after))]
    mended = sum(found.mended in words and found.kept not in words for found in breaks)
    kept = sum(found.kept in words for found in breaks)
    first_parts = frozenset(word.split("-", 1)[0] for word in words if "-" in word)
    return Spelling(words, first_parts, None if mended == kept else mended > kept)


def _break(before: str, after: str) -> _Break | None:
    """The word that goes on from one line to the next; None where none does."""
    broken, rest = _BROKEN.search(before.rstrip()[-_LONGEST:]), _GOING_ON.match(after[:_LONGEST])
    if not broken or not rest or not rest[0][0].islower():
        return None
    return _Break(_plain(broken[1]), _plain(rest[0]), broken[2] == _SOFT)


def _inside(lines: Iterable[str]) -> Iterator[str]:
    for text in lines:
        words = _WORD.findall(_plain(text))
        yield from words[:-1] if text.rstrip().endswith(("-", "‐", _SOFT)) else words


def _plain(text: str) -> str:
    return text.casefold().replace("‐", "-")
