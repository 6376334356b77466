"""Conditions that a speaker gives when asked what would end a claim: "What would make you drop it?" – "If two runs differed by ten points."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import RelationType
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.answered_relations import claim_before
from ingest.extractors.rules.conclusions import overall_claim
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.replies import Reply, replies
from ingest.extractors.rules.triggers import named_trigger, said_condition

_GIVES_UP = (
    r"(?:drop|give\s+(?:it\s+|that\s+|the\s+\w+\s+|this\s+)?up|withdraw|retract|abandon|reconsider|revisit|take\s+(?:[\w-]+\s+){1,3}?back|change\s+(?:your\s+(?:mind|view|answer)|(?:that|the\s+\w+)\s+(?:answer|view|judg\w+))|think\s+again|make\s+(?:it|that|this)\s+(?:useless|worthless|void|moot|pointless)|"
    r"stop\s+(?:believing|defending|trusting|relying|saying|counting)|lose\s+(?:faith|confidence|trust)|say\s+(?:it|that)\s+is\s+(?:wrong|void)|convince\s+you\s+that\s+(?:you[’']re|you\s+are|it[’']s|it\s+is)\s+wrong)"
)
_ASKS = Cue(
    rf"\b(?:what|anything|something|is\s+there|when|which)\b[^?]{{0,40}}\b(?:would|could|might)\b[^?]{{0,30}}?\b{_GIVES_UP}\b|\bwhat\s+would\s+(?:have\s+to\s+happen|change\s+your\s+mind)\b",
    re.IGNORECASE,
)
_IF = Cue(
    r"^\W*(?:(?:well|yes|sure|oh|so),?\s+)?(?:if|when|once)\s+(?P<condition>[^.;]{8,160}?)(?:,\s+(?:then\s+)?(?:I|we|it|that|the\s+\w+)(?:[’']d|\s+would|\s+will|\s+wouldn[’']t)\b[^.;]*)?[.;]?$",
    re.IGNORECASE,
)
_OF_CASE = Cue(r"\b(?:document|report|safety\s+case|case|conclusion|memo|paper)\b", re.IGNORECASE)
_FIRST = 3


def read_asked_triggers(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """A trigger for each such answer, and INVALIDATES to the claim defended before, or to what the answer says falls."""
    for reply in replies(reading.outline):
        if _ASKS.search(reply.question.text) is None:
            continue
        unit = reading.outline.units[reply.answer.unit]
        for sentence in unit.sentences[:_FIRST]:
            match = _IF.match(sentence.text)
            if match is None or said_condition(reading, sentence)[1]:
                continue
            trigger = named_trigger(Place(reading, sentence), match["condition"])
            yield trigger
            target = _target(reading, reply, unit.sentences)
            if target is not None:
                yield Place(reading, sentence).relation(RelationType.INVALIDATES, (trigger.key, target))
            break


def _target(reading: Reading, reply: Reply, said: tuple[Sentence, ...]) -> str | None:
    """What another sentence of the answer says falls, else the claim that the talk defended last."""
    named = [target for sentence in said for target in said_condition(reading, sentence)[1]]
    if not named and _OF_CASE.search(reply.question.text):
        overall = overall_claim(reading)
        return overall.key if overall else None
    return named[0] if named else claim_before(reading, reply.question, back=reply.question.unit)
