"""Structured arguments: the goals, strategies and solutions that GSN and its relatives share, as a case sees them.

A goal that supports no other is what the argument is for: a `pathway`, which is what questions of impact are asked of.
Two or more goals beneath one element are the parts that it was taken apart into, so all of them are needed; solutions,
and several strategies, are lines that add up. See docs/adr.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import assert_never

from graph.elements import Basis, ElementKind, Operator, RelationType, Strength
from graph.interchange.reading import Key, ReadElement, ReadRelation, Unmapped, short_name
from graph.interchange.source import Place

_HOLDS_NOTHING = "a context holds nothing up; its text can be cited"
_IS_DEFEATED = "the file says that it is defeated"


MOST_GROUNDS = 100_000
"""How often something may stand behind a challenge, counted over all challenges."""


class Role(StrEnum):
    """What a node is to its argument; a counter is a goal or solution that challenges something."""

    GOAL = "goal"
    STRATEGY = "strategy"
    SOLUTION = "solution"
    ASSUMPTION = "assumption"
    JUSTIFICATION = "justification"
    CONTEXT = "context"
    COUNTER = "challenge"


class Bond(StrEnum):
    """How one node bears on another."""

    SUPPORT = "support"
    CONTEXT = "context"
    CHALLENGE = "challenge"


@dataclass(frozen=True)
class Node:
    """A node under its key. `is_defeated`: its own file says that it does not hold."""

    key: Key
    role: Role
    text: str
    place: Place
    label: str = ""
    url: str = ""
    is_defeated: bool = False
    is_undeveloped: bool = False


@dataclass(frozen=True)
class Link:
    """A line between two nodes; a challenge runs from what challenges to what is challenged."""

    bond: Bond
    source: Key
    target: Key
    place: Place
    is_defeated: bool = False


@dataclass(frozen=True)
class Argument:
    """The nodes by key, and every link between two of them."""

    nodes: Mapping[Key, Node]
    links: Sequence[Link]
    beneath: Mapping[Key, tuple[Link, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Sort the links by where they start."""
        beneath: defaultdict[Key, list[Link]] = defaultdict(list)
        for link in self.links:
            beneath[link.source].append(link)
        object.__setattr__(self, "beneath", {key: tuple(links) for key, links in beneath.items()})

    def elements(self) -> Iterator[ReadElement]:
        """Every node that a case has a kind for, as an element. IllegalCase where challenges share too much."""
        challenging = {link.source for link in self.links if link.bond is Bond.CHALLENGE}
        held = {link.target for link in self.links if link.bond is not Bond.CHALLENGE} - challenging
        cited = 0
        for node in self.nodes.values():
            kind = _kind(node, is_held=node.key in held)
            if kind is None:
                continue
            grounds = self._grounds(node)
            cited += len(grounds)
            if cited > MOST_GROUNDS:
                raise node.place.file.malformed(
                    node.place.start,
                    f"more than {MOST_GROUNDS:,} grounds of challenges up to here",
                    "Let fewer challenges share what stands behind them.",
                )
            yield ReadElement(
                key=node.key,
                kind=kind,
                name=short_name(node.text, node.label or node.key[1]),
                place=node.place,
                text=" ".join(filter(None, (node.text, node.url and f"({node.url})"))),
                aliases=tuple(filter(None, (node.label,))),
                operator=self._operator(node),
                strength=Strength.NONE if node.is_defeated and node.role is not Role.COUNTER else None,
                grounds=grounds,
            )

    def relations(self) -> Iterator[ReadRelation]:
        """Every link that a case has a relation for."""
        for link in self.links:
            if self.no_place(link) is None:
                yield _relation(link, self.nodes[link.target].role)

    def unmapped(self) -> Iterator[Unmapped]:
        """Nodes and links that a case has no place for, and goals that their author left open."""
        for node in self.nodes.values():
            name = node.label or node.key[1]
            if node.role is Role.CONTEXT:
                yield Unmapped(name, _HOLDS_NOTHING, node.place)
            if node.is_undeveloped:
                yield Unmapped(f"{name}: undeveloped", "its author left it open, so nothing is beneath it", node.place)
        for link in self.links:
            if (why := self.no_place(link)) is not None and self.nodes[link.target].role is not Role.CONTEXT:
                yield Unmapped(f"{link.source[1]} {link.bond} {link.target[1]}", why, link.place)

    def no_place(self, link: Link) -> str | None:
        """Why a case has no relation for a link; None where it has one."""
        source, target = self.nodes[link.source], self.nodes[link.target]
        match link.bond:
            case Bond.SUPPORT:
                return "it stands behind a challenge, and is cited with it" if source.role is Role.COUNTER else None
            case Bond.CONTEXT:
                aside = {source.role, target.role} & {Role.CONTEXT, Role.COUNTER}
                return _HOLDS_NOTHING if aside else _IS_DEFEATED if link.is_defeated else None
            case Bond.CHALLENGE:
                if source.is_defeated or link.is_defeated:
                    return _IS_DEFEATED
                aside = {target.role} & {Role.CONTEXT, Role.COUNTER}
                return f"a finding disputes what the argument rests on, not a {target.role}" if aside else None
            case other:
                assert_never(other)

    def _operator(self, node: Node) -> Operator | None:
        below = [self.nodes[link.target].role for link in self._lines(node)]
        apart = node.role in {Role.GOAL, Role.STRATEGY} and below.count(Role.GOAL) > 1
        return Operator.CONJUNCTIVE if apart else None

    def _lines(self, node: Node) -> Iterable[Link]:
        return (link for link in self.beneath.get(node.key, ()) if link.bond is Bond.SUPPORT and not link.is_defeated)

    def _grounds(self, node: Node) -> tuple[Place, ...]:
        """What stands behind a challenge, however far down."""
        if node.role is not Role.COUNTER:
            return ()
        seen: dict[Key, None] = {node.key: None}
        ahead = [node.key]
        while ahead:
            for link in self.beneath.get(ahead.pop(), ()):
                if link.bond is Bond.SUPPORT and link.target not in seen:
                    seen[link.target] = None
                    ahead.append(link.target)
        return tuple(self.nodes[key].place for key in seen if key != node.key)


def _kind(node: Node, *, is_held: bool) -> ElementKind | None:
    """The kind of element that a node is; None for a context, and for what stands behind a challenge."""
    match node.role:
        case Role.GOAL:
            return ElementKind.CLAIM if is_held else ElementKind.PATHWAY
        case Role.STRATEGY:
            return ElementKind.ARGUMENT
        case Role.SOLUTION:
            return ElementKind.EVIDENCE
        case Role.ASSUMPTION | Role.JUSTIFICATION:
            return ElementKind.CLAIM
        case Role.COUNTER:
            return None if is_held else ElementKind.FINDING
        case Role.CONTEXT:
            return None
        case other:
            assert_never(other)


def _relation(link: Link, target: Role) -> ReadRelation:
    match link.bond:
        case Bond.SUPPORT:
            strength = Strength.NONE if link.is_defeated else None
            return ReadRelation(RelationType.SUPPORTED_BY, link.source, link.target, link.place, strength=strength)
        case Bond.CONTEXT:
            basis = Basis.STATED if target is Role.ASSUMPTION else Basis.INFERRED
            return ReadRelation(RelationType.DEPENDS_ON, link.source, link.target, link.place, basis)
        case Bond.CHALLENGE:
            return ReadRelation(RelationType.DISPUTES, link.source, link.target, link.place)
        case other:
            assert_never(other)
