"""Needs that a sentence shares with the one before: "and so does the data ledger", "the payment hold does so too"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading

_SO_DO = Cue(
    r"^\W*(?:(?:yes|right|well|sure|oh|exactly|correct),?\s+)*(?:and\s+)?so\s+(?:do|does)\s+(?P<who>[^.;?]{2,80})|"
    r"^\W*(?:(?:yes|right|well),?\s+)?(?:and\s+)?(?P<who2>[^.;?,]{2,60}?)\s+(?:do|does)\s+(?:so|the\s+same|likewise)\b|"
    r"^\W*the\s+same\s+(?:goes|holds|is\s+true)\s+(?:for|of)\s+(?P<who3>[^.;?,]{2,60})",
    re.IGNORECASE,
)
_APPARATUS = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})


def shared_needs(reading: Reading) -> Iterator[tuple[Place, tuple[str, ...], Sentence]]:
    """(place, who does so too, the sentence that says what) for every such sentence."""
    for sentence in reading.outline.sentences:
        match = _SO_DO.match(sentence.text)
        before = _before(reading, sentence) if match else None
        if match is None or before is None or is_denied(sentence.text[: match.end()]):
            continue
        place = Place(reading, sentence)
        group = next(name for name, value in match.groupdict().items() if value)
        who = tuple(dict.fromkeys(m.key for m in place.mentioned(match.span(group), _APPARATUS)))
        if who:
            yield place, who, before


def _before(reading: Reading, sentence: Sentence) -> Sentence | None:
    """The sentence before in the unit, else the last one of the turn before."""
    units = reading.outline.units
    unit = units[sentence.unit]
    here = [each for each in unit.sentences if each.start < sentence.start]
    if here or unit.kind is not BlockKind.TURN or not sentence.unit:
        return here[-1] if here else None
    earlier = units[sentence.unit - 1].sentences
    return earlier[-1] if earlier and units[sentence.unit - 1].kind is BlockKind.TURN else None
