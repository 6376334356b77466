"""Tests and failures that talk tells of when it is asked: "Have you tried it?" – "Twice. In April it stopped all thirty."."""

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
from ingest.extractors.rules.replies import Reply, replies
from ingest.extractors.rules.spoken_tests import tells_of_test

_CONTROL = frozenset({ElementKind.CONTROL})
_TRIED = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
_COUNT = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|all|both|every|none|half|most)"
_ASKS_TEST = Cue(
    r"\b(?:have|has|had|did|do|does|was|were|is|are|when|how)\b[^?]*\b(?:test(?:ed|s)?|tr(?:y|ied)|drill(?:ed)?|exercised?|rehears\w+|audit(?:ed)?|evaluated?|"
    r"know\s+(?:that\s+|whether\s+|if\s+)?(?:it|they|the\s+[\w\s-]{3,40}|that)\s+works?)\b[^?]*\?",
    re.IGNORECASE,
)
_ASKS_HAPPENED = Cue(
    r"\b(?:has|have|did|does)\s+(?:that|this|it|the\s+[\w\s-]{3,40})\s+(?:ever\s+|actually\s+|really\s+)?(?:happen(?:ed)?|fail(?:ed)?|go(?:ne)?\s+wrong|br(?:eak|oken)|miss(?:ed)?)\b[^?]*\?",
    re.IGNORECASE,
)
_OUTCOME = Cue(
    rf"\b(?:it|they|that|we|she|he|the\s+[\w-]+(?:\s+[\w-]+)?)\s+(?:then\s+|only\s+|correctly\s+)?(?:took|needed|found|caught|flagged|missed|stopped|blocked|passed|failed|noticed|"
    rf"recovered|restored|refused|held|came\s+back|worked)\b[^.;]{{0,40}}\b(?:{_COUNT}|seconds?|minutes?|hours?|times?)\b|"
    rf"\b{_COUNT}\s+(?:out\s+)?of\s+(?:the\s+)?{_COUNT}\b|\b\d[\d.]*\s?(?:%|per\s?cent)|\b(?:it|they)\s+(?:all\s+)?(?:passed|failed|worked)\b",
    re.IGNORECASE,
)
_NOT = Cue(
    r"^\W*(?:no|never|not|nobody|no\s+one|nothing|none|I\s+don[’']t)\b|\b(?:never|nobody|no\s+one|not\s+(?:yet|since|that\s+I)|haven[’']t|hasn[’']t|didn[’']t|would|should|might|could|going\s+to|plan)\b",
    re.IGNORECASE,
)
_HEARSAY = Cue(
    r"\b(?:I[’']ve\s+heard|I\s+heard|second\s+hand|I\s+was\s+told|they\s+say|people\s+say|supposedly|wasn[’']t\s+(?:here|there)|with\s+(?:a\s+pinch\s+of\s+)?salt|apparently|rumou?r|I\s+think\s+so|not\s+sure)\b",
    re.IGNORECASE,
)
_YES = Cue(
    r"^\W*(?:yes|yeah|once|twice|it\s+(?:did|has)|that\s+(?:was\s+real|happened)|sadly|unfortunately|last|in\s+[A-Z])\b",
    re.IGNORECASE,
)
_PAST = Cue(
    r"\b(?:was|were|had|ran|made|left|died|stuck|stopped|failed|went|got|took|broke|fell|lost|found|saw|missed|came|\w{3,}ed)\b"
)
_FOUND_IN = Cue(
    r"\b(?:we|they|I|somebody|someone)\s+(?:found|saw|noticed|learn(?:ed|t)|discovered)\s+(?:that|this|it)\s+(?:out\s+)?(?:in|during|when)\s+(?:an?\s+|the\s+|our\s+)?(?:[\w-]+\s+)?"
    r"(?:test\w*|drills?|exercises?|trials?|audits?|rehearsals?|dry\s+runs?)\b",
    re.IGNORECASE,
)
_FIRST = 3
_FEW = 6


def read_asked_tests(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Evidence and EVALUATED_BY from answers to "have you tested it?" and "has that happened?", and from "we found that in testing"."""
    for reply in replies(reading.outline):
        unit = reading.outline.units[reply.answer.unit]
        opening = unit.sentences[:_FIRST]
        told_at_once = any(tells_of_test(each) for each in opening)  # which is read as such
        if told_at_once or any(_HEARSAY.search(each.text) for each in opening) or _NOT.search(reply.answer.text):
            continue
        if _ASKS_TEST.search(reply.question.text):
            told = next((s for s in opening if _OUTCOME.search(s.text) and not _NOT.search(s.text)), None)
            yield from _evidence(reading, reply, told)
        elif _ASKS_HAPPENED.search(reply.question.text) and _YES.match(reply.answer.text):
            told = next((s for s in opening if len(s.text.split()) >= _FEW and _PAST.search(s.text)), None)
            yield from _evidence(reading, reply, told)
    asking = questioners(reading.outline)
    for unit in reading.outline.units:
        if unit.kind is BlockKind.TURN and unit.block.speaker not in asking:
            yield from _found_in_tests(reading, unit)


def _evidence(reading: Reading, reply: Reply, told: Sentence | None) -> Iterator[ProposedElement | ProposedRelation]:
    tried = _tried(reading, reply) if told else None
    if told is not None and tried is not None:
        yield from _said(reading, told, tried, name=told.text)


def _tried(reading: Reading, reply: Reply) -> str | None:
    """What the question names, else what is spoken of before it."""
    question = Place(reading, reply.question)
    named = question.mentioned((0, len(reply.question.text)), _TRIED)
    return named[-1].key if named else question.antecedent(_CONTROL, turns=1) or question.antecedent(_TRIED)


def _found_in_tests(reading: Reading, unit: Unit) -> Iterator[ProposedElement | ProposedRelation]:
    for before, sentence in zip(unit.sentences, unit.sentences[1:], strict=False):
        place = Place(reading, before)
        found = _FOUND_IN.search(sentence.text)
        tried = (place.antecedent(_CONTROL, turns=2) or place.antecedent(_TRIED)) if found else None
        if tried is not None and len(before.text.split()) >= _FEW:
            yield from _said(reading, before, tried, name=before.text, end=sentence.end)


def _said(
    reading: Reading, told: Sentence, tried: str, *, name: str, end: int | None = None
) -> Iterator[ProposedElement | ProposedRelation]:
    key = f"{ElementKind.EVIDENCE}:{told.unit}/{told.start}"
    quote = reading.outline.short_quote(told.start, end or told.end)
    yield ProposedElement(key, ElementKind.EVIDENCE, clipped(name), quote, text=quote.text)
    yield Place(reading, told).relation(RelationType.EVALUATED_BY, (tried, key))
