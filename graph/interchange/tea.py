"""Assurance cases of the TEA platform: JSON, either one tree of typed nodes or goals with lists of what is beneath them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from graph.interchange.argument import Argument, Bond, Link, Node, Role
from graph.interchange.reading import Key, Reading, Unmapped
from graph.interchange.source import SourceFile
from graph.interchange.trees import Listing, Scalar, Table, Tree, json_tree

READER = "tea 1"
_TYPES = {
    "GOAL": Role.GOAL,
    "PROPERTY_CLAIM": Role.GOAL,
    "AWAY_GOAL": Role.GOAL,
    "MODULE": Role.GOAL,
    "STRATEGY": Role.STRATEGY,
    "CONTRACT": Role.STRATEGY,
    "EVIDENCE": Role.SOLUTION,
    "ASSUMPTION": Role.ASSUMPTION,
    "JUSTIFICATION": Role.JUSTIFICATION,
    "CONTEXT": Role.CONTEXT,
}
_LISTS = {
    "goals": Role.GOAL,
    "property_claims": Role.GOAL,
    "strategies": Role.STRATEGY,
    "evidence": Role.SOLUTION,
    "evidential_claims": Role.SOLUTION,
    "context": Role.CONTEXT,
    "contexts": Role.CONTEXT,
    "assumption": Role.ASSUMPTION,
    "assumptions": Role.ASSUMPTION,
    "justification": Role.JUSTIFICATION,
    "justifications": Role.JUSTIFICATION,
}
_AROUND = frozenset({Role.CONTEXT, Role.ASSUMPTION, Role.JUSTIFICATION})
_TEXTS = ("description", "short_description", "long_description", "modulePublicSummary")
_READ = frozenset({*_TEXTS, *_LISTS, "id", "type", "name", "children", "inSandbox", "role", "level", "url", "URL"}) | {
    "isDefeater",
    "defeatsElementId",
}
_EMPTY = frozenset({"", "N/A", "n/a"})
_SHAPE = 'A TEA case has a "tree" of nodes with a type and a description, or a list of "goals".'


@dataclass(frozen=True)
class _Met:
    """Something met on the way through the file: as what, beneath whom, and its name where it brings none."""

    tree: Tree
    role: Role | None
    above: Node | None = None
    name: str = ""


@dataclass
class _Found:
    """What has been read of one file so far. `named`: how often a name is given; `keys`: TEA's own ids."""

    file: SourceFile
    named: Counter[str]
    nodes: dict[Key, Node] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    unmapped: list[Unmapped] = field(default_factory=list)
    keys: dict[str, Key] = field(default_factory=dict)
    aims: list[tuple[Node, str]] = field(default_factory=list)


def read_tea(file: SourceFile) -> Reading:
    """What a TEA case says. IllegalCase names the line that cannot be read."""
    tree = json_tree(file)
    top = tree.table("tree") if isinstance(tree, Table) else None
    first = (top,) if top else tree.tables("goals") if isinstance(tree, Table) else ()
    if not isinstance(tree, Table) or not first:
        raise file.malformed(tree.place.start, "it is no TEA case", _SHAPE)
    found = _Found(file, Counter(table.text("name") for table in _tables(first)))
    _walk(found, [_Met(table, _role(table, Role.GOAL), name=f"goal {n}") for n, table in enumerate(first, 1)])
    _aim(found)
    argument = Argument(found.nodes, tuple(found.links))
    about = [text.place for table in (tree, tree.table("case")) if table for text in table.texts("description")]
    return Reading(
        reader=READER,
        files=(file,),
        elements=tuple(argument.elements()),
        relations=tuple(argument.relations()),
        unmapped=(*argument.unmapped(), *found.unmapped),
        spoken=(*about, *(node.place for node in found.nodes.values())),
    )


def _tables(first: Iterable[Table]) -> Iterator[Table]:
    """Every node of the file."""
    ahead = list(first)
    while ahead:
        table = ahead.pop()
        yield table
        ahead += [below for key in ("children", *_LISTS) for below in table.tables(key)]


def _role(table: Table, otherwise: Role | None) -> Role | None:
    """The role that a node's type names, else that of the list it is in."""
    return Role.COUNTER if table.is_true("isDefeater") else _TYPES.get(table.text("type"), otherwise)


