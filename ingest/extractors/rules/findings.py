"""Points of critiques: numbered findings, ordinal criticisms, and a report's own limitations, with what they aim at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.elements import CRITICIZED, Basis, ElementKind, RelationType
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.introductions import heading_name, numbered_key
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.opinions import Opinion, opinions_in
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.reviewers import reviewer

_AIMED_AT = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})
_LIMITS = re.compile(
    r"\b(?:limitations?|weaknesses|caveats|shortcomings|known\s+(?:issues|gaps)|ways?\b.*\bwrong)\b", re.IGNORECASE
)
_ANNOUNCED = re.compile(
    r"\b(?:criticisms?|concerns?|objections?|reservations?|disagreements?|(?:main|following)\s+(?:points|issues|problems)|findings)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"^\W*(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|lastly)\b[,:]?\s+",
    re.IGNORECASE,
)
_NUMBERED_ITEM = re.compile(r"\(?\d{1,2}[.)]")
_POINTED = re.compile(
    r"\b(?:this|that|the)\s+(?P<what>control|claim|evidence|result|argument|pathway|dependency)\b", re.IGNORECASE
)
_EXCLUDED = re.compile(r"\b(?:not|rather\s+than)\s+(?:the\s+)?$", re.IGNORECASE)
_POINTED_KINDS = {"result": ElementKind.EVIDENCE}
_NAME = 120
_OPENING = 30


@dataclass(frozen=True)
class Point:
    """One finding: its key, name and sentences. `assumed`: what it does to what it names where no word says it."""

    key: str
    name: str
    sentences: tuple[Sentence, ...]
    number: str | None = None
    aliases: tuple[str, ...] = ()
    assumed: RelationType | None = None


def read_findings(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Findings with their targets and who raised them."""
    raised_by = reviewer(reading)
    critique = reading.outline.document.source.kind is DocumentKind.CRITIQUE
    for point in (
        *_numbered(reading),
        *_ordinal(reading),
        *_limitations(reading),
        *(_loose(reading) if critique else ()),
    ):
        first = point.sentences[0]
        quote = reading.outline.short_quote(first.start, first.end)
        yield ProposedElement(
            point.key,
            ElementKind.FINDING,
            point.name,
            quote,
            number=point.number,
            aliases=point.aliases,
            text=quote.text,
        )
        if raised_by and point.assumed is None:
            yield ProposedRelation(RelationType.RAISED_BY, point.key, raised_by[0], raised_by[1])
        yield from _aimed(reading, point)


def _numbered(reading: Reading) -> Iterator[Point]:
    for key, each in reading.numbered.items():
        if each.kind is ElementKind.FINDING:
            said = tuple(
                s for s in reading.sentences_of(key) if reading.outline.units[s.unit].kind is not BlockKind.HEADING
            )
            heading = reading.outline.units[each.unit].sentences
            label = each.number if each.number[0].isalpha() else f"{each.word.capitalize()} {each.number}"
            sentences = said or heading
            if sentences:
                name = each.name or _name(sentences[0])
                yield Point(key, _clipped(name), sentences, each.number, (label,))


def _ordinal(reading: Reading) -> Iterator[Point]:
    """One finding for each ordinal behind "I have three criticisms. First, … Second, …"."""
    for unit in reading.outline.units:
        announced = False
        for sentence in unit.sentences:
            ordinal = _ORDINAL.match(sentence.text)
            if announced and ordinal:
                name = _clipped(sentence.text[ordinal.end() :])
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


def _loose(reading: Reading) -> Iterator[Point]:
    """In a critique, items and paragraphs that word an opinion and stand in no numbered finding."""
    for unit in reading.outline.units:
        subject = reading.subject(unit.index)
        if unit.kind not in {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH} or (subject and subject.startswith("finding:")):
            continue
        for sentence in unit.sentences:
            aimed = _targets(Place(reading, sentence), (sentence,))
            listed = _NUMBERED_ITEM.match(unit.block.marker) is not None and sentence is unit.sentences[0]
            voiced = opinions_in(sentence.text) and aimed and not _ORDINAL.match(sentence.text)
            if listed or voiced:
                key = f"{ElementKind.FINDING}:{unit.index}/{sentence.start}"
                yield Point(key, _name(sentence), _rest(unit, sentence))
                break


