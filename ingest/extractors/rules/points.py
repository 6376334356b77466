"""Points of a critique: numbered ones, and those that its paragraphs make in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extractors.rules.opinions import opinions_in
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.reading import Reading

ORDINAL = re.compile(
    r"^\W*(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|lastly)\b[,:]?\s+",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:recommend\w*|suggest\w*|asked|task|process|scope|method\w*|background|procedure|conditions?|would\s+(?:end|change)|"
    r"what\s+would|about\s+(?:us|the\s+authors?)|thanks|acknowledg\w+|actions?|next\s+steps|introduction|definitions?|access)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:recommend\w*|suggest\w*|actions?|proposals?|requests?|next\s+steps)\b[^.]{0,40}:?\s*$", re.IGNORECASE
)
_MARKED = re.compile(r"\(?\d{1,2}[.)]?$")
_NAME = 120
_FEW = 8
_SEVERAL = 2


@dataclass(frozen=True)
class Point:
    """One finding: its key, name and sentences. `assumed`: what it does to what it names where no word says it."""

    key: str
    name: str
    sentences: tuple[Sentence, ...]
    number: str | None = None
    aliases: tuple[str, ...] = ()
    assumed: RelationType | None = None


def prose_points(reading: Reading) -> Iterator[Point]:
    """In a critique, numbered items, and each paragraph or item that words an opinion and stands in no numbered finding.

    None where the critique numbers its findings: what else it says is not meant as one.
    """
    if sum(each.kind is ElementKind.FINDING for each in reading.numbered.values()) > _SEVERAL:
        return
    asks = False
    for unit in reading.outline.units:
        if unit.kind is not BlockKind.LIST_ITEM:
            asks = bool(_ASKS.search(unit.text))
        subject = reading.subject(unit.index)
        apart = asks or any(_ELSEWHERE.search(heading) for heading in unit.block.headings[1:])
        if unit.kind in {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH} and not apart and not _is_finding(subject):
            yield from _of_unit(unit)


def _is_finding(subject: str | None) -> bool:
    return subject is not None and subject.startswith(f"{ElementKind.FINDING}:")


def _of_unit(unit: Unit) -> Iterator[Point]:
    """The point of a unit is the first sentence that words an opinion; the label of a numbered item stays before it."""
    told = [s for s in unit.sentences if opinions_in(s.text) and not ORDINAL.match(s.text)]
    numbered = unit.kind is BlockKind.LIST_ITEM and _MARKED.match(unit.block.marker.strip())
    if not numbered and (not told or len(unit.text.split()) < _FEW):
        return
    first = (told or unit.sentences[1:2] or unit.sentences)[0]
    label = f"{unit.lead}: " if numbered and unit.lead and first is not unit.sentences[0] else ""
    key = f"{ElementKind.FINDING}:{unit.index}/{first.start}"
    yield Point(key, clipped(label + first.text), (first, *(s for s in unit.sentences if s is not first)))


def clipped(text: str) -> str:
    """The text as a name: on one line, ended at a clause where it is long."""
    plain = re.sub(r"\s+", " ", text).strip(" .;:,*")
    if len(plain) <= _NAME:
        return plain
    cut = max(plain.rfind(mark, 30, _NAME) for mark in (": ", "; ", ", ", " – ", " — "))
    return plain[: cut if cut > 0 else plain.rfind(" ", 0, _NAME)].rstrip(" ,;:–—")
