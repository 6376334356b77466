"""The course of an incident: which sentences tell that somebody noticed, told, answered, contained or ended something.

Only what a report tells as having happened counts: not what may, should or usually does, nor what the attacker did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from assistant.relevance import PEOPLE, only_asks
from assistant.retrieval import Entry, senses
from assistant.scope import Scope
from graph.elements import AGENTS
from graph.moments import Moment
from graph.naming import COUNT_WORDS
from graph.provenance import DocumentKind
from graph.timeline import moments


class Stage(StrEnum):
    """What a sentence tells of the course of an incident."""

    NOTICED = "noticed"
    TOLD = "told"
    ESCALATED = "escalated"
    RESPONDED = "responded"
    CONTAINED = "contained"
    ENDED = "ended"
    AUTOMATIC = "automatic"
    LASTED = "lasted"


@dataclass(frozen=True)
class Happening:
    """A sentence that tells of some stages, and when that was, where it says so."""

    entry: Entry
    stages: frozenset[Stage]
    moment: Moment | None = None


_BE = r"(?:was|were|been|got)\s+(?:(?:\w+ly|first|then|also|already)\s+)?"
_NOTICES = (
    r"notic(?:ed|es?)|spot(?:s|ted)?|saw|sees?|discover(?:s|ed)?|detect(?:s|ed)?|(?:found|finds?)(?!\s+(?:no|none|nothing)\b)|hear[sd]?|reali[sz]e[sd]?|observe[sd]?|"
    r"uncover(?:s|ed)?|flag(?:s|ged)?|recogni[sz]e[sd]?|(?:came|comes?)\s+across|(?:became|becomes?)\s+aware|smel(?:t|led|ls)|pick(?:s|ed)\s+up"
)
_TELLS = (
    r"tells?|told|inform(?:s|ed)?|notif(?:y|ies|ied)|alert(?:s|ed)?|contact(?:s|ed)?|report(?:s|ed)?|e-?mail(?:s|ed)?|call(?:s|ed)?|"
    r"phone[sd]?|telephone[sd]?|rings?|rang|page[sd]?|message[sd]?|post(?:s|ed)?|radio(?:s|ed)?|warn(?:s|ed)?|text(?:s|ed)|ping(?:s|ed)|"
    r"submit(?:s|ted)?|forward(?:s|ed)?|escalate[sd]?|w(?:rites?|rote)\s+to"
)
_RECEIVED = (
    r"\b(?:receive[sd]?|gets?|got)\s+(?:(?!phishing|malicious|fraud|spam|scam)[\w-]+\s+){0,4}?"
    r"(?:e-?mails?|reports?|(?:phone\s+)?calls?|messages?|alerts?|pages?|complaints?|tips?|tip-offs?|notices?|notifications?)\b"
)
_INFORMED = r"(?:informed|notified|alerted|told|contacted|paged|warned|e-?mailed|phoned|telephoned|rung|called|made\s+aware|tipped\s+off|woken)"
_DOES: dict[Stage, re.Pattern[str]] = {
    Stage.NOTICED: re.compile(rf"\b(?:{_NOTICES})\b", re.IGNORECASE),
    Stage.TOLD: re.compile(rf"\b(?:{_TELLS})\b", re.IGNORECASE),
    Stage.ESCALATED: re.compile(r"\b(?:escalate[sd]?|page[sd]?)\b", re.IGNORECASE),
    Stage.RESPONDED: re.compile(
        r"\b(?:respond(?:s|ed)?|repl(?:y|ies|ied)|acknowledge[sd]?|arrive[sd]?|(?:takes?|took)\s+command|"
        r"(?:beg[ai]ns?|starts?|started|opens?|opened)\s+(?:(?:an?|the|to|our)\s+)?(?:\w+\s+)?(?:investigat\w+|work\w*|look\w*|evacuat\w*|mov\w+|respon\w+))\b",
        re.IGNORECASE,
    ),
    Stage.CONTAINED: re.compile(
        r"\b(?:disable[sd]?|revoke[sd]?|quarantine[sd]?|isolate[sd]?|block(?:s|ed)?|fr(?:ee|o)ze[sn]?|frozen|withdr(?:a|e)ws?|withdrawn|"
        r"(?:rolls?|rolled)\s+back|revert(?:s|ed)?|(?:takes?|took|taken)\s+(?:it\s+|them\s+)?(?:down|offline)|suspend(?:s|ed)?|shuts?\s+(?:off|down)|"
        r"(?:switch|turn)(?:es|s|ed)\s+off|cuts?\s+off|stop(?:s|ped)|remove[sd]?|delete[sd]?|pulled|pulls|recall(?:s|ed)?|seal(?:s|ed)?|patch(?:es|ed)|disconnect(?:s|ed)?|"
        r"unplug(?:s|ged)|removal\s+of)\b|\bplace[sd]?\b.{0,60}\b(?:under|on|into|in)\b.{0,40}(?:hold|quarantine)",
        re.IGNORECASE,
    ),
}
_ENDED = re.compile(
    r"\bclose[sd]?\s+(?:the|this|our)\s+(?:incident|case|ticket|alarm)\b|\b(?:incident|outage|alarm|fire|leak|service|case)\b.{0,30}"
    r"\b(?:closed|resolved|over|out|restored|recovered|ended|resumes?|resumed)\b|\brestore[sd]?\b|\ball[\s-]clear\b|\bback\s+(?:to\s+normal|online|in\s+service|in\s+operation|up)\b",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"\b(?:automatic(?:ally)?|automated|autonomous(?:ly)?|auto-\w+|by\s+itself|by\s+themselves|on\s+(?:its|their)\s+own|without\s+(?:anyone|anybody|waiting|a\s+person|human)\b.{0,30})\b",
    re.IGNORECASE,
)
_SPAN = rf"(?:\d+(?:\.\d+)?|an?|half\s+an|(?:a\s+)?few|several|some|{'|'.join(COUNT_WORDS)}|thirty|forty|fifty|sixty|ninety)[\s-]+(?:and\s+a\s+half\s+)?(?:second|minute|hour|day|week)s?"
_LATER = re.compile(rf"\b{_SPAN}\s+(?:later|after|afterwards|had\s+passed|passed|went\s+by|elapsed)\b", re.IGNORECASE)
_TOOK = re.compile(
    rf"\b(?:within|in\s+(?:under|less\s+than)|took|lasted|after)\s+(?:\w+\s+){{0,3}}?(?:{_SPAN}|minutes|hours|days)\b",
    re.IGNORECASE,
)
_OF_EVENTS = re.compile(
    r"\b(?:reported|noticed|detected|discovered|told|notified|informed|alerted|escalated|paged|called|telephoned|responded|replied|acknowledged|arrived|"
    r"contained|quarantined|removed|blocked|isolated|revoked|disabled|resolved|fixed|closed|restored|recovered|shut|stopped|withdrew|withdrawn|rolled\s+back|"
    r"recalled|evacuated|sealed|taken\s+down)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(rf"\b{_BE}{_INFORMED}\b", re.IGNORECASE)
_NOTICED_BY = re.compile(
    rf"\b{_BE}(?:noticed|spotted|seen|discovered|detected|found|heard|observed|reported|raised|flagged)\b[^.;]{{0,50}}?\bby\b",
    re.IGNORECASE,
)
_GOT = re.compile(_RECEIVED, re.IGNORECASE)
_CONTACTING = re.compile(
    r"\b(?:after|on|by|while)\s+(?:contacting|informing|notifying|alerting|telling|calling|paging)\b", re.IGNORECASE
)
_NOT_TOLD = re.compile(
    r"^\W*(?:when|whenever|if|once)\b(?!.*,.*\b(?:was|were|did)\b)|\b(?:can|could|may|might|should|would|will|shall|must|please|whenever|usually|regularly|routinely|always|often|"
    r"normally|typically|generally|recommend(?:s|ed)?|supposed\s+to|you|your|future|upcoming|(?:is|are)\s+(?:working|planning|exploring)|"
    r"would\s+have|had\s+(?:it|he|she|they|we)|by\s+(?:next\s+\w+|the\s+end\s+of|(?:january|february|march|april|may|june|july|august|september|october|november|december)))\b",
    re.IGNORECASE,
)
_ATTACKER = re.compile(
    r"\b(?:attackers?|intruders?|thie(?:f|ves)|hackers?|phishers?|adversar(?:y|ies)|malware|burglars?|unknown\s+part(?:y|ies))\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:\b(?:we|i|he|she|they|nobody|no\s+one|somebody|someone|staff|people|police)|[\w.]+@[\w.]+)\b", re.IGNORECASE
)
_NOUN = re.compile(
    r"\b(?:an?|the|any|all|some|no|of|for|with|from|in|on|by|to|first|its|our|their|his|her|this|that|each|every|\d+)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"\b(?:be|is|are|was|were|been|being|got|not|n['’]t|never|to|have|has|and\s+to)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_PAST = re.compile(
    r"(?:ed|told|saw|rang|found|heard|wrote|froze|frozen|withdrew|withdrawn|took|taken|shut|cut|came|began|smelt|got|removal)\b",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"\b(?:monitor\w*|alarms?|detectors?|sensors?|alerts?|dialler|scanner|dashboard|probe|watchdog|system)\s*$",
    re.IGNORECASE,
)
_MANY = re.compile(r"(?:(?<!['’])s|people|staff|we|they|i)\s*$", re.IGNORECASE)
_AND = re.compile(r"\band\s*$", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w&-]*\s*$")
_CLAUSE = 90


def course(scope: Scope) -> tuple[Happening, ...]:
    """Every sentence that tells of a stage or of a time, in the order of the documents."""
    found = (each for id_, group in groupby(scope.passages.entries, _document) for each in _read(id_, group, scope))
    return tuple(each for each in found if each.stages or each.moment)


def _document(entry: Entry) -> str:
    return entry.passage.document


def _read(document: str, entries: Iterable[Entry], scope: Scope) -> Iterator[Happening]:
    told = tuple(entries)
    talk = scope.case.documents[document].kind is DocumentKind.INTERVIEW
    times = moments((entry.passage.section or "", entry.text) for entry in told)
    for entry, moment in zip(told, times, strict=True):
        if not talk:
            yield Happening(entry, frozenset(_stages(entry, moment, scope)), moment)


def _stages(entry: Entry, moment: Moment | None, scope: Scope) -> Iterator[Stage]:
    text = entry.text
    if text.endswith("?") or text == entry.passage.section or only_asks(entry) or _NOT_TOLD.search(text):
        return
    if _ITSELF.search(text):
        yield Stage.AUTOMATIC
    if _takes_time(text):
        yield Stage.LASTED
    if _ENDED.search(text):
        yield Stage.ENDED
    passive = any(_is_somebody(text[: m.start()], scope, name=True) for m in _PASSIVE.finditer(text))
    got = any(
        moment or (_is_past(m) and _is_somebody(text[: m.start()], scope, name=True)) for m in _GOT.finditer(text)
    )
    if passive or got or _CONTACTING.search(text):
        yield Stage.TOLD
    if _NOTICED_BY.search(text) or got or (passive and " by " in text):
        yield Stage.NOTICED
    for stage, does in _DOES.items():
        if any(_acts(stage, verb, timed=moment, scope=scope) for verb in does.finditer(text)):
            yield stage


def counts_from_before(text: str) -> bool:
    """Does a sentence tell how much later it was than what the one before tells?"""
    return _LATER.search(text) is not None


def _takes_time(text: str) -> bool:
    """Does a sentence tell how long something of an incident took?"""
    return counts_from_before(text) or (_TOOK.search(text) is not None and _OF_EVENTS.search(text) is not None)


def _acts(stage: Stage, verb: re.Match[str], *, timed: Moment | None, scope: Scope) -> bool:
    """Is the word a verb of which somebody, and no attacker, is the subject? A machine may tell somebody, too."""
    text = verb.string
    opens = timed.opens if timed else 0
    if verb.start() < opens:
        return False
    before = re.split(r"[.;:]\s|\u2014|\u2013", text[max(opens, verb.start() - _CLAUSE) : verb.start()])[-1]
    past = _is_past(verb)
    if not before.strip():
        return timed is not None and (past or _is_third(verb))
    last = senses(before.rstrip().rpartition(" ")[2]) & PEOPLE
    if _BEING.search(before) or _ATTACKER.search(before) or (_NOUN.search(before) and not last):
        return False
    plural = _MANY.search(before) or _AND.search(before)
    if not past and not (timed and (plural or _is_third(verb))):
        return False
    sends = stage in (Stage.TOLD, Stage.ESCALATED) and _MACHINE.search(before)
    return bool(sends) or _is_somebody(before, scope)


def _is_past(verb: re.Match[str]) -> bool:
    return _PAST.search(_first_word(verb)) is not None


def _is_third(verb: re.Match[str]) -> bool:
    return _first_word(verb).endswith("s")


def _first_word(verb: re.Match[str]) -> str:
    return re.split(r"\s", verb[0].casefold())[0]


def _is_somebody(before: str, scope: Scope, *, name: bool = False) -> bool:
    """Do the words before a verb name somebody, or, with `name`, end in any name?"""
    if _ATTACKER.search(before):
        return False
    if _SUBJECT.search(before) or senses(before) & PEOPLE or (name and _NAME.search(before)):
        return True
    return any(scope.case.elements[id_].kind in AGENTS for id_ in scope.named_in(before))
