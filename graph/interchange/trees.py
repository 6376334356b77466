"""The values of a JSON or YAML file, each with the characters that write it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from graph.interchange.source import DEEPEST, MOST_VALUES, Place, SourceFile

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_JSON_WORDS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}
_YAML_WORDS: Mapping[str, bool | None] = {**_JSON_WORDS, "True": True, "False": False, "~": None, "": None}
_VALID_JSON = "Correct the file; a JSON editor marks the place."
_VALID_YAML = "Correct the file; a YAML editor marks the place."


@dataclass(frozen=True)
class Scalar:
    """A text, a number as it is written, true, false or nothing."""

    place: Place
    value: str | bool | None


@dataclass(frozen=True)
class Listing:
    """Values in order."""

    place: Place
    items: tuple[Tree, ...] = ()


@dataclass(frozen=True)
class Table:
    """Values by key; `keys`: where each pair begins."""

    place: Place
    members: Mapping[str, Tree] = field(default_factory=dict)
    keys: Mapping[str, int] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """The text of a member; '' where there is none."""
        found = self.members.get(key)
        return found.value.strip() if isinstance(found, Scalar) and isinstance(found.value, str) else ""

    def is_true(self, key: str) -> bool:
        """Is this member there, and true?"""
        found = self.members.get(key)
        return isinstance(found, Scalar) and found.value is True

    def table(self, key: str) -> Table | None:
        """The member, where it is a table."""
        found = self.members.get(key)
        return found if isinstance(found, Table) else None

    def tables(self, key: str) -> tuple[Table, ...]:
        """The tables of a member that lists them."""
        found = self.members.get(key)
        return tuple(item for item in found.items if isinstance(item, Table)) if isinstance(found, Listing) else ()

    def texts(self, key: str) -> tuple[Scalar, ...]:
        """The texts of a member that is one, or lists some."""
        found = self.members.get(key)
        items: tuple[Tree, ...] = found.items if isinstance(found, Listing) else (found,) if found else ()
        return tuple(item for item in items if isinstance(item, Scalar) and isinstance(item.value, str) and item.value)

    def pair(self, key: str) -> Place:
        """Where a member stands, key, quotes and all."""
        value = self.members[key].place
        text = value.file.text
        is_quoted = text[value.end : value.end + 1] in {"'", '"'} and text[value.start - 1] == text[value.end]
        return Place(value.file, self.keys[key], value.end + is_quoted, value.section)


Tree = Scalar | Listing | Table


@dataclass
class _Open:
    """A list or table that is being read: `key` is the one whose value comes next."""

    start: int
    is_table: bool
    items: list[Tree] = field(default_factory=list)
    members: dict[str, Tree] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    key: str | None = None
    key_start: int = 0


class _Builder:
    """Puts values together as they are met, without recursion."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.open: list[_Open] = []
        self.root: Tree | None = None
        self.count = 0

    def begin(self, start: int, *, is_table: bool) -> None:
        if len(self.open) == DEEPEST:
            raise self.file.too_deep(start)
        self.open.append(_Open(start, is_table))

    def end(self, end: int) -> None:
        done = self.open.pop()
        place = Place(self.file, done.start, end)
        self.add(Table(place, done.members, done.keys) if done.is_table else Listing(place, tuple(done.items)))

    def written_to(self) -> int:
        """Where the last value of the innermost list or table ends: nothing marks the end of one in block style."""
        into = self.open[-1]
        values = into.items or tuple(into.members.values())
        return max((value.place.end for value in values), default=into.start)

    def refuse_nul(self, said: str, start: int) -> None:
        if "\x00" in said:
            raise self.file.malformed(start, "a NUL character", "Take it out; no name and no text needs one.")

    def named(self, key: str, start: int) -> None:
        self.refuse_nul(key, start)
        into = self.open[-1]
        if key in into.members:
            first = self.file.line_at(into.keys[key])
            raise self.file.malformed(start, f"'{key}' is there already (line {first})", "Give each its own name.")
        into.key, into.key_start = key, start

    def add(self, value: Tree) -> None:
        self.count += 1
        if self.count > MOST_VALUES:
            raise self.file.too_many(value.place.start)
        if isinstance(value, Scalar) and isinstance(value.value, str):
            self.refuse_nul(value.value, value.place.start)
        if not self.open:
            self.root = value
            return
        into = self.open[-1]
        if not into.is_table:
            into.items.append(value)
        elif into.key is not None:
            into.members[into.key], into.keys[into.key] = value, into.key_start
            into.key = None


