"""Words of English text cut to their stems, so that 'detects', 'detected' and 'detection' are one word."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[a-z0-9]+(?:[.'’][a-z0-9]+)*", re.IGNORECASE)
_ENDINGS = ( "ingly", "ities", "ments", "ment", "ness",
    "ances", "ance", "ences", "ence", "ions", "ion", "ings", "ing", "edly", "ally", "ity", "ies", "ive", "ers", "ors",
    "ed", "er", "or", "es", "ly", "al", "s", "e", "y",
)  # fmt: skip
STOP = frozenset(files("assistant").joinpath("stopwords.txt").read_text(encoding="utf-8").split())


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without a possessive ending."""
    found = (match.group().casefold().replace("’", "'") for match in _WORD.finditer(text))
    return tuple(word.removesuffix("'s") for word in found)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its endings; at least four letters are kept, and words with digits are left alone."""
    if not word.isalpha():
        return word
    if len(word) == 4 and word.endswith("s") and not word.endswith("ss"):
        return word[:3]
    shorter = _shortened(word)
    while shorter != word:
        word, shorter = shorter, _shortened(shorter)
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


def _shortened(word: str) -> str:
    endings = (ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 4)
    return word.removesuffix(next(endings, ""))


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, without the words that carry no content."""
    return tuple(stem(word) for word in tokens(text) if word not in STOP)
