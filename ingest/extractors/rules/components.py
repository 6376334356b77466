"""What a control is made of: the parts that a list or a sentence names, and the means that a part works by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import Basis, ElementKind, RelationType
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.parts import MADE_OF, items_behind
from ingest.extractors.rules.reading import Place, Reading

_MEANS = Cue(
    r"\b(?:via|using|through|with\s+the\s+help\s+of|then|which\s+will\s+then)\s+(?:the\s+|an?\s+|manually\s+)?$",
    re.IGNORECASE,
)
_CONTROL = frozenset({ElementKind.CONTROL})


def read_components(reading: Reading) -> Iterator[ProposedRelation]:
    """DEPENDS_ON from a control to its parts, and from a part to the means that its description names."""
    for unit in reading.outline.units:
        for sentence in unit.sentences:
            match = MADE_OF.search(sentence.text)
            if match:
                yield from _parts(Place(reading, sentence), unit, match)
        for key in reading.gathered.leads.get(unit.index, ())[:1]:
            yield from _means(reading, unit, key)


def _parts(place: Place, unit: Unit, match: re.Match[str]) -> Iterator[ProposedRelation]:
    before = place.mentioned((0, match.start()), _CONTROL)
    whole = before[-1].key if before else place.antecedent(_CONTROL)
    if whole is None:
        return
    for mention in place.mentioned((match.end(), len(place.sentence.text)), _CONTROL):
        if mention.key != whole:
            yield place.relation(RelationType.DEPENDS_ON, (whole, mention.key))
    for item in items_behind(place.reading.outline, unit) if place.sentence.text.rstrip().endswith(":") else ():
        parts = place.reading.gathered.leads.get(item.index, ())
        for part in parts[:1]:
            if part != whole and item.sentences:
                yield Place(place.reading, item.sentences[0]).relation(RelationType.DEPENDS_ON, (whole, part))


def _means(reading: Reading, unit: Unit, key: str) -> Iterator[ProposedRelation]:
    for sentence in unit.sentences:
        place = Place(reading, sentence)
        for mention in place.mentioned((0, len(sentence.text)), _CONTROL):
            before = sentence.text[: mention.start - sentence.start]
            if mention.key != key and _MEANS.search(before):
                yield place.relation(RelationType.DEPENDS_ON, (key, mention.key), basis=Basis.INFERRED)
