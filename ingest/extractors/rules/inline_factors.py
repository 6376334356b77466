"""Factors that one sentence lists with their weights: "held down by egress limits (strong) and vetting (weak)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import cleaned
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.plain_headings import PLAIN_HEADING
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.weights import FactorItem, weight_alone

_WEIGHED = Cue(
    r"(?:[:,;]|\b(?:and|by|are|on|include))\s+(?:and\s+|by\s+|on\s+)?(?:the\s+|an?\s+|our\s+)?(?P<label>[^,;:()]{4,80}?)\s*\(\s*(?P<weight>[^()]{4,40})\s*\)",
    re.IGNORECASE,
)
_LEADS = Cue(
    r"\b(?:factors?|mitigations?|mitigated|held\s+down|reduced|lowered|limited|controls|safeguards|barriers|protections|defen[cs]es|rely|relies|rests?)\b",
    re.IGNORECASE,
)
_AGAINST = Cue(
    r"\b(?:aggravat\w+|risk\s+factors|not|n[’']t|no|never|raised|increased|would|planned|threatened)\b", re.IGNORECASE
)
_FEW = 2


def inline_factors(reading: Reading) -> tuple[FactorItem, ...]:
    """Factors that sentences of a pathway's section enumerate, two or more with a weight each."""
    found: list[FactorItem] = []
    for unit in reading.outline.units:
        pathway = reading.subject(unit.index)
        if pathway is None or reading.kind_of(pathway) is not ElementKind.PATHWAY:
            continue
        if unit.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            for sentence in unit.sentences:
                found += [
                    FactorItem(pathway, name, unit, weight_alone(weight)) for name, weight in _enumerated(sentence)
                ]
    return tuple(found)


def _enumerated(sentence: Sentence) -> tuple[tuple[str, str], ...]:
    found = [(match, weight_alone(match["weight"])) for match in _WEIGHED.finditer(sentence.text)]
    weighed = [match for match, weight in found if weight is not None]
    if len(weighed) < _FEW:
        return ()
    before = sentence.text[: weighed[0].start("label")]
    if not _LEADS.search(before) or _AGAINST.search(before):
        return ()
    return tuple(_named(weighed))


def _named(weighed: list[re.Match[str]]) -> Iterator[tuple[str, str]]:
    for match in weighed:
        name = cleaned(match["label"])
        if not PLAIN_HEADING.search(name):
            yield name[:1].upper() + name[1:], match["weight"]
