"""Needs that one of several things meets: "either the mains or the generator", "any two of the three gauges"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import Operator
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.durations import NUMBER, number_of
from ingest.extractors.rules.phrases import phrase_after

_OPENER = Cue(
    r"\s*(?:on\s+|from\s+)?(?:(?P<one>either\s+(?:of\s+)?|(?:any\s+|at\s+least\s+|only\s+)?one\s+of\s+|any\s+of\s+)|"
    rf"(?:any|at\s+least|a\s+minimum\s+of)\s+(?P<k>(?!one\b|an?\b|the\b){NUMBER})\s+(?:out\s+)?of\s+|"
    r"(?P<k2>two|three|four)\s+(?:out\s+)?of\s+)"
    r"(?:(?:the\s+|these\s+|its\s+)?(?:two|three|four|five|six|following)\b\s*[\w-]*\s*[:–—-]\s*)?",
    re.IGNORECASE,
)
_JOINT = Cue(
    r"\s*(?:,\s*(?P<word>and|or)\b|,|\b(?P<word2>and|or)\b)\s+(?:else\s+|failing\s+that\s+)?(?:on\s+|from\s+|off\s+)?",
    re.IGNORECASE,
)
_ENOUGH = r"(?:suffices?|(?:will|would|can)\s+(?:do|serve)|(?:is|are|would\s+be)\s+(?:enough|sufficient)|does\s+the\s+job|at\s+a\s+time)"
_WHICHEVER = Cue(
    rf"\bwhichever\b|\b(?:either|any|one)(?:\s+one)?(?:\s+of\s+(?:them|these|those|the\s+\w+))?(?:\s+\w+)?\s+{_ENOUGH}|"
    rf"\beach\s+(?:alone|by\s+itself|on\s+its\s+own)\s+{_ENOUGH}|\bif\s+one\s+(?:fails|goes|is\s+(?:out|down))\b[^.;]{{0,30}}\bother",
    re.IGNORECASE,
)
_ANY_K = Cue(rf"\bany\s+(?P<k>(?!one\b|an?\b|the\b){NUMBER})(?:\s+of\s+[\w\s]{{2,20}}?)?\s+{_ENOUGH}", re.IGNORECASE)
_FALLS_BACK = Cue(
    r"\b(?:falls?\s+back|switches(?:\s+over)?|switch\s+(?:over|to)|goes\s+over|chang(?:es?|ing)\s+over|takes?\s+over|cuts?\s+over|"
    r"carries\s+on|keeps?\s+(?:on\s+)?(?:going|running|working)|still\s+(?:works|runs|holds)|steps?\s+in|kicks?\s+in)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Choice:
    """Spans of the things of which one, or k, meet a need. `whole`: whether each of them could be read."""

    spans: tuple[tuple[int, int], ...]
    operator: Operator
    k: int | None = None
    whole: bool = True


def choice_at(text: str, start: int, following: str = "") -> Choice | None:
    """The choice that stands at an offset behind a verb of need; None where one thing or all of several are needed.

    `following`: the next sentence, which may say that either of them suffices.
    """
    opener = _OPENER.match(text, start)
    listed = tuple(_listed(text, opener.end() if opener else start))
    spans = tuple(span for span, _ in listed)
    end = spans[-1][1] if spans else start
    behind = f"{text[end:]} {following}"
    k = _least(opener, behind)
    if k is not None:
        return Choice(spans, Operator.AT_LEAST, k, whole=len(spans) > k)
    one = bool(opener and opener["one"]) or (len(spans) > 1 and bool(_WHICHEVER.search(behind)))
    if one or (len(spans) > 1 and listed[-1][1] == "or"):
        return Choice(spans, Operator.DISJUNCTIVE, whole=len(spans) > 1)
    return None


def falls_back(text: str) -> bool:
    """Does the clause say that something else takes the place of what failed?"""
    return _FALLS_BACK.search(text) is not None


def _least(opener: re.Match[str] | None, behind: str) -> int | None:
    found = (opener["k"] or opener["k2"]) if opener else None
    if found is None and (said := _ANY_K.search(behind)):
        found = said["k"]
    number = number_of(found) if found else None
    return int(number) if number and number > 1 else None


def _listed(text: str, start: int) -> Iterator[tuple[tuple[int, int], str]]:
    """The noun phrases joined by commas, "and" and "or", each with the word before it."""
    word = ""
    while (span := phrase_after(text, start)) is not None:
        yield span, word
        joint = _JOINT.match(text, span[1])
        joined = (joint["word"] or joint["word2"] or "").casefold() if joint else ""
        if joint is None or (word and not joined):
            return
        word = joined
        start = joint.end()
