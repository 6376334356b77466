"""Footnotes, endnotes and comments of a Word document: blocks of their own that say what they hang on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from ingest.document import BlockKind
from ingest.parsers.digits import digits
from ingest.parsers.docx.inline import InlineReader
from ingest.parsers.docx.tags import attribute, name
from ingest.parsers.draft import BREAK, Draft, Words
from ingest.parsers.flow import flow

if TYPE_CHECKING:
    from lxml.etree import _Element

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_LONGEST_ANCHOR = 120


def read_notes(root: _Element | None, reader: InlineReader, sort: str) -> Iterator[tuple[tuple[str, str], Draft]]:
    """The footnotes or endnotes of a part: (sort, id) -> the note, numbered as they are defined."""
    count = 0
    for note in root if root is not None else ():
        if name(note) != f"w:{sort}" or attribute(note, "type") in _SEPARATORS:
            continue
        count += 1
        shown = digits(count, "decimal" if sort == "footnote" else "lowerRoman")
        words = _words(note, reader)
        yield (sort, attribute(note, "id") or ""), Draft(BlockKind.FOOTNOTE, words, 0, shown, f"[{shown}] ")


def read_comments(root: _Element | None, reader: InlineReader) -> Iterator[tuple[tuple[str, str], Draft]]:
    """The comments of a part: ("comment", id) -> the comment, in its author's name."""
    for comment in root if root is not None else ():
        if name(comment) != "w:comment":
            continue
        id_, author = attribute(comment, "id") or "", " ".join((attribute(comment, "author") or "").split())
        date = (attribute(comment, "date") or "")[:10]
        prefix = f"[Comment{f' by {author}' if author else ''}{f', {date}' if date else ''}] "
        words = _words(comment, reader)
        yield ("comment", id_), Draft(BlockKind.COMMENT, words, prefix=prefix, speaker=author or None)


def hung(draft: Draft, words: str) -> Draft:
    """A comment that says on which words it hangs; '' for none."""
    said = flow((Words(words),)).text
    if not said:
        return draft
    shown = said if len(said) <= _LONGEST_ANCHOR else said[:_LONGEST_ANCHOR] + " …"
    return replace(draft, prefix=f"{draft.prefix[:-2]}, on “{shown}”] ", on=said)


def _words(element: _Element, reader: InlineReader) -> tuple[Words, ...]:
    found: list[Words] = []
    for _, each in etree.iterwalk(element, events=("start",)):
        if name(each) == "w:p":
            found += ([Words(BREAK)] if found else []) + reader.read(each).words
    return tuple(found)
