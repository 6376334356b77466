"""Things that are one and the same, growing step by step, and what may never become one.

No step unites two elements of the case, two numbers, or two kinds. What a step asks for against that is refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.elements import ElementKind
from ingest.things import Thing


@dataclass(frozen=True)
class Group:
    """Things that are one. The first is the one by which it goes: an element of the case where there is one."""

    things: tuple[Thing, ...]

    @cached_property
    def kind(self) -> ElementKind:
        """The kind of its element in the case, else of the first thing that is introduced, else of the first."""
        known = next((thing for thing in self.things if thing.element), None)
        surest = known or next((thing for thing in self.things if thing.introduced), self.things[0])
        return surest.kind

    @property
    def decided_kind(self) -> ElementKind:
        """The kind that its element has in the case, be it that a person gave it; else its own."""
        return next((thing.element.kind for thing in self.things if thing.element), self.kind)

    @property
    def kinds(self) -> tuple[ElementKind, ...]:
        """The kinds under which it can have been read: its own, and the one of its element in the case."""
        return tuple(dict.fromkeys((self.kind, self.decided_kind)))

    def joined(self, other: Group) -> Group:
        """The group with what the document says in another one of the same element."""
        return Group((*self.things, *(thing for thing in other.things if thing.key is not None)))

    @cached_property
    def number(self) -> str | None:
        """The number by which its sources call it, unless the document that is being read may number it anew."""
        return next((thing.number for thing in self.things if thing.number and not thing.former), None)

    @cached_property
    def former_number(self) -> str | None:
        """The number by which older versions of the document that is being read call it."""
        return next((thing.number for thing in self.things if thing.number and thing.former), None)

    @cached_property
    def is_known(self) -> bool:
        """Is it an element of the case already?"""
        return any(thing.element for thing in self.things)

    @cached_property
    def is_proposed(self) -> bool:
        """Is it in the document that is being read?"""
        return any(thing.key is not None for thing in self.things)

    @property
    def introduced(self) -> bool:
        """Does some place introduce it, rather than mention it?"""
        return any(thing.introduced for thing in self.things)

    @property
    def is_reference(self) -> bool:
        """Is it referred to, and nowhere named?"""
        return all(thing.is_reference for thing in self.things)

    @property
    def rank(self) -> tuple[bool, int, int, str]:
        """See `Thing.rank`."""
        return self.things[0].rank


class Groups:
    """A partition of things that only grows together."""

    def __init__(self, things: Iterable[Thing]) -> None:
        ordered = sorted(things, key=lambda thing: thing.rank)
        self._root = list(range(len(ordered)))
        self._groups = {place: Group((thing,)) for place, thing in enumerate(ordered)}

    def __iter__(self) -> Iterator[int]:
        """The groups, by number, those of the case first and then as the text has them."""
        return iter(tuple(self._groups))

    def __getitem__(self, place: int) -> Group:
        """The group that this number is part of."""
        return self._groups[self.root(place)]

    def root(self, place: int) -> int:
        """The number by which a group goes now."""
        while self._root[place] != place:
            self._root[place] = self._root[self._root[place]]
            place = self._root[place]
        return place

    def unite(self, one: int, other: int, *, across_kinds: bool = False) -> None:
        """Make two groups one, where they may be."""
        first, second = sorted((self.root(one), self.root(other)))
        if first != second and _may_unite(self._groups[first], self._groups[second], across_kinds=across_kinds):
            self._root[second] = first
            things = (*self._groups[first].things, *self._groups.pop(second).things)
            self._groups[first] = Group(tuple(sorted(things, key=lambda thing: thing.rank)))

    def sharing(self, keys_of: Callable[[Group], Iterable[Hashable]]) -> Mapping[Hashable, tuple[int, ...]]:
        """Key -> the groups that have it; only keys that something of the document has."""
        asked: dict[int, frozenset[Hashable]] = {
            place: frozenset(keys_of(group)) for place, group in self._groups.items() if group.is_proposed
        }
        proposed = frozenset().union(*asked.values())
        found: defaultdict[Hashable, list[int]] = defaultdict(list)
        for place, group in self._groups.items():
            for key in asked[place] if place in asked else proposed.intersection(keys_of(group)):
                found[key].append(place)
        ordered = sorted((places, repr(key), key) for key, places in found.items())
        return {key: tuple(places) for places, _, key in ordered}


def _may_unite(first: Group, second: Group, *, across_kinds: bool) -> bool:
    if first.is_known and second.is_known:
        return False
    if first.kind is not second.kind and not across_kinds:
        return False
    return first.number is None or second.number is None or first.number == second.number
