"""Who made a test: "run by the Grid Office", "Audit carried out the drill", "(May, Evaluations)", "Who held it?" – "Resilience."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.conductor_words import (
    ACTIVE_IT,
    ASKS,
    BY,
    DATED,
    FINDS_IN,
    FOUND,
    IS_SUBJECT,
    MADE_AFTER,
    MADE_IN,
    MAKES_BEFORE,
    NOT_SO,
    OPENING,
    OPENS_WITH,
    PASSIVE_IT,
    RELATIVE,
    ROLE,
    TRIES,
)
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.outline import Unit
from ingest.extractors.rules.reading import Place, Reading

_EVIDENCE = frozenset({ElementKind.EVIDENCE})
_OTHER = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
_NEAR = 3
_FAR = 110
_OPENING = 12
_JOINED = Cue(r"\s*(?:,|,?\s+and|\s+&|,?\s+(?:jointly|together)\s+with)\s+(?:the\s+|our\s+)?", re.IGNORECASE)
_BRACKET = Cue(r",?\s*\((?P<said>[^()]{2,80})\)")
_CALLED_BY = Cue(r"\sby\s+(?:the\s+)?(?P<name>[A-Z][\w’&\s-]*)$")
_OWN = Cue(r"[’']s?\s+(?:own\s+|latest\s+|last\s+|recent\s+)?")


def read_conductors(reading: Reading) -> Iterator[ProposedRelation]:
    """EVALUATED_BY from a named test to whoever is said to have made it."""
    for unit in reading.outline.units:
        last: Mention | None = None
        for sentence in unit.sentences:
            place = Place(reading, sentence)
            tests = place.mentioned((0, len(sentence.text)), _EVIDENCE)
            if sentence.text.rstrip().endswith("?"):
                continue
            if tests:
                yield from _in_sentence(place, tests)
                last = tests[-1]
            elif last is not None:
                yield from _told_after(place, last)
        if last is not None:
            yield from _asked_after(reading, unit, last)


def _in_sentence(place: Place, tests: tuple[Mention, ...]) -> Iterator[ProposedRelation]:
    text, start = place.sentence.text, place.sentence.start
    for number, test in enumerate(tests):
        limit = tests[number + 1].start - start if number + 1 < len(tests) else len(text)
        span = (test.start - start, test.end - start)
        found = (
            *_inside(place, span),
            *_behind(place, (span[1], limit)),
            *_bracketed(place, span[1]),
            *_owning(place, span[0]),
            *_before(place, span[0]),
            *_relative(place, (span[1], limit)),
            *_finding(place, span),
        )
        found = found or _told_before(place, span[0])
        for key in dict.fromkeys(found):
            yield place.relation(RelationType.EVALUATED_BY, (test.key, key))


def agents_at(place: Place, at: int) -> tuple[str, ...]:
    """Keys of the people, teams and firms that stand right at an offset, joined: "the Grid Office and Bo Reyes"."""
    text, start = place.sentence.text, place.sentence.start
    found: list[str] = []
    for mention in place.mentioned((at, len(text)), AGENT_KINDS):
        between = text[at : mention.start - start]
        if not (_JOINED.fullmatch(between) if found else ROLE.fullmatch(between)):
            break
        found.append(mention.key)
        at = mention.end - start
    return tuple(found)


def _behind(place: Place, span: tuple[int, int]) -> tuple[str, ...]:
    """Behind a test: "…, run by the Grid Office in May", "the drill was designed by A and held by B" (B)."""
    text, start = place.sentence.text, place.sentence.start
    best: tuple[str, ...] = ()
    for by in BY.finditer(text, span[0], min(span[1], span[0] + _FAR)):
        between = (span[0], by.start())
        other = any(m.start - start < by.start() for m in place.mentioned(between, _OTHER))
        agents = () if other or NOT_SO.search(text[slice(*between)]) else agents_at(place, by.end())
        if agents and (
            by["made"]
            or by.start() - span[0] <= _NEAR
            or DATED.fullmatch(text[slice(*between)])
            or by[0].startswith("with")
        ):
            best = agents
    return best


def _bracketed(place: Place, at: int) -> tuple[str, ...]:
    bracket = _BRACKET.match(place.sentence.text, at)
    if bracket is None:
        return ()
    named = place.mentioned(bracket.span("said"), AGENT_KINDS)
    return tuple(m.key for m in named)


def _owning(place: Place, at: int) -> tuple[str, ...]:
    """Whose it is: "Meridian's blind exercise"."""
    before = place.mentioned((0, at), AGENT_KINDS)
    gap = place.sentence.text[before[-1].end - place.sentence.start : at] if before else ""
    return (before[-1].key,) if _OWN.fullmatch(gap) else ()


def _before(place: Place, at: int) -> tuple[str, ...]:
    """Who is said to have made it before its name: "The Grid Office ran the brake test", "Northgate tried it in the …"."""
    text, start = place.sentence.text, place.sentence.start
    for pattern in (MAKES_BEFORE, MADE_IN):
        makes = pattern.search(text[:at])
        before = place.mentioned((0, makes.start() + 1), AGENT_KINDS) if makes else ()
        if makes and before and IS_SUBJECT.fullmatch(text[before[-1].end - start : makes.start() + 1]):
            return _joined_back(place, before)
    return ()


def _inside(place: Place, span: tuple[int, int]) -> tuple[str, ...]:
    """Whose name the test is called by: "the audit by Harbour Assurance"."""
    by = _CALLED_BY.search(place.sentence.text, *span)
    agent = place.reading.by_name.get(normal(by["name"])) if by else None
    return (agent.key,) if agent is not None and agent.kind in AGENT_KINDS else ()


def _finding(place: Place, span: tuple[int, int]) -> tuple[str, ...]:
    """Who found something in a test with which a sentence opens: "During the brake test, Track Safety found …"."""
    text, start = place.sentence.text, place.sentence.start
    gap = FINDS_IN.match(text, span[1]) if OPENING.fullmatch(text[: span[0]]) else None
    agents = place.mentioned((gap.end(), len(text)), AGENT_KINDS)[:1] if gap else ()
    near = [m for m in agents if gap and m.start - start - gap.end() <= _NEAR and FOUND.match(text, m.end - start)]
    return tuple(m.key for m in near)


def _told_before(place: Place, at: int) -> tuple[str, ...]:
    """Who did what the test is that a sentence opens with: "The panel sent 80 requests. In this probing trial …"."""
    reading, opening = place.reading, OPENS_WITH.fullmatch(place.sentence.text[:at])
    earlier = [s for s in reading.outline.units[place.sentence.unit].sentences if s.end <= place.sentence.start]
    if opening is None or not earlier:
        return ()
    before = Place(reading, earlier[-1])
    text, start = before.sentence.text, before.sentence.start
    tries = TRIES.search(text)
    agents = before.mentioned((0, tries.start()), AGENT_KINDS) if tries else ()
    if tries is None or not agents or not IS_SUBJECT.fullmatch(text[agents[-1].end - start : tries.start()]):
        return ()
    return _joined_back(before, agents)


def _joined_back(place: Place, agents: tuple[Mention, ...]) -> tuple[str, ...]:
    """The last of these with those that are joined to it: "the Grid Office and Bo Reyes"."""
    text, start = place.sentence.text, place.sentence.start
    found = [agents[-1]]
    for mention in reversed(agents[:-1]):
        if not _JOINED.fullmatch(text[mention.end - start : found[0].start - start]):
            break
        found.insert(0, mention)
    return tuple(m.key for m in found)


def _relative(place: Place, span: tuple[int, int]) -> tuple[str, ...]:
    """Who made it, in a clause behind it: "which the Grid Office held in May", "that Bo and I put together"."""
    text, start = place.sentence.text, place.sentence.start
    opening = RELATIVE.match(text, span[0])
    if opening is None:
        return ()
    found: list[str] = []
    at = opening.end()
    for mention in place.mentioned((at, len(text)), AGENT_KINDS):
        between = text[at : mention.start - start]
        if not (_JOINED.fullmatch(between) if found else not between.strip()):
            break
        found.append(mention.key)
        at = mention.end - start
    made = MADE_AFTER.match(text, at)
    return tuple(found) if found and made else ()


def _told_after(place: Place, test: Mention) -> Iterator[ProposedRelation]:
    """Who made what the sentences before speak of: "The Grid Office had set it up", "It was run by …"."""
    text, start = place.sentence.text, place.sentence.start
    if NOT_SO.search(text):
        return
    passive = PASSIVE_IT.match(text)
    found: tuple[str, ...] = agents_at(place, passive.end()) if passive else ()
    active = ACTIVE_IT.search(text)
    before = place.mentioned((0, min(_OPENING, active.start() + 1)), AGENT_KINDS) if active and not found else ()
    if active and before and IS_SUBJECT.fullmatch(text[before[-1].end - start : active.start() + 1]):
        found = _joined_back(place, before)
    for key in found:
        yield place.relation(RelationType.EVALUATED_BY, (test.key, key))


def _asked_after(reading: Reading, unit: Unit, test: Mention) -> Iterator[ProposedRelation]:
    """Who is named when it is asked right after who made it: "Who organised that?" – "Business Continuity."."""
    units = reading.outline.units
    for question in units[unit.index + 1 : unit.index + 3]:
        if not question.sentences or not ASKS.match(question.sentences[-1].text):
            continue
        answer = units[question.index + 1] if question.index + 1 < len(units) else None
        if answer and answer.sentences:
            place = Place(reading, answer.sentences[0])
            for key in agents_at(place, 0):
                yield place.relation(RelationType.EVALUATED_BY, (test.key, key))
        return
