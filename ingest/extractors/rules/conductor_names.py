"""The people, teams and firms that become known by the tests that they made: "a drill held by the Ports Inspectorate"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.conductor_words import (
    ANSWER,
    ASKS,
    BRACKETED,
    BY_NAME,
    FINDER,
    MADE_BY,
    NAMED_FIRST,
    NOT_SO,
    TRIES,
)
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import OF_WORK, is_given_name, looks_like_person, votes_of_head
from ingest.extractors.rules.lexicon import COMMON_VERBS, FUNCTION_WORDS, GENERIC_NAMES, ORGANIZATION_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.trial_words import HEADED, MONTHS, SURELY_TEST

_FIRM = Cue(
    r"(?:Inspectorate|Regulator|Commission|Administration|Partners|Associates|Consultants|Consulting|Advisory|Labs|Collective|Bureau|University|Institute|Centre|Center|Ministry)\b|"
    r"[A-Z][\w’'-]+\s+&\s+[A-Z]|^[A-ZÄÖÜ]{3,5}$"
)
_NO_NAMES = (FUNCTION_WORDS | COMMON_VERBS) - {"mine", "no"}
_WORK = frozenset(
    [
        "research",
        "safety",
        "science",
        "policy",
        "trust",
        "health",
        "tools",
        "planning",
        "response",
        "defence",
        "legal",
        "evals",
        "red",
    ]
)
_CAPITAL = Cue(r"[A-Z][\w’'.-]*\s+$")
_BACK = 30
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", *MONTHS])
_NO_PROSE = frozenset({BlockKind.HEADING, BlockKind.CODE, BlockKind.TABLE_ROW})


def conductor_names(outline: Outline) -> Iterator[Thing]:
    """Whoever has a capitalised name and is said to have made a test of which the sentence, or the one before, speaks."""
    for unit, following in pairwise((*outline.units, None)):
        if unit is None or unit.kind in _NO_PROSE:
            continue
        speaks = False
        for sentence in unit.sentences:
            here = HEADED.search(sentence.text) is not None
            if here or speaks or TRIES.search(sentence.text):
                yield from _in_sentence(outline, sentence)
            speaks = here
        if following is not None:
            yield from _answered(outline, unit, following)


def _in_sentence(outline: Outline, sentence: Sentence) -> Iterator[Thing]:
    text = sentence.text
    patterns = (MADE_BY, NAMED_FIRST, FINDER, BY_NAME, BRACKETED)
    for match in (found for pattern in patterns for found in pattern.finditer(text)):
        if not NOT_SO.search(match[0]):
            for name in filter(None, match.groupdict().values()):
                yield from _thing(outline, name, sentence)


def _answered(outline: Outline, unit: Unit, following: Unit) -> Iterator[Thing]:
    """Who is named in reply to the question who made it: "Who organised that?" – "Business Continuity."."""
    asks = unit.sentences and ASKS.match(unit.sentences[-1].text)
    answer = ANSWER.match(following.sentences[0].text) if asks and following.sentences else None
    if answer is not None:
        yield from _thing(outline, answer["name"], following.sentences[0])


def _thing(outline: Outline, said: str, sentence: Sentence) -> Iterator[Thing]:
    words = said.split()
    while words and (_first(words) in _NO_NAMES or words[0].casefold() in _DAYS):
        words = words[1:]
    if not words or SURELY_TEST.fullmatch(words[-1]):
        return
    name = " ".join(words)
    if name.casefold() in GENERIC_NAMES:
        return
    if len(words) == 1 and _is_part(outline, name):
        return
    kind = _kind(name)
    yield Thing(thing_key(kind, name), kind, name, sentence)


def _is_part(outline: Outline, name: str) -> bool:
    """Is a single word somewhere the last of a longer name: "Holm" beside "Ines Holm"?"""
    text, places = outline.document.text, outline.concordance.find_all(name)
    return any(_CAPITAL.search(text[max(0, found.start() - _BACK) : found.start()]) for found in places)


def _first(words: list[str]) -> str:
    return re.split(r"[’']", words[0])[0].casefold()


def _kind(name: str) -> ElementKind:
    last = name.rsplit(maxsplit=1)[-1].casefold()
    found = votes_of_head(name)
    if found[ElementKind.TEAM]:
        return ElementKind.TEAM
    if _FIRM.search(name) or last in ORGANIZATION_HEADS:
        return ElementKind.ORGANIZATION
    works = OF_WORK.search(name) or {word.casefold() for word in name.split()} & _WORK
    shaped = looks_like_person(name) and (is_given_name(name) or (" " in name and not works))
    return ElementKind.PERSON if shaped else ElementKind.TEAM
