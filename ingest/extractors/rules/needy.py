"""What a sentence says needs something, where nothing else has told that it is there: "the signing step depends on a module".

What is called by a noun phrase and needs apparatus is a control, unless something else needs it in its turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.naming import acronym, normal
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.flow_words import APPARATUS, PLANT
from ingest.extractors.rules.kinds import AGENT_KINDS, decided, votes_of_head
from ingest.extractors.rules.lexicon import (
    COMMON_VERBS,
    CONTROL_HEADS,
    FUNCTION_WORDS,
    NO_DEVICES,
    PLAIN_ADJECTIVES,
)
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.needs import Need
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.phrases import head, named, phrase_after, phrase_before
from ingest.extractors.rules.reading import Place
from ingest.extractors.rules.topic_words import GUARDS, NO_TOPIC

_TRAIL = Cue(
    r"(?:\s*\([^()]{2,60}\))?(?:,[^,.;]{2,90},)?(?:,?\s*\b(?:which|that)\b)?(?:\s*,?\s*\b(?:also|both|all|each|only|itself|themselves|still|then|therefore|thus|in\s+turn|now|"
    r"always|simply|too|alone|must|in\s+its\s+turn|for\s+its\s+part|\w+ly)\b,?)*\s*$"
)
_JOINED = Cue(r"(?:\s*,?\s+and|\s*,)\s+(?:both\s+)?(?:the\s+|our\s+)?$")
_DETERMINED = Cue(r"(?:\b(?:the|our|this|that|its|every|each|both|their)\s+|^\W*)$", re.IGNORECASE)
_OPENING = Cue(r"\W*(?:(?:the|our|this)\s+)?", re.IGNORECASE)
_BARE_OPENING = Cue(
    r"\W*(?:(?:so|and|but|here|then)\s+)?(?:it|they|this|which|that)\s+(?:\w+ly\s+|also\s+|only\s+)?", re.IGNORECASE
)
_AND_VERB = Cue(r"\s(?:and|but)\s+(?:\w+ly\s+|also\s+|then\s+)?$")
_PREDICATE = Cue(
    r"(?:,\s+(?:which|an?|the|our)\s[^.;]{3,80},)?\s+(?:(?:is|are|was|were|has|had|will|would|can|cannot|did|does|do)\b|(?:\w+ly\s+)?[a-z]+(?:s|ed)\b)"
)
_NO_NEEDY = frozenset(
    str.split(
        "attack attacker attacks adversary intruder sabotage exfiltration theft misuse harm task tasks user customer "
        "client visitor training deployment production project effort plan success failure progress chapter paper "
        "document note letter estimate analysis assessment conclusion opinion view verdict rating position strategy "
        "approach company vendor supplier business market industry country public family everyone capability "
        "behaviour behavior incident outage accident event change upgrade request claim argument pathway premise "
        "requirement statement sentence case scenario exception page flag alert reading count score message entry "
        "figure value input mail house building room car ship aircraft patient child work talk exercise drill"
    )
)
_SAYS_LITTLE = frozenset(
    {"system", "systems", "model", "models", "same", "whole", "other", "others", "kind", "sort", "example"}
)
_CAMEL = Cue(r"[A-Z][a-z]+[A-Z]\w+")
_MAX_WORDS = 4
_TURNS = 3
_THE = Cue(r"\b(?:the|our|your|that)\s+(?=[a-z])", re.IGNORECASE)
_DEVICE = Cue(r"[a-z]{3,}(?:er|or)$")
_LOOK_BACK = 4000


def subjects_of(need: Need) -> tuple[tuple[int, int], ...]:
    """Spans of the noun phrases that a sentence says need something, joined by "and"; none where a pronoun stands there."""
    text = need.sentence.text
    if not need.forward:
        span = _first_phrase(text, *need.dependent)
        return (span,) if span else ()
    start, end = need.dependent
    trail = _TRAIL.search(text[start:end])
    stop = start + trail.start() if trail else end
    if _AND_VERB.search(text[start:end]):
        span = _first_phrase(text, start, end)
        return (span,) if span else ()
    return tuple(_joined_before(text, start, stop))


def _joined_before(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The noun phrase that ends at an offset, and those that stand before it in a list."""
    while (span := phrase_before(text, stop)) is not None and span[0] >= start:
        yield span
        joint = _JOINED.search(text[start : span[0]])
        if joint is None:
            return
        stop = start + joint.start()


