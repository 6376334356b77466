"""Who is introduced with post, team and firm in one breath: "Interviewee: Dr Ruth Lund, Clinical Safety, Ostby Hospital".

The line may be a heading, a label with its value, a paragraph in the opening, or the answer to "Please state your name".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.group_frames import GROUP_NAME
from ingest.extractors.rules.kinds import is_given_name, looks_like_person
from ingest.extractors.rules.lexicon import FUNCTION_WORDS, ROLE_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.once import once
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.phrases import head, named
from ingest.extractors.rules.rosters import Member
from ingest.extractors.rules.unit_words import UNIT_WORDS, is_work, kind_of_group

_TITLE = r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Capt|Captain|Sister)\.?[^\S\n]+)?"
PERSON_NAME = (
    r"[A-ZÀ-ÞŁŚŻ][\w’'-]*(?:[^\S\n]+(?:(?:de|da|di|van|von|der|el|al|bin)[^\S\n]+)?[A-ZÀ-ÞŁŚŻ](?:[\w’'-]+|\.)){1,2}"
)
_LED = (
    r"(?:^|\n)\W*(?=(?-i:[A-Z]))|\b(?:with|w/|of|by|is|and)[^\S\n]+\W{0,2}|\b(?:interviewees?|guests?|speakers?|participants?|authors?|reviewers?(?:[^\S\n]+\d)?|attendees|present|attendance|"
    r"by|room|interview|subject|name|auditors?|team[^\S\n]+members)[*_]{0,2}:[*_]{0,2}\s+\W{0,2}|\b[\w]+[^\S\n]+\d{1,3}:[^\S\n]+|[^\S\n][–—·|-][^\S\n]+\W{0,2}|;[^\S\n]+\W{0,2}|\((?=(?-i:[A-Z]))"
)
_OPENS = Cue(
    rf"(?i:{_LED}){_TITLE}(?P<person>{PERSON_NAME})[*_]{{0,2}}(?=[^\S\n]*(?:[,(–—·-]|(?:of|from|at|for)[^\S\n]))"
)
_SEGMENT = Cue(
    r"(?:,[^\S\n]+|[^\S\n]*\((?:the[^\S\n]+|our[^\S\n]+)?|[^\S\n]+[–—-][^\S\n]+|[^\S\n]+(?:of|from|at|for)[^\S\n]+)(?:the[^\S\n]+|an?[^\S\n]+|our[^\S\n]+)?(?P<said>[A-Za-zÀ-ÿ][^\n,;.:()–—]{1,58})\)?"
)
_AT = Cue(rf"\b(?:at|of|for|from)[^\S\n]+(?:the[^\S\n]+)?(?P<firm>{GROUP_NAME})\W*$")
_NAMED = Cue(rf"\*{{0,2}}{GROUP_NAME}$")
_POST = Cue(
    r"^(?:(?:vice|deputy|senior|acting|technical|chief|lead|principal|managing|associate|assistant)\b|(?:heads?|directors?|chairs?|superintendent|secretary|professor|member|president|vice president|manager|coordinator|founder|partner|fellow)(?:\s+of\b|$))|"
    r"\b(?:superintendent|counsel|secretary|nurse|consultant|president|principal|adviser|advisor|partner|fellow|professor|postdoc|scientist|architect|specialist|planner|treasurer|director|head|chief|chair|owner)$",
    re.IGNORECASE,
)
_PLAIN_TEAM = Cue(r"[a-z][\w-]+(?:\s+[a-z][\w-]+){0,2}$")
_ASKED = Cue(r"\b(?:your|a)\s+(?:full\s+)?(?:names?|function|role|post|team)\b[^?.]{0,40}[?.]", re.IGNORECASE)
_LABELS = Cue(
    r"interviewees?|guests?|speakers?|participants?|authors?|reviewers?|auditors?|attendees|present", re.IGNORECASE
)
_OPENING = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})
_TOP = 6


@dataclass(frozen=True)
class Byline:
    """A person with the team and the firm that a line gives. `sentence`: the line."""

    person: str
    sentence: Sentence
    team: str | None = None
    firm: str | None = None


@once
def bylines(outline: Outline) -> tuple[Byline, ...]:
    """Everybody whom such a line introduces with a team or a firm, in reading order."""
    return tuple(each for unit in _lines(outline) for each in _in_line(outline, unit))


def _lines(outline: Outline) -> Iterator[Unit]:
    """The lines of the opening, what stands behind a label there, and the answers to who somebody is."""
    asked = False
    for unit in outline.units:
        label = unit.block.speaker or ""
        top = unit.index < _TOP and (unit.kind in _OPENING or _LABELS.fullmatch(label) is not None)
        if unit.sentences and (asked or top):
            yield unit
        asked = _ASKED.search(unit.text) is not None


def _in_line(outline: Outline, unit: Unit) -> Iterator[Byline]:
    report = outline.document.source.kind is DocumentKind.REPORT
    for line in re.finditer(r"[^\n]+", unit.text):
        for match in _OPENS.finditer(line[0]):
            person = match["person"].rstrip("*_")
            bare = not re.search(r"\w", line[0][: match.start("person")])
            if not _is_person(person) or (bare and report and not is_given_name(person)):
                continue
            found = _groups(outline, line[0], match.end())
            if found is not None:
                start = unit.start + line.start()
                sentence = next(
                    (s for s in unit.sentences if s.start <= start + match.start("person") < s.end), unit.sentences[0]
                )
                yield Byline(person, sentence, *found)


def _is_person(name: str) -> bool:
    initial = re.match(r"[A-Z]\.\s", name) is not None
    if kind_of_group(name) is not None or any(_POST.search(word) for word in name.split()):
        return False
    return (
        (looks_like_person(name) or initial or is_given_name(name))
        and not name.isupper()
        and not any(word.casefold() in FUNCTION_WORDS | UNIT_WORDS for word in name.split())
    )


def _groups(outline: Outline, line: str, at: int) -> tuple[str | None, str | None] | None:
    """The team and the firm behind a name; None where neither is said."""
    names: list[str] = []
    post = plain = False
    while (segment := _SEGMENT.match(line, at)) is not None:
        at, said = segment.end(), segment["said"].strip(" *_")
        closed = line[at - 1] == ")"
        inside = _AT.search(said)
        if _NAMED.match(said) and not _is_post(said):
            if (not names and _is_other_person(said.split(" and ")[0])) or is_given_name(said) or said.isupper():
                break
            names.append(said)
        elif _is_post(said) or (inside and not names):
            post = True
            if inside and (
                kind_of_group(inside["firm"]) is not ElementKind.TEAM or not _is_post(said[: inside.start()].strip())
            ):
                names.append(inside["firm"])
        elif (
            _PLAIN_TEAM.match(said)
            and said.split()[0] not in FUNCTION_WORDS
            and is_work(said.rpartition(" ")[2])
            and not names
            and not plain
        ):
            plain = True
            names.append(said)
        else:
            break
        if closed:
            break
    return _sorted(outline, names[:2], post=post) if names else None


def _is_other_person(said: str) -> bool:
    """Is it the next one of a list of persons: "Members: Ada Moor, Bo Reyes"?"""
    return is_given_name(said) or (" " in said and kind_of_group(said) is None and looks_like_person(said))


def _is_post(said: str) -> bool:
    return _POST.search(said) is not None or head(said) in ROLE_HEADS


def _sorted(outline: Outline, names: list[str], *, post: bool) -> tuple[str | None, str | None]:
    if len(names) > 1:
        return names[0], names[1]
    kind = kind_of_group(names[0]) if names[0][0].isupper() else ElementKind.TEAM
    critique = outline.document.source.kind is DocumentKind.CRITIQUE
    if kind is ElementKind.ORGANIZATION or (kind is None and (post or critique)):
        return None, names[0]
    return names[0], None


def byline_things(outline: Outline) -> Iterator[Thing]:
    """The persons, teams and firms of the bylines; a person is called by first name and surname too."""
    found = bylines(outline)
    parts = Counter(part for name in {each.person for each in found} for part in name.split())
    for each in found:
        aliases = tuple(part for part in each.person.split() if parts[part] == 1 and len(part) > 2)
        yield replace(_made(ElementKind.PERSON, each.person, each.sentence), aliases=aliases)
        if each.team:
            yield _made(ElementKind.TEAM, each.team, each.sentence)
        if each.firm:
            yield _made(ElementKind.ORGANIZATION, each.firm, each.sentence)


def byline_members(outline: Outline) -> tuple[Member, ...]:
    """Who belongs to which of them: to the team, or where none is said to the firm."""
    return tuple(Member(each.person, each.team or each.firm, each.sentence) for each in bylines(outline))


def _made(kind: ElementKind, name: str, sentence: Sentence) -> Thing:
    return Thing(thing_key(kind, name), kind, named(name), sentence, () if name[0].isupper() else (name,))
