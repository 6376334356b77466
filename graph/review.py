"""Making decisions: what a person asks for becomes a decision that the case can hold, or is refused with the reason.

Every method of `Review` gives back a decision that is new, signed and numbered; `change_of` is the change that puts it into the
case. Nothing is decided twice: what is accepted already is not accepted again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pydantic import ValidationError

from graph.case import Case
from graph.changes import Changes
from graph.decisions import (
    Added,
    Decision,
    Distinct,
    Divided,
    Edited,
    Judged,
    Removed,
    Undone,
    United,
    in_force,
    kept_apart,
    numbered,
    undoings_in_force,
)
from graph.elements import (
    CHANNELLED,
    COMBINING,
    LEGAL,
    Element,
    ElementKind,
    Relation,
    RelationStatement,
    RelationType,
    Statement,
    relation_id,
)
from graph.errors import RefusedDecision
from graph.faults import first_fault
from graph.fields import refuse_foreign
from graph.naming import normal, slug
from graph.provenance import Entered


def change_of(decision: Decision, case: Case) -> Changes:
    """The change that makes the decision; it is refused where the case has moved on since."""
    removed = decision.documents if isinstance(decision, Removed) else ()
    return Changes(decisions=(decision,), removed=removed, based_on=case.revision)


@dataclass(frozen=True)
class Review:
    """A person at work on a case: who they are and when, and why they decide, in their own words."""

    case: Case
    by: Entered
    why: str = ""

    def judge(self, action: Literal["accept", "reject"], things: Iterable[str]) -> Judged:
        """Accept or reject elements and relations, by id; those that have that status already are left out."""
        asked = tuple(dict.fromkeys(things))
        known = {id_: self.case.elements.get(id_) or self.case.relations[id_] for id_ in asked}
        if action == "accept":
            self._refuse_withheld(asked)
        wanted = Judged(by=self.by, action=action, things=asked, before=()).status
        found = {id_: thing.status for id_, thing in known.items() if thing.status is not wanted}
        if not found:
            raise RefusedDecision(f"{', '.join(asked)}: {wanted} already", "There is nothing to decide.")
        decision = Judged(by=self.by, why=self.why, action=action, things=tuple(found), before=tuple(found.values()))
        return numbered(decision, self.case.decisions)

    def _refuse_withheld(self, things: Iterable[str]) -> None:
        """Refuse to accept relations that the corrected kind of an end rules out."""
        for id_ in things:
            if id_ in self.case.withheld:
                line = self.case.relations[id_]
                source, target = self.case.elements[line.source], self.case.elements[line.target]
                raise RefusedDecision(
                    f"'{source.name}' is a {source.kind} and '{target.name}' a {target.kind}: no {line.type} joins them",
                    "Correct a kind with `loadpath review edit NAME --kind KIND`, or undo the correction.",
                )

    def edit(self, thing: str, said: Statement | RelationStatement, *, forced: bool = False) -> Edited:
        """Correct fields of an element or a relation, by id; `said` has the new values and who entered them.

        `forced`: though another element of the kind has the new name.
        """
        if isinstance(said, RelationStatement):
            refuse_foreign(said, self.case.relations[thing].type)
            return numbered(Edited(by=self.by, why=self.why, thing=thing, line=said), self.case.decisions)
        element = self.case.elements[thing]
        refuse_foreign(said, said.kind or element.kind)
        if said.name and not forced:
            self._refuse_twin(said.kind or element.kind, said.name, but=thing)
        given = {field: value for field, value in said if field in Element.model_fields and value is not None}
        if said.operator is not None:
            given["k"] = said.k
        elif said.kind is not None and said.kind not in COMBINING:
            given |= {"operator": None, "k": None}
        if said.name is not None:
            _refuse_blank(said.name)
        if said.kind is element.kind:
            raise RefusedDecision(f"'{element.name}' is a {element.kind} already", "Leave --kind out.")
        try:
            Element.model_validate({**dict(element), **given})
        except ValidationError as error:
            raise RefusedDecision(f"'{element.name}' cannot be so: {_fault(error)}", "Correct the values.") from error
        return numbered(Edited(by=self.by, why=self.why, thing=thing, statement=said), self.case.decisions)

    def add_element(self, kind: ElementKind, said: Statement, *, forced: bool = False) -> Added:
        """An element that a person types in: `said` has its name and what else is known of it.

        `forced`: though another element of the kind has that name.
        """
        name = said.name or ""
        _refuse_blank(name)
        refuse_foreign(said, kind)
        if not forced:
            self._refuse_twin(kind, name)
        stated = said.model_copy(update={"aliases": said.aliases or ()})
        try:
            element = Element.model_validate(
                {
                    "id": _free_id(self.case, f"{kind}-{slug(name)}"),
                    "kind": kind,
                    "name": name,
                    "operator": said.operator,
                }
                | {"k": said.k, "stated": (stated,)}
            )
        except ValidationError as error:
            raise RefusedDecision(f"there can be no such {kind}: {_fault(error)}", "Correct the values.") from error
        return numbered(Added(by=self.by, why=self.why, element=element), self.case.decisions)

    def _refuse_twin(self, kind: ElementKind, name: str, *, but: str = "") -> None:
        """Refuse a name that another element of the kind has, be it in other letters or another number."""
        wanted = normal(name)
        for other in self.case.of_kind(kind):
            if other.id != but and any(normal(called) == wanted for called in (other.name, *other.aliases)):
                also = "" if normal(other.name) == wanted else f", which is also called '{name}'"
                one = f"loadpath review merge {other.id} {but}" if but else f"loadpath review edit {other.id}"
                raise RefusedDecision(
                    f"there is a {kind} '{other.name}' already{also}: {other.id}",
                    f"If they are one: {one}. If they are two all the same, say so with --force.",
                )

    def add_relation(self, type_: RelationType, ends: tuple[str, str], said: RelationStatement) -> Added:
        """A relation that a person types in, between two elements, by id."""
        source, target = ends
        refuse_foreign(said, type_)
        kinds = (self.case.elements[source].kind, type_, self.case.elements[target].kind)
        if kinds not in LEGAL:
            raise RefusedDecision(
                f"{kinds[0]} {type_} {kinds[2]} is no legal relation", "docs/graph.md has the table of those that are."
            )
        id_ = relation_id(type_, source, target, channel=said.channel if type_ in CHANNELLED else None)
        if source == target or id_ in self.case.relations:
            wrong = "both ends are the same" if source == target else f"it is there already: {id_}"
            raise RefusedDecision(f"'{source}' {type_} '{target}': {wrong}", "Accept or edit the one that there is.")
        relation = Relation(id=id_, type=type_, source=source, target=target, stated=(said,))
        return numbered(Added(by=self.by, why=self.why, relation=relation), self.case.decisions)

    def unite(self, kept: str, taken: str, *, forced: bool = False) -> United:
        """Two elements are one from now on, and `kept` is the one that stays. `forced`: though their numbers differ,
        or somebody decided that they are two.
        """
        one, other = self.case.elements[kept], self.case.elements[taken]
        if one.id == other.id:
            raise RefusedDecision(f"'{one.name}' is one element already", "Name two that are one thing.")
        if one.kind is not other.kind:
            raise RefusedDecision(
                f"'{one.name}' is a {one.kind} and '{other.name}' a {other.kind}: they cannot be one",
                f"Correct the kind of one first: loadpath review edit {one.id} --kind {other.kind}",
            )
        if one.number and other.number and one.number != other.number and not forced:
            raise RefusedDecision(
                f"their source numbers them {one.number} and {other.number}: '{one.name}' and '{other.name}'",
                "If they are one all the same, say so with --force.",
            )
        apart = kept_apart(self.case.decisions.values()).get(frozenset({kept, taken}))
        if apart and isinstance(self.case.decisions[apart], Distinct) and not forced:
            raise RefusedDecision(
                f"it was decided that '{one.name}' and '{other.name}' are two",
                f"Take that back first: loadpath review undo {apart}, or say --force.",
            )
        return numbered(
            United(by=self.by, why=self.why, kept=kept, taken=taken, before=other.status), self.case.decisions
        )

    def tell_apart(self, one: str, other: str) -> Distinct:
        """Two elements are two, however alike they are: nothing proposes any more to unite them."""
        first, second = self.case.elements[one], self.case.elements[other]
        if one == other:
            raise RefusedDecision(
                f"'{first.name}' is one element",
                "If it should be two, `loadpath review split` says which passages speak of the other.",
            )
        if first.kind is not second.kind:
            raise RefusedDecision(
                f"'{first.name}' is a {first.kind} and '{second.name}' a {second.kind}: they are two already",
                "There is nothing to decide.",
            )
        if apart := kept_apart(self.case.decisions.values()).get(frozenset({one, other})):
            raise RefusedDecision(
                f"'{first.name}' and '{second.name}' are two already, by decision {apart}",
                "There is nothing to decide.",
            )
        return numbered(Distinct(by=self.by, why=self.why, one=one, other=other), self.case.decisions)

    def divide(self, source: str, name: str, passages: Iterable[str]) -> Divided:
        """What these passages say of an element is said of another one, which gets this name."""
        element = self.case.elements[source]
        moving = tuple(dict.fromkeys(passage for passage in passages if passage in element.passages))
        if not moving or (len(moving) == len(element.passages) and not element.entered):
            which = "none" if not moving else "all"
            raise RefusedDecision(
                f"{which} of the {len(element.passages)} passages of '{element.name}' would go to '{name}'",
                "Choose some of them by document, passage or the name that they use.",
            )
        made = _free_id(self.case, f"{element.kind}-{slug(name)}")
        decision = Divided(by=self.by, why=self.why, source=source, made=made, name=name, passages=moving)
        return numbered(decision, self.case.decisions)

    def undo(self, decision: str | None) -> Undone:
        """Take back a decision, by id or the beginning of one; None: the last that holds."""
        holding = (*in_force(self.case.decisions.values()), *undoings_in_force(self.case.decisions.values()))
        able = {found.id: found for found in holding if not isinstance(found, Removed)}
        if decision is None:
            chosen = [id_ for id_, found in able.items() if not isinstance(found, Undone)][-1:]
        else:
            chosen = [id_ for id_ in able if decision and id_.startswith(decision)]
        if len(chosen) == 1:
            return numbered(Undone(by=self.by, why=self.why, decision=chosen[0]), self.case.decisions)
        if decision is None:
            raise RefusedDecision("no decision is in force that could be undone", "There is nothing to do.")
        raise RefusedDecision(
            f"'{decision}' is the id of {len(chosen) or 'no'} decision{'s' if chosen else ''} that can be undone",
            "`loadpath review history` lists the decisions with their ids; a removed document is read again.",
        )

    def remove(self, document: str) -> Removed:
        """Take a document out, with the older versions that it replaced."""
        older = {(r.source, r.target) for r in self.case.relations.values() if r.type is RelationType.SUPERSEDES}
        gone, ahead = [document], [document]
        while ahead:
            new = ahead.pop()
            for source, target in sorted(older):
                if source == new and target in self.case.documents and target not in gone:
                    gone.append(target)
                    ahead.append(target)
        return numbered(Removed(by=self.by, why=self.why, documents=tuple(gone)), self.case.decisions)


def _free_id(case: Case, wanted: str) -> str:
    """The wanted id, or with a number behind it where something had it, be it that it is no longer there."""
    made = {d.made for d in case.decisions.values() if isinstance(d, Divided)}
    made |= {d.element.id for d in case.decisions.values() if isinstance(d, Added) and d.element}
    made |= {d.taken for d in case.decisions.values() if isinstance(d, United)}
    taken = {*case.elements, *case.documents, *made}
    number, candidate = 2, wanted
    while candidate in taken:
        number, candidate = number + 1, f"{wanted}-{number}"
    return candidate


def _refuse_blank(name: str) -> None:
    if not name.strip():
        raise RefusedDecision(f"'{name}' is no name: it is empty", "Give a name of at least one letter or digit.")


def _fault(error: ValidationError) -> str:
    return first_fault(error).removeprefix("it: ")
