"""Paragraphs whose lines each open with a time of day: every such line is an entry of a timeline, and a block of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.parsers.draft import BREAK, Draft, Words

FEWEST_ENTRIES = 2
_LINE_END = re.compile(rf"(?<!^)(?=[\n{BREAK}])")
_CLOCK = re.compile(
    rf"[\s{BREAK}*~]*(?:\d{{4}}-\d\d-\d\d[T\s]+|\d{{1,2}}\s+[A-Z][a-z]{{2,8}}(?:\s+\d{{4}})?,?\s+)?\d{{1,2}}:\d\d(?::\d\d)?(?!\d)\*{{0,2}}"
    r"(?:\s*(?:[ap]\.?m\.?|UTC|GMT|Z|[A-Z]{2,4}T)\b)?[\s:–—*.-]*\s+(?=\S)"
)


def with_clock_lines(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The same blocks, with each paragraph of two entries or more cut before every line that opens with a time."""
    return tuple(part for draft in drafts for part in _parts(draft))


def _parts(draft: Draft) -> Iterator[Draft]:
    lines = list(_lines(draft.words)) if draft.kind is BlockKind.PARAGRAPH else []
    opens = [at for at, line in enumerate(lines) if _CLOCK.match(_said(line))]
    if len(opens) < FEWEST_ENTRIES:
        yield draft
        return
    begins = sorted({0, *opens})
    for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        yield replace(draft, words=tuple(words for line in lines[begin:end] for words in line))


def _lines(words: Iterable[Words]) -> Iterator[tuple[Words, ...]]:
    """The words line by line; a line's end begins the next one."""
    line: list[Words] = []
    for part in words:
        first, *others = _LINE_END.split(part.text)
        if first.startswith(("\n", BREAK)) and line:
            yield tuple(line)
            line = []
        line.append(replace(part, text=first) if others else part)
        for text in others:
            yield tuple(line)
            line = [replace(part, text=text, page=None)]
    if line:
        yield tuple(line)


def _said(line: Iterable[Words]) -> str:
    return "".join(words.text for words in line)
