"""Small deterministic adapters for tests: a store in memory, and an extractor that reads one proposal a line.

A line is `kind: name`, `kind 5.2: name`, `kind? name` for a mention, `kind: name = alias`, or
`kind name -TYPE-> kind name`; every other line is prose and proposes nothing but mentions of names known from elsewhere.
"""

from __future__ import annotations

import re
from hashlib import sha256

from graph.case import Case, CaseHead
from graph.changes import Changes, apply_changes
from graph.elements import ElementKind, RelationType
from graph.errors import UnknownCase
from graph.naming import normal
from graph.provenance import Document, DocumentKind, Entered
from graph.receipts import Receipt
from ingest.document import Block, BlockKind, ParsedDocument
from ingest.extraction import Extractor, KnownName, Proposals, ProposedElement, ProposedRelation, Quote
from ingest.grounding import ground
from ingest.linking import link

_KINDS = "|".join(ElementKind)
_ELEMENT = re.compile(
    rf"^(?P<kind>{_KINDS})(?: (?P<number>[\w.]+))?(?P<mark>[:?]) (?P<name>[^=\n]+?)(?: = (?P<alias>.+))?$", re.MULTILINE
)
_RELATION = re.compile(
    rf"^(?P<sk>{_KINDS}) (?P<source>.+?) -(?P<type>[A-Z_]+)-> (?P<tk>{_KINDS}) (?P<target>.+)$", re.MULTILINE
)
READ = Entered(who="ada", when="2026-01-01T00:00:00Z")


class MemoryStore:
    """Keeps cases in memory. See `Store`."""

    def __init__(self) -> None:
        self._cases: dict[str, Case] = {}

    def cases(self) -> tuple[tuple[CaseHead, int], ...]:
        """See `Store.cases`."""
        return tuple((case.head, case.revision) for case in reversed(self._cases.values()))

    def load(self, case: str) -> Case:
        """See `Store.load`."""
        if case not in self._cases:
            raise UnknownCase(f"no case '{case}' in this store", "Ingest a document into it first.")
        return self._cases[case]

    def apply(self, head: CaseHead, changes: Changes) -> Receipt:
        """See `Store.apply`."""
        before = self._cases.get(head.id) or Case.of(head)
        self._cases[head.id], receipt = apply_changes(before, changes)
        return receipt


class LineExtractor:
    """Reads the lines that the module's docstring describes. See `Extractor`."""

    def __init__(self, version: int = 1) -> None:
        self._version = version

    @property
    def name(self) -> str:
        """See `Extractor.name`."""
        return f"lines-{self._version}"

    @property
    def alone(self) -> Extractor:
        """See `Extractor.alone`."""
        return self

    def extract(self, document: ParsedDocument, known: tuple[KnownName, ...] = ()) -> Proposals:
        """See `Extractor.extract`."""
        elements = [
            ProposedElement(f"{each.kind}:{normal(each.name)}", each.kind, each.name, quote, each.aliases, mention=True)
            for each in known
            for quote in _places(each.name, document.text)[:1]
        ]
        for found in _ELEMENT.finditer(document.text):
            name, kind = found["name"], ElementKind(found["kind"])
            elements.append(
                ProposedElement(
                    key=f"{kind}:{found['number'] or normal(name)}",
                    kind=kind,
                    name=name,
                    quote=Quote(found.start("name"), found.end("name"), name),
                    number=found["number"],
                    aliases=(found["alias"],) if found["alias"] else (),
                    mention=found["mark"] == "?",
                )
            )
        relations = tuple(
            ProposedRelation(
                RelationType(found["type"]),
                f"{found['sk']}:{normal(found['source'])}",
                f"{found['tk']}:{normal(found['target'])}",
                Quote(found.start(), found.end(), found[0]),
            )
            for found in _RELATION.finditer(document.text)
        )
        return Proposals(tuple(elements), relations)


def _places(name: str, text: str) -> list[Quote]:
    found = re.finditer(re.escape(name), text, re.IGNORECASE)
    return [Quote(place.start(), place.end(), place[0]) for place in found]


def document(text: str, path: str = "notes.md", kind: DocumentKind = DocumentKind.REPORT) -> ParsedDocument:
    """A parsed document of one paragraph; the same text and path give the same id."""
    digest = sha256(f"{path}\0{text}".encode()).hexdigest()
    source = Document(id=digest[:12], kind=kind, title=path, path=path, sha256=digest, text=text, reader="lines-1")
    return ParsedDocument(source, (Block(BlockKind.PARAGRAPH, 0, len(text)),))


def read_into(case: Case, parsed: ParsedDocument) -> tuple[Case, Receipt]:
    """The case with what `LineExtractor` reads in the document, and what that added."""
    grounded = ground(parsed, LineExtractor().extract(parsed))
    return apply_changes(case, link(parsed, grounded, case, entered=READ).changes)


def case_of(*texts: str) -> Case:
    """The case that documents of these texts, named 0.md, 1.md and so on, make one after the other."""
    case = Case.of(CaseHead(id="case"))
    for number, text in enumerate(texts):
        case, _ = read_into(case, document(text, f"{number}.md"))
    return case
