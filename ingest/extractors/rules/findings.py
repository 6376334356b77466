"""Points of critiques: numbered findings, ordinal criticisms, and a report's own limitations, with what they aim at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.elements import CRITICIZED, Basis, ElementKind, RelationType
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation, Quote
from ingest.extractors.rules.aims import aimed_at, headed_weight
from ingest.extractors.rules.conclusions import overall_claim
from ingest.extractors.rules.introductions import heading_name, numbered_key
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.opinions import Opinion, opinions_in
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.points import ORDINAL, Point, clipped, prose_points
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.reported import Reported, grounds, proposed, reported_claims
from ingest.extractors.rules.reviewers import reviewers

_AIMED_AT = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})
_LIMITS = re.compile(
    r"\b(?:limitations?|weaknesses|caveats|shortcomings|known\s+(?:issues|gaps)|ways?\b(?!.*\bgo\s+wrong).*\bwrong)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:criticisms?|concerns?|objections?|reservations?|disagreements?|(?:main|following)\s+(?:points|issues|problems)|findings)\b",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r"\b(?:this|that|the)\s+(?P<what>control|claim|evidence|result|argument|pathway|dependency)\b", re.IGNORECASE
)
_EXCLUDED = re.compile(r"\b(?:not|rather\s+than)\s+(?:the\s+)?$", re.IGNORECASE)
_POINTED_KINDS = {"result": ElementKind.EVIDENCE}
_OVERALL = re.compile(
    r"\b(?:(?:overall|main|general|its|their|the|report[’']s)\s+conclusions?|(?:overall|residual)\s+(?:risk|assessment|judg\w+)|risk\b[^.;]{0,80}\b(?:is|remains))\b",
    re.IGNORECASE,
)
_OPENING = 30
_GLANCE = 320
_LABELLED = 2
_WEIGHT = (RelationType.DISPUTES, RelationType.QUALIFIES, RelationType.AGREES_WITH)


def read_findings(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Findings with their targets and who raised them."""
    raised_by = reviewers(reading)
    claims = {each.sentence.start: each for each in reported_claims(reading.outline)}
    yield from proposed(reading.outline, tuple(claims.values()))
    yield from grounds(reading, tuple(claims.values()))
    critique = reading.outline.document.source.kind is DocumentKind.CRITIQUE
    for point in (
        *_numbered(reading),
        *_ordinal(reading),
        *_limitations(reading),
        *(prose_points(reading) if critique else ()),
    ):
        quote = _quote(reading, point)
        yield ProposedElement(
            point.key,
            ElementKind.FINDING,
            point.name,
            quote,
            number=point.number,
            aliases=point.aliases,
            text=quote.text,
        )
        yield from _said_again(reading, point)
        if point.assumed is None:
            yield from _raised(reading, point, raised_by)
        yield from _aimed(reading, point, claims)


def _quote(reading: Reading, point: Point) -> Quote:
    """The first sentence with as many of the next ones as can be read at a glance."""
    first, *rest = point.sentences
    end = first.end
    for sentence in rest:
        if sentence.unit != first.unit or sentence.end - first.start > _GLANCE or sentence.start < end:
            break
        end = sentence.end
    return reading.outline.short_quote(first.start, end)


def _said_again(reading: Reading, point: Point) -> Iterator[ProposedElement]:
    """The finding at each further sentence of it that words an opinion."""
    for sentence in point.sentences[1:] if point.number is None else ():
        if opinions_in(sentence.text):
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
                s for s in reading.sentences_of(key) if reading.outline.units[s.unit].kind is not BlockKind.HEADING
            )
            heading = reading.outline.units[each.unit].sentences
            label = each.number if each.number[0].isalpha() else f"{each.word.capitalize()} {each.number}"
            sentences = said or heading
            if sentences:
                name = each.name or _name(sentences[0])
                yield Point(key, clipped(name), sentences, each.number, (label,))


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


def _aimed(
    reading: Reading, point: Point, claims: Mapping[int, Reported]
) -> Iterator[ProposedElement | ProposedRelation]:
    done: dict[str, RelationType] = {}
    for sentence in point.sentences:
        place = Place(reading, sentence)
        for type_, key in _targets(place, (*point.before, *point.sentences)):
            if key != point.key and done.setdefault(key, type_) is type_:
                yield place.relation(type_, (point.key, key))
    if not done and point.assumed is None:
        yield from _aimed_otherwise(reading, point, claims)
    if not done and point.assumed:
        for sentence in point.sentences[:3]:
            place = Place(reading, sentence)
            keys = [
                key for key, at in _named(place, (0, len(sentence.text))) if key in reading.proposable or at < _OPENING
            ]
            if keys:
                yield replace(place.relation(point.assumed, (point.key, keys[0])), basis=Basis.INFERRED)
                return


def _aimed_otherwise(
    reading: Reading, point: Point, claims: Mapping[int, Reported]
) -> Iterator[ProposedElement | ProposedRelation]:
    """By what the paragraph reports or names, else by a name that only other documents introduce."""
    first = next((s for s in point.sentences if len(s.text.split()) > _LABELLED), point.sentences[0])
    headed = headed_weight(reading, first)
    told = next((opinions_in(s.text) for s in point.sentences if opinions_in(s.text)), ())
    type_ = headed or min((opinion.type for opinion in told), key=_WEIGHT.index, default=None)
    place = Place(reading, first)
    numbered = [key for key, _ in _named(place, (0, len(first.text))) if key in reading.proposable]
    if headed and numbered:
        yield replace(place.relation(headed, (point.key, numbered[0])), basis=Basis.INFERRED)
        return
    reported = tuple(_aimed_at_reported(reading, point, claims))
    yield from reported
    critique = reading.outline.document.source.kind is DocumentKind.CRITIQUE
    if critique and not reported and type_ and (aim := aimed_at(reading, first)):
        yield aim
        basis = Basis.STATED if opinions_in(first.text) else Basis.INFERRED
        yield replace(place.relation(type_, (point.key, aim.key)), basis=basis)


def _aimed_at_reported(reading: Reading, point: Point, claims: Mapping[int, Reported]) -> Iterator[ProposedRelation]:
    """An opinion that names nothing is about the claim that its paragraph reports, else about what is named next to it."""
    told = next((s for s in point.sentences if opinions_in(s.text)), point.sentences[0])
    opinions = [opinion.type for opinion in opinions_in(told.text)]
    around = [s for s in (*point.before, *point.sentences) if s.start <= told.start][::-1]
    around += [s for s in point.sentences if s.start > told.start][:1]
    claim = next((claims[s.start].key for s in around if s.start in claims), None)
    overall = overall_claim(reading) if _OVERALL.search(told.text) else None
    if _OVERALL.search(told.text) and overall is None and claim is None:
        return
    keys = [m.key for s in around for m in reversed(Place(reading, s).mentioned((0, len(s.text)), _AIMED_AT))]
    if opinions and (target := claim or (overall and overall.key) or next(iter(keys), None)):
        yield Place(reading, told).relation(min(opinions, key=_WEIGHT.index), (point.key, target))


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
        for r in reading.outline.references(place.sentence)
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
    return clipped(sentence.text)
