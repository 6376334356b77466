"""The named things themselves, as proposals: where they are introduced, and what is said of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.extraction import ProposedElement
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.names import Thing
from ingest.extractors.rules.reading import Reading
from ingest.tokens import is_code

_FIGURE = Cue(r"\d|\blimits?\b|\b(?:cannot|can[’']t|doesn[’']t|does\s+not|never|only|nobody)\b", re.IGNORECASE)
_DESCRIBED = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY, ElementKind.EVIDENCE})


def read_inventory(reading: Reading) -> Iterator[ProposedElement]:
    """Every named thing at its first mention, and controls again wherever their own description gives figures or limits."""
    first: dict[str, int] = {}
    for sentence in reading.outline.sentences:
        for mention in reading.mentions.within(sentence.start, sentence.end):
            if mention.key not in first and mention.named:
                first[mention.key] = sentence.start
                yield _introduced(reading, reading.things[mention.key], (sentence.start, sentence.end))
    for thing in reading.gathered.things:
        if thing.key not in first:
            yield _introduced(reading, thing, (thing.sentence.start, thing.sentence.end))
    yield from _described(reading)


def _introduced(reading: Reading, thing: Thing, span: tuple[int, int]) -> ProposedElement:
    quote = reading.outline.short_quote(*span)
    text = re.sub(r"\s+", " ", quote.text) if thing.kind in _DESCRIBED else None
    mention = thing.key in reading.mentioned
    numbers = [name for name in (thing.name, *thing.aliases) if thing.elsewhere and is_code(name)]
    return ProposedElement(
        thing.key,
        thing.kind,
        thing.name,
        quote,
        number=next(iter(numbers), None),
        aliases=tuple(alias for alias in thing.aliases if alias not in numbers),
        text=None if mention else text,
        mention=mention,
    )


def _described(reading: Reading) -> Iterator[ProposedElement]:
    for unit, keys in reading.gathered.leads.items():
        for sentence in reading.outline.units[unit].sentences:
            if _FIGURE.search(sentence.text) and any(char.isalpha() for char in sentence.text):
                for key in keys[:1]:
                    thing = reading.things[key]
                    quote = reading.outline.short_quote(sentence.start, sentence.end)
                    yield ProposedElement(key, thing.kind, thing.name, quote, mention=True)
