"""A file -> a parsed document, whatever its format."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from graph.naming import slug
from graph.provenance import Document, DocumentKind
from ingest.document import BlockKind, ParsedDocument
from ingest.errors import UnreadableDocument
from ingest.limits import Limits
from ingest.options import DEFAULT_OPTIONS, ReadOptions
from ingest.parsers.compose import Composed, compose
from ingest.parsers.directions import direction_notes
from ingest.parsers.draft import Drafted
from ingest.parsers.formats import draft
from ingest.parsers.kinds import kind_of
from ingest.parsers.links import link_notes, links_in
from ingest.parsers.source import read_bytes


def parse(
    path: Path, *, kind: DocumentKind | None = None, reader: str = "", options: ReadOptions = DEFAULT_OPTIONS
) -> ParsedDocument:
    """The document in a file, in the format that its content shows. `kind` None: found out from the text.

    `reader`: the extractor that will read it; the document's id says both content and reader. `kind` beats what the
    format makes a document, such as an e-mail. Raises
    UnreadableDocument where the file is missing, empty, broken, of an unknown format or beyond a limit.
    """
    try:
        content = read_bytes(path, options.limits)
        drafted = draft(path, content, options)
        composed = _composed(drafted, options.limits)
    except UnreadableDocument as error:
        raise UnreadableDocument(f"cannot read '{path}': {error.message}", error.hint) from error
    title = " ".join((drafted.title or _first_heading(composed) or path.stem).split()) or "untitled"
    version = sha256(content + b"\0" + reader.encode()).hexdigest()[:8]
    source = Document(
        id=f"{slug(title)}-{version}",
        kind=kind or drafted.kind or kind_of(title, composed.text, composed.blocks),
        title=title,
        path=str(path.resolve()),
        sha256=sha256(content).hexdigest(),
        text=composed.text,
        reader=reader,
    )
    links = links_in(composed, drafted.blocks, drafted.links)
    told = link_notes(composed, links, drafted.links)
    return ParsedDocument(
        source,
        composed.blocks,
        composed.pages,
        drafted.warnings,
        (*drafted.notes, *told, *direction_notes(drafted.blocks)),
        drafted.pages_without_text,
        links,
    )


def _composed(drafted: Drafted, limits: Limits) -> Composed:
    """The canonical text; UnreadableDocument where it has no words."""
    composed = compose(drafted.blocks, limits)
    if not composed.text:
        raise UnreadableDocument("it holds no words", "Check that it is the right file.")
    return composed


def _first_heading(composed: Composed) -> str:
    return next((composed.text[b.start : b.end] for b in composed.blocks if b.kind is BlockKind.HEADING), "")
