"""Which control a sentence about a test means where it names none: the one that its paragraph or item describes."""

from __future__ import annotations

from collections.abc import Mapping

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.factors import find_factors
from ingest.extractors.rules.once import once
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Reading

_OF_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@once
def described_controls(reading: Reading) -> Mapping[int, str]:
    """Unit -> the only control that the unit describes, or that it argues for as a factor."""
    found: dict[int, str] = {}
    for unit, factor in find_factors(reading).items():
        if factor.key in reading.things and reading.things[factor.key].kind is ElementKind.CONTROL:
            found[unit] = factor.key
    for unit, keys in reading.gathered.leads.items():
        controls = [key for key in keys if reading.things[key].kind is ElementKind.CONTROL]
        if len(controls) == 1:
            found[unit] = controls[0]
    return found


def meant_control(reading: Reading, sentence: Sentence, described: Mapping[int, str]) -> str | None:
    """The control that a sentence naming none is about: what its unit describes, else the only one named before in it."""
    if (key := described.get(sentence.unit)) is not None:
        return key
    unit = reading.outline.units[sentence.unit]
    if unit.kind not in _OF_PROSE:
        return None
    return reading.mentions.only_of(ElementKind.CONTROL, unit.start, sentence.start)
