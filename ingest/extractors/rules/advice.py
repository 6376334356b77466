"""What the writer of a letter would do in the reader's place: "I would have the valve close when …", "I'd ask somebody to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.document import BlockKind
from ingest.extractors.rules.actions import short_action
from ingest.extractors.rules.letters import letter
from ingest.extractors.rules.outline import Outline, Sentence

_ASKED = re.compile(
    r"\b(?:what\s+(?:would|should)\s+I\s+(?:do|change|advise|recommend)|in\s+your\s+place|if\s+I\s+were\s+you|my\s+advice|were\s+it\s+mine)\b",
    re.IGNORECASE,
)
_WOULD = re.compile(
    r"\bI(?:[’']d|\s+would)\s+(?:also\s+|then\s+|first\s+)?(?P<action>(?:have\s+(?:the|each|every|all|an?)\s|ask\s+(?:the|some|an?)|let\s+the\s|make\s+the\s|put\s+|add\s+|fit\s+|give\s+the\s|move\s+the\s|name\s+)[^.;?]{6,160})"
)
_ENDS = re.compile(
    r",\s+(?:which|and\s+(?:not|this)|this|before|by)\b|\s+and\s+not\s+only\b|\s+when\s+it\b|,\s+(?:so|since|as|because)\b"
)


def advice(outline: Outline) -> Iterator[tuple[str, Sentence]]:
    """Names of what a letter advises, with their sentences; only of the paragraph that says that it advises."""
    if letter(outline).writer is None:
        return
    for unit in outline.units:
        if unit.kind is not BlockKind.PARAGRAPH or _ASKED.search(unit.text) is None:
            continue
        for sentence in unit.sentences:
            for match in _WOULD.finditer(sentence.text):
                words = _ENDS.split(match["action"], maxsplit=1)[0]
                yield short_action(words), sentence
