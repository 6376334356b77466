"""How the factors under a pathway combine: pairs that count only together, or of which one suffices, and the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from graph.elements import ElementKind, Operator, RelationType
from graph.naming import normal
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.factors import Factor
from ingest.extractors.rules.joining import TOGETHER, joined_by
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.phrases import joint
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.stems import stems
from ingest.extractors.rules.strengths import strength_in
from ingest.extractors.rules.weights import said_weight

_ORDINAL = Cue(
    r"\bthe\s+(?P<side>first|last|latter|former|other)\s+(?P<count>two|three|four)\b|\bthe\s+(?P<one>first|second|third|fourth|fifth)\s+and\s+(?:the\s+)?"
    r"(?P<two>second|third|fourth|fifth|last)\b",
    re.IGNORECASE,
)
_NUMBERED = Cue(r"\b(?:factors?|items?|points?|numbers?)\s+(?P<one>\d)\s+and\s+(?P<two>\d)\b", re.IGNORECASE)
_COUNTS = {"two": 2, "three": 3, "four": 4}
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_CALLED = Cue(
    r"\b(?:call|refer\s+to|count|treat)\s+(?:the|this|that|them|it)\s*(?:pair|two|three|combination|group)?\s+(?:together\s+)?(?:as\s+)?(?P<name>[a-z][\w-]*(?:\s+[a-z][\w-]*){0,3})\s*(?:[.,;]|$)",
    re.IGNORECASE,
)
_AS_ONE = Cue(
    r"\b(?:count|treat|regard|take|call)\s+(?:them|these|the\s+two|the\s+pair|both)\s+(?:together\s+)?(?:as\s+)?(?:a\s+single|one)\s+(?:line|argument|factor|barrier|mitigation),\s+"
    r"(?:the\s+)?(?P<name>[a-z][\w-]*(?:\s+[a-z][\w-]*){0,3})\s*(?:[.,;]|$)",
    re.IGNORECASE,
)
_HELD = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE})


@dataclass(frozen=True)
class FactorList:
    """The factors of one pathway, in order, the sentences around them that speak of the pathway, and the document's text."""

    pathway: str
    factors: tuple[Factor, ...]
    around: tuple[Sentence, ...]
    text: str


@dataclass(frozen=True)
class Combination:
    """Factors that a sentence combines within a list of more; an argument of its own."""

    sentence: Sentence
    operator: Operator
    factors: tuple[Factor, ...]
    name: str

    @property
    def key(self) -> str:
        """Its key inside the document."""
        return f"{ElementKind.ARGUMENT}:{normal(self.name)}"


def combinations(listed: FactorList) -> tuple[Combination, ...]:
    """What the sentences around a list of factors combine, each factor once."""
    found: list[Combination] = []
    taken: set[str] = set()
    for sentence in listed.around:
        operator = joined_by(sentence.text)
        chosen = _chosen(listed, sentence.text) if operator else ()
        if operator and 1 < len(chosen) < len(listed.factors) and not taken & {each.key for each in chosen}:
            taken |= {each.key for each in chosen}
            said = " ".join(each.text for each in _behind(listed, sentence))
            found.append(Combination(sentence, operator, chosen, _name(listed, said, operator, chosen=chosen)))
    return tuple(found)


def sentences_apart(lists: tuple[FactorList, ...]) -> frozenset[int]:
    """Where sentences start that say something of a part of a list, or of one item: no operator of the pathway."""
    grouped = {each.sentence.start for listed in lists for each in combinations(listed)}
    return frozenset(
        grouped | {s.start for listed in lists for factor in listed.factors for s in factor.unit.sentences}
    )


def factor_lists(reading: Reading, factors: Mapping[int, Factor]) -> tuple[FactorList, ...]:
    """The factors of each pathway with the sentences around them."""
    found: dict[str, list[Factor]] = {}
    for unit, factor in factors.items():
        if unit == factor.unit.index:
            found.setdefault(factor.pathway, []).append(factor)
    around: dict[str, list[Sentence]] = {}
    for unit_ in reading.outline.units:
        subject = reading.subject(unit_.index)
        if subject in found and unit_.index not in factors:
            around.setdefault(subject, []).extend(unit_.sentences)
    text = reading.outline.document.text
    return tuple(FactorList(key, tuple(each), tuple(around.get(key, ())), text) for key, each in found.items())


