"""People whom the text introduces by name: their role, and the team or organization that they belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import looks_like_person
from ingest.extractors.rules.lexicon import FUNCTION_WORDS, GENERIC_NAMES, ORGANIZATION_HEADS, ROLE_HEADS, TEAM_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.phrases import head, named
from ingest.extractors.rules.replies import replies
from ingest.extractors.rules.rosters import Member

_ROLES = "|".join(
    sorted(
        ROLE_HEADS
        | {
            "porter",
            "head",
            "commander",
            "coordinator",
            "signaller",
            "astronomer",
            "driver",
            "doctor",
            "matron",
            "registrar",
            "consultant",
            "caretaker",
            "warden",
            "planner",
            "keeper",
        }
    )
)
_PERSON = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Captain|Capt|Sister|Inspector|Sergeant)\.?\s+)?(?P<person>[A-Z][a-zà-ÿ’'-]+(?:\s+(?:(?:d[aeiu]|van|von|der|el|al|la|le|bin)\s+)?[A-Z][\w’'-]*[a-z]\b){1,2})"
_ROLE = rf"(?P<role>(?:[\w-]+\s+){{0,2}}(?:{_ROLES})(?:\s+of\s+the\s+[a-z]+|\s+on-call)?)"
_ORGANIZATION = r"(?P<organization>[A-Z][\w’'-]+(?:\s+(?:&\s+|of\s+)?[A-Z][\w’'-]+){0,3})"
_GROUP = r"(?P<group>(?:[\w-]+\s+){0,2}[\w-]+)"
_PLAIN_GROUP = r"(?P<group>(?:[a-z][\w-]*\s+){0,2}[a-z][\w-]+)"
_IN_PARENS = Cue(rf"\b{_PERSON}\s+\((?:(?:the|our|an?)\s+)?(?:[\w-]+\s+and\s+)?(?i:{_ROLE})(?=[,)])")
_BEHIND_NAME = Cue(r"[A-Z][\w’'-]+\s+\([^()]*$")
_NAME_BEFORE = Cue(r"[A-Z][\w’'-]+,\s+(?:(?:an?|the|our|its)\s+)?$")
_OF_UNIT = Cue(r"\s+of\s+(?:the\s+)?[A-Z]")
_NOW = r"(?:(?:currently|presently|now|at\s+present|at\s+the\s+moment|(?:this|that)\s+(?:day|night|week|month))\s+)?"
_FOR_NOW = Cue(r",\s+(?:this|that)\s+(?:day|night|week|month|shift)\s", re.IGNORECASE)
_ROLE_FIRST = Cue(rf"\b(?i:{_ROLE}),?\s+{_NOW}{_PERSON}\b")
_ROLE_AFTER = Cue(rf"\b{_PERSON},\s+(?i:(?:an?|the|our|its|their)\s+)?(?i:{_ROLE})(?=[\s,.;:)])")
_WHO_HAS = Cue(
    rf"\b{_PERSON},\s+(?:(?:he|she|they|who)(?:[’']s|\s+is|\s+are)|(?:he|she)\s+was)\s+(?:(?:an?|the|our|currently)\s+){{1,2}}(?i:{_ROLE})(?=[\s,.;:)])"
)
_BY_HAND = Cue(
    rf"\b{_PERSON}\s+(?:then\s+|also\s+)?(?:goes\s+(?:through|over)|reads|re-?reads|checks|reviews|samples|looks\s+(?:at|over|through)|signs|inspects|opens|weighs|walks|does)\b"
)
_IN_CELL = Cue(
    rf"^\W*(?:[\w-]+\s+){{0,2}}(?i:lead|author|authors|commander|owner|reviewer|manager|editor|written\s+by|prepared\s+by)\W*[|:\t]\W*{_PERSON}(?:,\s+|\s+\()(?P<group>[A-Za-z][\w&’'-]*(?:\s+[\w&’'-]+){{0,3}})\)?(?=\s*[.|,)]|\s*$)"
)
_OF_CUSTOMER = Cue(rf"\s+(?:at|from|with|of)\s+(?:(?:our|the|its|their)\s+)?(?:[a-z]+\s+){{0,2}}?{_ORGANIZATION}")
_IN_GROUP = Cue(rf"\b{_PERSON}\s+(?:on|of|from|in|at)\s+(?:the|our)\s+{_PLAIN_GROUP}")
_IN_BRACKETS = Cue(rf"(?:^|[,;|–—:]\s+|\b(?:the|our)\s+){_GROUP}\s+\({_PERSON}\)", re.IGNORECASE)
_PEOPLE_OF = Cue(rf"\b(?:the|our)\s+{_GROUP},\s+{_PERSON}[’']s\s+(?:people|team|lot|group)\b")
_OF_OURS = Cue(rf"\b(?i:one|some|two)\s+of\s+(?:our\s+(?:own\s+)?people|us|my\s+team|mine),\s+{_PERSON}")
_HEADER = Cue(
    rf"(?:\bwith|\bof|\binterviewee:|/|[–—-]|:)\s+{_PERSON},\s+(?P<group>[a-z][\w-]*(?:\s+[a-z][\w-]*){{0,3}}),\s+{_ORGANIZATION}"
)
_LEADS = Cue(
    rf"\b(?:[Ss]?[Hh]e|[Tt]hey)\s+(?:heads?|leads?|runs?|chairs?)\s+(?:the\s+|our\s+)?{_GROUP}(?=[.,;]|\s+and\b)"
)
_THAT_IS = Cue(rf"\b[Tt]hat(?:[’']s|\s+is|\s+was)\s+{_PERSON}\b")
_FROM = Cue(
    rf"\b(?:with\s+me\s+is|guest\s+(?:today\s+)?is|joined\s+by|talking\s+to)\s+{_PERSON},?\s+(?:from|of|at)\s+{_ORGANIZATION}"
)
_GUEST = Cue(
    rf"\b(?:[Mm]y\s+guest\s+(?:today\s+)?is|[Ww]ith\s+me\s+(?:today\s+)?is|[Jj]oined\s+by|(?:talking|speaking)\s+(?:to|with))\s+{_PERSON},?\s+(?:who|she|he)\s+[a-z][^.;]{{2,50}}?\s(?:at|for)\s+(?:the\s+)?{_ORGANIZATION}(?=[.,;])"
)
_POSTS = ("address", "mailbox", "inbox", "hotline")
_WHO_IS = Cue(rf"\b[Ww]ho(?:[’']s|\s+is|\s+was)\s+(?:the|your)\s+{_ROLE}\s*\?")
_ROLE_WORD = Cue(rf"\b(?:{_ROLES})\b", re.IGNORECASE)
_HEAD = 4
_TOP = 8
_NOT_A_GROUP = FUNCTION_WORDS | frozenset(["way", "case", "phone", "line", "report", "round", "spot", "end", "time"])


@dataclass(frozen=True)
class Acquaintance:
    """A named person with what one place says of them. `group`: the team or organization, with its kind."""

    person: str
    sentence: Sentence
    role: str | None = None
    group: tuple[ElementKind, str] | None = None


def acquaintances(outline: Outline) -> tuple[Acquaintance, ...]:
    """Every person whom a sentence or a title introduces with a role, a team or an organization, in reading order."""
    found: list[Acquaintance] = []
    for unit in outline.units:
        for sentence in unit.sentences if unit.kind not in {BlockKind.CODE, BlockKind.HEADING} else ():
            found += [each for each in _in_sentence(sentence) if looks_like_person(each.person)]
        if unit.index < _TOP and unit.sentences:
            found += _in_cell(unit)
        if unit.index < _HEAD and unit.sentences:
            found += _in_header(unit)
        found += _leaders(unit)
    found += _asked_for(outline)
    found += _working(outline)
    return tuple(_with_own_team(each, outline, found) for each in found)


def people(known: Iterable[Acquaintance], text: str) -> tuple[Thing, ...]:
    """The persons, called by their roles and by parts of their names too, and the groups that they belong to. `text`: the document's."""
    known = tuple(known)
    persons: dict[str, list[Acquaintance]] = {}
    for each in known:
        persons.setdefault(each.person, []).append(each)
    bearers = Counter(part for name in persons for part in set(name.split()))
    found = [_person(name, places, bearers) for name, places in persons.items()]
    for each in known:
        if each.group:
            kind, name = each.group
            stem = name.rsplit(" ", 1)[0]
            posts = [f"{stem} {word}" for word in _POSTS] if name.endswith((" desk", " team", " office")) else []
            aliases = (name, *(post for post in posts if post in text)) if name[0].islower() else ()
            found.append(Thing(thing_key(kind, name), kind, named(name), each.sentence, aliases))
    return tuple(dict.fromkeys(found))


