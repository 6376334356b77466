"""Registers: sheets of which every row is about one control, claim, pathway or planned action, column by column.

Nothing is guessed from the wording of a cell: what a row says is what its columns are read as, quoted as the whole row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.elements import HELD_UP, LEGAL, ElementKind, RelationType, Strength
from graph.naming import normal
from ingest.columns import SUBJECTS, Column
from ingest.document import Block, ParsedDocument
from ingest.extraction import ProposedElement, ProposedRelation, Quote
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import cleaned
from ingest.extractors.rules.kinds import looks_like_person
from ingest.extractors.rules.names import thing_key
from ingest.extractors.rules.numbering import title_in
from ingest.extractors.rules.standings import Standing, retired_states, standing_of, unknown_states

_KINDS = {
    Column.CONTROL: ElementKind.CONTROL,
    Column.ACTION: ElementKind.MITIGATION,
    Column.CLAIM: ElementKind.CLAIM,
    Column.PATHWAY: ElementKind.PATHWAY,
    Column.EVIDENCE: ElementKind.EVIDENCE,
    Column.EVALUATION: ElementKind.EVIDENCE,
    Column.NEED: ElementKind.DEPENDENCY,
    Column.OWNER: ElementKind.TEAM,
    Column.OPERATOR: ElementKind.TEAM,
    Column.ALERTED: ElementKind.TEAM,
}
_RELATIONS = {
    Column.EVIDENCE: (RelationType.EVALUATED_BY, RelationType.SUPPORTED_BY),
    Column.EVALUATION: (RelationType.EVALUATED_BY, RelationType.SUPPORTED_BY),
    Column.NEED: (RelationType.DEPENDS_ON,),
    Column.OWNER: (RelationType.OWNED_BY,),
    Column.OPERATOR: (RelationType.OPERATED_BY,),
    Column.ALERTED: (RelationType.ALERTS,),
}
_HELD_UP = (Column.CLAIM, Column.PATHWAY)
_STRENGTHS = {
    Strength.NONE: ("none", "no", "absent"),
    Strength.WEAK: ("weak", "low"),
    Strength.MODERATE: ("moderate", "medium"),
    Strength.STRONG: ("strong", "high"),
}
_APART = Cue(r"\s*[;\n]\s*|\s*,\s+(?=[A-Z])")
_NOBODY = Cue(
    r"^(?:-+|–|—|n/?a|none|nil|nobody|tbd|tbc|unknown|\?+|not\s+(?:applicable|assigned|known))\.?$", re.IGNORECASE
)


@dataclass(frozen=True)
class _Thing:
    """Something that a cell names; `number`: what it is called by, as in "Claim 2.1"."""

    kind: ElementKind
    name: str
    number: str | None = None

    @property
    def key(self) -> str:
        """Its key inside the document."""
        return f"{self.kind}:{self.number}" if self.number else thing_key(self.kind, self.name)


@dataclass(frozen=True)
class _Row:
    """One row: its cells by what they hold, the row as a quote, and what it is about; None for nothing in force."""

    cells: Mapping[Column, str]
    quote: Quote
    column: Column | None
    subject: _Thing | None

    @property
    def strength(self) -> Strength | None:
        """The strength that the row states; None for other words than the scale's."""
        said = self.cells.get(Column.STRENGTH, "").casefold()
        return next((strength for strength, words in _STRENGTHS.items() if said in words), None)


def is_register(document: ParsedDocument) -> bool:
    """Whether a document is a sheet of which some column names what its rows are about."""
    return any(set(SUBJECTS) & set(block.columns) for block in document.blocks)


def read_register(document: ParsedDocument) -> Iterator[ProposedElement | ProposedRelation]:
    """What the rows of all sheets say; a cell that names another row by its name or id means that row."""
    rows = tuple(_rows(document))
    known: dict[str, _Thing] = {}
    for row in rows:
        if row.subject is not None:
            for name in (row.subject.name, row.cells.get(Column.ID, "")):
                known.setdefault(normal(name), row.subject)
    for row in rows:
        if row.subject is not None:
            yield from _Reading(row, row.subject, known).read()


def register_notes(document: ParsedDocument) -> tuple[str, ...]:
    """What is to be said of rows whose state is known for nothing, and of those that are left out."""
    rows = tuple(_rows(document))
    known = ((row.cells.get(Column.STATUS, ""), row.subject) for row in rows if row.subject is not None)
    gone = (row for row in rows if row.subject is None)
    named = (
        (row.cells.get(Column.STATUS, ""), next((row.cells[c] for c in SUBJECTS if c in row.cells), "")) for row in gone
    )
    unknown = unknown_states((state, each.name) for state, each in known if each.kind is ElementKind.CONTROL)
    return (*unknown, *retired_states((state, cleaned(name)) for state, name in named if name))


