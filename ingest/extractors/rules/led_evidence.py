"""Evidence that opens a paragraph of a claim's own section: "**Activation sweep.** Directions were searched for in 20,000 sessions."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import Introduction, cleaned
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Unit
from ingest.extractors.rules.plain_headings import PLAIN_HEADING

_NOT_EVIDENCE = Cue(
    r"\b(?:is|are|was|were|has|have|do|does|can|cannot|could|will|would|may|might|must|should|why|how|what|doubts?|concerns?|caveats?|limit\w*|"
    r"method\w*|set-?up|definition|meaning|scope|status|owner|next|open|remaining|objections?|weakness\w*|result|reading|note|gaps?|"
    r"dependenc\w+|depends|assumptions?|condition\w*|invalid\w*|control|future|planned|alternative\w*|against|risks?)\b",
    re.IGNORECASE,
)
_FIGURE = Cue(
    r"\b(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|dozen\w*|hundreds?|thousands?)\b", re.IGNORECASE
)
_TRIED = Cue(
    r"\b(?:we|they|it|teams?|researchers|staff)\s+(?:[\w-]+\s+)?[\w-]+(?:ed|nt|ran|gave|took|read|built|found|saw|held)\b|\b(?:was|were|been)\s+(?:\w+ly\s+)?[\w-]+(?:ed|en|un|wn|de|nt|ht|ne)\b|"
    r"\b(?:fell|rose|showed|found|passed|failed|succeeded|differed|caught|missed)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 6


@dataclass(frozen=True)
class Led:
    """A paragraph that opens with what speaks for the claim of its section."""

    claim: str
    name: str
    unit: Unit


def led_evidence(outline: Outline, introduced: Iterable[Introduction]) -> Iterator[Led]:
    """Every such paragraph: a label of a few words that is no sentence, and figures, a weight or what was tried behind it."""
    heads = {each.unit: each for each in introduced if not each.inside}
    claim: Introduction | None = None
    for unit in outline.units:
        opening = heads.get(unit.index)
        if unit.kind is BlockKind.HEADING:
            of_claim = opening is not None and opening.kind is ElementKind.CLAIM
            ends = claim is not None and unit.block.level <= claim.level
            claim = opening if of_claim else None if ends or opening else claim
        elif claim is not None and opening is None and unit.bold and (name := _label(unit)):
            yield Led(claim.key, name, unit)


def led_things(outline: Outline, introduced: Iterable[Introduction]) -> Iterator[Thing]:
    """The evidence of such paragraphs."""
    for each in led_evidence(outline, introduced):
        yield Thing(thing_key(ElementKind.EVIDENCE, each.name), ElementKind.EVIDENCE, each.name, each.unit.sentences[0])


def _label(unit: Unit) -> str:
    name = cleaned(unit.lead).rstrip(".:")
    words = name.split()
    if not unit.sentences or not 1 < len(words) <= _MOST_WORDS or not name[:1].isupper():
        return ""
    if PLAIN_HEADING.search(name) or _NOT_EVIDENCE.search(name) or votes_of_head(name)[ElementKind.CONTROL]:
        return ""
    body = unit.text[unit.after_lead - unit.start :]
    tried = votes_of_head(name)[ElementKind.EVIDENCE] or (_FIGURE.search(body) and _TRIED.search(body))
    return name if tried else ""
