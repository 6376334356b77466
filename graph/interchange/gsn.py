"""Goal structures as gsn2x writes them: YAML, one module a file, every element under its id.

The kind of an element is its `nodeType`, else the beginning of its id. Files that belong together are read together:
an element may name one of another file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from graph.interchange.argument import Argument, Bond, Link, Node, Role
from graph.interchange.reading import Key, Reading, Unmapped
from graph.interchange.source import Place, SourceFile
from graph.interchange.trees import Scalar, Table, yaml_tree

READER = "gsn2x 1"
_PREFIXES = (
    ("CG", Role.COUNTER),
    ("CSn", Role.COUNTER),
    ("G", Role.GOAL),
    ("Sn", Role.SOLUTION),
    ("S", Role.STRATEGY),
    ("C", Role.CONTEXT),
    ("A", Role.ASSUMPTION),
    ("J", Role.JUSTIFICATION),
)
_TYPES = {
    "Goal": Role.GOAL,
    "Strategy": Role.STRATEGY,
    "Solution": Role.SOLUTION,
    "Assumption": Role.ASSUMPTION,
    "Justification": Role.JUSTIFICATION,
    "Context": Role.CONTEXT,
    "CounterGoal": Role.COUNTER,
    "CounterSolution": Role.COUNTER,
}
_BONDS = {"supportedBy": Bond.SUPPORT, "inContextOf": Bond.CONTEXT, "challenges": Bond.CHALLENGE}
_ELEMENT = re.compile(r"^(?:(?:CG|CSn|G|Sn|S|C|A|J)[\w.-]*|module) *:(?:\s|$)|^ +nodeType *:", re.MULTILINE)
_READ = frozenset(
    [
        "text",
        "url",
        "supportedBy",
        "inContextOf",
        "challenges",
        "undeveloped",
        "defeated",
        "defeatedRelation",
        "nodeType",
    ]
)
_READ_OF_MODULE = frozenset({"name", "uses", "extends"})
_LAYOUT = frozenset(["horizontalIndex", "rankIncrement", "level", "classes", "charWrap", "wordWrap", "stylesheets"])
_SHAPE = "A goal structure is a mapping of elements, such as: G1: {text: …, supportedBy: [S1]}."


@dataclass(frozen=True)
class _Module:
    """One file: its elements by id, those whose kind is known as nodes, and what `module:` says of it."""

    file: SourceFile
    head: Table
    tables: Mapping[str, Table]
    nodes: Mapping[str, Node]


def is_gsn(text: str) -> bool:
    """Does a text look like a goal structure: does a line begin with the id of an element?"""
    return _ELEMENT.search(text) is not None


def read_gsn(files: Sequence[SourceFile]) -> Reading:
    """What goal structures say together. IllegalCase names the file and line that cannot be read."""
    modules = tuple(map(_module, files))
    nodes = {node.key: node for module in modules for node in module.nodes.values()}
    keys: defaultdict[str, list[Key]] = defaultdict(list)
    for key in nodes:
        keys[key[1]].append(key)
    found = [item for module in modules for item in (*_links(module, keys), *_extensions(module, keys))]
    argument = Argument(nodes, tuple(item for item in found if isinstance(item, Link)))
    left_over = (other for module in modules for other in _left_over(module, files))
    return Reading(
        reader=READER,
        files=tuple(files),
        elements=tuple(argument.elements()),
        relations=tuple(argument.relations()),
        unmapped=(*argument.unmapped(), *(item for item in found if isinstance(item, Unmapped)), *left_over),
        spoken=tuple(node.place for node in nodes.values()),
    )


def _module(file: SourceFile) -> _Module:
    tree = yaml_tree(file)
    if not isinstance(tree, Table):
        raise file.malformed(tree.place.start, "it is no mapping of elements", _SHAPE)
    head = tree.table("module") or Table(tree.place)
    if "module" in tree.members and tree.table("module") is None:
        raise file.malformed(tree.keys["module"], "'module' is no mapping", "Write it as module: {name: …}.")
    tables = {}
    for id_, value in tree.members.items():
        if id_ == "module":
            continue
        if isinstance(value, Table):
            tables[id_] = value
        elif isinstance(value, Scalar) and value.value is None:
            tables[id_] = Table(value.place)
        else:
            raise file.malformed(tree.keys[id_], f"'{id_}' is no element", _SHAPE)
    section = head.text("name")
    nodes = {}
    for id_, table in tables.items():
        if role := _role(id_, table):
            said = next(
                (text.place for text in table.texts("text") if text.place.end > text.place.start), tree.pair(id_)
            )
            place = replace(said, section=f"{section}, {id_}" if section else id_)
            nodes[id_] = _node(id_, table, role=role, place=place)
    return _Module(file, head, tables, nodes)


def _role(id_: str, table: Table) -> Role | None:
    return _TYPES.get(table.text("nodeType")) or next(
        (role for start, role in _PREFIXES if id_.startswith(start)), None
    )


def _node(id_: str, table: Table, *, role: Role, place: Place) -> Node:
    return Node(
        key=(place.file.path, id_),
        role=role,
        text=table.text("text"),
        url=table.text("url"),
        place=place,
        label=id_,
        is_defeated=table.is_true("defeated"),
        is_undeveloped=table.is_true("undeveloped"),
    )


_Keys = Mapping[str, Sequence[Key]]


def _links(module: _Module, keys: _Keys) -> Iterator[Link | Unmapped]:
    for id_, node in module.nodes.items():
        table = module.tables[id_]
        gone = {found.value for found in table.texts("defeatedRelation")}
        for attribute, bond in _BONDS.items():
            for name in _names(table, attribute):
                place = replace(table.pair(attribute), section=node.place.section)
                if "->" in name:
                    yield Unmapped(f"{id_} {bond} {name}", "a finding disputes elements, not relations", place)
                    continue
                target = _found(name, module.file.path, keys)
                if isinstance(target, str):
                    yield Unmapped(f"{id_} {bond} {name}", target, place)
                else:
                    yield Link(bond, node.key, target, place, name in gone)


def _names(table: Table, attribute: str) -> Iterator[str]:
    """The ids that an attribute names, each once."""
    yield from dict.fromkeys(str(found.value).strip() for found in table.texts(attribute))


def _found(name: str, path: str, keys: _Keys) -> Key | str:
    """The element of this id, in the file itself or in another one; else why there is none."""
    elsewhere = keys.get(name, ())
    if (path, name) in elsewhere:
        return (path, name)
    if len(elsewhere) == 1:
        return elsewhere[0]
    if elsewhere:
        return f"'{name}' is in several of the files: {', '.join(sorted(key[0] for key in elsewhere))}"
    return f"'{name}' is in none of the files; name all files that belong together"


def _extensions(module: _Module, keys: _Keys) -> Iterator[Link | Unmapped]:
    """The goals of other modules that this one says more about."""
    for extension in module.head.tables("extends"):
        develops = extension.table("develops")
        for goal in develops.members if develops else ():
            place = develops.pair(goal) if develops else module.head.place
            above = _found(goal, module.file.path, keys)
            for name in _names(develops, goal) if develops else ():
                below = _found(name, module.file.path, keys)
                if isinstance(above, str) or isinstance(below, str):
                    why = above if isinstance(above, str) else str(below)
                    yield Unmapped(f"{goal} {Bond.SUPPORT} {name}", why, place)
                else:
                    yield Link(Bond.SUPPORT, above, below, place)


def _left_over(module: _Module, files: Sequence[SourceFile]) -> Iterator[Unmapped]:
    """Attributes and elements that nothing is made of, and modules that are used and not given."""
    for id_, table in module.tables.items():
        if id_ not in module.nodes:
            why = "its id begins with none of G, S, Sn, C, A, J, CG, CSn, and it has no nodeType"
            yield Unmapped(id_, why, table.place)
            continue
        for attribute in table.members:
            if attribute not in _READ:
                why = "it is about the drawing" if attribute in _LAYOUT else "a case has no field for it"
                yield Unmapped(f"{attribute} of {id_}", why, table.pair(attribute))
    for attribute in module.head.members:
        if attribute not in _READ_OF_MODULE:
            why = "it is about the drawing" if attribute in _LAYOUT else "a case has no field for it"
            yield Unmapped(f"{attribute} of the module", why, module.head.pair(attribute))
    given = {file.title for file in files}
    for used in module.head.texts("uses"):
        if PurePath(str(used.value)).name not in given:
            yield Unmapped(f"module {used.value}", "it is used, but was not given; name all files together", used.place)