def holders(reading: Reading, lists: tuple[FactorList, ...]) -> Mapping[tuple[str, str], str]:
    """(pathway, factor) -> the argument that holds the factor in the pathway's stead."""
    found: dict[tuple[str, str], str] = {}
    for listed in lists:
        for factor in listed.factors:
            if (pair := _pair(reading, factor)) is not None:
                found[listed.pathway, factor.key] = pair.key
        for each in combinations(listed):
            found |= dict.fromkeys(((listed.pathway, factor.key) for factor in each.factors), each.key)
    return found


def read_combinations(reading: Reading, lists: tuple[FactorList, ...]) -> Iterator[ProposedElement | ProposedRelation]:
    """Arguments that combine factors, and the lines from their pathways."""
    for listed in lists:
        for each in combinations(listed):
            place = Place(reading, each.sentence)
            yield ProposedElement(
                each.key, ElementKind.ARGUMENT, each.name, place.quote, operator=each.operator, text=place.quote.text
            )
            line = place.relation(RelationType.SUPPORTED_BY, (listed.pathway, each.key))
            weights = (said_weight(sentence.text) for sentence in _behind(listed, each.sentence))
            yield replace(line, strength=next(filter(None, weights), None))
        for factor in listed.factors:
            if (pair := _pair(reading, factor)) is not None:
                yield from _paired(reading, factor, pair)


@dataclass(frozen=True)
class _Pair:
    """A factor that counts only together with another control, in the words of its own item."""

    sentence: Sentence
    other: str
    name: str

    @property
    def key(self) -> str:
        return f"{ElementKind.ARGUMENT}:{normal(self.name)}"


def _pair(reading: Reading, factor: Factor) -> _Pair | None:
    for sentence in factor.unit.sentences[1:] if not factor.is_new else ():
        if TOGETHER.search(sentence.text):
            others = Place(reading, sentence).mentioned((0, len(sentence.text)), _HELD)
            key = next((m.key for m in others if m.key != factor.key), None)
            if key is None:
                return None
            other = reading.things[key].name
            between = joint("together with", reading.outline.document.text)
            return _Pair(sentence, key, f"{factor.name}{between}{other[:1].lower()}{other[1:]}")
    return None


def _paired(reading: Reading, factor: Factor, pair: _Pair) -> Iterator[ProposedElement | ProposedRelation]:
    place, first = Place(reading, pair.sentence), Place(reading, factor.unit.sentences[0])
    yield ProposedElement(pair.key, ElementKind.ARGUMENT, pair.name, place.quote, operator=Operator.CONJUNCTIVE)
    line = first.relation(RelationType.SUPPORTED_BY, (factor.pathway, pair.key))
    yield replace(line, strength=strength_in(first.sentence.text))
    yield place.relation(RelationType.SUPPORTED_BY, (pair.key, pair.other))


def _behind(listed: FactorList, first: Sentence) -> tuple[Sentence, ...]:
    """A sentence and those that follow it in its paragraph, which may name and weigh what it combines."""
    return tuple(each for each in listed.around if each.unit == first.unit and each.start >= first.start)


def _chosen(listed: FactorList, text: str) -> tuple[Factor, ...]:
    if numbered := _NUMBERED.search(text):
        places = {int(numbered[name]) - 1 for name in ("one", "two")}
        return tuple(factor for at, factor in enumerate(listed.factors) if at in places)
    if found := _ORDINAL.search(text):
        if found["count"]:
            count = _COUNTS[found["count"].casefold()]
            first = found["side"].casefold() in {"first", "former"}
            return listed.factors[:count] if first else listed.factors[-count:]
        places = {_PLACES[found[name].casefold()] % len(listed.factors) for name in ("one", "two")}
        return tuple(factor for at, factor in enumerate(listed.factors) if at in places)
    said = stems(text)
    return tuple(factor for factor in listed.factors if stems(factor.name) <= said)


def _name(listed: FactorList, text: str, operator: Operator, *, chosen: tuple[Factor, ...]) -> str:
    called = _AS_ONE.search(text) or _CALLED.search(text)
    if called and called["name"].split()[0].casefold() not in {
        "as",
        "alternatives",
        "together",
        "separately",
        "each",
        "either",
    }:
        return called["name"][:1].upper() + called["name"][1:]
    between = joint("together with" if operator is Operator.CONJUNCTIVE else "or", listed.text)
    labels = [chosen[0].name, *(each.name[:1].lower() + each.name[1:] for each in chosen[1:])]
    return between.join(labels)
