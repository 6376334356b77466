"""Page marks in comments of a Markdown source, such as `<!-- p.17 -->`, and paragraphs that they interrupt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.document import BlockKind
from ingest.parsers.draft import Draft, PageMark, Words

_MARK = re.compile(r"<!--\s*(?:p|pp|pg|page)\b\.?\s*(?:break\s*)?[:#=]?\s*(?P<page>\d{1,6})\s*-->", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]*_]*\s*$")
_BLOCK_BEGINS = re.compile(r"\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|\||```|~~~)")
_FLOWING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.TURN})


@dataclass(frozen=True)
class MarkedLines:
    """Source lines without page marks of their own, and the marks by the line that comes after each."""

    lines: tuple[str, ...]
    marks: tuple[tuple[int, PageMark], ...]


def page_mark(comment: str) -> PageMark | None:
    """The page that a comment announces; None for any other comment."""
    found = _MARK.fullmatch(comment.strip())
    return PageMark(int(found["page"]), found["page"]) if found and int(found["page"]) else None


def without_marks(lines: Sequence[str]) -> MarkedLines:
    """Take out lines that hold a page mark only, so that what they interrupt goes on below them."""
    kept: list[str] = []
    marks = []
    for number, line in enumerate(lines):
        mark = page_mark(line) if "<!--" in line else None
        if mark is None:
            kept.append(line)
            continue
        marks.append((len(kept), mark))
        after = lines[number + 1] if number + 1 < len(lines) else ""
        if kept and kept[-1].strip() and after.strip() and _are_two_paragraphs(kept[-1], after):
            kept.append("")
    return MarkedLines(tuple(kept), tuple(marks))


def _are_two_paragraphs(before: str, after: str) -> bool:
    return (
        _SENTENCE_ENDS.search(before) is not None and not _BLOCK_BEGINS.match(before) and not _BLOCK_BEGINS.match(after)
    )


def rejoined(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Paragraphs, list items and tables that a page mark cut in two, made one again."""
    kept: list[list[Draft]] = []
    for draft in drafts:
        if (
            kept
            and draft.kind is BlockKind.PARAGRAPH
            and kept[-1][0].kind in _FLOWING
            and _goes_on(kept[-1][-1], draft)
        ):
            kept[-1].append(draft)
        else:
            kept.append([draft])
    return tuple(_tables_rejoined([_whole(parts) for parts in kept]))


def _goes_on(before: Draft, draft: Draft) -> bool:
    """Whether a paragraph that begins a page is the rest of the sentence before it."""
    if not draft.words or draft.words[0].page is None:
        return False
    said = draft.said.lstrip()
    return bool(said) and said[0].islower() and not _SENTENCE_ENDS.search(before.said)


def _whole(parts: Sequence[Draft]) -> Draft:
    rest = (words for part in parts[1:] for words in (Words("\n"), *part.words))
    return replace(parts[0], words=(*parts[0].words, *rest)) if len(parts) > 1 else parts[0]


def _tables_rejoined(drafts: Sequence[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    same: dict[int, int] = {}
    headers: dict[int, Draft] = {}
    for draft in drafts:
        if draft.table is None:
            kept.append(draft)
            continue
        if draft.table not in same:
            same[draft.table] = _continued(kept, headers, draft)
        table = same[draft.table]
        if draft.header:
            headers.setdefault(table, draft)
        kept.append(replace(draft, table=table))
    return kept


def _continued(kept: Sequence[Draft], headers: dict[int, Draft], first: Draft) -> int:
    """The table that a table's first row carries on, or its own number."""
    own = first.table or 0
    before = kept[-1] if kept else None
    if before is None or before.table is None or not _begins_page(first) or len(before.cells) != len(first.cells):
        return own
    header = headers.get(before.table)
    repeated = header is not None and _printed(header) == _printed(first)
    return before.table if repeated or not first.header else own


def _begins_page(row: Draft) -> bool:
    return any(words.page is not None for cell in row.cells for words in cell)


def _printed(row: Draft) -> str:
    return "|".join(" ".join("".join(words.text for words in cell).split()) for cell in row.cells)
