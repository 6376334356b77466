"""Words that tell a control by what is said of it: verbs of preventing, catching and reporting, and last words of names."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.naming import singular
from ingest.extractors.rules.actors import is_role
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import AGENT_KINDS, votes_of_head
from ingest.extractors.rules.lexicon import (
    CONTROL_HEADS,
    DEPENDENCY_HEADS,
    GENERIC_NAMES,
    NO_DEVICES,
    PLAIN_ADJECTIVES,
    ROLE_HEADS,
)
from ingest.extractors.rules.phrases import head
from ingest.extractors.rules.safeguards import SAFEGUARD_HEADS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FORMS = (
    r"(?:pages|paged|alerts|alerted|blocks|blocked|flags|flagged|rejects|rejected|(?:e-?)?mails|(?:e-?)?mailed|halts|halted|redacts|redacted|suspends|suspended|"
    r"discards|discarded|isolates|isolated|detects|detected|intercepts|intercepted|screens|screened|warns|warned|messages|messaged|refuses|refused|revokes|revoked|"
    r"throttles|throttled|quarantines|quarantined|terminates|terminated|disconnects|disconnected|vetoes|vetoed|freezes|froze|strips|stripped|drops|dropped|"
    r"trips|tripped|stops|stopped|caps|capped|kills|killed|parks|parked|catches|caught|denies|denied|prevents|prevented|notifies|notified|enforces|enforced|"
    r"noticed|notices|picks\s+up|picked\s+up|rolls\s+back|rolled\s+back|shuts|locks|locked|slows|slowed|holds\s+(?:back|up)|held\s+(?:back|up)|filters|filtered|"
    r"throws\s+out|throws|threw|lets|let|cuts|cut|rings|rang|limits|limited|scores|scored|passes|passed|misses|missed|withholds|withheld|weeds\s+out|rates|rated|deletes|deleted|removes|removed)"
)
_OBJECT = (
    r"(?=\s+(?:the|an?|its|their|our|it|them|him|her|us|me|all|any|every|each|no|one|two|three|four|five|six|seven|eight|nine|ten|both|most|nothing|none|nobody|whoever|"
    r"what|anything|everything|everyone|anyone|some|only|about|nearly|off|out|through|on\s+sight|\d+|[A-Z][\w-]+)\b)"
)
_ALONE = (
    r"(?:fires|fired|trips|tripped|sounds|sounded|goes\s+off|went\s+off|kicks\s+in|kicked\s+in|held|holds|acted|acts|stayed\s+(?:quiet|silent|dark)|stays\s+(?:quiet|silent)|"
    r"went\s+(?:blind|silent|quiet)|said\s+nothing|saw\s+nothing|says\s+no|worked|works|reacted|reacts|did\s+its\s+job)(?=\s*(?:[.,;:]|$|\b(?:on|at|in|when|because|and|but|for|as|by|automatically|within|only|before|after)\b))"
)
_TELLS = (
    r"(?:sends|sent|opens|opened|raises|raised|posts|posted|files|filed|puts|put|issues|issued|writes|wrote|creates|created|leaves|left|drops|dropped|logs|logged)\s+(?:out\s+)?(?:[\w’'-]+\s+){0,4}?"
    r"(?:pages?|tickets?|alerts?|alarms?|messages?|mails?|e-?mails?|texts?|warnings?|flags?|notices?|notifications?|SMS|case)\b"
)
_BASE = r"(?:fire|trip|act|ring|flag|catch|caught|block|detect|page|alert|sound|refuse|reject|stop|notice|report|see|kill|raise|prevent|work|respond|react|appear)(?:p?ed|d)?"
_NOT = (
    rf"(?:did\s+not|didn[’']t|does\s+not|doesn[’']t|do\s+not|has\s+not|had\s+not|should\s+have|ought\s+to\s+have|would\s+have|failed\s+to|fails\s+to|could\s+not|couldn[’']t|never|will|can|"
    rf"is\s+(?:meant|supposed|there|designed|built|expected)\s+to|was\s+(?:meant|supposed|there|designed|built|expected)\s+to|would\s+not\s+have|might\s+have)\s+(?:have\s+)?{_BASE}\b"
)
_ADVERB = r"(?:(?:\w+ly|also|then|still|only|first|itself|alone|simply|even|just|always|never|again|duly|at\s+once|in\s+turn)\s+){0,2}"
_WHICH = r"(?:,?\s+(?:which|that)|,\s+(?:which|who)[^.;,]{3,60},|,(?!\s+(?:and|but|or|while)\b)[^.;,]{3,70},|\s+\([^)]{2,60}\))?"
GUARDS = Cue(
    rf"{_WHICH}\s+{_ADVERB}(?:{_FORMS}{_OBJECT}|{_ALONE}|{_TELLS}|{_NOT})",
)
"""Behind a noun phrase: what only a control, a person or a team does."""
WATCHES = Cue(
    rf"{_WHICH}\s+{_ADVERB}(?:checks|checked|compares|compared|reads|scans|scanned|watches|watched|samples|sampled|monitors|counts|counted|records|recorded|keeps|kept|verifies|verified|validates|validated|"
    r"matches|matched|inspects|looks\s+(?:at|for|through|over)|looked\s+(?:at|for)|tests|measures|measured|tracks|follows|separates|requires|re-?runs|reviews|grades|signs|sits\s+(?:between|in\s+front)|"
    r"makes|asks|gates|guards|covers|protects|reports|reported|takes|depends|relies|needs|works\s+(?:from|by|with|on)|draws|cannot|can[’']t|is\s+(?:run|operated|owned|looked\s+after|maintained|blind|only\s+as)|runs\s+on|leans|lives|uses|keys|hangs|belongs|presupposes|assumes)\b",
)
"""Behind a noun phrase that has the name of a control: what controls do, and what is said of them."""
_IT = r"\W*(?:it|this|that\s+one|this\s+one)\s+"
ACTS_NEXT = Cue(rf"{_IT}{_ADVERB}(?:{_FORMS}{_OBJECT}|takes?\s+away|{_ALONE}|{_TELLS}|{_NOT})", re.IGNORECASE)
WATCHES_NEXT = Cue(
    rf"{_IT}{_ADVERB}(?:checks|compares|reads|scans|watches|samples|monitors|counts|records|verifies|validates|matches|inspects|looks\s+(?:at|for|through|over)|re-?runs|tests|measures|replays|repeats|"
    r"sits\s+(?:between|in\s+front)|separates|makes\s+sure|asks)\b",
    re.IGNORECASE,
)
"""A sentence that says of what the one before brought up that it guards, or watches."""
IS_GUARD = Cue(
    r"(?:,|\s+(?:is|was|are))\s+(?:an?|the|our|one)\s+(?:[\w-]+\s+){0,3}?(?:control|safeguard|barrier|tool|job|script|service|engine|model|rule|program|programme|mechanism|thing|step|layer|system|process|bot|unit|device|what)s?\s+"
    rf"(?:that|which|we\s+(?:use|built)\s+to)\s+(?:\w+ly\s+)?(?:{_FORMS}|checks|compares|reads|scans|watches|samples|keeps|records|should|looks|is\s+supposed)\b|"
    r"\s+(?:is|was|are|were)\s+(?:an?|the|our|one)\s+(?:[\w-]+\s+){0,3}?(?:control|safeguard|barrier|tripwire)\b|,\s+(?:an?|the|our)\s+(?:[\w-]+\s+){0,2}(?:engine|monitor|classifier|scanner|detector|safeguard|filter|barrier)\b",
)
"""Behind a noun phrase: what calls it a control outright."""
GUARDED_BY = Cue(
    r"\b(?:blocked|flagged|rejected|refused|intercepted|screened|filtered|quarantined|throttled|dropped|discarded|killed|caught|stripped|suspended|frozen|ruled\s+out|stopped|prevented|halted|detected|capped|parked|limited|"
    r"mitigated|contained|picked\s+up|held\s+(?:back|up)?|let\s+through|missed|denied|guarded|protected|redacted|removed|thrown\s+out|cut\s+off|policed|enforced)\s+(?:\w+ly\s+)?by\s+(?P<the>the\s+|an?\s+|our\s+|its\s+|either\s+)?|"
    r"\b(?:got|get|gets|slip(?:s|ped)?|sneak(?:s|ed)?)\s+(?:past|through|by|round|around)\s+(?:the|our)\s+|\b(?:evade[sd]?|escape[sd]?|bypass(?:es|ed)?|circumvent(?:s|ed)?|slip(?:s|ped)?)\s+(?:past\s+)?(?:the|our)\s+|"
    r"\b(?:it[’']s|it\s+is|it\s+was|that\s+was|that[’']s)\s+(?:the|our)\s+(?=[\w-]+\s+[\w-]+\s+(?:that|which|who)\b)|\b(?:because\s+of|thanks\s+to)\s+(?:the|our)\s+|\bin\s+front\s+of\s+(?:the|our|her|him)\s+is\s+(?:the|our)\s+|"
    r"\b(?:first|only\s+thing)\s+to\s+(?:see|notice|catch|spot|react)\s+[^.;,]{0,24}(?:was|is)\s+(?:the|our)\s+|\b(?:alarms?|alerts?|flags?|pages?|warnings?)\s+(?:of|by|from|raised\s+by)\s+(?:the|our)\s+",
)
"""Before a noun phrase: what controls are said to have done, or to be passed."""
_LIST = Cue(
    r"\b(?:barriers?|safeguards?|controls?|defen[cs]es?|lines\s+of\s+defen[cs]e|layers|protections?|supports?)\b"
)
LISTED = Cue(
    r"\b(?:barriers?|safeguards?|controls?|defen[cs]es|lines\s+of\s+defen[cs]e|layers\s+of\s+(?:defen[cs]e|protection)|protections)\b[^.:;]{0,70}(?::|,\s+namely|\b(?:are|were|is|was)\b|\bof\s+them,)\s*",
    re.IGNORECASE,
)
"""Before a list of noun phrases: what says that they are controls."""
LABELLED = Cue(
    r"^\W*(?:controls?|safeguards?|barriers?|(?:type\s+of\s+)?(?:monitor|alarm|detector))(?:\s+(?:described|discussed|concerned|involved|in\s+question|name|under\s+review|in\s+place))?\W{0,3}:\W*|\b(?:thing|control|subject|topic)\s+under\s+discussion\W{1,4}",
    re.IGNORECASE,
)
"""The label of a line that names a control."""
NAME_HEADS = _words(
    "sentinel sentry watch watchman tripline tripwire screen attestation attest ceremony rollback hotline logger paging hook counter governor purge gatekeeper "
    "shield fence scan limiter guardian lockdown lock-down throttle killswitch kill-switch interlock cap ceiling quorum watchdog reaper census recorder "
    "geofence partitioner authenticator validator broker sanitiser sanitizer reconciler interceptor honeytoken honeypot backstop breaker"
)
"""Last words of capitalised names that call a control, besides those that call one in small letters too."""
_GUARD_HEADS = (
    SAFEGUARD_HEADS
    | NAME_HEADS
    | _words(
        "rule purge rollback hook trigger scrubber watcher sampler tracker reaper shedder stitcher validator recorder finder supervisor reconciliation alarm monitor monitoring classifier "
        "filter sandbox gate guard check review audit screening scan freeze lock limiter throttle quota firewall detector detection interlock valve rota quorum attestation "
        "verification approval sign-off counter trip curtain digest bot honeypot tripwire canary quarantine isolation reader judge"
    )
)
GUARD_HEADS = _GUARD_HEADS - _words("rota reader judge counter signature supervisor check review audit")
"""Last words of noun phrases in small letters that call a control."""
SURE = Cue(
    r"\b[a-z][\w-]*\s+(?:watcher|scrubber|validator|limiter|filter|classifier|tripwire|interlock|firewall|sandbox|scanner|detector|alarm|gate|breaker|sampler|stitcher|reaper|partitioner|throttle|watchdog|"
    r"recorder|finder|tracker|honeypot|quarantine|rollback|freeze|purge|sprinklers?|two-\w+\s+rule|\w+-\w+\s+rule)\b(?![\s-]+[a-z]+(?:s|er|ing|log|team|feed|file|list|code|data|config)\b(?!\s+(?:the|an?|its|it)\b))(?!-)"
)
"""Noun phrases of two words or more whose last word calls nothing but a control."""
SINGLE = _words(
    "governor throttle buzzer sieve tripwire watchdog interlock firewall limiter scrubber quarantine muzzle deluge sandbox siren heartbeat airlock honeypot"
)
"""Words that call a control by themselves."""
_MACHINE = Cue(r"[a-z][a-z-]{3,}(?:[ei]r|tor|ser|zer)$")
_MARKS = str.maketrans(dict.fromkeys('.,;:()!?“”"*_[]|\t\n', " "))
_LONGEST = 5
_VERBAL = Cue(r"(?:held|exists|works|fails|runs|goes|says|kept)$|^(?!bed$|feed$|shed$|seed$)[a-z]+ed$")
_SAYS_LITTLE = _words(
    "bad broken failed missing false invalid wrong forged fake stolen expired rejected fourth fifth sixth seventh eighth ninth tenth other external internal human full formal automatic automated "
    "whole regular careful quick thorough simple small same next usual declared possible second third"
)
_NO_GUARDS = _words(
    "model agent attacker attack user customer account run request session message prompt change update error failure outage incident event bug fault report section document policy "
    "claim argument evidence finding point paper question answer result test study exercise drill trial rehearsal simulation experiment score number figure week day month night hour minute second "
    "morning person people staff team company firm vendor supplier contractor someone investigation meeting decision plan command file record sentence statement phrase word page ticket notice "
    "warning signal rate risk harm time traffic data text weights cluster node server laptop machine host endpoint network provider bank hospital regulator law court board council "
    "customer client visitor patient train aircraft vehicle ship driver crew group department unit office desk officer colleague researcher author developer reviewer panel lab "
    "power weather rain storm fire smoke water leak crash migration deployment deploy deal talk interview story version release patch upgrade rollout default bypass insider intruder thief "
    "delay backlog workload budget price cost fee deadline holiday strike vote majority minority year quarter case batch transfer transaction payment order export import upload download "
    "copy clone image call conversation thing way answer reply response email mail letter note memo list log feed link key credential certificate token switch-over handover investigation "
    "employee workers worker operators public press media management leadership director manager lead owner engineer analyst nurse doctor pharmacist head chief mate others other rest one ones two three "
    "floor on-call altogether together instead bench nobody everyone anybody somebody side party parties line lines half third percent supervisor chair secretary"
)


def names_guard(phrase: str, *, surely: bool) -> bool:
    """May the phrase be the name of a control? `surely`: what is said of it only a control, a person or a team does."""
    words = phrase.split()
    last = head(phrase)
    if not words or not words[0][0].islower() or not words[-1].islower() or len(words) > _LONGEST:
        return False
    if (
        any(char.isdigit() or char in "’'" for char in phrase)
        or any(votes_of_head(last)[kind] for kind in AGENT_KINDS)
        or is_role(phrase)
    ):
        return False
    if len(words) == 1 and "-" not in phrase:
        return last in SINGLE
    telling = [word for word in words[:-1] if word.casefold() not in PLAIN_ADJECTIVES | GENERIC_NAMES | _SAYS_LITTLE]
    if re.fullmatch(r"[a-z-]+[^s]s", words[-1]) and calls_guard(words[-2] if len(words) > 1 else ""):
        return False
    called = bool(telling or "-" in words[-1]) and _VERBAL.search(words[-1]) is None
    return called and may_guard(last) and (surely or calls_guard(last))


def may_guard(last: str) -> bool:
    """May a noun with this last word be a control, if it is said to act like one?"""
    return last not in _NO_GUARDS and last not in ROLE_HEADS - {"guard"}


def is_machine(last: str) -> bool:
    """Is it a word for a machine by its ending: "limiter", "validator"? No such word for people, nor one for what is drawn on."""
    known = ROLE_HEADS | NO_DEVICES | _NO_GUARDS | DEPENDENCY_HEADS
    return _MACHINE.fullmatch(last) is not None and last not in known


def calls_guard_in(text: str) -> bool:
    """Does a word of the text call a control?"""
    return any(_calls(word) for word in text.translate(_MARKS).split())


@lru_cache(maxsize=1 << 13)
def _calls(word: str) -> bool:
    return calls_guard(singular(word.casefold()))


def calls_guard(last: str) -> bool:
    """Does the last word of a noun phrase call a control?"""
    return last in GUARD_HEADS or last in CONTROL_HEADS - DEPENDENCY_HEADS - _NO_GUARDS or is_machine(last)
