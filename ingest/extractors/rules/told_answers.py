"""Who is told, where the answer leans on the question: "Who gets paged?" – "The on-call from Platform, then Security."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.elements import ElementKind, RelationType
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.durations import seconds_in
from ingest.extractors.rules.first_person import agents_in
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.messages import channel_in
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.replies import ASKS_READER, ASKS_TOLD, ASKS_YOU, Reply, replies

_CONTROL = frozenset({ElementKind.CONTROL})
_OPENING = Cue(
    r"\W*(?:(?:well|so|yes|yeah|right|ok|okay|first|um|uh|always|usually|normally|just|only|that[’']s|that\s+(?:is|would\s+be)|it[’']s|it\s+(?:goes|pages|is|would\s+be|goes\s+to)(?:\s+to)?)[,:]?\s+){0,3}"
    r"(?:an?\s+(?:outside\s+)?(?:contractor|vendor|firm|team|group|person|company|supplier),\s+)?(?:(?:the|our|an?)\s+)?(?:(?:on-call|person|people|someone|somebody|anyone|whoever(?:[’']s|\s+is)\s+on(?:\s+call|\s+duty|\s+shift)?)(?:\s+(?:engineer|person))?\s+(?:from|in|at|for|on|of)\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_THEN = Cue(
    r"^[\w\s]{0,20}[,;.]?\s*(?:and\s+|or\s+)?(?:then|after\s+that|failing\s+that|if\s+(?:they|nobody|no\s+one)\b[^,.;]{3,40}|after\s+[^,.;]{3,30}),?\s+"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_AND = Cue(r"^\s*(?:,|and|,\s*and|as\s+well\s+as|plus)\s*(?:also\s+)?(?:the\s+)?$", re.IGNORECASE)
_FAST = Cue(
    r"\bhow\s+(?:fast|quick(?:ly)?|long|soon)\b[^?]{0,60}\b(?:respond|react|answer|reach|told|hear|know|gets?|pages?|paged|takes?|until|before|arrives?|comes?|notices?|that)\b|"
    r"\bhow\s+(?:fast|quickly|soon)\s*\?",
    re.IGNORECASE,
)
_CHANNELS = {
    "paged": "page",
    "page": "page",
    "called": "telephone",
    "call": "telephone",
    "rung": "telephone",
    "ring": "telephone",
}
_PICKS_UP = Cue(
    r"\b(?:answers?|picks?\s+up|replies|responds?|comes?\s+back|gets?\s+back|calls?\s+back|takes?)\b", re.IGNORECASE
)
_IS_TOLD = Cue(
    r"\s+(?:gets?|is|are|was|were)\s+(?:\w+ly\s+)?(?:paged|told|called|rung|alerted|notified|e-?mailed|informed|an?\s+\w+)\b",
    re.IGNORECASE,
)
_BY_CHANCE = Cue(
    r"\bif\s+(?:I|we|they|anyone|someone|somebody)\s+(?:happen|ever|even)\b|\bby\s+(?:chance|accident)\b", re.IGNORECASE
)
_TURNS = 4
_FAR = 8
_AFTER = 3


def read_told_answers(reading: Reading) -> Iterator[ProposedRelation]:
    """ALERTS from what was spoken of to whom the answer names first, and ESCALATES_TO whoever comes "then"."""
    for reply in replies(reading.outline):
        asked = ASKS_TOLD.search(reply.question.text) or ASKS_READER.search(reply.question.text)
        place = Place(reading, reply.answer)
        agents = _in_a_row(place) if asked else []
        if agents and _IS_TOLD.match(reply.answer.text, agents[0][1].end - reply.answer.start):
            continue  # a sentence of its own, which says who is told and how
        control = _control(reading, reply) if agents else None
        if asked is None or control is None or _BY_CHANCE.search(reply.answer.text):
            continue
        channel = channel_in(reply.answer.text, 0) or _asked_channel(asked)
        for before, agent, between in agents:
            if before is None:
                alert = place.relation(RelationType.ALERTS, (control, agent.key))
                yield replace(alert, channel=channel, latency_s=_in_clause(place, agent))
            else:
                told = place.relation(RelationType.ESCALATES_TO, (before.key, agent.key))
                yield replace(told, latency_s=seconds_in(between))


def _asked_channel(asked: re.Match[str]) -> str | None:
    said = asked.groupdict()
    return _CHANNELS.get((said.get("how") or said.get("act") or "").casefold())


def read_own_calls(reading: Reading) -> Iterator[ProposedRelation]:
    """ESCALATES_TO from the speaker, or the speaker's team, to whom "who do you call?" is answered with."""
    for reply in replies(reading.outline):
        asked = ASKS_YOU.search(reply.question.text)
        speaker = reading.speaker(reply.answer.unit) if asked else None
        if asked is None or speaker is None:
            continue
        place = Place(reading, reply.answer)
        teller = speaker.key if asked["who"].casefold() == "you" else reading.team_of.get(speaker.key)
        agents = [(before or teller, agent, between) for before, agent, between in _in_a_row(place)]
        for before, agent, between in agents:
            source = before if isinstance(before, str) or before is None else before.key
            if source and source != agent.key:
                said = place.relation(RelationType.ESCALATES_TO, (source, agent.key))
                first = source == teller
                waited = _behind(reading, reply) if first else seconds_in(between)
                yield replace(said, channel=channel_in(reply.answer.text, 0), latency_s=waited)


