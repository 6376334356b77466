"""Things as people in talk bring them up: "there's a volume cap", "we call that the command screen", "The egress log."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.naming import normal, singular
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import CONTROL_HEADS, FUNCTION_WORDS, GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.phrases import head, named, phrase_after

_BROUGHT_UP = Cue(
    r"\b(?:there(?:[’']s|\s+is|\s+was|\s+are)|(?:we|you|they)(?:[’']ve)?\s+(?:have|had|got)|we\s+call\s+(?:that|it|this)|it[’']s|"
    r"that[’']s|then\s+comes|(?:that|it)\s+is|called)\s+(?:(?:then|also|basically|really|just)\s+)?(?:(?<!t[’']s\s)(?<!t\sis\s)an?|the|our)\s+",
    re.IGNORECASE,
)
_DENIED = Cue(
    r"\b(?:no|not|never|\w+n[’']t|wish|if|heard|told|said|saying|suppose|imagine|think)\b[^.;]{0,40}$", re.IGNORECASE
)
_NOT_THERE = Cue(
    r"\bthere(?:[’']s|\s+is|\s+was|\s+are)\s+no(?:\s+such)?\s+|\b(?:people|somebody|someone|they)\b[^.;]{0,30}?\b(?:says?|saying|said|told|claims?)\b[^.;]{0,30}?\bthere(?:[’']s|\s+is|\s+was)\s+an?\s+|\bwish\s+(?:there\s+(?:was|were)|(?:we|i)\s+had)\s+an?\s+",
    re.IGNORECASE,
)
_TAKEN_BACK = Cue(
    r"\W*(?:well|no|or|sorry|actually)?,?\s*(?:(?:rather|I\s+mean),?\s+)?(?:there|that|it)\s+(?:was|used\s+to\s+be)\b(?=\s*(?:[.,;]|$))|\W*not\s+any\s*more\b",
    re.IGNORECASE,
)
_GIVEN = Cue(r"\b(?:if|when|once|without|unless|with|then)\b", re.IGNORECASE)
_ALONE = Cue(r"^(?:the\s+|our\s+)?(?P<phrase>[a-z][\w-]+\s+[\w-]+)[.,]?$", re.IGNORECASE)
_TOPIC = Cue(
    r"^(?:and|so|then|what\s+about|how\s+about|tell\s+me\s+about)\s+(?:the|your)\s+(?P<phrase>[a-z][\w-]+\s+[\w-]+)\?$",
    re.IGNORECASE,
)
_TOO_PLAIN = frozenset(
    ["line", "list", "list", "lead", "case", "stop", "hold", "memo", "pack", "check", "period", "panel"]
)
_HEADS = (CONTROL_HEADS - _TOO_PLAIN) | {
    "screen",
    "limit",
    "switch",
    "rule",
    "meter",
    "watcher",
    "buzzer",
    "counter",
    "dialler",
    "log",
    "breaker",
    "fence",
}
_MAX_WORDS = 4
_COMPARED = frozenset(
    {"comparison", "audit", "evaluation", "exercise", "study", "trial", "experiment", "drill", "test", "rehearsal"}
)


def brought_up(outline: Outline) -> tuple[Thing, ...]:
    """Controls and evidence that a speaker brings up by a noun phrase of two words or more; of questions only "And the egress log?" does."""
    found: dict[str, Thing] = {}
    for unit in outline.units:
        for sentence, phrase in _phrases(unit) if unit.kind is BlockKind.TURN else ():
            kind = _kind(phrase)
            if kind is not None:
                key = thing_key(kind, phrase)
                found.setdefault(key, Thing(key, kind, named(phrase), sentence, (phrase,)))
    return tuple(found.values())


def denied_controls(outline: Outline) -> frozenset[str]:
    """Normal forms of what speakers say is not there, or wish for: "there's no drone patrol"."""
    found = set(_taken_back_phrases(outline))
    for unit in outline.units:
        for sentence in unit.sentences if unit.kind is BlockKind.TURN else ():
            for match in _NOT_THERE.finditer(sentence.text):
                if _GIVEN.search(sentence.text[: match.start()]):
                    continue
                span = phrase_after(sentence.text, match.end())
                found.add(normal(sentence.text[span[0] : span[1]]) if span else "")
    return frozenset(found)


def _taken_back_phrases(outline: Outline) -> Iterator[str]:
    """Normal forms of what is brought up and at once said to be there no more."""
    for unit in outline.units:
        for position, sentence in enumerate(unit.sentences if unit.kind is BlockKind.TURN else ()):
            for match in _BROUGHT_UP.finditer(sentence.text) if _taken_back(unit, position) else ():
                span = phrase_after(sentence.text, match.end())
                yield normal(sentence.text[slice(*span)]) if span else ""


def _taken_back(unit: Unit, position: int) -> bool:
    """Does the next sentence say that it is no longer there: "There's a size limit. Well, there was."?"""
    following = unit.sentences[position + 1].text if position + 1 < len(unit.sentences) else ""
    return _TAKEN_BACK.match(following) is not None


def _phrases(unit: Unit) -> Iterator[tuple[Sentence, str]]:
    for position, sentence in enumerate(unit.sentences):
        text = sentence.text
        if text.endswith("?"):
            topic = _TOPIC.match(text)
            if topic:
                yield sentence, topic["phrase"]
            continue
        alone = _ALONE.match(text) if position == 0 else None
        if alone:
            yield sentence, alone["phrase"]
        for match in () if _taken_back(unit, position) else _BROUGHT_UP.finditer(text):
            span = phrase_after(text, match.end())
            if span and span[0] - match.end() < 2 and not _DENIED.search(text[: match.start()]):
                yield sentence, text[span[0] : span[1]]


def _kind(phrase: str) -> ElementKind | None:
    words = phrase.split()
    telling = [word for word in words[:-1] if word.casefold() not in PLAIN_ADJECTIVES | GENERIC_NAMES - {"security"}]
    if not telling or len(words) > _MAX_WORDS or words[0].casefold() in FUNCTION_WORDS:
        return None
    last = head(phrase)
    if last in _COMPARED and len(telling) == len(words) - 1:
        return ElementKind.EVIDENCE
    return ElementKind.CONTROL if last in _HEADS or singular(words[-1].casefold()) in _HEADS else None
