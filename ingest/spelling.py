"""When two spellings are one name: the form in which they are equal, and slips of the pen.

Nothing here unites names that differ in a word of their own: `online` and `offline`, `Monitor A` and
`Monitor B`, versions, tiers and ordinals are different things, however alike they look.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

from graph.naming import REMEMBERED, words

SILENT = frozenset(str.split("of on in at is are was were be been has have will shall very"))
PREPOSITIONS = frozenset(
    str.split("of on for in from to by with at against over under within during before after about")
)
_ORDINALS = frozenset(str.split("first second third fourth fifth sixth seventh eighth ninth tenth"))
_COUNTS = frozenset(str.split("zero one two three four five six seven eight nine ten"))
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_CONTRACTIONS = (
    (re.compile(r"\bcan't\b|\bcannot\b", re.IGNORECASE), "can not"),
    (re.compile(r"n't\b", re.IGNORECASE), " not"),
)
_BRITISH = (
    (re.compile(r"is(e|ed|er|ing|ation)$"), r"iz\1"),
    (re.compile(r"our(able|ed|ing|)$"), r"or\1"),
    (re.compile(r"(?<=[bt])re$"), "er"),
)
_SHORTEST_SLIP = 8
_SHORTEST_GIVEN = 6
_SAME_START = 3
_VOWELS = frozenset("aeiouy")

Name = tuple[str, ...]
"""The words of a name in the form in which spellings of one name are equal."""


def canonical(name: str, expansions: Mapping[str, Name] | None = None) -> Name:
    """The words of a name without case, plural, articles, hyphens, accents and British spelling.

    `expansions`: what acronyms stand for.
    """
    if not expansions:
        return tuple(american for _, american in spelled(name))
    return tuple(part for word, american in spelled(name) for part in expansions.get(word, (american,)))


@lru_cache(maxsize=REMEMBERED)
def spelled(name: str) -> tuple[tuple[str, str], ...]:
    """The words of a name, each as it is and in American spelling; the first is what an acronym is looked up by."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.replace("’", "'")
    for pattern, replacement in _CONTRACTIONS:
        plain = pattern.sub(replacement, plain)
    return tuple((word, _american(word)) for word in words(plain))


def spoken(name: Name) -> Name:
    """A name without the little words in which retellings differ; one of a single other word as it is."""
    kept = tuple(word for word in name if word not in SILENT)
    return kept if len(kept) > 1 else name


@lru_cache(maxsize=100_000)
def is_designator(word: str) -> bool:
    """Does the word tell one thing of a series from the next: a number, letter, version or ordinal?"""
    return (
        len(word) == 1
        or any(c.isdigit() for c in word)
        or word in _ORDINALS
        or word in _COUNTS
        or _ROMAN.fullmatch(word) is not None
    )


def designators(name: Name) -> frozenset[str]:
    """The words of a name that tell it from others of a series."""
    return frozenset(word for word in name if is_designator(word))


def head(name: Name) -> str | None:
    """The noun that says what a thing is: 'bucket' of 'weights bucket in the west', 'monitor' of 'monitor a'."""
    for place, word in enumerate(name):
        if place and word in PREPOSITIONS:
            name = name[:place]
            break
    return next((word for word in reversed(name) if not is_designator(word)), None)


def slips(name: Name) -> Iterator[tuple[str, ...]]:
    """Forms that the name shares with every other in which one letter of one long word differs."""
    for place, word in enumerate(name):
        if len(word) >= _SHORTEST_SLIP - 1 and not is_designator(word):
            for letter in range(_SAME_START, len(word)):
                yield (*name[:place], word[:letter] + word[letter + 1 :], *name[place + 1 :])
            yield name


def is_slip(one: Name, other: Name) -> bool:
    """Are the names equal but for a slip of the pen in one long word?

    A slip is one letter left out, doubled or swapped, or a vowel for a vowel, after the first three letters and
    before the last: what tells words of their own apart mostly stands elsewhere.
    """
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(differing) != 1:
        return False
    first, second = sorted(differing[0], key=len)
    if len(first) < _SHORTEST_SLIP - 1 or len(second) < _SHORTEST_SLIP or first[:_SAME_START] != second[:_SAME_START]:
        return False
    if any(is_designator(word) for word in differing[0]) or first[-1] != second[-1]:
        return False
    moved = OSA.distance(first, second) == 1 and (len(first) != len(second) or sorted(first) == sorted(second))
    return moved or is_misspelt(first, second)


def is_misspelt(one: str, other: str) -> bool:
    """Do two words of six letters or more differ by one inner vowel for another, or one doubled letter, only?"""
    first, second = sorted((one, other), key=len)
    if len(first) < _SHORTEST_GIVEN or first[0] != second[0] or first[-1] != second[-1]:
        return False
    if OSA.distance(first, second) != 1:
        return False
    if len(first) == len(second):
        return {letter for pair in zip(first, second, strict=True) if len(set(pair)) > 1 for letter in pair} <= _VOWELS
    doubled = (place for place in range(1, len(second)) if second[place] == second[place - 1])
    return any(first == second[:place] + second[place + 1 :] for place in doubled)


def _american(word: str) -> str:
    if len(word) < 6:
        return word
    for pattern, replacement in _BRITISH:
        word = pattern.sub(replacement, word)
    return word
