"""Acronyms: where a document defines them, "Long Name (LN)" or "LN (Long Name)", and what they can stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from graph.naming import REMEMBERED, acronym
from ingest.spelling import Name, canonical

_SHORT = r"[A-Z][A-Za-z0-9&-]{1,7}"
_LONG_THEN_SHORT = re.compile(
    rf"(?<![\w’'/-])(?P<long>(?:[\w’'/-]+[ \n]){{1,9}})\((?:the )?[\"“']?(?P<short>{_SHORT})[\"”']?\)"
)
_SHORT_THEN_LONG = re.compile(rf"\b(?P<short>{_SHORT}) \((?P<long>[A-Za-z][\w’'/ -]+)\)")
_DEFINED = re.compile(r"^(?P<outer>[^()]+?)\s*\((?:the )?[\"“']?(?P<inner>[^()\"”']+)[\"”']?\)$")


@lru_cache(maxsize=REMEMBERED)
def is_acronym(name: str) -> bool:
    """Is the name one word of two to eight capitals and digits, such as "OTM" or "S3"?"""
    fits = 2 <= len(name) <= 8 and re.fullmatch(r"[A-Z0-9&-]+s?", name) is not None
    return fits and sum(c.isupper() for c in name) >= 2


@lru_cache(maxsize=REMEMBERED)
def initials(name: str) -> frozenset[str]:
    """The acronyms that a name can have: its initials, with and without its little words."""
    found = re.findall(r"[^\W_]+", name)
    return (
        frozenset({acronym(name), "".join(word[0] for word in found).upper()}) - {""} if len(found) > 1 else frozenset()
    )


def definitions(text: str) -> Mapping[str, Name]:
    """Acronym in lower case -> the canonical words that the text says it stands for; none that it gives two for."""
    found: dict[str, set[Name]] = {}
    for match in _LONG_THEN_SHORT.finditer(text):
        words = match["long"].split()
        short = _bare(match["short"])
        for first in range(len(words) - 1, -1, -1):
            if short in initials(" ".join(words[first:])):
                found.setdefault(short.casefold(), set()).add(canonical(" ".join(words[first:])))
                break
    for match in _SHORT_THEN_LONG.finditer(text):
        if _bare(match["short"]) in initials(match["long"]):
            found.setdefault(_bare(match["short"]).casefold(), set()).add(canonical(match["long"]))
    return MappingProxyType({short: next(iter(longs)) for short, longs in found.items() if len(longs) == 1})


def split_definition(name: str) -> tuple[str, ...]:
    """A name with its acronym in brackets as two names, the longer first; any other name alone."""
    match = _DEFINED.match(name)
    if match is None:
        return (name,)
    outer, inner = match["outer"].strip(), match["inner"].strip()
    if _bare(inner) in initials(outer):
        return (outer, inner)
    return (inner, outer) if _bare(outer) in initials(inner) else (name,)


def _bare(short: str) -> str:
    """An acronym in capitals and without the s of its plural."""
    return short.removesuffix("s").upper() if short[-1:] == "s" and short[:-1].isupper() else short.upper()
