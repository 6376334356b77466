"""A PDF file -> drafted blocks: pages are laid out, cut into pieces, joined over page breaks and put into words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.document import BlockKind
from ingest.errors import UnreadableDocument
from ingest.limits import Limits
from ingest.parsers.draft import Drafted, PrintedLink
from ingest.parsers.pdf.characters import read_print
from ingest.parsers.pdf.columns import columns
from ingest.parsers.pdf.hyphens import spelling
from ingest.parsers.pdf.lines import line
from ingest.parsers.pdf.margins import without_margins
from ingest.parsers.pdf.pieces import Piece, footnotes, footnotes_apart, pieces
from ingest.parsers.pdf.remarks import with_remarks
from ingest.parsers.pdf.sheet import Line, Run, Sheet
from ingest.parsers.pdf.spread import Spread, joined
from ingest.parsers.pdf.style import Style, style
from ingest.parsers.pdf.tables import Placed, Table, aligned_tables, rows_of_lines, ruled_tables
from ingest.parsers.pdf.wording import drafts

_FAR = 40.0
_NO_TITLES = ("untitled", "microsoft word", "(anonymous)", "document", "presentation")


def parse_pdf(content: bytes, limits: Limits) -> Drafted:
    """The blocks of a PDF file. Raises UnreadableDocument where no page of it holds text."""
    printed = read_print(content, limits)
    bare = [sheet.page for sheet in printed.sheets if not sheet.runs and not sheet.sideways]
    if len(bare) == len(printed.sheets):
        raise UnreadableDocument(
            f"none of its {len(bare)} pages holds text, only pictures of it", "Run it through text recognition first."
        )
    sheets = without_margins(printed.sheets)
    columned = [_columns(sheet) for sheet in sheets]
    setting = style(column for page in columned for column in page.lines)
    titles = frozenset((page, _bare(title)) for page, title in printed.outline)
    pages = [_spread(page, setting, titles) for page in columned]
    spread = joined(pages, setting)
    words = spelling([each.text for page in columned for column in page.lines for each in column])
    headings = {sheet.page: _headings(page) for sheet, page in zip(printed.sheets, pages, strict=True)}
    links = tuple(link for sheet in printed.sheets for link in _links(sheet, headings))
    title = "" if printed.title.lower().startswith(_NO_TITLES) else printed.title
    blocks = drafts(spread, words, {sheet.page: sheet.label for sheet in sheets})
    blocks = with_remarks(blocks, [remark for sheet in printed.sheets for remark in sheet.remarks])
    return Drafted(blocks, title, _warnings(bare), pages_without_text=tuple(bare), links=links)


def _warnings(bare: Sequence[int]) -> tuple[str, ...]:
    if not bare:
        return ()
    one = len(bare) == 1
    return (
        f"{'page' if one else 'pages'} {', '.join(map(str, bare))} {'holds' if one else 'hold'} no text and could not be read",
    )


@dataclass(frozen=True)
class _Page:
    """A page in columns of lines and tables."""

    page: int
    columns: tuple[tuple[Placed, ...], ...]

    @property
    def lines(self) -> tuple[tuple[Line, ...], ...]:
        """The lines that stand in no table."""
        return tuple(tuple(item for item in column if isinstance(item, Line)) for column in self.columns)


def _columns(sheet: Sheet) -> _Page:
    boxed, used = ruled_tables(sheet.runs, sheet.rules)
    cut = rows_of_lines(sheet.without(used).runs)
    groups = columns([part for row in cut for part in row], boxed)
    sideways = tuple(line([run]) for run in sheet.sideways)
    if len(groups) > 1:
        return _Page(sheet.page, (*map(_column, groups), *((sideways,) if sideways else ())))
    items = [*boxed, *_placed(cut), *sideways]
    return _Page(sheet.page, (_downwards(items),))


def _column(group: Iterable[Placed]) -> tuple[Placed, ...]:
    """What stands in one column, with lines of one baseline made one, and ruled tables where they stand."""
    boxed: list[Placed] = []
    runs: list[Run] = []
    for item in group:
        if isinstance(item, Table):
            boxed.append(item)
        else:
            runs += item.runs
    return _downwards([*boxed, *_placed(rows_of_lines(runs))])


def _downwards(items: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(items, key=lambda item: -item.y))


def _placed(cut: Sequence[Sequence[Line]]) -> Iterator[Placed]:
    """The tables without rules of a page or column, and all that stands between them as one line to a baseline."""
    at = 0
    for begin, end, table in [*aligned_tables(cut), (len(cut), len(cut), None)]:
        yield from (line([run for part in row for run in part.runs]) for row in cut[at:begin])
        if table is not None:
            yield table
        at = end


def _headings(page: Spread) -> tuple[Piece, ...]:
    return tuple(each for each in page.pieces if isinstance(each, Piece) and each.kind is BlockKind.HEADING)


def _said(piece: Piece) -> str:
    return " ".join(" ".join(line.text for line in piece.lines).split())


def _bare(title: str) -> str:
    return " ".join(title.split()).casefold()


def _links(sheet: Sheet, headings: Mapping[int, Sequence[Piece]]) -> Iterator[PrintedLink]:
    """The links of a page, each with the heading next to where it leads."""
    for link in sheet.references:
        distance, heading = _FAR, ""
        if link.page is not None and link.height is not None:
            tops = ((each.lines[0].y + each.lines[0].size, _said(each)) for each in headings.get(link.page, ()))
            distance, heading = min(((abs(top - link.height), said) for top, said in tops), default=(_FAR, ""))
        yield PrintedLink(sheet.page, link.label, heading if distance < _FAR else "", link.address)


def _named(piece: Piece | Table, titles: frozenset[tuple[int, str]]) -> Piece | Table:
    """A short paragraph as a heading, where the outline of the file names it as one."""
    if isinstance(piece, Piece) and piece.kind is BlockKind.PARAGRAPH and (piece.page, _bare(_said(piece))) in titles:
        return replace(piece, kind=BlockKind.HEADING)
    return piece


def _spread(page: _Page, setting: Style, titles: frozenset[tuple[int, str]]) -> Spread:
    found: list[Piece | Table] = []
    notes: list[Line] = []
    for column in page.columns:
        body, small = footnotes_apart(column, setting)
        found += [_named(piece, titles) for piece in pieces(body, setting, page.page)]
        notes += small
    return Spread(page.page, tuple(found), tuple(footnotes(notes, page.page)))
