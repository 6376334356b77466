"""Who is told, where no verb says so: answers to "who hears of it?", and chains such as "duty lead -> site manager"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.asked_who import OPENS, asked_who
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.durations import seconds_in
from ingest.extractors.rules.first_person import agents_in
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.tellers import Teller, context_control
from ingest.extractors.rules.telling_words import channel_in_answer

_ARROW = Cue(r"(?:\s+[a-z]+){0,2}\s*(?:->|→|=>|⇒|–>)\s*(?:the\s+)?")
_CHAIN = Cue(r"\s+to\s+(?:the\s+|an?\s+)?(?:[a-z-]+\s+){0,2}[a-z-]*,?\s*|\s+to\s+(?:the\s+)?")
_LABEL = Cue(r"^\W*(?:escalation|escalation\s+path|reporting\s+line|chain\s+of\s+command)\b[^:]{0,20}:", re.IGNORECASE)
_SKIPPED = frozenset({BlockKind.HEADING, BlockKind.CODE})
_BOTH = AGENT_KINDS | {ElementKind.CONTROL}


def read_told_lines(reading: Reading, known: Iterable[ProposedRelation]) -> Iterator[ProposedRelation]:
    """ALERTS and ESCALATES_TO that such answers and chains state, and `known` does not hold."""
    done = {(each.source, each.target) for each in known}
    yield from (each for each in _lines(reading) if (each.source, each.target) not in done)


def _lines(reading: Reading) -> Iterator[ProposedRelation]:
    for asked, said in asked_who(reading.outline):
        yield from _answered(reading, asked, said)
    for sentence in reading.outline.sentences:
        if reading.outline.units[sentence.unit].kind not in _SKIPPED:
            yield from _chained(Place(reading, sentence))


def _answered(reading: Reading, asked: Sentence, said: Sentence) -> Iterator[ProposedRelation]:
    place = Place(reading, said)
    agents = agents_in(place, (0, len(said.text)))
    opening = OPENS.match(said.text)
    if not agents or opening is None or agents[0].start - said.start > opening.end():
        return
    who = agents[0]
    by = _asked_of(Place(reading, asked), who)
    if by is None or by.key == who.key:
        return
    type_ = RelationType.ALERTS if by.kind is ElementKind.CONTROL else RelationType.ESCALATES_TO
    yield replace(
        place.relation(type_, (by.key, who.key)),
        channel=channel_in_answer(said.text, asked.text),
        latency_s=seconds_in(said.text),
    )


def _asked_of(asked: Place, who: Mention) -> Teller | None:
    """Of whom or what the question asks: an agent or control that it names, else the control that is spoken of."""
    named = [m for m in asked.mentioned((0, len(asked.sentence.text)), _BOTH) if m.key != who.key]
    if named:
        return Teller(named[-1].key, named[-1].kind)
    if re.search(r"\b(?:he|she)\b", asked.sentence.text, re.IGNORECASE):
        before = asked.reading.mentions.before(asked.sentence.start)
        found = next((m for m in before if m.kind is ElementKind.PERSON and m.key != who.key), None)
        return Teller(found.key, found.kind) if found else None
    key = context_control(asked)
    return Teller(key, ElementKind.CONTROL) if key else None


def _chained(place: Place) -> Iterator[ProposedRelation]:
    text, start = place.sentence.text, place.sentence.start
    labelled = _LABEL.match(text) is not None
    for first, then in pairwise(place.mentioned((0, len(text)), _BOTH)):
        between = text[first.end - start : then.start - start]
        joined = _ARROW.fullmatch(between) or (labelled and _CHAIN.fullmatch(between))
        if joined and then.kind in AGENT_KINDS and first.key != then.key:
            control = first.kind is ElementKind.CONTROL
            type_ = RelationType.ALERTS if control else RelationType.ESCALATES_TO
            yield replace(
                place.relation(type_, (first.key, then.key)), channel=channel_in_answer(text[then.start - start :], "")
            )
