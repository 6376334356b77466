"""Plain text: paragraphs, lists and lines that stand for headings, as far as the layout of the lines shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ingest.document import BlockKind
from ingest.limits import DEFAULT, Limits, bounded
from ingest.parsers.draft import Draft, Drafted, Words

WRAPPED_AT_MOST = 130
_ITEM = re.compile(r"^(?P<indent>\s*)(?P<marker>[-*•–‣◦]|\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)")
_RULE = re.compile(r"^\s*(?:[=*_~-]\s*){3,}$")


def parse_text(text: str, limits: Limits = DEFAULT) -> Drafted:
    """The blocks of a plain text; its title is its first line where that reads like one.

    UnreadableDocument where it has too many.
    """
    lines = text.split("\n")
    wrapped = _is_wrapped(lines)
    drafts = (
        draft
        for filled, group in groupby(lines, key=lambda line: bool(line.strip()) and not _RULE.match(line))
        if filled
        for draft in _paragraphs(list(group), wrapped)
    )
    kept = tuple(bounded(drafts, limits))
    return Drafted(kept, _title(kept))


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether sentences run on from line to line; else every line is a paragraph."""
    filled = [line for line in lines if line.strip()]
    if any(len(line) > WRAPPED_AT_MOST for line in filled):
        return False
    running = sum(
        1
        for before, after in pairwise(lines)
        if after.strip() and after.lstrip()[0].islower() and not before.rstrip().endswith((".", "!", "?", ":"))
    )
    return running * 8 >= len(filled)


def _paragraphs(lines: Sequence[str], wrapped: bool) -> Iterator[Draft]:
    """The paragraphs and list items of lines that follow each other without a blank one."""
    begins = [at for at, line in enumerate(lines) if at == 0 or not wrapped or _ITEM.match(line)]
    for begin, end in pairwise([*begins, len(lines)]):
        opening = _opening(lines[begin])
        rest = tuple(Words("\n" + line) for line in lines[begin + 1 : end])
        yield replace(opening, words=opening.words + rest)


def _opening(line: str) -> Draft:
    item = _ITEM.match(line)
    if item is None:
        return Draft(BlockKind.PARAGRAPH, (Words(line),))
    level = 1 + len(item["indent"].expandtabs(4)) // 2
    prefix = "  " * (level - 1) + item["marker"] + " "
    return Draft(BlockKind.LIST_ITEM, (Words(line[item.end() :]),), level, item["marker"], prefix)


def _title(drafts: Sequence[Draft]) -> str:
    first = " ".join(drafts[0].said.split()) if drafts and drafts[0].kind is BlockKind.PARAGRAPH else ""
    return first if 0 < len(first) <= 120 and not first.endswith((".", "!", "?", ",")) else ""
