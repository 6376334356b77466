"""Mitigations: planned changes with their effort, who is to make them, and what they improve, replace or back up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import CRITICIZED, ElementKind, RelationType
from graph.naming import normal
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.durations import cost_in
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.outline import Sentence, Unit
from ingest.extractors.rules.phrases import head, phrase_after
from ingest.extractors.rules.plan_names import short_plan_names
from ingest.extractors.rules.plans import EFFECTS, Plan
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.wish_targets import wish_targets

_TOLD_BY = Cue(r"\b(?:according\s+to|told|say|says|said|estimated?|guess|once|when|if|until|unless)\b", re.IGNORECASE)
_LAST_CLAUSE = Cue(r",\s+|\s+and\s+(?=(?:it|this|that|would|will|should|could|so)\b)|;\s+")
_OF_IT = Cue(
    r"\W*(?:and\s+)?(?:it|this|that|they|these|doing\s+(?:so|this|that)|such\s+an?)\b|.{0,120}?\b(?:it|this|that|which)\s+(?:would|will|could|should)\b",
    re.IGNORECASE | re.DOTALL,
)
_IT = Cue(r"\s+(?:it|them|this)\b", re.IGNORECASE)
_THAT_NEED = Cue(r"\s+(?:that|this)\s+(?:dependency|requirement|need|weak\s+point)\b", re.IGNORECASE)
_ACTION = Cue(r"\baction:?\W{0,4}|\bowner:?\s*|\bby\s+$", re.IGNORECASE)
_EXPECTS = Cue(
    r"\s+(?:now\s+)?(?:expects?|aims?|plans?|intends?|hopes?|will\s+(?:build|do|make|write|add|deliver|own)|(?:is|are)\s+(?:to\s+(?:build|do|make|write|"
    r"add|deliver)|building|writing|working\s+on)|(?:has|have)\s+(?:started|begun|agreed\s+to))\b",
    re.IGNORECASE,
)
_SECOND = Cue(r"\b(?:second|spare|standby|redundant|additional|another)\s+$", re.IGNORECASE)
_SPARE_OF = Cue(
    r"(?:(?:put|add|buy|build|keep|have|set\s+up|install)\s+)?(?:an?\s+|the\s+)?(?:second|spare|standby|stand-by|redundant|additional|another|duplicate|backup|back-up|reserve)\s+"
    r"(?:cop(?:y|ies)\s+of\s+(?:the\s+|our\s+)?)?",
    re.IGNORECASE,
)
_IN_BRACKETS = Cue(r"\((?P<owner>[A-Z][^(),;]{2,40}?)(?:,\s*[^()]{2,24})?\)\W*$")
_A_SECOND = Cue(
    r"(?<!to\s)(?<!onto\s)(?<!into\s)(?<!on\s)\b(?:[Aa]n?\s+(?:second|spare|standby|redundant|additional|further)|another)\s+(?P<noun>[a-z][\w-]+)\b(?!\s+[a-z]+(?:er|or)\b)"
)
_SECOND_PERSON = Cue(
    r"\b(?:an?\s+(?:second|third|further|deputy|additional)|another)\s+(?:[a-z]+\s+)?(?:[a-z]+(?:er|or|ist)|person|deputy|colleague|hand)\b"
)
_POSSESSED = Cue(r"[’']s\s+(?P<noun>[\w-]+)\b")
_AGAIN = Cue(r"(?:re-?run|repeat|redo|replicate|re-?do|extend|re-?grade|re-?score)\b", re.IGNORECASE)
_AIMED_AT = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
_THE_NOUN = Cue(r"\b(?:the|its|our|their|each|every)\s+(?=[a-z])", re.IGNORECASE)
_SHORT = 3
_REPLACE = Cue(r"replac(?:e|es|ing)\b", re.IGNORECASE)
_REDIRECTS = Cue(
    r"\W*(?:rerun|re-run|redo|repeat|extend|send|route|forward|point|connect|switch|direct|redirect|wire|hook|let|have|make)\s+(?:up\s+)?(?:the|its|our|each|every)\s+",
    re.IGNORECASE,
)
_RIGHT_BEHIND = 3
_OPENING = 16
_NEAR = 45


def read_mitigations(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Mitigations with their effort, owner and what they are aimed at."""
    told = frozenset(plan.sentence.start for plan in reading.plans if plan.sentence)
    for plan in reading.plans:
        sentences = [s for s in plan.unit.sentences if s.end > plan.start]
        if plan.sentence is not None:
            sentences = [plan.sentence, *_goes_on(plan.unit, plan.sentence, told)]
        text = reading.outline.document.text[plan.start : sentences[-1].end]
        effort = cost_in(text)
        first = reading.outline.short_quote(
            plan.start, sentences[1].end if plan.listed and len(sentences) > 1 else sentences[0].end
        )
        yield ProposedElement(
            plan.key,
            ElementKind.MITIGATION,
            plan.name,
            first,
            text=first.text,
            aliases=short_plan_names(plan.name),
            effort=effort[0] if effort else None,
            effort_days=effort[1] if effort else None,
        )
        yield from _owner(reading, plan, effort[0] if effort else None)
        aims = [each for sentence in sentences for each in _aims(Place(reading, sentence), plan)]
        yield from aims
        first_told = next((s for s in sentences if s.end > plan.start), sentences[0])
        spare = () if aims else tuple(_spare(Place(reading, first_told), plan))
        yield from spare
        first_named = () if aims or spare else tuple(_first_named(Place(reading, sentences[0]), plan))
        yield from first_named
        if not (aims or spare or first_named):
            yield from wish_targets(reading, plan)


