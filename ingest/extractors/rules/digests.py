"""Digests that somebody is sent or reads regularly: "she gets the Friday digest"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline
from ingest.extractors.rules.phrases import named

DIGEST = Cue(
    r"\b(?:gets?|receives?|reads?|is\s+sent|are\s+sent)\s+(?:the|our|an?)\s+(?P<what>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|daily|weekly|nightly|hourly|monthly|morning|evening)\s+"
    r"(?:[\w-]+\s+)?(?:digest|summary|bulletin|round-up|roundup|report|mail))\b"
)
_NOT_THERE = Cue(
    r"\b(?:no|not|never|nobody|no\s+one|\w+n[’']t|would|should|used\s+to|want|wish|if)\b[^.;,]{0,30}$", re.IGNORECASE
)


def digests(outline: Outline) -> Iterator[Thing]:
    """Every digest that a speaker says somebody gets: it shows what went on to whoever reads it."""
    for unit in outline.units:
        for sentence in unit.sentences if unit.kind is BlockKind.TURN else ():
            for match in DIGEST.finditer(sentence.text) if not sentence.text.endswith("?") else ():
                if not _NOT_THERE.search(sentence.text[: match.start()]):
                    phrase = match["what"]
                    yield Thing(thing_key(ElementKind.CONTROL, phrase), ElementKind.CONTROL, named(phrase), sentence)
