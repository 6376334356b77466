"""How a speaker's turn opens: names and time codes in the layouts that transcripts really use."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TIME = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\b\.?)?"
_BRACKETED = rf"[\[(]\s*(?P<time>{_TIME})\s*[\])]"
_NAME = r"(?P<name>[^\W\d_](?:[\w.’'´`-]|,? (?=[\w(&/]))*?(?:\s+\d{1,2}(?![\d:]))?)"
_ROLE = r"(?:\s*[\[(](?P<role>[^\[\]()\d][^\[\]()]{0,80})[\])])?"
_LAYOUTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_BRACKETED}|(?P<bare>{_TIME}))\s*(?:[-–—|:]\s*)?{_NAME}{_ROLE}\s*:(?=\s|$)",
        rf"(?:{_BRACKETED}|(?P<bare>{_TIME}))\s*(?:[-–—|:]\s*)?{_NAME}{_ROLE}\s*$",
        rf"{_NAME}{_ROLE}\s*,?\s*(?:{_BRACKETED}|(?P<bare>{_TIME}))\s*:?(?=\s|$)",
        rf"{_BRACKETED}\s*:?(?=\s|$)",
        rf"{_NAME}{_ROLE}\s*:(?=\s|$)",
        rf"\[{_NAME}\]\s*:?(?=\s|$)",
        r"(?P<name>[QA])(?P<dot>\.)(?=\s)",
    )
)
_WHEN = re.compile(
    r"(?:at|on|by|around|about|from|until|since|before|after|between|shortly|just|then|today|yesterday)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Opener:
    """The first `length` characters of a line name the speaker, the time or both; '' is as before.

    `dotted`: a letter with a full stop, which opens turns only where "Q." and "A." take them.
    """

    length: int
    speaker: str = ""
    time: str = ""
    role: str = ""
    dotted: bool = False


def opener(line: str) -> Opener | None:
    """How a line opens a turn; None where it does not look like one at all."""
    indent = len(line) - len(line.lstrip())
    rest = line[indent : indent + 300]
    for layout in _LAYOUTS:
        found = layout.match(rest)
        if found is None:
            continue
        said = found.groupdict()
        name = " ".join((said.get("name") or "").split()).rstrip(" ,")
        if name and not _is_name(name):
            continue
        time = said.get("time") or said.get("bare") or ""
        clock = time.split(".")[0].split(",")[0]
        return Opener(indent + found.end(), name, clock, said.get("role") or "", dotted="dot" in said)
    return None


def _is_name(words: str) -> bool:
    """Whether words can be somebody's name: few, begun with capitals but for particles, and saying no time."""
    parts = words.replace(",", " ").split()
    if _WHEN.match(words):
        return False
    return len(parts) <= 6 and len(words) <= 60 and sum(part[0].islower() for part in parts) <= len(parts) // 3