def _behind(reading: Reading, reply: Reply) -> float | None:
    """How long it takes, where the next sentences of the answer say it: "Ana. She picks up in about ten minutes"."""
    following = [s for s in reading.outline.units[reply.answer.unit].sentences if s.start > reply.answer.start][:_AFTER]
    times = [seconds_in(s.text) for s in following if _PICKS_UP.search(s.text)]
    return next((time for time in times if time is not None), None)


def read_latencies_asked(reading: Reading, told: Iterable[ProposedRelation]) -> Iterator[ProposedRelation]:
    """The message told last, with the time that an answer to "how fast?" gives. `told`: the messages of the document."""
    messages = sorted(told, key=lambda each: each.quote.start)
    units = reading.outline.units
    for reply in replies(reading.outline):
        seconds = seconds_in(reply.answer.text) if _FAST.search(reply.question.text) else None
        since = units[max(0, reply.question.unit - _TURNS)].start
        last = [each for each in messages if since <= each.quote.start < reply.question.start]
        if seconds is not None and last and last[-1].latency_s is None:
            yield replace(last[-1], quote=Place(reading, reply.answer).quote, latency_s=seconds)


def _control(reading: Reading, reply: Reply) -> str | None:
    """The control that the question names, else the one spoken of before it."""
    question = Place(reading, reply.question)
    named = question.mentioned((0, len(reply.question.text)), _CONTROL)
    return named[-1].key if named else question.antecedent(_CONTROL) or question.antecedent(_CONTROL, turns=_FAR)


def _in_a_row(place: Place) -> list[tuple[Mention | None, Mention, str]]:
    """The agents with whom the answer opens: each with whoever tells it, None for the control, and the words in between."""
    text, start = place.sentence.text, place.sentence.start
    found: list[tuple[Mention | None, Mention, str]] = []
    last: Mention | None = None
    for agent in agents_in(place, (0, len(text))):
        between = text[last.end - start if last else 0 : agent.start - start]
        if last is None:
            if not _OPENING.fullmatch(between) or is_denied(between):
                return []
            found.append((None, agent, between))
        elif _AND.match(between):
            found.append((found[-1][0], agent, between))
        elif _THEN.match(between):
            found.append((last, agent, between))
        else:
            break
        last = agent
    return found


def _in_clause(place: Place, agent: Mention) -> float | None:
    """A time right behind the first name: "Platform, within ten minutes"."""
    rest = place.sentence.text[agent.end - place.sentence.start :]
    clause = re.match(r"\W{0,2}(?:within|in|after|inside)\s+[^,.;]{3,30}(?=[.;]|$)", rest)
    return seconds_in(clause[0]) if clause else None
