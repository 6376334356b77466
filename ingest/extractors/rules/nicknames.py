"""Names that talk gives to a thing that it has just described: "the oversight dashboard, everybody calls it the Lighthouse".

Also the other way round: "Let's start with the turnstile." – "On paper, just-in-time access broker.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import AGENT_KINDS, decided, votes_of_head
from ingest.extractors.rules.lexicon import COMMON_VERBS, CONTROL_HEADS, DEPENDENCY_HEADS, FUNCTION_WORDS, GENERIC_NAMES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import head, named, phrase_after
from ingest.extractors.rules.safeguards import SAFEGUARD_HEADS

_NP = r"(?:[a-z][\w-]*\s+){0,3}?[a-z][\w-]*"
_WHO = r"(?i:we|people|everyone|everybody|they|the\s+\w+)\s+(?:all\s+|just\s+|here\s+|internally\s+|usually\s+|only\s+)?calls?"
_CALLED = Cue(rf"\b{_WHO}\s+(?:it|that|this|them)\s+[“\"'‘]?(?:the\s+)?(?P<nick>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)\b")
_BEFORE = Cue(rf"\b(?:[Tt]he|[Oo]ur|[Aa]n?)\s+(?P<full>{_NP}),?\s+(?:which\s+|what\s+)?(?:is\s+what\s+)?$")
_TOPIC = Cue(rf"\b(?:the|your|an?|our)\s+(?P<full>{_NP})\s*[?.,](?=\s|$)", re.IGNORECASE)
_ON_PAPER = Cue(
    r"\b(?:on\s+paper|officially|formally|properly(?:\s+called)?|(?:its|the)\s+(?:real|proper|official|full)\s+name(?:\s+is|[’']s)?|in\s+the\s+(?:documents|paperwork|manual)(?:\s+it[’']s)?)"
    r"(?:\s+it[’']s)?[,:]?\s+[“\"‘']?(?:an?\s+|the\s+)?(?P<full>[a-z][\w-]+(?:\s+[a-z][\w-]+){1,3})[”\"’']?(?=[,.;)]|$)",
    re.IGNORECASE,
)
_ALONE = Cue(r"\W*(?:the|our)\s+(?P<nick>[a-z][\w-]+(?:\s+[a-z][\w-]+)?)\W*", re.IGNORECASE)
_OFFICIALLY = Cue(
    r"\W*(?:[Oo]fficially|[Oo]n\s+paper|[Pp]roperly|[Ff]ormally|[Ii]ts\s+(?:real|proper|official|full)\s+name\s+is)(?:\s+it[’']s)?,?\s+(?:the\s+|an?\s+)?(?P<full>[A-Z][\w-]+(?:\s+[A-Z][\w-]+){1,3})(?=\s*[,.;]|$)"
)
_ABOUT = Cue(
    r"\b(?:start\s+with|about|describe|explain|is|what[’']s|take)\s+(?:the\s+)?(?P<nick>[A-Z][\w-]+|[a-z][\w-]+)\s*[,.?]"
)
_SORTS = GENERIC_NAMES | frozenset(
    ["script", "thing", "program", "programme", "tool", "box", "job", "bit", "piece", "bot", "machine", "file", "app"]
)
_BACK = 2


def nicknamed(outline: Outline) -> tuple[Thing, ...]:
    """Controls and dependencies of an interview with the names that people give them; a person's or a team's is left to others."""
    if outline.document.source.kind is not DocumentKind.INTERVIEW:
        return ()
    found: dict[str, Thing] = {}
    for full, nick, sentence in (*_called(outline), *_on_paper(outline), *_corrected(outline)):
        kind = _kind(full)
        if kind is not None:
            key = thing_key(kind, full)
            found.setdefault(key, Thing(key, kind, named(full), sentence, (nick, full)))
    return tuple(found.values())


def _called(outline: Outline) -> Iterator[tuple[str, str, Sentence]]:
    """(full name, nickname, where): the noun phrase right before, else the one with which the turn or the question ended."""
    for unit in outline.units:
        for sentence in unit.sentences if unit.kind is BlockKind.TURN else ():
            for match in _CALLED.finditer(sentence.text):
                here = _BEFORE.search(sentence.text[: match.start()])
                full = here["full"] if here else _topic_before(outline, sentence)
                if full and _is_plain(full):
                    yield full, match["nick"], sentence


def _topic_before(outline: Outline, sentence: Sentence) -> str:
    earlier = [s for s in outline.units[sentence.unit].sentences if s.start < sentence.start]
    if sentence.unit and outline.units[sentence.unit - 1].kind is BlockKind.TURN:
        earlier = [*outline.units[sentence.unit - 1].sentences, *earlier]
    for each in reversed(earlier[-_BACK - 1 :]):
        topics = [match["full"] for match in _TOPIC.finditer(each.text) if _is_plain(match["full"])]
        if topics:
            return topics[-1]
    return ""


def _on_paper(outline: Outline) -> Iterator[tuple[str, str, Sentence]]:
    """The official name that an answer gives to what was asked about by a nickname."""
    turns = [unit for unit in outline.units if unit.kind is BlockKind.TURN and unit.sentences]
    for asked, answer in pairwise(turns):
        about = [match["nick"] for s in asked.sentences for match in _ABOUT.finditer(s.text)]
        for sentence in answer.sentences[:_BACK] if about else ():
            said = _ON_PAPER.search(sentence.text)
            span = phrase_after(sentence.text, said.start("full")) if said else None
            if said and span == said.span("full") and about[-1].casefold() not in FUNCTION_WORDS:
                yield said["full"], about[-1], sentence


def _corrected(outline: Outline) -> Iterator[tuple[str, str, Sentence]]:
    """The official name that a speaker puts behind the one in use: "The cellar. Officially the Weights Enclave."."""
    for unit in outline.units:
        for opening, behind in pairwise(unit.sentences) if unit.kind is BlockKind.TURN else ():
            nick, said = _ALONE.fullmatch(opening.text), _OFFICIALLY.match(behind.text)
            if nick and said:
                yield said["full"], nick["nick"], behind


def _is_plain(full: str) -> bool:
    words = full.split()
    return (
        len(words) > 1 and head(full) not in _SORTS and not any(word in FUNCTION_WORDS | COMMON_VERBS for word in words)
    )


def _kind(full: str) -> ElementKind | None:
    last = head(full)
    if decided(votes_of_head(full)) in AGENT_KINDS:
        return None
    needed = last in DEPENDENCY_HEADS - CONTROL_HEADS - SAFEGUARD_HEADS
    return ElementKind.DEPENDENCY if needed else ElementKind.CONTROL
