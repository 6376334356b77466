"""Messages that running text of an incident report or memo tells of as done: "She mentioned it to Tom Rusk", "he told me"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind
from graph.naming import normal
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.durations import seconds_in
from ingest.extractors.rules.incident_things import is_incident
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.letters import letter
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.timelines import CHANNELS, NO_VERB, TELLS, Message, escalation, messages_in

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_OPEN = Cue(
    r"\b(?:should|would|could|might|may|must|will|supposed|meant|if|whether|who\s+could|never|nobody|no\s+one|normally|usually|always|every|asks?|expected)\b|\?",
    re.IGNORECASE,
)
_LATER = Cue(
    r"(?P<time>(?:\d+|an?|[a-z-]+)\s+(?:and\s+a\s+half\s+)?(?:seconds?|minutes?|hours?|days?))\s+later\b|\bafter\s+(?P<after>(?:\d+|an?|[a-z-]+)\s+(?:seconds?|minutes?|hours?|days?))\b",
    re.IGNORECASE,
)


_PRONOUN = Cue(r"(?:^|[.;,]\s+|\band\s+)(?P<who>[Hh]e|[Ss]he|I)\s+(?:then\s+|also\s+|at\s+once\s+|\w+ly\s+)?$")
_ME = Cue(r"\s+me\b")
_HEARD = Cue(
    r"\s+(?:first\s+)?(?:heard|learn(?:ed|t))\s+(?:of|about)\s+(?:it|this|the\s+\w+)\s+(?:only\s+)?from\s+(?:the\s+)?"
)
_NEAR = 60
_PERSON = frozenset({ElementKind.PERSON})


def read_prose_messages(reading: Reading) -> Iterator[ProposedRelation]:
    """ESCALATES_TO from running text of documents about incidents; none that only should or would be sent."""
    if not is_incident(reading.outline):
        return
    said = letter(reading.outline).writer
    writer = reading.by_name.get(normal(said[0])) if said else None
    for sentence in reading.outline.sentences:
        unit = reading.outline.units[sentence.unit]
        open_ = _OPEN.search(sentence.text) or sentence.unit in reading.planned or sentence.unit in reading.timed
        if unit.kind in _PROSE and not open_:
            yield from _in_sentence(Place(reading, sentence), writer.key if writer else None)


def _in_sentence(place: Place, writer: str | None) -> Iterator[ProposedRelation]:
    text, start = place.sentence.text, place.sentence.start
    for message in (*messages_in(place), *_heard(place)):
        later = _LATER.search(text, message.target.end - start)
        said = escalation(place, message)
        yield replace(
            said, latency_s=said.latency_s or (seconds_in(later["time"] or later["after"]) if later else None)
        )
    for verb in TELLS.finditer(text):
        if not (NO_VERB.search(text[: verb.start()]) or is_denied(text[: verb.start()])):
            yield from _by_pronoun(place, verb, writer)


def _by_pronoun(place: Place, verb: re.Match[str], writer: str | None) -> Iterator[ProposedRelation]:
    """Where "he", "she" or "I" tells somebody, or somebody tells "me"."""
    text, start = place.sentence.text, place.sentence.start
    who = _PRONOUN.search(text, 0, verb.start())
    agents = place.mentioned((0, len(text)), AGENT_KINDS)
    behind = [m for m in agents if verb.end() <= m.start - start <= verb.end() + _NEAR]
    before = [m for m in agents if m.end - start <= verb.start()]
    source = _meant(place, who["who"], writer) if who else (before[0].key if before else None)
    target = writer if _ME.match(text, verb.end()) else (behind[0].key if who and behind else None)
    if source and target and source != target:
        sort = next((name for name, value in verb.groupdict().items() if value), "")
        yield escalation(place, Message(_at(place, source), _at(place, target), CHANNELS.get(sort)))


def _meant(place: Place, pronoun: str, writer: str | None) -> str | None:
    if pronoun == "I":
        return writer
    return place.antecedent(_PERSON)


def _heard(place: Place) -> Iterator[Message]:
    """Who heard of it from whom."""
    text, start = place.sentence.text, place.sentence.start
    for mention in place.mentioned((0, len(text)), AGENT_KINDS):
        heard = _HEARD.match(text, mention.end - start)
        by = place.mentioned((heard.end(), heard.end() + _NEAR), AGENT_KINDS) if heard else ()
        if by and by[0].key != mention.key:
            yield Message(by[0], mention, None)


def _at(place: Place, key: str) -> Mention:
    """The thing as if the sentence's beginning named it."""
    here = place.sentence.start
    return Mention(here, here, key, place.reading.things[key].kind, named=False)
