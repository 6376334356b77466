"""One assessment as an immutable, checked snapshot, with the look-ups that everything else uses.

`Case.of` refuses what is illegal and names it; whoever holds a case need not check again. An element or
relation *counts* when it is not rejected, not superseded, and either entered by a person or stated in the
current version of some document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Literal, Protocol, TypeVar

from pydantic import Field

from graph.content import FIELDS, Content, check
from graph.decisions import Decision
from graph.elements import (
    Basis,
    Element,
    ElementKind,
    Relation,
    RelationType,
    ReviewStatus,
)
from graph.errors import IllegalCase
from graph.provenance import Document, Frozen, Passage
from graph.recasting import is_legal, recast_elements


class CaseHead(Frozen):
    """What names a case. `created`: ISO 8601, UTC. `follows`: the case that this one starts from."""

    id: str = Field(min_length=1, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")
    title: str = ""
    created: str = ""
    follows: str | None = None


@dataclass(frozen=True)
class Switches:
    """Which relations an analysis counts: by basis (all, or stated and entered) and by review status."""

    basis: Literal["all", "stated"] = "all"
    status: Literal["all", "accepted"] = "all"


@dataclass(frozen=True)
class Case:
    """Elements and relations with the passages that state them, and every decision, oldest first.

    Build it with `Case.of`, or from another with `grown`. `summed`: are its fields known to be what its statements and
    decisions amount to?
    """

    head: CaseHead
    elements: Mapping[str, Element]
    relations: Mapping[str, Relation]
    documents: Mapping[str, Document]
    passages: Mapping[str, Passage]
    decisions: Mapping[str, Decision] = field(default_factory=lambda: MappingProxyType({}))
    revision: int = 0
    summed: bool = field(default=False, compare=False, repr=False)

    @classmethod
    def of(  # noqa: PLR0913  a case has five sections and a head
        cls,
        head: CaseHead,
        *,
        elements: Iterable[Element] = (),
        relations: Iterable[Relation] = (),
        documents: Iterable[Document] = (),
        passages: Iterable[Passage] = (),
        decisions: Iterable[Decision] = (),
    ) -> Case:
        """The checked case; IllegalCase names the first thing that breaks a rule."""
        case = cls(
            head,
            _by_id("element", elements),
            _by_id("relation", relations),
            _by_id("document", documents),
            _by_id("passage", passages),
            _by_id("decision", decisions),
        )
        check(case, case, case.withheld)
        return case

    def grown(self, new: Content) -> Case:
        """The case with everything of `new` added, or put in place of what has the same id; IllegalCase as `of`.

        Only what is new is checked: nothing is taken away that what was there before rests on.
        """
        case = replace(
            self,
            elements=MappingProxyType({**self.elements, **new.elements}),
            relations=MappingProxyType({**self.relations, **new.relations}),
            documents=MappingProxyType({**self.documents, **new.documents}),
            passages=MappingProxyType({**self.passages, **new.passages}),
        )
        check(case, new, case.withheld)
        return case

    @cached_property
    def current_documents(self) -> frozenset[str]:
        """The documents that no later version supersedes."""
        old = {r.target for r in self.superseding if r.status is not ReviewStatus.REJECTED}
        return frozenset(self.documents) - old

    @cached_property
    def superseding(self) -> tuple[Relation, ...]:
        """The relations that say what replaces what, rejected ones too."""
        return tuple(r for r in self.relations.values() if r.type is RelationType.SUPERSEDES)

    @cached_property
    def standing(self) -> Mapping[str, Element]:
        """The elements that count."""
        said = {e.id: e for e in self.elements.values() if self.is_said(e)}
        old = {r.target for r in self.superseding if r.source in said and self.is_said(r)}
        return {id_: element for id_, element in said.items() if id_ not in old}

    @cached_property
    def standing_relations(self) -> tuple[Relation, ...]:
        """The relations that count: themselves and both ends."""
        here = self.standing
        return tuple(r for r in self.relations.values() if r.source in here and r.target in here and self.is_said(r))

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[Relation, ...]]:
        """Element id -> the relations that count and start there."""
        return _grouped((relation.source, relation) for relation in self.standing_relations)

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Relation, ...]]:
        """Element id -> the relations that count and end there."""
        return _grouped((relation.target, relation) for relation in self.standing_relations)

    @cached_property
    def withheld(self) -> frozenset[str]:
        """The relations that do not count as long as a corrected kind of one of their ends allows none such."""
        recast = recast_elements(self.decisions.values())
        here = self.elements
        return frozenset(
            id_
            for id_, line in (self.relations.items() if recast else ())
            if line.status is ReviewStatus.REJECTED and {line.source, line.target} & recast and line.type not in FIELDS
            if line.source in here and line.target in here
            if not is_legal(line.type, here[line.source], here[line.target])
        )

    def of_kind(self, kind: ElementKind) -> tuple[Element, ...]:
        """The elements of one kind that count, in the order in which they were read."""
        return tuple(element for element in self.standing.values() if element.kind is kind)

    def counted(self, relation: Relation, switches: Switches) -> bool:
        """Does a relation that stands count under these switches?"""
        if switches.basis == "stated" and relation.basis is Basis.INFERRED:
            return False
        return switches.status == "all" or all(
            thing.status is ReviewStatus.ACCEPTED
            for thing in (relation, self.elements[relation.source], self.elements[relation.target])
        )

    def quotes(self, thing: Element | Relation) -> tuple[Passage, ...]:
        """The passages that state it in current documents."""
        found = (self.passages[passage] for passage in thing.passages)
        return tuple(passage for passage in found if passage.document in self.current_documents)

    def is_said(self, thing: Element | Relation) -> bool:
        """Is it not rejected, and entered by a person or stated in a current document?"""
        if thing.status is ReviewStatus.REJECTED:
            return False
        passages, current = self.passages, self.current_documents
        # A loop, as this is asked of everything in a case, where a generator each costs more than the look-up.
        for passage in thing.passages:
            if passages[passage].document in current:
                return True
        return thing.entered


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_Named)


def _by_id(what: str, things: Iterable[_T]) -> Mapping[str, _T]:
    found: dict[str, _T] = {}
    for thing in things:
        if thing.id in found:
            raise IllegalCase(f"two {what}s have the id '{thing.id}'", f"Give every {what} an id of its own.")
        found[thing.id] = thing
    return MappingProxyType(found)


def _grouped(pairs: Iterable[tuple[str, Relation]]) -> Mapping[str, tuple[Relation, ...]]:
    groups: defaultdict[str, list[Relation]] = defaultdict(list)
    for key, relation in pairs:
        groups[key].append(relation)
    return {key: tuple(found) for key, found in groups.items()}
