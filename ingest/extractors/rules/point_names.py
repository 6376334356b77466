"""What a point of a critique is called: its number, the words of its verdict, and the shorter clause that holds it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.views import views_in

_MARKER = Cue(r"\(?(?P<number>\d{1,3})[.)]?$")
_LABELLED = Cue(
    r"\W*(?:[A-Za-z]+\s+)?(?:finding|comment|note|point|paragraph|remark|observation|issue|item|concern|objection|criticism|matter|question|response|para)\s+"
    r"(?P<number>[A-Z]{0,4}-?\d{1,3}(?:\.\d{1,2})*)\b(?:\s*\([^()]{1,40}\))?\s*[.:)–—-]",
    re.IGNORECASE,
)
_OPENING = Cue(r"\W*(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}|[A-Z]{1,4}-?\d{1,3})(?:\s*[.:)|]|\s+(?=[\"“A-Z]))\s*(?![\d%])")
_CODED = Cue(r"\W*(?P<number>[A-Z]{1,4}-?\d{1,3})\b[.:)]?\s")
_CLAUSES = Cue(r";\s+|:\s+|\s+[–—]\s+|,\s+(?:and|but|so|yet|hence|for|while)\s+|\.\s+")
_FEW = 5
_VIEWS = 3
_SHORTER = 12


def numbers_of(outline: Outline) -> dict[int, str]:
    """Place of a unit -> the number that it opens with: of an item, of a label such as "Comment 4.", or its own.

    Only numbers that one unit has: lists that begin again number nothing.
    """
    found = {unit.index: number for unit in outline.units if (number := _number(unit)) is not None}
    found |= {unit.index: number for unit in outline.units if (number := _number_above(outline, unit)) is not None}
    counts = Counter(found.values())
    return {index: number for index, number in found.items() if counts[number] == 1}


def label_end(text: str) -> int:
    """Where the number or label ends with which the text of a unit opens; 0 where it opens with none."""
    found = _LABELLED.match(text) or _OPENING.match(text)
    return found.end() if found else 0


def short_names(name: str, sentences: tuple[Sentence, ...]) -> tuple[str, ...]:
    """What a point is called besides: the one sentence that takes its view, and the clause of it that does."""
    told = [s.text for s in sentences if views_in(s.text)]
    found = [each for text in told[:_VIEWS] for each in (text, *_clause(text))]
    plain = (re.sub(r"\s+", " ", each).strip(" .;:,*|_") for each in found)
    return tuple(dict.fromkeys(each[:1].upper() + each[1:] for each in plain if _tells(each) and each != name))


def _number(unit: Unit) -> str | None:
    if unit.kind in {BlockKind.HEADING, BlockKind.CODE} or not unit.sentences:
        return None
    marker = _MARKER.match(unit.block.marker.strip()) if unit.kind is BlockKind.LIST_ITEM else None
    found = marker or _LABELLED.match(unit.text) or _OPENING.match(unit.text)
    return found["number"] if found else None


def _number_above(outline: Outline, unit: Unit) -> str | None:
    """The number of the heading right above a paragraph: "OCS-11 Speed limits"."""
    above = outline.units[unit.index - 1] if unit.index else None
    if above is None or above.kind is not BlockKind.HEADING or unit.kind is not BlockKind.PARAGRAPH:
        return None
    found = _LABELLED.match(above.text) or _CODED.match(above.text)
    return found["number"] if found else None


def _clause(text: str) -> Iterator[str]:
    """The clauses with the first and the last view of a sentence, where they are clearly shorter."""
    views = views_in(text)
    starts = [0, *(found.end() for found in _CLAUSES.finditer(text))]
    ends = [*(found.start() for found in _CLAUSES.finditer(text)), len(text)]
    for start, end in zip(starts, ends, strict=True):
        if end - start + _SHORTER < len(text) and any(start <= each.start < end for each in (views[0], views[-1])):
            yield text[start:end]


def _tells(text: str) -> bool:
    return len(text.split()) >= _FEW
