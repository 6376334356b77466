"""Triggers beneath a lead-in, "any of these would invalidate Claim 3:", and behind a label, "Void if: the horn is taken down."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import CRITICIZED, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.trigger_words import ENDS, INVALIDATES
from ingest.extractors.rules.triggers import named_trigger

_LEAD_IN = Cue(
    rf"\b{INVALIDATES}|\b{ENDS}[^.;]{{0,40}}\b(?:if|when|once|should|as\s+soon\s+as|where|in\s+(?:any|each)|upon)\b|"
    r"\b(?:triggers?|tripwires?|(?:invalidating\s+)?(?:conditions?|events?))\s+(?:for|of|on|attached\s+to|that\s+(?:would\s+)?(?:invalidate|end|void))\b|"
    r"\b(?:withdraw|retract|abandon|give\s+up|revisit|reconsider|reassess|re-?open)\b[^.;]{0,80}\b(?:if|when|once|should|on|upon)\b",
    re.IGNORECASE,
)
_LABEL = Cue(
    r"(?:^|\n|(?<=[.;]\s))[*_\W]{0,4}(?:(?:review|invalidation|withdrawal|re-?assessment)\s+)?"
    r"(?:triggers?(?:\s+\w{1,4})?|tripwires?|(?:invalidating|voiding)\s+(?:conditions?|events?)|(?:invalidated?|void(?:ed)?|withdrawn|expires?|lapses?|falls?|ends?|no\s+longer\s+valid)\s+(?:if|when|once|by|on))"
    r"[*_]{0,2}\s*[:–—][*_]{0,2}\s*(?P<condition>[^\n;]{8,200}?)(?=\.(?:\s|$)|;|\n|$)",
    re.IGNORECASE,
)
_OPENS = Cue(r"^\W*(?:if|when|once|should|whenever|that)\s+", re.IGNORECASE)
_CLOSES = Cue(r"[\s;,.]*(?:\b(?:and|or))?[\s;,.*_]*$")
_EMPTY = Cue(r"^\W*(?:none|nothing|no|n/a|not\s+applicable|unknown|to\s+be)\b", re.IGNORECASE)
_LONGEST = 220


def read_trigger_lists(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """A trigger for each item of such a list and for each label, and what it invalidates; none where nothing is named that falls."""
    for unit in reading.outline.units:
        if unit.kind is BlockKind.HEADING or not unit.sentences:
            continue
        last = unit.sentences[-1]
        if last.text.rstrip(" *_").endswith(":") and (targets := _led(reading, last)):
            for item in _items(reading, unit):
                yield from _stated(reading, item.sentences[0], words=item.sentences[0].text, targets=targets)
        for sentence in unit.sentences:
            for match in _LABEL.finditer(sentence.text):
                targets = _named(reading, sentence, (match.end(), len(sentence.text))) or _subject(reading, sentence)
                yield from _stated(reading, sentence, words=match["condition"], targets=targets)


def _led(reading: Reading, sentence: Sentence) -> tuple[str, ...]:
    """What falls by the items below a lead-in; nothing where that says what would not make it fall."""
    text = sentence.text
    match = _LEAD_IN.search(text)
    if match is None or is_denied(text[: match.end()].replace("*", "")):
        return ()
    return _named(reading, sentence, (0, len(text))) or _subject(reading, sentence)


def _named(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> tuple[str, ...]:
    references = (r for r in reading.outline.references(sentence) if span[0] <= r.start < span[1])
    keys = (numbered_key(r.kind, r.number) for r in references if r.kind in CRITICIZED)
    known = tuple(key for key in keys if key in reading.proposable)
    return known or tuple(m.key for m in Place(reading, sentence).mentioned(span, CRITICIZED))[:1]


def _subject(reading: Reading, sentence: Sentence) -> tuple[str, ...]:
    """The claim or pathway in whose section a sentence stands, or the control that its paragraph describes."""
    described = reading.gathered.leads.get(sentence.unit, ())
    subject = reading.subject_at(sentence)
    held = (subject,) if subject is not None and reading.holds(subject) else ()
    return described[:1] or held


def _items(reading: Reading, unit: Unit) -> Iterator[Unit]:
    for below in reading.outline.units[unit.index + 1 :]:
        if below.kind is not BlockKind.LIST_ITEM or not below.sentences:
            return
        yield below


def _stated(
    reading: Reading, sentence: Sentence, *, words: str, targets: tuple[str, ...]
) -> Iterator[ProposedElement | ProposedRelation]:
    condition = _CLOSES.sub("", _OPENS.sub("", words)).strip(" *_")
    if not targets or _EMPTY.match(condition) or not len(condition.split()) >= 2 or len(condition) > _LONGEST:
        return
    place = Place(reading, sentence)
    trigger = named_trigger(place, condition)
    yield trigger
    yield from (place.relation(RelationType.INVALIDATES, (trigger.key, target)) for target in targets)
