"""The letters that a text must have for a pattern to match in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as op  # how `re` itself names the parts of a pattern
from re import _parser  # nothing public takes a pattern apart
from typing import Any

_MOST = 160
"""With more alternatives than these it takes as long to look for their letters as to try the pattern."""
_SHORT, _LONG = 3, 4
_FOLDED = str.maketrans({"ſ": "s", "ı": "i", "İ": "i", "K": "k"})
"""What `re` takes for a letter of ASCII where case does not matter, and `lower` does not."""


def letters_of(text: str) -> frozenset[str]:
    """Every three and every four letters that stand together in a text, in small letters."""
    plain = (text if text.isascii() else text.translate(_FOLDED)).lower()
    if len(plain) < _LONG:
        return frozenset([plain])
    long = {plain[at : at + _LONG] for at in range(len(plain) - _SHORT)}
    return frozenset(long | {each[:_SHORT] for each in long} | {plain[-_SHORT:]})


def required(pattern: str, flags: int = 0) -> frozenset[str]:
    """Letters of which every text that the pattern matches has some together; empty where no such are known."""
    words = _words_of(_parser.parse(pattern, flags & ~re.DEBUG)) or frozenset()
    return frozenset(word[:_LONG] if len(word) >= _LONG else word[:_SHORT] for word in words)


def _words_of(parts: Iterable[tuple[object, object]]) -> frozenset[str] | None:
    """Of all that must be there one after the other, what is rarest."""
    found = [words for words in _each(parts) if words is not None and len(words) <= _MOST]
    return min(found, key=_weight, default=None)


def _weight(words: frozenset[str]) -> float:
    return sum(1.0 if len(word) >= _LONG else 4.0 for word in words)


def _each(parts: Iterable[tuple[object, object]]) -> Iterator[frozenset[str] | None]:
    """What must be there of each part; letters that follow each other are one word."""
    word = ""
    for kind, value in parts:
        letter = chr(value).lower() if kind is op.LITERAL and isinstance(value, int) and value < 128 else ""
        if letter:
            word += letter
            continue
        yield _word(word)
        word = ""
        yield _of_part(kind, value)
    yield _word(word)


def _word(word: str) -> frozenset[str] | None:
    return frozenset([word]) if len(word) >= _SHORT else None


def _of_part(kind: object, value: Any) -> frozenset[str] | None:
    match kind, value:
        case (op.BRANCH, (_, branches)):
            return _any_of(branches)
        case (op.SUBPATTERN, (_, _, _, inner)):
            return _words_of(inner)
        case ((op.MAX_REPEAT | op.MIN_REPEAT | op.POSSESSIVE_REPEAT), (least, _, inner)) if least:
            return _words_of(inner)
        case (op.ASSERT, (_, inner)) | (op.ATOMIC_GROUP, inner):
            return _words_of(inner)
        case _:
            return None


def _any_of(branches: Iterable[Iterable[tuple[object, object]]]) -> frozenset[str] | None:
    found: set[str] = set()
    for branch in branches:
        words = _words_of(branch)
        if words is None:
            return None
        found |= words
    return frozenset(found)
