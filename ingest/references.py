"""What "the monitor", "that bucket", "M. Oyelaran" or a shortened name refers to: the only thing in reach, or nothing.

In reach is first the document, and only where it has nothing that fits, the case. Two that fit are one too many:
then the reference stays a thing of its own, and of its document alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from graph.elements import ElementKind
from ingest import people
from ingest.groups import Group, Groups, Index, Place
from ingest.spelling import Name, canonical, head, spoken
from ingest.things import SENTENCES, is_plural

GENERIC = frozenset(
    canonical(
        "evaluation study trial test exercise experiment system tool service control mechanism process institute lab "
        "laboratory company foundation pathway team group"
    )
)
"""Nouns that say of what kind a thing is and can be left out of its name."""


def unite_references(groups: Groups, path: str) -> frozenset[Place]:
    """Unite references with what they must mean; gives back the groups that can mean several things."""
    index = groups.index(_handles)
    referring = [place for place in groups if _refers(groups[place])]
    unclear = set()
    for place in sorted(referring, key=lambda place: -max(len(name) for _, name in _called(groups[place]))):
        group = groups[place]
        if not _refers(group):
            continue
        fitting = [root for root in _candidates(groups, place, index) if _fits(group, groups[root])]
        before = [root for root in fitting if _was_called_so_here(groups[root], group, path)]
        here = [root for root in fitting if groups[root].is_proposed and not groups[root].is_reference]
        near = before or here or fitting
        if len(near) == 1:
            groups.unite(near[0], place)
        elif near and group.is_reference:
            unclear.add(place)
    _unite_earlier(groups, index)
    return frozenset(groups.root(place) for place in unclear)


def _unite_earlier(groups: Groups, index: Index) -> None:
    """What the case knew by half a name only is the one thing that now is introduced and that it fits."""
    earlier: defaultdict[Place, list[Place]] = defaultdict(list)
    for place in index.known_by(_half_known_handles):
        group = groups[place]
        if not _is_half_known(group):
            continue
        near = [root for root in _candidates(groups, place, index) if not groups[root].is_reference]
        fitting = [root for root in near if _fits(group, groups[root])]
        if len(fitting) == 1 and groups[fitting[0]].introduced and not groups[fitting[0]].is_known:
            earlier[fitting[0]].append(place)
    for place, known in earlier.items():
        if len(known) == 1:
            groups.unite(known[0], place)


def _is_half_known(group: Group) -> bool:
    """Is it an element that nothing has introduced, by half a person's name or several words of another's?"""
    if not group.is_known or group.is_proposed or group.introduced or group.number or group.kind in SENTENCES:
        return False
    return group.kind is ElementKind.PERSON or all(len(spoken(name)) > 1 for _, name in _called(group))


def _candidates(groups: Groups, place: Place, index: Index) -> list[Place]:
    """The groups that share what is rarest in some name of the group, or for people, a form of it."""
    group = groups[place]
    keys: list[Hashable] = []
    found: set[Place] = set()
    if group.kind is ElementKind.PERSON:
        keys.extend(key for name, _ in _called(group) for key in people.keys(name))
    for _, name in _called(group):
        if name == (group.kind.value,):
            found |= {groups.root(candidate) for candidate in groups.of_kind(group.kind)}
        else:
            keys.append(min(((group.kind, word) for word in spoken(name)), key=index.count))
    found |= {groups.root(candidate) for key in keys for candidate in index.places(key)}
    return sorted(found - {groups.root(place)})


def _refers(group: Group) -> bool:
    """Can it mean something else? A reference can; so can a short name that is only mentioned, or has a "the"."""
    if not group.is_proposed or group.is_known or not _called(group):
        return False
    if group.is_reference:
        return True
    named = group.introduced and not all(thing.definite for thing in group.things)
    return not (named or group.number or group.kind in SENTENCES)


def _fits(reference: Group, candidate: Group) -> bool:
    if reference.kind is not candidate.kind or (candidate.is_reference and not candidate.is_known):
        return False
    pairs = [(a, b) for a in _called(reference) for b in _called(candidate)]
    if reference.kind is ElementKind.PERSON and any(people.readings(name) for name, _ in _called(reference)):
        return any(
            people.can_be_one(a, b) and (people.is_full(a) or people.is_full(b) or a.casefold() == b.casefold())
            for (a, _), (b, _) in pairs
        )
    if any(name == (reference.kind.value,) for _, name in _called(reference)):
        return True
    return any(_shortens(a, b) for a, b in pairs)


def _shortens(short: tuple[str, Name], long: tuple[str, Name]) -> bool:
    """Is the first name the second with words left out, its noun kept, or without a noun that says its kind only?"""
    if is_plural(short[0]) and not is_plural(long[0]):
        return False
    said = spoken(short[1])
    if head(short[1]) == head(long[1]) and set(said) <= set(long[1]):
        return True
    return said == long[1][:-1] and long[1][-1] in GENERIC


def _was_called_so_here(known: Group, group: Group, path: str) -> bool:
    before = {name for thing in known.things if thing.element and path in thing.paths for _, name in thing.called}
    return any(name in before for _, name in _called(group))


def _called(group: Group) -> tuple[tuple[str, Name], ...]:
    return tuple(called for thing in group.things for called in thing.called)


def _handles(group: Group) -> Iterator[Hashable]:
    for written, name in _called(group):
        yield from ((group.kind, word) for word in name)
        if group.kind is ElementKind.PERSON:
            yield from people.keys(written)


def _half_known_handles(group: Group) -> Iterator[Hashable]:
    return _handles(group) if _is_half_known(group) else iter(())
