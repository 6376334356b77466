"""Things that a speaker names alone and then says what they are: "The approver list. It's a YAML file."."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import FUNCTION_WORDS, GENERIC_NAMES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline
from ingest.extractors.rules.phrases import named

_ALONE = Cue(
    r"^(?:(?:oh|well|so|yes|yeah|right),\s+)?(?:(?P<article>the|our|an?)\s+)?(?P<name>[A-Za-z][\w-]+(?:\s+[\w-]+){0,2})\.$",
    re.IGNORECASE,
)
_SORT = (
    r"(?:file|table|spreadsheet|sheet|database|directory|service|queue|account|server|machine|box|repo|repository|bucket|setting|flag|script|cron\s+job|job|config|certificate|"
    r"registry|mailbox|channel|library|cluster|host|store|cache|feed|gateway|proxy|contract|list|rota|calendar|key|secret|token|image|template|module|vendor|api)"
)
_IS = Cue(
    rf"^(?:it|that|they)(?:[’']s|\s+is|\s+are|[’']re)\s+(?:just\s+|really\s+|basically\s+|only\s+)?(?:the|an?|our|one)\s+(?:[\w-]+\s+){{0,2}}?{_SORT}\b(?!\s+that\s+(?:blocks|stops|checks|watches))",
    re.IGNORECASE,
)


def spoken_sorts(outline: Outline) -> tuple[Thing, ...]:
    """Dependencies that a sentence names alone, where the next one says that it is a file, a service or the like."""
    found: dict[str, Thing] = {}
    for unit in outline.units:
        for first, second in pairwise(unit.sentences) if unit.kind is BlockKind.TURN else ():
            alone = _ALONE.match(first.text)
            if alone is None or not _IS.match(second.text):
                continue
            name = alone["name"]
            words = [word.casefold() for word in name.split()]
            proper = name[0].isupper() and not alone["article"] and len(words) == 1
            plain = alone["article"] is not None and len(words) > 1
            ordinary = any(word in FUNCTION_WORDS for word in words) or (proper and words[0] in GENERIC_NAMES)
            if (proper or plain) and not ordinary:
                key = thing_key(ElementKind.DEPENDENCY, name)
                found.setdefault(key, Thing(key, ElementKind.DEPENDENCY, named(name), first))
    return tuple(found.values())
