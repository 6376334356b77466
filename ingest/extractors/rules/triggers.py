"""Conditions that would invalidate a part of the case: "if fewer than 25 staff can read it, Claim 2.3 falls"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import CRITICIZED, ElementKind, RelationType
from graph.naming import normal
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.conclusions import overall_claim
from ingest.extractors.rules.factor_targets import claim_alike
from ingest.extractors.rules.introductions import numbered_key
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
_STOP = re.compile(
    r"\b(?:we|i)\s+(?:would|will|should|shall)\s+(?:then\s+|also\s+)?(?:withdraw|retract|drop|abandon|revisit|reconsider|stop\s+(?:counting|relying)\s+on|"
    r"no\s+longer\s+(?:regard|count(?:\s+on)?|rely\s+on|hold|accept|endorse|claim)|not\s+continue\s+to\s+(?:endorse|accept|hold))\s+(?P<target>[^;:,]{3,100}?)\s+"
    r"(?:if|when|once|should)\s+(?P<condition>[^.;]{8,240})",
    re.IGNORECASE,
)
_IF_STOP = re.compile(
    r"^\W*(?:if|when|once|should)\s+(?P<condition>[^;:]{8,200}?),\s+(?:then\s+)?(?:we|i)\s+(?:would|will|should|shall)\s+(?:then\s+|also\s+|have\s+to\s+)?"
    r"(?:withdraw|retract|drop|abandon|revisit|reconsider|reassess|re-?open|stop\s+(?:counting|relying)\s+on|no\s+longer\s+\w+(?:\s+on)?)\s+(?P<target>[^;:,.]{3,100})",
    re.IGNORECASE,
)
_NOR = re.compile(
    r"\bnor\s+would\s+(?:we|i)\s+(?:then\s+|still\s+)?(?:continue\s+to\s+)?\w+\s+(?P<target>[^;:,]{3,100}?)\s+(?:if|when|once|should)\s+(?P<condition>[^.;]{8,240})",
    re.IGNORECASE,
)
_NOT_SURVIVE = re.compile(
    r"(?P<target>[^;:,]{3,100}?)\s+would\s+not\s+survive\s+(?P<condition>[^.;]{8,200})", re.IGNORECASE
)
_HINT = re.compile(r"\b(?:if|when|once|should|would)\b", re.IGNORECASE)  # no condition is worded without one of these
_OR_IF = re.compile(r",?\s+or\s+(?:if|when|once)\s+")
_SAYS_LITTLE = re.compile(
    r"\b(?:the|claims?|arguments?|case|about|of|on|from|for|that|as|our|agreement|with|conclusions?|judg\w+)\b",
    re.IGNORECASE,
)
_OF_CASE = re.compile(r"\b(?:claims?|arguments?|conclusions?|agreement|assertion|proposition)\b", re.IGNORECASE)
_SPEAKER = re.compile(r"^(?:we|i|you|it|that|this|which|there)\b", re.IGNORECASE)


def read_triggers(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Triggers with what they would invalidate; conditions aimed at nothing named stay text."""
    for sentence in (each for each in reading.outline.sentences if not reading.is_name(each)):
        if _HINT.search(sentence.text) is None:
            continue
        for pattern in (_IF, _IF_STOP, _AFTER, _WOULD, _STOP, _NOR, _NOT_SURVIVE):
            match = pattern.search(sentence.text)
            targets = _targets(reading, sentence, match.span("target")) if match else ()
            if match and not targets and pattern in {_STOP, _NOR}:
                targets = _targets(reading, sentence, match.span("condition"))
            if match and not targets and (pattern is _STOP or _OF_CASE.search(match["target"])):
                targets = _claim_called(reading, match["target"])
            if match and targets and not (pattern is _WOULD and _SPEAKER.match(match["condition"])):
                for condition in _OR_IF.split(match["condition"]):
                    yield from _trigger(Place(reading, sentence), condition, targets)
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
        for r in reading.outline.references(sentence)
        if span[0] <= r.start < span[1] and r.kind in CRITICIZED
    ]
    known = tuple(key for key in numbered if key in reading.proposable)
    mentioned = tuple(m.key for m in Place(reading, sentence).mentioned(span, CRITICIZED))
    return known or mentioned[:1]


def _claim_called(reading: Reading, words: str) -> tuple[str, ...]:
    """The claim that a few words call: "the claim about leaks" -> the one worded so, or under a heading worded so."""
    said = _SAYS_LITTLE.sub(" ", words)
    key = claim_alike(reading, said)
    if key is None and not re.search(r"\w", said):
        overall = overall_claim(reading)
        key = overall.key if overall else None
    return (key,) if key else ()
