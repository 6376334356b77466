"""Results given as figures in the section of a claim: what was measured, and how it came out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import Basis, ElementKind, RelationType
from graph.naming import normal
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.reading import Place, Reading

_FIGURE = Cue(
    r"(?:[<>~≈]\s?)?\d[\d.,]*\s?(?:%|per\s?cent\b)|\b\d+\s?/\s?\d+\b|\b\d[\d,]*\s+(?:out\s+of|of|in)\s+(?:the\s+)?\d[\d,]*\b|"
    r"\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens|hundreds)\s+(?:[\w-]+\s+){0,2}?(?:sessions|scenarios|exercises|trials|transcripts|samples|"
    r"cases|attempts|drills|runs|incidents|interviews|tests|inspections|patients|shipments|transactions)\b|"
    r"\b(?:two|three|five|ten|twenty|a\s+hundred|\d+)\s+times\s+(?:higher|lower|more|less|as)\b",
    re.IGNORECASE,
)
_RESULT = Cue(
    r"\b(?:achiev\w+|success|detect\w+|recall|scored?|found|finds|rates?|shows?|showed|measured|observed|conduct(?:ed)?|included?|reduced|caught|"
    r"accuracy|recovered|flagged|missed|passed|failed|tested|evaluat\w+|higher|lower|improv\w+)\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = Cue(r"\b(?:would|could|might|may|should|will|plan|if|suppose|at\s+least\s+dozens)\b", re.IGNORECASE)
_CLAUSE = Cue(r"[;:,]\s+|\s[–—]\s|\s\((?=[^)]{25})|\)\s")
_LEANS = Cue(r"(?:with|which|who|whose|at|in|of|to|by|from|including|giving|yielding|leaving)\b", re.IGNORECASE)
_JOINT = Cue(r"^(?:(?:and|but|so|or|yet|however|moreover|indeed|in\s+particular|for\s+example),?\s+)+", re.IGNORECASE)
_EVIDENCE = frozenset({ElementKind.EVIDENCE})
_NAME = 100


def read_results(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """One piece of evidence for each paragraph or item with a measured figure; a study named there takes it up."""
    for unit in reading.outline.units:
        subject = reading.subject(unit.index)
        if subject is None or reading.kind_of(subject) is not ElementKind.CLAIM or unit.kind is BlockKind.HEADING:
            continue
        measured = [s for s in unit.sentences if _is_measured(s) and not reading.is_name(s)]
        if measured:
            yield from _evidence(reading, unit, subject, sentences=measured)


def _is_measured(sentence: Sentence) -> bool:
    figure = _FIGURE.search(sentence.text)
    return bool(figure and _RESULT.search(sentence.text) and not _HYPOTHETICAL.search(sentence.text[: figure.end()]))


def _evidence(
    reading: Reading, unit: Unit, subject: str, *, sentences: list[Sentence]
) -> Iterator[ProposedElement | ProposedRelation]:
    named = reading.mentions.within(unit.start, sentences[0].end)
    study = next((m for m in named if m.kind in _EVIDENCE), None)
    first = Place(reading, sentences[0])
    if study is None:
        name = _name(sentences[0].text)
        key = f"{ElementKind.EVIDENCE}:{normal(name)}"
        yield first.relation(RelationType.SUPPORTED_BY, (subject, key), basis=Basis.INFERRED)
        opening = unit.sentences[0]
        if opening is not sentences[0]:
            quote = reading.outline.short_quote(opening.start, opening.end)
            yield ProposedElement(key, ElementKind.EVIDENCE, name, quote, mention=True)
    else:
        key, name = study.key, reading.things[study.key].name
    for sentence in sentences:
        quote = reading.outline.short_quote(sentence.start, sentence.end)
        text = re.sub(r"\s+", " ", quote.text)
        yield ProposedElement(key, ElementKind.EVIDENCE, name, quote, mention=study is not None, text=text)


def _name(text: str) -> str:
    """The clause with the figure, cut to what can be read at a glance."""
    figure = _FIGURE.search(text)
    at = figure.start() if figure else 0
    cuts = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    start = max(cut for cut in cuts if cut <= at and (cut == 0 or not _LEANS.match(text, cut)))
    end = min(cut for cut in cuts if cut > at)
    if at - start > _NAME:
        end = start + _NAME
    elif end - start > _NAME:
        start = max(start, text.rfind(" ", 0, max(at - _NAME // 2, 1)) + 1)
        end = min(end, start + _NAME)
        end = text.rfind(" ", start, end) if end < len(text) else end
    plain = _JOINT.sub("", re.sub(r"\s+", " ", text[start:end]).strip(" .,;:()–—"))
    return plain[:1].upper() + plain[1:]
