"""Words of English text cut to their stems, so that 'detects', 'detected' and 'detection' are one word."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+(?:[.'’][a-z0-9]+)*", re.IGNORECASE)
_ENDINGS = (
    "ization", "isation", "ations", "ation", "ition", "tions", "tion", "ingly", "ities", "ments", "ment", "ness",
    "ances", "ance", "ences", "ence", "ions", "ion", "ings", "ing", "edly", "ally", "ity", "ies", "ive", "ers", "ors",
    "ed", "er", "or", "es", "ly", "al", "s", "e", "y",
)  # fmt: skip
STOP = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "being",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "doing",
        "done",
        "for",
        "from",
        "had",
        "has",
        "have",
        "having",
        "he",
        "her",
        "here",
        "hers",
        "him",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "itself",
        "just",
        "let",
        "me",
        "might",
        "more",
        "most",
        "my",
        "no",
        "nor",
        "not",
        "of",
        "off",
        "on",
        "once",
        "only",
        "or",
        "our",
        "ours",
        "out",
        "over",
        "own",
        "per",
        "please",
        "same",
        "she",
        "should",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "theirs",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "too",
        "under",
        "until",
        "up",
        "upon",
        "us",
        "very",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "within",
        "without",
        "would",
        "you",
        "your",
        "yours",
        "ever",
        "anything",
        "something",
        "everything",
        "nothing",
        "anybody",
        "somebody",
        "nobody",
        "everybody",
        "anyone",
        "someone",
        "everyone",
        "one's",
        "isn't",
        "doesn't",
        "don't",
        "didn't",
        "aren't",
        "can't",
        "won't",
        "whether",
        "yet",
        "still",
        "really",
        "actually",
        "exactly",
        "now",
        "get",
        "gets",
        "got",
    ]
)


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without a possessive ending."""
    found = (match.group().casefold().replace("’", "'") for match in _WORD.finditer(text))
    return tuple(word.removesuffix("'s") for word in found)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its endings; at least four letters are kept, and words with digits are left alone."""
    if not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, without the words that carry no content."""
    return tuple(stem(word) for word in tokens(text) if word not in STOP)
