"""Who gets to see what a control puts somewhere: "it's posted in the chat, and somebody on the desk looks at it", "Bo gets the Friday digest".

Also who is called where the first one does not answer: "if nobody acknowledges, it rings the duty officer".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.digests import DIGEST
from ingest.extractors.rules.durations import seconds_in
from ingest.extractors.rules.first_person import agents_in
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading

_CONTROL = frozenset({ElementKind.CONTROL})
_PLACE = r"(?:channel|queue|chat|inbox|mailbox|list|board|ticket|mail|e-mail|feed|dashboard|screen)"
_PUT = Cue(
    rf"\b(?:posts?|posted|goes|go|lands?|drops?|dropped|sent|puts?|writes?|shows?\s+up|comes?\s+up|turns?\s+up|ends?\s+up|opens?|files?|raises?)\b[^.;]{{0,40}}?\b{_PLACE}\b",
    re.IGNORECASE,
)
_READS = (
    r"(?:looks?\s+(?:at|through|over)|reads?|goes?\s+(?:through|over)|watch(?:es)?|checks?|picks?|sees?|works?\s+through)\s+"
    rf"(?:it|them|that|those|(?:the|that|this)\s+(?:[\w-]+\s+)?(?:{_PLACE}|flags?|alerts?|messages?|hits?|tickets?)s?)\b"
)
_WHO_READS = Cue(rf"\s*(?:(?:then|also|usually|mostly)\s+)?{_READS}", re.IGNORECASE)
_WE_READ = Cue(
    rf"\b(?P<we>[Ww]e|one\s+of\s+us|somebody\s+from\s+(?:my|our)\s+team)\s+(?:(?:only|then|usually)\s+)?{_READS}"
)
_UNANSWERED = Cue(
    r"\b(?:if|when|unless)\s+(?:nobody|no\s+one|they|s?he|that|it|somebody|someone)\s+(?:(?:doesn[’']t|don[’']t|does\s+not|do\s+not|isn[’']t|hasn[’']t|haven[’']t|can[’']t)\s+(?:be\s+)?)?(?:acknowledg\w+|answer\w*|respond\w*|pick\w*\s+(?:it\s+|that\s+)?up|react\w*|repl\w+|reach\w*|get\w*)\b"
    r"[^.;]{0,40}?,?\s+(?:it|that|the\s+(?:page|call|pager|alert|system))\s+(?:then\s+|also\s+|automatically\s+)?(?P<verb>rings|pages|calls|phones|goes\s+(?:on\s+)?to|escalates\s+to|wakes|alerts|tells|texts|moves\s+(?:on\s+)?to)\s+",
    re.IGNORECASE,
)
_CHANNELS = {"rings": "telephone", "calls": "telephone", "phones": "telephone", "pages": "page", "texts": "text"}
_HEARSAY = Cue(r"\b(?:supposed|meant)\s+to\b|\b(?:nobody|no\s+one|never)\b", re.IGNORECASE)
_BACK = 2
_NEAR = 40


def read_readers(reading: Reading) -> Iterator[ProposedRelation]:
    """ALERTS from the control spoken of to who reads where it puts things."""
    for unit in reading.outline.units:
        for at, sentence in enumerate(unit.sentences if unit.kind is BlockKind.TURN else ()):
            before = unit.sentences[max(0, at - _BACK) : at]
            if _HEARSAY.search(sentence.text) or sentence.text.endswith("?"):
                continue
            put = next((s for s in (sentence, *reversed(before)) if _PUT.search(s.text)), None)
            if put is not None:
                yield from _reader(Place(reading, sentence), put)
            yield from _digest(Place(reading, sentence))


def _reader(place: Place, put: Sentence) -> Iterator[ProposedRelation]:
    text = place.sentence.text
    said = Place(place.reading, put)
    control = _control(said)
    agent = next(
        (m.key for m in agents_in(place, (0, len(text))) if _WHO_READS.match(text, m.end - place.sentence.start)), None
    )
    ours = _WE_READ.search(text)
    speaker = place.reading.speaker(place.sentence.unit) if ours and agent is None else None
    agent = agent or (place.reading.team_of.get(speaker.key) if speaker else None)
    if control and agent and not is_denied(text[: ours.start()] if ours else ""):
        alert = place.relation(RelationType.ALERTS, (control, agent))
        yield replace(
            alert, channel="chat" if re.search(r"\b(?:chat|channel)\b", put.text) else None, latency_s=seconds_in(text)
        )


def _control(place: Place) -> str | None:
    named = place.mentioned((0, len(place.sentence.text)), _CONTROL)
    return named[0].key if named else place.antecedent(_CONTROL)


def _digest(place: Place) -> Iterator[ProposedRelation]:
    text = place.sentence.text
    for match in DIGEST.finditer(text):
        control = place.mentioned(match.span("what"), _CONTROL)
        agents = [m.key for m in agents_in(place, (max(0, match.start() - _NEAR), match.start()))]
        pronoun = re.search(r"\b(?:[Ss]?[Hh]e|[Tt]hey)\s+$", text[: match.start()])
        who = agents[-1] if agents else place.antecedent(frozenset({ElementKind.PERSON}), turns=1) if pronoun else None
        if control and who:
            yield replace(place.relation(RelationType.ALERTS, (control[0].key, who)), channel="e-mail")


def read_unanswered(reading: Reading, told: Iterable[ProposedRelation]) -> Iterator[ProposedRelation]:
    """ESCALATES_TO from whoever was told last to who is called where no answer comes. `told`: the messages of the document."""
    messages = sorted((each for each in told if each.type is RelationType.ALERTS), key=lambda each: each.quote.start)
    starts = [each.quote.start for each in messages]
    for sentence in reading.outline.sentences:
        match = _UNANSWERED.search(sentence.text)
        place = Place(reading, sentence)
        agents = agents_in(place, (match.end(), match.end() + _NEAR)) if match else ()
        unit = reading.outline.units[max(0, sentence.unit - 1)]
        last = messages[bisect_left(starts, unit.start) : bisect_left(starts, sentence.start)] if match else []
        if match and agents and last and last[-1].target != agents[0].key:
            said = place.relation(RelationType.ESCALATES_TO, (last[-1].target, agents[0].key))
            yield replace(said, channel=_CHANNELS.get(match["verb"].casefold()), latency_s=seconds_in(sentence.text))
