"""Pathways that a sentence of a report counts up: "we consider three pathways: theft, fraud and a run on the bank"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import UNNUMBERED, Introduction, cleaned
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.pathway_words import PATHWAYS

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_COUNTED = Cue(
    rf"\b(?P<count>{'|'.join(_COUNTS)})\s+(?:[\w-]+\s+){{0,2}}?{PATHWAYS}\b[^.:;]{{0,60}}(?::|\bnamely,?)\s+(?P<names>[^.:;]+)[.;]?\s*$",
    re.IGNORECASE,
)
_DENIED = Cue(r"\b(?:not|no|excluded?|except|leave\s+out|set\s+aside)\b", re.IGNORECASE)
_JOINT = Cue(r",\s+(?:and|or)\s+|,\s+|\s+and\s+")
_LONGEST = 90


def counted_pathways(outline: Outline) -> tuple[Introduction, ...]:
    """What a report's paragraph enumerates behind "N pathways", where it gives just as many names as it says."""
    if outline.document.source.kind is not DocumentKind.REPORT:
        return ()
    found: list[Introduction] = []
    for sentence in outline.sentences:
        if outline.units[sentence.unit].kind is BlockKind.PARAGRAPH and not found:
            found += _named(sentence)
    return tuple(found)


def _named(sentence: Sentence) -> Iterator[Introduction]:
    match = _COUNTED.search(sentence.text)
    if match is None or _DENIED.search(sentence.text[: match.end("count")]):
        return
    names = [cleaned(part) for part in _JOINT.split(match["names"])]
    if len(names) != _COUNTS[match["count"].casefold()] or not all(3 < len(name) <= _LONGEST for name in names):
        return
    at = match.start("names")
    for position, name in enumerate(names):
        at = sentence.text.index(name, at)
        start = sentence.start + at
        yield Introduction(
            ElementKind.PATHWAY,
            f"{UNNUMBERED}{sentence.unit}/{position}",
            "pathway",
            name[:1].upper() + name[1:],
            sentence.unit,
            start,
            start + len(name),
            90,
            inside=True,
        )
        at += len(name)