def memberships(known: Iterable[Acquaintance]) -> tuple[Member, ...]:
    """Who belongs to which group, as rosters say it."""
    return tuple(Member(each.person, each.group[1], each.sentence) for each in known if each.group)


def _person(name: str, places: list[Acquaintance], bearers: Mapping[str, int]) -> Thing:
    """`bearers`: how many persons have each part of a name."""
    ends = (name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1])
    parts = [part for part in ends if bearers[part] == 1]
    said = [each.role for each in places if each.role]
    aliases = dict.fromkeys([*said, *(role.split()[-1] for role in said if " of " not in role), *parts])
    kind = ElementKind.PERSON
    return Thing(thing_key(kind, name), kind, name, places[0].sentence, tuple(aliases))


def _in_sentence(sentence: Sentence) -> Iterator[Acquaintance]:
    text = sentence.text
    for match in _IN_PARENS.finditer(text):
        yield Acquaintance(match["person"], sentence, _role(match["role"]))
    for pattern in (_ROLE_FIRST, _ROLE_AFTER, _WHO_HAS):
        for match in (m for m in pattern.finditer(text) if not _is_behind_name(text, m, first=pattern is _ROLE_FIRST)):
            passing = pattern is _ROLE_FIRST and _FOR_NOW.search(match[0])
            role = None if passing or _OF_UNIT.match(text, match.end("role")) else _role(match["role"])
            behind = _OF_CUSTOMER.match(text, match.end())
            group = (_kind_of(behind["organization"]), behind["organization"]) if behind else None
            yield Acquaintance(match["person"], sentence, role, group)
    for pattern in (_IN_GROUP, _IN_BRACKETS, _PEOPLE_OF):
        for match in pattern.finditer(text):
            team = _group(match["group"], named_by_person=pattern is _IN_BRACKETS)
            if team and looks_like_person(match["person"]):
                yield Acquaintance(match["person"], sentence, group=(ElementKind.TEAM, team))
    for match in (*_FROM.finditer(text), *_GUEST.finditer(text)):
        yield Acquaintance(match["person"], sentence, group=(ElementKind.ORGANIZATION, match["organization"]))
    for match in _OF_OURS.finditer(text):
        yield Acquaintance(match["person"], sentence)


