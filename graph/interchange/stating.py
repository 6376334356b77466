"""A reading as changes to a case: documents and passages, elements and relations under ids that last.

An element's id is made of its kind, its file and its key there, so that a later version of the file speaks of the same
element, and another file that uses the same key does not. What the table of legal relations forbids is listed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from graph.case import Case
from graph.changes import Changes
from graph.elements import LEGAL, Element, Relation, RelationStatement, Statement, relation_id
from graph.interchange.reading import Key, ReadElement, Reading, ReadRelation, Unmapped
from graph.interchange.source import Place, SourceFile
from graph.naming import slug
from graph.provenance import Document, DocumentKind, Entered, Passage
from graph.versions import as_new_version, superseded


@dataclass(frozen=True)
class Stated:
    """The changes that bring a reading into a case, and what of the files has no place in one."""

    changes: Changes
    unmapped: tuple[Unmapped, ...]


def changes_of(reading: Reading, case: Case, entered: Entered) -> Stated:
    """The changes that a reading makes to this case, at its revision.

    `entered`: who imports it and when, for the mark of a new version of a file that the case has from before.
    """
    documents = _documents(reading, case)
    legal, illegal = _sorted_out(reading)
    ids = _ids(reading, documents, case)
    places = {*reading.spoken, *(place for element in reading.elements for place in (element.place, *element.grounds))}
    places |= {relation.place for relation in legal}
    passages = {place: _passage(place, documents[place.file.path]) for place in places if place.end > place.start}
    changes = Changes(
        documents=tuple(documents.values()),
        passages=tuple(
            {p.id: p for p in sorted(passages.values(), key=lambda p: (p.document, p.start, p.end))}.values()
        ),
        elements=tuple(_element(element, ids[element.key], passages) for element in reading.elements),
        relations=(
            *_relations(legal, ids, passages),
            *(old for document in documents.values() for old in superseded(document, case, entered)),
        ),
        based_on=case.revision,
    )
    return Stated(changes, (*reading.unmapped, *illegal))


def _documents(reading: Reading, case: Case) -> Mapping[str, Document]:
    """Path -> document. Files that are read together are read anew where one of them changed."""
    together = sha256("".join(sorted(file.sha256 for file in reading.files)).encode()).hexdigest()[:12]
    reader = reading.reader if len(reading.files) == 1 else f"{reading.reader} of {len(reading.files)} files {together}"
    found = {}
    for file in reading.files:
        path = _known_path(file, reading.reader, case)
        read = _document(file, path, reader=reader, kind=_kind(file, reading))
        found[file.path] = next(
            (known for known in _current(case) if _is_same(known, read)), as_new_version(read, case)
        )
    return found


def _current(case: Case) -> Iterator[Document]:
    return (case.documents[id_] for id_ in case.current_documents)


def _is_same(known: Document, read: Document) -> bool:
    """Is it the same version of the same file, read the same way, whichever id it has?"""
    return known.model_copy(update={"id": read.id}) == read


def _kind(file: SourceFile, reading: Reading) -> DocumentKind:
    return DocumentKind.CRITIQUE if file.path in reading.critiques else DocumentKind.REPORT


def _known_path(file: SourceFile, reader: str, case: Case) -> str:
    """The path under which the case has this very file, where it was named in another way; else its own."""
    if any(document.path == file.path for document in _current(case)):
        return file.path
    same = (
        d for d in _current(case) if (d.title, d.sha256) == (file.title, file.sha256) and d.reader.startswith(reader)
    )
    return next((document.path for document in same), file.path)


def _document(file: SourceFile, path: str, *, reader: str, kind: DocumentKind) -> Document:
    version = sha256(f"{path}\0{file.sha256}\0{reader}".encode()).hexdigest()[:8]
    return Document(
        id=f"{slug(file.title)}-{version}",
        kind=kind,
        title=file.title,
        path=path,
        sha256=file.sha256,
        text=file.text,
        reader=reader,
    )


def _ids(reading: Reading, documents: Mapping[str, Document], case: Case) -> Mapping[Key, str]:
    """Key -> id. Files of one name in several folders, and keys that differ in signs only, are told apart."""
    stems = {file.path: slug(file.title.split(".")[0]) for file in reading.files}
    wanted = {e.key: f"{e.kind}-{stems[e.key[0]]}-{slug(e.key[1])}" for e in reading.elements}
    times = Counter(wanted.values())
    paths = {path: document.path for path, document in documents.items()}
    return {
        key: id_
        if times[id_] == 1 and not _is_taken(id_, paths[key[0]], case)
        else f"{id_}-{_tail(paths[key[0]], key[1])}"
        for key, id_ in wanted.items()
    }


def _is_taken(id_: str, path: str, case: Case) -> bool:
    """Does the case have something else under this id, said by other files?"""
    known = case.elements.get(id_)
    return id_ in case.documents or (
        known is not None and all(case.documents[case.passages[p].document].path != path for p in known.passages)
    )


def _tail(path: str, name: str) -> str:
    return sha256(f"{path}\0{name}".encode()).hexdigest()[:8]


def _passage(place: Place, document: Document) -> Passage:
    return Passage(
        id=f"{document.id}:{place.start}-{place.end}",
        document=document.id,
        section=place.section,
        start=place.start,
        end=place.end,
        text=place.file.text[place.start : place.end],
    )


def _element(read: ReadElement, id_: str, passages: Mapping[Place, Passage]) -> Element:
    said = Statement(
        passage=passages[read.place].id,
        name=read.name,
        text=read.text or None,
        strength=read.strength,
        operator=read.operator,
        k=read.k,
        effort=read.effort,
    )
    cited = (passages[place].id for place in (read.place, *read.grounds))
    return Element(
        id=id_,
        kind=read.kind,
        name=read.name,
        aliases=tuple(dict.fromkeys(alias for alias in read.aliases if alias != read.name)),
        passages=tuple(dict.fromkeys(cited)),
        stated=(said,),
    )


def _sorted_out(reading: Reading) -> tuple[tuple[ReadRelation, ...], tuple[Unmapped, ...]]:
    """The relations that a case may hold, and the others with the reason."""
    kinds = {element.key: element.kind for element in reading.elements}
    legal: list[ReadRelation] = []
    illegal: list[Unmapped] = []
    for relation in reading.relations:
        ends = (kinds[relation.source], kinds[relation.target])
        if (ends[0], relation.type, ends[1]) in LEGAL and relation.source != relation.target:
            legal.append(relation)
            continue
        why = (
            "both ends are the same"
            if relation.source == relation.target
            else f"a case holds no {relation.type} from {ends[0]} to {ends[1]}"
        )
        illegal.append(Unmapped(f"{relation.source[1]} {relation.type} {relation.target[1]}", why, relation.place))
    return tuple(legal), tuple(illegal)


def _relations(
    read: Iterable[ReadRelation], ids: Mapping[Key, str], passages: Mapping[Place, Passage]
) -> Iterator[Relation]:
    found: defaultdict[str, list[ReadRelation]] = defaultdict(list)
    for relation in read:
        found[relation_id(relation.type, ids[relation.source], ids[relation.target])].append(relation)
    for id_, places in found.items():
        said = tuple(
            RelationStatement(passage=passages[place.place].id, basis=place.basis, strength=place.strength)
            for place in places
        )
        yield Relation(
            id=id_,
            type=places[0].type,
            source=ids[places[0].source],
            target=ids[places[0].target],
            passages=tuple(dict.fromkeys(statement.passage for statement in said if statement.passage)),
            stated=tuple(dict.fromkeys(said)),
        )
