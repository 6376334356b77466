"""Controls that are called by a noun phrase and said to act, to be in place or to be run: "the egress limiter cuts …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import head, named, phrase_after, phrase_before

_HEADS = [
    "limiter",
    "cap",
    "screen",
    "throttle",
    "monitor",
    "classifier",
    "check",
    "review",
    "audit",
    "authorisation",
    "authorization",
    "approval",
    "scanner",
    "alert",
    "alarm",
    "buzzer",
    "dialler",
    "dialer",
    "interlock",
    "valve",
    "brake",
    "switch",
    "cut-off",
    "cut-out",
    "backup",
    "filter",
    "inventory",
    "reconciliation",
    "patrol",
    "limit",
    "replication",
    "screening",
    "detector",
    "gate",
    "barrier",
    "lock",
    "firewall",
    "sandbox",
    "probe",
    "guard",
    "breaker",
    "sprinkler",
    "siren",
    "sign-off",
    "inspection",
    "tripwire",
    "watchdog",
    "signature",
    "freeze",
    "quarantine",
    "double-check",
    "hold-point",
    "counter-signature",
    "lockout",
    "curtain",
    "shut-off",
    "trip",
    "fuse",
    "seal",
    "escort",
    "checklist",
    "drencher",
    "deluge",
    "scrubber",
    "muzzle",
    "governor",
    "relief",
    "heartbeat",
]
SAFEGUARD_HEADS = frozenset(_HEADS)
_ALONE = frozenset({"firewall", "sandbox", "watchdog", "tripwire", "airlock", "interlock", "quarantine", "heartbeat"})
_MET = frozenset({"proxy"})  # what acts is no control yet by its last word: it is one where something has to pass it
_HEAD = Cue(
    rf"\b(?:{'|'.join(sorted(_HEADS, key=len, reverse=True))}|proxy|(?:key|token|code|badge|secret)\s+release)(?:e?s)?\b(?!-)"
)
_ACTS = (
    r"(?:reads?|cuts?|blocks?|stops?|refuses?|rejects?|scores?|flags?|watches|checks?|closes?|trips?|shuts?|limits?|counts?|"
    r"compares?|lists?|samples?|scans?|catch(?:es)?|holds?|pages?|rings?|alerts?|sounds?|fires?|starts?|opens?|kills?|"
    r"freezes?|prevents?|detects?|sees|runs|strips?|drops?|isolates?|disconnects?|releases?|locks?|looks\s+(?:at|for)|"
    r"works?|responds?|acts\b|triggers|goes\s+off|kicks\s+in|cuts\s+in|records?|repeats?|stands?\s+between|would\s+(?:catch|stop|see|notice|hold))"
)
_AFTER = Cue(
    rf"^(?:,[^,;.]{{3,90}},|\s+\([^)]{{2,60}}\)|\s+(?:on|in|at)\s+the\s+[\w-]+(?:\s+[\w-]+)?)?(?:,?\s+(?:which|that))?\s+(?:also\s+|then\s+|simply\s+|\w+ly\s+)?(?:{_ACTS}\b|"
    r"(?:is|are|was|were)\s+(?:\w+\s+)?(?:run|owned|operated|maintained|staffed|carried\s+out|looked\s+after|kept|managed|tested|audited)\b|"
    r"(?:can|cannot|can[’']t|could)\s+(?:not\s+)?(?:do|stop|see|block|catch|hold|be\s+(?:switched|turned|lifted|bypassed))\b|(?:is|are)\s+(?:simple|blunt|crude|automatic|always\s+on|mandatory),|(?:is|are)\s+an?\s+(?:\w+\s+)?(?:job|process|program|routine|device|rule|procedure|machine|script|model|second\s+model)\b)",
    re.IGNORECASE,
)
_EVADING = r"(?:evad|avoid|bypass|circumvent|defeat|fool|disabl|escap|dodg|beat|surviv|overcom|undermin|subvert)ing"
_BEFORE = Cue(
    rf"\b(?:{_EVADING}|pass(?:es|ed)?|subject\s+to|requires?|carr(?:y|ies)\s+out|undergo(?:es)?|there[’']s|there\s+(?:is|was|are)|"
    r"we\s+(?:run|have|use|operate|rely\s+on)|(?:call|called|calls)\s+(?:it|that|this|them)|go(?:es)?\s+through|first\s+thing\s+(?:that\s+)?[^.;,]{2,40}?\s+(?:is|are)|(?:only|always)\s+(?:gets?|opens?|reach(?:es)?|enters?|pass(?:es)?)\s+[^.;,]{2,40}?\s+(?:through|by|via)|"
    r"(?:protected|guarded|secured)\s+by(?:\s+[^.;,]{3,40}\s+and\s+by)?|barrier,|it[’']s)\s+(?:the\s+|an?\s+|our\s+)?(?:later\s+|subsequent\s+)?$",
    re.IGNORECASE,
)
_AS_BARRIER = Cue(
    r"\b(?P<verb>gives?|treats?|counts?|names?|presents?|regards?|credits?|cites?|considers?|rates?|describes?|lists?|scores?|puts?\s+forward)\s+[^.;,]{4,60}?\s+(?P<as>as)\s+(?:an?|the|one|its)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:barrier|safeguard|control|defen[cs]e|mitigation|protection|line\s+of\s+defen[cs]e)\b",
    re.IGNORECASE,
)
_IS_BARRIER = Cue(
    r"\s+(?:is|are)\s+(?:an?|the)\s+(?:(?:very\s+)?[\w-]+\s+)?(?:control|safeguard|barrier|line\s+of\s+defen[cs]e)s?\b(?!\s+[a-z]+(?:room|group|team)\b)",
    re.IGNORECASE,
)
_PASS = Cue(
    rf"\b(?:{_EVADING}|pass(?:es|ed)?|undergo(?:es)?|await(?:s)?|face[sd]?|meets?|clear(?:s|ed)?)\s+(?:the\s+|an?\s+)?(?:later\s+|subsequent\s+)?(?=\w)"
)
_DETERMINED = Cue(r"\b(?:the|this|our|an?|its|their)\s+$|^\W*$", re.IGNORECASE)
_DENIED = Cue(
    r"\b(?:no|not|never|without|\w+n[’']t|second|another|new|planned|future|proposed|would|might|could|add|want|ought|should)\b[^.;,]{0,24}$",
    re.IGNORECASE,
)
_HEARSAY = Cue(
    r"\b(?:people|somebody|someone|they|some|others?|everyone|rumou?rs?)\b[^.;]{0,24}\b(?:saying|says?|said|told|think|thought|heard|suggested|has\s+it)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_SAYS_LITTLE = frozenset(
    [
        "external",
        "internal",
        "independent",
        "further",
        "other",
        "human",
        "overall",
        "full",
        "formal",
        "automatic",
        "automated",
        "whole",
        "regular",
        "similar",
        "careful",
        "quick",
        "thorough",
        "simple",
        "small",
        "single",
        "same",
        "next",
        "usual",
    ]
)
_EVENTS = frozenset(
    [
        "bad",
        "broken",
        "failed",
        "missing",
        "false",
        "invalid",
        "wrong",
        "forged",
        "fake",
        "stolen",
        "expired",
        "rejected",
    ]
)
_MAX_WORDS = 4


def safeguards(outline: Outline) -> tuple[Thing, ...]:
    """Every such control, once, at the first place that says that it is there."""
    found: dict[str, Thing] = {}
    for sentence in outline.sentences:
        if outline.units[sentence.unit].kind in {BlockKind.HEADING, BlockKind.CODE, BlockKind.TABLE_ROW}:
            continue
        for phrase in (*_in_sentence(sentence), *_counted_as(sentence), *_called_control(sentence)):
            key = thing_key(ElementKind.CONTROL, phrase)
            found.setdefault(key, Thing(key, ElementKind.CONTROL, named(phrase), sentence))
    return tuple(found.values())


def _counted_as(sentence: Sentence) -> Iterator[str]:
    """What is called a barrier outright, whatever its last word: "the report gives key custody as a safeguard"."""
    for match in _AS_BARRIER.finditer(sentence.text):
        span = phrase_after(sentence.text, match.end("verb"))
        phrase = sentence.text[span[0] : span[1]] if span else ""
        whole = span is not None and not sentence.text[span[1] : match.start("as")].strip()
        if (
            whole
            and " " in phrase.replace("-", " ")
            and phrase[0].islower()
            and not _DENIED.search(sentence.text[: match.start()])
        ):
            yield phrase


def _called_control(sentence: Sentence) -> Iterator[str]:
    """What is said to be a control, whatever its last word: "two-man custody is a strong safeguard"."""
    for match in _IS_BARRIER.finditer(sentence.text):
        span = phrase_before(sentence.text, match.start())
        phrase = sentence.text[span[0] : span[1]] if span else ""
        if span and _telling_name(phrase) and not _DENIED.search(sentence.text[: span[0]]):
            yield phrase


def _telling_name(phrase: str) -> bool:
    """Is it two words or more in small letters, one of them at least no common word?"""
    words = phrase.replace("-", " ").split()
    return len(words) > 1 and phrase[0].islower() and any(w not in GENERIC_NAMES | PLAIN_ADJECTIVES for w in words[:-1])


def is_safeguard(name: str) -> bool:
    """Does the word that a name turns on tell that it is a control? "Test of the valve" is none."""
    return head(name) in SAFEGUARD_HEADS


def _in_sentence(sentence: Sentence) -> Iterator[str]:
    text = sentence.text
    for match in _HEAD.finditer(text):
        span = _behind_verb(text, phrase_before(text, match.end()))
        phrase = text[span[0] : span[1]] if span else ""
        if span is None or not tells_which(phrase):
            continue
        before, after = text[: span[0]], text[span[1] :]
        acts = _DETERMINED.search(before) and _AFTER.match(after) and head(phrase) not in _MET
        if (acts or _BEFORE.search(before)) and not _DENIED.search(before) and not _HEARSAY.search(before):
            yield phrase


def _behind_verb(text: str, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The span from behind a verb that stands in it: "code pass mandatory review" -> "mandatory review"."""
    verbs = list(_PASS.finditer(text, *span)) if span else []
    return (verbs[-1].end(), span[1]) if span and verbs else span


def tells_which(phrase: str) -> bool:
    """Has the phrase a modifier that tells which one it is, and no name or number in it? "A bad seal" is an event."""
    words = phrase.split()
    telling = [w for w in words[:-1] if w.casefold() not in PLAIN_ADJECTIVES | GENERIC_NAMES | _SAYS_LITTLE]
    plain = all(word[0].islower() for word in words[1:]) and not any(char.isdigit() for char in phrase)
    event = any(word.casefold() in _EVENTS for word in words)
    telling = telling or [word for word in words if len(words) == 1 and word in _ALONE]
    return bool(telling) and not event and len(words) <= _MAX_WORDS and plain