def _rest(unit: Unit, sentence: Sentence) -> tuple[Sentence, ...]:
    return tuple(each for each in unit.sentences if each.start >= sentence.start)


def _aimed(reading: Reading, point: Point) -> Iterator[ProposedRelation]:
    done: dict[str, RelationType] = {}
    for sentence in point.sentences:
        place = Place(reading, sentence)
        for type_, key in _targets(place, point.sentences):
            if key != point.key and done.setdefault(key, type_) is type_:
                yield place.relation(type_, (point.key, key))
    if not done and point.assumed:
        for sentence in point.sentences[:3]:
            place = Place(reading, sentence)
            keys = [
                key for key, at in _named(place, (0, len(sentence.text))) if key in reading.proposable or at < _OPENING
            ]
            if keys:
                yield replace(place.relation(point.assumed, (point.key, keys[0])), basis=Basis.INFERRED)
                return


def _targets(place: Place, sentences: tuple[Sentence, ...]) -> tuple[tuple[RelationType, str], ...]:
    """What the opinions of a sentence aim at: what is named behind the words, else before them, else what "this" points at."""
    found: list[tuple[RelationType, str]] = []
    text = place.sentence.text
    opinions = opinions_in(text)
    for position, opinion in enumerate(opinions):
        limit = opinions[position + 1].start if position + 1 < len(opinions) else len(text)
        behind = _named(place, (opinion.end, limit))
        before = _named(place, (0, opinion.start))
        pointed = _pointed(place, opinion, sentences)
        chosen = behind[:1] or pointed or before[:1]
        found += [(opinion.type, key) for key, _ in chosen]
    return tuple(found)


def _named(place: Place, span: tuple[int, int]) -> list[tuple[str, int]]:
    """Keys of things named between two offsets, numbered ones first, without those that are expressly left aside."""
    text, reading = place.sentence.text, place.reading
    numbered = [
        (numbered_key(r.kind, r.number), r.start)
        for r in references_in(text)
        if span[0] <= r.start < span[1] and r.kind in CRITICIZED
    ]
    mentions = [(m.key, m.start - place.sentence.start) for m in place.mentioned(span, _AIMED_AT)]
    found = [each for each in (*numbered, *mentions) if not _EXCLUDED.search(text[: each[1]])]
    return [each for each in found if each[0] in reading.things or each[0] in reading.proposable]


def _pointed(place: Place, opinion: Opinion, sentences: tuple[Sentence, ...]) -> list[tuple[str, int]]:
    """What "this control" or "the claim" means: the last thing of that kind named in the finding so far."""
    match = _POINTED.search(place.sentence.text, max(0, opinion.start - 40))
    if match is None:
        return []
    word = match["what"].casefold()
    kind = _POINTED_KINDS.get(word) or ElementKind(word)
    for sentence in reversed([s for s in sentences if s.start < place.sentence.start]):
        earlier = Place(place.reading, sentence)
        named = [each for each in _named(earlier, (0, len(sentence.text))) if each[0].startswith(f"{kind}:")]
        if named:
            return named[-1:]
    return []


def _name(sentence: Sentence) -> str:
    return _clipped(sentence.text)


def _clipped(text: str) -> str:
    """The text as a name: on one line, ended at a clause where it is long."""
    plain = re.sub(r"\s+", " ", text).strip(" .;:,*")
    if len(plain) <= _NAME:
        return plain
    cut = max(plain.rfind(mark, 30, _NAME) for mark in (": ", "; ", ", ", " – ", " — "))
    return plain[: cut if cut > 0 else plain.rfind(" ", 0, _NAME)].rstrip(" ,;:–—")
