"""What an extractor proposes: elements and relations, each with the exact words that say it.

A proposal names things by a `key` that is only good inside one document; `linking` finds out which element of
the case each of them is. Nothing proposed here is in the graph yet: `grounding` drops what is not verbatim.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from graph.elements import Basis, ElementKind, Operator, RelationType, Strength
from ingest.document import ParsedDocument


@dataclass(frozen=True)
class Quote:
    """Words of the document: `text` must be exactly what stands at `start` to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class ProposedElement:
    """Something that a place in the document states or mentions.

    The same `key` may be proposed several times, once for each place: what the places say is united.
    `mention`: the place only names it and does not introduce it (a critique's "Claim 3.1", a speaker's "the
    monitor"), so that its name is only used where no other place gives one. `effort_days`: person-days.
    """

    key: str
    kind: ElementKind
    name: str
    quote: Quote
    number: str | None = None
    aliases: tuple[str, ...] = ()
    mention: bool = False
    text: str | None = None
    strength: Strength | None = None
    operator: Operator | None = None
    k: int | None = None
    window_s: float | None = None
    effort: str | None = None
    effort_days: float | None = None


@dataclass(frozen=True)
class ProposedRelation:
    """A relation between two keys, with the words that say it; latency in seconds."""

    type: RelationType
    source: str
    target: str
    quote: Quote
    basis: Basis = Basis.STATED
    strength: Strength | None = None
    latency_s: float | None = None
    channel: str | None = None
    automatic: bool | None = None


@dataclass(frozen=True)
class Proposals:
    """Everything that an extractor read in one document, in the order of the text; `warnings`: what it could not."""

    elements: tuple[ProposedElement, ...] = ()
    relations: tuple[ProposedRelation, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class KnownName:
    """A thing that another document of the case introduces, by the names by which this one calls it."""

    kind: ElementKind
    name: str
    aliases: tuple[str, ...] = ()


class Extractor(Protocol):
    """Reads one document. `name` goes into the document's `reader`: what it would read anew, it names anew."""

    @property
    def name(self) -> str:
        """Name and version, such as "rules-1"."""
        ...

    @property
    def alone(self) -> Extractor:
        """What finds out, on this machine, which names a document introduces: itself, or what it reads beside."""
        ...

    def extract(self, document: ParsedDocument, known: tuple[KnownName, ...] = ()) -> Proposals:
        """What the document says, as proposals. `known`: names in it that other documents introduce."""
        ...
