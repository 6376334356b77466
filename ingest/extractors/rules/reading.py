"""What every rule reads from: the outline of a document with its numbered and named things and who speaks for what."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.elements import HELD_UP, Basis, ElementKind, RelationType
from graph.naming import normal
from graph.provenance import DocumentKind
from ingest.document import BlockKind, ParsedDocument
from ingest.extraction import KnownName, ProposedRelation, Quote
from ingest.extractors.rules.actors import entries
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied_object
from ingest.extractors.rules.factor_tables import table_pathways
from ingest.extractors.rules.foreign import foreign_numbers
from ingest.extractors.rules.gathering import Gathered, gather
from ingest.extractors.rules.headed_pathways import headed_pathways
from ingest.extractors.rules.introductions import Introduction, introductions, subjects
from ingest.extractors.rules.mentions import Mention, Mentions, find_mentions
from ingest.extractors.rules.names import Thing
from ingest.extractors.rules.numbered_comments import with_comments
from ingest.extractors.rules.numbering import Reference
from ingest.extractors.rules.outline import Outline, Sentence, read_outline
from ingest.extractors.rules.pathway_lists import list_pathways
from ingest.extractors.rules.phrases import head
from ingest.extractors.rules.plans import Plan, plans
from ingest.extractors.rules.prose_claims import prose_claims
from ingest.extractors.rules.unnumbered import unnumbered_claims
from ingest.limits import DEFAULT

_OPENING_CLAUSE = Cue(r"\W*(?:if|when|once|without|unless|until|take)\b[^,.;]{2,80}(?:,|\band\b)", re.IGNORECASE)
_TURNS_BACK = 4
_TOLD = frozenset({BlockKind.TURN, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})  # as notes of talk are set
_IT = Cue(r"\W*(?:it|this|that|which)\s+(?:\w+ly\s+|also\s+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """A document, read once: `subjects` tells which numbered thing each unit speaks for.

    `mentioned`: keys of the named things that another document introduces, and this one only speaks of.
    """

    outline: Outline
    introductions: tuple[Introduction, ...]
    subjects: Mapping[int, str]
    gathered: Gathered
    mentions: Mentions
    plans: tuple[Plan, ...]
    mentioned: frozenset[str] = frozenset()

    @cached_property
    def things(self) -> Mapping[str, Thing]:
        """Key -> the named thing."""
        return {thing.key: thing for thing in self.gathered.things}

    @cached_property
    def by_name(self) -> Mapping[str, Thing]:
        """Normal form of a name or alias -> the thing."""
        names = ((normal(name), thing) for thing in self.gathered.things for name in (*thing.aliases, thing.name))
        return dict(names)

    @cached_property
    def controls_by_noun(self) -> Mapping[str, tuple[str, ...]]:
        """Last word of a name -> keys of the controls that are called by it."""
        found: dict[str, list[str]] = {}
        for thing in self.gathered.things:
            if thing.kind is ElementKind.CONTROL:
                found.setdefault(head(thing.name), []).append(thing.key)
        return {noun: tuple(keys) for noun, keys in found.items()}

    @cached_property
    def team_of(self) -> Mapping[str, str]:
        """Key of a person -> key of the team that a roster or the person's own words name."""
        found: dict[str, str] = {}
        for member in self.gathered.members:
            person, team = self.by_name.get(normal(member.person)), self.by_name.get(normal(member.team or ""))
            if person and team:
                found.setdefault(person.key, team.key)
        return found

    @cached_property
    def foreign(self) -> Mapping[str, tuple[Reference, Sentence]]:
        """Key -> reference and first sentence of what the document refers to by number and does not introduce."""
        return foreign_numbers(self.outline, self.numbered)

    @cached_property
    def proposable(self) -> frozenset[str]:
        """Keys of all numbered things, introduced here or only referred to."""
        return frozenset({*self.numbered, *self.foreign})

    def sentences_of(self, key: str) -> tuple[Sentence, ...]:
        """The sentences that speak for a numbered thing."""
        return self._sentences_by_subject.get(key, ())

    @cached_property
    def _sentences_by_subject(self) -> Mapping[str, tuple[Sentence, ...]]:
        found: dict[str, list[Sentence]] = {}
        for sentence in self.outline.sentences:
            if (key := self.subjects.get(sentence.unit)) is not None:
                found.setdefault(key, []).append(sentence)
        return {key: tuple(sentences) for key, sentences in found.items()}

    def section_sentences(self, heading: int) -> tuple[Sentence, ...]:
        """The sentences below a heading, up to the next one."""
        found: list[Sentence] = []
        for unit in self.outline.units[heading + 1 :]:
            if unit.kind is BlockKind.HEADING:
                break
            found += unit.sentences
        return tuple(found)

    @cached_property
    def timed(self) -> frozenset[int]:
        """The units that are entries of a timeline."""
        return frozenset(entry.unit.index for entry in entries(self.outline))

    @cached_property
    def planned(self) -> frozenset[int]:
        """The units that tell of plans."""
        return frozenset(plan.unit.index for plan in self.plans)

    def speaker(self, unit: int) -> Thing | None:
        """Who speaks in a unit."""
        name = self.outline.units[unit].block.speaker
        return self.by_name.get(normal(name)) if name else None

    @cached_property
    def numbered(self) -> Mapping[str, Introduction]:
        """Key -> where the thing is introduced best: the place that speaks for most."""
        best: dict[str, Introduction] = {}
        for each in self.introductions:
            old = best.get(each.key)
            if old is None or self._weight(each) > self._weight(old):
                best[each.key] = each
        return best

    def subject(self, unit: int) -> str | None:
        """The key of the numbered thing that a unit speaks for; None outside any."""
        return self.subjects.get(unit)

    def subject_at(self, sentence: Sentence) -> str | None:
        """What a sentence speaks for: the claim or argument put forward last in its paragraph, else what its unit does."""
        before = [each for each in self.introductions_in(sentence.unit) if each.inside and each.end <= sentence.start]
        return before[-1].key if before else self.subject(sentence.unit)

    def kind_of(self, key: str) -> ElementKind | None:
        """The kind of a numbered thing."""
        known = self.numbered.get(key)
        return known.kind if known else None

    def holds(self, key: str) -> bool:
        """Can the numbered thing be held up: is it a pathway, a claim or an argument?"""
        return self.kind_of(key) in HELD_UP

    def is_name(self, sentence: Sentence) -> bool:
        """Is the sentence itself the name of something numbered?"""
        return any(
            each.start <= sentence.start and sentence.end <= each.end for each in self.introductions_in(sentence.unit)
        )

    def introductions_in(self, unit: int) -> tuple[Introduction, ...]:
        """The numbered things that a unit introduces."""
        return self._by_unit.get(unit, ())

    @cached_property
    def _by_unit(self) -> Mapping[int, tuple[Introduction, ...]]:
        found: dict[int, list[Introduction]] = {}
        for each in self.introductions:
            found.setdefault(each.unit, []).append(each)
        return {unit: tuple(here) for unit, here in found.items()}

    def _weight(self, each: Introduction) -> int:
        return self._spoken_for.get((each.key, each.unit), 0) + (10_000 if each.name else 0)

    @cached_property
    def _spoken_for(self) -> Mapping[tuple[str, int], int]:
        """How many units in a row speak for a thing from the place that introduces it."""
        counts: dict[tuple[str, int], int] = {}
        opened: dict[str, int] = {}
        starts = {each.unit: each.key for each in self.introductions if not each.inside}
        for unit in self.outline.units:
            if unit.index in starts:
                opened[starts[unit.index]] = unit.index
            key = self.subjects.get(unit.index)
            if key in opened:
                place = (key, opened[key])
                counts[place] = counts.get(place, 0) + 1
        return counts


