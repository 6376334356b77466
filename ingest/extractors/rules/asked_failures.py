"""What the thing under discussion needs, where a question supposes that something is lost: "And if the file is wrong?" – "Then the turnstile is wrong."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import harmed_span
from ingest.extractors.rules.need_words import LOST
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.replies import Reply, replies

_CONTROL = frozenset({ElementKind.CONTROL})
_NEEDY = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
_NEEDED = frozenset({ElementKind.DEPENDENCY, ElementKind.ORGANIZATION, ElementKind.CONTROL})
_SUPPOSES = Cue(
    rf"\b(?:if|when|suppose|say|once|without)\s+(?P<what>(?:it|that|they|the\s+[\w-]+(?:\s+[\w-]+){{0,3}}?|[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)(?:[’']s\s+not|[’']re)?)\s+"
    rf"(?:ever\s+)?(?:{LOST}|(?:is|are)n[’']t\s+there|not\s+there|there|goes(?=\s*\?)|down|gone|breaks|changed|(?:was|were|is|are|got)\s+(?:ever\s+)?(?:wiped|lost|stolen|altered|changed|wrong))",
    re.IGNORECASE,
)
_HARM = Cue(
    r"\b(?:nothing|nobody|no\s+one|blind|deaf|dark|zero|stops?|stuck|wrong|useless|worthless|empty|fails?|falls\s+over|can[’']t|cannot|couldn[’']t|won[’']t|no\s+\w+|lets?\s+(?:everything|it|them)|"
    r"dead|goes\s+(?:down|off|dark|blind|quiet)|lost|sees\s+(?:nothing|an\s+empty)|out)\b",
    re.IGNORECASE,
)
_FINE = Cue(
    r"^\W*(?:no\b|nothing(?:\s+(?:much|bad|really))?[.,]|it[’']s\s+fine|fine|not\s+(?:much|a\s+lot|really)|it\s+(?:carries|goes|keeps|runs)\s+on|that\s+one\b|then\s+nothing\s+happens)",
    re.IGNORECASE,
)
_NAMES_NOTHING = Cue(
    r"\W*(?:well,?\s+|yes,?\s+|so,?\s+)?(?:then\s+|in\s+that\s+case,?\s+)?(?:it|they|we|you|nothing|nobody|no\s+one|there|everything|everyone|that|no)\b",
    re.IGNORECASE,
)
_FIRST = 2
_BACK = 6


def read_asked_failures(reading: Reading) -> Iterator[ProposedRelation]:
    """DEPENDS_ON from what the answer says is harmed, or what was spoken of before, to what the question supposes lost."""
    for reply in replies(reading.outline):
        supposed = _SUPPOSES.search(reply.question.text)
        sentences = reading.outline.units[reply.answer.unit].sentences[:_FIRST]
        if supposed is None or _FINE.match(reply.answer.text):
            continue
        harmed = next((s for s in sentences if _harms(s.text)), None)
        needed = _needed(reading, reply, supposed)
        needy = _needy(reading, harmed, needed) if harmed and needed else None
        if harmed is not None and needed and needy and needy != needed:
            yield Place(reading, harmed).relation(RelationType.DEPENDS_ON, (needy, needed))


def _harms(text: str) -> bool:
    span = harmed_span(text, (0, len(text)))
    return span is not None and _HARM.search(text[slice(*span)]) is not None


def _needed(reading: Reading, reply: Reply, supposed: re.Match[str]) -> str | None:
    """What is supposed lost: named in the question, else by "it" what was named last as a part or a supplier."""
    question = Place(reading, reply.question)
    named = question.mentioned(supposed.span("what"), _NEEDED)
    if named:
        return named[-1].key
    plain = supposed["what"].split("’")[0].split("'")[0].casefold() in {"it", "they", "that"}
    earlier = question.mentioned((0, supposed.start()), _NEEDED) if plain else ()
    return earlier[-1].key if earlier else question.antecedent(_NEEDED - _CONTROL, turns=1) if plain else None


def _needy(reading: Reading, harmed: Sentence, needed: str) -> str | None:
    """What the sentence names, else the control under discussion where it names nothing at all."""
    answer = Place(reading, harmed)
    named = [m.key for m in answer.mentioned((0, len(harmed.text)), _NEEDY) if m.key != needed]
    controls = [key for key in named if reading.things[key].kind is ElementKind.CONTROL]
    if not (named or _NAMES_NOTHING.match(harmed.text)):
        return None
    return next(iter((*controls, *named)), None) or answer.antecedent(_CONTROL, but=(needed,), turns=_BACK)
