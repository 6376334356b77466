"""Tests and exercises that a document lists under a heading about what was tried, each by its name and with its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import cleaned
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.lexicon import GENERIC_NAMES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Unit
from ingest.extractors.rules.phrases import head

_TRIED = Cue(
    r"\b(?:tried|tested|tests|trials|drills|exercises|rehears\w+|measured|experiments|studies|evaluations)\b",
    re.IGNORECASE,
)
_NOT_YET = Cue(
    r"\b(?:not|never|untested|planned|future|to\s+be|should|recommend\w*|propos\w+|limitations?|how|next|will|would)\b",
    re.IGNORECASE,
)
_VERB = Cue(r"\b(?:is|are|was|were|has|have|had|can|cannot|did|does|do|will|would|should|we|it)\b", re.IGNORECASE)
_LONGEST = 8


def listed_exercises(outline: Outline) -> Iterator[tuple[Unit, Thing]]:
    """(unit, evidence) for each item that opens with the name of a test or exercise, under such a heading."""
    for unit in outline.units:
        section = unit.block.section or ""
        if unit.kind in {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH} and unit.lead and unit.sentences:
            name = cleaned(unit.lead)
            about = _TRIED.search(section) and not _NOT_YET.search(section)
            if about and (unit.bold or unit.kind is BlockKind.LIST_ITEM) and _is_exercise(name):
                yield unit, Thing(thing_key(ElementKind.EVIDENCE, name), ElementKind.EVIDENCE, name, unit.sentences[0])


def _is_exercise(name: str) -> bool:
    """Is it a name, and not the name of what was tried?"""
    words = name.split()
    voted = votes_of_head(head(name))
    tried = voted[ElementKind.CONTROL] and not voted[ElementKind.EVIDENCE]
    plain = (
        name[0].isupper() and not name.endswith("?") and not _VERB.search(name) and name.casefold() not in GENERIC_NAMES
    )
    return plain and not tried and 1 < len(words) <= _LONGEST
