"""Who does the work of a control, told in its own description: "every Monday the plant crew compare …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied, is_rumoured
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.reading import Place, Reading

_SOME = r"(?:(?:two|three|four|five|six|some|several|one|a\s+few|\d+)\s+(?:[\w-]+\s+){0,2}?(?:of|from|in|at)\s+|(?:some(?:one|body)|people|staff|a\s+\w+)\s+(?:from|in|of|at)\s+)?"
_BEFORE = Cue(
    r"\W*(?:(?:every|each|once|twice|on|in|at|by|after|before|then)\b[^.,;:]{0,40}?,?\s+)?"
    r"(?:(?:(?:the|our|its|their)\s+)?[\w’'-]+\s+(?:vendor|supplier|maker|provider|contractor),\s+)?"
    rf"{_SOME}(?:the\s+|our\s+|an?\s+)?(?:(?:\w+\s+){{0,2}}(?:firm|company|contractor|team)\s+)?",
    re.IGNORECASE,
)
_WORKS = Cue(
    r",?(?:\s+(?:team|staff|people))?\s+(?:then\s+|also\s+|each\s+\w+\s+|\w+ly\s+)?(?:"
    r"(?:compares?|inspects?|counts?|samples?|examines?|weighs?|screens?|walks?|patrols?|reconciles?|draws?|sorts?|tests?|re-?runs?|signs?|scores?|grades?|audits?|sweeps?|checks?)\s+(?=\w)|"
    r"(?:offers?|provides?|hosts?|supplies)\s+(?=an?\s|the\s|it\b|this\b)|"
    r"(?:go(?:es)?|looks?)\s+(?:through|over|at)\s+(?=(?:every|each|all|a|the|about|some|\d)\b)|"
    r"(?:takes?|reads?|reviews?|gets?)\s+(?=(?:every|each|all|a\s+sample|about|some|\d|two|three)\b))"
)


def read_doings(reading: Reading) -> Iterator[ProposedRelation]:
    """OPERATED_BY from the control that a paragraph or item describes to whoever its sentences say to do the work."""
    for unit in reading.outline.units:
        led = [k for k in reading.gathered.leads.get(unit.index, ()) if _is_control(reading, k)]
        if len(led) != 1 or unit.kind is BlockKind.HEADING:
            continue
        for sentence in unit.sentences:
            place = Place(reading, sentence)
            yield from _in_sentence(place, led[0])


def _in_sentence(place: Place, control: str) -> Iterator[ProposedRelation]:
    text, start = place.sentence.text, place.sentence.start
    for agent in place.mentioned((0, len(text)), AGENT_KINDS):
        before, after = text[: agent.start - start], text[agent.end - start :]
        opens = _BEFORE.fullmatch(before[before.rfind(":") + 1 :])
        if opens and _WORKS.match(after) and not (is_denied(before) or is_rumoured(text)):
            yield place.relation(RelationType.OPERATED_BY, (control, agent.key))
            return


def _is_control(reading: Reading, key: str) -> bool:
    return reading.things[key].kind is ElementKind.CONTROL
