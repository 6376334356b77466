"""A file -> a parsed document, whatever its format. The formats' libraries load when the first such file is read."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from graph.naming import slug
from graph.provenance import Document, DocumentKind
from ingest.document import BlockKind, ParsedDocument
from ingest.errors import UnreadableDocument
from ingest.parsers.compose import Composed, compose
from ingest.parsers.cues import is_cues, parse_cues
from ingest.parsers.draft import Drafted
from ingest.parsers.kinds import kind_of
from ingest.parsers.source import decode, read_bytes
from ingest.parsers.turns import with_turns

_MARKDOWN = re.compile(
    r"^(?:#{1,6} +\S|\|.*\|\s*$|```|\s*[-*+] +\[.\] |.*\*\*\S[^*]*\*\*|.*\[[^\]]+\]\([^)]+\)|<!--|[^\n]+\n(?:===|---)+\s*$)",
    re.MULTILINE,
)


def parse(path: Path, *, kind: DocumentKind | None = None, reader: str = "") -> ParsedDocument:
    """The document in a file, in the format that its content shows. `kind` None: found out from the text.

    `reader`: the extractor that will read it; the document's id says both content and reader. Raises
    UnreadableDocument where the file is missing, empty, broken, of an unknown format or too large.
    """
    try:
        content = read_bytes(path)
        drafted = _draft(path, content)
    except UnreadableDocument as error:
        raise UnreadableDocument(f"cannot read '{path}': {error.message}", error.hint) from error
    composed = compose(drafted.blocks)
    if not composed.text:
        raise UnreadableDocument(f"cannot read '{path}': it holds no words", "Check that it is the right file.")
    title = " ".join((drafted.title or _first_heading(composed) or path.stem).split()) or "untitled"
    version = sha256(content + b"\0" + reader.encode()).hexdigest()[:8]
    source = Document(
        id=f"{slug(title)}-{version}",
        kind=kind or kind_of(title, composed.text, composed.blocks),
        title=title,
        path=str(path.resolve()),
        sha256=sha256(content).hexdigest(),
        text=composed.text,
        reader=reader,
    )
    return ParsedDocument(source, composed.blocks, composed.pages, drafted.warnings)


def _first_heading(composed: Composed) -> str:
    return next((composed.text[b.start : b.end] for b in composed.blocks if b.kind is BlockKind.HEADING), "")


def _draft(path: Path, content: bytes) -> Drafted:
    if content[:1024].lstrip().startswith(b"%PDF-"):
        from ingest.parsers.pdf.reading import parse_pdf  # noqa: PLC0415 - loads pypdfium2

        return parse_pdf(content)
    decoded = decode(content)
    if is_cues(decoded.text):
        return parse_cues(decoded.text)
    if path.suffix.lower() in {".md", ".markdown"} or _MARKDOWN.search(decoded.text):
        from ingest.parsers.markdown import parse_markdown as parse_format  # noqa: PLC0415 - loads markdown-it
    else:
        from ingest.parsers.text import parse_text as parse_format  # noqa: PLC0415 - beside its sibling
    drafted = parse_format(decoded.text)
    warnings = (*drafted.warnings, *([decoded.warning] if decoded.warning else ()))
    return Drafted(with_turns(drafted.blocks), drafted.title, warnings)
