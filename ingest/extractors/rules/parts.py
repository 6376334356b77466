"""Parts that a document lists of a control: the items behind "it is composed of:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.naming import singular
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import CONTROL_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Unit
from ingest.extractors.rules.phrases import named, phrase_after

MADE_OF = Cue(
    r"\b(?:composed\s+of|consists?\s+of|made\s+up\s+of|comprises?|has\s+(?:two|three|four|several)\s+(?:parts|stages|layers|components))\b",
    re.IGNORECASE,
)


def component_things(outline: Outline) -> tuple[tuple[int, Thing], ...]:
    """(unit, control) for the items of a list behind "is composed of:"; each item opens with the name of a part."""
    found: list[tuple[int, Thing]] = []
    for unit in outline.units:
        if not (unit.sentences and MADE_OF.search(unit.sentences[-1].text) and unit.text.rstrip().endswith(":")):
            continue
        for item in items_behind(outline, unit):
            span = phrase_after(item.text, 0)
            phrase = _cut(item.text[span[0] : span[1]]) if span else ""
            if " " in phrase and item.sentences:
                key = thing_key(ElementKind.CONTROL, phrase)
                words = phrase.split()
                short = (" ".join(words[-2:]),) if len(words) > 3 else ()
                found.append((item.index, Thing(key, ElementKind.CONTROL, named(phrase), item.sentences[0], short)))
    return tuple(found)


def _cut(phrase: str) -> str:
    """A phrase up to its last word that can head the name of a control: "dose monitor covering" -> "dose monitor"."""
    words = phrase.split()
    ends = [count for count, word in enumerate(words, start=1) if singular(word.casefold()) in CONTROL_HEADS]
    return " ".join(words[: ends[-1]]) if ends else phrase


def items_behind(outline: Outline, unit: Unit) -> Iterator[Unit]:
    """The outermost items of the list right behind a unit."""
    for below in outline.units[unit.index + 1 :]:
        if below.kind is not BlockKind.LIST_ITEM:
            return
        if below.block.level <= 1:
            yield below