def _rows(document: ParsedDocument) -> Iterator[_Row]:
    columns: tuple[Column, ...] = ()
    for block in document.blocks:
        if block.header:
            columns = tuple(Column(column) for column in block.columns)
        elif block.cells and columns:
            yield _row(document, block, columns)


def _row(document: ParsedDocument, block: Block, columns: tuple[Column, ...]) -> _Row:
    texts = (document.text[start:end].strip() for start, end in block.cells)
    cells = {column: text for column, text in zip(columns, texts, strict=False) if text and not _NOBODY.match(text)}
    quote = Quote(block.start, block.end, document.said(block))
    column = next((each for each in SUBJECTS if each in cells), None)
    standing = standing_of(cells.get(Column.STATUS, ""))
    if column is None or standing is Standing.RETIRED:
        return _Row(cells, quote, None, None)
    subject = _thing(_KINDS[column], cells[column])
    if subject.kind is ElementKind.CONTROL and standing is Standing.PLANNED:
        subject = _Thing(ElementKind.MITIGATION, subject.name)
    return _Row(cells, quote, column, subject)


@dataclass(frozen=True)
class _Reading:
    """A row that is about something, and all that the sheets name in rows of their own."""

    row: _Row
    subject: _Thing
    known: Mapping[str, _Thing]

    def read(self) -> Iterator[ProposedElement | ProposedRelation]:
        """The subject, what it holds up, and what its columns say of it."""
        row, subject = self.row, self.subject
        lines = [thing for column in _HELD_UP if column is not row.column for thing in self._things(column)]
        yield self._introduced(held=bool(lines))
        for line in lines:
            yield self._mentioned(line)
            yield from self._related(line, subject, RelationType.SUPPORTED_BY, strength=row.strength)
            yield from self._related(subject, line, RelationType.IMPROVES)
        for column, types in _RELATIONS.items():
            for other in self._things(column) if column is not row.column else ():
                if other.key != subject.key:
                    yield self._mentioned(other)
                    yield from self._related(subject, other, *types)

    def _introduced(self, *, held: bool) -> ProposedElement:
        """The subject itself; its strength belongs to the line where it holds something up."""
        row, subject = self.row, self.subject
        id_ = row.cells.get(Column.ID)
        number = subject.number or (id_ if subject.kind in HELD_UP else None)
        return ProposedElement(
            subject.key,
            subject.kind,
            subject.name,
            row.quote,
            number=number,
            aliases=(id_,) if id_ and id_ != number else (),
            text=row.cells.get(Column.DESCRIPTION) or row.quote.text,
            strength=None if held or subject.kind is ElementKind.MITIGATION else row.strength,
        )

    def _mentioned(self, thing: _Thing) -> ProposedElement:
        result = self.row.cells.get(Column.RESULT) if thing.kind is ElementKind.EVIDENCE else None
        text = f"{thing.name}: {result}" if result else None
        return ProposedElement(
            thing.key, thing.kind, thing.name, self.row.quote, number=thing.number, mention=True, text=text
        )

    def _things(self, column: Column) -> tuple[_Thing, ...]:
        """What the cell of a column names: several things where it lists them."""
        text = self.row.cells.get(column, "")
        whole = self.known.get(normal(text)) if text else None
        names = [text] if whole or column in SUBJECTS else _APART.split(text)
        named = (name for name in names if name and not _NOBODY.match(name))
        return tuple(self.known.get(normal(name)) or _thing(_KINDS[column], name) for name in named)

    def _related(
        self, source: _Thing, target: _Thing, *types: RelationType, strength: Strength | None = None
    ) -> Iterator[ProposedRelation]:
        """The first of the relations that is legal between the two."""
        for type_ in types:
            if (source.kind, type_, target.kind) in LEGAL:
                yield ProposedRelation(type_, source.key, target.key, self.row.quote, strength=strength)
                return


def _thing(kind: ElementKind, text: str) -> _Thing:
    name = cleaned(text)
    title = title_in(name)
    if title is not None and kind in HELD_UP and title.kind is kind:
        return _Thing(kind, title.name.strip() or name, title.number)
    if kind is ElementKind.TEAM and " " in name and looks_like_person(name):
        kind = ElementKind.PERSON
    return _Thing(kind, name)
