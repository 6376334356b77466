"""What a comment of a critique is about by its title: "**3. The two-key rule.** I would not count it.", the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import CRITICIZED, ElementKind
from graph.naming import normal
from graph.provenance import DocumentKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import Introduction, numbered_key
from ingest.extractors.rules.kinds import decided, votes_of_head
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.numbered_comments import COMMENT
from ingest.extractors.rules.numbering import references_in
from ingest.extractors.rules.phrases import named, phrase_after
from ingest.extractors.rules.reading import Reading
from ingest.extractors.rules.safeguards import is_safeguard

_DETERMINED = Cue(r"(?:the|their|its|your)\s+", re.IGNORECASE)
_PRACTICE = Cue(r"[\w-]+[- ][\w-]+\s+(?:rule|procedure|register|rota|regime|requirement)")
_AIMED_AT = frozenset({ElementKind.CONTROL, ElementKind.EVIDENCE, ElementKind.DEPENDENCY})


def is_titled(finding: Introduction) -> bool:
    """Is it a comment whose name is a title, and no statement?"""
    return finding.word == COMMENT and bool(finding.name)


def topic_of(reading: Reading, comment: Introduction) -> str | None:
    """The key of the numbered or named thing that is the whole title of a comment; None where it is no such thing."""
    if not is_titled(comment):
        return None
    for reference in references_in(comment.name):
        key = numbered_key(reference.kind, reference.number)
        whole = (reference.start, reference.end) == (0, len(comment.name))
        if whole and reference.kind in CRITICIZED and key in reading.proposable:
            return key
    thing = reading.by_name.get(normal(_plain(comment.name)))
    return thing.key if thing is not None and thing.kind in _AIMED_AT else None


def topics(reading: Reading) -> Iterator[Thing]:
    """The controls and studies that the titles of a critique's comments call by a telling name."""
    if reading.outline.document.source.kind is not DocumentKind.CRITIQUE:
        return
    for comment in reading.introductions:
        name = _plain(comment.name)
        kind = _kind(name) if is_titled(comment) else None
        if kind is not None and phrase_after(name, 0) == (0, len(name)):
            sentence = next(s for s in reading.outline.units[comment.unit].sentences if s.end > comment.start)
            yield Thing(thing_key(kind, name), kind, named(name), sentence)


def _plain(name: str) -> str:
    return _DETERMINED.sub("", name, count=1) if _DETERMINED.match(name) else name


def _kind(name: str) -> ElementKind | None:
    """The kind that a name of several words tells; None where its last word tells none."""
    if " " not in name and "-" not in name:
        return None
    kind = decided(votes_of_head(name))
    if kind is None and (is_safeguard(name) or _PRACTICE.fullmatch(name)):
        return ElementKind.CONTROL
    return kind if kind in _AIMED_AT else None
