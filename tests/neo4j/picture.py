"""The schema of the graph as a picture, drawn from the table of legal relations: `python -m tests.neo4j.picture`."""

from __future__ import annotations

from collections.abc import Iterable

from graph.elements import AGENTS, HELD_UP, LEGAL, ElementKind, RelationType

GROUPS: dict[str, frozenset[ElementKind]] = {
    "held": HELD_UP,
    "holds": frozenset({ElementKind.EVIDENCE, ElementKind.CONTROL, ElementKind.DEPENDENCY}),
    "agents": AGENTS,
    **{kind.value: frozenset({kind}) for kind in (ElementKind.FINDING, ElementKind.MITIGATION, ElementKind.TRIGGER)},
    "passage": frozenset({ElementKind.PASSAGE}),
    "document": frozenset({ElementKind.DOCUMENT}),
}
_BESIDE = (
    "case(Case)",
    "decision(Decision)",
    "store(Loadpath)",
    "passage -->|PART_OF| document",
    "every[every Element] -->|STATED_IN| passage",
    "every -->|OWNED_BY| agents",
    "document -->|IN_CASE| case",
    "pathways[every Pathway] -->|IN_CASE| case",
    "case -->|FOLLOWS| case",
    "decision -->|IN_CASE| case",
    "decision -->|ABOUT| every",
    "decision -->|ABOUT| document",
    "decision -->|UNDOES| decision",
)
"""What is drawn beside the relations of elements."""
_EVERYWHERE = {RelationType.STATED_IN, RelationType.PART_OF, RelationType.OWNED_BY, RelationType.SUPERSEDES}


def schema_picture() -> str:
    """A Mermaid flow chart: kinds in groups, an arrow for every type of relation that is legal between two groups."""
    lines = ["flowchart LR"]
    lines += [f"    {name}({'<br>'.join(label(kind) for kind in order(kinds))})" for name, kinds in GROUPS.items()]
    lines += [
        f"    {source} -->|{'<br>'.join(types)}| {target}"
        for source in GROUPS
        for target in GROUPS
        if (types := types_between(source, target))
    ]
    return "\n".join([*lines, *(f"    {line}" for line in _BESIDE)])


def types_between(source: str, target: str) -> list[str]:
    """The types that lead from some kind of one group to some kind of another, those of every element left out."""
    legal = {t for s, t, e in LEGAL if s in GROUPS[source] and e in GROUPS[target] and t not in _EVERYWHERE}
    return [type_ for type_ in RelationType if type_ in legal]


def order(kinds: Iterable[ElementKind]) -> list[ElementKind]:
    """Kinds in the order of the vocabulary."""
    return [kind for kind in ElementKind if kind in frozenset(kinds)]


def label(kind: ElementKind) -> str:
    """The label of a kind in Neo4j."""
    return kind.capitalize()


if __name__ == "__main__":
    print(schema_picture())  # noqa: T201  this prints the picture for the page
