"""Who or what tried a control, in prose: "in the fog drill the alarm caught 9 of 10", "an outside firm tested the lock"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.elements import ElementKind, RelationType
from graph.naming import normal
from ingest.extraction import ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.exercises import listed_exercises
from ingest.extractors.rules.happenings import PERFORMED, is_happening
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.mentions import Mention
from ingest.extractors.rules.names import Thing
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.under_test import described_controls, meant_control

_TRIED = frozenset({ElementKind.CONTROL, ElementKind.DEPENDENCY})
_EVIDENCE = frozenset({ElementKind.EVIDENCE})
_FIGURE = Cue(
    r"\d\s?%|\bper\s?cent\b|\b(?:\d[\d,]*|all|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|seventeen|eighteen|twenty)"
    r"\s+(?:out\s+)?of\s+(?:the\s+|our\s+|its\s+|their\s+)?(?:\d|them\b|these\b|those\b|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|a\s+hundred)",
    re.IGNORECASE,
)
_COUNTED = Cue(
    r"\b(?:found|caught|missed|stopped|blocked|detected|flagged|recovered|turned\s+up|turned\s+away|refused|produced|gave|let\s+through|withstood|survived|recogni[sz]ed|cut|killed)\s+"
    r"(?:only\s+|all\s+|just\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|none|nothing)\b",
    re.IGNORECASE,
)
_OPENING = Cue(
    r"^\W*(?:in|during|at|on)\s+(?:the\s+|our\s+|its\s+|that\s+|this\s+|last\s+\w+[’']s\s+)?$", re.IGNORECASE
)
_THEN_DID = Cue(
    r"\s+(?:\w+ly\s+|only\s+|still\s+|never\s+)?(?:\w+ed|caught|found|rang|let|held|cut|shut|took|went|came|stood|fell|lost|kept|saw|heard|sent|gave|did\s+not)\b",
    re.IGNORECASE,
)
_DID = Cue(
    r"\b(?:flagged|caught|found|stopped|blocked|missed|passed|failed|detected|recovered|rejected|noticed|spotted|let\s+through|held|refused|removed|reported|gave|graded|scored|marked|returned|recogni[sz]ed|killed|cut|turned\s+(?:up|away)|produced|withstood|survived|led\s+to|ended\s+in|got\s+(?:past|through|round|in|out))\b|"
    r"\bgot\b(?:[^.;]|\.(?=\d)){2,80}\b(?:past|through|round|around)\b",
    re.IGNORECASE,
)
_TESTED = Cue(
    r"^(?:,?\s+(?:an?|the|our)\s+[\w\s-]{3,40})?,?\s+(?:who\s+|which\s+)?(?:has\s+|have\s+|had\s+)?(?:also\s+|then\s+)?(?:tested|tried|examined|inspected|audited|assessed|evaluated|certified|attacked|"
    r"probed|re-?tested|verified|challenged|spent\s+[^.;,]{2,30}\s+(?:trying|testing|attacking|attempting|probing)\b[^.;,]{0,60}?)\s+"
    r"(?=(?:the|our|both|its|their|all)\s)",
    re.IGNORECASE,
)
_OF = Cue(
    r"\b(?:tests?|trials?|drills?|exercises?|inspections?|audits?|rehearsals?|simulations?|checks?)\s+of\s+(?:the\s+|our\s+|its\s+)?",
    re.IGNORECASE,
)
_ASKED = Cue(
    r"\b(?:asked|commissioned|hired|engaged|invited|paid|contracted|retained|brought\s+in|called\s+in)\s+(?:[\w-]+\s+){0,5}?$",
    re.IGNORECASE,
)
_TO_TRY = Cue(
    r"(?:,[^,.;]{3,60},)?\s+(?:to|who|which)\s+(?:[^.;,]{0,40}?\s)?(?:test|tested|try|tried|trying|attempt\w*|attack\w*|probe[sd]?|break|elicit|red-team|red-teamed|audit\w*|inspect\w*|evaluat\w+|"
    r"check\w*|verif\w+|assess\w*|examine[sd]?|repeat\w*|replicate[sd]?|reproduce[sd]?)\b",
    re.IGNORECASE,
)
_JOINED = Cue(r"\s*(?:,|and|,\s*and|as\s+well\s+as)\s*(?:the\s+)?", re.IGNORECASE)
_DENIED = Cue(r"\b(?:not|\w+n[’']t|never|nobody|no\s+one|would|could|might|should|will|if)\b", re.IGNORECASE)
_NEAR = 30


def read_trials(reading: Reading) -> Iterator[ProposedRelation]:
    """EVALUATED_BY from controls and dependencies to the exercises with figures, and to whoever tested them."""
    yield from _listed(reading)
    yield from _called_by_subject(reading)
    described = described_controls(reading)
    for sentence in reading.outline.sentences:
        place = Place(reading, sentence)
        yield from _measured(place, described)
        yield from _tested(place)
        yield from _engaged(place, described)


def _listed(reading: Reading) -> Iterator[ProposedRelation]:
    """A listed exercise tries the control or dependency that its item names first."""
    for unit, listed in listed_exercises(reading.outline):
        thing = reading.by_name.get(normal(listed.name))
        for sentence in unit.sentences if thing else ():
            place = Place(reading, sentence)
            tried = [m for m in place.mentioned((0, len(sentence.text)), _TRIED) if thing and m.key != thing.key]
            if tried and thing:
                yield place.relation(RelationType.EVALUATED_BY, (tried[0].key, thing.key))
                break


def _called_by_subject(reading: Reading) -> Iterator[ProposedRelation]:
    """A test that is called by what it tries: "the drill of the night crew" tries the night crew."""
    for thing in reading.gathered.things:
        of = _OF.search(thing.name) if thing.kind is ElementKind.EVIDENCE else None
        tried = reading.by_name.get(normal(thing.name[of.end() :])) if of else None
        tried = tried or (_shortened(reading, thing, of.end()) if of else None)
        if tried is not None and tried.kind in _TRIED:
            yield Place(reading, thing.sentence).relation(RelationType.EVALUATED_BY, (tried.key, thing.key))


def _shortened(reading: Reading, thing: Thing, at: int) -> Thing | None:
    """The only control that ends with the word by which the test calls it."""
    words = thing.name[at:].split()
    ending = [
        each
        for each in reading.gathered.things
        if each.kind in _TRIED and normal(each.name).split()[-1:] == normal(words[-1]).split()
    ]
    return ending[0] if len(words) == 1 and len(ending) == 1 else None


def _measured(place: Place, described: Mapping[int, str]) -> Iterator[ProposedRelation]:
    """A sentence with one exercise, one control that did something in it, and a figure; or one that opens with the exercise.

    Where it names no control, the one that its paragraph describes is meant.
    """
    text = place.sentence.text
    if _DENIED.search(text):
        return
    named = place.mentioned((0, len(text)), frozenset({ElementKind.CONTROL}))
    exercises = place.mentioned((0, len(text)), _EVIDENCE)
    controls = {m.key for m in named}
    if not named and (meant := meant_control(place.reading, place.sentence, described)):
        controls = {meant}
    counted = _FIGURE.search(text) or _COUNTED.search(text)
    opening = exercises and _OPENING.match(text[: exercises[0].start - place.sentence.start])
    told = bool(counted and (_DID.search(text) or opening)) or _opens_with(place, exercises, named)
    if exercises and len(controls) == 1 and (told or _shows(place, exercises[-1].key)):
        yield place.relation(RelationType.EVALUATED_BY, (controls.pop(), exercises[-1].key))


def _shows(place: Place, exercise: str) -> bool:
    """Does it say how something did in an event or a test of which it tells: "the power cut left the gate shut, as designed"?"""
    event = is_happening(place.reading.things[exercise].name)
    return event and PERFORMED.search(place.sentence.text) is not None


def _opens_with(place: Place, exercises: tuple[Mention, ...], controls: tuple[Mention, ...]) -> bool:
    """Does it say what the control did in the exercise with which it opens: "during the flood drill the alarm rang"?"""
    text, start = place.sentence.text, place.sentence.start
    if not exercises or not controls or not _OPENING.match(text[: exercises[0].start - start]):
        return False
    between = text[exercises[0].end - start : controls[0].start - start]
    return len(between) < _NEAR and _THEN_DID.match(text[controls[0].end - start :]) is not None


def _tested(place: Place) -> Iterator[ProposedRelation]:
    text, start = place.sentence.text, place.sentence.start
    for agent in place.mentioned((0, len(text)), AGENT_KINDS):
        match = _TESTED.match(text[agent.end - start :])
        if match is None or _DENIED.search(text[: agent.end - start + match.end()]):
            continue
        at = agent.end - start + match.end()
        for thing in in_a_row(place, at):
            yield place.relation(RelationType.EVALUATED_BY, (thing.key, agent.key))
        return


def _engaged(place: Place, described: Mapping[int, str]) -> Iterator[ProposedRelation]:
    """Whoever was asked to try something, in the section of the claim or the paragraph of the control that it is about."""
    text, start = place.sentence.text, place.sentence.start
    for agent in place.mentioned((0, len(text)), AGENT_KINDS):
        asked = _ASKED.search(text[: agent.start - start])
        if asked is None or _TO_TRY.match(text, agent.end - start) is None or _DENIED.search(text[: asked.start()]):
            continue
        subject = place.subject
        claim = subject if subject and place.reading.kind_of(subject) is ElementKind.CLAIM else None
        named = [m.key for m in place.mentioned((agent.end - start, len(text)), _TRIED)]
        tried = named[0] if named else claim or meant_control(place.reading, place.sentence, described)
        if tried is not None:
            yield place.relation(RelationType.EVALUATED_BY, (tried, agent.key))


def in_a_row(place: Place, at: int) -> Iterator[Mention]:
    """The controls and dependencies that stand joined behind an offset of the sentence: "the gate and the alarm"."""
    last: Mention | None = None
    for mention in place.mentioned((at, len(place.sentence.text)), _TRIED):
        begin = last.end - place.sentence.start if last else at
        between = place.sentence.text[begin : mention.start - place.sentence.start]
        if (last and not _JOINED.fullmatch(between)) or (last is None and len(between) > _NEAR):
            return
        yield mention
        last = mention