def _walk(found: _Found, ahead: list[_Met]) -> None:
    """Read nodes with everything beneath them, in the order of the file."""
    ahead.reverse()
    while ahead:
        met = ahead.pop()
        node = _node(found, met)
        if node is None:
            continue
        found.nodes[node.key] = node
        if met.above and (node.role is not Role.COUNTER or met.above.role is Role.COUNTER):
            bond = Bond.CONTEXT if node.role in _AROUND else Bond.SUPPORT
            found.links.append(Link(bond, met.above.key, node.key, node.place))
        if isinstance(met.tree, Table):
            _note(found, met.tree, node)
            ahead += reversed(list(_beneath(met.tree, node)))


def _node(found: _Found, met: _Met) -> Node | None:
    """The node at this place; None, and listed, where a case has nothing to make of it."""
    above = met.above.place.section if met.above else None
    if isinstance(met.tree, Scalar):
        place = replace(met.tree.place, section=above)
        return Node((found.file.path, met.name), met.role or Role.CONTEXT, _said(met.tree), place)
    if not isinstance(met.tree, Table):
        return None
    table, label = met.tree, met.tree.text("name")
    if met.role is None or table.is_true("inSandbox"):
        why = "it is in the sandbox: a draft" if met.role else f"its type '{table.text('type')}' is none of TEA's"
        found.unmapped.append(Unmapped(f"{label or met.name} and what is beneath it", why, table.place))
        return None
    name = label if label and found.named[label] == 1 else table.text("id") or met.name
    texts = [text for key in _TEXTS for text in table.texts(key) if _said(text)]
    if not texts and met.role in _AROUND:
        texts = [text for text in table.texts(met.role) if _said(text)]
    named = next((key for key in ("name", "id", "type") if table.text(key)), None)
    quoted = texts[0].place if texts else table.pair(named) if named else table.place
    section = " › ".join(filter(None, (above, label or met.name)))
    return Node(
        key=(found.file.path, name),
        role=met.role,
        text=" ".join(map(_said, texts)),
        url=table.text("url") or table.text("URL"),
        place=replace(quoted, section=section),
        label=label,
    )


def _said(text: Scalar) -> str:
    """The words of a text; '' where it only fills a gap."""
    words = " ".join(str(text.value).split()) if isinstance(text.value, str) else ""
    return "" if words in _EMPTY else words


def _beneath(table: Table, node: Node) -> Iterator[_Met]:
    """What a node holds, each under a name of its own; nothing stands beneath a context."""
    if node.role in _AROUND:
        return
    base = node.key[1]
    for count, child in enumerate(table.tables("children"), 1):
        yield _Met(child, _role(child, None), node, f"{base} child {count}")
    for key, role in _LISTS.items():
        value = table.members.get(key)
        items = value.items if isinstance(value, Listing) else filter(None, (value,))
        for count, item in enumerate(items, 1):
            if isinstance(item, Table):
                yield _Met(item, _role(item, role), node, f"{base} {key} {count}")
            elif isinstance(item, Scalar) and _said(item):
                yield _Met(item, role, node, f"{base} {key} {count}")


def _note(found: _Found, table: Table, node: Node) -> None:
    """Keep a node's own id, what it challenges, and list what nothing is made of."""
    if id_ := table.text("id"):
        found.keys[id_] = node.key
    if node.role is Role.COUNTER:
        found.aims.append((node, table.text("defeatsElementId")))
    if reference := table.text("moduleReferenceId"):
        why = "what is beneath it is in another case"
        found.unmapped.append(
            Unmapped(f"{node.label or node.key[1]}: {reference}", why, table.pair("moduleReferenceId"))
        )
    for key, value in table.members.items():
        if key not in _READ and not key.endswith(("_id", "ReferenceId")) and _says_something(value):
            what = f"{key} of {node.label or node.key[1]}"
            found.unmapped.append(Unmapped(what, "a case has no field for it", table.pair(key)))


def _says_something(value: Tree) -> bool:
    match value:
        case Scalar():
            return value.value is True or bool(_said(value))
        case Listing():
            return bool(value.items)
        case Table():
            return bool(value.members)


def _aim(found: _Found) -> None:
    """Let each challenge challenge what it names."""
    for node, target in found.aims:
        if target in found.keys:
            found.links.append(Link(Bond.CHALLENGE, node.key, found.keys[target], node.place))
        elif target or not any(link.target == node.key for link in found.links):
            why = f"no node has the id '{target}'" if target else "it names no node that it defeats"
            found.unmapped.append(Unmapped(f"{node.label or node.key[1]}: challenge", why, node.place))
