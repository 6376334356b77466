"""What short answers in talk say that the thing asked about needs: "What does the cap depend on?" – "On the session ID."."""

from __future__ import annotations

from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.phrases import phrase_after
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.replies import ASKS_NEED, OPENING, replies

_NEEDY = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY, ElementKind.EVIDENCE})


def read_replies(reading: Reading) -> Iterator[ProposedRelation]:
    """DEPENDS_ON where an answer says in a few words what the thing that was asked about needs."""
    for reply in replies(reading.outline):
        text = reply.answer.text
        opening = OPENING.match(text)
        if opening is None or not ASKS_NEED.search(reply.question.text):
            continue
        asked = Place(reading, reply.question)
        about = asked.mentioned((0, len(reply.question.text)), _NEEDY)
        source = about[-1].key if about else asked.antecedent(_NEEDY)
        span = phrase_after(text, opening.end())
        thing = reading.by_name.get(normal(text[span[0] : span[1]])) if span else None
        if source and thing and thing.key != source and thing.kind in _NEEDY | AGENT_KINDS:
            yield Place(reading, reply.answer).relation(RelationType.DEPENDS_ON, (source, thing.key))
