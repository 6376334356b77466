"""What a speaker takes back: "actually no, since June it goes to Security first" makes the earlier answer void."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from graph.elements import RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.reading import Reading

_CORRECTS = Cue(
    r"\b(?:actually,?\s+no|no,\s+(?:wait|actually|sorry|hang\s+on|I[’']m\s+wrong)|I(?:\s+was|[’']m|\s+am)\s+wrong\b|I\s+misspoke|I\s+got\s+that\s+wrong|"
    r"let\s+me\s+correct|correction[:,]|scratch\s+that|I\s+take\s+that\s+back|that[’']s\s+(?:not\s+right|wrong)[,.]|I\s+said\s+[^.;]{2,60},?\s+but\s+(?:it|that|they)\b)",
    re.IGNORECASE,
)
_REPLACED = frozenset({RelationType.ALERTS, RelationType.ESCALATES_TO, RelationType.OWNED_BY, RelationType.OPERATED_BY})


def without_corrected(
    reading: Reading, proposals: Iterable[ProposedElement | ProposedRelation]
) -> tuple[ProposedElement | ProposedRelation, ...]:
    """The proposals without the relations that the same speaker corrects later, by one of the same type and source."""
    kept = tuple(proposals)
    relations = [each for each in kept if isinstance(each, ProposedRelation)]
    void = set(_corrected(reading, [each for each in relations if each.type in _REPLACED]))
    lost = {(each.quote, each.target) for each in void}
    void |= {each for each in relations if (each.quote, each.source) in lost and each.type is RelationType.ESCALATES_TO}
    return tuple(each for each in kept if each not in void)


@dataclass(frozen=True)
class _Said:
    """What each speaker has said so far and not taken back: speaker, type and source -> target -> the relations."""

    kept: defaultdict[tuple[str | None, RelationType, str], dict[str, list[ProposedRelation]]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def add(self, outline: Outline, said: ProposedRelation) -> None:
        """Hear one more; what stands in no sentence is nobody's."""
        sentence = outline.sentence_at(said.quote.start)
        if sentence is None:
            return
        speaker = outline.units[sentence.unit].block.speaker
        self.kept[speaker, said.type, said.source].setdefault(said.target, []).append(said)

    def replaced(self, speaker: str | None, new: ProposedRelation) -> Iterator[ProposedRelation]:
        """What a new relation makes void, which is told once: the speaker's with its type and source and another target."""
        of = self.kept[speaker, new.type, new.source]
        for target in [each for each in of if each != new.target]:
            yield from of.pop(target)


def _corrected(reading: Reading, relations: Iterable[ProposedRelation]) -> Iterator[ProposedRelation]:
    """What was said before a correction by the same speaker and is replaced in it: one walk over the text."""
    outline = reading.outline
    said = _Said()
    waiting = deque(sorted(relations, key=lambda each: each.quote.start))
    in_order = tuple(waiting)
    starts = [each.quote.start for each in in_order]
    corrections = tuple(_corrections(reading))
    for sentence, following in zip_longest(corrections, corrections[1:]):
        unit = outline.units[sentence.unit]
        while waiting and waiting[0].quote.start < sentence.start:
            said.add(outline, waiting.popleft())
        end = following.start if following and following.unit == sentence.unit else unit.end
        for new in in_order[bisect_left(starts, sentence.start) : bisect_left(starts, end)]:
            yield from said.replaced(unit.block.speaker, new)


def _corrections(reading: Reading) -> Iterator[Sentence]:
    for unit in reading.outline.units:
        for sentence in unit.sentences if unit.kind is BlockKind.TURN else ():
            if _CORRECTS.search(sentence.text) and not sentence.text.endswith("?"):
                yield sentence
