"""What has been read of OSCAL files: elements by uuid, and references that can only be followed when all is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph.elements import ElementKind, RelationType, Strength
from graph.interchange.reading import Key, ReadElement, ReadRelation, Unmapped, short_name
from graph.interchange.source import Place
from graph.interchange.trees import Listing, Scalar, Table, Tree

STRUCTURE = frozenset({"uuid", "title", "description", "remarks", "statement", "name"})


@dataclass(frozen=True)
class Reference:
    """A relation one end of which is named by uuid."""

    type: RelationType
    source: Key | str
    target: Key | str
    place: Place


@dataclass
class Found:
    """Everything read so far. `keys`: by uuid; `controls`: by control id; `roles`: the parties of a role, by file.

    `pending`: findings that have not been aimed at what they are about yet.
    """

    elements: dict[Key, ReadElement] = field(default_factory=dict)
    keys: dict[str, Key] = field(default_factory=dict)
    controls: defaultdict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))
    roles: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    pending: list[tuple[Key, Table]] = field(default_factory=list)
    unmapped: list[Unmapped] = field(default_factory=list)
    spoken: list[Place] = field(default_factory=list)

    def add(self, kind: ElementKind, table: Table, *, name: str = "", aliases: tuple[str, ...] = ()) -> ReadElement:
        """Keep an element under its uuid, quoted with its description, else its title; of other files' it is the same."""
        texts = [text for key in ("description", "statement", "remarks") for text in table.texts(key)]
        titles = (*table.texts("title"), *table.texts("name"))
        quoted = next((t.place for t in (*texts, *titles) if t.place.end > t.place.start), table.place)
        said = [" ".join(str(text.value).split()) for text in texts]
        path, uuid = table.place.file.path, table.text("uuid")
        known = self.elements.get(self.keys.get(uuid, ("", "")))
        if known is not None and known.kind is kind and known.key[0] != path:
            self.say_more(known.key, table)
            return known
        key = (path, uuid or f"{kind} {len(self.elements) + 1}")
        if key in self.elements:
            key = (path, f"{uuid} {len(self.elements) + 1}")
        named = name or table.text("title") or table.text("name") or short_name(next(iter(said), ""), key[1])
        element = ReadElement(
            key=key,
            kind=kind,
            name=short_name(named, key[1]),
            place=replace(quoted, section=short_name(named, key[1])),
            text=" ".join(said),
            aliases=tuple(filter(None, aliases)),
        )
        self.elements[key] = element
        if uuid:
            self.keys.setdefault(uuid, key)
        return element

    def weaken(self, key: Key, place: Place) -> None:
        """Say that the file gives this element no strength, and where."""
        element = self.elements[key]
        self.elements[key] = replace(element, strength=Strength.NONE, grounds=(*element.grounds, place))

    def say_more(self, key: Key, table: Table) -> None:
        """Let a part of an element speak for it."""
        element = self.elements[key]
        texts = [text for name in ("description", "remarks") for text in table.texts(name)]
        places = [text.place for text in texts or table.texts("name") if text.place.end > text.place.start]
        more = tuple(replace(place, section=element.name) for place in places)
        words = (" ".join(str(text.value).split()) for text in texts)
        said = " ".join([element.text, *(found for found in words if found not in element.text)]).strip()
        self.elements[key] = replace(element, text=said, grounds=(*element.grounds, *more))
        if uuid := table.text("uuid"):
            self.keys.setdefault(uuid, key)

    def refer(self, type_: RelationType, source: Key | str, target: Key | str, *, place: Place) -> None:
        """Let one element bear on another; either may be named by uuid, and be read later."""
        self.references.append(Reference(type_, source, target, place))

    def where(self, table: Table, key: str, owner: Key) -> Place:
        """Where a table names something that one of its owner's relations leads to."""
        place = table.pair(key) if key in table.members else table.place
        return replace(place, section=self.elements[owner].name)

    def leave(self, what: str, why: str, place: Place) -> None:
        """List what a case has no place for."""
        self.unmapped.append(Unmapped(what, why, place))

    def leave_rest(self, table: Table, owner: str, read: frozenset[str]) -> None:
        """List every member of a table that nothing is made of."""
        for key, value in table.members.items():
            if key not in read and key not in STRUCTURE and _says_something(value):
                self.leave(f"{key} of {owner}", "a case has no field for it", table.pair(key))

    def resolved(self) -> Iterator[ReadRelation]:
        """The references as relations; those that lead out of the files are listed."""
        for one in self.references:
            source, target = self._key(one.source), self._key(one.target)
            if source is not None and target is not None:
                yield ReadRelation(one.type, source, target, one.place)
                continue
            gone = one.source if source is None else one.target
            why = "what it refers to is in none of the files; name all files that belong together"
            self.leave(f"{one.type} {gone}", why, one.place)

    def _key(self, end: Key | str) -> Key | None:
        return self.keys.get(end) if isinstance(end, str) else end


def _says_something(value: Tree) -> bool:
    match value:
        case Scalar():
            return value.value not in {None, ""}
        case Listing():
            return bool(value.items)
        case Table():
            return bool(value.members)