@dataclass(frozen=True)
class Place:
    """A sentence in its context, from which relations are proposed with the sentence as their quote."""

    reading: Reading
    sentence: Sentence

    @property
    def subject(self) -> str | None:
        """The key of the numbered thing that the sentence speaks for."""
        return self.reading.subject_at(self.sentence)

    @property
    def quote(self) -> Quote:
        """The sentence as a quote."""
        return self.reading.outline.short_quote(self.sentence.start, self.sentence.end)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The things that the sentence mentions, in order."""
        return self.reading.mentions.within(self.sentence.start, self.sentence.end)

    def mentioned(self, span: tuple[int, int], kinds: frozenset[ElementKind]) -> tuple[Mention, ...]:
        """Mentions of these kinds between two offsets of the sentence's own text."""
        start, end = self.sentence.start, self.sentence.end
        found = self.reading.mentions.within(start + span[0], min(start + span[1], end))
        return tuple(m for m in found if m.kind in kinds)

    def antecedent(
        self, kinds: frozenset[ElementKind], *, but: Collection[str] = (), turns: int = _TURNS_BACK
    ) -> str | None:
        """What "it" means: the control that the unit describes, else what the sentences before speak of first.

        `turns`: how many turns back of a conversation may speak of it.
        """
        reading, unit = self.reading, self.sentence.unit
        led = [
            key for key in reading.gathered.leads.get(unit, ()) if reading.things[key].kind in kinds and key not in but
        ]
        if led:
            return led[0]
        earlier = list(self._since_subject)
        talk = reading.outline.units[unit].kind is BlockKind.TURN
        told = _TOLD if reading.outline.document.source.kind is DocumentKind.INTERVIEW else {BlockKind.TURN}
        for back in range(1, turns + 1) if reading.outline.units[unit].kind in told else ():
            if unit >= back and reading.outline.units[unit - back].kind in told:
                earlier = [*reading.outline.units[unit - back].sentences, *earlier]
        first = earlier[0].start if earlier else self.sentence.start
        if not reading.mentions.has(kinds, first, self.sentence.start):
            return None
        for sentence in reversed(earlier):
            found = [m for m in Place(reading, sentence).mentioned((0, len(sentence.text)), kinds) if m.key not in but]
            if talk and (opening := _OPENING_CLAUSE.match(sentence.text)) is not None:
                found = [m for m in found if m.start >= sentence.start + opening.end()] or found
            if found:
                refused = is_denied_object(sentence.text[: found[0].start - sentence.start])
                return None if refused else found[0].key
        return None

    @property
    def _since_subject(self) -> tuple[Sentence, ...]:
        """The sentences before in the unit, from the claim on that was put forward last."""
        reading, unit = self.reading, self.sentence.unit
        ends = [each.end for each in reading.introductions_in(unit) if each.end <= self.sentence.start]
        return reading.outline.units[unit].sentences_within(max(ends, default=0), self.sentence.start)

    def is_of_subject(self, before: str, kinds: frozenset[ElementKind]) -> bool:
        """Does "it" at the start of the sentence mean the claim just put forward, with nothing of these kinds in between?"""
        subject = self.subject
        if subject is None or not self.reading.holds(subject) or not _IT.fullmatch(before):
            return False
        opened = any(each.key == subject for each in self.reading.introductions_in(self.sentence.unit))
        earlier = (Place(self.reading, s) for s in self._since_subject)
        return opened and not any(place.mentioned((0, len(place.sentence.text)), kinds) for place in earlier)

    def relation(self, type_: RelationType, ends: tuple[str, str], *, basis: Basis = Basis.STATED) -> ProposedRelation:
        """A relation that the sentence says."""
        return ProposedRelation(type_, *ends, self.quote, basis)


