"""Bodies of evidence that a paragraph announces and then counts: "three lines of evidence. First, the X … Second, Y: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import GENERIC_NAMES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Unit
from ingest.extractors.rules.phrases import named, phrase_after

_ANNOUNCED = Cue(
    r"\b(?:two|three|four|five|six|several)\s+(?:\w+\s+){0,2}?(?:bodies|lines|pieces|sources|kinds|sorts|items|strands|grounds|sets)\s+of\s+(?:evidence|data|observations?|results?)\b",
    re.IGNORECASE,
)
_COUNTED = Cue(
    r"^\W*(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|lastly|next),?\s+(?:there\s+is\s+|comes?\s+)?"
    r"(?:(?:the|our|an?)\s+)?(?=[a-z])",
    re.IGNORECASE,
)
_GOES_ON = Cue(r"\s*(?:[,:;(]|\s[–—]\s|\.$|of\b|in\b)")
_DENIED = Cue(r"\b(?:no|not|never|without|\w+n[’']t|would|could|hope|plan)\b", re.IGNORECASE)


def counted_evidence(outline: Outline) -> Iterator[Thing]:
    """Evidence by its noun phrase, for each counted sentence behind the announcement in its paragraph or the next."""
    announced = False
    for unit in outline.units:
        here = _ANNOUNCED.search(unit.text) is not None
        if unit.kind is BlockKind.PARAGRAPH and (announced or here):
            yield from _counted(unit)
        announced = here


def _counted(unit: Unit) -> Iterator[Thing]:
    for sentence in unit.sentences:
        match = _COUNTED.match(sentence.text)
        span = phrase_after(sentence.text, match.end()) if match else None
        phrase = sentence.text[span[0] : span[1]] if span else ""
        several = " " in phrase and phrase.casefold() not in GENERIC_NAMES
        if span and several and _GOES_ON.match(sentence.text, span[1]) and not _DENIED.search(sentence.text[: span[1]]):
            key = thing_key(ElementKind.EVIDENCE, phrase)
            yield Thing(key, ElementKind.EVIDENCE, named(phrase), sentence, (phrase,))
