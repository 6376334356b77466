"""What is surely the same: one number, one name, an acronym and its words, a slip of the pen.

Each step looks only where things share a key, so that none of them compares everything with everything.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations

from graph.elements import AGENTS, ElementKind
from graph.naming import slug
from graph.recasting import kinds_as_read
from ingest import people
from ingest.definitions import initials, is_acronym
from ingest.groups import Group, Groups, Place
from ingest.spelling import Name, designators, is_slip, slips, spoken
from ingest.statements import bare_id
from ingest.things import LOCAL_NUMBERS, Thing

Legal = Callable[[Group, ElementKind], bool]
"""Would everything that the document says of a group be legal if it were of this kind?"""

FAMILIES = (AGENTS, frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY}))
"""Kinds between which a mention in passing may err."""

_SHORTEST_COMPOUND = 8
_SHORTEST_UNDEFINED = 3


def unite_moved(groups: Groups) -> None:
    """What an older version of the document numbers otherwise is the one thing that now has its very name."""
    for places in groups.sharing(_names).values():
        roots = sorted({groups.root(place) for place in places})
        known = [root for root in roots if groups[root].is_known]
        numbered = [root for root in roots if groups[root].number is not None and not groups[root].is_known]
        if len(known) == len(numbered) == 1 and groups[known[0]].former_number is not None:
            groups.unite(known[0], numbered[0])


def unite_numbers(groups: Groups, path: str) -> None:
    """One number of one kind is one thing; of a kind that every document numbers for itself, within a document."""
    for places in groups.sharing(_numbers).values():
        proposed = [place for place in places if groups[place].is_proposed]
        for place in proposed[1:]:
            groups.unite(proposed[0], place)
        known = [place for place in places if groups[place].is_known]
        here = [place for place in known if _is_of(groups[place], path)]
        fitting = here or [place for place in known if not _strangers(groups[proposed[0]], groups[place])]
        if len(fitting) == 1:
            groups.unite(proposed[0], fitting[0])


def unite_names(groups: Groups) -> None:
    """One name of one kind is one thing; of several elements of the case that have it, those that were read with this
    kind go before those that a person gave it, and of these the one that versions of the document call so, else the one called so first.
    """
    for key, places in groups.sharing(_names).items():
        known = sorted({groups.root(place) for place in places if groups[place].is_known})
        if len(known) > 1:
            known = [place for place in known if _is_read_so(groups[place])] or known
            here = [place for place in known if key in _names_here(groups[place])]
            first = [place for place in known if key in _first_names(groups[place])]
            known = next((one for one in (known, here, first) if len(one) == 1), [])
        proposed = [place for place in places if not groups[place].is_known]
        united = known + proposed if len(known) == 1 else proposed
        for place in united[1:]:
            groups.unite(united[0], place)


def unite_forgotten(groups: Groups) -> None:
    """What nothing calls any more as its id says, since the document that did was taken out, is what is called so now."""
    for places in groups.sharing(_made_of).values():
        known = [place for place in places if groups[place].is_known]
        proposed = [place for place in places if not groups[place].is_known and groups[place].introduced]
        if len(known) == len(proposed) == 1:
            groups.unite(known[0], proposed[0])


def unite_kinds(groups: Groups, document: str, legal: Legal) -> None:
    """What is only mentioned, and may err in its kind, joins the thing of another kind that has the very name.

    Two that are both introduced stay apart: a person and a team, or a control and a dependency, can share a name.
    What the same document once joined stays joined when it is read again.
    """
    for places in groups.sharing(_family_names).values():
        ranked = sorted({groups.root(p) for p in places}, key=lambda p: (not groups[p].introduced, groups[p].rank))
        for place in ranked[1:]:
            pair = (groups[ranked[0]], groups[place])
            kind = next((group.kind for group in pair if group.is_known), pair[0].kind)
            sure = pair[1].introduced and not _is_stated_in(pair[0], document)
            if not sure and all(legal(group, kind) for group in pair):
                groups.unite(ranked[0], place, across_kinds=True)


def unite_acronyms(groups: Groups) -> None:
    """An acronym that nothing defines is the one thing of its kind with these initials: of the document, else the case."""
    for places in groups.sharing(_initials).values():
        short = [place for place in places if _is_acronym_only(groups[place])]
        long = [place for place in places if place not in short]
        near = [place for place in long if groups[place].is_proposed] or long
        for place in short if len(near) == 1 else ():
            groups.unite(near[0], place)


def unite_slips(groups: Groups) -> None:
    """Names that are equal but for a slip of the pen are one; so are people's whose surname has one, if unique."""
    for places in groups.sharing(_slips).values():
        for one, other in combinations(places, 2):
            if any(is_slip(a, b) for a in _called(groups[one]) for b in _called(groups[other])):
                groups.unite(one, other)
    near: dict[Place, set[Place]] = {}
    for places in groups.sharing(_full_names).values():
        for one, other in combinations(places, 2):
            if _are_one_person(groups[one], groups[other]):
                near.setdefault(one, set()).add(other)
                near.setdefault(other, set()).add(one)
    for one, others in sorted(near.items()):
        if len(others) == 1 and near[min(others)] == {one}:
            groups.unite(one, min(others))


