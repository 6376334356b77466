"""How controls did on the day, as incident reports tell it: "it blocked every one of the installs", "the test passed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.actors import entries
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.incident_things import incident_name
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.points import clipped
from ingest.extractors.rules.reading import Place, Reading

_CONTROL = frozenset({ElementKind.CONTROL})
_EVIDENCE = frozenset({ElementKind.EVIDENCE})
_COUNT = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|all|every|each|both|none)"
_DID = Cue(
    rf"(?:^|,?\s+(?:and\s+|which\s+|that\s+)?)(?:(?P<it>It)\s+|(?<=\s))(?:(?:then|also|duly|automatically|correctly|only)\s+)?(?:blocked|refused|rejected|stopped|caught|flagged|quarantined|isolated|"
    rf"detected|held\s+back|let\s+through|missed|ended|cut)\s+(?:\w+\s+){{0,2}}?{_COUNT}\b",
)
_TEST = Cue(
    r"\b(?:the\s+)?(?:last\s+|most\s+recent\s+)?(?:hourly|daily|nightly|weekly|monthly|quarterly|yearly|annual|half-yearly)\s+(?:[\w-]+\s+){0,2}?(?:test|drill|check|inspection|exercise|rehearsal)\b"
    r"[^.;]{0,80}?\b(?:passed|failed|was\s+passed|found|had\s+(?:last\s+)?(?:been\s+)?(?:carried\s+out|passed|run|done|held))\b",
    re.IGNORECASE,
)
_NOT_RUN = Cue(
    r"\b(?:not\s+(?:been\s+)?(?:run|held|done|carried)|never|suspended|skipped|cancelled|should|would|will)\b",
    re.IGNORECASE,
)
_NEAR = 4


def read_performances(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Evidence and EVALUATED_BY from what a control did in an incident, or its regular test before; of reports with a timeline only.

    What a control did is told of a numbered incident as a whole, which is evidence itself.
    """
    if not entries(reading.outline):
        return
    numbered = incident_name(reading.outline) is not None
    for sentence in reading.outline.sentences:
        if reading.outline.units[sentence.unit].kind in {BlockKind.HEADING, BlockKind.TABLE_ROW, BlockKind.CODE}:
            continue
        place = Place(reading, sentence)
        control = (None if numbered else doing(place)) or _tested(place)
        if control is not None:
            yield from _evidence(reading, sentence, control)


def doing(place: Place) -> str | None:
    """The control of which a sentence counts what it did, right before the verb; with "it", the one that the unit describes or speaks of."""
    text, start = place.sentence.text, place.sentence.start
    for match in _DID.finditer(text):
        if is_denied(text[: match.start()]):
            continue
        if match["it"]:
            return place.antecedent(_CONTROL)
        before = place.mentioned((0, match.start() + 1), _CONTROL)
        if before and match.start() - (before[-1].end - start) <= _NEAR:
            return before[-1].key
    return None


def _tested(place: Place) -> str | None:
    text = place.sentence.text
    if _TEST.search(text) is None or _NOT_RUN.search(text):
        return None
    named = place.mentioned((0, len(text)), _CONTROL)
    return named[0].key if named else place.antecedent(_CONTROL)


def _evidence(reading: Reading, sentence: Sentence, control: str) -> Iterator[ProposedElement | ProposedRelation]:
    named = Place(reading, sentence).mentioned((0, len(sentence.text)), _EVIDENCE)
    if named:
        yield Place(reading, sentence).relation(RelationType.EVALUATED_BY, (control, named[0].key))
        return
    key = f"{ElementKind.EVIDENCE}:{sentence.unit}/{sentence.start}"
    quote = reading.outline.short_quote(sentence.start, sentence.end)
    yield ProposedElement(key, ElementKind.EVIDENCE, clipped(sentence.text), quote, text=quote.text)
    yield Place(reading, sentence).relation(RelationType.EVALUATED_BY, (control, key))
