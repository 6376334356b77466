"""Spans of time and work as sources word them: "within fifteen minutes", "six engineer-weeks"."""

from __future__ import annotations

import re

from graph.naming import COUNT_WORDS
from ingest.extractors.rules.cues import Cue

_WORDS = ("a", "an", *COUNT_WORDS)
_VALUES = {"a": 1.0, "an": 1.0, "the": 1.0, "half": 0.5, "couple": 2.0} | {
    word: float(value) for value, word in enumerate(COUNT_WORDS, start=1)
}
_TENS = {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0}
_VALUES |= _TENS | {"hundred": 100.0}
_SECONDS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0}
_SECONDS |= {"month": 30 * 86400.0, "year": 365 * 86400.0, "shift": 8 * 3600.0}
_DAYS = {"hour": 1 / 8, "day": 1.0, "week": 5.0, "month": 20.0, "quarter": 60.0, "year": 220.0}
_DAYS |= dict.fromkeys(("afternoon", "morning", "evening"), 0.5)

NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|half\s+an?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|couple\s+of|a\s+couple\s+of|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r"|hundred|the)"
)
_UNIT = r"(?:working\s+|business\s+|calendar\s+)?(?P<unit>second|minute|hour|day|week|month|year|shift)s?"
_SPAN = Cue(rf"\b(?P<number>(?!the\b){NUMBER}|(?<=within\s)the)[\s-]+{_UNIT}\b", re.IGNORECASE)
_CLOCK = Cue(
    r"\b(?:(?P<h>\d+)\s*h(?:ours?)?\s*)(?:(?P<m>\d+)\s*m(?:in(?:utes?)?)?)?\b|\b(?P<only>\d+)\s*min\b", re.IGNORECASE
)
_NEXT_DAY = Cue(r"\b(?:by|the|on)\s+(?:the\s+)?next\s+(?:working\s+|business\s+)?(day|morning|week)\b", re.IGNORECASE)
_OF_HOUR = Cue(
    r"\b(?P<parts>an?\s+quarter|(?:a\s+)?half|three[\s-]quarters|a\s+third)\s+of\s+an\s+hour\b|\ban\s+hour\s+and\s+a\s+(?P<more>half|quarter)\b",
    re.IGNORECASE,
)
_PARTS = {"quarter": 0.25, "half": 0.5, "three": 0.75, "third": 1 / 3}
_AT_ONCE = Cue(r"\b(?:immediately|instantly|at once|in real time)\b", re.IGNORECASE)
_EFFORT = Cue(
    rf"\b(?P<number>{NUMBER})(?:\s*(?:-|–|to)\s*{NUMBER})?[\s-]+"
    r"(?:engineer|person|staff|developer|analyst|man|people)[\s-]+(?P<unit>hour|day|week|month|quarter|year)s?\b",
    re.IGNORECASE,
)
_PLAIN_EFFORT = Cue(
    rf"\b(?P<number>{NUMBER})\s+(?P<unit>day|week|month|quarter)s?[’']?\s+(?:of\s+)?(?:work|effort)\b", re.IGNORECASE
)
_AMOUNT = rf"(?P<said>(?P<number>(?!the\b){NUMBER}|an?\s+few|several)(?:\s*(?:-|–|to|or)\s*(?:{NUMBER}))?[\s-]+(?:working\s+|full\s+)?(?P<unit>day|week|month|quarter|afternoon|morning|evening)s?[’']?)"
_ABOUT = r"(?:about|around|perhaps|roughly|some|another|only|at\s+most|nearly|almost|maybe|an?\s+estimated)\s+"
_COSTS = Cue(
    r"\b(?:takes?|taken|costs?|needs?|requires?|expects?(?:\s+to\s+need)?|occup(?:y|ies)|estimat\w+|put|puts|guess(?:es)?|reckons?|is|be|are|work\s+of|matter\s+of)\s+"
    rf"(?:(?!in\b|within\b|by\b|until\b|after\b|for\b|from\b|every\b|once\b|over\b|before\b|ago\b)[\w’'-]+\s+){{0,4}}?(?:{_ABOUT})?{_AMOUNT}(?!\s+(?:old|ago|late|earlier|later|long|before|after|away|behind|apart|window|notice|rotation))\b",
    re.IGNORECASE,
)
_ALONE = Cue(rf"(?:^|[;.]\s+)(?:{_ABOUT})?{_AMOUNT}(?=\s*(?:[.,;]|$))", re.IGNORECASE)


def number_of(words: str) -> float | None:
    """The number that a word or figure stands for: "fifteen" -> 15, "1,200" -> 1200."""
    plain = words.casefold().replace(",", "").strip()
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return float(plain)
    parts = [part for part in re.split(r"[\s-]+", plain) if part not in {"of", "a", "an"}] or [plain]
    values = [_VALUES.get(part) for part in parts]
    if None in values:
        return None
    return sum(value for value in values if value is not None)


def seconds_in(text: str) -> float | None:
    """The first span of time in the text, in seconds; None where it names none."""
    span = _SPAN.search(text)
    if (found := _OF_HOUR.search(text)) and (span is None or found.start() <= span.start()):
        return _part_of_hour(found)
    if found := span:
        number = number_of(found["number"])
        return None if number is None else number * _SECONDS[found["unit"].casefold()]
    if found := _CLOCK.search(text):
        if found["only"]:
            return float(found["only"]) * 60
        return float(found["h"]) * 3600 + float(found["m"] or 0) * 60
    if found := _NEXT_DAY.search(text):
        return _SECONDS["week" if found[1].casefold() == "week" else "day"]
    return 0.0 if _AT_ONCE.search(text) else None


def _part_of_hour(found: re.Match[str]) -> float:
    words = re.findall(r"\w+", (found["parts"] or found["more"]).casefold())
    part = next(_PARTS[word] for word in words if word in _PARTS)
    return _SECONDS["hour"] * (part + (1 if found["more"] else 0))


def effort_in(text: str) -> tuple[str, float | None] | None:
    """The words for an effort and its person-days: "six engineer-weeks" -> 30 days; None where there is none."""
    found = _EFFORT.search(text) or _PLAIN_EFFORT.search(text)
    if not found:
        return None
    return _person_days(found, found[0])


def cost_in(text: str) -> tuple[str, float | None] | None:
    """The effort that the words about a plan give it, also where they only say how long it takes: "around three months"."""
    found = _COSTS.search(text) or _ALONE.search(text)
    return effort_in(text) or (_person_days(found, found["said"]) if found else None)


def _person_days(found: re.Match[str], said: str) -> tuple[str, float | None]:
    number = number_of(found["number"])
    return said, None if number is None else number * _DAYS[found["unit"].casefold()]
