"""Tests that talk tells of with their outcome: "every month we plant twenty and see …. Last time it was seventeen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.interviewers import questioners
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.points import clipped
from ingest.extractors.rules.reading import Place, Reading

_CONTROL = frozenset({ElementKind.CONTROL})
_NAMED = frozenset({ElementKind.EVIDENCE})
_TURNS = 4
_NEXT = 2
_TRIED = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|all|none)"
_TESTED = Cue(
    r"\b(?:we|they|I|somebody|someone|people)\s+(?:\w+\s+){0,2}?(?:tests?|tested|tr(?:y|ies|ied)|plant(?:s|ed)?|drill(?:s|ed)?|exercised?|rehearsed?|staged?|"
    r"put\s+(?:[\w-]+\s+){1,5}in\b[^.;]{0,20}\bsee|put\s+(?:[\w-]+\s+){1,5}through\s+(?:it|them|the\s+[\w-]+)|"
    r"(?:compared|checked)\s+(?:it|them|the\s+[\w-]+)\s+(?:with|against)|"
    r"(?:ran|run|tried|threw|sent)\s+(?:an?\s+hundred|\d+|[a-z]+ty|[a-z]+teen|two|three|four|five|six|ten|twelve)\b[^.;,]{0,40}?\b(?:cases|attacks|samples|prompts|scenarios|transactions|episodes|sessions|attempts|messages|orders|tasks)\b|"
    r"(?:did|ran|run|held|had|made|do|staged)\s+(?:an?|the|our|two|three|\d+)\s+(?:[\w-]+\s+){0,3}?(?:tests?|trials?|drills?|exercises?|rehearsals?|simulations?|red-team\w*|audits?))\b|\b(?:test|drill|trial|exercise)\s+(?:it|them|that)\b|"
    r"\bwe\s+test\b|\bis\s+tested\s+(?:every|each|once)\b|"
    r"\b(?:had|got)\s+(?:[\w-]+\s+){0,2}(?:testers|auditors|red-teamers|pen-testers|consultants|inspectors|attackers)\s+(?:in|round|over|look)\b|"
    r"\b(?:it|that|they)\s+(?:was|were|has\s+been|got)\s+(?:\w+ly\s+|last\s+)?(?:tested|tried|drilled|exercised|audited|attacked|red-teamed|pen-tested)\b",
    re.IGNORECASE,
)
_OUTCOME = Cue(
    rf"\b{_NUMBER}\s+(?:out\s+)?of\s+(?:the\s+)?{_NUMBER}\b|\b\d[\d.]*\s?(?:%|per\s?cent)|\b(?:it|they|that)\s+(?:took|needed|found|caught|flagged|missed|passed|failed)\b"
    rf"[^.;]{{0,30}}\b{_NUMBER}\b|\b(?:it|they)\s+(?:all\s+)?(?:passed|failed)\b|"
    r"\bthey\s+(?:did\s+not|didn[’']t|never|could\s+not|couldn[’']t)\s+(?:get|find|manage|reach|break|beat|defeat)\b|"
    rf"\b(?:it|they|we|that|the\s+[\w-]+(?:\s+[\w-]+)?)\s+(?:\w+ly\s+|only\s+|still\s+)?(?:stopped|flagged|caught|found|missed|froze|frozen|blocked|refused|recovered|spotted|agreed\s+on|let|got|noticed|held|rang|fired|tripped|worked)\b[^.;]{{0,30}}\b(?:{_NUMBER}|a\s+hundred)\b",
    re.IGNORECASE,
)
_TO_SEE = Cue(r"\bto\s+(?:see|find\s+out|check)\s+(?:if|whether|that)\b|\bsee\s+(?:if|whether)\b", re.IGNORECASE)
_NOT_DONE = Cue(
    r"\b(?:never|nobody|no\s+one|not|\w+n[’']t|would|could|should|might|if|suppose|want|plan|hope|going\s+to|ought)\b",
    re.IGNORECASE,
)


def read_spoken_tests(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Evidence with its outcome, and EVALUATED_BY from what was tried; what is only asked, planned or denied is none."""
    asking = questioners(reading.outline)
    for unit in reading.outline.units:
        if unit.kind is BlockKind.TURN and unit.block.speaker not in asking:
            yield from _in_turn(reading, unit)


def tells_of_test(sentence: Sentence) -> bool:
    """Does the sentence itself say that something was tested?"""
    text = _TO_SEE.sub(" ", sentence.text)
    return _TESTED.search(text) is not None and _NOT_DONE.search(text) is None


def _in_turn(reading: Reading, unit: Unit) -> Iterator[ProposedElement | ProposedRelation]:
    for sentence in unit.sentences:
        if not tells_of_test(sentence):
            continue
        behind = [s for s in unit.sentences if s.start > sentence.start][:_NEXT]
        outcome = next((s for s in (sentence, *behind) if _OUTCOME.search(s.text) and not s.text.endswith("?")), None)
        again = outcome and any(tells_of_test(s) for s in behind if s.start < outcome.end)
        tried = _tried(Place(reading, sentence)) if outcome and not (again and outcome is not sentence) else None
        if outcome is not None and tried is not None:
            yield from _evidence(reading, (sentence, outcome), tried)


def _tried(place: Place) -> str | None:
    """What the sentence names, else what was spoken of last."""
    named = place.mentioned((0, len(place.sentence.text)), _TRIED)
    if named:
        return named[0].key
    return place.antecedent(_CONTROL, turns=_TURNS) or place.antecedent(_TRIED)


def _evidence(
    reading: Reading, said: tuple[Sentence, Sentence], tried: str
) -> Iterator[ProposedElement | ProposedRelation]:
    first, outcome = said
    named = Place(reading, first).mentioned((0, len(first.text)), _NAMED)
    if named:
        yield Place(reading, first).relation(RelationType.EVALUATED_BY, (tried, named[0].key))
        return
    words = first.text if outcome is first else f"{first.text.rstrip(' .')}: {outcome.text}"
    key = f"{ElementKind.EVIDENCE}:{first.unit}/{first.start}"
    quote = reading.outline.short_quote(first.start, outcome.end)
    yield ProposedElement(key, ElementKind.EVIDENCE, clipped(words), quote, text=quote.text)
    yield Place(reading, first).relation(RelationType.EVALUATED_BY, (tried, key))
