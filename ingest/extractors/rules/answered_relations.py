"""What the things that answers name do: they support the claim that is asked about, or feed what is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind, RelationType
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.answered import ASKS_SOURCE, answered
from ingest.extractors.rules.names import thing_key
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.reported import reported_claims
from ingest.extractors.rules.strengths import strength_in

_NEEDED = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})
_BACK = 4  # units before the question in which the claim may be put forward


def read_answered(reading: Reading) -> Iterator[ProposedRelation]:
    """SUPPORTED_BY from the claim just defended to the grounds asked for, and DEPENDS_ON where it is asked what comes from where."""
    for each in answered(reading.outline):
        target = thing_key(each.kind, each.phrase)
        if target not in reading.things:
            continue
        place, asked = Place(reading, each.sentence), Place(reading, each.asked)
        if each.kind is ElementKind.EVIDENCE and (claim := claim_before(reading, each.asked)) is not None:
            told = ((strength_in(s.text), s) for s in (each.sentence, *each.after))
            grade, said = next(((grade, s) for grade, s in told if grade), (None, each.sentence))
            ends = (claim, target)
            yield replace(Place(reading, said).relation(RelationType.SUPPORTED_BY, ends), strength=grade)
        source = ASKS_SOURCE.search(each.asked.text) if each.kind is ElementKind.DEPENDENCY else None
        named_there = asked.mentioned(source.span("what"), _NEEDED) if source else ()
        if named_there and named_there[0].key != target:
            yield place.relation(RelationType.DEPENDS_ON, (named_there[0].key, target))


def claim_before(reading: Reading, asked: Sentence, *, back: int = _BACK) -> str | None:
    """The claim put forward last in the turns right before the question. `back`: how many units count."""
    near = range(asked.unit - back, asked.unit)
    stated = [
        (each.start, each.key) for each in reading.introductions if each.unit in near and each.key.startswith("claim:")
    ]
    told = [(each.sentence.start, each.key) for each in reported_claims(reading.outline) if each.sentence.unit in near]
    return max((*stated, *told), default=(0, None))[1]
