"""The analyses by brute force, written from semantics §2-§4 alone: slow, plain, and sharing nothing with the engine.

Every subset is tried, every strength recomputed from the relations of the case. Only for cases of a few elements.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from graph.case import Case, Switches
from graph.elements import ElementKind, Relation

RANK = {"none": 0, "weak": 1, "moderate": 2, "strong": 3}
ARGUED = {"pathway", "claim", "argument"}
Failed = frozenset[str]


def counts(case: Case, switches: Switches, element: str) -> bool:
    return switches.status == "all" or case.elements[element].status == "accepted"


def relation_counts(case: Case, switches: Switches, relation: Relation) -> bool:
    if switches.basis == "stated" and relation.basis == "inferred":
        return False
    if switches.status == "accepted" and relation.status != "accepted":
        return False
    return counts(case, switches, relation.source) and counts(case, switches, relation.target)


def premises(case: Case, switches: Switches, element: str) -> list[Relation]:
    """The lines (not of strength none) and requirements that count."""
    return [
        relation
        for relation in case.standing_relations
        if relation.source == element
        and (relation.type == "DEPENDS_ON" or (relation.type == "SUPPORTED_BY" and relation.strength != "none"))
        and relation_counts(case, switches, relation)
    ]


def rests_on(case: Case, switches: Switches, element: str) -> set[str]:
    """Everything beneath it, however far down; the element itself only where it rests on itself."""
    found: set[str] = set()
    fresh = {element}
    while fresh:
        fresh = {relation.target for one in fresh for relation in premises(case, switches, one)} - found
        found |= fresh
    return found


def unresolved(case: Case, switches: Switches) -> set[str]:
    """What is on a cycle of support, or rests on one."""
    beneath = {element: rests_on(case, switches, element) for element in case.standing}
    circular = {element for element, below in beneath.items() if element in below}
    return {element for element, below in beneath.items() if element in circular or below & circular}


def strengths(case: Case, switches: Switches, failed: Failed = frozenset()) -> dict[str, int | None]:
    """Strength (0 to 3) of every element that counts; None where support is circular."""
    here = [element for element in case.standing if counts(case, switches, element)]
    known: dict[str, int | None] = {element: None for element in unresolved(case, switches) if element in here}
    known.update({element: 0 for element in here if element in failed})
    while len(known) < len(here):
        for element in here:
            needed = {relation.target for relation in premises(case, switches, element)}
            if element not in known and needed <= set(known):
                known[element] = _strength(case, switches, element, known)
    return known


def _strength(case: Case, switches: Switches, element: str, known: dict[str, int | None]) -> int:
    this = case.elements[element]
    lines, required = [], []
    for relation in premises(case, switches, element):
        value = known[relation.target] or 0
        if this.kind in ARGUED and relation.type == "DEPENDS_ON":
            required.append(value)
        elif relation.type == "SUPPORTED_BY" and relation.strength is not None:
            lines.append(min(value, RANK[relation.strength]))
        else:
            lines.append(value)
    support = _combined(this.operator or ("convergent" if this.kind in ARGUED else "conjunctive"), this.k, lines)
    if not lines:
        recorded = [x for x in case.standing_relations if x.source == element and x.type == "SUPPORTED_BY"]
        support = 0 if recorded else 3
    own = 3 if this.strength is None else RANK[this.strength]
    return min([own, support, *required])


def _combined(operator: str, k: int | None, lines: list[int]) -> int:
    if operator == "conjunctive":
        return min(lines, default=0)
    if operator == "at_least":
        assert k is not None
        return sorted(lines, reverse=True)[k - 1] if len(lines) >= k else 0
    return max(lines, default=0)


def verdicts(case: Case, switches: Switches, failed: Failed) -> dict[str, str | None]:
    before, after = strengths(case, switches), strengths(case, switches, failed)
    fell = {x for x in before if x in failed or (before[x] is not None and (after[x] or 0) < (before[x] or 0))}
    found: dict[str, str | None] = {}
    for element, was in before.items():
        if element in failed:
            found[element] = "lost"
        elif was is None:
            found[element] = None
        elif element in fell:
            found[element] = "weakened" if after[element] else "lost"
        else:
            found[element] = "thinned" if fell & rests_on(case, switches, element) else "intact"
    return found


def events(case: Case, switches: Switches, kinds: Iterable[ElementKind], pathway: str) -> list[str]:
    """The elements of these kinds that can matter to a pathway: itself and what it rests on."""
    near = rests_on(case, switches, pathway) | {pathway}
    return sorted(x for x in near if case.elements[x].kind in set(kinds))


def falls(case: Case, switches: Switches, pathway: str, level: int) -> dict[Failed, bool]:
    """For every set of things of the default kinds: does the pathway fall below the level?"""
    names = events(case, switches, THINGS, pathway)
    subsets = [frozenset(x) for size in range(len(names) + 1) for x in combinations(names, size)]
    return {failed: (strengths(case, switches, failed)[pathway] or 0) < level for failed in subsets}


THINGS = [ElementKind(x) for x in ("control", "evidence", "dependency", "person", "team", "organization")]


def cut_sets(outcomes: dict[Failed, bool]) -> set[Failed]:
    """The minimal sets that make it fall."""
    enough = [failed for failed, down in outcomes.items() if down]
    return {failed for failed in enough if not any(other < failed for other in enough)}


def birnbaum(outcomes: dict[Failed, bool], event: str) -> float:
    """P(falls | event fails) - P(falls | it does not), every other event failing with probability 1/2."""
    with_it = [down for failed, down in outcomes.items() if event in failed]
    without = [down for failed, down in outcomes.items() if event not in failed]
    return (sum(with_it) - sum(without)) / len(without) if with_it else 0.0


def ranked(case: Case, switches: Switches, level: int | None) -> dict[str, tuple[int, int]]:
    """The pathways of a ranking with their strength today and the level in force."""
    today = strengths(case, switches)
    pathways = {x: rank for x, rank in today.items() if case.elements[x].kind == "pathway" and rank}
    return {x: (rank, level or rank) for x, rank in sorted(pathways.items()) if rank >= (level or rank)}


def tiers(case: Case, switches: Switches, level: int | None) -> dict[str, tuple[tuple[str, ...], ...]]:
    """For every thing beneath a ranked pathway: the pathways that it alone breaks, loses, weakens and thins."""
    pathways = ranked(case, switches, level)
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for thing in sorted({x for pathway in pathways for x in events(case, switches, THINGS, pathway)}):
        after, verdict = strengths(case, switches, frozenset({thing})), verdicts(case, switches, frozenset({thing}))
        breaks = tuple(x for x, (_, least) in pathways.items() if (after[x] or 0) < least)
        loses = tuple(x for x in breaks if not after[x])
        weakens = tuple(x for x, (was, _) in pathways.items() if (after[x] or 0) < was and x not in breaks)
        found[thing] = (breaks, loses, weakens, tuple(x for x in pathways if verdict[x] == "thinned"))
    return found


def joint(case: Case, switches: Switches, level: int | None) -> tuple[dict[str, int], dict[str, float]]:
    """For every thing: the cut sets of up to three that hold it, and its mean Birnbaum measure; noughts left out."""
    small: dict[str, int] = {}
    decides: dict[str, float] = {}
    pathways = ranked(case, switches, level)
    for pathway, (_, least) in pathways.items():
        outcomes = falls(case, switches, pathway, least)
        sets = [one for one in cut_sets(outcomes) if len(one) <= 3]
        for thing in events(case, switches, THINGS, pathway):
            small[thing] = small.get(thing, 0) + sum(thing in one for one in sets)
            decides[thing] = decides.get(thing, 0.0) + birnbaum(outcomes, thing) / len(pathways)
    return {x: n for x, n in small.items() if n}, {x: share for x, share in decides.items() if share}
