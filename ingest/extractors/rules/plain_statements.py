"""Things that one plain sentence names and ties together: "The pump relies on the valve.", "The door sensor alerts the bridge watch."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import AGENT_KINDS, decided, votes_of_head
from ingest.extractors.rules.lexicon import CONTROL_HEADS, ROLE_HEADS, TEAM_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import head, named, phrase_after
from ingest.extractors.rules.topic_words import GUARDS, KNOWN, NO_NOUNS, NO_TOPIC, SAYS_LITTLE

_NP = r"(?:[a-z][\w-]*\s+){0,3}?[a-z][\w-]*"
_NEEDS = r"(?:relies|depends)\s+(?:entirely\s+|completely\s+|solely\s+|only\s+)?(?:up)?on|needs|requires|cannot\s+(?:work|run|function)\s+without"
_ALERTS = r"(?:alerts|pages|warns|notifies|rings|wakes|calls|e-?mails|texts|signals)"
_NEED = Cue(rf"^\W*(?:The|Our)\s+(?P<who>{_NP})\s+(?:{_NEEDS})\s+(?P<what>the|our|its|an?)\s+(?=[a-z])")
_ALERT = Cue(rf"^\W*(?:The|Our)\s+(?P<who>{_NP})\s+{_ALERTS}\s+(?P<what>the|our|an?)\s+(?=[a-z])")
_RINGS_IN = Cue(r"\b(?:rings|sounds|goes\s+off|shows\s+up|comes\s+up|lights\s+up)\s+(?:in|at|on)\s+the\s+(?=[a-z])")
_LONGER = Cue(
    r"\b(?!(?:the|an?|our|its|their|this|that|no|each|every|one|any)\b)[a-z][\w-]*\s+(?=(?P<last>[a-z][\w-]*))",
    re.IGNORECASE,
)
_WATCHES = frozenset({"watch", "shift", "room", "tower", "bridge", "ward", "guard", "post", "rota", "crew", "on-call"})


def plain_statements(outline: Outline) -> Iterator[Thing]:
    """Controls, dependencies and teams that such sentences name by noun phrases whose last words say what they are."""
    longer = frozenset(match["last"] for match in _LONGER.finditer(outline.document.text))
    for sentence in outline.sentences:
        if outline.units[sentence.unit].kind in {BlockKind.HEADING, BlockKind.CODE, BlockKind.TABLE_ROW}:
            continue
        need, alert = _NEED.match(sentence.text), _ALERT.match(sentence.text)
        if need is not None:
            needed = _phrase(sentence, need.end())
            if all(_tells(phrase) and _is_whole(phrase, longer) for phrase in (need["who"], needed)):
                yield from (_thing(phrase, sentence, alerts=False) for phrase in (need["who"], needed))
        for match in _RINGS_IN.finditer(sentence.text):
            place = _phrase(sentence, match.end())
            if " " in place and head(place) in _WATCHES:
                yield Thing(thing_key(ElementKind.TEAM, place), ElementKind.TEAM, named(place), sentence, (place,))
        if alert is not None:
            told = _phrase(sentence, alert.end())
            if (
                _tells(alert["who"])
                and _is_whole(alert["who"], longer)
                and " " in told
                and (kind := _agent(told)) is not None
            ):
                yield _thing(alert["who"], sentence, alerts=True)
                yield Thing(thing_key(kind, told), kind, named(told), sentence, (told,))


def _is_whole(phrase: str, longer: frozenset[str]) -> bool:
    """Is a single word nowhere in the document the end of a longer name: "the approval" beside "dual approval"?"""
    return " " in phrase or phrase not in longer


def _phrase(sentence: Sentence, start: int) -> str:
    span = phrase_after(sentence.text, start)
    return sentence.text[slice(*span)] if span else ""


def _tells(phrase: str) -> bool:
    """Is it a noun phrase whose last word is known as apparatus, and which is no person, text or event?"""
    words = phrase.split()
    if not words or any(word in NO_NOUNS for word in words) or decided(votes_of_head(phrase)) in AGENT_KINDS:
        return False
    last = head(phrase)
    telling = len(words) == 1 or any(word not in SAYS_LITTLE for word in words[:-1])
    return telling and last in KNOWN and not (len(words) == 1 and last in NO_TOPIC)


def _agent(phrase: str) -> ElementKind | None:
    last = head(phrase)
    if last in ROLE_HEADS:
        return ElementKind.PERSON
    return ElementKind.TEAM if last in TEAM_HEADS | _WATCHES else None


def _thing(phrase: str, sentence: Sentence, *, alerts: bool) -> Thing:
    guards = alerts or head(phrase) in GUARDS | CONTROL_HEADS
    kind = ElementKind.CONTROL if guards else ElementKind.DEPENDENCY
    return Thing(thing_key(kind, phrase), kind, named(phrase), sentence, () if " " in phrase else (phrase,))
