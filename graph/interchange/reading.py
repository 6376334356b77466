"""What a file of somebody else's graph says, in the words of a case: elements, relations, and what has no place in one.

A reader of a format makes a `Reading`; `stating.changes_of` makes changes of that, with ids, passages and versions.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.elements import Basis, ElementKind, Operator, RelationType, Strength
from graph.interchange.source import Place, SourceFile
from graph.naming import normal

LONGEST_NAME = 120

Key = tuple[str, str]
"""What a file calls something: the path of the file, and the name or number there."""


@dataclass(frozen=True)
class ReadElement:
    """An element under the key that its file gives it. `grounds`: further places that say it."""

    key: Key
    kind: ElementKind
    name: str
    place: Place
    text: str = ""
    aliases: tuple[str, ...] = ()
    operator: Operator | None = None
    k: int | None = None
    strength: Strength | None = None
    effort: str | None = None
    grounds: tuple[Place, ...] = ()


@dataclass(frozen=True)
class ReadRelation:
    """A relation between the elements of two keys; `place` says it."""

    type: RelationType
    source: Key
    target: Key
    place: Place
    basis: Basis = Basis.STATED
    strength: Strength | None = None


@dataclass(frozen=True)
class Unmapped:
    """Something in the file that a case has no place for: what it is, where, and why."""

    what: str
    why: str
    place: Place


@dataclass(frozen=True)
class Reading:
    """What files say together. `reader`: format and version; `critiques`: the paths of files that judge others.

    `spoken`: places that no element states but that can be found and cited.
    """

    reader: str
    files: tuple[SourceFile, ...]
    elements: tuple[ReadElement, ...]
    relations: tuple[ReadRelation, ...]
    unmapped: tuple[Unmapped, ...] = ()
    spoken: tuple[Place, ...] = ()
    critiques: frozenset[str] = frozenset()


def short_name(text: str, otherwise: str) -> str:
    """A text as a name: on one line, without the stop of a sentence, cut at a word with "…" where it is long; `otherwise` where it says nothing."""
    line = " ".join(text.split())
    line = line.removesuffix(".") if ". " not in line else line
    if not normal(line):
        return otherwise
    if len(line) <= LONGEST_NAME:
        return line
    return line[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