def _is_behind_name(text: str, match: re.Match[str], *, first: bool) -> bool:
    """Does a name stand before the role already: "Jo Field, electrician, Northern Grid", "Lantern (the duty officer …"?"""
    before = text[: match.start("role")]
    listed = first and "," in match[0] and _NAME_BEFORE.search(before) is not None
    return listed or _BEHIND_NAME.search(before) is not None


def _asked_for(outline: Outline) -> Iterator[Acquaintance]:
    """Who an answer says has the role that the question asks for: "Who's the incident lead?"."""
    for reply in replies(outline):
        asked = _WHO_IS.search(reply.question.text)
        unit = outline.units[reply.answer.unit]
        for sentence in unit.sentences[:2] if asked else ():
            who = _THAT_IS.search(sentence.text)
            if asked and who and looks_like_person(who["person"]):
                yield Acquaintance(who["person"], sentence, _role(asked["role"]))


def _working(outline: Outline) -> Iterator[Acquaintance]:
    """Who does something by hand, by a full name whose first the text uses alone too: "Marta Lind goes through fifty"."""
    text = outline.concordance
    for sentence in outline.sentences:
        for match in _BY_HAND.finditer(sentence.text):
            words = [word for word in match["person"].split() if word.casefold() not in FUNCTION_WORDS | GENERIC_NAMES]
            first, person = words[0] if words else "", " ".join(words)
            if len(words) < 2 or not looks_like_person(person):
                continue
            if text.find(first, before=r"(?!\s+[A-Z])") and not text.find(first.lower()):
                yield Acquaintance(person, sentence)


