"""What sources say, before any decision: elements and relations with every statement where it was read.

Here the effect of decisions is taken off; `decided.decided` puts it on again. Names, numbers and passages lie in
the statements, so that each of them goes where its statement goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from graph.decisions import Added, Decision, first_statuses
from graph.elements import Element, Ends, Relation, RelationStatement, ReviewStatus, Statement
from graph.recasting import kinds_as_read

_T = TypeVar("_T", Element, Relation)
_S = TypeVar("_S", Statement, RelationStatement)
_BARE = {"of": None, "kind": None}


@dataclass(frozen=True)
class _Traces:
    """What decisions leave on elements and relations: what people typed, and the status that each had before."""

    typed: Collection[tuple[str, Statement | RelationStatement]]
    statuses: Mapping[str, ReviewStatus]

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> _Traces:
        log = tuple(decisions)
        added = (thing for d in log if isinstance(d, Added) for thing in (d.element, d.relation) if thing)
        return cls(frozenset((thing.id, said) for thing in added for said in thing.stated), first_statuses(log))

    def are_on(self, thing: Element | Relation) -> bool:
        """Has a decision left a trace on it? What nothing states is refused later, as it is."""
        moved = any(said.of is not None or (isinstance(said, Statement) and said.kind) for said in thing.stated)
        touched = thing.id in self.statuses or any((thing.id, said) in self.typed for said in thing.stated)
        return bool(thing.stated) and bool(moved or thing.edits or touched)

    def read(self, id_: str, stated: Iterable[_S]) -> list[_S]:
        """The statements that nobody typed in by a decision."""
        return [said for said in stated if (id_, said) not in self.typed]


def elements_as_read(elements: Iterable[Element], decisions: Iterable[Decision]) -> Iterator[Element]:
    """The elements as sources state them, by place; one that several were united into comes once for each of them."""
    traces = _Traces.of(decisions)
    for element in map(_element_by_place, elements):
        if not traces.are_on(element):
            yield element
            continue
        homes: defaultdict[str, list[Statement]] = defaultdict(list)
        for said in element.stated:
            moved = said.of is not None or said.kind is not None
            homes[said.of or element.id].append(said.model_copy(update=_BARE) if moved else said)
        kinds = kinds_as_read(element)
        for home, stated in homes.items():
            status = element.status if home == element.id else ReviewStatus.PROPOSED
            if kept := traces.read(home, stated):
                before = {"id": home, "kind": kinds[home], "status": traces.statuses.get(home, status)}
                yield with_statements(element, kept).model_copy(update={**before, "edits": ()})


def relations_as_read(relations: Iterable[Relation], decisions: Iterable[Decision]) -> Iterator[Relation]:
    """The relations as sources state them, between the elements of which they were read."""
    traces = _Traces.of(decisions)
    for relation in map(_relation_by_place, relations):
        if not traces.are_on(relation):
            yield relation
            continue
        homes: defaultdict[Ends, list[RelationStatement]] = defaultdict(list)
        status = traces.statuses.get(relation.id, relation.status)
        here = Ends(id=relation.id, source=relation.source, target=relation.target, status=status)
        for said in relation.stated:
            homes[said.of or here].append(said if said.of is None else said.model_copy(update={"of": None}))
        for home, stated in homes.items():
            if kept := traces.read(home.id, stated):
                before = {**dict(home), "status": traces.statuses.get(home.id, home.status)}
                yield with_statements(relation, kept).model_copy(update={**before, "edits": ()})


def with_statements(thing: _T, stated: Iterable[Statement | RelationStatement]) -> _T:
    """The element or relation with these statements, and the passages that they are from."""
    said = tuple(stated)
    passages = dict.fromkeys(statement.passage for statement in said if statement.passage)
    return thing.model_copy(update={"stated": said, "passages": tuple(passages)})


def _element_by_place(element: Element) -> Element:
    """Every passage has a statement, and every name and number lies in one.

    What an element has beyond its statements is taken for what its first place says; where there is none, so are
    its fields.
    """
    stated = element.stated or _first_statement(element)
    known = {statement.passage for statement in stated}
    stated += tuple(Statement(passage=passage) for passage in element.passages if passage not in known)
    open_ = next((place for place, statement in enumerate(stated) if statement.aliases is None), None)
    if open_ is None:
        return element if stated == element.stated else with_statements(element, stated)
    called = {name for statement in stated for name in (statement.name, *(statement.aliases or ()))}
    called |= {name for edit in element.edits for name in (edit.name, *(edit.aliases or ()))}
    others = tuple(name for name in dict.fromkeys((element.name, *element.aliases)) if name not in called)
    number = None if any(statement.number for statement in stated) else element.number
    filled = [s if s.aliases is not None else s.model_copy(update={"aliases": ()}) for s in stated]
    first = filled[open_]
    filled[open_] = first.model_copy(update={"aliases": others, "number": first.number or number})
    return with_statements(element, filled)


def _first_statement(element: Element) -> tuple[Statement, ...]:
    """The fields of an element without any statement, as its first passage says them; a mere name is mentioned there."""
    if not element.passages:
        return ()
    facts = (element.strength, element.operator, element.window_s, element.effort, element.effort_days)
    bare = not element.text and all(fact is None for fact in facts)
    return (
        Statement(
            passage=element.passages[0],
            name=None if bare else element.name,
            text=element.text or None,
            strength=element.strength,
            operator=element.operator,
            k=element.k,
            window_s=element.window_s,
            effort=element.effort,
            effort_days=element.effort_days,
        ),
    )


def _relation_by_place(relation: Relation) -> Relation:
    """Every passage has a statement; without any, the fields are what the first passage says."""
    stated = relation.stated or _first_relation_statement(relation)
    known = {statement.passage for statement in stated}
    more = [RelationStatement(passage=p, basis=relation.basis) for p in relation.passages if p not in known]
    return with_statements(relation, (*stated, *more)) if more or not relation.stated else relation


def _first_relation_statement(relation: Relation) -> tuple[RelationStatement, ...]:
    if not relation.passages:
        return ()
    return (
        RelationStatement(
            passage=relation.passages[0],
            basis=relation.basis,
            strength=relation.strength,
            latency_s=relation.latency_s,
            channel=relation.channel,
            automatic=relation.automatic,
        ),
    )