def json_tree(file: SourceFile) -> Tree:
    """The value of a JSON file. IllegalCase says on which line it is none."""
    builder = _Builder(file)
    at = _value(builder, _space(file.text, 0))
    while builder.open:
        at = _next(builder, _space(file.text, at))
    at = _space(file.text, at)
    if at < len(file.text) or builder.root is None:
        raise file.malformed(at, "something follows the end of the JSON value", _VALID_JSON)
    return builder.root


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _value(builder: _Builder, at: int) -> int:
    """Read a value, or the opening of one; where it ends."""
    file, text = builder.file, builder.file.text
    if text[at : at + 1] in {"{", "["}:
        builder.begin(at, is_table=text[at] == "{")
        return at + 1
    if text[at : at + 1] == '"':
        said, end = _string(file, at)
        builder.add(Scalar(Place(file, at + 1, end - 1), said))
        return end
    for word, value in _JSON_WORDS.items():
        if text.startswith(word, at):
            builder.add(Scalar(Place(file, at, at + len(word)), value))
            return at + len(word)
    if number := _NUMBER.match(text, at):
        builder.add(Scalar(Place(file, at, number.end()), number[0]))
        return number.end()
    raise file.malformed(at, "here should be a JSON value", _VALID_JSON)


def _next(builder: _Builder, at: int) -> int:
    """Read on in the innermost list or table that is open."""
    file, text, inside = builder.file, builder.file.text, builder.open[-1]
    if text[at : at + 1] == ("}" if inside.is_table else "]"):
        builder.end(at + 1)
        return at + 1
    if inside.items or inside.members:
        if text[at : at + 1] != ",":
            raise file.malformed(at, "here should be a comma or the end of the list or object", _VALID_JSON)
        at = _space(text, at + 1)
    if not inside.is_table:
        return _value(builder, at)
    if text[at : at + 1] != '"':
        raise file.malformed(at, "here should be a key in quotes", _VALID_JSON)
    key, end = _string(file, at)
    builder.named(key, at)
    end = _space(text, end)
    if text[end : end + 1] != ":":
        raise file.malformed(end, f"here should be a colon after the key '{key}'", _VALID_JSON)
    return _value(builder, _space(text, end + 1))


def _string(file: SourceFile, at: int) -> tuple[str, int]:
    """The text that begins with the quote here, and where it ends."""
    written = _STRING.match(file.text, at)
    if written is None:
        raise file.malformed(at, "a text without an end", _VALID_JSON)
    try:
        said = str(json.loads(written[0]))
    except json.JSONDecodeError as error:
        raise file.malformed(at + error.pos, f"a text that is not JSON ({error.msg.lower()})", _VALID_JSON) from error
    if any(0xD800 <= ord(character) < 0xE000 for character in said):
        raise file.malformed(at, "a text with half a character (a lone surrogate)", _VALID_JSON)
    return said, written.end()


def yaml_tree(file: SourceFile) -> Tree:
    """The value of a YAML file of one document, without tags and aliases. IllegalCase says on which line it is none."""
    builder = _Builder(file)
    try:
        for event in _events(file):
            _take(builder, event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        fault = f"it is not YAML: {error.problem or error.context}"
        raise file.malformed(mark.index if mark else 0, fault, _VALID_YAML) from error
    except yaml.YAMLError as error:
        raise file.malformed(0, f"it is not YAML: {' '.join(str(error).split())}", _VALID_YAML) from error
    return builder.root or Scalar(Place(file, 0, 0), None)


def _events(file: SourceFile) -> Iterator[yaml.Event]:
    yield from yaml.parse(file.text, Loader=_LOADER)


def _take(builder: _Builder, event: yaml.Event) -> None:
    file, (start, end) = builder.file, _span(event)
    match event:
        case yaml.AliasEvent():
            raise file.malformed(start, f"an alias (*{event.anchor})", "Write out what it stands for.")
        case yaml.DocumentStartEvent() if builder.root is not None:
            raise file.malformed(start, "a second YAML document", "Put each document into a file of its own.")
        case yaml.ScalarEvent():
            _take_scalar(builder, event)
        case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
            if builder.open and builder.open[-1].is_table and builder.open[-1].key is None:
                raise file.malformed(start, "a list or mapping as a key", "Use plain names as keys.")
            builder.begin(start, is_table=isinstance(event, yaml.MappingStartEvent))
        case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
            builder.end(end if end > start else builder.written_to())
        case _:
            pass


def _take_scalar(builder: _Builder, event: yaml.ScalarEvent) -> None:
    start, end = _span(event)
    if builder.open and builder.open[-1].is_table and builder.open[-1].key is None:
        builder.named(event.value, start)
        return
    if not event.style and event.value in _YAML_WORDS:
        builder.add(Scalar(Place(builder.file, start, end), _YAML_WORDS[event.value]))
        return
    start, end = _inside(builder.file.text, start, end, style=event.style or "")
    builder.add(Scalar(Place(builder.file, start, end), event.value))


def _inside(text: str, start: int, end: int, *, style: str) -> tuple[int, int]:
    """The characters of a text without its quotes, or without the sign of a block and the space around it."""
    if style in {"'", '"'}:
        return start + 1, end - 1
    if style in {"|", ">"}:
        start = text.find("\n", start, end) + 1 or end
        start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, start + len(text[start:end].rstrip())


def _span(event: yaml.Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0, end.index if end else 0)
