"""What a pathway's paragraphs count against it one by one: "the best is the gate", "we give it moderate weight"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from graph.elements import ElementKind, RelationType, Strength
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied, is_rumoured
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.named_arguments import named_arguments
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.pathway_cues import (
    AGAINST,
    ANNOUNCED,
    BEARS,
    COUNTED,
    EVENT,
    FAVOUR,
    IN_THE_WAY,
    LEFT_ASIDE,
    OF_PLACES,
    OF_RISK,
    ORDINAL,
    POINTS_BACK,
)
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.strengths import grade_alone, strength_in, weight_on

_SUPPORTS = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})
_CLAUSE = Cue(
    r"[;:]\s+|,?\s+(?:and|but|though|although|while|whereas|yet)\s+(?=(?:that|it|this|its|we|the|both)\b)|,\s+(?=(?:and\s+)?(?:to\s+)?(?:which|whose|we|with)\b)"
)
_POINTED = Cue(r"(?:and\s+)?(?:(?:to\s+|on\s+|of\s+)?which|whose|that|it|its|this)\b", re.IGNORECASE)
_OPENS = 60


@dataclass(frozen=True)
class _Bearer:
    """Something named that can hold a pathway up: offsets in its sentence and its key."""

    start: int
    end: int
    key: str


@dataclass
class _Lines:
    """The lines of one paragraph so far: what holds the pathway up -> the relation that says so.

    `last`: what was counted last. `topic`: what the sentence before opens with.
    """

    found: dict[str, ProposedRelation] = field(default_factory=dict)
    last: str | None = None
    topic: str | None = None


_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}
_COUNTS = {"two": 2, "three": 3}


@dataclass
class _Places:
    """What the counted sentences of a paragraph name, in order: "First, …", "Second, …"; None where one names nothing."""

    announced: bool = False
    named: list[str | None] = field(default_factory=list)

    def opened(self, text: str, before: str, bearers: tuple[_Bearer, ...]) -> str | None:
        """What a counted sentence names first, where the paragraph or the one before says that it counts what holds."""
        counted = ORDINAL.match(text)
        self.announced = self.announced or bool(ANNOUNCED.search(text) or ANNOUNCED.search(before))
        if counted is None or not self.announced:
            return None
        self.named.append(
            next((each.key for each in bearers if _opens(text, each)), None) or next((b.key for b in bearers), None)
        )
        return self.named[-1]

    def graded(self, text: str) -> Iterator[tuple[str, Strength]]:
        """The weights that a sentence gives them by their places: "The first two are strong, the third weak."."""
        for match in OF_PLACES.finditer(text) if len(self.named) > 1 else ():
            place, count = match["place"].casefold(), _COUNTS.get((match["count"] or "").casefold(), 1)
            first = len(self.named) - count if place == "last" else _PLACES[place]
            for key in self.named[max(first, 0) : first + count]:
                if key is not None:
                    yield key, Strength(match["grade"].casefold())


def read_pathway_prose(reading: Reading) -> Iterator[ProposedRelation]:
    """SUPPORTED_BY from a pathway to what its paragraphs name one after the other, with the strengths that they give.

    What makes up an argument holds up the argument and not the pathway.
    """
    parts = {(each.holder, key): each.sentence.unit for each in named_arguments(reading) for key, _ in each.premises}
    for unit in reading.outline.units:
        subject = reading.subject(unit.index)
        opened = [each for each in reading.introductions_in(unit.index) if not each.inside]
        plain = unit.kind is BlockKind.PARAGRAPH and not unit.bold and not opened
        if plain and subject is not None and reading.kind_of(subject) is ElementKind.PATHWAY:
            lines = _in_unit(reading, unit, subject)
            yield from (line for key, line in lines.items() if parts.get((subject, key)) != unit.index)


def _in_unit(reading: Reading, unit: Unit, pathway: str) -> Mapping[str, ProposedRelation]:
    lines, places = _Lines(), _Places()
    above = reading.outline.units[unit.index - 1]
    before = above.sentences[-1].text if above.sentences and above.kind is BlockKind.PARAGRAPH else ""
    for sentence in unit.sentences:
        place = Place(reading, sentence)
        if is_rumoured(sentence.text) or place.subject != pathway:
            continue
        bearers = _bearers(place, pathway)
        favour = bool(lines.found) or FAVOUR.search(f"{before} {unit.text[: sentence.end - unit.start]}") is not None
        listed = places.opened(sentence.text, before, bearers)
        for bearer in bearers:
            if bearer.key == listed or _counts(sentence.text, bearer, favour=favour):
                lines.found.setdefault(bearer.key, _line(place, pathway, bearer.key))
                lines.last = bearer.key
        for key, strength in (*_weighed(sentence.text, bearers, lines), *places.graded(sentence.text)):
            line = lines.found.get(key) or _line(place, pathway, key)
            lines.found[key] = replace(line, strength=line.strength or strength)
            lines.last = key
        opening = next((each.key for each in bearers if _opens(sentence.text, each)), None)
        lines.topic = opening or (lines.topic if not bearers else None)
    return lines.found


def _line(place: Place, pathway: str, key: str) -> ProposedRelation:
    return place.relation(RelationType.SUPPORTED_BY, (pathway, key))


def _bearers(place: Place, pathway: str) -> tuple[_Bearer, ...]:
    """The controls, evidence, claims and arguments that a sentence names, in order."""
    text, start, reading = place.sentence.text, place.sentence.start, place.reading
    named = [_Bearer(m.start - start, m.end - start, m.key) for m in place.mentioned((0, len(text)), _SUPPORTS)]
    for reference in references_in(text):
        key = numbered_key(reference.kind, reference.number)
        if reading.kind_of(key) is ElementKind.CLAIM and key != pathway:
            named.append(_Bearer(reference.start, reference.end, key))
    low = text.casefold()
    for key, each in reading.numbered.items():
        at = low.find(each.name.casefold()) if each.kind is ElementKind.ARGUMENT and not each.shown else -1
        if at >= 0:
            named.append(_Bearer(at, at + len(each.name), key))
    return tuple(sorted(named, key=lambda each: each.start))


def _counts(text: str, bearer: _Bearer, *, favour: bool) -> bool:
    """Is it counted against the pathway, or said to bear on it? `favour`: whether the paragraph says that it counts such things."""
    before, after = text[: bearer.start], text[bearer.end :]
    counted = IN_THE_WAY.search(before) or (COUNTED.search(before) if favour else None)
    opening = before[: counted.start()] if counted else before
    said = not EVENT.match(after) if counted else BEARS.match(after)
    return bool(said) and not (AGAINST.search(opening) or is_denied(before))


def _weighed(text: str, bearers: tuple[_Bearer, ...], lines: _Lines) -> Iterator[tuple[str, Strength]]:
    """What each clause of a sentence weighs: what it names, else what the clause before it or the sentence before speaks of."""
    starts = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text)]
    topic = lines.last if lines.last and POINTS_BACK.search(text) else lines.topic
    for start, end in pairwise(starts):
        own = [each for each in bearers if start <= each.start < end and not LEFT_ASIDE.search(text[: each.start])]
        weighed = [each for each in bearers if start <= each.start < end and weight_on(text[start : each.start])]
        clause = text[start:end]
        back = topic is not None and _POINTED.match(clause)
        chosen = [] if back else own or weighed
        if len(chosen) > 1:
            yield from _each(text, chosen, (start, end))
        elif (strength := strength_in(clause) or (grade_alone(clause) if back else None)) is not None and (
            chosen or not OF_RISK.search(clause)
        ):
            key = chosen[0].key if chosen else topic
            if key is not None and (chosen or POINTS_BACK.search(clause) or start):
                yield key, strength
        topic = chosen[-1].key if chosen else topic


def _each(text: str, chosen: list[_Bearer], span: tuple[int, int]) -> Iterator[tuple[str, Strength]]:
    """Of several things named in one clause, each with the weight that stands beside its name."""
    for position, bearer in enumerate(chosen):
        first = chosen[position - 1].end if position else span[0]
        last = chosen[position + 1].start if position + 1 < len(chosen) else span[1]
        before, after = text[first : bearer.start], text[bearer.start : last]
        strength = weight_on(before)
        if strength is None and not (position + 1 < len(chosen) and weight_on(text[bearer.end : last])):
            strength = strength_in(after)
        if strength is not None:
            yield bearer.key, strength


def _opens(text: str, bearer: _Bearer) -> bool:
    """Does a sentence speak of it first?"""
    return bearer.start < _OPENS and not LEFT_ASIDE.search(text[: bearer.start])
