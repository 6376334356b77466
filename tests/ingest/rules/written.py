"""Documents for the tests of rules: a few lines of plain mark-up become blocks, without any parser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.provenance import Document, DocumentKind
from ingest.document import Block, BlockKind, ParsedDocument
from ingest.extraction import Proposals, ProposedElement, ProposedRelation
from ingest.extractors.rules import RulesExtractor

_ITEM = re.compile(r"(?P<indent>\s*)(?P<marker>[-*]|\(?\w{1,2}[.)])\s+(?P<text>.+)")
_TURN = re.compile(r"(?P<speaker>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})(?: \((?P<time>[\d:]+)\))?: (?P<text>.+)")


@dataclass
class _Page:
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    table: int = 0


CONTROL_TABLE = (
    "## Controls",
    "| Control | Owner |",
    "| Chlorine alarm | Plant Operations |",
    "| Oven cut-out | Maintenance |",
    "| Payment hold | Fraud Desk |",
    "## Notes",
)
"""The head of a document that names three controls with their owners."""


def written(*lines: str, kind: DocumentKind = DocumentKind.REPORT, title: str = "A document") -> ParsedDocument:
    """A document of these lines: "# heading", "1. item", "- item", "| a | b |", and turns in an interview."""
    page = _Page()
    before = ""
    for line in lines:
        _add(page, line, talk=kind is DocumentKind.INTERVIEW, before=before)
        before = line
    source = Document(id="document", kind=kind, title=title, text=page.text)
    return ParsedDocument(source, tuple(page.blocks))


def extracted(*lines: str, kind: DocumentKind = DocumentKind.REPORT, title: str = "A document") -> Proposals:
    """What the rules read in such a document; every quote is checked."""
    document = written(*lines, kind=kind, title=title)
    proposals = RulesExtractor().extract(document)
    for proposal in (*proposals.elements, *proposals.relations):
        quote = proposal.quote
        assert quote.text == document.text[quote.start : quote.end]
    return proposals


def elements(proposals: Proposals, kind: str) -> list[ProposedElement]:
    """The elements of a kind."""
    return [element for element in proposals.elements if element.kind == kind]


def names(proposals: Proposals, kind: str) -> set[str]:
    """The names of the elements of a kind that are introduced, not only mentioned."""
    return {element.name for element in elements(proposals, kind) if not element.mention}


def relations(proposals: Proposals, type_: str) -> list[ProposedRelation]:
    """The relations of a type."""
    return [relation for relation in proposals.relations if relation.type == type_]


def ends(proposals: Proposals, type_: str) -> set[tuple[str, str]]:
    """Names of the two ends of each relation of a type; the number for what is numbered."""
    called = {e.key: e.number or e.name for e in reversed(proposals.elements) if not e.mention or e.number}
    called |= {e.key: e.name for e in proposals.elements if e.key not in called}
    return {(called[r.source], called[r.target]) for r in relations(proposals, type_)}


def _add(page: _Page, line: str, *, talk: bool, before: str) -> None:
    start = len(page.text)
    heading = re.match(r"(#+) (.+)", line)
    item = _ITEM.fullmatch(line)
    turn = _TURN.fullmatch(line) if talk else None
    kind, text, level, marker = BlockKind.PARAGRAPH, line, 0, ""
    if heading:
        kind, text, level = BlockKind.HEADING, heading[2], len(heading[1])
        page.headings = [each for each in page.headings if each[0] < level] + [(level, text)]
    elif item:
        kind, text, marker, level = BlockKind.LIST_ITEM, item["text"], item["marker"], len(item["indent"]) // 2 + 1
    elif turn:
        kind, text = BlockKind.TURN, turn["text"]
    if line.startswith("|"):
        _add_row(page, line, header=not before.startswith("|"))
        return
    plain, bold = _without_stars(text, start)
    titles = tuple(title for _, title in page.headings)
    above = titles[:-1] if heading else titles
    page.text += plain + "\n\n"
    page.blocks.append(
        Block(
            kind,
            start,
            start + len(plain),
            level=level,
            marker=marker,
            bold=bold,
            section=titles[-1] if titles else None,
            headings=above,
            time=turn["time"] if turn else None,
            speaker=turn["speaker"] if turn else None,
        )
    )


def _add_row(page: _Page, line: str, *, header: bool) -> None:
    page.table += header
    start = at = len(page.text)
    cells = []
    for cell in line.strip("|").split("|"):
        cells.append((at, at + len(cell.strip())))
        page.text += cell.strip() + "\t"
        at = len(page.text)
    titles = tuple(title for _, title in page.headings)
    section = titles[-1] if titles else None
    row = Block(BlockKind.TABLE_ROW, start, at, cells=tuple(cells), header=header, table=page.table, section=section)
    page.blocks.append(row)
    page.text += "\n"


def _without_stars(text: str, start: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    parts = text.split("**")
    bold, at = [], start
    for position, part in enumerate(parts):
        if position % 2:
            bold.append((at, at + len(part)))
        at += len(part)
    return "".join(parts), tuple(bold)
