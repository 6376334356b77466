"""What a finding is about: what its opinions name, the claim that its paragraph reports, or the point before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.elements import CRITICIZED, Basis, ElementKind, RelationType
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.aims import aimed_at, headed_weight
from ingest.extractors.rules.check_words import RERUN
from ingest.extractors.rules.conclusions import overall_claim
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.finding_targets import AIMED_AT, WEIGHT, named_in, targets_in
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.joining import argument_key, arguments_in
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.points import Point
from ingest.extractors.rules.quoted_aims import aim_at_quoted, answer_to_quoted
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.reported import Reported
from ingest.extractors.rules.views import views_in

_OVERALL = Cue(
    r"\b(?:(?:overall|main|general|its|their|the|report[’']s)\s+conclusions?|(?:overall|residual)\s+(?:risk|assessment|judg\w+)|risk\b[^.;]{0,80}\b(?:is|remains))\b",
    re.IGNORECASE,
)
_IT = Cue(r"\b(?:it|this|that|them|these)\b", re.IGNORECASE)
_THE_SAME = Cue(r"\b(?:it|this|them)\b", re.IGNORECASE)
_OF_IT = Cue(r"\s+(?:that\s+)?(?:it|this|that|they|them|these)\b", re.IGNORECASE)
_RATED = Cue(
    r"\b(?:should|ought\s+to|would)\s+(?:rather\s+)?(?:be\s+)?(?:given|stated|rated|graded|put|rate|grade|call)\b[^.;]{0,60}\b(?:weak|moderate|low(?:er)?|strong)\b",
    re.IGNORECASE,
)
_ABOUT_IT = Cue(
    r"\b(?:worry|concern|doubt|reservation|objection|caveat)\s+(?:about|with|over|on|to)\s+(?:it|this|that|them)\b",
    re.IGNORECASE,
)
_OPENING = 30
_LABELLED = 2


def aims_of(
    reading: Reading, point: Point, claims: Mapping[int, Reported]
) -> Iterator[ProposedElement | ProposedRelation]:
    """What a point disputes, qualifies or agrees with. `claims`: the claims that the critique reports, by where their sentences begin."""
    found: dict[str, _Aim] = {}
    repeated: set[str] = set()
    for sentence in point.sentences:
        place = Place(reading, sentence)
        quoted = aim_at_quoted(point, place, claims)
        said = quoted or _of_claim(point, sentence, claims) or _of_topic(point, place)
        said = said or targets_in(place, (*point.before, *point.sentences)) or _of_topic(point, place, alone=True)
        for type_, key in said or _of_claim_before(point, sentence, claims) or _of_it(found, place):
            again = RERUN.search(sentence.text) and key.startswith(f"{ElementKind.EVIDENCE}:")
            if key != point.key and not again:
                found.setdefault(key, _Aim(type_)).add(type_, place, graver=bool(quoted))
                repeated |= {key} if quoted else set()
    found = {key: aim for key, aim in found.items() if not repeated or key in repeated}
    done = {key: aim.type for key, aim in found.items() if _counts(reading, point, key, among=frozenset(found))}
    for key, type_ in done.items():
        yield from _argument(reading, key, found[key].places[0])
        yield from (place.relation(type_, (point.key, key)) for place in found[key].places)
    if not done and (answer := answer_to_quoted(point, claims)) is not None:
        type_, key, sentence = answer
        yield Place(reading, sentence).relation(type_, (point.key, key), basis=Basis.INFERRED)
        return
    if point.assumed is None:
        opened = tuple(_of_opening(reading, point, done))
        other = tuple(_aimed_besides(reading, point, done) if done else _aimed_otherwise(reading, point, claims))
        yield from (*opened, *other)
        yield from () if done or opened or other else _of_heading(reading, point)
    elif not done:
        yield from _assumed(reading, point)


def _argument(reading: Reading, key: str, place: Place) -> Iterator[ProposedElement]:
    """An argument that only the report makes, as a mention by its name."""
    name = next((name for name, _ in arguments_in(place.sentence.text) if argument_key(name) == key), None)
    if name is not None and key not in reading.numbered:
        yield ProposedElement(key, ElementKind.ARGUMENT, name, place.quote, mention=True)


def _of_heading(reading: Reading, point: Point) -> Iterator[ProposedRelation]:
    """The gravest view of a paragraph that names nothing, of the one thing that the heading above it names: a conclusion."""
    first = point.told or point.sentences[0]
    above = [unit for unit in reading.outline.units[: first.unit] if unit.kind is BlockKind.HEADING][-1:]
    keys = {key for unit in above for s in unit.sentences for key, _ in named_in(Place(reading, s), (0, len(s.text)))}
    told = [(view.type, s) for s in point.sentences for view in views_in(s.text)]
    if len(keys) == 1 and told and point.number is None:
        type_, sentence = min(told, key=lambda each: WEIGHT.index(each[0]))
        yield Place(reading, sentence).relation(type_, (point.key, keys.pop()), basis=Basis.INFERRED)


def _assumed(reading: Reading, point: Point) -> Iterator[ProposedRelation]:
    """What a point does by where it stands to what its first sentences name: a conclusion of the reader's."""
    for sentence in point.sentences[:3] if point.assumed else ():
        place = Place(reading, sentence)
        keys = [
            key for key, at in named_in(place, (0, len(sentence.text))) if key in reading.proposable or at < _OPENING
        ]
        if keys and point.assumed:
            yield replace(place.relation(point.assumed, (point.key, keys[0])), basis=Basis.INFERRED)
            return


