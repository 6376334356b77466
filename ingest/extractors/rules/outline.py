"""A document as the rules see it: units (blocks of prose, items, rows, turns) with their sentences and lead-ins."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

from ingest.document import Block, BlockKind, ParsedDocument
from ingest.extraction import Quote
from ingest.extractors.rules.concordance import Concordance
from ingest.extractors.rules.cues import Cue, Said
from ingest.extractors.rules.numbering import Reference, references_in, title_in
from ingest.extractors.rules.sentences import parts_of, split_sentences, trimmed
from ingest.limits import DEFAULT

_TURN = Cue(
    r"(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?\s*)?(?:\*\*)?(?:[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})(?:\*\*)?"
    r"(?:\s*[\[(]\d{1,2}:\d{2}(?::\d{2})?[\])])?\s*:\s+"
)
_MARKUP = Cue(r"(?:#{1,6}\s+|>\s+|[-*•+]\s+|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s+)")
_LEAD = Cue(r"(?P<lead>[A-Z0-9“\"'][^.:;!?()]{1,70}?)(?:\s*\([^()]{1,30}\))?[.:]\s+(?=\S)")
_NUMBERED_HEADING = Cue(
    r"\s*(?:§|Section|Appendix|Annex|Part)?\s*((?:[A-Z]\.)?\d+(?:\.\d+)*|[A-Z](?=[:.\s]))[.:)]?\s+", re.IGNORECASE
)
_MAX_QUOTE = 380
_KNOWN_BY_LETTERS = 200_000
"""Characters of a document up to which its sentences keep what letters they have: some 200 bytes a character."""
_START = attrgetter("start")


@dataclass(frozen=True)
class Sentence:
    """A sentence and where it stands; `unit` is the place of its unit in the outline."""

    start: int
    end: int
    text: str
    unit: int


@dataclass(frozen=True)
class Unit:
    """One block without its marker or speaker. `lead`: the words with which it opens, set in bold or before a colon.

    `bold`: whether the lead is set in bold. `after_lead`: where the text goes on behind it. `is_cut`: whether a sentence
    of it was read in parts.
    """

    index: int
    block: Block
    start: int
    text: str
    sentences: tuple[Sentence, ...]
    lead: str = ""
    bold: bool = False
    after_lead: int = 0
    is_cut: bool = False

    @property
    def end(self) -> int:
        """Where it ends in the document's text."""
        return self.start + len(self.text)

    def sentences_behind(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """Its sentences behind one of them."""
        return self.sentences[bisect_right(self.sentences, sentence.start, key=_START) :]

    def sentences_within(self, start: int, end: int) -> tuple[Sentence, ...]:
        """Its sentences that begin between two offsets of the document."""
        first, last = (bisect_left(self.sentences, offset, key=_START) for offset in (start, end))
        return self.sentences[first:last]

    @property
    def kind(self) -> BlockKind:
        """What it is on the page."""
        return self.block.kind


@dataclass(frozen=True)
class Outline:
    """The units of a document in reading order."""

    document: ParsedDocument
    units: tuple[Unit, ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of every unit."""
        return tuple(sentence for unit in self.units for sentence in unit.sentences)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    @cached_property
    def concordance(self) -> Concordance:
        """Where each word of the document stands."""
        return Concordance(self.document.text)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character of the document; None between two and outside of all."""
        place = bisect_right(self._starts, offset) - 1
        return self.sentences[place] if place >= 0 and offset < self.sentences[place].end else None

    def references(self, sentence: Sentence) -> tuple[Reference, ...]:
        """The numbered things that a sentence names; one that links to another number of its kind means that one."""
        return tuple(self._led(sentence, reference) for reference in references_in(sentence.text))

    @cached_property
    def redirected(self) -> tuple[int, ...]:
        """Where the words of a sentence name one number, and their link leads to another."""
        links = [link.start for link in self.document.links]
        linked = (s for s in self.sentences if bisect_left(links, s.start) < bisect_left(links, s.end))
        pairs = ((s, zip(references_in(s.text), self.references(s), strict=True)) for s in linked)
        return tuple(s.start + read.start for s, both in pairs for read, meant in both if read != meant)

    def _led(self, sentence: Sentence, reference: Reference) -> Reference:
        link = self.document.link_at(sentence.start + reference.end - 1)
        title = title_in(link.heading) if link else None
        return replace(reference, number=title.number) if title and title.kind is reference.kind else reference

    def quote(self, start: int, end: int) -> Quote:
        """The characters between two offsets, without white space around them."""
        start, end = trimmed(self.document.text, start, end)
        return Quote(start, end, self.document.text[start:end])

    def short_quote(self, start: int, end: int) -> Quote:
        """The characters between two offsets, or their beginning where they are too many to be read at a glance."""
        if end - start <= _MAX_QUOTE:
            return self.quote(start, end)
        text = self.document.text
        cut = max(text.rfind(mark, start, start + _MAX_QUOTE) for mark in (";", ", ", " – ", " — ", ": "))
        return self.quote(start, cut if cut > start + 80 else text.rfind(" ", start, start + _MAX_QUOTE))


def read_outline(document: ParsedDocument, longest: int = DEFAULT.sentence) -> Outline:
    """The outline of a parsed document; a sentence of more than `longest` characters is read in parts."""
    units = (_unit(index, block, document, longest=longest) for index, block in enumerate(document.blocks))
    return Outline(document, tuple(units))


def section_title(heading: str) -> str:
    """A heading without its number: "4.2 Claim 2: …" -> "Claim 2: …"."""
    found = _NUMBERED_HEADING.match(heading)
    return heading[found.end() :].strip() if found and found.end() < len(heading) else heading.strip("# *")


def _unit(index: int, block: Block, document: ParsedDocument, *, longest: int) -> Unit:
    text = document.text
    start, end = trimmed(text, block.start, block.end)
    opening = _TURN.match(text, start, end) if block.kind is BlockKind.TURN else None
    marker = _MARKUP.match(text, start, end) if opening is None and block.kind in _MARKED else None
    if found := opening or marker:
        start = found.end()
    said = Said if len(text) <= _KNOWN_BY_LETTERS else str
    whole = split_sentences(text, start, end)
    spans = [part for span in whole for part in parts_of(text, span, longest)]
    sentences = tuple(Sentence(a, b, said(text[a:b]), index) for a, b in spans)
    lead, bold, after = _lead(block, text, (start, end))
    return Unit(
        index,
        block,
        start,
        said(text[start:end]),
        sentences,
        lead,
        bold=bold,
        after_lead=after,
        is_cut=len(spans) > len(whole),
    )


_MARKED = frozenset({BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.QUOTE})


def _lead(block: Block, text: str, span: tuple[int, int]) -> tuple[str, bool, int]:
    start, end = span
    if block.kind in {BlockKind.HEADING, BlockKind.TABLE_ROW, BlockKind.TURN}:
        return "", False, start
    for first, last in block.bold[:1]:
        if first <= start + 2 and last > first:
            return text[max(first, start) : last].strip(" *_:."), True, last
    if block.kind is BlockKind.LIST_ITEM or end - start > 0:
        found = _LEAD.match(text, start, min(end, start + 90))
        if found and "," not in found["lead"][:-1]:
            return found["lead"].strip(), False, found.end()
    return "", False, start