def _goes_on(unit: Unit, first: Sentence, told: frozenset[int]) -> Iterator[Sentence]:
    """The sentences right behind one that tells of a plan and say more of it: "It would make …", "Doing so would cost …"."""
    for sentence in unit.sentences:
        if sentence.start > first.start:
            if sentence.start in told or not _OF_IT.match(sentence.text):
                return
            yield sentence


def _aims(place: Place, plan: Plan) -> Iterator[ProposedRelation]:
    text = place.sentence.text
    own = max(plan.start - place.sentence.start, 0)
    said = text.casefold().find(plan.name[:_OPENING].casefold()) if plan.sentence is not None else -1
    if (sent := _REDIRECTS.match(text, max(own, said))) is not None:
        for mention in _targets(place, (sent.end(), sent.end() + _RIGHT_BEHIND))[:1]:
            yield place.relation(RelationType.IMPROVES, (plan.key, mention.key))
            return
    for type_, pattern in EFFECTS:
        match = pattern.search(text, own, own + len(plan.name) + _NEAR if own else len(text))
        if match is None or is_denied(_LAST_CLAUSE.split(text[own : match.start()])[-1]):
            continue
        behind = [m for m in _targets(place, (match.end(), match.end() + _NEAR)) if m.key != plan.key]
        inside = [m for m in _targets(place, match.span()) if m.key != plan.key]
        before = [m for m in _targets(place, (own, match.start())) if m.key != plan.key]
        if _THAT_NEED.match(text, match.end()):
            before = [m for m in before if m.kind is ElementKind.DEPENDENCY]
        told_of = before[:1] if _IT.match(text, match.end()) or type_ is RelationType.IMPROVES else []
        target = before[-1:] if match[0].casefold().endswith((" by", " with")) else (inside or behind or told_of)[:1]
        keys = [mention.key for mention in target] or _called_at(place, match)
        yield from (place.relation(type_, (plan.key, key)) for key in keys)
        if keys:
            return


def _called_at(place: Place, effect: re.Match[str]) -> list[str]:
    """What "replace the hand-issued certificate" means: the only thing that is called by that noun."""
    span = phrase_after(place.sentence.text, effect.end()) if _REPLACE.match(effect[0]) else None
    key = _by_head(place.reading, head(place.sentence.text[slice(*span)])) if span else None
    return [key] if key else []


def _spare(place: Place, plan: Plan) -> Iterator[ProposedRelation]:
    """What a plan is a spare of by its name: "second key broker", "a standby copy of the register", "fit a second sensor"."""
    spare = _SPARE_OF.match(plan.name)
    words = normal(plan.name[spare.end() :]) if spare else ""
    thing = place.reading.by_name.get(words) if words else None
    second = _A_SECOND.search(plan.name)
    key = thing.key if thing is not None and thing.kind in _AIMED_AT else None
    if key is None and second is not None:
        key = _by_head(place.reading, second["noun"])
    if key is not None:
        yield place.relation(RelationType.BACKS_UP, (plan.key, key))