def _with_own_team(each: Acquaintance, outline: Outline, found: list[Acquaintance]) -> Acquaintance:
    """One of the speaker's own people belongs to the speaker's team."""
    speaker = outline.units[each.sentence.unit].block.speaker
    if each.group or not speaker or not _OF_OURS.search(each.sentence.text):
        return each
    first = speaker.split()[0].casefold()
    group = next((other.group for other in found if other.group and other.person.casefold().split()[0] == first), None)
    return replace(each, group=group)


def _in_header(unit: Unit) -> Iterator[Acquaintance]:
    match = _HEADER.search(unit.text)
    if match and looks_like_person(match["person"]):
        yield Acquaintance(match["person"], unit.sentences[0], group=(ElementKind.TEAM, match["group"]))


def _in_cell(unit: Unit) -> Iterator[Acquaintance]:
    """A row or line such as "Incident lead | Ana Li, Platform"."""
    cell = _IN_CELL.match(unit.text)
    if cell and looks_like_person(cell["person"]) and not _ROLE_WORD.search(cell["group"]):
        yield Acquaintance(cell["person"], unit.sentences[0], group=(_unit_kind(cell["group"]), cell["group"]))


def _unit_kind(name: str) -> ElementKind:
    """A part of the organization that the document is of, unless its last word is a firm's."""
    last = name.rsplit(maxsplit=1)[-1].casefold()
    return ElementKind.ORGANIZATION if last in ORGANIZATION_HEADS else ElementKind.TEAM


def _leaders(unit: Unit) -> Iterator[Acquaintance]:
    """A person who is named and then said to head a team, as in "That's Jo Field. She heads plant safety"."""
    for first, second in zip(unit.sentences, unit.sentences[1:], strict=False):
        who, leads = _THAT_IS.search(first.text), _LEADS.match(second.text)
        if who and leads and leads["group"].islower() and looks_like_person(who["person"]):
            yield Acquaintance(who["person"], second, group=(ElementKind.TEAM, leads["group"]))


def _role(phrase: str) -> str | None:
    words = phrase.split()
    articles = [at for at, word in enumerate(words) if word.casefold() in FUNCTION_WORDS and word != "of" and at < 3]
    articles = [at for at in articles if words[at - 1] != "of"]
    plain = " ".join(words[articles[-1] + 1 if articles else 0 :])
    return plain[:1].lower() + plain[1:] if plain and not plain.isupper() else None


def _group(phrase: str, *, named_by_person: bool) -> str | None:
    words = phrase.split()
    while words and words[0].casefold() in FUNCTION_WORDS:
        words.pop(0)
    while words and not _is_group(words[-1]):
        words.pop()
    if not words or any(word.casefold() in _NOT_A_GROUP for word in words):
        return None
    return " ".join(words) if len(words) > 1 or named_by_person else None


def _is_group(word: str) -> bool:
    return head(word) in TEAM_HEADS | {"on-call"} or word.casefold() in TEAM_HEADS


def _kind_of(name: str) -> ElementKind:
    last = name.rsplit(maxsplit=1)[-1].casefold()
    return ElementKind.TEAM if last in TEAM_HEADS - ORGANIZATION_HEADS else ElementKind.ORGANIZATION
