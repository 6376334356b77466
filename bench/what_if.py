"""What one what-if costs on a random case, against one plain pass over the same arrays in the same run.

Run `python bench/what_if.py`. The case has 10,000 elements and 25,000 relations of support under 40 pathways; the
seed is fixed. Times are medians over many failures, memory the peak that one call allocates.
"""

from __future__ import annotations

import random
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parents[1]))

from graph.analysis import Structure, structure_of, what_breaks
from graph.analysis.single_failures import SingleFailures
from graph.analysis.structure import rank_at
from graph.case import Case, CaseHead, Switches
from graph.elements import (
    LEGAL,
    THINGS,
    Element,
    ElementKind,
    Operator,
    Relation,
    RelationStatement,
    RelationType,
    Statement,
    relation_id,
)
from graph.provenance import Entered

ELEMENTS, RELATIONS, PATHWAYS, FAILURES = 10_000, 25_000, 40, 200
LAYERS = {"claim": 0.3, "argument": 0.1, "evidence": 0.1, "control": 0.25, "dependency": 0.2, "team": 0.05}
OPERATORS = (None, None, Operator.CONJUNCTIVE, Operator.DISJUNCTIVE)
BENCH = Entered(who="bench", when="2026-01-01T00:00:00Z")


def random_case(chance: random.Random) -> Case:
    """Elements in layers, each relation leading a short way down."""
    kinds = ["pathway"] * PATHWAYS
    for kind, share in LAYERS.items():
        kinds += [kind] * round((ELEMENTS - PATHWAYS) * share)
    elements = [element(number, ElementKind(kind), chance) for number, kind in enumerate(kinds)]
    relations: dict[str, Relation] = {}
    while len(relations) < RELATIONS:
        start = chance.randrange(len(elements) - 1)
        end = min(len(elements) - 1, start + 1 + int(chance.expovariate(10 / ELEMENTS)))
        for type_ in (RelationType.SUPPORTED_BY, RelationType.DEPENDS_ON):
            if (elements[start].kind, type_, elements[end].kind) in LEGAL:
                found = relation(type_, elements[start].id, elements[end].id)
                relations[found.id] = found
                break
    return Case.of(CaseHead(id="random"), elements=elements, relations=relations.values())


def element(number: int, kind: ElementKind, chance: random.Random) -> Element:
    """An element with some operator, or none where teams have none."""
    operator = None if kind is ElementKind.TEAM else chance.choice(OPERATORS)
    return Element(
        id=f"e{number:05}", kind=kind, name=f"{kind} {number}", operator=operator, stated=(Statement(entered=BENCH),)
    )


def relation(type_: RelationType, source: str, target: str) -> Relation:
    """A relation of support as a person would enter it."""
    said = (RelationStatement(entered=BENCH),)
    return Relation(id=relation_id(type_, source, target), type=type_, source=source, target=target, stated=said)


def plain_pass(structure: Structure) -> list[int]:
    """The strength of every element, premises first."""
    ranks: list[int] = []
    for place in range(len(structure.ids)):
        ranks.append(rank_at(structure, place, ranks))
    return ranks


def seconds(act: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def peak_mb(act: Callable[[], object]) -> float:
    """How much one call allocates at most, in megabytes."""
    tracemalloc.start()
    act()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def every_single_failure(structure: Structure) -> object:
    """What each failure alone takes below each level."""
    single = SingleFailures(structure, structure.of_kinds(THINGS))
    return [single.below(range(len(structure.ids)), level) for level in (1, 2, 3)]


def main() -> None:
    """Measure and print the table."""
    chance = random.Random(1)  # noqa: S311 - a case to measure, no secret
    case = random_case(chance)
    build_s = seconds(lambda: structure_of(case, Switches()).above)
    structure = structure_of(case, Switches())
    failures = chance.sample(structure.ids, FAILURES)
    what_breaks(structure, failures[:1])
    passes = [seconds(lambda: plain_pass(structure)) for _ in range(20)]
    asked = [seconds(lambda failed=failed: what_breaks(structure, (failed,))) for failed in failures]
    widest = failures[asked.index(max(asked))]
    rows = (
        ("plain pass over the arrays", median(passes), peak_mb(lambda: plain_pass(structure))),
        ("what-if, median failure", median(asked), peak_mb(lambda: what_breaks(structure, failures[:1]))),
        ("what-if, 95 of 100 failures", quantiles(asked, n=20)[-1], peak_mb(lambda: what_breaks(structure, (widest,)))),
        (
            "every failure x every pathway",
            seconds(lambda: every_single_failure(structure)),
            peak_mb(lambda: every_single_failure(structure)),
        ),
        ("building the arrays, once", build_s, peak_mb(lambda: structure_of(case, Switches()).above)),
    )
    print(f"{len(structure.ids):,} elements, {len(structure.relations):,} relations, {FAILURES} failures")
    print(f"{'':32}{'ms':>10}{'x pass':>10}{'peak MB':>10}")
    for name, taken_s, peak in rows:
        print(f"{name:32}{taken_s * 1000:10.2f}{taken_s / median(passes):10.2f}{peak:10.1f}")


if __name__ == "__main__":
    main()
