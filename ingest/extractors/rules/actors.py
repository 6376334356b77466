"""Who acts in the entries of a timeline: "02:14 The night porter calls the duty engineer", with the time of each entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import ElementKind
from graph.moments import Moment
from graph.naming import singular
from graph.timeline import moments
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import looks_like_person, votes_of_head
from ingest.extractors.rules.lexicon import FUNCTION_WORDS, ROLE_HEADS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.once import once
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.phrases import named

_ACTOR = Cue(
    r"(?P<actor>(?:(?:an?|the|our|one|another|two|some)\s+)?(?:[\w’'/-]+\s+){0,4}?[\w’'/-]+?)\s+(?:\([^)]*\)\s+)?(?:then\s+|also\s+|first\s+|manually\s+)?"
    r"(?P<verb>sees?|saw|notic\w+|spots?|spotted|discovers?|discovered|detects?|detected|observes?|observed|reports?|reported|e-?mails?|e-?mailed|"
    r"posts?|posted|pages?|paged|calls?|called|phones?|phoned|rings?|rang|radios?|radioed|informs?|informed|notif\w+|alerts?|alerted|tells?|told|contacts?|contacted|"
    r"escalates?|escalated|responds?|responded|acknowledges?|acknowledged|submits?|submitted|disables?|disabled|revokes?|revoked|stops?|stopped|"
    r"blocks?|blocked|isolates?|isolated|quarantines?|quarantined|removes?|removed|closes?|closed|opens?|opened|raises?|raised|files?|filed|hands?|handed|begins?|began|starts?|started|"
    r"confirms?|confirmed|joins?|joined|replies|replied|shuts?|orders?|ordered|decides?|decided|receives?|received|places?|placed|restores?|restored)\b"
)
_TOLD_BY = Cue(
    r"\b(?:informed|notified|alerted|told|contacted|paged|called|warned|reported|noticed|discovered|spotted|raised)\b[^.;]{0,40}?\bby\s+"
    r"(?:the|an?)\s+(?P<who>(?:[\w-]+\s+){0,2}?(?:user|customer|member|volunteer|maintainer|reporter|contractor|employee|driver|patient|guard|porter|"
    r"nurse|doctor|operator|witness|visitor|resident|developer|researcher|engineer|pilot|clerk|lead|analyst))s?\b(?P<told>)",
    re.IGNORECASE,
)
_ROLE_WORDS = frozenset(
    [
        "user",
        "users",
        "customer",
        "member",
        "volunteer",
        "maintainer",
        "reporter",
        "hunter",
        "owner",
        "contractor",
        "employee",
        "driver",
        "patient",
        "guard",
        "porter",
        "nurse",
        "doctor",
        "operator",
        "staff",
        "personnel",
        "caller",
        "witness",
        "visitor",
        "resident",
        "developer",
        "contributor",
        "subscriber",
        "passenger",
        "pilot",
        "crew",
        "lead",
        "attendant",
        "cashier",
        "clerk",
        "teller",
        "helmsman",
        "watchman",
        "captain",
        "master",
        "officer",
        "warden",
        "ranger",
        "dispatcher",
        "mechanic",
        "fitter",
        "supervisor",
        "foreman",
        "keeper",
        "janitor",
        "cleaner",
        "teacher",
        "signaller",
        "conductor",
        "lifeguard",
        "firefighter",
        "paramedic",
        "midwife",
        "pharmacist",
        "physician",
        "technician",
        "engineer",
        "mate",
    ]
)
_FIELDS = frozenset(
    [
        "admin",
        "cloud",
        "compliance",
        "compute",
        "customer",
        "data",
        "finance",
        "first",
        "identity",
        "infrastructure",
        "legal",
        "level",
        "network",
        "policy",
        "release",
        "response",
        "runtime",
        "safety",
        "science",
        "storage",
        "systems",
        "trust",
    ]
)
_TEAM_WORDS = frozenset(["brigade", "police", "coastguard"])
_OF_ROLE = rf"(?:[\w-]+\s+){{0,3}}?(?:{'|'.join(sorted(_ROLE_WORDS | _TEAM_WORDS))})\b"
_IN_PROSE = Cue(
    rf"\b(?:an?|the)\s+(?P<who>{_OF_ROLE})\s+(?:then\s+|also\s+|first\s+)?"
    r"(?:noticed|saw|spotted|heard|discovered|smelled|smelt|telephoned|phoned|called|paged|informed|told|notified|alerted|warned|radioed|contacted|reported)\b|"
    r"\b(?:telephoned|phoned|called|paged|informed|told|notified|alerted|warned|radioed|contacted)\s+(?:an?|the)\s+"
    rf"(?P<told>{_OF_ROLE})",
    re.IGNORECASE,
)
_NOT_ACTORS = FUNCTION_WORDS | frozenset(
    [
        "attacker",
        "attackers",
        "alarm",
        "account",
        "server",
        "system",
        "email",
        "message",
        "report",
        "page",
        "service",
        "site",
        "model",
        "malware",
    ]
)


@dataclass(frozen=True)
class Entry:
    """A unit that opens with a time of day: when that was, and where the words behind it begin."""

    unit: Unit
    moment: Moment

    @property
    def start(self) -> int:
        """Where the words behind the time begin."""
        return self.moment.opens


@once
def entries(outline: Outline) -> tuple[Entry, ...]:
    """The entries of timelines, in reading order; a turn's time code is none."""
    told = [unit for unit in outline.units if unit.kind not in {BlockKind.HEADING, BlockKind.TURN, BlockKind.CODE}]
    found = zip(told, moments((unit.block.section or "", unit.text) for unit in told), strict=True)
    timed = tuple(Entry(unit, moment) for unit, moment in found if moment and moment.opens)
    return timed if len(timed) > 1 else ()


