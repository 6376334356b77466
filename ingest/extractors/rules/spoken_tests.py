"""Tests that talk tells of with their outcome: "every month we plant twenty and see …. Last time it was seventeen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.interviewers import interviewers
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.points import clipped
from ingest.extractors.rules.reading import Place, Reading

_TRIED = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|all|none)"
_TESTED = re.compile(
    r"\b(?:we|they|I|somebody|someone|people)\s+(?:\w+\s+){0,2}?(?:tests?|tested|tr(?:y|ies|ied)|plant(?:s|ed)?|drill(?:s|ed)?|exercised?|rehearsed?|staged?|"
    r"put\s+(?:[\w-]+\s+){1,5}in\b[^.;]{0,20}\bsee)\b|\b(?:test|drill|trial|exercise)\s+(?:it|them|that)\b|"
    r"\bwe\s+test\b|\bis\s+tested\s+(?:every|each|once)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    rf"\b{_NUMBER}\s+(?:out\s+)?of\s+(?:the\s+)?{_NUMBER}\b|\b\d[\d.]*\s?(?:%|per\s?cent)|\b(?:it|they|that)\s+(?:took|needed|found|caught|flagged|missed|passed|failed)\b"
    rf"[^.;]{{0,30}}\b{_NUMBER}\b|\b(?:it|they)\s+(?:all\s+)?(?:passed|failed)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:never|nobody|no\s+one|not|\w+n[’']t|would|could|should|might|if|suppose|want|plan|hope|going\s+to|ought)\b",
    re.IGNORECASE,
)


def read_spoken_tests(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Evidence with its outcome, and EVALUATED_BY from what was tried; what is only asked, planned or denied is none."""
    asking = interviewers(reading.outline)
    for unit in reading.outline.units:
        if unit.kind is BlockKind.TURN and unit.block.speaker not in asking:
            yield from _in_turn(reading, unit)


def tells_of_test(sentence: Sentence) -> bool:
    """Does the sentence itself say that something was tested?"""
    return _TESTED.search(sentence.text) is not None and _NOT_DONE.search(sentence.text) is None


def _in_turn(reading: Reading, unit: Unit) -> Iterator[ProposedElement | ProposedRelation]:
    for sentence, following in pairwise((*unit.sentences, None)):
        if sentence is None or not tells_of_test(sentence):
            continue
        outcome = next(
            (s for s in (sentence, following) if s and _OUTCOME.search(s.text) and not s.text.endswith("?")), None
        )
        tried = _tried(Place(reading, sentence)) if outcome else None
        if outcome is not None and tried is not None:
            yield from _evidence(reading, (sentence, outcome), tried)


def _tried(place: Place) -> str | None:
    """What the sentence names, else what was spoken of last."""
    named = place.mentioned((0, len(place.sentence.text)), _TRIED)
    return named[0].key if named else place.antecedent(_TRIED)


def _evidence(
    reading: Reading, said: tuple[Sentence, Sentence], tried: str
) -> Iterator[ProposedElement | ProposedRelation]:
    first, outcome = said
    words = first.text if outcome is first else f"{first.text.rstrip(' .')}: {outcome.text}"
    key = f"{ElementKind.EVIDENCE}:{first.unit}/{first.start}"
    quote = reading.outline.short_quote(first.start, outcome.end)
    yield ProposedElement(key, ElementKind.EVIDENCE, clipped(words), quote, text=quote.text)
    yield Place(reading, first).relation(RelationType.EVALUATED_BY, (tried, key))
