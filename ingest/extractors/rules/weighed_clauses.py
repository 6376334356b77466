"""Lines of support that running text weighs in a clause of its own: "the inline filter, which bears substantial weight"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.strengths import strength_in

_WEIGHED = Cue(
    r"(?:,|\band)\s+(?:to\s+)?which\s+(?P<said>(?:bears?|carr(?:y|ies)|has|have|offers?|provides?|lends?|we\s+(?:give|place|put|credit|count))\s+[^.;,]*)",
    re.IGNORECASE,
)
_HELD = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})
_OF = Cue(r"(?:\b(?:of|without|unlike|than|from|against|by|for|in|over)\s+(?:the\s+|our\s+|an?\s+)?)$", re.IGNORECASE)


def read_weighed_clauses(reading: Reading) -> Iterator[ProposedRelation]:
    """A line from the pathway of a section to each claim, control or study that such a clause follows."""
    for sentence in reading.outline.sentences:
        place = Place(reading, sentence)
        pathway = place.subject
        plain = reading.outline.units[sentence.unit].kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
        if plain and pathway is not None and reading.kind_of(pathway) is ElementKind.PATHWAY:
            yield from _weighed(place, pathway)


def _weighed(place: Place, pathway: str) -> Iterator[ProposedRelation]:
    before = 0
    for match in _WEIGHED.finditer(place.sentence.text):
        strength, held = strength_in(match["said"]), _held(place, (before, match.start()))
        if strength is not None and held is not None:
            yield replace(place.relation(RelationType.SUPPORTED_BY, (pathway, held)), strength=strength)
        before = match.end()


def _held(place: Place, span: tuple[int, int]) -> str | None:
    """What is named first between two clauses, and not only in relation to something else."""
    text, reading = place.sentence.text, place.reading
    numbered = [
        (reference.start, numbered_key(reference.kind, reference.number))
        for reference in reading.outline.references(place.sentence)
        if span[0] <= reference.start < span[1] and reference.kind is ElementKind.CLAIM
    ]
    named = [(mention.start - place.sentence.start, mention.key) for mention in place.mentioned(span, _HELD)]
    found = [each for each in sorted((*numbered, *named)) if not _OF.search(text[: each[0]])]
    return found[0][1] if found and (found[0][1] in reading.things or found[0][1] in reading.proposable) else None
