"""What people decide about a case: each decision a value, signed and dated, in the order in which they were made.

A case holds what its sources say and its decisions; what it shows is worked out from both. So a decision outlives
the documents that it was made on, and one that is undone leaves no trace but itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Annotated, Literal, TypeAlias, TypeVar

from pydantic import Field

from graph.elements import Element, Relation, RelationStatement, ReviewStatus, Statement
from graph.provenance import Entered, Frozen

ID_LENGTH = 10


class _Signed(Frozen):
    """Who decided, when, and why in their own words; the id is given by `numbered`."""

    id: str = ""
    by: Entered
    why: str = ""


class Judged(_Signed):
    """Elements and relations were accepted or rejected; `before`: the status that each had."""

    action: Literal["accept", "reject"]
    things: tuple[str, ...] = Field(min_length=1)
    before: tuple[ReviewStatus, ...]

    @property
    def status(self) -> ReviewStatus:
        """The status that this gives."""
        return ReviewStatus.ACCEPTED if self.action == "accept" else ReviewStatus.REJECTED


class Edited(_Signed):
    """Fields of one element or one relation were corrected; `statement` or `line` has the new values."""

    action: Literal["edit"] = "edit"
    thing: str
    statement: Statement | None = None
    line: RelationStatement | None = None


class Added(_Signed):
    """An element or a relation was typed in; it counts as accepted."""

    action: Literal["add"] = "add"
    element: Element | None = None
    relation: Relation | None = None


class United(_Signed):
    """Two elements are one: everything said of `taken`, which had the status `before`, is said of `kept`."""

    action: Literal["merge"] = "merge"
    kept: str
    taken: str
    before: ReviewStatus = ReviewStatus.PROPOSED


class Divided(_Signed):
    """What these passages say of `source` is said of another element, `made`."""

    action: Literal["split"] = "split"
    source: str
    made: str
    name: str = Field(min_length=1)
    passages: tuple[str, ...] = Field(min_length=1)


class Distinct(_Signed):
    """Two elements are two, however alike they are called; nothing proposes again to unite them."""

    action: Literal["distinct"] = "distinct"
    one: str
    other: str


class Undone(_Signed):
    """An earlier decision no longer holds; where that is itself an undoing, what it undid holds again."""

    action: Literal["undo"] = "undo"
    decision: str


class Removed(_Signed):
    """Documents were taken out of the case; read them again to have them back."""

    action: Literal["remove"] = "remove"
    documents: tuple[str, ...]


Decision: TypeAlias = Annotated[
    Judged | Edited | Added | United | Divided | Distinct | Undone | Removed, Field(discriminator="action")
]

_D = TypeVar("_D", Judged, Edited, Added, United, Divided, Distinct, Undone, Removed)


def numbered(decision: _D, earlier: Iterable[str]) -> _D:
    """The decision under an id of its own, which follows from what it says and from those before it."""
    before = "".join(earlier)
    mark = sha256(f"{before}\0{decision.model_dump_json(exclude={'id'})}".encode()).hexdigest()
    return decision.model_copy(update={"id": mark[:ID_LENGTH]})


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, oldest first: those that no undoing that holds takes back."""
    return tuple(decision for decision in _holding(decisions) if not isinstance(decision, Undone))


def undoings_in_force(decisions: Iterable[Decision]) -> tuple[Undone, ...]:
    """The undoings that hold, oldest first; to undo one is to have the decision back."""
    return tuple(decision for decision in _holding(decisions) if isinstance(decision, Undone))


def _holding(decisions: Iterable[Decision]) -> list[Decision]:
    undone: set[str] = set()
    found: list[Decision] = []
    for decision in reversed(tuple(decisions)):
        if decision.id not in undone:
            found.append(decision)
            if isinstance(decision, Undone):
                undone.add(decision.decision)
    return found[::-1]


def kept_apart(decisions: Iterable[Decision]) -> Mapping[frozenset[str], str]:
    """Two elements that people decided to be two -> the id of the last decision that says so.

    That is what was called distinct, what was split, and what was united where that was undone. Elements go by what they
    were united into since.
    """
    every = tuple(decisions)
    holding = in_force(every)
    kept = {found.taken: found.kept for found in holding if isinstance(found, United)}
    undone = {found.decision: found.id for found in undoings_in_force(every)}
    said = [(found.id, found.one, found.other) for found in holding if isinstance(found, Distinct)]
    said += [(found.id, found.source, found.made) for found in holding if isinstance(found, Divided)]
    said += [
        (undone[found.id], found.kept, found.taken)
        for found in every
        if isinstance(found, United) and found.id in undone
    ]
    order = {found.id: place for place, found in enumerate(every)}
    pairs = (
        (frozenset({_now(one, kept), _now(other, kept)}), id_)
        for id_, one, other in sorted(said, key=lambda s: order[s[0]])
    )
    return {pair: id_ for pair, id_ in pairs if len(pair) == 2}


def _now(element: str, kept: Mapping[str, str]) -> str:
    """What an element was united into since."""
    seen = {element}
    while (after := kept.get(element)) is not None and after not in seen:
        seen.add(after)
        element = after
    return element


def first_statuses(decisions: Iterable[Decision]) -> Mapping[str, ReviewStatus]:
    """Id -> the status that an element or relation had before anyone decided on it."""
    found: dict[str, ReviewStatus] = {}
    for decision in decisions:
        if isinstance(decision, Judged):
            for thing, status in zip(decision.things, decision.before, strict=True):
                found.setdefault(thing, status)
        elif isinstance(decision, United):
            found.setdefault(decision.taken, decision.before)
        elif isinstance(decision, Added) and (typed := decision.element or decision.relation):
            found.setdefault(typed.id, ReviewStatus.PROPOSED)
    return found
