"""What a Word document holds beside its plain words, counted while it is read, and told to people afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

_LONGEST = 160


@dataclass
class Tally:
    """Tracked changes, and what was left out of the text."""

    inserted: int = 0
    deleted: list[tuple[str, str]] = field(default_factory=list)
    authors: Counter[str] = field(default_factory=Counter)
    hidden: int = 0
    struck: list[str] = field(default_factory=list)
    contents: int = 0
    boxes: int = 0
    cells: int = 0
    pictures: list[str] = field(default_factory=list)
    embedded: int = 0

    def insertion(self, author: str) -> None:
        """Count words that somebody added."""
        self.inserted += 1
        self.authors[author] += 1

    def deletion(self, author: str, words: str) -> None:
        """Count words that somebody took out."""
        self.deleted.append((author, " ".join(words.split())))
        self.authors[author] += 1

    def notes(self) -> Iterator[str]:
        """One sentence a finding."""
        if self.inserted or self.deleted:
            names = ", ".join(author or "somebody unnamed" for author in self.authors)
            yield (
                f"tracked changes are read as accepted: {_count(self.inserted, 'insertion')} and "
                f"{_count(len(self.deleted), 'deletion')} by {names}"
            )
            yield from (
                f"deleted by {who or 'somebody unnamed'}: “{_short(words)}”" for who, words in self.deleted if words
            )
        yield from (f"struck through, and left out: “{_short(words)}”" for words in self.struck if words.strip())
        if self.hidden:
            yield f"{_count(self.hidden, 'stretch')} of hidden text left out"
        if self.contents:
            yield f"the table of contents ({_count(self.contents, 'line')}) is left out"
        if self.pictures:
            said = ", ".join(f"“{_short(words)}”" for words in self.pictures if words)
            yield f"not read: {_count(len(self.pictures), 'picture')}{f', called {said}' if said else ''}"
        if self.embedded:
            yield f"not read: {_count(self.embedded, 'embedded file')}"
        if self.boxes:
            yield f"{_count(self.boxes, 'text box')} read after the paragraph that holds each"


def _count(number: int, noun: str) -> str:
    plural = noun + ("es" if noun.endswith(("x", "ch")) else "s")
    return f"{number} {noun if number == 1 else plural}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST] + " …"
