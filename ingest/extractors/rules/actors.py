"""Who acts in the entries of a timeline: "02:14 The night porter calls the duty engineer", with the time of each entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.elements import ElementKind
from graph.moments import Moment
from graph.naming import singular
from graph.timeline import moments
from ingest.document import BlockKind
from ingest.extractors.rules.kinds import votes_of_head
from ingest.extractors.rules.lexicon import FUNCTION_WORDS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.phrases import named

_ACTOR = re.compile(
    r"(?P<actor>(?:(?:an?|the|our|one|another|two|some)\s+)?(?:[\w’'/-]+\s+){0,4}?[\w’'/-]+?)\s+(?:\([^)]*\)\s+)?(?:then\s+|also\s+|first\s+|manually\s+)?"
    r"(?P<verb>sees?|saw|notic\w+|spots?|spotted|discovers?|discovered|detects?|detected|observes?|observed|reports?|reported|e-?mails?|e-?mailed|"
    r"posts?|posted|pages?|paged|calls?|called|phones?|phoned|rings?|rang|radios?|radioed|informs?|informed|notif\w+|alerts?|alerted|tells?|told|contacts?|contacted|"
    r"escalates?|escalated|responds?|responded|acknowledges?|acknowledged|submits?|submitted|disables?|disabled|revokes?|revoked|stops?|stopped|"
    r"blocks?|blocked|isolates?|isolated|quarantines?|quarantined|removes?|removed|closes?|closed|opens?|opened|begins?|began|starts?|started|"
    r"confirms?|confirmed|joins?|joined|replies|replied|shuts?|orders?|ordered|decides?|decided|receives?|received|places?|placed|restores?|restored)\b"
)
_TOLD_BY = re.compile(
    r"\b(?:informed|notified|alerted|told|contacted|paged|called|warned|reported|noticed|discovered|spotted|raised)\b[^.;]{0,40}?\bby\s+"
    r"(?:the|an?)\s+(?P<who>(?:[\w-]+\s+){0,2}?(?:user|customer|member|volunteer|maintainer|reporter|contractor|employee|driver|patient|guard|porter|"
    r"nurse|doctor|operator|witness|visitor|resident|developer|researcher|engineer|pilot|clerk|lead|analyst))s?\b",
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
    ]
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


def entries(outline: Outline) -> tuple[Entry, ...]:
    """The entries of timelines, in reading order; a turn's time code is none."""
    told = [unit for unit in outline.units if unit.kind not in {BlockKind.HEADING, BlockKind.TURN, BlockKind.CODE}]
    found = zip(told, moments((unit.block.section or "", unit.text) for unit in told), strict=True)
    timed = tuple(Entry(unit, moment) for unit, moment in found if moment and moment.opens)
    return timed if len(timed) > 1 else ()


def actors(outline: Outline) -> tuple[Thing, ...]:
    """Everybody who acts in an entry and is called by a role or a name that no verb-like thing has."""
    found: dict[str, Thing] = {}
    for entry in entries(outline):
        match = _ACTOR.match(entry.unit.text, entry.start)
        phrase = _plain(match["actor"]) if match else ""
        if entry.unit.sentences:
            _keep(found, phrase, entry.unit.sentences[0])
    for sentence in outline.sentences:
        for match in _TOLD_BY.finditer(sentence.text):
            _keep(found, match["who"], sentence)
    return tuple(found.values())


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
    if voted[ElementKind.TEAM] and not voted[ElementKind.PERSON]:
        return ElementKind.TEAM
    if last in _ROLE_WORDS or voted[ElementKind.PERSON]:
        return ElementKind.PERSON
    if phrase[0].isupper() and len(words) <= 3:
        return ElementKind.ORGANIZATION if voted[ElementKind.ORGANIZATION] else ElementKind.TEAM
    return None
