"""How fast it went: times between two entries of a timeline, worked out from both, and times that a source gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.course import Happening, Stage, counts_from_before
from assistant.event_questions import EventQuestion
from assistant.facts.fact import Fact
from assistant.facts.quotes import elapsed_fact, messages_in, quote_facts
from assistant.facts.steps import step
from assistant.retrieval import Entry
from assistant.scope import Scope
from graph.moments import elapsed

S = Stage
REPORTS = frozenset({S.NOTICED, S.TOLD, S.ESCALATED})
_STEPS = (S.TOLD, S.ESCALATED, S.RESPONDED, S.CONTAINED, S.ENDED)
_OVER = frozenset({S.CONTAINED, S.ENDED})
_INTERVAL = re.compile(
    r"^\W*(?P<what>[^:]{6,90}?)\s*(?:\([^)]*\))?\s*:\s*\W{0,3}\d[\d\s.,]*(?:h|m|s|d|hours?|minutes?|mins?|days?|seconds?|weeks?)\b[^:;]{0,40}$",
    re.IGNORECASE,
)
_MARK = re.compile(r"#\d+")
_UNTIL = re.compile(
    r"\b(?:to|until|till)\b(?P<until>.*)|(?P<whole>exposure|downtime|duration|detection|response|recovery)",
    re.IGNORECASE,
)
_REACHES: tuple[tuple[frozenset[Stage], re.Pattern[str]], ...] = (
    (frozenset({S.NOTICED}), re.compile(r"report|detect|notic|discover|aware|alert", re.IGNORECASE)),
    (frozenset({S.TOLD, S.ESCALATED}), re.compile(r"told|notif|inform|alert|escalat|page|call|report", re.IGNORECASE)),
    (frozenset({S.RESPONDED}), re.compile(r"respon|acknowledg|arriv|investigat", re.IGNORECASE)),
    (
        _OVER,
        re.compile(
            r"quarantin|contain|isolat|remov|resol|fix|recover|restor|block|mitigat|clos|end|recall|down|exposure|stop",
            re.IGNORECASE,
        ),
    ),
)


@dataclass(frozen=True)
class _Group:
    """Lines that sum up times one below the other, and the sentences above them in their section."""

    above: tuple[Entry, ...]
    lines: tuple[Entry, ...]

    @property
    def words(self) -> frozenset[str]:
        return frozenset[str]().union(*(entry.words for entry in (*self.above, *self.lines)))

    @property
    def lead(self) -> tuple[Entry, ...]:
        """The first sentence of the passage right above."""
        return tuple(e for e in self.above if e.passage.id == self.above[-1].passage.id)[:1]


def latency_facts(
    asked: EventQuestion,
    told: tuple[Happening, ...],
    *,
    meant: Callable[[Happening], bool],
    parties: frozenset[str],
    scope: Scope,
) -> Iterator[Fact]:
    """Times between entries first, then those that the documents sum up in lines or say in sentences.

    `meant`: whether a sentence is of what the question names; `parties`: who is asked about.
    """
    timed = (each for each in told if each.moment)
    if parties and asked.stages == {S.RESPONDED}:
        yield from _since_told(tuple(timed), parties, scope)
        return
    for _, group in groupby(timed, lambda each: each.entry.passage.document):
        yield from _between(asked, tuple(group), meant=meant, scope=scope)
    if not asked.stages or S.TOLD in asked.stages:
        messages = (each for each in messages_in(asked.documents, scope) if each.latency_s is not None)
        yield from (step(each, scope.case, each.source) for each in messages)
    summed_up = tuple(_summed_up(asked, scope))
    yield from summed_up or (_summed_up(replace(asked, stages=frozenset()), scope) if _asks_of_all(asked) else ())
    wanted = (each for each in told if S.LASTED in each.stages and (not asked.stages or each.stages & asked.stages))
    yield from quote_facts((entry for each in wanted if meant(each) for entry in _with_before(each, scope)), scope)


def _asks_of_all(asked: EventQuestion) -> bool:
    """Does it ask how fast the response was, of nobody in particular, so that every time that is summed up is of it?"""
    return asked.stages == {S.RESPONDED} and not asked.named


def _since_told(timed: tuple[Happening, ...], parties: frozenset[str], scope: Scope) -> Iterator[Fact]:
    """How long a party took from the entry in which it is told; none where it is unclear which entry that is."""
    theirs = [each for each in timed if not parties.isdisjoint(scope.named_in(each.entry.text))]
    for end in (each for each in theirs if S.RESPONDED in each.stages):
        told = [e for e in theirs[: theirs.index(end)] if e.stages & {S.TOLD, S.ESCALATED}]
        marks = set(_MARK.findall(end.entry.text))
        told = [e for e in told if marks & set(_MARK.findall(e.entry.text))] if marks else told
        if len(told) != 1 or not told[0].moment or not end.moment:
            continue
        passed = elapsed(told[0].moment, end.moment)
        fact = None if passed is None else elapsed_fact(told[0], end, seconds=passed, scope=scope)
        if fact:
            yield fact


def _between(
    asked: EventQuestion, timed: tuple[Happening, ...], *, meant: Callable[[Happening], bool], scope: Scope
) -> Iterator[Fact]:
    """The times of one timeline up to what is asked for: from its beginning, then from the first report, shortest first."""
    reported = next((each for each in timed if each.stages & REPORTS), None)
    first = _first_with(reported, timed)
    found: dict[tuple[int, int], tuple[bool, float, Fact]] = {}
    for start, end in _pairs(asked, timed, first=first, reported=reported):
        if not start.moment or not end.moment or not meant(end):
            continue
        passed = elapsed(start.moment, end.moment)
        fact = None if passed is None else elapsed_fact(start, end, seconds=passed, scope=scope)
        if passed is not None and fact is not None:
            found.setdefault((timed.index(start), timed.index(end)), (start is reported, passed, fact))
    yield from (fact for *_, fact in sorted(found.values(), key=lambda each: each[:2]))


def _first_with(reported: Happening | None, timed: tuple[Happening, ...]) -> Happening | None:
    """The first entry of the day of the first report; of the timeline, where nobody reports."""
    if reported is None or reported.moment is None:
        return timed[0] if timed else None
    return next((e for e in timed if e.moment and e.moment.group == reported.moment.group), None)


def _pairs(
    asked: EventQuestion, timed: tuple[Happening, ...], *, first: Happening | None, reported: Happening | None
) -> Iterator[tuple[Happening, Happening]]:
    wanted = asked.stages or frozenset(S)
    if first and reported and S.NOTICED in wanted and first is not reported:
        yield first, reported
    base = reported or first
    if base is None:
        return
    later = timed[timed.index(base) + 1 :]
    for stage in _STEPS:
        end = _reached(stage, later, asked) if stage in wanted else None
        if end:
            yield base, end
        if end and first and first is not base and asked.stages & _OVER:
            yield first, end


def _reached(stage: Stage, later: tuple[Happening, ...], asked: EventQuestion) -> Happening | None:
    """The first entry of a stage, and the last that ends it; one with the question's own verb, where there is any."""
    found = asked.nearest(each for each in later if stage in each.stages)
    return found[-1 if stage is S.ENDED else 0] if found else None


