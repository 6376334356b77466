"""Random small cases for property tests: legal by construction, ids that are the same in every run.

`cases()` knows every operator, requirements beside lines, strengths on elements and relations (`none` too),
every basis and review status, and, where asked for, cycles and documents that were replaced by a new version.
"""

from __future__ import annotations

from hypothesis import strategies as st

from graph.case import Case, CaseHead
from graph.changes import Changes, apply_changes
from graph.elements import (
    CARRIERS,
    LEGAL,
    SOURCES,
    Basis,
    Element,
    ElementKind,
    Operator,
    Relation,
    RelationStatement,
    RelationType,
    ReviewStatus,
    Statement,
    Strength,
    relation_id,
)
from graph.provenance import Document, DocumentKind, Entered, Passage

HEAD = CaseHead(id="random", title="A random case", created="2026-01-01T00:00:00Z")
PLACES = 6
ALL_TYPES = frozenset(RelationType) - {RelationType.STATED_IN, RelationType.PART_OF, RelationType.SUPERSEDES}
HOLDERS = tuple(ElementKind(kind) for kind in ("pathway", "argument", "claim", "evidence", "control", "dependency"))
OTHERS = tuple(kind for kind in ElementKind if kind not in HOLDERS and kind not in SOURCES)
TYPES_BETWEEN = {
    (start, end): tuple(sorted(t for s, t, e in LEGAL if (s, e) == (start, end) and t in ALL_TYPES))
    for start in ElementKind
    for end in ElementKind
}

kinds = st.sampled_from((*HOLDERS, *HOLDERS, *OTHERS))
strengths = st.sampled_from((None, None, None, *Strength))
statuses = st.sampled_from((*[ReviewStatus.PROPOSED] * 4, *[ReviewStatus.ACCEPTED] * 3, ReviewStatus.REJECTED))
operators = st.one_of(
    st.none(),
    st.sampled_from([(Operator.CONJUNCTIVE, None), (Operator.DISJUNCTIVE, None), (Operator.CONVERGENT, None)]),
    st.integers(1, 3).map(lambda k: (Operator.AT_LEAST, k)),
)
entries = st.builds(Entered, who=st.sampled_from(["ada", "grace"]), when=st.sampled_from(["2026-02-01", "2026-03-01"]))


def document(name: str, kind: DocumentKind = DocumentKind.REPORT) -> Document:
    """A document of `PLACES` sentences; `passage(name, n)` is its n-th."""
    text = " ".join(f"Sentence {place} of {name}." for place in range(PLACES))
    return Document(id=name, kind=kind, title=f"The {name}", path=f"{name}.md", sha256=f"sha of {name}", text=text)


def passage(name: str, place: int) -> Passage:
    """The sentence of this place, counted from 0, of the document of this name."""
    text = f"Sentence {place} of {name}."
    start = place * (len(text) + 1)
    return Passage(id=f"{name}:{place}", document=name, start=start, end=start + len(text), text=text)


def replaced(new: str, old: str) -> Relation:
    """The relation that says: document `new` is the new version of `old`."""
    return Relation(
        id=relation_id(RelationType.SUPERSEDES, new, old),
        type=RelationType.SUPERSEDES,
        source=new,
        target=old,
        passages=(f"{new}:0",),
    )


@st.composite
def sources(draw: st.DrawFn, names: tuple[str, ...], *, most: int = 2) -> tuple[str | Entered, ...]:
    """Where something is said: passages of these documents, sometimes a person."""
    places = st.builds("{}:{}".format, st.sampled_from(names), st.integers(0, PLACES - 1))
    anywhere = st.one_of(places, places, places, entries)
    return tuple(draw(st.lists(anywhere, min_size=1, max_size=most, unique=True)))


def _place(source: str | Entered) -> dict[str, str | Entered]:
    return {"passage": source} if isinstance(source, str) else {"entered": source}


