"""Who raises each finding of a critique: the speaker, the reviewer of its row or of its mark, else whoever wrote it all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.elements import ElementKind, RelationType
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation, Quote
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.interviewers import interviewers
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.reviewers import reviewers

_Proposal = ProposedElement | ProposedRelation
_MARK = Cue(r"\W*(?P<initials>[A-Z]{2,3})[-–.\s]{0,2}\d{1,3}\b")


def with_raisers(reading: Reading, proposals: Iterable[_Proposal]) -> tuple[_Proposal, ...]:
    """The proposals of a critique with somebody who raises every finding, where it tells who; others as they are."""
    said = tuple(proposals)
    if reading.outline.document.source.kind is not DocumentKind.CRITIQUE:
        return said
    raising = {p for p in said if isinstance(p, ProposedRelation) and p.type is RelationType.RAISED_BY}
    raised = {each.source for each in raising}
    found = {p.key: p.quote for p in reversed(said) if isinstance(p, ProposedElement) and p.kind is ElementKind.FINDING}
    own = {key: who for key, quote in found.items() if (who := _own(reading, quote)) is not None}
    replaced = {each for each in raising if each.source in own}
    kept = (p for p in said if p not in replaced)
    everybody = reviewers(reading)
    general = ((key, who, at) for key in found if key not in own and key not in raised for who, at in everybody)
    named = ((key, who, found[key]) for key, who in own.items())
    return (*kept, *(ProposedRelation(RelationType.RAISED_BY, *each) for each in (*named, *general)))


def _own(reading: Reading, quote: Quote) -> str | None:
    """The one person to whom the turn, the row or the mark of a finding belongs; None where none is told."""
    sentence = reading.outline.sentence_at(quote.start)
    if sentence is None:
        return None
    unit = reading.outline.units[sentence.unit]
    speaker = reading.speaker(unit.index) if unit.kind is BlockKind.TURN else None
    if speaker is not None:
        return None if unit.block.speaker in interviewers(reading.outline) else speaker.key
    persons = tuple(
        dict.fromkeys(_of_row(reading, unit) if unit.kind is BlockKind.TABLE_ROW else _marked(reading, unit))
    )
    return persons[0] if len(persons) == 1 else None


def _of_row(reading: Reading, unit: Unit) -> Iterator[str]:
    """The persons who stand alone in a cell of the row."""
    text = reading.outline.document.text
    for mention in reading.mentions.within(unit.start, unit.end):
        alone = any(text[start:end].strip() == text[mention.start : mention.end] for start, end in unit.block.cells)
        if mention.kind is ElementKind.PERSON and alone:
            yield mention.key


def _marked(reading: Reading, unit: Unit) -> Iterator[str]:
    """The persons whose initials mark the unit: "AM-2" for Ada Moor."""
    mark = _MARK.match(unit.text)
    for thing in reading.gathered.things if mark else ():
        if (
            mark
            and thing.kind is ElementKind.PERSON
            and "".join(part[0] for part in thing.name.split()) == mark["initials"]
        ):
            yield thing.key
