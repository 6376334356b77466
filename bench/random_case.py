"""A large random case for the benchmarks: legal, the same in every run, its elements spread over documents of one size."""

from __future__ import annotations

import random

from graph.changes import Changes
from graph.elements import LEGAL, Element, ElementKind, Relation, RelationType, Statement, relation_id
from graph.provenance import Document, DocumentKind, Passage

KINDS = tuple(ElementKind(name) for name in ("claim", "control", "dependency", "evidence", "person", "team", "finding"))
_TYPES = {
    (source, target): tuple(
        sorted(t for s, t, e in LEGAL if (s, e) == (source, target) and t is not RelationType.SUPERSEDES)
    )
    for source in KINDS
    for target in KINDS
}


def random_changes(elements: int, relations: int, documents: int) -> tuple[Changes, ...]:
    """One change a document: its text, a passage an element, its elements, and relations to any before them."""
    chance = random.Random(7)  # noqa: S311  the same case in every run, no secret
    kinds: list[ElementKind] = []
    found = []
    per_document = elements // documents
    for number in range(documents):
        kinds += chance.choices(KINDS, k=per_document)
        first = len(kinds) - per_document
        found.append(_change(number, kinds, first=first, relations=relations // documents, chance=chance))
    return tuple(found)


def together(changes: tuple[Changes, ...]) -> Changes:
    """All of them as one change."""
    return Changes(
        documents=tuple(item for change in changes for item in change.documents),
        passages=tuple(item for change in changes for item in change.passages),
        elements=tuple(item for change in changes for item in change.elements),
        relations=tuple(item for change in changes for item in change.relations),
    )


def _change(number: int, kinds: list[ElementKind], *, first: int, relations: int, chance: random.Random) -> Changes:
    name = f"document-{number}"
    sentences = [f"What is said of element {place} stands in this sentence." for place in range(first, len(kinds))]
    passages, start = [], 0
    for place, sentence in enumerate(sentences, start=first):
        end = start + len(sentence)
        passages.append(
            Passage(id=f"{name}:{place}", document=name, page=1 + place % 40, start=start, end=end, text=sentence)
        )
        start = end + 1
    text = "\n".join(sentences)
    return Changes(
        documents=(Document(id=name, kind=DocumentKind.REPORT, title=f"Document {number}", text=text),),
        passages=tuple(passages),
        elements=tuple(_element(name, place, kinds[place]) for place in range(first, len(kinds))),
        relations=_relations(kinds, first, name=name, number=relations, chance=chance),
    )


def _element(document: str, place: int, kind: ElementKind) -> Element:
    said = Statement(passage=f"{document}:{place}", name=f"{kind} number {place}", text=f"It is {kind} {place}.")
    return Element(
        id=f"e{place}",
        kind=kind,
        name=f"{kind} number {place}",
        aliases=(f"{kind} {place}",),
        passages=(f"{document}:{place}",),
        stated=(said,),
    )


def _relations(
    kinds: list[ElementKind], first: int, *, name: str, number: int, chance: random.Random
) -> tuple[Relation, ...]:
    """Relations between an element of this document and one before it, so that there is no circle."""
    found: dict[str, Relation] = {}
    while len(found) < number:
        target = chance.randrange(max(len(kinds) - 1, 1))
        source = chance.randrange(max(first, target + 1), len(kinds))
        types = _TYPES.get((kinds[source], kinds[target]), ())
        if types:
            type_ = chance.choice(types)
            id_ = relation_id(type_, f"e{source}", f"e{target}")
            found[id_] = Relation(
                id=id_, type=type_, source=f"e{source}", target=f"e{target}", passages=(f"{name}:{source}",)
            )
    return tuple(found.values())
