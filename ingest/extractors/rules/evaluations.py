"""What tables say row by row: evaluations of controls with their results, owners, needs, and tables of figures."""

from __future__ import annotations

from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from ingest.columns import Column
from ingest.extraction import ProposedElement, ProposedRelation, Quote
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.tables import Cell, Row, Table

_RELATION_OF = {
    Column.EVALUATION: RelationType.EVALUATED_BY,
    Column.EVIDENCE: RelationType.EVALUATED_BY,
    Column.OWNER: RelationType.OWNED_BY,
    Column.OPERATOR: RelationType.OPERATED_BY,
    Column.ALERTED: RelationType.ALERTS,
    Column.NEED: RelationType.DEPENDS_ON,
}
_FIGURES = Cue(r"\d\s?%|\d+\s?/\s?\d+|\d+\s+(?:of|out\s+of)\s+\d+")
_ARTICLE = len("the ")
_CONTROL = frozenset({ElementKind.CONTROL})


def read_evaluations(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Rows as elements and relations; a table of figures as one piece of evidence."""
    for table in reading.gathered.tables:
        if table.counts or (
            Column.EVALUATION in table.columns and Column.RESULT not in table.columns and _has_figures(table)
        ):
            yield from _figures(reading, table)
        else:
            for row in table.rows:
                yield from _row(reading, row)


def _has_figures(table: Table) -> bool:
    return any(_FIGURES.search(cell.text) for row in table.rows for cell in row.cells[1:])


def _row(reading: Reading, row: Row) -> Iterator[ProposedElement | ProposedRelation]:
    quote = reading.outline.short_quote(row.unit.start, row.unit.end)
    control, evaluation, result = (row.first(c) for c in (Column.CONTROL, Column.EVALUATION, Column.RESULT))
    if evaluation and (thing := _thing(reading, evaluation)) and thing.kind is ElementKind.EVIDENCE:
        said = f"{evaluation.text}: {result.text}" if result else evaluation.text
        yield ProposedElement(thing.key, thing.kind, thing.name, quote, text=said)
    subject = _thing(reading, control) if control else None
    if subject is None:
        if evaluation and control is None:
            yield from _tested(reading, row, evaluation)
        return
    for cell in row.cells:
        type_ = _RELATION_OF.get(cell.column)
        unsaid = cell.column is Column.EVIDENCE and cell.untested
        for other in _things(reading, cell) if type_ and not unsaid else ():
            if type_ and _fits(type_, other) and other.key != subject.key:
                yield ProposedRelation(type_, subject.key, other.key, quote)


def _tested(reading: Reading, row: Row, evaluation: Cell) -> Iterator[ProposedRelation]:
    """The control with which a cell beside a test opens, as what was examined: "transcript reader, 120 sessions"."""
    test = _thing(reading, evaluation)
    if test is None or test.kind is not ElementKind.EVIDENCE:
        return
    for cell in row.cells:
        mentioned = reading.mentions.within(cell.start, cell.end) if cell.column is Column.OTHER else ()
        opening = next((each for each in mentioned if each.start - cell.start <= _ARTICLE), None)
        if opening and opening.kind is ElementKind.CONTROL:
            yield ProposedRelation(RelationType.EVALUATED_BY, opening.key, test.key, _row_quote(reading, row))


def _thing(reading: Reading, cell: Cell) -> Thing | None:
    return reading.by_name.get(normal(cell.text))


def _things(reading: Reading, cell: Cell) -> tuple[Thing, ...]:
    """The thing that the cell names, or the several that it lists."""
    whole = _thing(reading, cell)
    if whole:
        return (whole,)
    mentioned = reading.mentions.within(cell.start, cell.end)
    return tuple(reading.things[key] for key in dict.fromkeys(m.key for m in mentioned))


def _fits(type_: RelationType, other: Thing) -> bool:
    if type_ is RelationType.EVALUATED_BY:
        return other.kind is ElementKind.EVIDENCE
    if type_ is RelationType.DEPENDS_ON:
        return True
    return other.kind in AGENT_KINDS


def _figures(reading: Reading, table: Table) -> Iterator[ProposedElement | ProposedRelation]:
    """A table of figures is one piece of evidence, called by its caption, about the control that its lead-in names."""
    if not table.caption_text or table.caption is None or not table.rows:
        return
    name = table.caption_text.rstrip(".")
    key = thing_key(ElementKind.EVIDENCE, name)
    caption = table.caption
    yield ProposedElement(
        key, ElementKind.EVIDENCE, name, reading.outline.short_quote(caption.start, caption.end), text=name
    )
    for row in table.rows:
        yield ProposedElement(key, ElementKind.EVIDENCE, name, _row_quote(reading, row), mention=True)
    control = _about(reading, caption) or (_about(reading, table.before) if table.before else None)
    if control:
        quote = reading.outline.short_quote(caption.start, caption.end)
        yield ProposedRelation(RelationType.EVALUATED_BY, control, key, quote)


def _row_quote(reading: Reading, row: Row) -> Quote:
    return reading.outline.short_quote(row.unit.start, row.unit.end)


def _about(reading: Reading, unit: Unit) -> str | None:
    for sentence in unit.sentences:
        found = Place(reading, sentence).mentioned((0, len(sentence.text)), _CONTROL)
        if found:
            return found[0].key
    return None
