"""Who can use a control, as talk says it: "Who can pull it?" – "I can, and anybody on our rota"; "Marta can run it"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.first_person import agents_in
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.replies import replies

_CONTROL = frozenset({ElementKind.CONTROL})
_USE = r"(?:run|use|pull|press|trigger|fire|throw|hit|push|operate|activate|invoke|flip|start)"
_ASKS = Cue(
    rf"\bwho(?:\s+else|\s+all)?\s+(?:can|is\s+able\s+to|is\s+allowed\s+to|may)\s+(?:actually\s+)?(?:do\s+(?:that|it|this)|{_USE})\b",
    re.IGNORECASE,
)
_CAN = Cue(
    rf"^(?:,\s+[^,.;]{{2,40}},)?\s+(?:can|may|(?:is|are)\s+allowed\s+to)(?:\s+{_USE}\s+(?P<what>it|that|the\s+[\w-]+(?:\s+[\w-]+)?)\b|(?=[,.;]|\s+and\b|$))"
)
_NOT = Cue(r"\b(?:not|nobody|no\s+one|none|never|only\s+if|used\s+to|\w+n[’']t)\b", re.IGNORECASE)
_FIRST = 3


def read_who_can(reading: Reading) -> Iterator[ProposedRelation]:
    """OPERATED_BY from a control to whoever is said to be able to use it; what is denied or asked says nothing."""
    asked = {
        reply.answer.unit: reply.question for reply in replies(reading.outline) if _ASKS.search(reply.question.text)
    }
    for unit in reading.outline.units:
        for position, sentence in enumerate(unit.sentences):
            if _NOT.search(sentence.text) or sentence.text.endswith("?"):
                continue
            question = asked.get(unit.index) if position < _FIRST else None
            yield from _able(Place(reading, sentence), question)


def _able(place: Place, question: Sentence | None) -> Iterator[ProposedRelation]:
    text, start = place.sentence.text, place.sentence.start
    agents = agents_in(place, (0, len(text)))
    for agent in agents:
        can = _CAN.match(text[agent.end - start :])
        if can is None or is_denied(text[: agent.start - start]) or not (can["what"] or question):
            continue
        control = _control(place, agent, can, question=question)
        if control is not None:
            yield place.relation(RelationType.OPERATED_BY, (control, agent.key))


def _control(place: Place, agent: Mention, can: re.Match[str], *, question: Sentence | None) -> str | None:
    """What the clause names, else what was spoken of last, in the answer or before its question."""
    if can["what"] and can["what"].casefold() not in {"it", "that"}:
        at = agent.end - place.sentence.start + can.start("what")
        named = place.mentioned((at, at + len(can["what"])), _CONTROL)
        return named[0].key if named else None
    here = place.antecedent(_CONTROL, turns=0)
    if here is None and question is not None:
        asked = Place(place.reading, question)
        named = asked.mentioned((0, len(question.text)), _CONTROL)
        return named[-1].key if named else asked.antecedent(_CONTROL)
    return here or place.antecedent(_CONTROL)
