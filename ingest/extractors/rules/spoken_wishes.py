"""What a speaker would change: "I'd make the flag a default", "I'd like weekends on the rota", "we could ask for a second key"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.document import BlockKind
from ingest.extractors.rules.actions import short_action
from ingest.extractors.rules.outline import Outline, Sentence

_MADE = re.compile(
    r"\bI[’']d\s+(?:also\s+|first\s+)?(?P<made>(?:make|put|move|give|split|take)\s+(?:the|our|every|all|each)\s+[^.;,]{4,70})",
    re.IGNORECASE,
)
_STAND_BY = re.compile(
    r"\bI(?:[’']d|\s+would)\s+(?:also\s+|just\s+|simply\s+)?(?:put|add|fit|buy|get|install|build|run|keep)\s+(?P<beside>(?:an?|one)\s+(?:second|third|spare|separate|new|further)\s+[^.;,?]{4,60})",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:I|we)[’']d\s+(?:also\s+|really\s+)?(?:like|add|want|build)\s+(?P<wanted>(?!to\b|it\b|that\b|you\b|somebody\b|someone\b)[^.;,?]{6,70})|"
    r"\bwe\s+could\s+(?:just\s+|simply\s+)?(?:ask\s+for|add|introduce|build)\s+(?P<could>an?\s+[^.;,?]{4,60})",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:change|strengthen|improve|fix|like\s+to|wish|would\s+help|missing|budget|better|different\w*|long\s+would)\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\s+(?:to\s+(?:stand|take|back|be|have|fall|cover|serve)|so\s+that|in\s+case|for\s+when|as\s+a)\b", re.IGNORECASE
)
_TAIL = re.compile(
    r"\s+(?:as\s+well|too|tomorrow|today|now|first|perhaps|maybe|really)\b.*$|^(?:an?|some)\s+", re.IGNORECASE
)


def spoken_wishes(outline: Outline) -> Iterator[tuple[str, Sentence]]:
    """Names of the changes that speakers wish for when they are asked what they would change, or of a second thing beside the first, with their sentences."""
    turns = [unit for unit in outline.units if unit.kind is BlockKind.TURN]
    asked = False
    for unit in turns:
        for sentence in unit.sentences:
            if (beside := _STAND_BY.search(sentence.text)) is not None:
                yield short_action(_TAIL.sub("", _PURPOSE.split(beside["beside"], maxsplit=1)[0])), sentence
        question = unit.text.rstrip().endswith("?")
        if question:
            asked = bool(_ASKED.search(unit.text))
            continue
        for sentence in unit.sentences if asked else ():
            for match in (*_MADE.finditer(sentence.text), *_WANTED.finditer(sentence.text)):
                words = next(value for value in match.groupdict().values() if value)
                name = short_action(_TAIL.sub("", words))
                if " " in name:
                    yield name, sentence
