"""Conditions that would invalidate a part of the case: "if fewer than 25 staff can read it, Claim 2.3 falls"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import CRITICIZED, ElementKind, RelationType
from graph.naming import normal
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.conclusions import overall_claim
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.factor_targets import claim_alike
from ingest.extractors.rules.introductions import numbered_key
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.reported import reported_claims
from ingest.extractors.rules.stems import stems
from ingest.extractors.rules.trigger_words import (
    AND_THEN,
    CONDITIONAL,
    ENDED_BY,
    FALLS_IF,
    GIVEN_UP_IF,
    HINT,
    IF_DISTRUST,
    IF_FALLS,
    IF_GIVEN_UP,
    IS_TRIGGER,
    IT_FOR,
    NEEDED,
    NOR,
    NOT_SURVIVE,
    OF_CASE,
    ON_LEARNING,
    OR_IF,
    POINTED,
    REGARDED_SO,
    SAME_EFFECT,
    SAYS_LITTLE,
    SPEAKER,
    STATED_IF,
    THE_DAY,
    THEN_FALLS,
    WOULD_END,
)

_KINDS = frozenset({"pathway", "claim", "argument", "control", "evidence"})
_PATTERNS = (
    IF_FALLS,
    IF_GIVEN_UP,
    FALLS_IF,
    WOULD_END,
    ENDED_BY,
    GIVEN_UP_IF,
    ON_LEARNING,
    NOR,
    NOT_SURVIVE,
    THE_DAY,
    AND_THEN,
    REGARDED_SO,
    IF_DISTRUST,
    IS_TRIGGER,
)


@dataclass(frozen=True)
class _Last:
    """The trigger that a unit has stated last, with what it invalidates."""

    unit: int = -1
    trigger: str = ""
    targets: tuple[str, ...] = ()


def read_triggers(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """Triggers with what they would invalidate; conditions aimed at nothing named stay text."""
    last = _Last()
    for sentence in (each for each in reading.outline.sentences if not reading.is_name(each)):
        if HINT.search(sentence.text) is None or _leads(reading, sentence):
            continue
        place = Place(reading, sentence)
        condition, targets = said_condition(reading, sentence)
        if not targets and last.unit == sentence.unit and (same := SAME_EFFECT.match(sentence.text)):
            condition, targets = same["condition"] or same["told"], last.targets
        for part in OR_IF.split(condition) if targets else ():
            trigger = named_trigger(place, part)
            last = _Last(sentence.unit, trigger.key, targets)
            yield trigger
            yield from (place.relation(RelationType.INVALIDATES, (trigger.key, target)) for target in targets)
        if not targets and (then := THEN_FALLS.match(sentence.text)):
            yield from _then(place, then, last)


def _leads(reading: Reading, sentence: Sentence) -> bool:
    """Is it the lead-in of a list, whose items are the conditions?"""
    behind = reading.outline.units[sentence.unit + 1 : sentence.unit + 2]
    return sentence.text.rstrip(" *_").endswith(":") and any(unit.kind is BlockKind.LIST_ITEM for unit in behind)


def _then(place: Place, then: re.Match[str], last: _Last) -> Iterator[ProposedElement | ProposedRelation]:
    """What falls "in that case": by the trigger before, else by the condition that the sentence before ends with."""
    reading, sentence = place.reading, place.sentence
    further = _targets(reading, sentence, then.span("target")) or _claim_called(reading, then["target"])
    if last.unit == sentence.unit:
        yield from (place.relation(RelationType.INVALIDATES, (last.trigger, target)) for target in further)
        return
    before = [each for each in reading.outline.units[sentence.unit].sentences if each.start < sentence.start]
    stated = STATED_IF.search(before[-1].text) if before and further else None
    if stated is not None:
        trigger = named_trigger(Place(reading, before[-1]), stated["condition"])
        yield trigger
        yield from (place.relation(RelationType.INVALIDATES, (trigger.key, target)) for target in further)


def said_condition(reading: Reading, sentence: Sentence) -> tuple[str, tuple[str, ...]]:
    """The condition that a sentence states, and what falls with it; nothing where what falls has no name."""
    for pattern in _PATTERNS:
        match = _found(pattern, sentence.text)
        said = next((name for name in ("target", "told") if match and match.groupdict().get(name)), None)
        if match is None or said is None or not _is_condition(pattern, match, said):
            continue
        targets = _fallen(reading, sentence, match, pattern=pattern, said=said)
        if (
            targets
            and all(key.startswith(f"{ElementKind.PATHWAY}:") for key in targets)
            and IT_FOR.search(sentence.text)
        ):
            targets = _targets(reading, sentence, match.span("condition")) or targets
        if targets:
            return match["condition"], targets
    return "", ()


def _is_condition(pattern: Cue, match: re.Match[str], said: str) -> bool:
    """Does it say that something would fall, and is the condition one: "fewer than three keys, and we treat it as void"?

    One that ends with "what" only announces conditions: "Section 8 says what would end it".
    """
    if pattern in {IF_FALLS, FALLS_IF, ENDED_BY} and is_denied(match[said]):
        return False
    if match["condition"].rstrip().endswith(" what"):
        return False
    if pattern in {WOULD_END, IS_TRIGGER} and SPEAKER.match(match["condition"]):
        return False
    return pattern is not AND_THEN or bool(match["let"] or CONDITIONAL.search(match["condition"]))


def _fallen(reading: Reading, sentence: Sentence, match: re.Match[str], *, pattern: Cue, said: str) -> tuple[str, ...]:
    targets = _targets(reading, sentence, match.span(said)) or _pointed(reading, sentence, match, said=said)
    if not targets and (pattern in {GIVEN_UP_IF, ON_LEARNING} or OF_CASE.search(match[said])):
        targets = _claim_called(reading, match[said])
    if not targets and pattern in {GIVEN_UP_IF, NOR}:
        targets = _targets(reading, sentence, match.span("condition"))
    return targets


def _pointed(reading: Reading, sentence: Sentence, match: re.Match[str], *, said: str) -> tuple[str, ...]:
    """What "this claim", "it" or "the monitor" means: the last thing of that sort before, else what the section is about."""
    pointed = POINTED.match(match[said])
    if pointed is None:
        return ()
    what = (pointed["what"] or "").casefold()
    before = [each for each in reading.outline.units[sentence.unit].sentences if each.start <= sentence.start]
    subject = reading.subject_at(sentence)
    own = (subject,) if subject is not None and reading.holds(subject) else ()
    for each in reversed(before):
        limit = match.start("condition") if each is sentence else len(each.text)
        named = _named_before(reading, each, limit, things=not OF_CASE.search(what) and what != "pathway")
        fitting = [key for key in named if what not in _KINDS or key.startswith(f"{what}:")]
        if fitting:
            return (fitting[-1],)
    return own if what and (OF_CASE.search(what) or what in _KINDS) else ()


def _named_before(reading: Reading, sentence: Sentence, limit: int, *, things: bool) -> list[str]:
    """What a sentence names up to an offset, in order; `things`: controls, evidence and dependencies too."""
    numbered = [
        (r.start, numbered_key(r.kind, r.number)) for r in reading.outline.references(sentence) if r.start < limit
    ]
    known = [(at, key) for at, key in numbered if key in reading.proposable]
    mentions = Place(reading, sentence).mentioned((0, limit), CRITICIZED) if things else ()
    found = sorted((*known, *((m.start - sentence.start, m.key) for m in mentions)))
    return [key for _, key in found]


def _found(pattern: Cue, text: str) -> re.Match[str] | None:
    needed = NEEDED.get(pattern)
    return None if needed is not None and needed.search(text) is None else pattern.search(text)


def named_trigger(place: Place, condition: str) -> ProposedElement:
    """The trigger that is named by its condition."""
    name = re.sub(r"\s+", " ", condition).strip(" .,")
    key = f"{ElementKind.TRIGGER}:{normal(name)}"
    return ProposedElement(key, ElementKind.TRIGGER, name[:1].upper() + name[1:], place.quote, text=place.quote.text)


def _targets(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> tuple[str, ...]:
    numbered = [
        numbered_key(r.kind, r.number)
        for r in reading.outline.references(sentence)
        if span[0] <= r.start < span[1] and r.kind in CRITICIZED
    ]
    known = tuple(key for key in numbered if key in reading.proposable)
    mentioned = tuple(m.key for m in Place(reading, sentence).mentioned(span, CRITICIZED))
    return known or mentioned[:1]


def _claim_called(reading: Reading, words: str) -> tuple[str, ...]:
    """The claim that a few words call: "the claim about leaks" -> the one worded so, or under a heading worded so."""
    said = SAYS_LITTLE.sub(" ", words)
    key = claim_alike(reading, said) or _only_claim(reading, said)
    if key is None and not re.search(r"\w", said):
        overall = overall_claim(reading)
        key = overall.key if overall else None
    return (key,) if key else ()


def _only_claim(reading: Reading, words: str) -> str | None:
    """The only claim that shares a telling word with a few words: "from written reasoning"."""
    own = stems(words)
    known = [(each.key, each.name) for each in reading.numbered.values() if each.kind is ElementKind.CLAIM]
    known += [(each.key, each.name) for each in reported_claims(reading.outline)] if own else []
    claims = {key for key, name in known if own & stems(name)}
    return claims.pop() if len(claims) == 1 else None
