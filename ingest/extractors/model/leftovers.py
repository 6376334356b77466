"""What the rules read and the model did not record: what a second look asks about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pydantic import JsonValue

from graph.elements import ElementKind
from graph.naming import normal
from ingest.extraction import Proposals, ProposedElement, ProposedRelation

_Name = tuple[ElementKind, str]


@dataclass(frozen=True)
class Leftovers:
    """Proposals of the rules without a like among the model's, under the model's keys where it has the same thing."""

    elements: tuple[ProposedElement, ...]
    relations: tuple[ProposedRelation, ...]
    ends: Mapping[str, ProposedElement]

    @property
    def all(self) -> tuple[ProposedElement | ProposedRelation, ...]:
        """Elements and relations; a proposal's number in a second look is its place here."""
        return (*self.elements, *self.relations)

    def question(self, number: int) -> JsonValue:
        """What is asked of the proposal with this number."""
        proposal = self.all[number]
        if isinstance(proposal, ProposedElement):
            return {"number": number, "proposed": _called(proposal), "quote": proposal.quote.text}
        ends = (_called(self.ends[key]) for key in (proposal.source, proposal.target))
        return {"number": number, "proposed": f" {proposal.type} ".join(ends), "quote": proposal.quote.text}

    def taken(self, numbers: Iterable[int]) -> tuple[tuple[ProposedElement, ...], tuple[ProposedRelation, ...]]:
        """The proposals with these numbers, and the elements that a relation among them joins."""
        chosen = [self.all[number] for number in sorted(set(numbers))]
        relations = tuple(proposal for proposal in chosen if isinstance(proposal, ProposedRelation))
        joined = {key for relation in relations for key in (relation.source, relation.target)}
        known = [proposal for proposal in chosen if isinstance(proposal, ProposedElement)]
        ends = [end for key, end in self.ends.items() if key in joined]
        return tuple(dict.fromkeys((*known, *ends))), relations


def leftovers(
    rules: Proposals, elements: Iterable[ProposedElement], relations: Iterable[ProposedRelation]
) -> Leftovers:
    """What of the rules' proposals the model's elements and relations do not hold."""
    names = {name: element.key for element in elements for name in _names(element)}
    same = {element.key: names[name] for element in rules.elements for name in _names(element) if name in names}
    rekeyed = tuple(replace(element, key=same.get(element.key, element.key)) for element in rules.elements)
    lines = {(relation.type, relation.source, relation.target) for relation in relations}
    joined = tuple(
        replace(
            relation,
            source=same.get(relation.source, relation.source),
            target=same.get(relation.target, relation.target),
        )
        for relation in rules.relations
    )
    return Leftovers(
        elements=tuple(new for old, new in zip(rules.elements, rekeyed, strict=True) if old.key not in same),
        relations=tuple(line for line in joined if (line.type, line.source, line.target) not in lines),
        ends={element.key: element for element in reversed(rekeyed)},
    )


def _names(element: ProposedElement) -> tuple[_Name, ...]:
    """By what an element can be known again: kind and number where it has one, else kind and each of its names."""
    if element.number:
        return ((element.kind, f"number {normal(element.number)}"),)
    return tuple((element.kind, normal(name)) for name in (element.name, *element.aliases))


def _called(element: ProposedElement) -> str:
    number = f" {element.number}" if element.number else ""
    return f"{element.kind}{number} '{element.name}'"
