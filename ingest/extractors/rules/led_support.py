"""What the evidence that opens the paragraphs of a claim's section does for the claim, and how strongly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.led_evidence import led_evidence
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.weights import said_weight


def read_led_evidence(reading: Reading) -> Iterator[ProposedRelation]:
    """That the claim is supported by what its paragraphs open with, as strongly as they say."""
    for each in led_evidence(reading.outline, reading.introductions):
        thing = reading.by_name.get(normal(each.name))
        if thing is None or thing.kind is not ElementKind.EVIDENCE or each.claim not in reading.numbered:
            continue
        said = ((sentence, grade) for sentence in each.unit.sentences if (grade := said_weight(sentence.text)))
        sentence, grade = next(said, (each.unit.sentences[0], None))
        line = Place(reading, sentence).relation(RelationType.SUPPORTED_BY, (each.claim, thing.key))
        yield replace(line, strength=grade)
