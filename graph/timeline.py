"""When the entries of a timeline happened: the clock of each, and the day that it, a date line or a heading states.

Without a stated day, entries under one heading are of one day until midnight passes. Entries that run back by more
than an hour and by less than half a day begin anew: nothing says which day they are of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.moments import AMBIGUOUS, DAY, OFFSETS, Day, Moment, day_number, zone_shift

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DATE = (
    r"(?:(?P<y>\d{4})-(?P<mo>\d{2})-(?P<d>\d{2})|"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\b\.?,?(?:\s+(?P<y1>\d{{4}}))?|"
    rf"(?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b,?(?:\s+(?P<y2>\d{{4}}))?)"
)
_CLOCK = (
    r"(?<![\d:.])(?P<hours>\d{1,2}):(?P<minutes>\d{2})(?::(?P<seconds>\d{2})(?:\.\d+)?)?(?!:?\d)"
    rf"\s*(?P<half>[apAP]\.?[mM]\b\.?)?(?P<memory>[*†‡]?)\s*(?P<zone>(?:[+-]\d{{2}}:?\d{{2}}|{'|'.join(sorted((*OFFSETS, *AMBIGUOUS)))})\b)?"
)
_DATES = re.compile(_DATE, re.IGNORECASE)
_CLOCKS = re.compile(_CLOCK)
_OPENS = re.compile(
    rf"[^\w~]{{0,3}}(?:\d{{1,3}}\s*[\t|]\s*)?(?i:on\s+)?(?:(?i:(?P<weekday>{_WEEKDAY})\b)[,.]?\s*)?(?:(?i:{_DATE})[T,\s|]*)?(?i:at\s+)?"
    rf"(?P<about>(?i:(?:around|about|approximately|roughly|ca\.?|circa|(?:shortly|just)\s+(?:after|before))\s+|~\s*)?)"
    rf"(?={_CLOCKS.pattern.replace('?P<', '?P<_')})"
)
_WHOLE_DATE = re.compile(
    rf"\W*+(?:date\b\W*+|on\s+|day\s+of\s+)?(?P<weekday>{_WEEKDAY}\b)?\W*+(?:{_DATE})?\W*+(?P<weekday2>{_WEEKDAY}\b)?\W*+",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"\b(?:at)\s+(?P<about>(?:around|about|roughly)\s+)?(?={_CLOCKS.pattern.replace('?P<', '?P<_')})")
_NESTED = re.compile(
    r"\b(who|whom|which|that|had|after|before|when|until|till|since|because|while|by|due|from|between|every|each|daily|usually|normally|"
    r"scheduled|would|should|will|next|if|whenever)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(timeline|detect\w*|discover\w*|respon\w*|contain\w*|resol\w*|recover\w*|mitigat\w*|investigat\w*|escalat\w*|impact|notif\w*|summary|"
    r"what happened|events|remediat\w*|follow-?up|aftermath)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*(?:[–-]\s*\d{1,2}:\d{2}\s*)?(?:\([^)]{0,40}\))?\s*[:,|–—-]*\s*")
_BACK = 3_600


def moments(sentences: Iterable[tuple[str, str]]) -> tuple[Moment | None, ...]:
    """The moment of each sentence, given as (heading above it, sentence) in reading order; None where it states none."""
    reading = _Reading()
    found = tuple(reading.read(heading, text) for heading, text in sentences)
    zones = {each.zone for each in found if each is not None and each.zone}
    if len(zones) != 1:
        return found
    (zone,) = zones
    return tuple(each and replace(each, zone=zone) for each in found)


@dataclass
class _Reading:
    """How far a document has been read: the day in force, and the last clock of its group."""

    heading: str = ""
    day: Day | None = None
    weekday: str = ""
    group: int = 0
    midnights: int = 0
    last: Moment | None = None
    years: list[int] = field(default_factory=list)

    def read(self, heading: str, text: str) -> Moment | None:
        if heading != self.heading:
            self.heading = heading
            self._enter(heading)
        whole = _WHOLE_DATE.fullmatch(text)
        if whole and any(whole.groups()):
            self._begin(self._day(text), whole["weekday"] or whole["weekday2"] or "")
            return None
        clock = self._clock(text)
        if clock is None and text.rstrip().endswith(":") and len(_DATES.findall(text)) == 1:
            self._begin(self._day(text))
        return clock

    def _enter(self, heading: str) -> None:
        """A heading: of a day, of a part of the same events, or of something else."""
        day, weekday = self._day(heading), re.search(rf"\b{_WEEKDAY}\b", heading, re.IGNORECASE)
        if day or weekday or not _GOES_ON.search(heading):
            self._begin(day, weekday[0] if weekday else "")

    def _begin(self, day: Day | None, weekday: str = "") -> None:
        self.day, self.weekday = day, weekday.casefold()[:3]
        self.group, self.midnights, self.last = self.group + 1, 0, None

    def _day(self, text: str) -> Day | None:
        """The one date in a text; None where there is none, or there are several."""
        found = list(_DATES.finditer(text))
        return self._dated(found[0]) if len(found) == 1 else None

    def _dated(self, found: re.Match[str]) -> Day | None:
        year = found["y"] or found["y1"] or found["y2"]
        name = (found["m1"] or found["m2"] or "").casefold()[:3]
        month = _MONTHS.index(name) + 1 if name else int(found["mo"])
        if year:
            self.years.append(int(year))
        day = Day(self.years[-1] if self.years else None, month, int(found["d"] or found["d1"] or found["d2"]))
        return day if day_number(day, day.year or 2000) is not None else None

    def _clock(self, text: str) -> Moment | None:
        found = _OPENS.match(text) or _within(text)
        clock = _CLOCKS.match(text, found.end()) if found else None
        read = _read_clock(clock) if clock else None
        if found is None or clock is None or read is None:
            return None
        opens = found.re is _OPENS
        dated = opens and self._set_day(found)
        read = replace(read, opens=_opened(text, clock.end()) if opens else 0, about=bool(found["about"]) or read.about)
        return self._placed(read, dated=dated)

    def _set_day(self, opening: re.Match[str]) -> bool:
        """Take the day with which an entry opens, if it does."""
        day = self._dated(opening) if _DATES.search(opening[0]) else None
        weekday = (opening["weekday"] or "").casefold()[:3]
        if (day and day != self.day) or (weekday and not day and weekday != self.weekday):
            self._begin(day, weekday)
        elif day:
            self.midnights = 0
        return day is not None

    def _placed(self, read: Moment, *, dated: bool) -> Moment:
        """The clock in its group, past midnight where it falls back by more than half a day."""
        if not dated:
            self._pass_midnight(read)
        placed = replace(read, day=self.day, midnights=self.midnights, group=self.group)
        self.last = placed
        return placed

    def _pass_midnight(self, read: Moment) -> None:
        shift = zone_shift(self.last.zone, read.zone) if self.last and self.last.zone and read.zone else 0
        if self.last and shift is not None:
            passed = read.seconds - shift - self.last.seconds
            if passed < 0 and passed + DAY <= DAY // 2:
                self.midnights += 1
            elif passed < -_BACK:
                self._begin(None)
        elif self.last:
            self._begin(None)


def _opened(text: str, end: int) -> int:
    """Where the words of an entry begin behind its clock."""
    behind = _BEHIND.match(text, end)
    return behind.end() if behind else end


def _within(text: str) -> re.Match[str] | None:
    """Where a plain sentence names its one clock: "The porter heard it at 16:05."."""
    alone = not _NESTED.search(text) and len(_CLOCKS.findall(text)) == 1
    return _INSIDE.search(text) if alone else None


def _read_clock(clock: re.Match[str]) -> Moment | None:
    hours, minutes, seconds = int(clock["hours"]), int(clock["minutes"]), int(clock["seconds"] or 0)
    half = (clock["half"] or "").casefold()[:1]
    if hours > (12 if half else 23) or minutes > 59 or seconds > 59 or (half and hours == 0):
        return None
    hours = hours % 12 + 12 * (half == "p") if half else hours
    return Moment(
        hours * 3600 + minutes * 60 + seconds,
        to_the_second=clock["seconds"] is not None,
        about=bool(clock["memory"]),
        zone=clock["zone"],
    )
