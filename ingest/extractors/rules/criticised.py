"""Things that a critique takes a view of and does not introduce: known by that name in all of its sentences.

"We have no objection to the kill switch. It depends on the orchestration API.": the report introduces the switch, the
critique only speaks of it, and says what it needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import ElementKind
from graph.naming import normal
from graph.provenance import DocumentKind
from ingest.extractors.rules.aims import aimed_at
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.letters import letter
from ingest.extractors.rules.mentions import find_mentions
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.opinions import opinions_in
from ingest.extractors.rules.phrases import named, phrase_after
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.safeguards import is_safeguard
from ingest.extractors.rules.topics import topics
from ingest.extractors.rules.views import views_in
from ingest.things import is_plural

_CHANGES = Cue(
    r"(?:have|make|let|put|give|rerun|re-run|redo|repeat|extend|move|run|lift|raise|lower|tighten|drop)\s+(?:the|its|your|our)\s+",
    re.IGNORECASE,
)
_DOES = frozenset(
    [
        "recompute",
        "refuse",
        "drawn",
        "run",
        "done",
        "cover",
        "look",
        "page",
        "ring",
        "record",
        "fail",
        "stop",
        "check",
        "keep",
    ]
)
_NAMED = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})


def with_criticised(reading: Reading) -> Reading:
    """The reading of a critique with the things that its opinions are about; of other documents as it is."""
    if reading.outline.document.source.kind is not DocumentKind.CRITIQUE:
        return reading
    new = {thing.key: thing for thing in _criticised(reading) if normal(thing.name) not in reading.by_name}
    if not new:
        return reading
    things = (*reading.gathered.things, *new.values())
    mentions = find_mentions(reading.outline.sentences, things)
    gathered = replace(reading.gathered, things=things)
    return replace(reading, gathered=gathered, mentions=mentions, mentioned=reading.mentioned | frozenset(new))


def _criticised(reading: Reading) -> Iterator[Thing]:
    yield from topics(reading)
    yield from _advised(reading)
    for sentence in reading.outline.sentences:
        told = views_in(sentence.text)
        aim = (aimed_at(reading, sentence, outright=True) or aimed_at(reading, sentence)) if told else None
        lone = (
            opinions_in(sentence.text)
            and letter(reading.outline).writer is not None
            and re.search(r"\w-\w+\s|^[A-Z][a-z]+$", aim.name if aim else "")
        )
        several = aim is not None and " " not in aim.name and is_plural(aim.name.lower())
        if aim and aim.kind in _NAMED and not several and (lone or _is_sure(aim.name, aim.kind)):
            yield Thing(aim.key, aim.kind, aim.name, sentence, () if " " in aim.name else (aim.name.lower(),))


def _advised(reading: Reading) -> Iterator[Thing]:
    """What the advice of a letter changes: "have the red-pen review recompute …", "rerun the steering experiments"."""
    for plan in reading.plans if letter(reading.outline).writer is not None else ():
        opening = _CHANGES.match(plan.name)
        span = phrase_after(plan.name, opening.end()) if opening else None
        name = plan.name[slice(*span)] if span else ""
        name = name.rpartition(" ")[0] if name.split()[-1:] and name.split()[-1] in _DOES else name
        kind = ElementKind.CONTROL if is_safeguard(name) else ElementKind.EVIDENCE
        if " " in name and _is_sure(name, kind):
            sentence = plan.sentence or plan.unit.sentences[0]
            yield Thing(thing_key(kind, name), kind, named(name), sentence)


def _is_sure(name: str, kind: ElementKind) -> bool:
    """Does the last word of a name of several words speak for its kind?"""
    return is_safeguard(name) or votes_of_head(name)[kind] > 0
