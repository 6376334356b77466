"""What a speaker takes back: "actually no, since June it goes to Security first" makes the earlier answer void."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.elements import RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Reading

_CORRECTS = re.compile(
    r"\b(?:actually,?\s+no|no,\s+(?:wait|actually|sorry|hang\s+on|I[’']m\s+wrong)|I(?:\s+was|[’']m|\s+am)\s+wrong\b|I\s+misspoke|I\s+got\s+that\s+wrong|"
    r"let\s+me\s+correct|correction[:,]|scratch\s+that|I\s+take\s+that\s+back|that[’']s\s+(?:not\s+right|wrong)[,.]|I\s+said\s+[^.;]{2,60},?\s+but\s+(?:it|that|they)\b)",
    re.IGNORECASE,
)
_REPLACED = frozenset({RelationType.ALERTS, RelationType.ESCALATES_TO, RelationType.OWNED_BY, RelationType.OPERATED_BY})


def without_corrected(
    reading: Reading, proposals: Iterable[ProposedElement | ProposedRelation]
) -> tuple[ProposedElement | ProposedRelation, ...]:
    """The proposals without the relations that the same speaker corrects later, by one of the same type and source."""
    kept = tuple(proposals)
    relations = [each for each in kept if isinstance(each, ProposedRelation)]
    void: set[ProposedRelation] = set()
    for sentence in _corrections(reading):
        unit = reading.outline.units[sentence.unit]
        new = [each for each in relations if sentence.start <= each.quote.start < unit.end and each.type in _REPLACED]
        earlier = [each for each in relations if _said_before(reading, each, sentence)]
        void.update(old for old in earlier if any(_replaces(each, old) for each in new))
    lost = {(each.quote, each.target) for each in void}
    void |= {each for each in relations if (each.quote, each.source) in lost and each.type is RelationType.ESCALATES_TO}
    return tuple(each for each in kept if each not in void)


def _corrections(reading: Reading) -> Iterator[Sentence]:
    for unit in reading.outline.units:
        for sentence in unit.sentences if unit.kind is BlockKind.TURN else ():
            if _CORRECTS.search(sentence.text) and not sentence.text.endswith("?"):
                yield sentence


def _said_before(reading: Reading, said: ProposedRelation, sentence: Sentence) -> bool:
    """Did the same speaker say it, before the sentence?"""
    speaker = reading.outline.units[sentence.unit].block.speaker
    place = next((s for s in reading.outline.sentences if s.start <= said.quote.start < s.end), None)
    return (
        place is not None
        and place.start < sentence.start
        and reading.outline.units[place.unit].block.speaker == speaker
    )


def _replaces(new: ProposedRelation, old: ProposedRelation) -> bool:
    return new.type is old.type and new.source == old.source and new.target != old.target
