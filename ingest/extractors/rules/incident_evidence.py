"""A numbered incident as evidence: what its report says of how each control did on the day evaluates that control."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind, RelationType
from ingest.document import BlockKind
from ingest.extraction import ProposedElement, ProposedRelation
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.incident_things import incident_name
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.names import thing_key
from ingest.extractors.rules.performances import doing
from ingest.extractors.rules.reading import Place, Reading

_TOP = 5
_DID = Cue(
    r"(?:\s+(?:itself|alone))?\s+(?:(?:also|then|still|duly|only|never|again|\w+ly)\s+)?(?:(?:did|does)\s+(?:not\s+)?(?:work|fire|trip|ring|go\s+off|act|see|notice|catch|stop|alert|page|sound|react|respond|its\s+job|what|nothing|precisely|exactly)|"
    r"(?:didn[’']t|couldn[’']t|doesn[’']t)\s+\w+|could\s+not\s+(?:\w+\s+)?(?:see|act|read|reach|stop|work|catch)|worked|failed|held|blocked|caught|stopped|missed|tripped|fired|went\s+(?:off|blind|dark|quiet|silent)|"
    r"was\s+(?:blind|off|down|bypassed|silent|disabled|muted|useless|too\s+\w+|out\s+of\s+action|evaded|skipped|circumvented)|rang|refused|rejected|declined|paged|raised\s+(?:an?|no|the)\s|saw\s+(?:nothing|everything|it)|"
    r"passed\s+(?:it|them)|let\s+(?:it|them|the)\b|took\s+(?:\w+\s+)?(?:minutes|hours))\b",
    re.IGNORECASE,
)
_SHOWS = Cue(
    r"\b(?:incident|outage|event|episode|failure|near[\s-]miss)\s+(?:itself\s+)?(?:also\s+)?(?:shows?|showed|has\s+shown|demonstrate[sd]|confirm(?:s|ed)|prove[sd]|reveal(?:s|ed)|made\s+(?:it\s+)?(?:plain|clear)|tells?\s+us|taught\s+us)\b",
    re.IGNORECASE,
)
_RECOVERED = Cue(r"\bwhich\s+is\s+(?:how|why|what)\b|\bthanks\s+to\b", re.IGNORECASE)
_OPEN = Cue(
    r"\b(?:should|would|could\s+have|might|may|must|will|supposed|meant|if|unless|had\s+it\s+been|planned|nothing\s+about)\b|\?",
    re.IGNORECASE,
)
_REVIEWED = Cue(
    r"\b(?:reviewed|checked|verified|audited|approved\s+after\s+review)\s+by\W{1,3}(?:the\s+)?", re.IGNORECASE
)
_NEAR = 6
_CONTROL = frozenset({ElementKind.CONTROL})
_HEADED = Cue(
    r"\b(?:impact|what\s+(?:worked|held|helped|failed|broke|went\s+\w+|did\s+not\s+work|didn[’']t\s+work)|(?:controls|safeguards|barriers|defen[cs]es)(?:\s+that\s+\w+|,\s+one\s+by\s+one))\b",
    re.IGNORECASE,
)
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def read_incident_evidence(reading: Reading) -> Iterator[ProposedElement | ProposedRelation]:
    """The incident as evidence, and EVALUATED_BY from every control of which the report says how it did."""
    called = incident_name(reading.outline)
    if called is None:
        return
    name, unit = called
    key = thing_key(ElementKind.EVIDENCE, name)
    title = unit.text.strip(" *_#")
    first = reading.outline.quote(unit.start, unit.end)
    told = (*_reviewed(reading, key), *_done(reading, key))
    if not told:
        return
    yield ProposedElement(key, ElementKind.EVIDENCE, name, first, aliases=(title,) if title != name else (), text=title)
    yield from told


def _reviewed(reading: Reading, key: str) -> Iterator[ProposedRelation]:
    """Who looked at the report, by a line at its top."""
    for unit in reading.outline.units[: _TOP * 2]:
        for sentence in unit.sentences:
            said, place = _REVIEWED.search(sentence.text), Place(reading, sentence)
            agents = place.mentioned((said.end(), said.end() + _NEAR), AGENT_KINDS) if said else ()
            yield from (place.relation(RelationType.EVALUATED_BY, (key, agent.key)) for agent in agents[:1])


def _done(reading: Reading, key: str) -> tuple[ProposedRelation, ...]:
    return tuple(place.relation(RelationType.EVALUATED_BY, (control, key)) for control, place in _told(reading))


def _told(reading: Reading) -> Iterator[tuple[str, Place]]:
    for unit in reading.outline.units:
        if unit.kind not in _KINDS or unit.index in reading.planned:
            continue
        led = [
            key for key in reading.gathered.leads.get(unit.index, ()) if reading.things[key].kind is ElementKind.CONTROL
        ]
        if len(led) == 1 and _HEADED.search(unit.block.section or "") and unit.sentences:
            yield led[0], Place(reading, unit.sentences[0])
        for sentence in unit.sentences:
            place = Place(reading, sentence)
            yield from ((key, place) for key in _in_sentence(place))


def _in_sentence(place: Place) -> Iterator[str]:
    text, start = place.sentence.text, place.sentence.start
    named = place.mentioned((0, len(text)), _CONTROL)
    if (shows := _SHOWS.search(text)) is not None:
        yield from (m.key for m in named if m.start - start >= shows.end())
        return
    if _RECOVERED.search(text) and named:
        yield named[0].key
    if (control := doing(place)) is not None:
        yield control
    for mention in named:
        did = _DID.match(text, mention.end - start)
        if did and not _OPEN.search(text, 0, did.end()):
            yield mention.key
