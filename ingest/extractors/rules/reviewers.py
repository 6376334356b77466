"""Who speaks in a critique: the organization, team or person that its opening lines name."""

from __future__ import annotations

import re

from graph.elements import ElementKind
from graph.naming import normal
from graph.provenance import DocumentKind
from ingest.extraction import Quote
from ingest.extractors.rules.authors import authors
from ingest.extractors.rules.bylines import bylines
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import AGENT_KINDS
from ingest.extractors.rules.letterheads import letterheads
from ingest.extractors.rules.letters import letter
from ingest.extractors.rules.reading import Place, Reading

_OPENING = Cue(
    r"\b(?:written|prepared|drafted|issued|submitted|reviewed|by)\b|\breviewers?\b|\bauthors?\b|\bon\s+behalf\s+of\b|\bfor\s+the\b|^[A-Z][\w\s]+\.$",
    re.IGNORECASE,
)
_BYLINE = Cue(
    r"^\W*(?:(?:(?:prepared|written|reviewed|submitted|drafted|compiled)\s+)?by\s+)?(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)?\W*$",
    re.IGNORECASE,
)
_SIGNED = Cue(r"^\W*[A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){0,3}\s+\($")
_LABEL = Cue(r"^\W*(?:reviewer|author):\W*$", re.IGNORECASE)
_FROM = Cue(r"(?:^|\s)From:\W*")
_REVIEWS = Cue(r"\b(?:reviewer|author|auditor|assessor|written\s+by|prepared\s+by)\b", re.IGNORECASE)
_RAISED = Cue(r"\bfindings\s+are\s+raised\s+by\b|\b(?:we|our)\b", re.IGNORECASE)
_OURS = Cue(r"\bour\s+(?:[\w-]+\s+){0,2}(?!by\b|of\b|from\b|with\b)[\w-]+,?\s+$", re.IGNORECASE)
_FOR = Cue(r"(?<!,)\s+for\s+the\b|\bon\s+behalf\s+of\b", re.IGNORECASE)
_BYLINE_LENGTH = 160
_FIRST_UNITS = 5
_ORDER = (ElementKind.ORGANIZATION, ElementKind.TEAM, ElementKind.PERSON)


def reviewers(reading: Reading) -> tuple[tuple[str, Quote], ...]:
    """Keys of whoever raises the findings of a critique, each with the words that say so; empty outside critiques.

    The persons with whom a byline opens, else the organization, team or person that its first lines name.
    """
    if reading.outline.document.source.kind is not DocumentKind.CRITIQUE:
        return ()
    return _signed(reading) or _labelled(reading) or _in_opening(reading) or _writing(reading)


def _labelled(reading: Reading) -> tuple[tuple[str, Quote], ...]:
    """The one person whom a line of the opening calls reviewer or author, where no firm is said to raise the findings."""
    text = reading.outline.document.text
    told = [each for each in bylines(reading.outline) if _REVIEWS.search(each.sentence.text)]
    person = reading.by_name.get(normal(told[0].person)) if len(told) == 1 and not _RAISED.search(text) else None
    return ((person.key, Place(reading, told[0].sentence).quote),) if person else ()


def _writing(reading: Reading) -> tuple[tuple[str, Quote], ...]:
    """The first group that the critique says it comes from."""
    for author in authors(reading.outline):
        if (group := reading.by_name.get(normal(author.name))) is not None and group.kind in AGENT_KINDS:
            return ((group.key, Place(reading, author.sentence).quote),)
    return ()


def _signed(reading: Reading) -> tuple[tuple[str, Quote], ...]:
    """Who signs the letter that it is."""
    writer = letter(reading.outline).writer
    signed = reading.by_name.get(normal(writer[0])) if writer else None
    return ((signed.key, Place(reading, writer[1]).quote),) if writer and signed else ()


def _in_opening(reading: Reading) -> tuple[tuple[str, Quote], ...]:
    """Whom its first lines name."""
    places = [Place(reading, s) for unit in reading.outline.units[:_FIRST_UNITS] for s in unit.sentences]
    alone = _speaks_alone(reading)
    if first := _sender(reading, places) or (None if alone else _engaged(reading)):
        return (first,)
    desk = None if alone else next((head for head in letterheads(reading.outline) if head.desk), None)
    group = reading.by_name.get(normal(desk.desk or "")) if desk else None
    if desk and group and group.kind is ElementKind.TEAM:
        return ((group.key, Place(reading, desk.sentence).quote),)
    for place in places:
        agents = place.mentioned((0, len(place.sentence.text)), AGENT_KINDS)
        persons = [m for m in agents if m.kind is ElementKind.PERSON]
        opening = place.sentence.text[: persons[0].start - place.sentence.start] if persons else ""
        if (
            persons
            and (_BYLINE.search(opening) or _SIGNED.search(opening) or (alone and _LABEL.search(opening)))
            and not _FOR.search(place.sentence.text)
            and len(place.sentence.text) < _BYLINE_LENGTH
        ):
            return tuple((key, place.quote) for key in dict.fromkeys(m.key for m in persons))
    for head in letterheads(reading.outline):
        firm = reading.by_name.get(normal(head.firm)) if head.desk is None else None
        if firm:
            return ((firm.key, Place(reading, head.sentence).quote),)
    for place in places:
        agents = place.mentioned((0, len(place.sentence.text)), AGENT_KINDS)
        agents = tuple(m for m in agents if not _is_ours(place, m.start - place.sentence.start))
        if agents and _OPENING.search(place.sentence.text):
            return ((min(agents, key=lambda mention: _ORDER.index(mention.kind)).key, place.quote),)
    return ()


def _is_ours(place: Place, at: int) -> bool:
    """Is it one of the authors' own people, or somebody called only by a post: "our engineer, Ada Moor", "the shift lead"?"""
    name = place.sentence.text[at : at + 1]
    return name.islower() or _OURS.search(place.sentence.text[:at]) is not None


def _sender(reading: Reading, places: list[Place]) -> tuple[str, Quote] | None:
    """The person or body with whom the line "From: …" opens, in a critique that has one."""
    for place in places:
        said = _FROM.search(place.sentence.text)
        agents = place.mentioned((said.end(), said.end() + 1), AGENT_KINDS) if said else ()
        if agents:
            return agents[0].key, reading.outline.short_quote(place.sentence.start, place.sentence.end)
    return None


def _engaged(reading: Reading) -> tuple[str, Quote] | None:
    """The firm that the first lines say was asked to comment."""
    engaged = next((each for each in letterheads(reading.outline) if each.engaged), None)
    firm = reading.by_name.get(normal(engaged.firm)) if engaged else None
    return (firm.key, Place(reading, engaged.sentence).quote) if engaged and firm else None


def _speaks_alone(reading: Reading) -> bool:
    """Does the critique say "I" and never "we"?"""
    words = re.findall(r"\b(?:I|we|We|our|Our)\b", reading.outline.document.text)
    return words.count("I") > 1 and len(words) == words.count("I")