@dataclass
class _Aim:
    """What a point does to one thing: the gravest of the types that its sentences say, and the sentences that say that one."""

    type: RelationType
    places: list[Place] = field(default_factory=list)

    def add(self, type_: RelationType, place: Place, *, graver: bool = False) -> None:
        """Take in what one sentence says: a reservation may grow into a dispute, agreement is not taken back by what is added.

        `graver`: it is, where both are of one statement that is repeated.
        """
        grown = (self.type, type_) == (RelationType.QUALIFIES, RelationType.DISPUTES)
        if grown or (graver and WEIGHT.index(type_) < WEIGHT.index(self.type)):
            self.type, self.places = type_, []
        if type_ is self.type:
            self.places.append(place)


def _counts(reading: Reading, point: Point, key: str, *, among: frozenset[str]) -> bool:
    """Is it what a point is about? What something else needs is so only where it stands alone, or in the title."""
    needed = f"{ElementKind.DEPENDENCY}:"
    others = any(not each.startswith(needed) for each in among)
    prose = point.number is None and reading.outline.document.source.kind is DocumentKind.CRITIQUE
    return not (prose and key.startswith(needed) and others) or key == point.topic


def _of_it(found: Mapping[str, _Aim], place: Place) -> tuple[tuple[RelationType, str], ...]:
    """What a sentence that names nothing says of "it": of what the point took a view of first."""
    told = views_in(place.sentence.text)
    named = named_in(place, (0, len(place.sentence.text)))
    first = next(iter(found), None)
    said = min((each.type for each in told), key=WEIGHT.index, default=None)
    return ((said, first),) if said and first and not named and _IT.search(place.sentence.text) else ()


def _of_opening(reading: Reading, point: Point, done: Mapping[str, RelationType]) -> Iterator[ProposedRelation]:
    """The gravest view of a paragraph that says at its beginning what it is about, where no sentence aims at that."""
    told = [(view.type, s) for s in point.sentences for view in views_in(s.text)] if point.number is None else []
    if point.topic is None or point.topic in done or not told:
        return
    type_, sentence = min(told, key=lambda each: WEIGHT.index(each[0]))
    yield Place(reading, sentence).relation(type_, (point.key, point.topic))


def _of_claim(point: Point, sentence: Sentence, claims: Mapping[int, Reported]) -> tuple[tuple[RelationType, str], ...]:
    """What a sentence says outright of the claim that it reports: "we accept the claim that …"."""
    claim = claims.get(sentence.start) if point.number is None else None
    told = views_in(sentence.text) if claim else ()
    behind = claim and told and sentence.text.find(claim.name[1:]) > told[0].start
    return ((told[0].type, claim.key),) if claim and behind else ()


def _of_topic(point: Point, place: Place, *, alone: bool = False) -> tuple[tuple[RelationType, str], ...]:
    """What a sentence says of the thing in the title of its comment: of "it" right behind the opinion, or where it names nothing (`alone`)."""
    text = place.sentence.text
    told = views_in(text) if point.topic else ()
    of_it = [each for each in told if _OF_IT.match(text, each.end) and not named_in(place, (0, each.start))]
    said = min((each.type for each in (told if alone else of_it)), key=WEIGHT.index, default=None)
    return ((said, point.topic),) if said and point.topic else ()


def _of_claim_before(
    point: Point, sentence: Sentence, claims: Mapping[int, Reported]
) -> tuple[tuple[RelationType, str], ...]:
    """What a sentence that names nothing says of the claim reported right before: "We do not think that this follows"."""
    told = views_in(sentence.text) if point.number is None and _IT.search(sentence.text) else ()
    before = [each for each in (*point.before, *point.sentences) if each.start < sentence.start]
    claim = claims.get(before[-1].start) if before else None
    return ((told[0].type, claim.key),) if told and claim else ()


