"""Fault trees of the Open-PSA model exchange format (XML), turned from failure to support.

A fault tree says how failures add up, a case what still holds. What an element of the case loses when it fails is the
event of the tree that then occurs: an OR of failures needs every input to hold (conjunctive), an AND needs one of them
(disjunctive), and at least k of n failures is kept off while n - k + 1 of the inputs hold. So the minimal cut sets of
a pathway are those of its top event. What is not monotone (not, xor, …) has no place in a case:
such a gate stands as an event of its own. See docs/adr.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph.elements import ElementKind, Operator, RelationType, Strength
from graph.interchange.markup import Tag, xml_tree
from graph.interchange.reading import ReadElement, Reading, ReadRelation, Unmapped, short_name
from graph.interchange.source import Place, SourceFile

READER = "open-psa 1"
_EVENTS = frozenset({"event", "gate", "basic-event", "house-event"})
_HOLDERS = frozenset({"opsa-mef", "define-fault-tree", "define-component", "model-data"})
_DEFINITIONS = frozenset({"define-gate", "define-basic-event", "define-house-event"})
_FORMULAS = frozenset({"and", "or", "atleast", "not", "xor", "nand", "nor", "iff", "imply", "cardinality"})
_STANDS_ALONE = "; its gate stands as an event of its own, and nothing beneath it counts"
_SHAPE = "A fault tree is <opsa-mef><define-fault-tree name=…><define-gate name=…><or>…</or></define-gate>…"


@dataclass(frozen=True)
class _Definition:
    """A gate, basic event or house event, with the names of what encloses it."""

    tag: Tag
    scope: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its name: with its scope where it is private to that."""
        is_private = self.tag.attributes.get("role") == "private"
        return ".".join((*self.scope, self.tag.called)) if is_private else self.tag.called


@dataclass
class _Found:
    """What has been read of a file so far. `held`: what some formula names."""

    file: SourceFile
    definitions: dict[str, _Definition] = field(default_factory=dict)
    elements: dict[str, ReadElement] = field(default_factory=dict)
    relations: list[ReadRelation] = field(default_factory=list)
    unmapped: list[Unmapped] = field(default_factory=list)
    held: set[str] = field(default_factory=set)

    def add(self, kind: ElementKind, name: str, tag: Tag, *, strength: Strength | None = None) -> None:
        """Keep an element under its name, called by its label where it has one."""
        label = tag.child("label")
        said = short_name(label.text, name) if label else name
        definition = self.definitions.get(name)
        section = ".".join(definition.scope) if definition else None
        place = Place(self.file, tag.place.start, _told(tag), section or None)
        self.elements[name] = ReadElement((self.file.path, name), kind, said, place, aliases=(name,), strength=strength)

    def hold(self, owner: str, name: str, tag: Tag) -> None:
        """Let one element rest on another."""
        self.held.add(name)
        place = replace(tag.place, section=owner)
        ends = ((self.file.path, owner), (self.file.path, name))
        self.relations.append(ReadRelation(RelationType.SUPPORTED_BY, *ends, place))

    def leave(self, what: str, why: str, tag: Tag) -> None:
        """List what a case has no place for."""
        self.unmapped.append(Unmapped(what, why, tag.place))


def read_openpsa(file: SourceFile) -> Reading:
    """What the fault trees of a file say. IllegalCase names the line that cannot be read."""
    root = xml_tree(file)
    if root.name != "opsa-mef":
        raise file.malformed(root.place.start, f"it is no fault tree: its root is <{root.name}>", _SHAPE)
    found = _Found(file)
    _define(found, root)
    gates = [name for name, one in found.definitions.items() if one.tag.name == "define-gate"]
    if not gates:
        raise file.malformed(root.place.start, "there is no gate in it", _SHAPE)
    for name, definition in found.definitions.items():
        _read(found, name, definition.tag)
    for name in gates:
        if name not in found.held:
            found.elements[name] = replace(found.elements[name], kind=ElementKind.PATHWAY)
    return Reading(
        reader=READER,
        files=(file,),
        elements=tuple(found.elements.values()),
        relations=tuple(found.relations),
        unmapped=tuple(found.unmapped),
    )


def _told(tag: Tag) -> int:
    """Where an element has told its name, its label and how its inputs combine."""
    formula = next((child.opened for child in tag.children if child.name in _FORMULAS), tag.opened)
    labels = (child.place.end for child in tag.every("label"))
    return max(tag.opened, formula if tag.name == "define-gate" else 0, *labels)


def _define(found: _Found, root: Tag) -> None:
    """Find every definition, in the order of the file, and list what is none."""
    ahead: list[tuple[Tag, tuple[str, ...]]] = [(root, ())]
    while ahead:
        tag, scope = ahead.pop()
        if tag.name in _HOLDERS:
            inside = (*scope, tag.called) if tag.called and tag is not root else scope
            ahead += [(child, inside) for child in reversed(tag.children)]
        elif tag.name in _DEFINITIONS:
            _keep(found, _Definition(tag, scope))
        elif tag.name != "label":
            found.leave(f"{tag.name} {tag.called}".strip(), "a case has no place for it", tag)


