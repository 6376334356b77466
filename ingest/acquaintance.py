"""Documents read together: what one of them, or the case, introduces by name is known where another speaks of it.

Every document is read by itself first. One that turns out to call something by a name that only others introduce is
read once more, with those names; so the order of the documents, and who reads which, makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from hashlib import sha256

from graph.case import Case
from graph.elements import ElementKind
from graph.naming import slug
from graph.provenance import Document, DocumentKind
from ingest.document import ParsedDocument
from ingest.extraction import Extractor, KnownName
from ingest.glossary import (
    MOST_KNOWN,
    Glossary,
    Introduction,
    introduced_by,
    introduced_in,
    own_names,
    rank_of,
)
from ingest.rereading import rereading_notes
from ingest.work import Extracted, ExtractTask, Failure, in_order

_WITH_NAMES = " + names "


@dataclass(frozen=True)
class Acquainted:
    """A document with the names in it that others introduce; `alone`: what it says without them, read on this machine."""

    document: ParsedDocument
    known: tuple[KnownName, ...]
    alone: Extracted | Failure

    @property
    def turn(self) -> tuple[int, int]:
        """When it goes into the case: by its kind, and of reports those that argue a case before others.

        So what they introduce is there when others speak of it.
        """
        source = self.document.source
        elements = () if isinstance(self.alone, Failure) else self.alone.grounded.kept.elements
        argues = any(element.kind is ElementKind.PATHWAY and not element.mention for element in elements)
        return (tuple(DocumentKind).index(source.kind), rank_of(source, argues=argues))


def read_together(
    acquainted: Sequence[Acquainted], case: Case, extractor: Extractor, *, executor: Executor | None
) -> Iterator[tuple[ParsedDocument, Extracted | Failure]]:
    """Each document with what it says, in their order, read with the names that the case and the others introduce."""
    is_final = extractor.alone is extractor
    tasks = (ExtractTask(each.document, extractor, each.known) for each in acquainted if each.known or not is_final)
    again = in_order(ExtractTask.run, tasks, executor)
    current = _current_by_path(case)
    for each in acquainted:
        read = next(again) if each.known or not is_final else each.alone
        known = each.known if not is_final or read != each.alone else ()
        source = _read_with(each.document.source, known)
        same = (old for old in current[source.path] if old.model_copy(update={"id": source.id}) == source)
        yield replace(each.document, source=next(same, source)), read


def acquaint(
    documents: Sequence[ParsedDocument],
    case: Case,
    extractor: Extractor,
    *,
    executor: Executor | None = None,
    begun: Callable[[int], None] = lambda _: None,
) -> tuple[Acquainted, ...]:
    """The documents with the names in them that the case or another one of them introduces.

    `begun` is called with the place of each before it is read by itself.
    """
    if not documents:
        return ()
    reading = in_order(ExtractTask.run, (ExtractTask(each, extractor.alone) for each in documents), executor)
    alone = []
    for place in range(len(documents)):
        begun(place)
        alone.append(next(reading))
    introduced = {
        document.source.path: () if isinstance(read, Failure) else introduced_by(read.grounded.kept, document.source)
        for document, read in zip(documents, alone, strict=True)
    }
    glossary = Glossary(
        (
            *introduced_in(case, but=introduced),
            *(each for found in introduced.values() for each in found),
        )
    )
    told = rereading_notes(case, glossary, introduced, reader=extractor.name)
    found = []
    for document, read in zip(documents, alone, strict=True):
        path = document.source.path
        met = glossary.met_in(document.source, own_names(introduced[path]))
        notes = (*told.get(path, ()), *_beyond(met), *document.notes)
        best = sorted(met, key=lambda each: each.rank)[:MOST_KNOWN]
        known = () if isinstance(read, Failure) else tuple(each.thing for each in best)
        found.append(Acquainted(replace(document, notes=notes), known, read))
    return tuple(found)


def read_alone(reader: str) -> str:
    """Who read a document, without the names that it was read with."""
    return reader.partition(_WITH_NAMES)[0]


def _beyond(met: Sequence[Introduction]) -> Iterator[str]:
    if len(met) > MOST_KNOWN:
        yield f"it uses {len(met)} names of other documents, and was read with {MOST_KNOWN} of them, those of reports first"


def _read_with(source: Document, names: tuple[KnownName, ...]) -> Document:
    """The document under an id of its own, as it is another reading than the one without these names."""
    if not names:
        return source
    said = sorted(f"{each.kind}:{name}" for each in names for name in (each.name, *each.aliases))
    reader = f"{source.reader}{_WITH_NAMES}{_digest(said)}"
    return source.model_copy(update={"id": f"{slug(source.title)}-{_digest([source.id, reader])}", "reader": reader})


def _current_by_path(case: Case) -> defaultdict[str, list[Document]]:
    """The current documents of the case: what is this very reading keeps the id that it has there."""
    found: defaultdict[str, list[Document]] = defaultdict(list)
    for id_ in sorted(case.current_documents):
        found[case.documents[id_].path].append(case.documents[id_])
    return found


def _digest(said: Iterable[str]) -> str:
    return sha256("\0".join(said).encode()).hexdigest()[:8]
