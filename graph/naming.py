"""When two names are one: normal forms, acronyms and the numbers by which sources call things."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

REMEMBERED = 1 << 16
"""Of how many names the forms are remembered: a case is linked to document after document."""
_WORD = re.compile(r"[^\W_]+(?:\.\d+)*")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b", re.IGNORECASE)
COUNT_WORDS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
_ARTICLES = frozenset({"a", "an", "the", "our", "their", "its", "this", "that", "these", "those", "your", "my"})
_NUMBERED = re.compile(
    r"^\W*(?P<kind>[A-Za-z-]+)\s+(?P<number>[A-Z]{0,3}-?\d+(?:\.\d+)*[a-z]?|[A-Z](?:[-.]?\d+(?:\.\d+)*)?)(?=$|[\s:.,;)–—-])"
)


@lru_cache(maxsize=REMEMBERED)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case and singular, without articles; the letter of "Monitor A" is none."""
    text = _POSSESSIVE.sub("", unicodedata.normalize("NFKC", name).replace("’", "'"))
    found = _WORD.findall(text)
    letters = {len(found) - 1} - {0}
    if not text.isupper():
        letters |= {place for place, word in enumerate(found) if place and word == "A"}
    kept = [
        word
        for place, word in enumerate(found)
        if (place in letters and word in {"a", "A"}) or word.casefold() not in _ARTICLES
    ]
    return tuple(singular(word.casefold()) for word in kept or found)


def normal(name: str) -> str:
    """The form in which names that differ in case, plural, hyphens or articles only are equal."""
    return " ".join(words(name))


def singular(word: str) -> str:
    """A word without the ending of a plural: 'policies' -> 'policy', 'boxes' -> 'box', 'bus' stays."""
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


def acronym(name: str) -> str:
    """The initials of a name in capitals: 'Weight Access Broker' -> 'WAB'; '' for a single word."""
    found = [
        word for word in re.findall(r"[A-Za-z0-9]+", name) if word.casefold() not in _ARTICLES | {"of", "and", "for"}
    ]
    return "".join(word[0] for word in found).upper() if len(found) > 1 else ""


def numbered(name: str) -> tuple[str, str] | None:
    """The word and number with which a name starts: 'Claim 5.2: …' -> ('claim', '5.2'); None where there is none."""
    found = _NUMBERED.match(name)
    return (found["kind"].casefold(), found["number"].upper()) if found else None


def slug(name: str, limit: int = 48) -> str:
    """A name as part of an id: lower-case letters, digits and hyphens, at most `limit` characters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9.]+", "-", plain).strip("-.")[:limit].rstrip("-.") or "unnamed"
