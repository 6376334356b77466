"""Controls by what is said of them, whatever they are called: "the burst limiter caps the account", "refused by the hook"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.actions import action_units
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.guard_words import (
    GUARDED_BY,
    GUARDS,
    IS_GUARD,
    LABELLED,
    LISTED,
    SURE,
    WATCHES,
    calls_guard_in,
    names_guard,
)
from ingest.extractors.rules.lexicon import FUNCTION_WORDS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import named, phrase_after, phrase_before, words_before

_SKIPPED = frozenset({BlockKind.HEADING, BlockKind.CODE, BlockKind.TABLE_ROW})
_OPENING = Cue(
    r"(?:\b(?:the|this|that|our|an?|its|their|his|her|your|whose|one|both|my)\s+|[’']s\s+|^\W*(?:\d{1,2}[:.]\d\d\W+)?)$",
    re.IGNORECASE,
)
_DENIED = Cue(
    r"\b(?:no|without|second|another|new|planned|future|proposed|would|might|could|add|want|ought|should|if|whether|suppose|imagine|wish)\b[^.;,]{0,24}$",
    re.IGNORECASE,
)
_HEARSAY = Cue(
    r"\b(?:people|somebody|someone|they|some|others?|everyone|rumou?rs?)\b[^.;]{0,24}\b(?:saying|says?|said|told|think|thought|heard|has\s+it)\b[^.;]{0,40}$|"
    r"\b(?:suggested|rumou?red|claimed|believed|supposed)\s+(?:that\s+)?(?:the|our|an?|its)\s+$",
    re.IGNORECASE,
)
_NEXT = Cue(r"(?:,\s+(?:and\s+)?|\s+and\s+(?:separately,?\s+)?)(?=(?:the|an?|our)\s)")


def guards(outline: Outline) -> tuple[Thing, ...]:
    """Every such control, once, at the first place that says so."""
    found: dict[str, Thing] = {}
    text, todo = outline.document.text, action_units(outline)
    own = outline.document.source.kind is not DocumentKind.CRITIQUE
    for sentence in outline.sentences:
        unit = outline.units[sentence.unit]
        if unit.kind in _SKIPPED or unit.index in todo or sentence.text.endswith("?"):
            continue
        for phrase in (*_in_sentence(sentence), *(_by_name(sentence.text) if own else ())):
            if " " in phrase or _is_alone(phrase, text):
                key = thing_key(ElementKind.CONTROL, phrase)
                found.setdefault(key, Thing(key, ElementKind.CONTROL, named(phrase), sentence, (phrase,)))
    return tuple(found.values())


def _in_sentence(sentence: Sentence) -> Iterator[str]:
    yield from _acting(sentence.text)
    yield from _passed(sentence.text)


def _by_name(text: str) -> Iterator[str]:
    """The noun phrases whose last word calls nothing but a control: "the paraphrase finder", "a tool-call recorder"."""
    for match in SURE.finditer(text):
        span = phrase_before(text, match.end())
        phrase = text[slice(*span)] if span else ""
        if span and " " in phrase and _stands(text, span[0]) and names_guard(phrase, surely=False):
            yield phrase


def _acting(text: str) -> Iterator[str]:
    """The noun phrases before what a control does."""
    watching = ((WATCHES, False),) if calls_guard_in(text) else ()
    for pattern, surely in ((GUARDS, True), (IS_GUARD, True), *watching):
        for match in pattern.finditer(text):
            span = phrase_before(text, match.start())
            if span and _stands(text, span[0]) and names_guard(text[slice(*span)], surely=surely):
                yield text[slice(*span)]


def _passed(text: str) -> Iterator[str]:
    """The noun phrases behind what is said of controls; of a list every one."""
    for pattern in (GUARDED_BY, LABELLED, LISTED):
        for match in pattern.finditer(text):
            start = match.end()
            while (span := phrase_after(text, start)) is not None:
                phrase = text[slice(*span)]
                if names_guard(phrase, surely=True) and not _DENIED.search(text[: span[0]]):
                    yield phrase
                following = _NEXT.match(text, span[1])
                if pattern is GUARDED_BY or following is None:
                    break
                start = following.end()


def _stands(text: str, start: int) -> bool:
    before = text[:start]
    return bool(_OPENING.search(before)) and not _DENIED.search(before) and not _HEARSAY.search(before)


def _is_alone(word: str, text: str) -> bool:
    """Is a control called by a single word never by more: is no other noun before it anywhere?"""
    return all(each in FUNCTION_WORDS or each.endswith(("’s", "'s")) for each in words_before(word, text))
