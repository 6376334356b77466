"""Tests that running text tells of without naming them: "we tried the cut-out in March, and it tripped 19 times out of 20"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_rumoured
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.points import clipped
from ingest.extractors.rules.reading import Place, Reading

_CONTROL = frozenset({ElementKind.CONTROL})
_EVIDENCE = frozenset({ElementKind.EVIDENCE})
_TRY = r"(?:re-?)?(?:tested|tried(?:\s+out)?|exercised|attacked|probed|challenged|drilled|rehearsed|red-teamed|set\s+off|stress-tested|put\s+to\s+the\s+test)"
_TRIED_IT = Cue(rf"\b{_TRY}\s+(?:out\s+)?(?:the\s+|our\s+|its\s+|their\s+|this\s+|that\s+)?$", re.IGNORECASE)
_WAS_TRIED = Cue(rf"\s+(?:was|were|has\s+been|have\s+been)\s+(?:\w+\s+){{0,2}}?{_TRY}\b", re.IGNORECASE)
_COUNT = (
    r"(?:\d[\d,]*|all|none|every|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|hundred)"
)
_RATIO = Cue(
    rf"\b{_COUNT}\s+(?:times\s+)?(?:out\s+of|of)\s+(?:the\s+|them\b|these\b|our\s+|its\s+)?(?:first\s+|last\s+)?{_COUNT}?\b|\d[\d.]*\s?(?:%|per\s?cent)|"
    rf"\b(?:all|both|each)\s+{_COUNT}\b",
    re.IGNORECASE,
)
_DID = (
    r"(?:caught|found|stopped|blocked|missed|detected|flagged|let\s+(?:\w+\s+){0,3}?(?:through|pass|by)|tripped|rang|refused|rejected|recovered|noticed|spotted|"
    r"held|fired|triggered|turned\s+away|closed|opened|cut(?:\s+off)?|killed|shut|failed|passed|worked)"
)
_IT_DID = Cue(rf"\b(?:it|they|which|and|but|that)\s+(?:\w+ly\s+|only\s+|still\s+)?{_DID}\b", re.IGNORECASE)
_OPENING_IT = Cue(rf"\W*it\s+(?:\w+ly\s+|only\s+|also\s+)?{_DID}\b", re.IGNORECASE)
_DID_NEXT = Cue(rf"\s+(?:\w+ly\s+|only\s+|still\s+)?{_DID}\b", re.IGNORECASE)
_OPEN = Cue(
    r"\b(?:never|nobody|no\s+one|not|\w+n[’']t|would|could|should|might|(?-i:may)|must|will|if|suppose|want|plan\w*|hope|going\s+to|ought|unless|when(?:ever)?|"
    r"at\s+least|target|required|expected?|aims?)\b",
    re.IGNORECASE,
)
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def read_told_tests(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Evidence with its outcome, and EVALUATED_BY from the control that the sentence names.

    The evidence is the exercise that the paragraph named last, where it did. What stands in a claim's section, a timeline
    or a plan is left to the rules that read those.
    """
    planned = {plan.unit.index for plan in reading.plans}
    for unit in reading.outline.units:
        if unit.kind in _KINDS and unit.index not in planned and unit.index not in reading.timed:
            yield from _in_unit(reading, unit)


def _in_unit(reading: Reading, unit: Unit) -> Iterator[ProposedElement | ProposedRelation]:
    for sentence, following in pairwise((*unit.sentences, None)):
        if sentence is None or _OPEN.search(sentence.text) or is_rumoured(sentence.text):
            continue
        place = Place(reading, sentence)
        subject = place.subject
        if subject is not None and reading.kind_of(subject) is ElementKind.CLAIM:
            continue
        controls = place.mentioned((0, len(sentence.text)), _CONTROL)
        if place.mentioned((0, len(sentence.text)), _EVIDENCE):
            continue
        outcome = _outcome(place, controls, following) if controls else _by_pronoun(place)
        exercise = reading.mentions.last_of(ElementKind.EVIDENCE, unit.start, sentence.start)
        if outcome is not None and exercise is not None:
            yield place.relation(RelationType.EVALUATED_BY, (outcome[0], exercise.key))
        elif outcome is not None:
            yield from _evidence(place, outcome[0], outcome[1])


def _outcome(place: Place, controls: tuple[Mention, ...], following: Sentence | None) -> tuple[str, Sentence] | None:
    """What was tried, and the sentence that says how it came out; None where the sentence tells of no test."""
    text, start = place.sentence.text, place.sentence.start
    for control in controls:
        before, after = text[: control.start - start], text[control.end - start :]
        tried = _TRIED_IT.search(before) or _WAS_TRIED.match(after)
        if tried:
            here = _RATIO.search(text) or _IT_DID.search(after)
            told = here or (following and _RATIO.search(following.text) and not _OPEN.search(following.text))
            return (control.key, place.sentence if here or following is None else following) if told else None
        did = _DID_NEXT.match(after) or _IT_DID.search(after)
        if did and _RATIO.search(after) and len({each.key for each in controls}) == 1:
            return control.key, place.sentence
    return None


def _by_pronoun(place: Place) -> tuple[str, Sentence] | None:
    """What "it" did so many times out of so many, right behind the sentence that speaks of it."""
    opening = _OPENING_IT.match(place.sentence.text)
    if opening is None or _RATIO.search(place.sentence.text) is None:
        return None
    key = place.antecedent(_CONTROL)
    return (key, place.sentence) if key else None


def _evidence(place: Place, tried: str, outcome: Sentence) -> Iterator[ProposedElement | ProposedRelation]:
    first = place.sentence
    words = first.text if outcome is first else f"{first.text.rstrip(' .')}: {outcome.text}"
    key = f"{ElementKind.EVIDENCE}:{first.unit}/{first.start}"
    quote = place.reading.outline.short_quote(first.start, outcome.end)
    yield ProposedElement(key, ElementKind.EVIDENCE, clipped(words), quote, text=quote.text)
    yield place.relation(RelationType.EVALUATED_BY, (tried, key))
