"""Exact quotes: a passage whole where it is short, else its most telling sentences, cut only at the ends."""

from __future__ import annotations

import re

from assistant.stemming import stems
from graph.provenance import Passage

LIMIT = 320
CUT = "…"
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n{2,}")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a text start and end, without the space between them."""
    ends = [(found.start(), found.end()) for found in _SENTENCE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return tuple((start, stop) for start, stop in zip(starts, stops, strict=True) if text[start:stop].strip())


def excerpt(text: str, about: str, limit: int = LIMIT) -> str:
    """The part of a text that has most words of `about`: whole sentences up to `limit` characters, "…" where cut."""
    if len(text) <= limit:
        return text
    wanted = frozenset(stems(about))
    spans = sentences(text)
    worth = [len(wanted.intersection(stems(text[start:stop]))) for start, stop in spans]
    first = last = max(range(len(spans)), key=lambda place: (worth[place], -place))
    while last + 1 < len(spans) and spans[last + 1][1] - spans[first][0] <= limit:
        last += 1
    while first > 0 and spans[last][1] - spans[first - 1][0] <= limit:
        first -= 1
    start, stop = spans[first][0], min(spans[last][1], spans[first][0] + limit)
    return part(text, (start, stop))


def part(text: str, span: tuple[int, int]) -> str:
    """Some characters of a text, with "…" where it is cut."""
    start, stop = span
    return f"{CUT if start else ''}{text[start:stop]}{CUT if stop < len(text) else ''}"


def is_verbatim(quote: str, passage: Passage) -> bool:
    """Is the quote, but for "…" at its ends, exactly what the passage says?"""
    if quote == passage.text:
        return True
    core = quote.removeprefix(CUT).removesuffix(CUT)
    return bool(core) and core in passage.text
