"""What the things asked about need, by the answers: "What does the lock compare with?" – "The rule table."."""

from __future__ import annotations

from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.asked_needs import LABEL, asked_needs
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading

_NEEDY = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})
_NEEDED = _NEEDY | AGENT_KINDS
_FAR = 10  # units back in which the thing asked about may have been named


def read_asked_needs(reading: Reading) -> Iterator[ProposedRelation]:
    """DEPENDS_ON from what is asked about, or was named last, to what the answer names."""
    for each in asked_needs(reading.outline):
        place = Place(reading, each.answer)
        keys = [key for span in each.spans if (key := _meant(place, span)) is not None]
        for source in _asked_about(reading, each.asked, tuple(keys)) if keys else ():
            yield from (place.relation(RelationType.DEPENDS_ON, (source, key)) for key in keys if key != source)


def _meant(place: Place, span: tuple[int, int]) -> str | None:
    mentions = place.mentioned(span, _NEEDED)
    if mentions:
        return max(mentions, key=lambda mention: (mention.end, mention.end - mention.start)).key
    thing = place.reading.by_name.get(normal(place.sentence.text[slice(*span)]))
    return thing.key if thing and thing.kind in _NEEDED else None


def _asked_about(reading: Reading, asked: Sentence, but: tuple[str, ...]) -> tuple[str, ...]:
    """What the question names, else the control that its paragraph describes or that was named last before it."""
    place = Place(reading, asked)
    label = LABEL.match(asked.text)
    named_here = [m.key for m in place.mentioned((0, len(asked.text)), _NEEDY) if m.key not in but]
    if named_here and label is None:
        return tuple(dict.fromkeys(named_here))[-1:]
    led = [key for key in reading.gathered.leads.get(asked.unit, ()) if key not in but]
    if led:
        return (led[0],)
    units = reading.outline.units
    since = units[max(asked.unit - _FAR, 0)].start
    earlier = reading.mentions.before(asked.start)
    return next(
        ((m.key,) for m in earlier if m.kind is ElementKind.CONTROL and m.key not in but and m.start >= since), ()
    )
