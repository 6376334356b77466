"""Word files for tests, from the XML of their body: the smallest that a program would write."""

from __future__ import annotations

import zipfile
from pathlib import Path

from ingest.document import ParsedDocument
from ingest.parsers import parse

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SPACES = (
    W
    + ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
ROLES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{more}</w:style>'
    for id_, name, more in (
        ("T", "Title", ""),
        ("H1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'),
        ("H2", "heading 2", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="9"/></w:numPr></w:pPr>'),
        ("Own", "House heading", '<w:basedOn w:val="H2"/>'),
        ("Circle", "Circle", '<w:basedOn w:val="Circle"/>'),
        ("TOC1", "toc 1", ""),
    )
)


def level(depth: int, digits: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{digits}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "(%2)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1")}{level(1, "decimal", "%1.%2")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "upperRoman", "Claim %1:")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num>'
)


def paragraph(words: str, style: str = "", *, item: tuple[int, int] | None = None) -> str:
    """A paragraph of runs, or of plain words; `item`: depth and number of the list that it stands in."""
    runs = words if words.startswith("<") else run(words)
    listed = f'<w:numPr><w:ilvl w:val="{item[0]}"/><w:numId w:val="{item[1]}"/></w:numPr>' if item else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr>{runs}</w:p>"


def run(words: str, setting: str = "") -> str:
    return f'<w:r><w:rPr>{setting}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    inside = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl>{inside}</w:tbl>"


def cell(words: str, setting: str = "") -> str:
    return f"<w:tc><w:tcPr>{setting}</w:tcPr>{paragraph(words)}</w:tc>"


def word_file(
    path: Path, body: str, *, parts: dict[str, str] | None = None, links: dict[str, str] | None = None
) -> Path:
    """Write a file. `parts`: role -> XML inside the part's root; `links`: id -> outside address."""
    inner = {"styles": STYLES, "numbering": NUMBERING, **(parts or {})}
    related = "".join(f'<Relationship Id="p{role}" Type="{ROLES}{role}" Target="{role}.xml"/>' for role in inner)
    related += "".join(
        f'<Relationship Id="{id_}" Type="{ROLES}hyperlink" Target="{target}" TargetMode="External"/>'
        for id_, target in (links or {}).items()
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "_rels/.rels",
            relationships(f'<Relationship Id="m" Type="{ROLES}officeDocument" Target="word/document.xml"/>'),
        )
        file.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        file.writestr("word/_rels/document.xml.rels", relationships(related))
        for role, xml in inner.items():
            file.writestr(f"word/{role}.xml", f"<w:{role} {SPACES}>{xml}</w:{role}>")
    return path


def relationships(inside: str) -> str:
    return f'<Relationships xmlns="{RELATIONSHIPS}">{inside}</Relationships>'


def read_word(folder: Path, body: str, **parts: str) -> ParsedDocument:
    """A document of that body, read."""
    return parse(word_file(folder / "source.docx", body, parts=parts))
