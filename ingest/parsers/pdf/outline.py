"""Levels of headings: by their section numbers where they have any, else by size and weight. Level 1 is the title."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from ingest.parsers.pdf.pieces import Piece

_NUMBER = re.compile(r"(?:(?:section|chapter|part)\s+)?(?P<number>\d+(?:\.\d+)*)\.?(?=\s|:)", re.IGNORECASE)
_APPENDIX = re.compile(r"(?:appendix|annex)\s+[A-Z0-9]\b", re.IGNORECASE)
_LETTERED = re.compile(r"[A-Z](?P<rest>(?:\.\d+)+)\.?\s")
DEEPEST = 9

Look = tuple[float, bool]


def levels(headings: Sequence[Piece]) -> list[int]:
    """The level of each heading, in order."""
    looks = [_look(heading) for heading in headings]
    title = _title(headings, looks)
    numbered = [_depth(_text(heading)) for heading in headings]
    known: dict[Look, Counter[int]] = defaultdict(Counter)
    for at, depth in enumerate(numbered):
        if depth and at not in title:
            known[looks[at]][depth + 1] += 1
    by_look = {look: counts.most_common(1)[0][0] for look, counts in known.items()}
    ranked = sorted({look for at, look in enumerate(looks) if at not in title}, reverse=True)
    found = []
    for at, look in enumerate(looks):
        depth = numbered[at]
        level = 1 if at in title else depth + 1 if depth else by_look.get(look) or _between(look, ranked, by_look)
        found.append(min(level, DEEPEST))
    return found


def _look(heading: Piece) -> Look:
    return heading.lines[0].size, heading.lines[0].bold


def _text(heading: Piece) -> str:
    return " ".join(line.text.strip() for line in heading.lines)


def _title(headings: Sequence[Piece], looks: Sequence[Look]) -> frozenset[int]:
    """The heading that is set larger than all others, where it comes first and only once."""
    if not looks:
        return frozenset()
    largest = max(looks)
    found = [at for at, look in enumerate(looks) if look == largest]
    first = len(found) == 1 and found[0] <= 1 and headings[found[0]].page == headings[0].page
    return frozenset(found if first and not _depth(_text(headings[found[0]])) else ())


def _depth(text: str) -> int:
    """How many numbers a heading's number has; 0 for a heading without one."""
    if _APPENDIX.match(text):
        return 1
    lettered = _LETTERED.match(text)
    if lettered:
        return 1 + lettered["rest"].count(".")
    found = _NUMBER.match(text)
    return found["number"].count(".") + 1 if found else 0


def _between(look: Look, ranked: Sequence[Look], by_look: dict[Look, int]) -> int:
    """The level of a look that no numbered heading has: below the next larger one."""
    level = 1
    for other in ranked:
        level = by_look.get(other, level + 1)
        if other == look:
            break
    return level
