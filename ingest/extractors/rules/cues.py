"""Patterns that are tried only where they can match: a rule's words are in few sentences, and its pattern is slow to say so.

A pattern that is used often is taken apart once, for the letters that every text has which it matches. A `Said` knows the
letters that stand together in it, so that most patterns need not be tried on it at all. What is found is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from sys import maxsize

from ingest.extractors.rules.required import letters_of, required

_WORTH_IT = 40
"""After so many texts a pattern is taken apart, which costs about as much as so many searches."""
_NONE: Iterator[re.Match[str]] = iter(())


class Said(str):
    """A text that is searched for many patterns."""

    __slots__ = ("__dict__",)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every three and every four letters that stand together in it, in small letters."""
        return letters_of(self)


class Cue:
    """A compiled pattern; see `re.Pattern` for what its methods give."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """`re.error` where the pattern is none."""
        self._compiled = re.compile(pattern, flags)
        self._tried = 0
        self._required: frozenset[str] = frozenset()
        self.match = self._compiled.match
        self.fullmatch = self._compiled.fullmatch
        self.sub = self._compiled.sub
        self.split = self._compiled.split

    @property
    def pattern(self) -> str:
        """What it was compiled from."""
        return self._compiled.pattern

    @property
    def flags(self) -> int:
        """See `re.Pattern.flags`."""
        return self._compiled.flags

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match."""
        if type(text) is Said and self._cannot_be_in(text):
            return None
        return self._compiled.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """All matches, one after the other."""
        if type(text) is Said and self._cannot_be_in(text):
            return _NONE
        return self._compiled.finditer(text, start, end)

    def findall(self, text: str, start: int = 0, end: int = maxsize) -> list[str]:
        """What all matches hold; of a pattern with at most one group."""
        if type(text) is Said and self._cannot_be_in(text):
            return []
        return self._compiled.findall(text, start, end)

    def _cannot_be_in(self, text: Said) -> bool:
        if self._required:
            return self._required.isdisjoint(text.letters)
        self._tried += 1
        if self._tried == _WORTH_IT:
            self._required = required(self._compiled.pattern, self._compiled.flags)
        return False