def _aimed_besides(
    reading: Reading, point: Point, done: Mapping[str, RelationType]
) -> Iterator[ProposedElement | ProposedRelation]:
    """What the other sentences of a critique's point outright take a view of, and only other documents introduce."""
    critique = reading.outline.document.source.kind is DocumentKind.CRITIQUE
    for sentence in point.sentences if critique and point.number is None else ():
        told = views_in(sentence.text)
        named = named_in(Place(reading, sentence), (0, len(sentence.text)))
        aim = aimed_at(reading, sentence, outright=True) if told and not named else None
        if aim and aim.key not in done:
            yield aim
            yield Place(reading, sentence).relation(told[0].type, (point.key, aim.key))


def _aimed_otherwise(
    reading: Reading, point: Point, claims: Mapping[int, Reported]
) -> Iterator[ProposedElement | ProposedRelation]:
    """By what the paragraph reports or names, else by a name that only other documents introduce."""
    first = next((s for s in point.sentences if len(s.text.split()) > _LABELLED), point.sentences[0])
    headed = headed_weight(reading, first)
    told = next((views_in(s.text) for s in point.sentences if views_in(s.text)), ())
    type_ = headed or min((opinion.type for opinion in told), key=WEIGHT.index, default=point.implied)
    place = Place(reading, first)
    numbered = [key for key, _ in named_in(place, (0, len(first.text))) if key in reading.proposable]
    if headed and numbered:
        yield replace(place.relation(headed, (point.key, numbered[0])), basis=Basis.INFERRED)
        return
    critique = reading.outline.document.source.kind is DocumentKind.CRITIQUE
    outright = aimed_at(reading, first, outright=True) if critique and type_ and first.start not in claims else None
    reported = () if outright else tuple(_aimed_at_reported(reading, point, claims))
    yield from reported
    if critique and not reported and type_ and (aim := outright or aimed_at(reading, first)):
        yield aim
        basis = Basis.STATED if views_in(first.text) else Basis.INFERRED
        yield replace(place.relation(type_, (point.key, aim.key)), basis=basis)


def _aimed_at_reported(reading: Reading, point: Point, claims: Mapping[int, Reported]) -> Iterator[ProposedRelation]:
    """An opinion that names nothing is about the claim that its paragraph reports, else about what is named next to it."""
    told = next((s for s in point.sentences if views_in(s.text)), point.sentences[0])
    opinions = [opinion.type for opinion in views_in(told.text)]
    around = [s for s in (*point.before, *point.sentences) if s.start <= told.start][::-1]
    around += [s for s in point.sentences if s.start > told.start][:1]
    claim = next((claims[s.start].key for s in around if s.start in claims), None)
    overall = overall_claim(reading) if _OVERALL.search(told.text) else None
    if _OVERALL.search(told.text) and overall is None and claim is None:
        return
    keys = [key for s in around for key in _numbered_before(reading, told, s) or _last_named(reading, s)]
    if opinions and (target := claim or (overall and overall.key) or next(iter(keys), None)):
        rated = claim is None and any(_RATED.search(s.text) for s in point.sentences)
        type_ = RelationType.QUALIFIES if rated else min(opinions, key=WEIGHT.index)
        yield Place(reading, told).relation(type_, (point.key, target))


def _numbered_before(reading: Reading, told: Sentence, sentence: Sentence) -> list[str]:
    """The one numbered thing with which the sentence right before an opinion opens: "Claim 2 is another matter. I do not …"."""
    right_before = sentence.end <= told.start and not reading.outline.document.text[sentence.end : told.start].strip()
    found = [r for r in reading.outline.references(sentence) if r.kind in CRITICIZED]
    if not (right_before and len(found) == 1 and found[0].start < _LABELLED and _THE_SAME.search(told.text)):
        return []
    key = numbered_key(found[0].kind, found[0].number)
    return [key] if key in reading.proposable else []


def _last_named(reading: Reading, sentence: Sentence) -> list[str]:
    return [m.key for m in reversed(Place(reading, sentence).mentioned((0, len(sentence.text)), AIMED_AT))]


def is_about_it(point: Point) -> bool:
    """Does a point say that its worry is about "it"?"""
    return _ABOUT_IT.search(point.sentences[0].text) is not None


def same_aim(reading: Reading, point: Point, aim: str | None) -> Iterator[ProposedRelation]:
    """What "it" is in a point with nothing else to be about, where the point before in the paragraph says what it is about: "Adeyemi considers it adequate"."""
    first = point.sentences[0]
    told = views_in(first.text)
    named = Place(reading, first).mentioned((0, len(first.text)), AIMED_AT)
    if aim and told and (_ABOUT_IT.search(first.text) or (_IT.search(first.text) and not named)):
        yield Place(reading, first).relation(told[0].type, (point.key, aim))