def read(document: ParsedDocument, known: tuple[KnownName, ...] = (), *, longest: int = DEFAULT.sentence) -> Reading:
    """The reading of a parsed document; see `read_outline`.

    `known`: things that others introduce, whose kinds count where it has no structure.
    """
    outline = read_outline(document, longest)
    headed = _own(outline, with_comments(outline, introductions(outline)))
    listed = (*headed, *list_pathways(outline, headed))
    claimed = (*listed, *unnumbered_claims(outline, listed))
    stated = (*claimed, *headed_pathways(outline, claimed))
    opened = (*stated, *table_pathways(outline, stated))
    opening = tuple(each for each in opened if not each.inside)
    found = tuple(sorted((*opened, *prose_claims(outline, opening)), key=lambda each: each.start))
    planned = plans(outline)
    told = {normal(name): each.kind for each in known for name in (each.name, *each.aliases)}
    gathered = gather(outline, found, planned=frozenset(normal(plan.name) for plan in planned), told=told)
    mentions = find_mentions(outline.sentences, gathered.things)
    return Reading(outline, found, subjects(outline, opening), gathered, mentions, planned)


def _own(outline: Outline, found: tuple[Introduction, ...]) -> tuple[Introduction, ...]:
    """What a document introduces of its own: a critique's heading "Claim 1 (audit)" only says what it is about."""
    if outline.document.source.kind is not DocumentKind.CRITIQUE:
        return found
    return tuple(each for each in found if each.kind not in HELD_UP)
