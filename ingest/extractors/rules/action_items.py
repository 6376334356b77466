"""Items of a list that say what somebody is to do, in the forms that people write: owner first, in brackets, behind a dash, by a label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import looks_like_person
from ingest.extractors.rules.lexicon import ORGANIZATION_HEADS, ROLE_HEADS, TASK_VERBS, TEAM_HEADS
from ingest.extractors.rules.phrases import head

_LONGEST = 1000
_BOX = r"(?:\[[ xX]?\]|[☐☑✅✓✔])\s+"
_MARK = Cue(rf"\s*(?:{_BOX})?(?:(?:[A-Z]{{1,3}}-?\d{{1,3}}|\d{{1,2}})[.):]?\s+(?=[A-Z]))?(?:{_BOX})?")
_NAME = r"[A-Z][\w.’'&/-]*(?:\s+[\w&’'/-]+){0,4}?"
_WHEN = r"(?:(?:by|before|until|from|in|due|on|end\s+of|no\s+later\s+than)\s+)?(?:the\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d|\d|Q[1-4]|[A-Z][a-z]+\s+20\d\d|(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|ongoing|continuous|immediate\w*|next\s+\w+|end\s+of)\b)[^()|;]{0,24}"
_OWNED = Cue(
    r"(?P<owner>(?:The\s+|Our\s+)?[A-Z][\w.’'&-]*(?:\s+[\w&’'-]+){0,4}?)(?:,\s+(?:by|before|until|from)\s+[^:.;]{2,24}|\s+\([^)]{1,30}\))?:\s+"
    r"(?P<action>(?=[a-z]|An?\s)\S[^;]*)"
)
_LABELLED = Cue(
    rf"(?:\s*[(\[]|[.;,]?\s+|\s+[–—-]\s+)(?i:owner|owned\s+by|responsible|assigned\s+to|assignee|action\s+on|lead)(?:\s*[:=–—-]\s*|\s+(?=[A-Z]))(?:the\s+)?(?P<owner>{_NAME})(?=\s*(?:[.;,)\]|]|\s[–—-]\s|$))"
)
_IN_BRACKETS = Cue(
    rf"\s*[(\[](?:the\s+)?(?P<owner>{_NAME})(?:[,;:/]?\s+(?P<when>{_WHEN})|[,;]\s+[a-z][^()]{{2,30}})?[)\]]\W*(?:(?:done|open)\W*)?$"
)
_DASHED = Cue(rf"\s+(?:[–—|]|--?)\s+(?:the\s+)?(?P<owner>{_NAME})(?:\s+(?:[–—|]|--?)\s+|,\s+|\s*$)(?P<rest>[^–—|]*)")
_TO_DO = Cue(
    rf"(?P<owner>(?:The\s+|Our\s+)?{_NAME})(?:\s+\([^)]{{1,40}}\))?\s+(?:to|(?:is|are)\s+to)\s+(?P<action>[a-z][\w-]+\s+\S.*)",
    re.DOTALL,
)
_LED = Cue(rf"\[(?P<owner>{_NAME})\]\s+(?P<action>\S.*)", re.DOTALL)
_DATED = Cue(rf"\s+(?:[–—-]|--)\s+(?:{_WHEN}|(?i:done|open|closed|pending)\b).*$", re.DOTALL)
_DATE = Cue(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b|Q[1-4]\b|\b(?:Open|Done|High|Medium|Low|Priority|Urgent|Pending|Due|See|Completed?|UTC|TB[CD]|Section|Table|Figure|Claim|Action|Step)\b"
)
_NO_DATE = Cue(rf"\W*(?:{_WHEN}|(?i:open|done|pending|due|planned|in\s+progress|not\s+started|tbc|tbd|under\s+way)\b)")

_SET = Cue(
    r"^(?:An?|One|Two)\s+(?:second|new|further|additional|weekly|daily|monthly|yearly|spare|standby|separate|independent|printed|written|regular)\b|"
    r"\b(?:will|shall|must|should|ought\s+to|(?:is|are)\s+to|has\s+been\s+asked|have\s+been\s+asked)\s+(?!not\s+be\s+(?:done|pursued))(?:\w+\s+)?[a-z]+",
)


@dataclass(frozen=True)
class Item:
    """What an item says: offsets of the words for what is to be done, and the words for who is to do it."""

    start: int
    end: int
    owner: str | None


def read_item(text: str) -> Item | None:
    """The action of an item that names its owner; None where it names none, or goes on for too long to be one."""
    if len(text) > _LONGEST:
        return None
    start = opening_of(text)
    return _led_by_owner(text, start) or _with_owner_behind(text, start)


def _led_by_owner(text: str, start: int) -> Item | None:
    """The owner first: "Facilities: a lamp", "Archive staff to practise it", "[Gateway] Fail closed - by 1 June"."""
    first = _OWNED.match(text, start)
    if first is not None and (_may_own(first["owner"]) or _is_told(first["action"])):
        return Item(first.start("action"), len(text), first["owner"])
    first = _TO_DO.match(text, start)
    if first is not None and _is_told(first["action"]) and _may_own(first["owner"]) and not _is_told(first["owner"]):
        return Item(first.start("action"), len(text), first["owner"])
    led = _LED.match(text)
    return Item(led.start("action"), _end_of_dated(text), led["owner"]) if led and _is_called(led["owner"]) else None


def _with_owner_behind(text: str, start: int) -> Item | None:
    """The owner behind: "Fit a lamp (Facilities, May)", "Fit a lamp. Owner: Facilities", "Fit a lamp — Facilities — 15 May"."""
    labelled = _LABELLED.search(text, start)
    if labelled is not None and _is_called(labelled["owner"]):
        return Item(start, labelled.start(), labelled["owner"])
    inside = _IN_BRACKETS.search(text, start)
    if inside is not None and _is_called(inside["owner"]) and (inside["when"] or _may_own(inside["owner"])):
        return Item(start, inside.start(), inside["owner"])
    dashed = _DASHED.search(text, start)
    if (
        dashed is not None
        and _is_called(dashed["owner"])
        and (_NO_DATE.match(dashed["rest"]) or _may_own(dashed["owner"]))
    ):
        return Item(start, dashed.start(), dashed["owner"])
    return None


def opening_of(text: str) -> int:
    """Where the words of an item begin, behind its box and its label."""
    found = _MARK.match(text)
    return found.end() if found else 0


def is_task(text: str) -> bool:
    """Do the words of an item tell somebody to do something: "Rotate the key", "A second pump", "The list will be reviewed"?"""
    first = text.split(maxsplit=1)[0].strip(".,:;*_") if text.strip() else ""
    return " " in text.strip() and (first.casefold() in TASK_VERBS or _SET.search(text) is not None)


def _is_told(words: str) -> bool:
    return words.split(maxsplit=1)[0].casefold() in TASK_VERBS


def _end_of_dated(text: str) -> int:
    """Where a dated tail begins: "… - by 1 June - DONE"."""
    tail = _DATED.search(text)
    return tail.start() if tail else len(text)


def _is_called(words: str) -> bool:
    """May the words be a name at all, and no date, state or reference?"""
    return _DATE.match(words) is None and len(words) > 1


def _may_own(words: str) -> bool:
    plain = re.sub(r"^(?:The|Our)\s+", "", words)
    last = plain.rsplit(maxsplit=1)[-1]
    person = " " in plain and looks_like_person(re.sub(r"^(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+", "", plain))
    letters = plain.isupper() and plain.isalpha() and len(plain) < 6
    return person or letters or bool({head(last), last.casefold()} & (TEAM_HEADS | ROLE_HEADS | ORGANIZATION_HEADS))