def _with_before(each: Happening, scope: Scope) -> tuple[Entry, ...]:
    """A sentence that gives a time, after the one of its section that it counts from: "Twenty minutes later …"."""
    place = scope.passages.entries.index(each.entry)
    before = scope.passages.entries[place - 1] if place else each.entry
    counts_on = counts_from_before(each.entry.text) and before.passage.section == each.entry.passage.section
    return (before, each.entry) if counts_on else (each.entry,)


def _summed_up(asked: EventQuestion, scope: Scope) -> Iterator[Fact]:
    """The lines that sum up times; where there are several lists of them, what stands above each."""
    groups = [group for document in sorted(asked.documents) for group in _groups(document, scope)]
    telling = [group for group in groups if asked.named & group.words]
    kept = telling if 0 < len(telling) < len(groups) else groups
    for group in kept:
        lines = tuple(line for line in group.lines if _reaches(line, asked))
        yield from quote_facts((*(group.lead if lines and len(groups) > 1 else ()), *lines), scope)


def _groups(document: str, scope: Scope) -> Iterator[_Group]:
    entries = (entry for entry in scope.passages.entries if entry.passage.document == document)
    for _, section in groupby(entries, lambda entry: entry.passage.section):
        above: tuple[Entry, ...] = ()
        for sums_up, part in groupby(section, _sums_up):
            if sums_up:
                yield _Group(above, tuple(part))
            else:
                above = tuple(part)


def _sums_up(entry: Entry) -> bool:
    found = _INTERVAL.match(entry.text)
    return found is not None and _UNTIL.search(found["what"]) is not None


def _reaches(line: Entry, asked: EventQuestion) -> bool:
    """Does a line give the time up to what is asked for?"""
    until = _UNTIL.search(line.text.rpartition(":")[0])
    text = (until["until"] or until["whole"]) if until else ""
    if asked.exactly and not asked.says(text):
        return False
    return not asked.stages or any(cue.search(text) for reached, cue in _REACHES if reached & asked.stages)
