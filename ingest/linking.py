"""Linking: what a document proposes becomes elements of the case, the same thing always the same element.

Precision comes first. Two things become one only by a rule that cannot err easily; what is unsure stays apart,
for a person can unite in a moment what nobody can take apart again. The rules, surest first: one number, one
name, an acronym and its words, a slip of the pen, a reference that only one thing in reach fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from graph.case import Case
from graph.changes import Changes
from graph.elements import ElementKind, Relation
from graph.provenance import Entered, Passage
from graph.versions import superseded
from ingest import statements
from ingest.document import ParsedDocument
from ingest.extraction import Proposals, ProposedRelation
from ingest.grounding import Grounded, Rejection, illegal
from ingest.groups import Group, Groups, Place
from ingest.homes import by_home, homes_in_force
from ingest.known import KnownThings
from ingest.references import unite_references
from ingest.sameness import (
    Legal,
    unite_acronyms,
    unite_forgotten,
    unite_kinds,
    unite_moved,
    unite_names,
    unite_numbers,
    unite_slips,
)
from ingest.things import proposed_things


@dataclass(frozen=True)
class Linked:
    """What the document adds to the case, and the relations that cannot be in it now that things are united."""

    changes: Changes
    rejected: tuple[Rejection, ...] = ()


def link(
    document: ParsedDocument, grounded: Grounded, case: Case, *, entered: Entered, known: KnownThings | None = None
) -> Linked:
    """The changes that the document makes to the case. `entered`: who reads it and when, for a new version's mark.

    A version of the same file that the case has from before is superseded by this one. `known`: what linking knows of
    the case from documents before; the result is the same with it and without, in less time.
    """
    kept = grounded.kept
    groups = _identified(document, kept, case, known=known or KnownThings())
    relations, rejected = _relations(document, kept.relations, groups)
    changes = Changes(
        documents=(document.source,),
        passages=_passages(document, kept),
        elements=tuple(statements.element(group, id_, _passage_of(document)) for id_, group in groups.items()),
        relations=(*relations, *superseded(document.source, case, entered, present=document.present)),
        based_on=case.revision,
    )
    return Linked(changes, rejected)


def _identified(
    document: ParsedDocument, proposals: Proposals, case: Case, *, known: KnownThings
) -> Mapping[str, Group]:
    """Id -> what the document proposes under it, those of the case first and then in the order of the text.

    Of an element that a person united from several, it is the id of the one that is meant.
    """
    source = document.source
    known.read(case, document)
    groups = Groups(known.catalogue, proposed_things(document, proposals, known.expansions))
    unite = _uniting(document, proposals)
    unclear = unite(groups)
    homes = homes_in_force(case, document)
    taken = {*case.elements, *case.documents, *known.homes}
    found: dict[str, Group] = {}
    for place in groups:
        group = groups[place]
        if group.is_known:
            for id_, part in by_home(group, homes, unite).items():
                found[id_] = found[id_].joined(part) if id_ in found else part
        else:
            id_ = statements.new_id(group, source.path, unclear=place in unclear, taken=taken)
            taken.add(id_)
            found[id_] = group
    return found


def _uniting(document: ParsedDocument, proposals: Proposals) -> Callable[[Groups], frozenset[Place]]:
    """Unites what is the same, rule by rule, and gives back which references can mean several things."""
    path = document.source.path
    legal = _legality(proposals)

    def unite(groups: Groups) -> frozenset[Place]:
        unite_moved(groups)
        unite_numbers(groups, path)
        unite_names(groups)
        unite_forgotten(groups)
        unite_kinds(groups, document.source.id, legal)
        unite_acronyms(groups)
        unite_slips(groups)
        return unite_references(groups, path)

    return unite


def _legality(proposals: Proposals) -> Legal:
    """Whether what the document says of a group is legal for another kind."""
    kinds = {element.key: element.kind for element in proposals.elements}
    of_key: defaultdict[str, list[ProposedRelation]] = defaultdict(list)
    for relation in proposals.relations:
        of_key[relation.source].append(relation)
        of_key[relation.target].append(relation)

    def legal(group: Group, kind: ElementKind) -> bool:
        keys = {thing.key for thing in group.things if thing.key is not None}
        return not any(
            illegal(
                kind if relation.source in keys else kinds[relation.source],
                relation.type,
                kind if relation.target in keys else kinds[relation.target],
            )
            for key in keys
            for relation in of_key[key]
        )

    return legal


def _relations(
    document: ParsedDocument, proposed: Iterable[ProposedRelation], groups: Mapping[str, Group]
) -> tuple[tuple[Relation, ...], tuple[Rejection, ...]]:
    ids = {thing.key: id_ for id_, group in groups.items() for thing in group.things if thing.key is not None}
    found: defaultdict[str, list[ProposedRelation]] = defaultdict(list)
    ends_of: dict[str, tuple[str, str]] = {}
    rejected = []
    for relation in proposed:
        ends = (ids[relation.source], ids[relation.target])
        why, kept = _fault(relation, ends, groups)
        if why:
            rejected.append(Rejection(relation.quote.text, f"'{ends[0]}' {relation.type} '{ends[1]}': {why}"))
        if not kept:
            continue
        id_ = statements.id_of(relation, ends)
        ends_of[id_] = ends
        found[id_].append(relation)
    made = tuple(statements.relation(ends_of[id_], places, _passage_of(document)) for id_, places in found.items())
    return made, tuple(rejected)


def _fault(relation: ProposedRelation, ends: tuple[str, str], groups: Mapping[str, Group]) -> tuple[str | None, bool]:
    """Why a relation does not count, if so, and whether it is kept all the same: it was legal but for a correction."""
    if ends[0] == ends[1]:
        return f"both ends are '{ends[0]}'", False
    one, other = (groups[end] for end in ends)
    faults = [illegal(source, relation.type, target) for source, target in product(one.kinds, other.kinds)]
    if all(faults):
        return faults[0], False
    why = illegal(one.decided_kind, relation.type, other.decided_kind)
    return (f"kept, but it does not count: a kind was corrected, and {why}" if why else None), True


def _passages(document: ParsedDocument, proposals: Proposals) -> tuple[Passage, ...]:
    """Every quote, and every block, so that what no element states can still be found and cited."""
    quotes = [element.quote for element in proposals.elements] + [relation.quote for relation in proposals.relations]
    blocks = [(block.start, block.end) for block in document.blocks]
    spans = sorted(
        {*((quote.start, quote.end) for quote in quotes), *((start, end) for start, end in blocks if end > start)}
    )
    return tuple(document.passage(start, end) for start, end in spans)


def _passage_of(document: ParsedDocument) -> statements.PassageOf:
    return lambda quote: document.passage(quote.start, quote.end).id
