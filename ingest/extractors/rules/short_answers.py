"""What short answers in talk say that the thing asked about needs: "What does the cap depend on?" – "On the session ID."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.answered_relations import read_answered
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.phrases import phrase_after
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.replies import ASKS_NEED, OPENING, Reply, replies

_ASKS_WHO = Cue(
    r"\bwho(?:m)?(?:[’']d|\s+did|\s+does|\s+do|\s+would|\s+will)\s+(?P<who>[^?]{2,30}?)\s+(?:tell|ring|call|page|phone|e-?mail|inform|report\s+(?:it\s+)?to|go\s+to)\b",
    re.IGNORECASE,
)
_ME = Cue(r"\W*me\b", re.IGNORECASE)
_PRONOUN = Cue(r"(?:s?he|they)$", re.IGNORECASE)
_DENIES = Cue(r"\W*(?:not\b(?!\s+(?:only|just)\b)|never\b)|\b(?:no\s+longer|any\s*more|used\s+to)\b", re.IGNORECASE)
_FIRST = 8
_NEEDY = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY, ElementKind.EVIDENCE})


def read_replies(reading: Reading) -> Iterator[ProposedRelation]:
    """What an answer says in a few words: what is needed (DEPENDS_ON), who was told (ESCALATES_TO), what speaks for a claim (SUPPORTED_BY)."""
    yield from read_answered(reading)
    for reply in replies(reading.outline):
        yield from _told(reading, reply)
        text = reply.answer.text
        opening = OPENING.match(text)
        if opening is None or not ASKS_NEED.search(reply.question.text) or _DENIES.search(text):
            continue
        asked = Place(reading, reply.question)
        about = asked.mentioned((0, len(reply.question.text)), _NEEDY)
        source = about[-1].key if about else asked.antecedent(_NEEDY)
        span = phrase_after(text, opening.end())
        thing = reading.by_name.get(normal(text[span[0] : span[1]])) if span else None
        if source and thing and thing.key != source and thing.kind in _NEEDY | AGENT_KINDS:
            yield Place(reading, reply.answer).relation(RelationType.DEPENDS_ON, (source, thing.key))


def _told(reading: Reading, reply: Reply) -> Iterator[ProposedRelation]:
    """Who was told, in the first word of the answer: "Who did she tell?" – "Me, over lunch."."""
    asked = _ASKS_WHO.search(reply.question.text)
    answer, question = Place(reading, reply.answer), Place(reading, reply.question)
    if asked is None or _DENIES.match(reply.answer.text):
        return
    first = answer.mentioned((0, _FIRST), AGENT_KINDS)
    speaker = reading.speaker(reply.answer.unit)
    told = speaker.key if speaker and _ME.match(reply.answer.text) else first[0].key if first else None
    named = question.mentioned(asked.span("who"), AGENT_KINDS)
    teller = (
        named[-1].key if named else question.antecedent(AGENT_KINDS, turns=1) if _PRONOUN.match(asked["who"]) else None
    )
    if told and teller and told != teller:
        yield answer.relation(RelationType.ESCALATES_TO, (teller, told))
