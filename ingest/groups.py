"""Things that are one and the same, growing step by step, and what may never become one.

No step unites two elements of the case, two numbers, or two kinds. What a step asks for against that is refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from graph.elements import ElementKind
from ingest.things import Thing

Place = tuple[bool, int, int, str, int]
"""Where a thing stands: its rank, and a number of its own where the case knows an element as several things."""


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


KeysOf = Callable[[Group], Iterable[Hashable]]
"""What a group can be found by."""


class Catalogue:
    """The elements of a case as linking compares them, and under which keys each is found.

    It is kept from document to document, so that a document costs what it says, and not what the case holds.
    """

    def __init__(self, things: Iterable[Thing] = ()) -> None:
        """The things are elements of a case, each perhaps more than once."""
        self._groups: dict[Place, Group] = {}
        self._places: dict[str, tuple[Place, ...]] = {}
        self._found: dict[KeysOf, defaultdict[Hashable, set[Place]]] = {}
        apart: defaultdict[str, list[Thing]] = defaultdict(list)
        for thing in things:
            apart[thing.rank[-1]].append(thing)
        for id_, same in apart.items():
            self.put(id_, same)

    def __getitem__(self, place: Place) -> Group:
        """The group of this place."""
        return self._groups[place]

    @property
    def things(self) -> Iterator[Thing]:
        """Everything in it, in the order in which it came."""
        return (thing for group in self._groups.values() for thing in group.things)

    def of(self, id_: str) -> tuple[Group, ...]:
        """What the element of this id is known as."""
        return tuple(self._groups[place] for place in self._places.get(id_, ()))

    def put(self, id_: str, things: Iterable[Thing]) -> None:
        """From now on the element of this id is known as these things, which may be none."""
        for place in self._places.pop(id_, ()):
            gone = self._groups.pop(place)
            for keys_of, found in self._found.items():
                for key in frozenset(keys_of(gone)):
                    found[key].discard(place)
        placed = {(*thing.rank, number): Group((thing,)) for number, thing in enumerate(things)}
        if placed:
            self._places[id_] = tuple(placed)
        for place, group in placed.items():
            self._groups[place] = group
            for keys_of, found in self._found.items():
                for key in keys_of(group):
                    found[key].add(place)

    def having(self, keys_of: KeysOf, key: Hashable) -> AbstractSet[Place]:
        """The places whose groups have a key."""
        if keys_of not in self._found:
            found = self._found[keys_of] = defaultdict(set)
            for place, group in self._groups.items():
                for made in keys_of(group):
                    found[made].add(place)
        return self._found[keys_of].get(key, frozenset())


@dataclass(frozen=True)
class Index:
    """Where groups stand that have one of the keys that something of a document has (`own`)."""

    known: Catalogue
    keys_of: KeysOf
    own: Mapping[Hashable, AbstractSet[Place]]

    def count(self, key: Hashable) -> int:
        """About how many have it; 0 where nothing of the document has."""
        return len(self.own[key]) + len(self.known.having(self.keys_of, key)) if key in self.own else 0

    def places(self, key: Hashable) -> AbstractSet[Place]:
        """Those that have it; none where nothing of the document has."""
        return self.own[key] | self.known.having(self.keys_of, key) if key in self.own else frozenset()

    def known_by(self, keys_of: KeysOf) -> tuple[Place, ...]:
        """What the case knows under such keys, of those that something of the document has, in its order."""
        return tuple(sorted({place for key in self.own for place in self.known.having(keys_of, key)}))


class Groups:
    """A partition of things that only grows together: those of a document among those that the case has."""

    def __init__(self, known: Catalogue, proposed: Iterable[Thing]) -> None:
        """`known`: what the case has; it is not changed. `proposed`: the things of the document."""
        self._known = known
        self._root: dict[Place, Place] = {}
        self._groups: dict[Place, Group] = {(*thing.rank, 0): Group((thing,)) for thing in proposed}

    def __iter__(self) -> Iterator[Place]:
        """The groups in which something of the document is, those of the case first and then as the text has them."""
        return iter(sorted(self._groups))

    def __getitem__(self, place: Place) -> Group:
        """The group that has this place."""
        root = self.root(place)
        return self._groups[root] if root in self._groups else self._known[root]

    def root(self, place: Place) -> Place:
        """The place by which a group goes now."""
        while (above := self._root.get(place)) is not None:
            place = above
        return place

    def unite(self, one: Place, other: Place, *, across_kinds: bool = False) -> None:
        """Make two groups one, where they may be."""
        first, second = sorted((self.root(one), self.root(other)))
        if first != second and _may_unite(self[first], self[second], across_kinds=across_kinds):
            things = (*self[first].things, *self[second].things)
            self._root[second] = first
            self._groups.pop(second, None)
            self._groups[first] = Group(tuple(sorted(things, key=lambda thing: thing.rank)))

    def sharing(self, keys_of: KeysOf) -> Mapping[Hashable, tuple[Place, ...]]:
        """Key -> the groups that have it; only keys that something of the document has."""
        found: defaultdict[Hashable, set[Place]] = defaultdict(set)
        for place, group in self._groups.items():
            for key in keys_of(group):
                found[key].add(place)
        for key, places in found.items():
            places |= {place for place in self._known.having(keys_of, key) if place not in self._groups}
        ordered = sorted((tuple(sorted(places)), repr(key), key) for key, places in found.items())
        return {key: places for places, _, key in ordered}

    def index(self, keys_of: KeysOf) -> Index:
        """As `sharing`, each key looked up when it is asked for: for keys that much of the case may have."""
        own: defaultdict[Hashable, set[Place]] = defaultdict(set)
        for place, group in self._groups.items():
            for key in keys_of(group):
                own[key].add(place)
        return Index(self._known, keys_of, own)

    def of_kind(self, kind: ElementKind) -> tuple[Place, ...]:
        """All groups of a kind."""
        here = {place for place, group in self._groups.items() if group.kind is kind}
        known = {place for place in self._known.having(_kinds, kind) if place not in self._groups}
        return tuple(sorted(here | known))


def _kinds(group: Group) -> tuple[ElementKind, ...]:
    return (group.kind,)


def _may_unite(first: Group, second: Group, *, across_kinds: bool) -> bool:
    if first.is_known and second.is_known:
        return False
    if first.kind is not second.kind and not across_kinds:
        return False
    return first.number is None or second.number is None or first.number == second.number