@st.composite
def elements(draw: st.DrawFn, id_: str, kind: ElementKind, names: tuple[str, ...]) -> Element:
    """An element of this id and kind, stated in these documents."""
    said = []
    found = draw(sources(names))
    for source in found:
        operator = draw(operators) if kind in HOLDERS else None
        said.append(
            Statement(
                **_place(source),
                name=draw(st.sampled_from([None, f"{kind} {id_}", f"the {kind} {id_}"])),
                text=draw(st.sampled_from([None, "As the source has it."])),
                strength=draw(strengths),
                operator=operator[0] if operator else None,
                k=operator[1] if operator else None,
                window_s=draw(st.sampled_from([None, 3600.0])) if kind is ElementKind.PATHWAY else None,
                effort_days=draw(st.sampled_from([None, 2.5])) if kind is ElementKind.MITIGATION else None,
            )
        )
    passages = tuple(source for source in found if isinstance(source, str))
    return Element(
        id=id_, kind=kind, name=f"{kind} {id_}", status=draw(statuses), passages=passages, stated=tuple(said)
    )


@st.composite
def relations(draw: st.DrawFn, ends: tuple[str, RelationType, str], names: tuple[str, ...]) -> Relation:
    """A relation between these ends, stated in these documents; its strength is often given, `none` included."""
    source, type_, target = ends
    messages = type_ in {RelationType.ALERTS, RelationType.ESCALATES_TO}
    found = draw(sources(names))
    said = tuple(
        RelationStatement(
            **_place(place),
            basis=draw(st.sampled_from((Basis.STATED, Basis.INFERRED))) if isinstance(place, str) else Basis.ENTERED,
            strength=draw(strengths) if type_ is RelationType.SUPPORTED_BY else None,
            latency_s=draw(st.sampled_from([None, 0.0, 60.0, 3600.0])) if messages else None,
            automatic=draw(st.sampled_from([None, True, False])) if messages else None,
        )
        for place in found
    )
    return Relation(
        id=relation_id(type_, source, target),
        type=type_,
        source=source,
        target=target,
        status=draw(statuses),
        passages=tuple(place for place in found if isinstance(place, str)),
        stated=said,
    )


@st.composite
def changes(
    draw: st.DrawFn,
    *,
    most: int = 7,
    cycles: bool = False,
    versions: bool = False,
    types: frozenset[RelationType] = ALL_TYPES,
) -> Changes:
    """Legal changes for an empty case of 1 to `most` elements 'e0', 'e1', …; 'e0' is a pathway.

    Without `cycles` every relation leads from a lower number to a higher one. With `versions` the document 'd2'
    is the new version of 'd0', so that what only 'd0' states no longer stands.
    """
    names = ("d0", "d1", "d2") if versions else ("d0", "d1")
    known = {"e0": ElementKind.PATHWAY}
    known |= {f"e{n}": kind for n, kind in enumerate(draw(st.lists(kinds, max_size=most - 1)), start=1)}
    candidates = [
        (source, type_, target)
        for i, source in enumerate(known)
        for j, target in enumerate(known)
        if i < j or cycles
        for type_ in TYPES_BETWEEN[known[source], known[target]]
        if type_ in types
    ]
    carriers = [candidate for candidate in candidates if candidate[1] in CARRIERS]
    pick = st.one_of(*(st.sampled_from(pool) for pool in (carriers, carriers, candidates) if pool))
    chosen = draw(st.lists(pick, unique=True, max_size=3 * most)) if candidates else []
    found = [draw(relations(ends, names)) for ends in chosen]
    return Changes(
        documents=tuple(document(name) for name in names),
        passages=tuple(passage(name, place) for name in names for place in range(PLACES)),
        elements=tuple(draw(elements(id_, kind, names)) for id_, kind in known.items()),
        relations=(*found, replaced("d2", "d0")) if versions else tuple(found),
    )


def cases(
    *,
    most: int = 7,
    cycles: bool = False,
    versions: bool = False,
    types: frozenset[RelationType] = ALL_TYPES,
) -> st.SearchStrategy[Case]:
    """Checked cases of up to `most` elements; the flags are those of `changes`."""
    drawn = changes(most=most, cycles=cycles, versions=versions, types=types)
    return drawn.map(lambda change: apply_changes(Case.of(HEAD), change)[0])
