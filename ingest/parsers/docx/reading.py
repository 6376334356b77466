"""A Word file (DOCX, DOCM, DOTX) -> drafted blocks. Macros, embedded objects and pictures are never unpacked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.document import BlockKind
from ingest.errors import UnreadableDocument
from ingest.limits import Limits, bounded, check_blocks
from ingest.parsers.docx.asides import read_comments, read_notes
from ingest.parsers.docx.body import Body
from ingest.parsers.docx.inline import InlineReader
from ingest.parsers.docx.numbering import numbers
from ingest.parsers.docx.story import Story, has_title
from ingest.parsers.docx.styles import Styles
from ingest.parsers.docx.tags import child
from ingest.parsers.docx.tally import Tally
from ingest.parsers.draft import Draft, Drafted
from ingest.parsers.zipped import Archive, read_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_HEADING = 80
_PARAGRAPH = re.compile(rb"<w:p[\s/>]")
_CELL = re.compile(rb"<w:tc[\s/>]")
_NUMBERED = re.compile(r"\d+(?:\.\d+)*")


class _File:
    """The parts of a Word file that are read, by their role for the main part."""

    def __init__(self, archive: Archive, main: str) -> None:
        self.archive = archive
        self.main = main
        self.roles = dict(archive.targets(main).values())

    def root(self, role: str) -> _Element | None:
        """The root of the part in this role."""
        return self.archive.xml(self.roles[role]) if role in self.roles else None

    def targets(self, role: str) -> Mapping[str, tuple[str, str]]:
        """Where the relationships of that part lead."""
        return self.archive.targets(self.roles[role]) if role in self.roles else {}


def parse_docx(archive: Archive) -> Drafted:
    """The blocks of a Word file. Raises UnreadableDocument where it is broken, too large, or another office format."""
    main = next((target for role, target in archive.targets("").values() if role == "officeDocument"), "")
    story_xml = archive.part(main) if main else None
    body = None if story_xml is None else child(_checked(story_xml, archive.limits), "w:body")
    if body is None:
        raise UnreadableDocument("it is a zip file, but no Word document", "Save it as DOCX, PDF or text.")
    file = _File(archive, main)
    styles, tally = Styles(file.root("styles")), Tally()
    inline = InlineReader(styles, archive.targets(main), tally)
    story = Story(styles, numbers(file.root("numbering")), inline, archive.limits, has_title=has_title(body, styles))
    drafts = tuple(bounded(Body(story, dict(_asides(file, styles, tally))).blocks(body), archive.limits))
    return Drafted(with_headings(drafts), _title(archive, drafts), _macros(archive), tuple(tally.notes()))


def _checked(content: bytes, limits: Limits) -> _Element:
    """The root of the part that holds the text; refused by the count of its paragraphs before anything is built of it.

    The first paragraph of a table's cell is no block of its own.
    """
    check_blocks(len(_PARAGRAPH.findall(content)) - len(_CELL.findall(content)), limits)
    return read_xml(content, limits)


def _asides(file: _File, styles: Styles, tally: Tally) -> Iterator[tuple[tuple[str, str], Draft]]:
    for sort in ("footnote", "endnote"):
        yield from read_notes(file.root(f"{sort}s"), InlineReader(styles, file.targets(f"{sort}s"), tally), sort)
    yield from read_comments(file.root("comments"), InlineReader(styles, file.targets("comments"), tally))


def _title(archive: Archive, drafts: Sequence[Draft]) -> str:
    """The title that stands in the text, or else in the file's properties."""
    shown = next((draft.said for draft in drafts if draft.kind is BlockKind.HEADING and draft.level == 1), "")
    target = next((each for role, each in archive.targets("").values() if role == "core-properties"), "")
    properties = archive.xml(target) if target and not shown else None
    named = None if properties is None else properties.findtext("{http://purl.org/dc/elements/1.1/}title")
    return shown or named or ""


def _macros(archive: Archive) -> tuple[str, ...]:
    held = any(name.endswith("vbaproject.bin") for name in archive.names)
    return ("it holds macros, which were not read or run",) if held else ()


def with_headings(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The blocks; where no style makes one a heading, short lines that are all bold are taken for headings."""
    if any(draft.kind is BlockKind.HEADING for draft in drafts):
        return tuple(drafts)
    return tuple(_heading(draft) if _is_heading(draft) else draft for draft in drafts)


def _is_heading(draft: Draft) -> bool:
    said = " ".join(draft.said.split())
    bold = all(words.bold for words in draft.words if words.text.strip())
    short = 0 < len(said) <= _LONGEST_HEADING and said[-1] not in ".,;:!" and not said[0].islower()
    return draft.kind is BlockKind.PARAGRAPH and bold and short


def _heading(draft: Draft) -> Draft:
    numbered = _NUMBERED.match(draft.said.strip())
    level = numbered[0].count(".") + 2 if numbered else 2
    return replace(
        draft,
        kind=BlockKind.HEADING,
        level=min(level, 9),
        words=tuple(replace(each, bold=False) for each in draft.words),
    )
