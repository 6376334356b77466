"""Likely unions: pairs of elements of one kind that are probably one thing, for a person to decide.

What surely is one thing, linking makes one. This looks at the whole case for what it left apart, and only proposes. A
pair that a person has decided to be two is not proposed again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, prod

from graph.case import Case
from graph.decisions import kept_apart
from graph.elements import Element, ElementKind, ReviewStatus
from graph.search import Embedder, Near
from ingest import people
from ingest.definitions import initials, is_acronym
from ingest.known import KnownThings
from ingest.likeness import Evidence, Ground, Rarity, are_told_apart, by_name
from ingest.surroundings import Surroundings, surroundings_of
from ingest.things import Thing

LIKELY = 0.5
"""The likeness, 0 to 1, from which a pair is proposed."""

_SHORT = frozenset({Ground.SHORTER, Ground.ACRONYM, Ground.PERSON, Ground.LONGER_HEAD, Ground.KIND_WORD})
_TOGETHER = 0.5
_MEANT_ALIKE = 0.6
_SURROUNDINGS_COUNTED = 3
_MOST_OF_A_KEY = 20

_Pair = tuple[str, str]


@dataclass(frozen=True)
class LikelyUnion:
    """Two elements that are probably one thing; `kept` is the one that says more.

    `likeness`: how much speaks for it, from `LIKELY` to 1, for putting pairs in order; it is no probability. `against`:
    what speaks against it.
    """

    kept: Element
    taken: Element
    likeness: float
    evidence: tuple[Evidence, ...]
    against: tuple[str, ...] = ()


def likely_unions(case: Case, embedders: Sequence[Embedder]) -> tuple[LikelyUnion, ...]:
    """The pairs that are probably one thing, likeliest first, the same in every run.

    `embedders` say which names are near each other: one that compares words, and where a model is configured that one.
    """
    known = KnownThings()
    known.read(case)
    things = {
        thing.element.id: thing
        for thing in known.catalogue.things
        if thing.element and thing.element.id in case.standing and thing.kind is thing.element.kind
    }
    kinds: defaultdict[ElementKind, list[Thing]] = defaultdict(list)
    for thing in things.values():
        kinds[thing.kind].append(thing)
    apart = kept_apart(case.decisions.values())
    around = surroundings_of(case)
    found: list[LikelyUnion] = []
    for kind in sorted(kinds):
        alike = _alike(kinds[kind], embedders)
        pairs = {pair: evidence for pair, evidence in alike.items() if frozenset(pair) not in apart}
        found += _weighed(pairs, things, around)
    return tuple(sorted(found, key=lambda union: (-union.likeness, union.kept.id, union.taken.id)))


def _alike(things: Sequence[Thing], embedders: Sequence[Embedder]) -> Mapping[_Pair, list[Evidence]]:
    """Pairs of elements of one kind -> the reasons in what they are called to take them for one."""
    of = {thing.element.id: thing for thing in things if thing.element}
    rarity = _rarity(things)
    near = _near(things, embedders)
    found = {}
    for pair in sorted({*near, *_sharing_keys(things)}):
        one, other = of[pair[0]], of[pair[1]]
        if are_told_apart(one, other):
            continue
        named = by_name(one, other, rarity)
        reasons = [*_numbers(one, other), *([named] if named else []), *near.get(pair, ())]
        if reasons:
            found[pair] = sorted(reasons, key=lambda evidence: -evidence.share)
    return found


def _weighed(
    alike: Mapping[_Pair, list[Evidence]], things: Mapping[str, Thing], around: Surroundings
) -> Iterator[LikelyUnion]:
    """The pairs that are likely enough once their surroundings, and what else each would fit, are counted."""
    fits: Counter[str] = Counter()
    for pair, reasons in alike.items():
        if reasons[0].ground in _SHORT:
            fits.update({_shorter(pair, things)})
    for pair, reasons in alike.items():
        one, other = (around.case.elements[id_] for id_ in pair)
        if around.are_related(one, other):
            continue
        against = []
        share = 1 - prod(1 - evidence.share for evidence in reasons)
        rivals = fits[_shorter(pair, things)] - 1 if reasons[0].ground in _SHORT else 0
        if rivals > 0:
            share /= (rivals + 1) ** 0.5
            against.append(f"'{around.case.elements[_shorter(pair, things)].name}' fits {rivals} more as well")
        if around.are_introduced_together(one, other):
            share *= _TOGETHER
            against.append("one passage names both")
        shared = around.shared(one, other)
        likeness = 1 - (1 - share) * prod(1 - evidence.share for evidence in shared[:_SURROUNDINGS_COUNTED])
        if likeness >= LIKELY:
            kept, taken = sorted((one, other), key=_says_more)
            yield LikelyUnion(kept, taken, round(likeness, 3), (*reasons, *shared), tuple(against))


def _says_more(element: Element) -> tuple[bool, bool, bool, int, int, str]:
    return (
        element.status is not ReviewStatus.ACCEPTED,
        element.number is None,
        not any(said.name for said in element.stated),
        -len(element.name.split()),
        -len(element.passages),
        element.id,
    )


def _shorter(pair: _Pair, things: Mapping[str, Thing]) -> str:
    """The element of a pair that has the shorter name."""
    return min(pair, key=lambda id_: (min((len(written) for written, _ in things[id_].called), default=0), id_))


def _numbers(one: Thing, other: Thing) -> list[Evidence]:
    if one.number and one.number == other.number:
        return [Evidence(Ground.NUMBER, f"both are {one.kind} {one.number} of their source", 0.3)]
    return []


def _near(things: Sequence[Thing], embedders: Sequence[Embedder]) -> Mapping[_Pair, list[Evidence]]:
    """Pairs that an embedder finds near; those that it takes to mean the same have that as a reason."""
    called = [(thing.element.id, written) for thing in things if thing.element for written, _ in thing.called]
    found: defaultdict[_Pair, list[Evidence]] = defaultdict(list)
    for embedder in embedders:
        best: dict[_Pair, Near] = {}
        for near in embedder.near([written for _, written in called]):
            pair = _pair(called[near.one][0], called[near.other][0])
            if pair and near.likeness > (best[pair].likeness if pair in best else 0.0):
                best[pair] = near
        for pair, near in best.items():
            found[pair] += _meant(embedder, near, called)
    return found


def _meant(embedder: Embedder, near: Near, called: Sequence[tuple[str, str]]) -> list[Evidence]:
    if not embedder.reads_meaning or near.likeness < _MEANT_ALIKE:
        return []
    words = f"{embedder.name} finds '{called[near.one][1]}' and '{called[near.other][1]}' {near.likeness:.2f} alike"
    return [Evidence(Ground.MEANING, words, (near.likeness - _MEANT_ALIKE) / (1 - _MEANT_ALIKE) * 0.9)]


def _sharing_keys(things: Iterable[Thing]) -> Iterator[_Pair]:
    """Pairs that share a number, an acronym or a form of a person's name."""
    filed: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for thing in things:
        for key in _keys(thing):
            filed[key][thing.element.id if thing.element else ""] = None
    for found in filed.values():
        for one, other in combinations(sorted(found)[:_MOST_OF_A_KEY], 2):
            yield _pair(one, other) or (one, other)


def _keys(thing: Thing) -> Iterator[tuple[str, ...]]:
    if thing.number:
        yield ("number", thing.number)
    for written, name in thing.called:
        shorts = {written.removesuffix("s")} if is_acronym(written) else initials(written)
        yield from (("initials", short) for short in shorts)
        yield ("joined", "".join(name))
        if thing.kind is ElementKind.PERSON:
            yield from (("person", *key) for key in people.keys(written))


def _pair(one: str, other: str) -> _Pair | None:
    return (min(one, other), max(one, other)) if one != other else None


def _rarity(things: Iterable[Thing]) -> Rarity:
    number = Counter(word for thing in things for word in {word for _, name in thing.called for word in name})
    every = sum(1 for _ in number) + 1

    def rarity(word: str) -> float:
        return 1 + log(every / number.get(word, 1)) if every > number.get(word, 1) else 1.0

    return rarity
