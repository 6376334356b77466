"""What a speaker's wish is aimed at, where the sentences behind it or its pronouns say so: "It would make the monitor something you can trust"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.plans import Plan
from ingest.extractors.rules.reading import Place, Reading

_AIMED_AT = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY, ElementKind.EVIDENCE})
_CONTROL = frozenset({ElementKind.CONTROL})
_IT_WOULD = r"\b(?:it|that|this)(?:[’']d|\s+would|\s+could|\s+might|[’']ll|\s+will)\s+"
_BESIDE = Cue(
    rf"{_IT_WOULD}[^.;]{{0,40}}?(?:\bback(?:s|ed)?\s+(?:\w+\s+)?up\b|\bstand\s+in\b|\btake\s+over\b|\bcarry\s+us\b|\b(?:second|other|another)\s+way\s+of\s+doing\b|\bbe\s+a\s+(?:second|spare|back-?up)\b)",
    re.IGNORECASE,
)
_BETTER = Cue(
    rf"{_IT_WOULD}(?:also\s+|really\s+|certainly\s+)?(?:make|help|strengthen|improve|mean|fix|stop|let|give|turn|close|apply)\b",
    re.IGNORECASE,
)
_THEN = Cue(r"\bthen\s+(?:the\s+)?[\w\s-]{2,40}?\s+would\b", re.IGNORECASE)
_PRONOUN = Cue(r"\b(?:it|them)\b|\bthat$", re.IGNORECASE)
_POINTED_NOUN = Cue(r"\b(?:on|of|from|with|without)\s+(?:that|this)\s+[a-z]+\b", re.IGNORECASE)
_AFTER = 3


def wish_targets(reading: Reading, plan: Plan) -> Iterator[ProposedRelation]:
    """BACKS_UP or IMPROVES from a wish in talk: by the sentences right behind it, else by what its own words point back to."""
    if plan.sentence is None or plan.unit.kind is not BlockKind.TURN:
        return
    said = Place(reading, plan.sentence)
    behind = [s for s in plan.unit.sentences if s.start > plan.sentence.start][:_AFTER]
    for sentence in behind:
        place = Place(reading, sentence)
        for type_, pattern in (
            (RelationType.BACKS_UP, _BESIDE),
            (RelationType.IMPROVES, _BETTER),
            (RelationType.IMPROVES, _THEN),
        ):
            match = pattern.search(sentence.text)
            named = place.mentioned((match.start(), len(sentence.text)), _AIMED_AT) if match else ()
            key = (
                named[0].key
                if named
                else said.antecedent(_CONTROL)
                if match and type_ is RelationType.BACKS_UP
                else None
            )
            if key is not None:
                yield place.relation(type_, (plan.key, key))
                return
    pointed = _PRONOUN.search(plan.name)
    key = said.antecedent(_AIMED_AT, turns=1) if pointed and not _POINTED_NOUN.search(plan.sentence.text) else None
    if key is not None:
        yield said.relation(RelationType.IMPROVES, (plan.key, key))
