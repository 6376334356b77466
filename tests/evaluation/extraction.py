"""How much of the expected graph a case holds: elements and relations found, and how many of the others are false."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from rapidfuzz import fuzz

from graph.case import Case
from graph.elements import Element
from graph.naming import normal
from graph.search import names_of
from tests.evaluation.expected import Expected, WantedElement

ALIKE = 82.0  # likeness of two names, 0 to 100, from which they mean one thing
QUOTED = 55.0  # the same where the element's passages hold the expected quote


@dataclass(frozen=True)
class KindScore:
    """One kind of element or type of relation."""

    wanted: int
    found: int
    held: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision (found of held) and recall (found of wanted)."""
        return 2 * self.found / (self.wanted + self.held) if self.wanted + self.held else 1.0


@dataclass(frozen=True)
class ExtractionScore:
    """`matching`: expected id -> id in the case. Scores 0 to 1."""

    matching: dict[str, str]
    kinds: dict[str, KindScore]
    types: dict[str, KindScore]
    operators: float
    missed: tuple[str, ...]
    unexpected: tuple[str, ...]
    missed_relations: tuple[str, ...]
    false_relations: tuple[str, ...]

    @property
    def elements(self) -> float:
        """F1 of the kinds, weighted with the root of how many are wanted."""
        return _weighted(self.kinds.values())

    @property
    def relations(self) -> float:
        """F1 of the types, weighted likewise."""
        return _weighted(self.types.values())

    @property
    def total(self) -> float:
        """Half elements, four tenths relations, one tenth operators."""
        return 0.5 * self.elements + 0.4 * self.relations + 0.1 * self.operators


def score_extraction(case: Case, expected: Expected) -> ExtractionScore:
    """Compare the standing elements and relations of a case with the expected graph."""
    matching = match(case, expected)
    back = {held: wanted for wanted, held in matching.items()}
    wanted_pairs = {(r.type, r.source, r.target) for r in expected.relations}
    held_pairs = {
        (r.type.value, back[r.source], back[r.target])
        for r in case.standing_relations
        if r.source in back and r.target in back
    }
    unexpected = [e for e in case.standing.values() if e.id not in back]
    stated = {wanted.id: wanted.operator for wanted in expected.elements.values() if wanted.operator}
    right = [case.standing[matching[id_]].operator == operator for id_, operator in stated.items() if id_ in matching]
    return ExtractionScore(
        matching=matching,
        kinds=_kinds(expected, matching, unexpected),
        types=_types(wanted_pairs, held_pairs),
        operators=sum(right) / len(stated) if stated else 1.0,
        missed=tuple(f"{w.kind}: {w.names[0]}" for w in expected.elements.values() if w.id not in matching),
        unexpected=tuple(f"{e.kind}: {e.name}" for e in unexpected),
        missed_relations=tuple(" ".join(pair) for pair in sorted(wanted_pairs - held_pairs)),
        false_relations=tuple(" ".join(pair) for pair in sorted(held_pairs - wanted_pairs)),
    )


def match(case: Case, expected: Expected) -> dict[str, str]:
    """Expected id -> id in the case: one to one, one kind only, the most alike first."""
    quotes = {e.id: _plain(" ".join(p.text for p in case.quotes(e))) for e in case.standing.values()}
    pairs = sorted(
        (-likeness, wanted.id, element.id)
        for wanted in expected.elements.values()
        for element in case.standing.values()
        if element.kind == wanted.kind and (likeness := _likeness(wanted, element, quotes[element.id])) > 0
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, wanted, held in pairs:
        if wanted not in found and held not in taken:
            found[wanted] = held
            taken.add(held)
    return found


def _likeness(wanted: WantedElement, element: Element, quotes: str) -> float:
    if wanted.number and element.number:
        return 200.0 if wanted.number.upper() == element.number.upper() else 0.0
    best = max(fuzz.token_sort_ratio(normal(a), normal(b)) for a in wanted.names for b in names_of(element))
    if best >= ALIKE:
        return best
    loose = max(fuzz.token_set_ratio(normal(a), normal(b)) for a in wanted.names for b in names_of(element))
    return loose / 2 if loose >= QUOTED and wanted.quote and _plain(wanted.quote) in quotes else 0.0


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower())


def _kinds(expected: Expected, matching: dict[str, str], unexpected: list[Element]) -> dict[str, KindScore]:
    wanted: defaultdict[str, int] = defaultdict(int)
    found: defaultdict[str, int] = defaultdict(int)
    for element in expected.elements.values():
        wanted[element.kind] += 1
        found[element.kind] += element.id in matching
    extra = {kind: sum(e.kind == kind for e in unexpected) for kind in wanted}
    return {kind: KindScore(wanted[kind], found[kind], found[kind] + extra[kind]) for kind in sorted(wanted)}


def _types(wanted: set[tuple[str, str, str]], held: set[tuple[str, str, str]]) -> dict[str, KindScore]:
    types = sorted({pair[0] for pair in wanted})
    return {
        type_: KindScore(
            sum(pair[0] == type_ for pair in wanted),
            sum(pair[0] == type_ for pair in wanted & held),
            sum(pair[0] == type_ for pair in held),
        )
        for type_ in types
    }


def _weighted(scores: Iterable[KindScore]) -> float:
    weights = [(sqrt(score.wanted), score.f1) for score in scores]
    return sum(weight * f1 for weight, f1 in weights) / sum(weight for weight, _ in weights)
