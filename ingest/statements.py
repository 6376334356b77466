"""Proposals as elements and relations of the graph: what each passage says, under the id that the thing has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable
from hashlib import sha256
from pathlib import PurePath

from graph.elements import CHANNELLED, Element, ElementKind, Relation, RelationStatement, Statement, relation_id
from graph.naming import normal, slug
from graph.recasting import kinds_as_read
from ingest.definitions import is_acronym, split_definition
from ingest.extraction import ProposedElement, ProposedRelation, Quote
from ingest.groups import Group
from ingest.things import LOCAL_NUMBERS, number_of, plain, proper_names, refers

PassageOf = Callable[[Quote], str]
"""The id of the passage of a quote."""


def new_id(group: Group, path: str, *, unclear: bool, taken: Container[str]) -> str:
    """A readable id that is the same in every run: by number where it has one, else by name; none that is taken.

    Numbers that count within a document, and references that can mean several things, carry the document's name.
    """
    stem = slug(PurePath(path).stem)
    local = unclear if group.number is None else group.kind in LOCAL_NUMBERS
    wanted = f"{bare_id(group)}-{stem}" if local else bare_id(group)
    mark = main_name(group) if group.number is None else f"{path} {group.number}"
    tail = sha256(normal(mark).encode()).hexdigest()
    length = 6
    candidate = wanted
    while candidate in taken:
        candidate, length = f"{wanted}-{tail[:length]}", length + 1
    return candidate


def bare_id(group: Group) -> str:
    """The id that a group has if no other thing would have it too."""
    return f"{group.kind}-{slug(main_name(group) if group.number is None else group.number)}"


def main_name(group: Group) -> str:
    """What the group is called: as it is introduced first, else as it is mentioned first, else by its number."""
    known = [thing.element.name for thing in group.things if thing.element]
    surest = sorted(group.things, key=lambda thing: not thing.introduced)
    names = sorted((name for thing in surest for name in thing.names), key=is_acronym)
    references = [name for thing in surest for name in thing.references]
    return (known + names + references + [place.name for thing in surest for place in thing.places])[0]


def element(group: Group, id_: str, passage_of: PassageOf) -> Element:
    """What the document says of a group, place by place; its own name only where a place introduces it."""
    places = sorted(
        (place for thing in group.things for place in thing.places),
        key=lambda p: (p.quote.start, p.quote.end, p.mention),
    )
    by_passage: defaultdict[str, list[ProposedElement]] = defaultdict(list)
    for place in places:
        by_passage[passage_of(place.quote)].append(place)
    aliases = frozenset(name for thing in group.things if thing.element for name in thing.names)
    said = [_statement(passage, found, aliases) for passage, found in by_passage.items()]
    name = main_name(group)
    names = [other for thing in group.things if thing.key is not None for other in thing.names]
    if not names and not group.is_known and group.number is None:
        names = [name]
    called = {other for statement in said for other in (statement.name, *(statement.aliases or ()))}
    elsewhere = tuple(other for other in dict.fromkeys(names) if other not in called)
    if elsewhere:
        said[0] = said[0].model_copy(update={"aliases": (*(said[0].aliases or ()), *elsewhere)})
    return Element(
        id=id_,
        kind=_kind_read(group, id_),
        name=name,
        aliases=tuple(dict.fromkeys(other for other in names if other != name)),
        number=group.number,
        passages=tuple(by_passage),
        stated=tuple(said),
    )


def _kind_read(group: Group, id_: str) -> ElementKind:
    """The kind that the element of this id was read with so far; a correction does not change it."""
    known = next((thing.element for thing in group.things if thing.element), None)
    return kinds_as_read(known).get(id_, known.kind) if known else group.kind


def relation(ends: tuple[str, str], found: Iterable[ProposedRelation], passage_of: PassageOf) -> Relation:
    """What the document says of one relation between these elements, place by place."""
    places = sorted(found, key=lambda p: (p.quote.start, p.quote.end, repr(p)))
    said = [
        RelationStatement(
            passage=passage_of(place.quote),
            basis=place.basis,
            strength=place.strength,
            latency_s=place.latency_s,
            channel=place.channel,
            automatic=place.automatic,
        )
        for place in places
    ]
    return Relation(
        id=id_of(places[0], ends),
        type=places[0].type,
        source=ends[0],
        target=ends[1],
        passages=tuple(dict.fromkeys(statement.passage for statement in said if statement.passage)),
        stated=tuple(dict.fromkeys(said)),
    )


def id_of(proposed: ProposedRelation, ends: tuple[str, str]) -> str:
    """The id of a proposed relation between these elements."""
    return relation_id(proposed.type, *ends, channel=proposed.channel if proposed.type in CHANNELLED else None)


def _statement(passage: str, places: Iterable[ProposedElement], known: Container[str]) -> Statement:
    """What the places of one passage say, each value from the first that has it.

    Who mentions a thing by a code that it is `known` by as by a name (that of a register) does not number it.
    """
    found = tuple(places)
    introducing = (p for p in found if not p.mention and not refers(p, p.name))
    name = next((plain(p.kind, split_definition(p.name)[0]) for p in introducing), None)
    called = dict.fromkeys(other for p in found for other in proper_names(p) if other != name)
    combining = next((p for p in found if p.operator is not None), None)
    lasting = next((p for p in found if p.effort is not None or p.effort_days is not None), None)
    return Statement(
        passage=passage,
        name=name,
        aliases=tuple(called),
        number=next((n for p in found if (n := number_of(p)) and not (p.mention and n in known)), None),
        text=next((p.text for p in found if p.text), None),
        strength=next((p.strength for p in found if p.strength is not None), None),
        operator=combining.operator if combining else None,
        k=combining.k if combining else None,
        window_s=next((p.window_s for p in found if p.window_s is not None), None),
        effort=lasting.effort if lasting else None,
        effort_days=lasting.effort_days if lasting else None,
    )
