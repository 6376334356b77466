"""What stands around two elements: owners, pathways, neighbours and sections that they share.

Shared surroundings never make a pair by themselves. They add to what names say, the more the fewer elements share them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.case import Case
from graph.elements import CARRIERS, Element, ElementKind, RelationType
from ingest.likeness import Evidence, Ground

_Place = tuple[str, str, str]

_MOST = 0.35
_PATHWAYS = 0.08
_SECTION = 0.08


@dataclass(frozen=True)
class Surroundings:
    """Element -> its places in the case: ("OWNED_BY", "of", id) owns it, ("SUPPORTED_BY", "to", id) rests on it."""

    case: Case
    places: Mapping[str, frozenset[_Place]]
    held: Counter[tuple[ElementKind, _Place]]
    pathways: Mapping[str, frozenset[str]]
    sections: Mapping[str, frozenset[tuple[str, str]]]

    def shared(self, one: Element, other: Element) -> tuple[Evidence, ...]:
        """What the two have around them in common, the rarest first."""
        common = self.places.get(one.id, frozenset()) & self.places.get(other.id, frozenset())
        rare = sorted(common, key=lambda place: (self.held[one.kind, place], place))
        found = [
            Evidence(Ground.SURROUNDINGS, self._words(place), _MOST / self.held[one.kind, place] ** 0.5)
            for place in rare
        ]
        under = self.pathways.get(one.id, frozenset())
        if under and under == self.pathways.get(other.id) and len(under) < len(self.case.of_kind(ElementKind.PATHWAY)):
            names = ", ".join(self.case.elements[id_].label for id_ in sorted(under))
            found.append(Evidence(Ground.SURROUNDINGS, f"both carry {names} and no other pathway", _PATHWAYS))
        for document, section in sorted(
            self.sections.get(one.id, frozenset()) & self.sections.get(other.id, frozenset())
        ):
            title = self.case.documents[document].title
            found.append(Evidence(Ground.SURROUNDINGS, f"both stand in '{section}' of {title}", _SECTION))
        return tuple(found)

    def are_related(self, one: Element, other: Element) -> bool:
        """Does a relation lead from the one to the other? Nothing owns, supports or watches itself."""
        return any(place[2] == other.id for place in self.places.get(one.id, frozenset()))

    def are_introduced_together(self, one: Element, other: Element) -> bool:
        """Does one passage give each of them a name? Whoever names two things in one breath means two."""
        return bool(_introducing(one) & _introducing(other))

    def _words(self, place: _Place) -> str:
        type_, direction, end = place
        element = self.case.elements.get(end)
        name = element.label if element else self.case.documents[end].title
        return f"both have {name} as {_ROLES[RelationType(type_), direction]}"


_ROLES: Mapping[tuple[RelationType, str], str] = defaultdict(
    lambda: "a neighbour",
    {
        (RelationType.OWNED_BY, "of"): "owner",
        (RelationType.OPERATED_BY, "of"): "operator",
        (RelationType.ALERTS, "of"): "the one they alert",
        (RelationType.EVALUATED_BY, "of"): "evaluation",
        (RelationType.MEMBER_OF, "of"): "team",
        (RelationType.DEPENDS_ON, "of"): "something they need",
        (RelationType.SUPPORTED_BY, "of"): "support",
        (RelationType.SUPPORTED_BY, "to"): "something that rests on them",
        (RelationType.DEPENDS_ON, "to"): "something that needs them",
        (RelationType.OWNED_BY, "to"): "something they own",
        (RelationType.OPERATED_BY, "to"): "something they operate",
        (RelationType.ALERTS, "to"): "what alerts them",
    },
)


def surroundings_of(case: Case) -> Surroundings:
    """What stands around each element that counts."""
    places: defaultdict[str, set[_Place]] = defaultdict(set)
    for relation in case.standing_relations:
        places[relation.source].add((relation.type.value, "of", relation.target))
        places[relation.target].add((relation.type.value, "to", relation.source))
    held = Counter((case.elements[id_].kind, place) for id_, found in places.items() for place in found)
    return Surroundings(
        case,
        {id_: frozenset(found) for id_, found in places.items()},
        held,
        _pathways(case),
        {id_: frozenset(_sections(case, element)) for id_, element in case.standing.items()},
    )


def _pathways(case: Case) -> Mapping[str, frozenset[str]]:
    """Element -> the pathways that it carries, directly or through others."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pathway in case.of_kind(ElementKind.PATHWAY):
        ahead, seen = [pathway.id], {pathway.id}
        while ahead:
            for relation in case.outgoing.get(ahead.pop(), ()):
                if relation.type in CARRIERS and relation.target not in seen:
                    seen.add(relation.target)
                    found[relation.target].add(pathway.id)
                    ahead.append(relation.target)
    return {id_: frozenset(pathways) for id_, pathways in found.items()}


def _sections(case: Case, element: Element) -> Iterator[tuple[str, str]]:
    for passage in case.quotes(element):
        if passage.section:
            yield passage.document, passage.section


def _introducing(element: Element) -> frozenset[str]:
    return frozenset(_named_in(element))


def _named_in(element: Element) -> Iterable[str]:
    return (said.passage for said in element.stated if said.name and said.passage)
