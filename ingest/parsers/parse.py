"""A file -> a parsed document, whatever its format. The formats' libraries load when the first such file is read."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from graph.naming import slug
from graph.provenance import Document, DocumentKind
from ingest.document import BlockKind, ParsedDocument
from ingest.errors import UnreadableDocument
from ingest.limits import DEFAULT, Limits, beyond
from ingest.parsers.compose import Composed, compose
from ingest.parsers.cues import is_cues, parse_cues
from ingest.parsers.draft import Drafted
from ingest.parsers.html.signs import is_html
from ingest.parsers.kinds import kind_of
from ingest.parsers.links import link_notes
from ingest.parsers.source import Decoded, decode, read_bytes
from ingest.parsers.text import parse_text
from ingest.parsers.turns import with_turns

_MARKDOWN = re.compile(
    r"^(?:#{1,6} +\S|\|.*\|\s*$|```|\s*[-*+] +\[.\] |.*\*\*\S[^*]*\*\*|.*\[[^\]]+\]\([^)]+\)|<!--|[^\n]+\n(?:===|---)+\s*$)",
    re.MULTILINE,
)
ZIPPED = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def parse(
    path: Path, *, kind: DocumentKind | None = None, reader: str = "", limits: Limits = DEFAULT
) -> ParsedDocument:
    """The document in a file, in the format that its content shows. `kind` None: found out from the text.

    `reader`: the extractor that will read it; the document's id says both content and reader. Raises
    UnreadableDocument where the file is missing, empty, broken, of an unknown format or beyond a limit.
    """
    try:
        content = read_bytes(path, limits)
        drafted = _draft(path, content, limits)
        composed = _composed(drafted, limits)
    except UnreadableDocument as error:
        raise UnreadableDocument(f"cannot read '{path}': {error.message}", error.hint) from error
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
    return ParsedDocument(
        source, composed.blocks, composed.pages, drafted.warnings, (*drafted.notes, *link_notes(drafted.blocks))
    )


def _composed(drafted: Drafted, limits: Limits) -> Composed:
    """The canonical text; UnreadableDocument where it has no words, or more characters than the limit."""
    composed = compose(drafted.blocks)
    if not composed.text:
        raise UnreadableDocument("it holds no words", "Check that it is the right file.")
    if len(composed.text) > limits.characters:
        raise beyond(f"it has more than {limits.characters} characters", "characters")
    return composed


def _first_heading(composed: Composed) -> str:
    return next((composed.text[b.start : b.end] for b in composed.blocks if b.kind is BlockKind.HEADING), "")


def _draft(path: Path, content: bytes, limits: Limits) -> Drafted:
    if content[:1024].lstrip().startswith(b"%PDF-"):
        from ingest.parsers.pdf.reading import parse_pdf  # noqa: PLC0415 - loads pypdfium2

        return parse_pdf(content, limits)
    if content.startswith(ZIPPED):
        from ingest.parsers.docx.reading import parse_docx  # noqa: PLC0415 - loads lxml
        from ingest.parsers.zipped import Archive  # noqa: PLC0415 - loads lxml

        return _with_turns(parse_docx(Archive(content, limits)))
    if content.startswith(_OLD_OFFICE):
        raise UnreadableDocument("it is an office file of before 2007, or encrypted", "Save it as DOCX, XLSX or PDF.")
    if is_html(content, path.suffix):
        from ingest.parsers.html.reading import parse_html  # noqa: PLC0415 - loads lxml

        return _with_turns(parse_html(content, limits))
    return _draft_text(path, decode(content, limits), limits)


def _draft_text(path: Path, decoded: Decoded, limits: Limits) -> Drafted:
    if is_cues(decoded.text):
        return parse_cues(decoded.text)
    if path.suffix.lower() in {".md", ".markdown"} or _MARKDOWN.search(decoded.text):
        from ingest.parsers.markdown import parse_markdown  # noqa: PLC0415 - loads markdown-it

        drafted = parse_markdown(decoded.text, limits)
    else:
        drafted = parse_text(decoded.text)
    warned = (*drafted.warnings, *([decoded.warning] if decoded.warning else ()))
    return _with_turns(replace(drafted, warnings=warned))


def _with_turns(drafted: Drafted) -> Drafted:
    return replace(drafted, blocks=with_turns(drafted.blocks))