def _numbers(group: Group) -> Iterator[Hashable]:
    if group.number:
        yield (group.kind, group.number)
    elif group.former_number and not group.is_proposed:
        yield (group.kind, group.former_number)


def _names(group: Group) -> Iterator[Hashable]:
    for thing in group.things:
        yield from _keys(thing, thing.canonical_names)
        if thing.key is not None:
            yield from ((thing.kind, "here", name) for name in thing.canonical_references)


def _is_read_so(group: Group) -> bool:
    """Has some place read its element as the kind under which it is looked for here?"""
    element = next((thing.element for thing in group.things if thing.element), None)
    return element is not None and group.kind in kinds_as_read(element).values()


def _made_of(group: Group) -> Iterator[Hashable]:
    """The id that a new thing would have by its name, and that of an element which has none of this name any more."""
    known = next((thing.element for thing in group.things if thing.element), None)
    if group.number is None and group.former_number is None:
        id_ = known.id if known else bare_id(group)
        if not known or all(id_ != f"{known.kind}-{slug(name)}" for name in (known.name, *known.aliases)):
            yield id_


def _first_names(group: Group) -> frozenset[Hashable]:
    return frozenset(key for thing in group.things for key in _keys(thing, thing.canonical_names[:1]))


def _names_here(group: Group) -> frozenset[Hashable]:
    return frozenset(key for thing in group.things for key in _keys(thing, thing.canonical_names_here))


def _keys(thing: Thing, names: Iterable[Name]) -> Iterator[Hashable]:
    for name in names:
        if thing.kind is ElementKind.TEAM and len(name) > 1 and name[-1] == "team":
            yield (thing.kind, "", spoken(name[:-1]))
        yield (thing.kind, "", spoken(name))
        if sum(map(len, name)) >= _SHORTEST_COMPOUND and not designators(name):
            yield (thing.kind, "joined", "".join(name))


def _family_names(group: Group) -> Iterator[Hashable]:
    for number, family in enumerate(FAMILIES):
        if group.kind in family:
            yield from ((number, name) for thing in group.things for _, name in thing.called)


def _called(group: Group) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(name for thing in group.things for name in thing.canonical_names))


def _initials(group: Group) -> Iterator[Hashable]:
    for thing in group.things:
        for name in thing.names:
            shorts = {name} if is_acronym(name) else initials(name)
            yield from ((thing.kind, short) for short in shorts if len(short) >= _SHORTEST_UNDEFINED)


def _is_acronym_only(group: Group) -> bool:
    return all(is_acronym(name) for thing in group.things for name in thing.names)


def _slips(group: Group) -> Iterator[Hashable]:
    if group.kind is not ElementKind.PERSON:
        yield from ((group.kind, form) for name in _called(group) for form in slips(name))


def _full_names(group: Group) -> Iterator[Hashable]:
    if group.kind is ElementKind.PERSON:
        names = [name for thing in group.things for name in thing.names if people.is_full(name)]
        yield from (key for name in names for key in people.keys(name) if key[0] == "surname" and key[1])


def _are_one_person(one: Group, other: Group) -> bool:
    names = [[name for thing in group.things for name in thing.names] for group in (one, other)]
    return any(people.can_be_one(a, b) for a in names[0] for b in names[1])


def _is_stated_in(known: Group, document: str) -> bool:
    return any(document in thing.documents for thing in known.things)


def _is_of(group: Group, path: str) -> bool:
    return any(path in thing.paths for thing in group.things if thing.element)


def _strangers(new: Group, known: Group) -> bool:
    """Have two things of one number nothing else in common, each introduced by a document of its own?"""
    if new.kind in LOCAL_NUMBERS:
        return new.introduced
    mine = {word for name in _called(new) for word in name}
    theirs = {word for name in _called(known) for word in name}
    return new.introduced and known.introduced and bool(mine and theirs) and not mine & theirs
