"""A message -> drafted blocks: its headers, its words in its sender's name, and quoted words in the name of who wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.errors import UnreadableDocument
from ingest.limits import Limits, bounded
from ingest.parsers.draft import BREAK, Draft, Drafted, Words
from ingest.parsers.mail.message import Letter, Part, read_letter
from ingest.parsers.mail.trail import Stretch, stretches, writer_of_next, writer_of_older
from ingest.parsers.source import check_text_size, decode, lines_of
from ingest.parsers.text import parse_text


def parse_mail(content: bytes, limits: Limits) -> Drafted:
    """The blocks of a message, or of the page that was saved as one. Raises UnreadableDocument where it has no words."""
    letter = read_letter(content, limits)
    if not letter.parts:
        raise UnreadableDocument("it holds no words", "Save the message with its text.")
    if letter.is_saved_page:
        return _page(letter.parts[0], limits)
    notes = (f"attached, and not read: {', '.join(letter.attached)}",) if letter.attached else ()
    drafted = [_words(part, letter, limits) for part in letter.parts]
    words = (block for each in drafted for block in each.blocks)
    blocks = (*_head(letter), *bounded(words, limits))
    notes = (*notes, *(note for each in drafted for note in each.notes))
    warnings = tuple(warning for each in drafted for warning in each.warnings)
    return Drafted(blocks, letter.subject, warnings, notes, DocumentKind.INTERVIEW)


def _head(letter: Letter) -> Iterator[Draft]:
    if letter.subject:
        yield Draft(BlockKind.HEADING, (Words(letter.subject),), 1)
    said = BREAK.join(f"{name}: {value}" for name, value in letter.headers)
    if said:
        yield Draft(BlockKind.PARAGRAPH, (Words(said),))


def _words(part: Part, letter: Letter, limits: Limits) -> Drafted:
    if part.is_page:
        page = _page(part, limits)
        written = groupby(_attributed(page.blocks, letter.sender, letter.sent), key=lambda each: each[0])
        return replace(
            page, blocks=tuple(block for _, group in written for block in _opened(each[1] for each in group))
        )
    text, warnings = _text(part, limits)
    found = stretches(text, letter.sender, letter.sent)
    return Drafted(tuple(block for stretch in found for block in _blocks(stretch, limits)), "", warnings)


def _attributed(blocks: Sequence[Draft], who: str, when: str) -> Iterator[tuple[tuple[int, str, str], Draft]]:
    """The blocks of a page in their writers' names, each with its depth and writer; what only says who goes with neither."""
    writers = {0: (who, when)}
    older = 0
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        here = block.quoted + older
        next_writer = writer_of_next(block.said)
        older_writer = writer_of_older(re.split(rf"[\n{BREAK}]", block.said.strip()))
        if next_writer or older_writer:
            writers[here + 1] = next_writer or older_writer or ("", "")
            older += older_writer is not None or following is None or following.quoted <= block.quoted
            continue
        writer = writers.get(here, ("", ""))
        yield (here, *writer), _said(block, *writer, quoted=here > 0)


def _blocks(stretch: Stretch, limits: Limits) -> tuple[Draft, ...]:
    plain = parse_text("\n".join(stretch.lines), limits).blocks
    return _opened(_said(block, stretch.who, stretch.when, quoted=stretch.depth > 0) for block in plain)


def _said(block: Draft, who: str, when: str, *, quoted: bool) -> Draft:
    """A block in its writer's name: quoted words as a quote, others as a turn."""
    kind = block.kind
    if kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE}:
        kind = BlockKind.QUOTE if quoted else BlockKind.TURN
    return replace(block, kind=kind, speaker=who or None, time=when or None)


def _opened(blocks: Iterator[Draft]) -> tuple[Draft, ...]:
    """The blocks of one writer, of which the first says in the text who wrote them and when."""
    first = next(blocks, None)
    if first is None:
        return ()
    time, who = f"[{first.time}] " if first.time else "", f"{first.speaker}: " if first.speaker else ""
    return (replace(first, prefix=f"{time}{who}{first.prefix}"), *blocks)


def _page(part: Part, limits: Limits) -> Drafted:
    from ingest.parsers.html.reading import parse_html  # noqa: PLC0415 - loads lxml

    text, _ = _text(part, limits)
    return parse_html(b"\xef\xbb\xbf" + text.encode("utf-8", "replace"), limits)


def _text(part: Part, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The characters of a part in the encoding that it names, or else in the one that fits."""
    check_text_size(part.content, limits)
    try:
        return lines_of(part.content.decode(part.charset or "utf-8")), ()
    except (LookupError, UnicodeDecodeError):
        found = decode(part.content, limits)
        return found.text, (found.warning,) if found.warning else ()
