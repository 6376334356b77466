"""The effect of decisions on what was read: statuses, corrections, unions, divisions and what people typed in.

Decisions work in the order in which they were made. One whose element is not in the case (its document was taken
out) waits: it works again as soon as the element is read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import assert_never

from graph.as_read import with_statements
from graph.decisions import Added, Decision, Distinct, Divided, Edited, Judged, Removed, Undone, United, in_force
from graph.elements import (
    CHANNELLED,
    Element,
    Ends,
    Relation,
    RelationStatement,
    RelationType,
    ReviewStatus,
    Statement,
    relation_id,
)
from graph.provenance import Passage
from graph.recasting import is_legal, read_with, recast, recast_elements

_Key = tuple[RelationType, str, str, str | None]


def decided(
    elements: Mapping[str, Element],
    relations: Mapping[str, Relation],
    *,
    decisions: Iterable[Decision],
    passages: Mapping[str, Passage],
) -> tuple[dict[str, Element], dict[str, Relation]]:
    """The elements and relations, as they were read, with every decision that is in force put on them."""
    log = tuple(decisions)
    work = _Work(elements, relations, passages)
    holding = frozenset(decision.id for decision in in_force(log))
    for decision in log:
        if decision.id in holding:
            work.put_on(decision)
        elif isinstance(decision, Divided):
            work.rejoin(decision)
    return work.settled(recast_elements(log))


class _Work:
    """Elements and relations while decisions are put on them, one after the other."""

    def __init__(
        self, elements: Mapping[str, Element], relations: Mapping[str, Relation], passages: Mapping[str, Passage]
    ) -> None:
        self._elements = dict(elements)
        self._relations = dict(relations)
        self._passages = passages
        self._by_key = {_key(r, r.source, r.target): id_ for id_, r in self._relations.items()}
        self._kept: dict[str, str] = {}
        self._statuses: dict[str, ReviewStatus] = {}
        self._edits: defaultdict[str, list[Edited]] = defaultdict(list)

    def put_on(self, decision: Decision) -> None:
        match decision:
            case Judged():
                self._statuses |= dict.fromkeys(decision.things, decision.status)
            case Edited():
                self._edit(decision)
            case Added():
                self._add(decision)
            case United():
                self._unite(self._now(decision.kept), self._now(decision.taken))
            case Divided():
                self._divide(decision)
            case Distinct() | Undone() | Removed():
                pass
            case _ as never:
                assert_never(never)

    def settled(self, recast: Collection[str]) -> tuple[dict[str, Element], dict[str, Relation]]:
        """Everything with its status and its corrections. `recast`: elements whose kind a decision has touched."""
        elements = {id_: self._settled_element(element) for id_, element in self._elements.items()}
        relations = {id_: self._settled_relation(relation) for id_, relation in self._relations.items()}
        for id_, relation in relations.items():
            if (relation.source in recast or relation.target in recast) and self._is_illegal(relation):
                relations[id_] = self._withheld(relation)
        return elements, relations

    def _is_illegal(self, relation: Relation) -> bool:
        source, target = self._elements.get(relation.source), self._elements.get(relation.target)
        return source is not None and target is not None and not is_legal(relation.type, source, target)

    def _withheld(self, relation: Relation) -> Relation:
        """The relation as one that does not count; its statements keep the status that it was read with."""
        here = _read_as(self._relations[relation.id])
        stated = tuple(said if said.of else said.model_copy(update={"of": here}) for said in relation.stated)
        return relation.model_copy(update={"status": ReviewStatus.REJECTED, "stated": stated})

    def _settled_element(self, element: Element) -> Element:
        status = self._statuses.get(element.id, element.status)
        edits = tuple(edit.statement for edit in self._edits.get(element.id, ()) if edit.statement)
        if (status, edits) == (element.status, element.edits):
            return element
        return element.model_copy(update={"status": status, "edits": edits})

    def _settled_relation(self, relation: Relation) -> Relation:
        here = _read_as(relation)
        ids = {read_as.id: read_as.status for read_as in (said.of or here for said in relation.stated)}
        edits = tuple(edit.line for id_ in ids for edit in self._edits.get(id_, ()) if edit.line)
        if relation.id in ids:
            status = self._statuses.get(relation.id, relation.status)
        elif relation.source == relation.target:
            status = ReviewStatus.REJECTED
        else:
            found = {self._statuses.get(id_, read_with) for id_, read_with in ids.items()}
            best = next(status for status in _BEST_FIRST if status in found)
            status = self._statuses.get(relation.id, best)
        if (status, edits) == (relation.status, relation.edits):
            return relation
        return relation.model_copy(update={"status": status, "edits": edits})

    def _now(self, id_: str) -> str:
        """The element that this one is by now."""
        while id_ in self._kept:
            id_ = self._kept[id_]
        return id_

    def _edit(self, decision: Edited) -> None:
        self._edits[decision.thing].append(decision)
        kind = decision.statement.kind if decision.statement else None
        if kind and decision.thing in self._elements:
            self._elements[decision.thing] = recast(self._elements[decision.thing], kind)

    def _add(self, decision: Added) -> None:
        if typed := decision.element:
            self._elements.setdefault(typed.id, with_statements(typed, ()))
            self._say(typed.id, typed, typed.stated)
            self._statuses[typed.id] = ReviewStatus.ACCEPTED
        if line := decision.relation:
            source, target = self._now(line.source), self._now(line.target)
            if source in self._elements and target in self._elements:
                self._put(line, line.stated, (source, target))
                self._statuses[line.id] = ReviewStatus.ACCEPTED

    def _unite(self, kept: str, taken: str) -> None:
        """Everything said of `taken` is said of `kept`; a union of two that are no longer of one kind waits."""
        one, other = self._elements.get(kept), self._elements.get(taken)
        if one is None or other is None or one is other or one.kind is not other.kind:
            return
        self._kept[taken] = kept
        del self._elements[taken]
        self._say(kept, other, other.stated)
        for relation in self._at(taken):
            self._take_out(relation)
            self._put(relation, relation.stated, _ends(relation, taken, kept))

    def rejoin(self, decision: Divided) -> None:
        """What was read of the part while a split held is said of the whole, now that it is undone."""
        self._unite(self._now(decision.source), self._now(decision.made))

    def _divide(self, decision: Divided) -> None:
        """What the passages say of the source, and the relations that they state of it, go to another element."""
        source, made = self._now(decision.source), self._now(decision.made)
        if source == made or source not in self._elements:
            return
        old = self._elements[source]
        moved = tuple(said for said in old.stated if said.passage in decision.passages)
        if not moved:
            return
        if made not in self._elements:
            bare = {"id": made, "status": ReviewStatus.PROPOSED, "name": decision.name}
            self._elements[made] = with_statements(old, ()).model_copy(update=bare)
        self._say(made, old, moved)
        name = Statement(entered=decision.by, name=decision.name)
        self._edits[made].insert(0, Edited(by=decision.by, thing=made, statement=name))
        rest = tuple(said for said in old.stated if said not in moved)
        if rest:
            called = (name for known in old.stated for name in (known.name, *(known.aliases or ())) if name)
            self._elements[source] = with_statements(old, rest).model_copy(update={"name": next(called, old.name)})
        else:
            del self._elements[source]
        spans = tuple(self._passages[passage] for passage in decision.passages if passage in self._passages)
        for relation in self._at(source):
            going = tuple(s for s in relation.stated if not rest or self._is_within(s.passage, spans))
            self._divide_relation(relation, going, source=source, made=made)

    def _divide_relation(
        self, relation: Relation, going: tuple[RelationStatement, ...], *, source: str, made: str
    ) -> None:
        if not going:
            return
        self._take_out(relation)
        if staying := tuple(said for said in relation.stated if said not in going):
            self._put(relation, staying, (relation.source, relation.target))
        self._put(relation, going, _ends(relation, source, made))

    def _is_within(self, passage: str | None, spans: Iterable[Passage]) -> bool:
        """Does a passage share characters with one of these?"""
        here = self._passages.get(passage or "")
        return here is not None and any(
            here.document == span.document and here.start < span.end and span.start < here.end for span in spans
        )

    def _at(self, element: str) -> tuple[Relation, ...]:
        return tuple(relation for relation in self._relations.values() if element in {relation.source, relation.target})

    def _say(self, element: str, home: Element, stated: Iterable[Statement]) -> None:
        """Put statements of `home` on an element; each remembers where, and with which kind, it was read."""
        old = self._elements[element]
        homes = ((read_with(said, said.kind or home.kind, shown=old.kind), said.of or home.id) for said in stated)
        said = (s.model_copy(update={"of": None if at == element else at}) for s, at in homes)
        self._elements[element] = with_statements(old, (*old.stated, *said))

    def _take_out(self, relation: Relation) -> None:
        del self._relations[relation.id]
        key = _key(relation, relation.source, relation.target)
        if self._by_key.get(key) == relation.id:
            del self._by_key[key]

    def _put(self, relation: Relation, stated: Iterable[RelationStatement], ends: tuple[str, str]) -> None:
        """Put statements on the relation of this type between these ends; each remembers as what it was read."""
        source, target = ends
        key = _key(relation, source, target)
        stays = (source, target) == (relation.source, relation.target)
        made = relation.id if stays else relation_id(relation.type, source, target, channel=key[3])
        id_ = self._by_key.get(key, made)
        read_as = _read_as(relation)
        homes = ((said, said.of or read_as) for said in stated)
        said = (s.model_copy(update={"of": None if at.id == id_ else at}) for s, at in homes)
        bare = relation.model_copy(update={"id": id_, "source": source, "target": target, "stated": ()})
        old = self._relations.get(id_, bare)
        self._relations[id_] = with_statements(old, (*old.stated, *said))
        self._by_key[key] = id_


_BEST_FIRST = (ReviewStatus.ACCEPTED, ReviewStatus.PROPOSED, ReviewStatus.REJECTED)


def _read_as(relation: Relation) -> Ends:
    return Ends(id=relation.id, source=relation.source, target=relation.target, status=relation.status)


def _ends(relation: Relation, old: str, new: str) -> tuple[str, str]:
    """The ends of a relation, with one element in the place of another."""
    source, target = (new if end == old else end for end in (relation.source, relation.target))
    return source, target


def _key(relation: Relation, source: str, target: str) -> _Key:
    """What makes two relations one: type, ends and, for messages, the channel."""
    channel = next((said.channel for said in relation.stated if said.channel), relation.channel)
    return (relation.type, source, target, channel if relation.type in CHANNELLED else None)
