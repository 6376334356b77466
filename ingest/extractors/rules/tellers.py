"""Who or what tells somebody something: the subject of the clause, whom a condition names, or the control that is spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.elements import ElementKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.devices import is_stopper
from ingest.extractors.rules.first_person import agents_in
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.reading import Place

_CONTROL = frozenset({ElementKind.CONTROL})
_TRAIL = Cue(
    r"(?:\s+team|\s+group)?(?:,\s+(?:who|which)|\s+(?:who|which|that))?(?:,\s+[^,.;]{2,60},|\s+\([^)]{1,60}\))?(?:\s+(?:also|then|first|next|in\s+turn|in\s+(?:his|her|its|their)\s+turn|at\s+once|immediately|"
    r"automatically|itself|always|only|simply|will|would|must|can|has|had|have|did|does|do|(?:has|have)\s+to|\w+ly)){0,3}\s*"
)
_PRONOUN = Cue(
    r"(?:^|[\s,;:(“\"—-])(?P<who>[Ii]t|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)(?:[’'](?:d|ll))?(?:\s+(?:also|then|first|next|in\s+turn|at\s+once|immediately|automatically|always|only|will|would|must|can|did|\w+ly)){0,3}\s*$"
)
_AND = Cue(
    r"(?:,?\s+(?:and|but|or)|,)(?:\s+(?:also|then|first|next|at\s+once|immediately|automatically|later|at\s+\d[\d:.]*|at\s+the\s+same\s+(?:time|moment)|\w+ly)){0,3}\s*$"
)
_SUBJECT = Cue(
    r"\W*(?:\d{1,2}[:.]?\d\d\W+)?(?:(?:on|at|in|by|from|during|after|when)\s+[^,;]{1,50},?\s+)?(?:the|our|an?|its|their|and|but)?\s*(?:[\w’'-]+\s+){0,2}",
    re.IGNORECASE,
)
_BARE = Cue(r"(?:^|[.;:]\s)\W*(?:\d{1,2}[:.]\d\d\W+)?$")
_CLAUSE = Cue(
    r"[;:]|\.\s|\b(?:while|whereas|because|since|so\s+that)\b|,\s+(?:and|but)\s+(?=(?:at|on|in|the|it|he|she|they)\b)"
)
_IF = Cue(
    r"\b(?:if|when|should|unless|where|once|in\s+case|whenever)\b[^,;:]*$|\b(?:no\s+answer|no\s+reply|unanswered)\b",
    re.IGNORECASE,
)
_HUMAN = {"he": frozenset({ElementKind.PERSON}), "she": frozenset({ElementKind.PERSON}), "they": AGENT_KINDS}
_OPENS = Cue(r"\W*(?P<who>[Ii]t|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\b")
_TURNS = 8


@dataclass(frozen=True)
class Teller:
    """Who tells: key and kind. `handed_on`: they were told themselves, or their reaction failed."""

    key: str
    kind: ElementKind
    handed_on: bool = False


def teller_of(place: Place, target: Mention, words: re.Match[str], *, passive: bool) -> Teller | None:
    """The teller of a message whose words begin there; None where nobody and no control can be meant."""
    text, start = place.sentence.text, place.sentence.start
    limit = (target.start - start) if passive else words.start()
    before = [m for m in _in_order(place, limit) if m.key != target.key]
    worried = _worried(place, before, limit)
    if worried:
        return worried
    if not passive:
        subject = _subject(place, before, limit)
        if words["up"]:
            return subject if subject and subject.kind is not ElementKind.CONTROL else None
        if subject or not (words["to"] or _BARE.search(text[:limit])):
            return subject
    controls = [m for m in before if m.kind is ElementKind.CONTROL]
    if not controls and place.sentence.unit in place.reading.timed:
        return None
    key = controls[-1].key if controls else context_control(place)
    return Teller(key, ElementKind.CONTROL) if key else None


def _in_order(place: Place, limit: int) -> list[Mention]:
    start = place.sentence.start
    found = (*agents_in(place, (0, limit)), *place.mentioned((0, limit), _CONTROL))
    return sorted((m for m in found if m.end - start <= limit), key=lambda m: m.start)


def _worried(place: Place, before: list[Mention], limit: int) -> Teller | None:
    """Whom a condition names before: "If the duty clerk cannot decide, …"; in this sentence or the question before it."""
    text, start = place.sentence.text, place.sentence.start
    for mention in before:
        said = text[: mention.start - start]
        if mention.kind in AGENT_KINDS and _IF.search(said) and "," in text[mention.end - start : limit]:
            return Teller(mention.key, mention.kind, handed_on=True)
    return None


def _subject(place: Place, before: list[Mention], limit: int) -> Teller | None:
    text, start = place.sentence.text, place.sentence.start
    if before and _TRAIL.fullmatch(text, before[-1].end - start, limit):
        return Teller(before[-1].key, before[-1].kind)
    pronoun = _PRONOUN.search(text[:limit])
    if pronoun:
        return _meant(place, before, pronoun["who"])
    if _AND.search(text[:limit]):
        opened = max((m.end() for m in _CLAUSE.finditer(text, 0, limit)), default=0)
        pronoun = _OPENS.match(text, opened)
        if pronoun:
            return _meant(place, [], pronoun["who"])
        inside = [m for m in before if m.start - start >= opened] or before
        opens = inside and _SUBJECT.fullmatch(
            text, opened if inside[0].start - start >= opened else 0, inside[0].start - start
        )
        return Teller(inside[0].key, inside[0].kind) if opens else None
    return None


def _meant(place: Place, before: list[Mention], word: str) -> Teller | None:
    """Whom a pronoun means: the speaker, the control or the person named last."""
    reading = place.reading
    speaker = reading.speaker(place.sentence.unit)
    if word in {"I", "we", "We"}:
        key = (
            reading.team_of.get(speaker.key, speaker.key)
            if speaker and word != "I"
            else (speaker.key if speaker else None)
        )
        return Teller(key, reading.things[key].kind) if key else None
    kinds = _HUMAN.get(word.casefold(), _CONTROL)
    named = [m for m in before if m.kind in kinds]
    if named:
        return Teller(named[-1].key, named[-1].kind)
    if kinds is _CONTROL:
        key = context_control(place)
        return Teller(key, ElementKind.CONTROL) if key else None
    found = next((m for m in reading.mentions.before(place.sentence.start) if m.kind in kinds), None)
    return Teller(found.key, found.kind) if found else None


def context_control(place: Place) -> str | None:
    """The control that is spoken of: in the unit, in the turns before, or the last that the document mentions before."""
    reading = place.reading
    hand = tuple(thing.key for thing in reading.gathered.things if is_stopper(thing.name))
    found = place.antecedent(_CONTROL, but=hand) or place.antecedent(_CONTROL, but=hand, turns=_TURNS)
    if found:
        return found
    earlier = (m.key for m in reading.mentions.before(place.sentence.start) if m.kind is ElementKind.CONTROL)
    return next((key for key in earlier if key not in hand), None)
