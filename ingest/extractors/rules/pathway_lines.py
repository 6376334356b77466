"""Controls and evidence that a pathway's own prose puts in its way: "the vault is protected by the time lock and by …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind, RelationType, Strength
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.strengths import strength_in

_SUPPORTS = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})
_HELD_BY = Cue(
    r"\b(?:(?:is|are)\s+(?:\w+ly\s+)?(?:protected|guarded|prevented|blocked|stopped|closed|covered|limited|mitigated|contained|ruled\s+out|held\s+\w+)\s+(?:\w+ly\s+)?by|"
    r"(?:we|this|it|the\s+case|our\s+case)\s+(?:\w+ly\s+)?(?:rel(?:y|ies)|rests?|counts?)\s+(?:\w+ly\s+)?on)\s+(?:(?:both|the\s+following|two|three|four|these|several)\s+(?:\w+\s+)?(?:controls|safeguards|things|barriers|lines|mechanisms|measures|claims|factors|protections|layers|checks)\b[^.;:]{0,60}:\s+)?",
    re.IGNORECASE,
)
_EACH = Cue(r"\b(?:each|both|all\s+(?:of\s+them|two|three|four)|either|these)\b", re.IGNORECASE)
_DENIED = Cue(
    r"\b(?:not|n[o’']t|never|no\s+longer|nothing|would|could|should|might|if|neither)\b[^.;]{0,40}$", re.IGNORECASE
)
_JOINED = Cue(
    r"[\s*]*(?:,|and|,\s*and|as\s+well\s+as)[\s*]*(?:by\s+|on\s+)?(?:the\s+|an?\s+|our\s+)?|\s*(?:the\s+|an?\s+|our\s+)?",
    re.IGNORECASE,
)


def read_pathway_lines(reading: Reading) -> Iterator[ProposedRelation]:
    """SUPPORTED_BY from a pathway to what a sentence of its section says that it is held by, outside lists of factors."""
    for unit in reading.outline.units:
        if unit.kind is not BlockKind.PARAGRAPH or unit.bold:
            continue
        for sentence in unit.sentences:
            place = Place(reading, sentence)
            if place.subject and reading.kind_of(place.subject) is ElementKind.PATHWAY:
                yield from _held(place, place.subject)


def _held(place: Place, pathway: str) -> Iterator[ProposedRelation]:
    text, start = place.sentence.text, place.sentence.start
    match = _HELD_BY.search(text)
    if match is None or _DENIED.search(text[: match.start()]):
        return
    at = match.end()
    for mention in place.mentioned((match.end(), len(text)), _SUPPORTS):
        if not _JOINED.fullmatch(text[at : mention.start - start]):
            return
        line = place.relation(RelationType.SUPPORTED_BY, (pathway, mention.key))
        yield replace(line, strength=strength_in(text) or _of_each(place))
        at = mention.end - start


def _of_each(place: Place) -> Strength | None:
    """What one of the next two sentences gives all that was named: "We give each strong weight."."""
    unit = place.reading.outline.units[place.sentence.unit]
    behind = [s for s in unit.sentences if s.start > place.sentence.start][:2]
    return next((strength for s in behind if _EACH.search(s.text) and (strength := strength_in(s.text))), None)
