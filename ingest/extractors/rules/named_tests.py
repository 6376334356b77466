"""Tests that a document calls by ordinary words, and says how they came out or who made them: "in the brake test of 3 May …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind
from graph.naming import singular
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.interviewers import questioners
from ingest.extractors.rules.lexicon import COMMON_VERBS, DETERMINERS, FUNCTION_WORDS, GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import named, phrase_after
from ingest.extractors.rules.trial_words import (
    CAME_OUT,
    DATE,
    HEADED,
    MONTHS,
    NOT_MADE,
    OF_OTHER,
    RATIO,
    SOFT_HEAD,
    TO_COME,
)

_SOFT = Cue(SOFT_HEAD, re.IGNORECASE)
_ENOUGH = Cue(r"(?:back-?test|dry[\s-]run|spot[\s-]check|fire[\s-]drill|walk-?through|pen-?test)s?", re.IGNORECASE)
_WORD = Cue(r"[A-Za-z][\w’'/-]*$")
_OF_DATE = Cue(rf"\s+(?:of|on|from)\s+(?P<date>{DATE})(?!\w)")
_BY = Cue(r"\s+by\s+(?:the\s+)?[A-Z][\w’-]*(?:\s+(?:&\s+|of\s+)?[A-Z][\w-]+){0,3}(?!\w)")
_IN_CHECK = Cue(r"\b(?:during|in)\s+(?:the|an?|our|its|this|that|their)\s+$", re.IGNORECASE)
_OF_THING = Cue(r"\s+of\s+(?:the\s+|our\s+|its\s+|their\s+)(?=[A-Za-z])")
_MADE = Cue(
    r"(?:,?\s+(?:which|that)\b)?[^.;:?]{0,70}?\b(?:by|with)\s+(?:the\s+|our\s+|an?\s+)?[A-Z]|\s+\((?=[^()]*[A-Z])|"
    r"\s+(?:was|were|had\s+been|has\s+been)\s+(?:last\s+|recently\s+|\w+ly\s+)?(?:run|made|held|conducted|performed|carried\s+out|done|designed|set\s+up|staged|organi[sz]ed|witnessed|repeated)\b|"
    r"\s+(?:that|which)\s+(?!would|could|should|might|will)[\w\s’'-]{2,60}?\b(?:ran|made|held|conducted|performed|did|staged|set\s+up|organi[sz]ed|put\s+together|carried\s+out|witnessed|let\s+us)\b"
)
_MAKES = Cue(
    r"\b(?:ran|conducted|performed|held|staged|organi[sz]ed|witnessed|carried\s+out|watched|completed|did|made|repeated|commissioned|set\s+up|had)\s+(?:[\w-]+\s+){0,1}$",
    re.IGNORECASE,
)
_IS_ONE = Cue(r"\b(?:is|was|were|are|as|like|been)\s+an?\s+$", re.IGNORECASE)
_EXPLAINED = Cue(r"[^.;()]{0,30}\((?:the|our|its)\s[^()]{2,60}\)")
_OFTEN = frozenset(
    ["weekly", "monthly", "quarterly", "yearly", "daily", "nightly", "hourly", "half-yearly", "assembly", "supply"]
)
_ORDER = frozenset(
    [
        "first",
        "second",
        "third",
        "last",
        "latest",
        "recent",
        "new",
        "old",
        "own",
        "same",
        "previous",
        "final",
        "main",
        "whole",
    ]
)
_FEW = 4
_NEXT = 2
_SAYS_LITTLE = (
    "planned future formal direct initial separate extensive several announced such latest same dedicated external internal case fixed failed passed published "
    "unrelated central whole standard usual proper serious simple quick named above following"
)
_KEPT = frozenset(["key", "spring", "summer", "autumn", "winter", *MONTHS])
_EMPTY = (PLAIN_ADJECTIVES | GENERIC_NAMES | frozenset(_SAYS_LITTLE.split())) - _KEPT
_STOPS = FUNCTION_WORDS | (COMMON_VERBS - {"use", "run", "call", "place", "put", "page", "work"})
_NO_PROSE = frozenset({BlockKind.HEADING, BlockKind.CODE, BlockKind.TABLE_ROW})


def named_tests(outline: Outline) -> tuple[Thing, ...]:
    """Each such test once, under the words that tell it from others; with its date where nothing else does."""
    found: dict[str, Thing] = {}
    for thing in _tests(outline):
        known = found.setdefault(thing.key, thing)
        found[thing.key] = replace(known, aliases=tuple(dict.fromkeys((*known.aliases, *thing.aliases))))
    return tuple(found.values())


def _tests(outline: Outline) -> Iterator[Thing]:
    asking = questioners(outline)
    for unit in outline.units:
        if unit.kind in _NO_PROSE or (unit.block.speaker and unit.block.speaker in asking):
            continue
        for at, sentence in enumerate(unit.sentences):
            if not sentence.text.rstrip().endswith("?"):
                yield from _in_sentence(sentence, unit.sentences[at + 1 : at + 1 + _NEXT])


def _in_sentence(sentence: Sentence, following: tuple[Sentence, ...]) -> Iterator[Thing]:
    text = sentence.text
    for match in HEADED.finditer(text):
        start = _start(text, match.start("head"))
        words = text[start : match.end()].split()
        telling = any(word.casefold() not in _EMPTY for word in words[:-1])
        end = _whole(text, match.end(), telling=telling)
        called = telling or end > match.end() or _ENOUGH.fullmatch(text[start : match.end()])
        proper = len(words) <= _FEW and _is_plain(text, start, match) and not _is_open(text, start, (match.end(), end))
        if called and proper and _is_told(sentence, (start, match), following):
            yield _thing(" ".join(text[start:end].split()), " ".join(words), sentence, telling=telling)


def _is_open(text: str, start: int, ends: tuple[int, int]) -> bool:
    """Is it only planned, wished or denied, or a part of another name: "the brake test bench"?"""
    to_come = any(TO_COME.match(text, end) for end in ends)
    return to_come or bool(NOT_MADE.search(text[:start]) or OF_OTHER.match(text, ends[0]))


def _whole(text: str, end: int, *, telling: bool) -> int:
    """Where the name ends with the date of the test, or what it is of: "functional test of the light curtain"."""
    dated, of = _OF_DATE.match(text, end), _OF_THING.match(text, end)
    if dated is not None:
        return dated.end()
    by = None if telling else _BY.match(text, end)
    if by is not None:
        return by.end()
    span = phrase_after(text, of.end()) if of else None
    if span is None:
        return end
    first, _, last = text[slice(*span)].rpartition(" ")
    return span[0] + len(first) if first and last.endswith("ed") else span[1]


def _thing(whole: str, phrase: str, sentence: Sentence, *, telling: bool) -> Thing:
    """The test by its short name where a date follows, by the whole one where that says what it is of."""
    first, _, last = phrase.rpartition(" ")
    dated = _OF_DATE.match(whole, len(phrase)) is not None
    name = phrase if telling and (dated or whole == phrase) else whole
    one = f"{first} {singular(last)}" if name == phrase else name
    said = (one, whole, name, phrase) if telling else (one, whole)
    aliases = tuple(dict.fromkeys(each for each in said if each != named(name)))
    return Thing(thing_key(ElementKind.EVIDENCE, one), ElementKind.EVIDENCE, named(name), sentence, aliases)


def _start(text: str, head: int) -> int:
    """Where the noun phrase begins that ends with the word at `head`, without what says little at its start: "first"."""
    starts = [head]
    while True:
        before = text[: starts[-1]].rstrip(" \n")
        word = _WORD.search(before[-40:])
        if word is None or len(before) == starts[-1]:
            break
        said = word[0].casefold()
        if said in _STOPS or said.endswith(("’s", "'s", "s’")) or (said.endswith("ly") and said not in _OFTEN):
            break
        starts.append(len(before) - len(said))
    while len(starts) > 1 and text[starts[-1] : starts[-2]].strip().casefold() in _ORDER:
        starts.pop()
    return starts[-1]


def _is_determined(text: str, start: int) -> bool:
    """Does the phrase open the sentence, or stand behind a determiner, a possessor, a number or a mark?"""
    before = text[:start].rstrip()
    if not before or before[-1] in ':(–—-*_|•·"“,;':
        return True
    last = before.split()[-1].strip('*_("“')
    return (
        last.casefold() in DETERMINERS | _ORDER | {"under", "during", "in", "at", "by"}
        or last.endswith(("’s", "'s", "s’"))
        or last.isdigit()
    )


def _is_plain(text: str, start: int, match: re.Match[str]) -> bool:
    """Is it a noun phrase in small letters, and no activity: "at designing experiments"; nor what something else is called?"""
    first = text[start : match.end()].split(maxsplit=1)[0]
    doing = first.endswith("ing") and re.search(r"\b(?:at|in|by|of|for|from|with)\s+$", text[:start], re.IGNORECASE)
    capital = match["head"][0].isupper() and start < match.start("head")
    other = capital or _EXPLAINED.match(text, match.end()) or _IS_ONE.search(text[:start])
    return not doing and not other and _is_determined(text, start)


def _is_told(sentence: Sentence, place: tuple[int, re.Match[str]], following: tuple[Sentence, ...]) -> bool:
    """Does the text say how it came out, there or right after, or who made it?"""
    text, (start, match) = sentence.text, place
    if _MADE.match(text, match.end()) or _MAKES.search(text[:start]):
        return True
    if match["head"].casefold().startswith("check") and not _IN_CHECK.search(text[:start]):
        return False
    here = CAME_OUT.search(text) is not None or RATIO.search(text) is not None
    if _SOFT.fullmatch(match["head"]):
        return here and (RATIO.search(text) is not None or CAME_OUT.search(text, match.end()) is not None)
    told = (CAME_OUT.search(each.text) and not each.text.endswith("?") for each in following)
    return here or any(told) or any(RATIO.search(each.text) for each in following)