def _first_phrase(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that opens a clause, where a verb stands behind it."""
    opening = _OPENING.match(text, start, end)
    span = phrase_after(text[:end], opening.end()) if opening else None
    return span if span and _PREDICATE.match(text, span[1]) else None


def needy_things(place: Place, need: Need, *, firm: bool) -> tuple[Thing, ...]:
    """The controls that a sentence says need something and that nothing names yet. `firm`: whether it is apparatus that is needed."""
    text = need.sentence.text
    spans = subjects_of(need)
    if not spans and need.forward and _BARE_OPENING.fullmatch(text[slice(*need.dependent)]):
        return tuple(_spoken_of_before(place, firm=firm))
    found = (_control(place, need.sentence, span, firm=firm) for span in spans)
    return tuple(thing for thing in found if thing)


def _spoken_of_before(place: Place, *, firm: bool) -> Iterator[Thing]:
    """What "it" means: the noun phrase that opens the sentence before, in talk what sounds like a device in the turns before."""
    units = place.reading.outline.units
    unit = units[place.sentence.unit]
    before = [each for each in unit.sentences if each.start < place.sentence.start]
    span = _first_phrase(before[-1].text, 0, len(before[-1].text)) if before else None
    thing = _control(place, before[-1], span, firm=firm) if span else None
    if thing is None and unit.kind is BlockKind.TURN:
        earlier = [s for each in units[max(0, unit.index - _TURNS) : unit.index] for s in each.sentences]
        thing = next((t for s in reversed((*earlier, *before)) if (t := _device_in(place, s))), None)
    if thing is not None:
        yield thing


def _device_in(place: Place, sentence: Sentence) -> Thing | None:
    """What a sentence calls by a noun for a device: "the route planner", "our stall watcher"."""
    for match in _THE.finditer(sentence.text):
        span = phrase_after(sentence.text, match.end())
        phrase = sentence.text[slice(*span)] if span else ""
        device = head(phrase) in GUARDS | CONTROL_HEADS or (_DEVICE.search(phrase) and head(phrase) not in NO_DEVICES)
        if span and phrase.islower() and device and (thing := _control(place, sentence, span, firm=False)):
            return thing
    return None


def _control(place: Place, sentence: Sentence, span: tuple[int, int], *, firm: bool) -> Thing | None:
    phrase, here = sentence.text[slice(*span)], Place(place.reading, sentence)
    if _is_named(here, span) or (phrase[0].islower() and not _DETERMINED.search(sentence.text[: span[0]])):
        return None
    name = in_full(here, phrase)
    spelled = phrase.isupper() and phrase != name
    if not (spelled or may_need(name, firm=firm)) or normal(name) in place.reading.by_name:
        return None
    aliases = (phrase,) if spelled else ()
    return Thing(thing_key(ElementKind.CONTROL, name), ElementKind.CONTROL, named(name), sentence, aliases)


def _is_named(place: Place, span: tuple[int, int]) -> bool:
    """Is what a phrase calls known? "The loan desk sampler" is not the loan desk."""
    end = place.sentence.start + span[1]
    mentions = place.mentioned(span, frozenset(ElementKind))
    return any(each.end >= end or each.kind not in AGENT_KINDS for each in mentions)


def in_full(place: Place, phrase: str) -> str:
    """A single word as the document has called it before, where it did so in one way only: "the hook" -> "admission hook"."""
    if " " in phrase or _CAMEL.fullmatch(phrase):
        return phrase
    if phrase.isupper():
        return _spelled_out(place, phrase)
    text = place.reading.outline.document.text[max(0, place.sentence.start - _LOOK_BACK) : place.sentence.start]
    word = re.escape(phrase)
    small = re.findall(rf"\b(?:the|an?|our|that|its|this)\s+((?:[a-z][\w-]+ ){{1,2}}?{word})\b", text, re.IGNORECASE)
    large = re.findall(rf"\b((?:[A-Z][\w-]+ ){{1,3}}{word.capitalize()})\b", text)
    found = {
        name.casefold(): name
        for name in (*small, *large)
        if not {each.casefold() for each in name.split()[:-1]} & (FUNCTION_WORDS | COMMON_VERBS | PLAIN_ADJECTIVES)
    }
    return next(iter(found.values())) if len(found) == 1 else phrase


def may_need(name: str, *, firm: bool) -> bool:
    """Can a control be called so: two to four words that tell which one it is, or a word written as a brand is?"""
    words = name.split()
    last = head(name)
    if len(words) == 1:
        return _CAMEL.fullmatch(name) is not None and firm
    small = [word.casefold() for word in words]
    refused = last in _NO_NEEDY | NO_TOPIC | PLANT or decided(votes_of_head(name)) in AGENT_KINDS
    telling = [word for word in small[:-1] if word not in PLAIN_ADJECTIVES | FUNCTION_WORDS | _SAYS_LITTLE]
    known = last in GUARDS | CONTROL_HEADS | APPARATUS or (_DEVICE.search(last) is not None and last not in NO_DEVICES)
    plain = not any(char.isdigit() for char in name) and len(words) <= _MAX_WORDS
    return plain and bool(telling) and not refused and (known or firm)


def _spelled_out(place: Place, short: str) -> str:
    """What an acronym stands for, where the document says so beside it: "the Load Balance Report (LBR)", "LBR (Load Balance Report)"."""
    text = place.reading.outline.document.text
    before = re.search(rf"(?P<full>(?:(?!The\b)[A-Z][\w-]*\s+){{1,6}})\((?:the\s+)?{re.escape(short)}\)", text)
    behind = re.search(rf"\b{re.escape(short)}\s+\((?P<full>[A-Z][\w-]*(?:\s+[A-Z][\w-]*){{1,6}})\)", text)
    full = " ".join((before or behind or {"full": ""})["full"].split())
    return full if acronym(full) == short else short