def _keep(found: _Found, definition: _Definition) -> None:
    tag, start = definition.tag, definition.tag.place.start
    if not tag.called:
        raise found.file.malformed(start, f"<{tag.name}> without a name", "Give it one.")
    if known := found.definitions.get(definition.name):
        line = known.tag.place.line
        raise found.file.malformed(start, f"'{tag.called}' is there already (line {line})", "Give each its own name.")
    found.definitions[definition.name] = definition


def _read(found: _Found, name: str, tag: Tag) -> None:
    """Read one definition."""
    formulas = [child for child in tag.children if child.name not in {"label", "attributes"}]
    if tag.name == "define-gate":
        if len(formulas) != 1:
            fault = f"gate '{name}' has {len(formulas)} formulas"
            raise found.file.malformed(tag.place.start, fault, "Give each gate one formula.")
        found.add(ElementKind.ARGUMENT, name, tag)
        _combine(found, name, formulas[0])
    elif tag.name == "define-house-event":
        occurs = any(formula.attributes.get("value") == "true" for formula in formulas)
        found.add(ElementKind.CLAIM, name, tag, strength=Strength.NONE if occurs else Strength.STRONG)
    else:
        found.add(ElementKind.CONTROL, name, tag)
        for formula in formulas:
            found.leave(f"probability of {name}", "a case has no field for it", formula)


def _combine(found: _Found, gate: str, whole: Tag) -> None:
    """Read the formula of a gate; a formula inside it becomes an element of its own."""
    ahead = [(gate, whole)]
    count = 0
    while ahead:
        owner, formula = ahead.pop()
        inputs = (formula,) if formula.name in _EVENTS | {"constant"} else formula.children
        if not _is_kept(found, owner, formula):
            found.held.update(_named(found, gate, formula))
            continue
        for tag in inputs:
            if tag.name in _EVENTS:
                found.hold(owner, _event(found, gate, tag), tag)
                continue
            count += 1
            name = f"{gate}, {tag.name} {count}"
            if tag.name == "constant":
                occurs = tag.attributes.get("value") == "true"
                found.add(ElementKind.CLAIM, name, tag, strength=Strength.NONE if occurs else Strength.STRONG)
            else:
                found.add(ElementKind.ARGUMENT, name, tag)
                ahead.append((name, tag))
            found.hold(owner, name, tag)


def _is_kept(found: _Found, owner: str, formula: Tag) -> bool:
    """Give an element the operator of its formula; False, and listed, where a case has none for it."""
    match formula.name:
        case "or":
            operator, k = Operator.CONJUNCTIVE, None
        case "and":
            operator, k = Operator.DISJUNCTIVE, None
        case "atleast":
            operator, k = Operator.AT_LEAST, _holding(found, formula)
        case "event" | "gate" | "basic-event" | "house-event" | "constant":
            return True
        case _:
            return _undeveloped(found, owner, formula, why="it is not monotone")
    if not formula.children:
        raise found.file.malformed(formula.place.start, f"<{formula.name}> without inputs", "Give it some.")
    inputs = [tag.called for tag in formula.children if tag.called]
    if k is not None and len(set(inputs)) < len(inputs):
        return _undeveloped(found, owner, formula, why="it counts an input twice")
    found.elements[owner] = replace(found.elements[owner], operator=operator, k=k)
    return True


def _undeveloped(found: _Found, owner: str, formula: Tag, *, why: str) -> bool:
    """Make an element an event that can occur by itself: to leave it out would make what rests on it look safe."""
    found.elements[owner] = replace(found.elements[owner], kind=ElementKind.CONTROL)
    found.leave(f"{formula.name} in {owner}", why + _STANDS_ALONE, formula)
    return False


def _holding(found: _Found, formula: Tag) -> int:
    """How many inputs must hold, so that fewer than `min` of them fail."""
    least, inputs = formula.attributes.get("min", ""), len(formula.children)
    if not least.isdecimal() or not 1 <= int(least) <= inputs:
        fault = f"<atleast min='{least}'> of {inputs} inputs"
        raise found.file.malformed(
            formula.place.start, fault, "Ask for at least one input and at most for all of them."
        )
    return inputs - int(least) + 1


def _event(found: _Found, gate: str, tag: Tag) -> str:
    """The name of what a formula names; what is defined nowhere is an event that can occur."""
    name = _defined(found, gate, tag.called)
    if name is not None:
        return name
    if not tag.called:
        raise found.file.malformed(tag.place.start, f"<{tag.name}> without a name", "Name what it refers to.")
    if tag.called not in found.elements:
        found.add(ElementKind.CONTROL, tag.called, tag)
        if tag.name in {"gate", "house-event"}:
            found.leave(f"{tag.name} {tag.called}", "it is defined nowhere; taken as an event that can occur", tag)
    return tag.called


def _defined(found: _Found, gate: str, name: str) -> str | None:
    """The definition that a name means, looked for from the gate's own scope outwards."""
    scope = found.definitions[gate].scope
    candidates = [".".join((*scope[:depth], name)) for depth in range(len(scope), -1, -1)]
    return next((one for one in (*candidates, name.rpartition(".")[2]) if one in found.definitions), None)


def _named(found: _Found, gate: str, formula: Tag) -> Iterator[str]:
    """Everything that a formula names, however far inside."""
    ahead = [formula]
    while ahead:
        tag = ahead.pop()
        ahead += tag.children
        if tag.name in _EVENTS:
            yield _event(found, gate, tag)