def _first_named(place: Place, plan: Plan) -> Iterator[ProposedRelation]:
    """What an action item is about: the first control or dependency that its words name; "a second X" backs X up."""
    start = max(plan.start - place.sentence.start, _said_at(place, plan))
    end = start + len(plan.name) + (0 if start else _NEAR)
    text = place.sentence.text
    if (spare := _A_SECOND.search(text, start, end)) and (key := _by_head(place.reading, spare["noun"])):
        yield place.relation(RelationType.BACKS_UP, (plan.key, key))
        return
    if _SECOND_PERSON.search(text, start, end):
        return
    again = _AGAIN.match(plan.name) is not None
    named = place.mentioned((start, end), frozenset({ElementKind.EVIDENCE}) if again else _AIMED_AT)
    for mention in (named or place.mentioned((end, len(text) if plan.sentence else end), _AIMED_AT))[:1]:
        before = text[start : mention.start - place.sentence.start]
        part = _POSSESSED.match(text, mention.end - place.sentence.start)
        target = _by_head(place.reading, part["noun"]) if part else mention.key
        if target is not None:
            type_ = RelationType.BACKS_UP if _SECOND.search(before) else RelationType.IMPROVES
            yield place.relation(type_, (plan.key, target))
            return
    for phrase in _THE_NOUN.finditer(text, start, end):
        noun = text[slice(*span)] if (span := phrase_after(text, phrase.end())) else ""
        if noun and (key := _by_head(place.reading, head(noun)) or _by_word(place.reading, head(noun))):
            yield place.relation(RelationType.IMPROVES, (plan.key, key))
            return


def _said_at(place: Place, plan: Plan) -> int:
    """Where a sentence of talk words the plan: what stands before is no part of it."""
    talk = plan.sentence is not None and plan.unit.kind is BlockKind.TURN
    return max(place.sentence.text.casefold().find(plan.name.casefold()), 0) if talk else 0


def _by_head(reading: Reading, noun: str) -> str | None:
    """The only control or dependency whose name turns on the noun."""
    found = [each.key for each in reading.gathered.things if each.kind in _AIMED_AT and head(each.name) == head(noun)]
    return found[0] if len(found) == 1 else None


def _by_word(reading: Reading, noun: str) -> str | None:
    """The only control or dependency in whose name of several words the noun stands: "the sync" is the nightly sync job."""
    found = [
        each.key
        for each in reading.gathered.things
        if each.kind in _AIMED_AT and " " in each.name and noun in normal(each.name).split()
    ]
    return found[0] if len(found) == 1 and len(noun) > _SHORT else None


def _targets(place: Place, span: tuple[int, int]) -> tuple[Mention, ...]:
    return place.mentioned(span, CRITICIZED - AGENT_KINDS)


def _owner(reading: Reading, plan: Plan, effort: str | None) -> Iterator[ProposedRelation]:
    """Who is to do it: named beside it in a list or table, right behind the effort or "Action:", or expecting to do it."""
    known = reading.by_name.get(normal(re.sub(r"^(?:The|Our|Dr|Mr|Mrs|Ms|Prof)\.?\s+", "", plan.owner or "")))
    if known and known.kind in AGENT_KINDS:
        yield Place(reading, plan.sentence or plan.unit.sentences[0]).relation(
            RelationType.OWNED_BY, (plan.key, known.key)
        )
        return
    for sentence in plan.unit.sentences:
        place = Place(reading, sentence)
        at = sentence.text.find(effort) + len(effort) if effort and effort in sentence.text else None
        action = _ACTION.search(sentence.text)
        behind = _IN_BRACKETS.search(sentence.text) if plan.listed else None
        for start in (at, action.end() if action else None, behind.start("owner") if behind else None):
            agents = place.mentioned((start, start + 24), AGENT_KINDS) if start is not None else ()
            said = (
                start is not None
                and agents
                and _TOLD_BY.search(sentence.text[start : agents[0].start - sentence.start])
            )
            if agents and not said and sentence.start >= plan.start:
                yield place.relation(RelationType.OWNED_BY, (plan.key, agents[0].key))
                return
        expecting = [
            agent
            for agent in place.mentioned((0, len(sentence.text)), AGENT_KINDS)
            if plan.listed and agent.start >= plan.start and _EXPECTS.match(sentence.text, agent.end - sentence.start)
        ]
        if expecting:
            yield place.relation(RelationType.OWNED_BY, (plan.key, expecting[0].key))
            return
