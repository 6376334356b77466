"""Controls and evidence that become known by what would end them: "if the tower is sold, the gate camera is worthless"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.lexicon import GENERIC_NAMES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline
from ingest.extractors.rules.phrases import head, named, phrase_after
from ingest.extractors.rules.supporting_things import NO_THING
from ingest.extractors.rules.trigger_words import (
    FALLS_IF,
    HINT,
    IF_DISTRUST,
    IF_FALLS,
    IF_GIVEN_UP,
    NEEDED,
    THE_DAY,
)

_PATTERNS = (IF_FALLS, FALLS_IF, IF_GIVEN_UP, THE_DAY, IF_DISTRUST)
_ARTICLE = Cue(r"\b(?:the|our)\s+(?=\S)", re.IGNORECASE)


def fallen_things(outline: Outline) -> Iterator[Thing]:
    """The noun phrases that conditions say would be worth nothing, unless their last word tells that they are something else."""
    for sentence in outline.sentences:
        if HINT.search(sentence.text) is None:
            continue
        for pattern in _PATTERNS:
            needed = NEEDED.get(pattern)
            match = pattern.search(sentence.text) if needed is None or needed.search(sentence.text) else None
            groups = match.groupdict() if match else {}
            side = next((side for side in ("target", "told") if groups.get(side)), None)
            article = _ARTICLE.search(match[side]) if match and side else None
            span = (
                phrase_after(sentence.text, match.start(side) + article.end()) if match and side and article else None
            )
            phrase = sentence.text[slice(*span)] if span else ""
            kind = _kind(phrase)
            if kind is not None:
                yield Thing(thing_key(kind, phrase), kind, named(phrase), sentence)


def _kind(phrase: str) -> ElementKind | None:
    if " " not in phrase or phrase.casefold() in GENERIC_NAMES:
        return None
    votes = votes_of_head(phrase)
    if votes[ElementKind.EVIDENCE] > votes[ElementKind.CONTROL]:
        return ElementKind.EVIDENCE
    return None if head(phrase) in NO_THING or votes - Counter({ElementKind.CONTROL: 9}) else ElementKind.CONTROL
