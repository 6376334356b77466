"""Where numbered things are introduced, and which part of the document each of them speaks for.

A heading speaks for everything up to the next heading of its level; a paragraph that opens with "Claim 2.1: …" for
what follows it up to the next one; a list item for itself and the items beneath it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.numbering import code_in, title_before, title_in
from ingest.extractors.rules.outline import Outline, Unit, section_title
from ingest.extractors.rules.pathway_words import heads_pathways

_CODED_CLAIM = Cue(r"\b(?:claims?|assertions?|arguments?)\b", re.IGNORECASE)
_CODED_FINDING = Cue(r"\b(?:critique|review|comment|finding|observation|objection|audit|assessment of)", re.IGNORECASE)
_END_OF_NAME = Cue(r"[.:!?](?:[\"”’)]*)\s+(?=[\"“(]?[A-Z0-9])|\n\s*\n")
_WRAPPED = Cue(  # "Claim 3 (“no valve sticks”) rests on …": the name ends with its brackets or marks
    r"(?:\((?:[*_]{0,2}[\"“](?P<name>[^\"“”]{3,400})[\"”]|[*_]{0,2}(?P<bare>[^()]{3,400}?)[*_]{0,2})\)|\s[\"“](?P<said>[^\"“”]{3,400})[\"”])(?=[^\n]*\w)"
)
_MAX_NAME = 400
UNNUMBERED = "@"  # opens the number of what the document gives none


@dataclass(frozen=True)
class Introduction:
    """One place that introduces a numbered thing: its name, the characters that say it, and how far it speaks.

    `inside`: whether it stands within a paragraph, and speaks for the sentences behind it only.
    """

    kind: ElementKind
    number: str
    word: str
    name: str
    unit: int
    start: int
    end: int
    level: int
    inside: bool = False

    @property
    def key(self) -> str:
        """The key of the thing inside its document."""
        return numbered_key(self.kind, self.number)

    @property
    def shown(self) -> str | None:
        """Its number as the document gives it; None where it gives none."""
        return None if self.number.startswith(UNNUMBERED) else self.number

    @property
    def label(self) -> str:
        """What it is called by number: "Claim 3"; its name where it has no number."""
        return f"{self.word.capitalize()} {self.number}" if self.shown else self.name


def numbered_key(kind: ElementKind, number: str) -> str:
    """The key of a numbered thing inside a document."""
    return f"{kind}:{number.casefold()}"


def introductions(outline: Outline) -> tuple[Introduction, ...]:
    """Every place that introduces a numbered thing, in reading order."""
    found = tuple(each for unit in outline.units if (each := _introduced(outline, unit)))
    return tuple(each for position, each in enumerate(found) if not _is_taken_up(outline, each, found[:position]))


def _is_taken_up(outline: Outline, each: Introduction, before: tuple[Introduction, ...]) -> bool:
    """Is it an item of a list in the section of a pathway that only refers to a claim introduced before?"""
    unit = outline.units[each.unit]
    if each.kind is not ElementKind.CLAIM or unit.kind is not BlockKind.LIST_ITEM or unit.bold:
        return False
    headed = next((other for other in reversed(before) if other.level != unit.block.level), None)
    return any(other.key == each.key for other in before) and (
        headed is not None and headed.kind is ElementKind.PATHWAY
    )


def subjects(outline: Outline, found: tuple[Introduction, ...]) -> Mapping[int, str]:
    """Unit -> key of the numbered thing that the unit speaks for."""
    opened = {introduction.unit: introduction for introduction in found}
    owner: dict[int, str] = {}
    stack: list[tuple[int, str | None]] = []
    lead: str | None = None
    item: tuple[int, str] | None = None
    for unit in outline.units:
        here = opened.get(unit.index)
        if unit.kind is BlockKind.HEADING:
            lead = item = None
            while stack and stack[-1][0] >= unit.block.level:
                stack.pop()
            stack.append((unit.block.level, here.key if here else None))
        elif unit.kind is BlockKind.LIST_ITEM:
            if item and unit.block.level <= item[0]:
                item = None
            item = (unit.block.level, here.key) if here else item
        else:
            item = None
            lead = here.key if here else lead
        key = item[1] if item else lead or next((key for _, key in reversed(stack) if key), None)
        if key:
            owner[unit.index] = key
    return owner


_INTRODUCE_NOTHING = frozenset(
    {
        BlockKind.TABLE_ROW,
        BlockKind.TURN,
        BlockKind.CODE,
        BlockKind.FOOTNOTE,
        BlockKind.COMMENT,
        BlockKind.QUOTE,
    }
)


def _introduced(outline: Outline, unit: Unit) -> Introduction | None:
    if unit.kind in _INTRODUCE_NOTHING:
        return None
    title = title_in(unit.text) or (title_before(unit.text) if unit.kind is BlockKind.HEADING else None)
    if title is not None and title.ends is not None:
        place = (unit.index, unit.start, unit.end, unit.block.level)
        return Introduction(title.kind, title.number, title.word, cleaned(title.name), *place)
    if title is not None and (unit.kind is BlockKind.HEADING or _is_lead(unit, title.at)):
        name, end = name_at(unit, title.at)
        return Introduction(title.kind, title.number, title.word, name, unit.index, unit.start, end, unit.block.level)
    code = code_in(unit.text) if unit.kind is not BlockKind.HEADING or unit.block.level > 1 else None
    kind = _coded_kind(outline, unit) if code else None
    if code is None or kind is None:
        return None
    name, end = name_at(unit, code[1])
    word = kind.value.capitalize()
    return Introduction(kind, code[0].upper(), word, name, unit.index, unit.start, end, unit.block.level)


def _is_lead(unit: Unit, at: int) -> bool:
    """Is it an introduction and no sentence about the thing? "Claim 3 holds only if …" has no mark behind the number."""
    opening = unit.text[:at].rstrip(" *_")
    return opening.endswith((":", ".", "–", "—", "-", "(")) or unit.bold


def _coded_kind(outline: Outline, unit: Unit) -> ElementKind | None:
    if (
        unit.kind is BlockKind.HEADING
        and unit.block.headings
        and heads_pathways(section_title(unit.block.headings[-1]))
    ):
        return ElementKind.PATHWAY
    above = " ".join((*unit.block.headings, unit.block.section or "", outline.document.source.title))
    if _CODED_FINDING.search(above):
        return ElementKind.FINDING
    under = unit.block.headings[-1:] if unit.kind is BlockKind.HEADING else (unit.block.section or "",)
    return ElementKind.CLAIM if any(map(_CODED_CLAIM.search, under)) else None


def name_at(unit: Unit, at: int) -> tuple[str, int]:
    """The name that stands at an offset of the unit's text, and where it ends in the document."""
    if unit.kind is BlockKind.HEADING:
        return cleaned(unit.text[at:]), unit.end
    bold_end = next((last for first, last in unit.block.bold if first <= unit.start + 2), 0) - unit.start
    if bold_end > at + 3:
        return cleaned(unit.text[at:bold_end]), unit.start + bold_end
    if (wrapped := _WRAPPED.match(unit.text, at - 1)) is not None:
        kind = next(name for name in ("name", "bare", "said") if wrapped[name])
        return cleaned(wrapped[kind]), unit.start + wrapped.end(kind)
    found = _END_OF_NAME.search(unit.text, at + 1)
    end = found.start() + 1 if found else len(unit.text)
    if end > at + _MAX_NAME:
        end = max(unit.text.rfind(" ", at, at + _MAX_NAME), at + 1)
    return cleaned(unit.text[at:end]), unit.start + end


def cleaned(name: str) -> str:
    """A name on one line, without marks of layout around it."""
    return re.sub(r"\s+", " ", name.replace("**", "").replace("__", "")).strip(" *_#:.;,–—-")


def heading_name(unit: Unit) -> str:
    """A heading without its number, on one line."""
    return cleaned(section_title(unit.text))


def headed_by(outline: Outline, unit: Unit) -> Iterator[Unit]:
    """The units under a heading, up to the next heading of its level or above."""
    for below in outline.units[unit.index + 1 :]:
        if below.kind is BlockKind.HEADING and below.block.level <= unit.block.level:
            return
        yield below
