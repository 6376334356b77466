"""The vocabulary of a case: kinds of element, types of relation, strengths and operators, and what is legal.

An *element* is a node, a *relation* a directed line between two of them. Support runs from the thing held
up to the thing that holds it up. `LEGAL` is the whole table; nothing else decides what may be joined.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from graph.provenance import Entered, Frozen


class ElementKind(StrEnum):
    """What an element is; documents and passages are kept as `Document` and `Passage`."""

    PATHWAY = "pathway"
    ARGUMENT = "argument"
    CLAIM = "claim"
    EVIDENCE = "evidence"
    CONTROL = "control"
    DEPENDENCY = "dependency"
    PERSON = "person"
    TEAM = "team"
    ORGANIZATION = "organization"
    FINDING = "finding"
    MITIGATION = "mitigation"
    TRIGGER = "trigger"
    DOCUMENT = "document"
    PASSAGE = "passage"


class RelationType(StrEnum):
    """How one element bears on another."""

    SUPPORTED_BY = "SUPPORTED_BY"
    DEPENDS_ON = "DEPENDS_ON"
    OWNED_BY = "OWNED_BY"
    OPERATED_BY = "OPERATED_BY"
    ALERTS = "ALERTS"
    ESCALATES_TO = "ESCALATES_TO"
    MEMBER_OF = "MEMBER_OF"
    EVALUATED_BY = "EVALUATED_BY"
    RAISED_BY = "RAISED_BY"
    DISPUTES = "DISPUTES"
    QUALIFIES = "QUALIFIES"
    AGREES_WITH = "AGREES_WITH"
    IMPROVES = "IMPROVES"
    REPLACES = "REPLACES"
    BACKS_UP = "BACKS_UP"
    INVALIDATES = "INVALIDATES"
    SUPERSEDES = "SUPERSEDES"
    STATED_IN = "STATED_IN"
    PART_OF = "PART_OF"


class Strength(StrEnum):
    """How much something holds: none < weak < moderate < strong; `rank` is 0 to 3."""

    NONE = "none"
    WEAK = "weak"
    MODERATE = "moderate"
    STRONG = "strong"

    @property
    def rank(self) -> int:
        """0 for none to 3 for strong."""
        return _RANKS[self]

    @classmethod
    def of_rank(cls, rank: int) -> Strength:
        """The strength of this rank; IndexError outside 0 to 3."""
        return _BY_RANK[rank]


_BY_RANK = tuple(Strength)
_RANKS = {strength: rank for rank, strength in enumerate(_BY_RANK)}


class Operator(StrEnum):
    """How premises combine."""

    CONJUNCTIVE = "conjunctive"
    DISJUNCTIVE = "disjunctive"
    CONVERGENT = "convergent"
    AT_LEAST = "at_least"


class Basis(StrEnum):
    """Why a relation is there: a passage says it, a reader concluded it, a person typed it."""

    STATED = "stated"
    INFERRED = "inferred"
    ENTERED = "entered"


class ReviewStatus(StrEnum):
    """What a person decided about something that was read."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


def _kinds(names: str) -> frozenset[ElementKind]:
    return frozenset(ElementKind(name) for name in names.split())


HELD_UP = _kinds("pathway claim argument")
COMBINING = HELD_UP | _kinds("evidence control dependency")
"""Kinds that an operator can combine lines or requirements of."""
THINGS = _kinds("control evidence dependency person team organization")
AGENTS = _kinds("person team organization")
CRITICIZED = _kinds("pathway argument claim evidence control dependency person team")
SOURCES = _kinds("document passage")
ELEMENTS = frozenset(ElementKind) - SOURCES
CARRIERS = frozenset({RelationType.SUPPORTED_BY, RelationType.DEPENDS_ON})

_TABLE: tuple[tuple[frozenset[ElementKind], str, frozenset[ElementKind]], ...] = (
    (HELD_UP, "SUPPORTED_BY", _kinds("argument claim evidence control")),
    (COMBINING, "DEPENDS_ON", _kinds("claim") | THINGS),
    (ELEMENTS, "OWNED_BY", AGENTS),
    (_kinds("control dependency"), "OPERATED_BY", AGENTS),
    (AGENTS | _kinds("control"), "ALERTS", AGENTS),
    (AGENTS, "ESCALATES_TO", AGENTS),
    (_kinds("person team"), "MEMBER_OF", _kinds("team organization")),
    (_kinds("claim evidence control dependency"), "EVALUATED_BY", AGENTS | _kinds("evidence")),
    (_kinds("finding"), "RAISED_BY", AGENTS),
    (_kinds("finding"), "DISPUTES QUALIFIES AGREES_WITH", CRITICIZED),
    (_kinds("mitigation"), "IMPROVES REPLACES BACKS_UP", CRITICIZED),
    (_kinds("trigger"), "INVALIDATES", CRITICIZED),
    (ELEMENTS, "STATED_IN", _kinds("passage")),
    (_kinds("passage"), "PART_OF", _kinds("document")),
)

