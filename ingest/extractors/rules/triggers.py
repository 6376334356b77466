"""Conditions that would invalidate a part of the case: "if fewer than 25 staff can read it, Claim 2.3 falls"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import CRITICIZED, ElementKind, RelationType
from graph.naming import normal
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading

_ENDS = (
    r"(?:(?:is|are|would\s+be|becomes?)\s+(?:no\s+longer\s+(?:valid|true|justified)|invalid(?:ated)?|void|moot|withdrawn)|"
    r"(?:will\s+|would\s+)?no\s+longer\s+(?:holds?|stands?|appl(?:y|ies)|be\s+valid)|(?:would\s+|will\s+)?(?:falls?|collapses?|lapses?)\b|"
    r"(?:has|have|will\s+have|would\s+have)\s+to\s+be\s+(?:withdrawn|revisited|re-?argued|argued\s+afresh|reassessed|reconsidered)|"
    r"must\s+be\s+(?:withdrawn|revisited|re-?argued|argued\s+afresh|reassessed|reconsidered))"
)
_IF = re.compile(
    rf"^\W*(?:if|when|once|should)\s+(?P<condition>[^;:]{{8,200}}?),\s+(?:then\s+)?(?P<target>[^;:,]{{2,120}}?)\s+{_ENDS}",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?P<target>[^;:,]{{2,120}}?)\s+{_ENDS}\s+(?:if|when|once|should)\s+(?P<condition>[^.;]{{8,200}})", re.IGNORECASE
)
_WOULD = re.compile(
    r"^(?P<condition>[^.;]{8,160}?)\s+would\s+(?:invalidate|void|overturn|undo)\s+(?P<target>[^.;]{2,120})",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"^(?:we|i|you|it|that|this|which|there)\b", re.IGNORECASE)


def read_triggers(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Triggers with what they would invalidate; conditions aimed at nothing named stay text."""
    for sentence in reading.outline.sentences:
        for pattern in (_IF, _AFTER, _WOULD):
            match = pattern.search(sentence.text)
            targets = _targets(reading, sentence, match.span("target")) if match else ()
            if match and targets and not (pattern is _WOULD and _SPEAKER.match(match["condition"])):
                yield from _trigger(Place(reading, sentence), match["condition"], targets)
                break


def _trigger(place: Place, condition: str, targets: tuple[str, ...]) -> Iterator[ProposedElement | ProposedRelation]:
    name = re.sub(r"\s+", " ", condition).strip(" .,")
    key = f"{ElementKind.TRIGGER}:{normal(name)}"
    yield ProposedElement(key, ElementKind.TRIGGER, name[:1].upper() + name[1:], place.quote, text=place.quote.text)
    for target in targets:
        yield place.relation(RelationType.INVALIDATES, (key, target))


def _targets(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> tuple[str, ...]:
    numbered = [
        numbered_key(r.kind, r.number)
        for r in references_in(sentence.text)
        if span[0] <= r.start < span[1] and r.kind in CRITICIZED
    ]
    known = tuple(key for key in numbered if key in reading.proposable)
    mentioned = tuple(m.key for m in Place(reading, sentence).mentioned(span, CRITICIZED))
    return known or mentioned[:1]
