"""Who tells whom, in any clause: "the hook sends a page to the duty lead, who handed it to Ana Li", "if he is stuck, it goes to …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.elements import ElementKind, RelationType
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied
from ingest.extractors.rules.durations import seconds_in
from ingest.extractors.rules.first_person import agents_in
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.tellers import Teller, teller_of
from ingest.extractors.rules.telling_words import BY, FIRST_WORD, TELLS, TOLD, channel_of, may_tell

_SKIPPED = frozenset({BlockKind.HEADING, BlockKind.CODE})
_BETWEEN = Cue(
    r"(?:(?:the|an?|our|its|their|his|her)\s+)?(?:(?!(?:to|of|and|that|in|on|for|with|by|who|which|from)\b)[\w’'-]+,?\s+){0,4}[(“\"*_]*",
    re.IGNORECASE,
)
_ALSO = Cue(r"(?:\s+team|\s+group)?(?:,\s+(?:and\s+)?|\s+and\s+)(?:(?:the|an?|our)\s+)?")
_NAMED = Cue(r"[\w\s’'-]{0,24},\s+(?:an?\s+)?")
_DENIED = Cue(
    r"\b(?:not|\w+n[’']t|never|nobody|no\s+one|used\s+to|neither|nor|without|could|might|may|should|supposed\s+to|meant\s+to|would\s+have|asked\s+to|wants?|plans?|thought|said\s+that)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_ASIDE = Cue(r"\b(?:is|are)\s+said\s+to\b|\bon\s+paper\b|\brumou?r|\bI[’']d\s+have\s+said\b", re.IGNORECASE)
_BY_ITSELF = Cue(
    r"\bby\s+itself\b|\bautomatic(?:ally)?\b|\bwithout\s+(?:anyone|anybody|waiting|a\s+person|human|being\s+asked)\b|\bon\s+its\s+own\b|\bunasked\b|\bno\s+(?:person|human)\b|\bnobody\s+has\s+to\b",
    re.IGNORECASE,
)
_REPORTS = Cue(r"reports?\s+to\b", re.IGNORECASE)
_INFORMS = Cue(r"\b(?:informed|alerted|notified)\b|\b(?:was|were)\s+(?:first\s+)?told\b", re.IGNORECASE)
_HANDS_ON = Cue(r"\b(?:escalat|hand(?:s|ed)\b|pass(?:es|ed)\b|in\s+turn)", re.IGNORECASE)
_SOON = Cue(r"\b(?:within|after|in\s+under|inside)\s+", re.IGNORECASE)
_NEAR = 2


@dataclass(frozen=True)
class _Told:
    """Somebody who is told, by what words; `by`: where who tells is named behind a passive."""

    who: Mention
    words: re.Match[str]
    by: int | None = None
    passive: bool = False


def read_tellings(reading: Reading, known: Iterable[ProposedRelation]) -> Iterator[ProposedRelation]:
    """ALERTS and ESCALATES_TO that `known` does not hold yet. Who was told before hands it on; in reports and incidents
    somebody who was not, and informs somebody, alerts.
    """
    before = tuple(known)
    done = {(each.source, each.target) for each in before}
    told = {each.target for each in before}
    places = {(each.quote.start, end) for each in before for end in (each.source, each.target)}
    talk = reading.outline.document.source.kind is DocumentKind.INTERVIEW
    for sentence in reading.outline.sentences:
        unit = reading.outline.units[sentence.unit]
        asked = sentence.text.rstrip(' "”’)*_').endswith("?")
        if unit.kind in _SKIPPED or sentence.unit in reading.planned or asked or _ASIDE.search(sentence.text):
            continue
        place = Place(reading, sentence)
        for each in _told(place):
            by = _teller(place, each)
            if by is None or by.key == each.who.key or (by.key, each.who.key) in done:
                continue
            if {(place.quote.start, by.key), (place.quote.start, each.who.key)} & places or _is_line(each, by):
                continue
            said = _said(place, each, by, first=not talk and by.key not in told)
            told.add(each.who.key)
            done.add((by.key, each.who.key))
            yield said


def retold(reading: Reading, known: Iterable[ProposedRelation]) -> Iterator[ProposedRelation]:
    """The same messages; outside of talk whoever was told nothing before, and informs somebody, alerts instead of handing on."""
    talk = reading.outline.document.source.kind is DocumentKind.INTERVIEW
    told: set[str] = set()
    for each in sorted(known, key=lambda relation: relation.quote.start):
        first = not talk and each.source not in told and _INFORMS.search(each.quote.text) is not None
        plain = each.type is RelationType.ESCALATES_TO and not _HANDS_ON.search(each.quote.text)
        yield replace(each, type=RelationType.ALERTS) if first and plain else each
        told.add(each.target)


def _is_line(told: _Told, by: Teller) -> bool:
    """Does it only say whose superior somebody is: "we report to Ana Li"?"""
    return by.kind is not ElementKind.CONTROL and _REPORTS.match(told.words[0]) is not None


def _said(place: Place, told: _Told, by: Teller, *, first: bool) -> ProposedRelation:
    control = by.kind is ElementKind.CONTROL
    informs = first and FIRST_WORD.match(told.words[0].strip()) is not None and not by.handed_on
    type_ = RelationType.ALERTS if control or informs else RelationType.ESCALATES_TO
    text = place.sentence.text
    before = _SOON.search(text, 0, told.words.start())
    return replace(
        place.relation(type_, (by.key, told.who.key)),
        channel=channel_of(told.words, text),
        latency_s=seconds_in(text[told.words.start() :])
        or (seconds_in(text[before.start() : told.words.start()]) if before else None),
        automatic=_BY_ITSELF.search(text) is not None if control else None,
    )


def _told(place: Place) -> Iterator[_Told]:
    text, start = place.sentence.text, place.sentence.start
    agents = agents_in(place, (0, len(text))) if may_tell(text) else ()
    if not agents:
        return
    for match in TELLS.finditer(text):
        if not _is_denied(text[: match.start()]):
            yield from (_Told(who, match) for who in _behind(place, agents, match.end()))
    for match in TOLD.finditer(text):
        who = next((m for m in reversed(agents) if 0 <= match.start() - (m.end - start) <= _NEAR), None)
        if who is None or _is_denied(text[: who.start - start]):
            continue
        by = BY.match(text, match.end())
        yield _Told(who, match, by.end() if by else None, passive=True)


def _is_denied(before: str) -> bool:
    return _DENIED.search(before) is not None or is_denied(before)


def _behind(place: Place, agents: tuple[Mention, ...], offset: int) -> Iterator[Mention]:
    """Who is named right behind an offset, the person whom an aside names there, and who is joined by "and"."""
    text, start = place.sentence.text, place.sentence.start
    following = [m for m in agents if m.start - start >= offset]
    if not following or not _BETWEEN.fullmatch(text, offset, following[0].start - start):
        return
    last = following[0]
    if (
        len(following) > 1
        and _NAMED.fullmatch(text, last.end - start, following[1].start - start)
        and following[1].kind is ElementKind.PERSON
    ):
        last = following[1]
    yield last
    for mention in following[following.index(last) + 1 :]:
        if not _ALSO.fullmatch(text, last.end - start, mention.start - start) or TOLD.match(text, mention.end - start):
            return
        last = mention
        yield last


def _teller(place: Place, told: _Told) -> Teller | None:
    if told.by is not None:
        text, start = place.sentence.text, place.sentence.start
        named = [
            m
            for m in place.mentioned((told.by, len(text)), AGENT_KINDS | {ElementKind.CONTROL})
            if _BETWEEN.fullmatch(text, told.by, m.start - start)
        ]
        return Teller(named[0].key, named[0].kind) if named else None
    return teller_of(place, told.who, told.words, passive=told.passive)