def actors(outline: Outline) -> tuple[Thing, ...]:
    """Everybody who acts in an entry and is called by a role or a name that no verb-like thing has; and whoever is
    said to have noticed something, to have told somebody, or to have been told.
    """
    found: dict[str, Thing] = {}
    entry_text = outline.document.text
    small = frozenset(re.findall(r"(?<![\w.])[a-z][a-z’'-]+", entry_text))
    for entry in entries(outline):
        for start in _starts(entry):
            match = _ACTOR.match(entry.unit.text, start)
            phrase = _plain(match["actor"]) if match else ""
            if is_full_name(phrase, small) and entry.unit.sentences:
                key = thing_key(ElementKind.PERSON, phrase)
                found.setdefault(key, Thing(key, ElementKind.PERSON, phrase, entry.unit.sentences[0]))
                continue
            alone = " " not in phrase and not is_role(phrase) and _is_ordinary(phrase.casefold(), small, entry_text)
            if entry.unit.sentences and not alone and (start == entry.start or is_role(phrase)):
                _keep(found, phrase, entry.unit.sentences[0])
    for sentence in outline.sentences:
        if outline.units[sentence.unit].kind is not BlockKind.TURN:
            for match in (*_TOLD_BY.finditer(sentence.text), *_IN_PROSE.finditer(sentence.text)):
                _keep(found, match["who"] or match["told"], sentence)
    return tuple(found.values())


def _is_ordinary(word: str, small: frozenset[str], text: str) -> bool:
    """Is it a word that the document uses as one for a thing: a plural, or one with its article that calls no team?"""
    if word not in small:
        return False
    team = r"(?!\s+(?:on-call|team|desk|group|staff|department|unit)\b)"
    return (
        singular(word) != word
        or re.search(rf"\b(?:the|an?|its|our)\s+{re.escape(word)}\b{team}", text, re.IGNORECASE) is not None
    )


def is_full_name(phrase: str, small: frozenset[str]) -> bool:
    """Is it a person's first name and surname? Neither is a word that the document writes small, or one for a field of work."""
    words = phrase.split()
    plain = {word.casefold() for word in words}
    return len(words) in {2, 3} and looks_like_person(phrase) and not plain & (small | _FIELDS)


def is_role(phrase: str) -> bool:
    """Does the last word of a phrase call somebody by what they do: "the night porter", "the fire brigade"?"""
    last = singular(phrase.casefold().rpartition(" ")[2])
    return last in _ROLE_WORDS or last in _TEAM_WORDS


def _starts(entry: Entry) -> Iterator[int]:
    """Where an actor may be named first: behind the clock, and at the start of each cell behind it."""
    yield entry.start
    begin = entry.unit.start
    yield from (cell - begin for cell, _ in entry.unit.block.cells if cell - begin > entry.start)


def _keep(found: dict[str, Thing], phrase: str, sentence: Sentence) -> None:
    kind = _kind(phrase)
    if kind is not None:
        key = thing_key(kind, phrase)
        found.setdefault(key, Thing(key, kind, named(phrase), sentence, () if phrase[0].isupper() else (phrase,)))


def _plain(phrase: str) -> str:
    return re.sub(r"^(?:an?|the|our|one|another|two|some)\s+", "", phrase, flags=re.IGNORECASE).strip()


def _kind(phrase: str) -> ElementKind | None:
    words = phrase.casefold().split()
    if not words or any(word in _NOT_ACTORS for word in words) or any(char.isdigit() for char in phrase):
        return None
    last = singular(words[-1])
    voted = votes_of_head(phrase)
    if last in _TEAM_WORDS or (voted[ElementKind.TEAM] and not voted[ElementKind.PERSON]):
        return ElementKind.TEAM
    if last in _ROLE_WORDS or voted[ElementKind.PERSON]:
        return ElementKind.PERSON
    if (
        phrase[0].isupper()
        and singular(words[0]) in _ROLE_WORDS | ROLE_HEADS
        and looks_like_person(" ".join(phrase.split()[1:]))
    ):
        return None
    if phrase[0].isupper() and len(words) <= 3:
        return ElementKind.ORGANIZATION if voted[ElementKind.ORGANIZATION] else ElementKind.TEAM
    return None
