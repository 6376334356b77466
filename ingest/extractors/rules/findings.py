"""Points of critiques: numbered findings, ordinal criticisms, and a report's own limitations, with what they aim at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation, Quote
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.finding_aims import aims_of, is_about_it, same_aim
from ingest.extractors.rules.introductions import heading_name
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.own_checks import own_checks
from ingest.extractors.rules.point_rows import row_points
from ingest.extractors.rules.points import ORDINAL, Point, clipped, prose_points
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.reported import grounds, proposed, reported_claims
from ingest.extractors.rules.reviewers import reviewers
from ingest.extractors.rules.topics import is_titled, topic_of
from ingest.extractors.rules.views import views_in

_LIMITS = Cue(
    r"\b(?:limitations?|weaknesses|caveats|shortcomings|known\s+(?:issues|gaps)|ways?\b(?!.*\bgo\s+wrong).*\bwrong)\b",
    re.IGNORECASE,
)
_ANNOUNCED = Cue(
    r"\b(?:criticisms?|concerns?|objections?|reservations?|disagreements?|(?:main|following)\s+(?:points|issues|problems)|findings)\b",
    re.IGNORECASE,
)
_OPENING = 30
_GLANCE = 320


def read_findings(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Findings with their targets and who raised them."""
    raised_by = reviewers(reading)
    claims = {each.sentence.start: each for each in reported_claims(reading.outline)}
    yield from proposed(reading.outline, tuple(claims.values()))
    yield from grounds(reading, tuple(claims.values()))
    critique = reading.outline.document.source.kind is DocumentKind.CRITIQUE
    aims: dict[int, str] = {}
    for point in (
        *_numbered(reading),
        *_ordinal(reading),
        *_limitations(reading),
        *(prose_points(reading) if critique else ()),
        *row_points(reading.outline),
    ):
        quote = _quote(reading, point)
        yield ProposedElement(
            point.key,
            ElementKind.FINDING,
            point.name,
            quote,
            number=point.number or point.shown,
            aliases=point.aliases,
            text=quote.text,
        )
        yield from _said_again(reading, point)
        if point.assumed is None:
            yield from _raised(reading, point, raised_by)
        unit = point.sentences[0].unit
        again: tuple[ProposedElement | ProposedRelation, ...] = tuple(same_aim(reading, point, aims.get(unit)))
        aimed = (again if is_about_it(point) else ()) or tuple(aims_of(reading, point, claims)) or again
        yield from aimed
        if critique:
            aimed_at = tuple(each.target for each in aimed if isinstance(each, ProposedRelation))
            yield from own_checks(reading, point, aims=aimed_at, by=_alone(raised_by))
        aims.update((unit, each.target) for each in aimed if isinstance(each, ProposedRelation))


def _alone(raised_by: tuple[tuple[str, Quote], ...]) -> str | None:
    """The only reviewer, where that is a person."""
    person = len(raised_by) == 1 and raised_by[0][0].startswith(f"{ElementKind.PERSON}:")
    return raised_by[0][0] if person else None


def _quote(reading: Reading, point: Point) -> Quote:
    """The first sentence with as many of the next ones as can be read at a glance."""
    first, *rest = [s for s in point.sentences if point.told is None or s.start >= point.told.start]
    end = first.end
    for sentence in rest:
        if sentence.unit != first.unit or sentence.end - first.start > _GLANCE or sentence.start < end:
            break
        end = sentence.end
    return reading.outline.short_quote(first.start, end)


def _said_again(reading: Reading, point: Point) -> Iterator[ProposedElement]:
    """The finding at each further sentence of it that words an opinion."""
    for sentence in point.sentences if point.number is None else ():
        told = point.told or point.sentences[0]
        if sentence.start < told.start or (sentence is not told and views_in(sentence.text)):
            quote = reading.outline.short_quote(sentence.start, sentence.end)
            yield ProposedElement(point.key, ElementKind.FINDING, point.name, quote, mention=True)


def _raised(reading: Reading, point: Point, by: tuple[tuple[str, Quote], ...]) -> Iterator[ProposedRelation]:
    """By the reviewer whom the finding itself names as its subject, else by all of them."""
    first = point.sentences[0]
    agents = Place(reading, first).mentioned((0, _OPENING), AGENT_KINDS)
    own = [each for each in by if agents and each[0] == agents[0].key]
    for key, quote in own or by:
        yield ProposedRelation(RelationType.RAISED_BY, point.key, key, quote)


def _numbered(reading: Reading) -> Iterator[Point]:
    for key, each in reading.numbered.items():
        if each.kind is ElementKind.FINDING:
            said = tuple(
                s
                for s in reading.sentences_of(key)
                if reading.outline.units[s.unit].kind is not BlockKind.HEADING
                and not (is_titled(each) and reading.is_name(s))
            )
            heading = reading.outline.units[each.unit].sentences
            label = each.number if each.number[0].isalpha() else f"{each.word.capitalize()} {each.number}"
            sentences = said or heading
            if sentences:
                name = each.name or _name(sentences[0])
                yield Point(key, clipped(name), sentences, each.number, (label,), topic=topic_of(reading, each))


def _ordinal(reading: Reading) -> Iterator[Point]:
    """One finding for each ordinal behind "I have three criticisms. First, … Second, …"."""
    for unit in reading.outline.units:
        announced = False
        for sentence in unit.sentences:
            ordinal = ORDINAL.match(sentence.text)
            if announced and ordinal:
                name = clipped(sentence.text[ordinal.end() :])
                key = f"{ElementKind.FINDING}:{unit.index}/{sentence.start}"
                yield Point(key, name[:1].upper() + name[1:], (sentence,), assumed=RelationType.QUALIFIES)
            announced = announced or bool(_ANNOUNCED.search(sentence.text))


def _limitations(reading: Reading) -> Iterator[Point]:
    """Headings beneath "Limitations", or the items of its list where it has none."""
    for unit in reading.outline.units:
        above = unit.block.headings
        if not unit.sentences or reading.introductions_in(unit.index):
            continue
        if unit.kind is BlockKind.HEADING and above and _LIMITS.search(above[-1]):
            key = f"{ElementKind.FINDING}:{unit.index}"
            body = reading.section_sentences(unit.index)
            yield Point(key, heading_name(unit), (*unit.sentences, *body[:4]), assumed=RelationType.QUALIFIES)
        elif unit.kind is BlockKind.LIST_ITEM and unit.block.level <= 1 and above and _LIMITS.search(above[-1]):
            key = f"{ElementKind.FINDING}:{unit.index}"
            yield Point(key, _name(unit.sentences[0]), unit.sentences, assumed=RelationType.QUALIFIES)


def _name(sentence: Sentence) -> str:
    return clipped(sentence.text)
