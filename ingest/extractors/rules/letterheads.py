"""The head of a critique: which firm or desk it comes from, as its first lines say it without a sentence.

"Fenwick Assurance, 4 June 2026.", "Prepared by the Assurance Desk, Ostrand AI".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import looks_like_person, votes_of_head
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence

_NAME = r"[A-Z][\w&’'-]*(?:\s+(?:of\s+|for\s+|and\s+|&\s+)?[A-Z][\w&’'-]*){0,4}"
_DATE = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{4}|\d{4})"
_FIRM = Cue(rf"^\W*(?:The\s+)?(?P<firm>{_NAME}),\s+(?:[A-Z][a-z]+,\s+)?{_DATE}")
_DESK = Cue(
    rf"^\W*(?:prepared|written|drafted|reviewed|submitted|compiled)\s+by\s+the\s+(?P<desk>{_NAME}),\s+(?P<firm>{_NAME})\W*$",
    re.IGNORECASE,
)
_GROUP = Cue(
    rf"^\W*(?:(?P<firm>{_NAME}),\s+)?(?:the\s+)?(?P<desk>{_NAME})\s+(?:group|team|desk|unit|office|function|section)\b(?=\W|$)(?!\s+(?:of|is|has|was|asked)\b)"
)
_OUTSIDE = Cue(
    r"\b(?:Assurance|Advisory|Advisors|Advisers|Associates|Analytics|Consultants|Consultancy|Collective|Alliance|Trust|Auditors|Evaluations|"
    r"Panel|Council|Academy|Society|Bureau|Commission|Observatory|Forum|Consortium|Coalition|Fellowship|Guild|Partnership)$"
)
_ENGAGED = Cue(
    rf"\b(?:asked|commissioned|engaged|invited|hired|retained|appointed)\s+(?P<firm>{_NAME})\s+to\s+(?:comment|review|assess|look|examine|read|give|write|check|audit|critique)\b"
)
_SIGNED = Cue(
    r"(?:^|[.;\n]\s*)(?:(?:other|panel|lead)\s+)?(?:rapporteurs?|chair(?:man|woman|person)?|members?|authors?|reviewers?|secretary|convener|signed|signatories|contributors?)"
    r"(?:\s+(?:for|of)\s+the\s+\w+)?:\s|(?:^|[.;\n]\s*)(?:written|prepared|drafted|authored|compiled|signed)\s+by\s(?!the\b)",
    re.IGNORECASE,
)
_BETWEEN = Cue(r"\s*(?:[,;.\n]\s+(?:and\s+)?|\s+and\s+|\()\s*")
_DEGREE = Cue(r"^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)+")
_TOP = 5


@dataclass(frozen=True)
class Letterhead:
    """The firm, and the desk of it that wrote, where one is named. `engaged`: it says who asked the firm to."""

    firm: str
    sentence: Sentence
    desk: str | None = None
    engaged: bool = False


def letterheads(outline: Outline) -> Iterator[Letterhead]:
    """What the first lines of a critique say of where it comes from; nothing in other documents."""
    if outline.document.source.kind is not DocumentKind.CRITIQUE:
        return
    for unit in outline.units[:_TOP]:
        for sentence in unit.sentences if unit.kind is not BlockKind.HEADING else ():
            if (engaged := _ENGAGED.search(sentence.text)) is not None:
                yield Letterhead(engaged["firm"], sentence, engaged=True)
            for line in sentence.text.split("\n"):
                desk, firm = _DESK.match(line), _FIRM.match(line)
                if group := _GROUP.match(line):
                    yield Letterhead(group["firm"] or group["desk"], sentence, group["desk"])
                elif desk and not re.fullmatch(_DATE, desk["firm"]):
                    yield Letterhead(desk["firm"], sentence, desk["desk"])
                elif firm and is_outside(firm["firm"]):
                    yield Letterhead(firm["firm"], sentence)


def signed(outline: Outline) -> Iterator[tuple[Sentence, int]]:
    """The lines at the head of a critique that list who signs it, and where in them the names begin."""
    if outline.document.source.kind is DocumentKind.CRITIQUE:
        for unit in outline.units[:_TOP]:
            for sentence in unit.sentences if unit.kind is not BlockKind.HEADING else ():
                if (match := _SIGNED.search(sentence.text)) is not None:
                    yield sentence, match.end()


def signers(outline: Outline) -> tuple[Thing, ...]:
    """The persons whom these lines list."""
    kind = ElementKind.PERSON
    found = {}
    for sentence, start in signed(outline):
        for name in _BETWEEN.split(_SIGNED.sub(", ", sentence.text[start:]).rstrip(".")):
            if looks_like_person(bare := _DEGREE.sub("", name.strip())):
                found[bare] = Thing(thing_key(kind, bare), kind, bare, sentence)
    return tuple(found.values())


def firms(outline: Outline) -> tuple[Thing, ...]:
    """The firms of the letterheads, as organizations."""
    found = {each.firm: each for each in reversed(tuple(letterheads(outline))) if each.firm != each.desk}
    kind = ElementKind.ORGANIZATION
    return tuple(Thing(thing_key(kind, name), kind, name, each.sentence) for name, each in found.items())


def desks(outline: Outline) -> tuple[Thing, ...]:
    """The groups of a firm that the letterheads name, as teams."""
    kind = ElementKind.TEAM
    found = {each.desk: each for each in reversed(tuple(letterheads(outline))) if each.desk}
    return tuple(Thing(thing_key(kind, name), kind, name, each.sentence) for name, each in found.items())


def is_outside(name: str) -> bool:
    """Does the last word tell that it is a firm, and no team of one?"""
    return bool(" " in name and _OUTSIDE.search(name)) or votes_of_head(name)[ElementKind.ORGANIZATION] > 0