LEGAL: frozenset[tuple[ElementKind, RelationType, ElementKind]] = frozenset(
    (source, RelationType(name), target)
    for sources, names, targets in _TABLE
    for name in names.split()
    for source in sources
    for target in targets
) | frozenset((kind, RelationType.SUPERSEDES, kind) for kind in frozenset(ElementKind) - _kinds("passage"))


class Statement(Frozen):
    """What one place says of an element: a passage, or a person who typed it. None where it says nothing.

    `aliases`: what else the place calls it; None where the source does not say which place uses which name.
    `of`: the element that the statement was read as, where a person's decision has put it on another. `kind`: the kind
    that it was read with, where a decision has given the element another; in a correction, that other one.
    """

    passage: str | None = None
    entered: Entered | None = None
    of: str | None = None
    kind: ElementKind | None = None
    name: str | None = None
    aliases: tuple[str, ...] | None = None
    number: str | None = None
    text: str | None = None
    strength: Strength | None = None
    operator: Operator | None = None
    k: int | None = Field(default=None, ge=1)
    window_s: float | None = Field(default=None, ge=0)
    effort: str | None = None
    effort_days: float | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        _check_source(self)
        return self


class Ends(Frozen):
    """Under which id, between which elements and with which status a relation was read."""

    id: str
    source: str
    target: str
    status: ReviewStatus = ReviewStatus.PROPOSED


class RelationStatement(Frozen):
    """What one place says of a relation; latency in seconds. `of`: as what it was read, where a decision moved it."""

    passage: str | None = None
    entered: Entered | None = None
    of: Ends | None = None
    basis: Basis = Basis.STATED
    strength: Strength | None = None
    latency_s: float | None = Field(default=None, ge=0)
    channel: str | None = None
    automatic: bool | None = None

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        _check_source(self)
        return self


def _check_source(statement: Statement | RelationStatement) -> None:
    if (statement.passage is None) == (statement.entered is None):
        raise ValueError("a statement has one source: a passage, or who entered it and when")


class Element(Frozen):
    """A node of the case. What the places in `stated` say is summed up in the fields; see `resolution.resolve`.

    `number` is the source's own ("5.2" of Claim 5.2). `strength` None: the source states none. `window_s`:
    a pathway's reversibility window in seconds. `effort_days`: person-days of a mitigation. `edits`: what people
    corrected, which beats every document and yet states nothing by itself.
    """

    id: str = Field(min_length=1)
    kind: ElementKind
    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    number: str | None = None
    strength: Strength | None = None
    operator: Operator | None = None
    k: int | None = Field(default=None, ge=1)
    text: str = ""
    window_s: float | None = Field(default=None, ge=0)
    effort: str | None = None
    effort_days: float | None = Field(default=None, ge=0)
    status: ReviewStatus = ReviewStatus.PROPOSED
    passages: tuple[str, ...] = ()
    stated: tuple[Statement, ...] = ()
    edits: tuple[Statement, ...] = ()

    @model_validator(mode="after")
    def _is_legal(self) -> Self:
        if self.kind in SOURCES:
            raise ValueError(f"element '{self.id}' is a {self.kind}: documents and passages are kept apart")
        if (self.operator is Operator.AT_LEAST) != (self.k is not None):
            raise ValueError(f"element '{self.id}': k goes with the operator at_least, and with no other")
        if self.operator is not None and self.kind not in COMBINING:
            raise ValueError(f"element '{self.id}': a {self.kind} has no operator")
        return self

    @property
    def entered(self) -> bool:
        """Did a person type it in?"""
        return any(statement.entered for statement in self.stated)

    @property
    def label(self) -> str:
        """What people call it: kind and number where the source numbers it, else its name."""
        return f"{self.kind.capitalize()} {self.number}" if self.number else self.name


class Relation(Frozen):
    """A directed line of the case; `latency_s` in seconds, None where nobody states it. `edits`: as in `Element`."""

    id: str = Field(min_length=1)
    type: RelationType
    source: str
    target: str
    strength: Strength | None = None
    basis: Basis = Basis.STATED
    latency_s: float | None = Field(default=None, ge=0)
    channel: str | None = None
    automatic: bool | None = None
    status: ReviewStatus = ReviewStatus.PROPOSED
    passages: tuple[str, ...] = ()
    stated: tuple[RelationStatement, ...] = ()
    edits: tuple[RelationStatement, ...] = ()

    @property
    def entered(self) -> bool:
        """Did a person type it in?"""
        return any(statement.entered for statement in self.stated)


CHANNELLED = frozenset({RelationType.ALERTS, RelationType.ESCALATES_TO})
"""Relations of which there is one a channel between the same two ends."""


def relation_id(kind: RelationType, source: str, target: str, *, channel: str | None = None) -> str:
    """The id that a relation has wherever it is read: its ends, its type and, for messages, its channel."""
    return "|".join(filter(None, (source, kind.value, target, channel)))
