"""Whom speakers mean by "I", "me", "us" and "my team": themselves, or the team that they are said to belong to."""

from __future__ import annotations

import re

from graph.elements import ElementKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.reading import Place

_ME = Cue(
    r"\bme\b(?!\s+(?:and|or)\b)|(?<=\b[a-z]ages\s)me\b|(?<=\b[a-z]alls\s)me\b|(?<=\b[a-z]ings\s)me\b|(?<=\b[a-z]ells\s)me\b|(?<=mails\s)me\b|\bI\b(?=\s+(?:do|am)\b(?!\s+not|n[’']t))",
    re.IGNORECASE,
)
_ON_CALL = Cue(
    r"\b(?:the|our|their)\s+on-call\b(?!\s+(?!for\b|from\b|in\b|at\b|on\b|and\b|directly\b|again\b|who\b)[a-z])|\bwhoever(?:[’']s|\s+is)\s+on\s+call\b",
    re.IGNORECASE,
)
_DUTY = Cue(r"^on-call\b|\bon\s+(?:call|duty)$", re.IGNORECASE)
_US = Cue(
    r"\b[Uu]s\b(?!,\s+(?!(?:straight|right|always|usually|within|and|then|by|first|in|at)\b)(?:the\s+)?[a-z])|\b[Ww]e(?=\s+(?:get|are\s+paged|are\s+told|do)\b(?!\s+not|n[’']t))|"
    r"\b(?:[Mm]y|[Oo]ur)\s+(?:own\s+)?(?:team|group|people|lot|staff|crew|desk|on-call|rota|shift|side)\b"
    r"(?!\s+(?:lead|leader|manager|meeting|channel|member|chat|room|calendar|schedule|budget)|[’'])"
)


def own_mentions(place: Place) -> tuple[Mention, ...]:
    """The speaker where "me" stands, and the speaker's team where "us" or "my team" does, in order; none outside talk."""
    speaker = place.reading.speaker(place.sentence.unit)
    if speaker is None:
        return ()
    found = [_mention(place, match, speaker.key) for match in _ME.finditer(place.sentence.text)]
    team = place.reading.team_of.get(speaker.key)
    if team is not None:
        found += [_mention(place, match, team) for match in _US.finditer(place.sentence.text)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def agents_in(place: Place, span: tuple[int, int]) -> tuple[Mention, ...]:
    """Everybody who is named between two offsets of the sentence, or meant by "us" and the like, in order."""
    first, last = (place.sentence.start + offset for offset in span)
    own = [each for each in (*own_mentions(place), *_on_call(place)) if first <= each.start < last]
    return tuple(sorted((*place.mentioned(span, AGENT_KINDS), *own), key=lambda mention: mention.start))


def _on_call(place: Place) -> tuple[Mention, ...]:
    """Whom "the on-call" and "whoever's on call" mean, where the document has one such role; none outside talk."""
    found = tuple(_ON_CALL.finditer(place.sentence.text))
    if not found or place.reading.speaker(place.sentence.unit) is None:
        return ()
    roles = [
        each.key
        for each in place.reading.gathered.things
        if each.kind is ElementKind.PERSON and _DUTY.search(each.name)
    ]
    return tuple(_mention(place, match, roles[0]) for match in found) if len(roles) == 1 else ()


def _mention(place: Place, match: re.Match[str], key: str) -> Mention:
    start = place.sentence.start
    return Mention(start + match.start(), start + match.end(), key, place.reading.things[key].kind, named=False)
