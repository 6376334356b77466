"""The outside firm that writes a letter or memorandum: its own line at the head, "From: …, X" to another firm's people, "…, X" below the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import looks_like_person
from ingest.extractors.rules.letters import CLOSING, letter
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.rosters import Member

_FIRM = r"[A-Z][\w&’'-]*(?:\s+(?:of\s+|for\s+|and\s+|&\s+)?[A-Z][\w&’'-]*){0,4}"
_PERSON = r"[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){1,3}"
_NEXT = r"\W*(?=\n|$|\s(?:From|To|Date|Re|Subject|Cc):)"
_NO_LABEL = r"(?!(?:From|To|Date|Re|Subject|Cc):)"
_LINE = rf"(?P<firm>[A-Z][\w&’'-]*(?:\s+(?:of\s+|for\s+|and\s+|&\s+)?{_NO_LABEL}[A-Z][\w&’'-]*){{0,4}})"
_FROM = Cue(rf"(?:^|\s)\W*From:\W*(?P<person>{_PERSON}),\s+{_LINE}{_NEXT}")
_TO = Cue(rf"(?:^|\s)\W*To:\W*[^\n,:]{{3,60}},\s+{_LINE}{_NEXT}")
_TO_THEM = Cue(rf"(?:^|\n)To\s+[^\n,]{{3,60}},\s+(?P<firm>{_FIRM})\W*(?=\n|$)")
_HEAD_LINE = Cue(
    rf"(?P<firm>{_FIRM})(?:\s+(?=\d)|\s*\n\s*)(?:\d{{1,2}}\s+[A-Z][a-z]+\s+\d{{4}}|[A-Z][a-z]+\s+\d{{1,2}},\s+\d{{4}})\b"
)
_SIGNED = Cue(
    rf"(?:^|\n)(?P<person>{_PERSON})(?:,[^\S\n]+|\s*\n\s*(?:for\s+|on\s+behalf\s+of\s+)?)(?P<firm>{_FIRM})\W*$"
)
_COLLEAGUE = Cue(rf"\b[Mm]y\s+colleagues?,?\s+(?P<person>{_PERSON})(?:,?\s+and\s+(?P<second>{_PERSON}))?")
_POST = Cue(
    r"\b(?:head|director|chief|manager|lead|officer|engineer|analyst|auditor|consultant|reviewer|professor|fellow|partner|president|chair)\b",
    re.IGNORECASE,
)
_TOP, _FOOT = 6, 2


@dataclass(frozen=True)
class Affiliation:
    """Somebody of an outside firm, or the firm alone, and where it is said."""

    firm: str
    sentence: Sentence
    person: str | None = None


def affiliations(outline: Outline) -> tuple[Affiliation, ...]:
    """What the head and the foot of a critique say of the outside firm that it comes from; empty in other documents."""
    if outline.document.source.kind is not DocumentKind.CRITIQUE:
        return ()
    found = (*_of_head(outline), *_of_foot(outline))
    firm = found[0].firm if found else None
    return (*found, *_colleagues(outline, firm)) if firm else ()


def outside_firms(outline: Outline) -> tuple[Thing, ...]:
    """The firms as organizations."""
    kind = ElementKind.ORGANIZATION
    found = {each.firm: each.sentence for each in reversed(affiliations(outline))}
    return tuple(Thing(thing_key(kind, firm), kind, firm, sentence) for firm, sentence in found.items())


def affiliated(outline: Outline) -> tuple[Member, ...]:
    """Who is said to be of the firm."""
    return tuple(Member(each.person, each.firm, each.sentence) for each in affiliations(outline) if each.person)


def _of_head(outline: Outline) -> Iterator[Affiliation]:
    head = [unit for unit in outline.units[:_TOP] if unit.sentences]
    text = "\n".join(unit.text for unit in head)
    sender, reader = _FROM.search(text), _TO.search(text)
    if sender and reader and sender["firm"] != reader["firm"] and not _POST.search(sender["firm"]):
        sentence = next(s for unit in head for s in unit.sentences if sender["person"] in unit.text)
        yield Affiliation(sender["firm"], sentence, sender["person"])
    line = _HEAD_LINE.match(text)
    writes = letter(outline).writer
    if line and writes and line["firm"] != writes[0] and not _POST.search(line["firm"]):
        yield Affiliation(line["firm"], head[0].sentences[0])


def _of_foot(outline: Outline) -> Iterator[Affiliation]:
    """The firm below or beside the signature of a letter to another firm."""
    paragraphs = [unit for unit in outline.units if unit.kind is BlockKind.PARAGRAPH and unit.sentences]
    closing = any(CLOSING.match(unit.text) for unit in paragraphs[-_FOOT - 1 :])
    for unit in paragraphs[-_FOOT:] if closing else ():
        signed = _SIGNED.search(unit.text)
        reader = _TO_THEM.search("\n".join(each.text for each in outline.units[:_TOP]))
        outside = signed and (reader is None or reader["firm"] != signed["firm"])
        if signed and outside and looks_like_person(signed["person"]) and not _POST.search(signed["firm"]):
            yield Affiliation(signed["firm"], unit.sentences[-1], signed["person"])


def _colleagues(outline: Outline, firm: str) -> Iterator[Affiliation]:
    for sentence in outline.sentences:
        for match in _COLLEAGUE.finditer(sentence.text):
            for person in filter(None, (match["person"], match["second"])):
                if looks_like_person(person):
                    yield Affiliation(firm, sentence, person)
