"""Whom a critique comes from, as its title, its labels, its own words or its last line say: "Comments of the Works Council on …".

A team or a firm that writes, where no person signs: "Reviewing body: Ostby Compliance", "we at Quay Safety", "For the Ledger Board,".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.group_frames import GROUP_NAME
from ingest.extractors.rules.kinds import looks_like_person
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.unit_words import kind_of_group

_WRITING = r"(?:review|comment(?:s|ary)?|report|critique|opinion|read|reading|feedback|letter|memo(?:randum)?|notes?|response|rejoinder|remarks|findings|observations|submission|statement|blog|view)"
_NAME = rf"(?:the\s+)?[*_]{{0,2}}(?P<name>{GROUP_NAME})"
_SAID = (
    Cue(rf"\b(?i:{_WRITING})(?:\s+\w+){{0,3}}?\s+(?:by|from)\s+{_NAME}"),
    Cue(rf"\b(?i:{_WRITING})\s+of\s+{_NAME}(?=\s+on\b|\s*$)"),
    Cue(
        r"\b(?:[Rr]eviewers?|[Aa]uditors?|[Aa]uthors?|[Rr]eviewing\s+body|[Pp]erformed\s+by|[Cc]arried\s+out\s+by|[Rr]eviewed\s+by|[Pp]repared\s+by|[Cc]ompiled\s+by|[Ww]ritten\s+by|[Ss]ubmitted\s+by|[Ii]ssued\s+by|"
        rf"[Aa]ll\s+(?:findings|points)\s+(?:here\s+)?are\s+raised\s+by)[:*_]{{0,4}}\s+{_NAME}"
    ),
    Cue(rf"^\W*[Bb]y\s+{_NAME}"),
    Cue(
        rf"\b(?i:notes?|points?|comments?|findings?|remarks?)\b[^.]{{0,30}}?\s(?:comes?|are|is)\s+(?:from|those\s+of|raised\s+by|made\s+by)\s+{_NAME}"
    ),
    Cue(
        rf"\b(?:[Ww]e|[Oo]ur\s+(?:observers?|testers?|auditors?|reviewers?|people|colleagues?)|[Rr]eviewers|[Tt]he\s+reviewers)\s+(?:at|of|in|from)\s+{_NAME}"
    ),
    Cue(rf"\bwhat\s+{_NAME}\s+(?:makes?|thinks?|says?|found|has\s+to\s+say)\b"),
    Cue(rf"\bthings?\s+{_NAME}\s+would\b"),
    Cue(rf"^\W*{_NAME}\s+(?:recommends?|concludes?|has\s+reviewed|reviewed|was\s+asked)\b"),
)
_LAST = Cue(rf"^\W*(?:(?:[Ff]or|[Oo]n\s+behalf\s+of)\s+)?{_NAME}[*_]{{0,2}}\W*(?:,[^.]{{2,80}}|\([^)]{{2,80}}\)\W*)?$")
_OF_PAPER = Cue(r"\b(?:Report|Assessment|Card|Case|Plan|Paper|Policy|Chapter|Section|Claim|Pathway|Finding)s?$")
_PARTNERS = Cue(r"[A-Z][a-z’'-]+\s+&\s+[A-Z][a-z’'-]+$")
_BEHIND = Cue(r"\s+(?:of|for)\s+")
_TOP, _FOOT = 8, 2


@dataclass(frozen=True)
class Author:
    """A team or a firm that writes, and where it is said."""

    name: str
    kind: ElementKind
    sentence: Sentence


def authors(outline: Outline) -> tuple[Author, ...]:
    """The groups that a critique says it comes from, the surest first; empty in other documents."""
    if outline.document.source.kind is not DocumentKind.CRITIQUE:
        return ()
    units = [unit for unit in outline.units if unit.sentences]
    told = [each for unit in (*units[:_TOP], *units[-_FOOT:]) for each in _in_unit(unit)]
    return tuple(dict.fromkeys((*told, *_last(units), *_inside(units))))


def author_things(outline: Outline) -> Iterator[Thing]:
    """The authors as teams and organizations."""
    for each in authors(outline):
        yield Thing(thing_key(each.kind, each.name), each.kind, each.name, each.sentence)


def _in_unit(unit: Unit) -> Iterator[Author]:
    for sentence in unit.sentences:
        for pattern in _SAID:
            for match in pattern.finditer(sentence.text):
                yield from _author(match["name"], sentence)


def _inside(units: list[Unit]) -> Iterator[Author]:
    """Who "we" are wherever it is said: "We at Quay Safety"."""
    for unit in units[_TOP:-_FOOT]:
        for sentence in unit.sentences:
            for match in _SAID[5].finditer(sentence.text):
                yield from _author(match["name"], sentence)


def _last(units: list[Unit]) -> Iterator[Author]:
    """The name alone on the last line: "— Ostby Institute, working group on monitoring"."""
    for unit in units[-_FOOT:]:
        line = unit.text.rpartition("\n")[2] if unit.kind is not BlockKind.HEADING else ""
        signed = _LAST.match(line) or _LAST.match(unit.text)
        if signed:
            yield from _author(signed["name"], unit.sentences[-1])


def _author(name: str, sentence: Sentence) -> Iterator[Author]:
    kind = ElementKind.ORGANIZATION if _PARTNERS.match(name) else kind_of_group(name)
    if kind and " " in name and not _OF_PAPER.search(name) and not looks_like_person(_BEHIND.split(name)[0]):
        yield Author(name, kind, sentence)
