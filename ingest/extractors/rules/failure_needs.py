"""Needs that a failure brings to light: "the dialler did not ring because its SIM had lapsed", "when it cannot reach the key server"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import is_denied

GONE = (
    r"(?:expired|lapsed|closed|full|muted|disabled|revoked|gone|removed|switched\s+off|turned\s+off|deleted|unreachable|unavailable|down|empty|stale|dead|missing|"
    r"disconnected|suspended|cut(?:\s+off)?|unplugged|rotated|locked|offline|out\s+of\s+(?:date|paper|charge|power|fuel|space|memory)|misconfigured|corrupted?|"
    r"filled\s+up|run\s+(?:out|dry)|died|failed|stopped|broken|crashed|(?:never|not)\s+been\s+(?:set|renewed|updated|loaded|connected|rolled\s+out|restarted|copied|installed|pushed|refreshed|restored)|"
    r"isolated|overwritten|exhausted|returning\s+(?:empty|no|errors?|nothing|stale)|(?:still\s+)?(?:pointing|pointed)\s+(?:at|to)|too\s+(?:high|low|old|small|short|long|slow)|hard-coded|incomplete|"
    r"frozen|hung|renamed|moved|blank|wrong|invalid|frayed|jammed|blocked|flat|dry)"
)
FAILED = (
    r"(?:expired|lapsed|filled\s+up|ran\s+(?:out|dry|full)|crashed|died|stopped|failed|froze|hung|broke|tripped\s+out|went\s+(?:down|dark|dead|offline|away)|timed\s+out|"
    r"returned\s+(?:empty|nothing|no|errors?|stale)[\w\s]{0,20}|could\s+not\s+be\s+reached|did\s+not\s+(?:answer|respond|start|load|run))"
)
_THING = r"(?:the|its|their|our|an?)\s+[^,.;:]{2,50}?"
_BECAUSE = Cue(
    rf"(?P<dependent>[^.;]{{3,140}}?),?\s+(?:because|since)\s+(?P<object>{_THING})\s+(?:(?:had|has|was|were|is|are)\s+(?:been\s+|already\s+|just\s+|still\s+|by\s+then\s+|[a-z]+ly\s+){{0,2}}{GONE}|{FAILED})\b",
    re.IGNORECASE,
)
_BECAUSE_IN = Cue(
    r",?\s+(?:because|since|as)\s+(?:the|its|their|that|this|an?|[\w-]+)\s*(?:[\w-]+\s+){0,3}?(?:(?:is|was|were|are)(?:\s+(?:still|not|no\s+longer|never))?|sits|sat|stood|stands|appears?)\s+(?:on|in)\s+"
    r"(?P<object>(?:the|its|their|our|an?)\s+[^,.;:]{2,50})",
    re.IGNORECASE,
)
_LET = Cue(
    r"\blets?\s+(?:it|them|him|her|the\s+\w+)\s+(?:through|pass|in|by|go)\b|\b(?:passed|granted|allowed|accepted|approved)\b",
    re.IGNORECASE,
)
_STOPPED = Cue(
    r"\b(?:did\s+not|didn[’']t|could\s+not|couldn[’']t|cannot|can[’']t|does\s+not|doesn[’']t|failed|fails|stopped|stops|never|no|nothing|silent|blind|missed|misses|skipped|lost|"
    r"unable|went\s+(?:dark|quiet|down)|was\s+(?:down|off|out))\b",
    re.IGNORECASE,
)
_WHEN = Cue(
    rf",?\s+(?:when|after|once|as\s+soon\s+as|as|while|until)\s+(?P<object>{_THING})\s+(?:(?:had|has|was|were|is|are)\s+(?:been\s+|already\s+|just\s+|[a-z]+ly\s+)?{GONE}|{FAILED})\b",
    re.IGNORECASE,
)
_WENT = Cue(
    r"\b(?:stopp(?:ed|ing)|failed|went\s+(?:blind|dark|quiet|silent|down|dead|deaf|offline|stale)|(?:was|were|has\s+been|had\s+been)\s+(?:blind|dark|quiet|silent|down|off|out|idle|deaf)|"
    r"fell\s+silent|ceased|died|froze|exit(?:ed|s)|(?:did|does|could|can)\s+not|(?:could|did)n[’']t|lost|saw\s+nothing|received\s+nothing|scored\s+nothing)\b[^.;,]{0,50}$",
    re.IGNORECASE,
)
_CLAUSE = 140
_OWN = Cue(
    rf"\b(?P<dependent>(?:the|our)\s+(?:[a-z][\w-]*\s+){{0,2}}?[a-z][\w-]+)[’']s\s+(?P<object>(?:[\w-]+\s+){{0,2}}?[\w-]+)\s+(?:(?:had|has)\s+(?:already\s+)?(?:been\s+)?{GONE}|(?:was|were)\s+{GONE}|{FAILED})\b",
    re.IGNORECASE,
)
_OF_IT = Cue(
    rf"(?:^|[|\t.;,]\s*|\b(?:the|when|because|that)\s+)(?P<object>(?:[a-z][\w-]*\s+){{0,3}}[a-z][\w-]*)\s+(?:of|on|behind|beneath|under|for|in\s+front\s+of)\s+(?P<dependent>the\s+(?:[\w-]+\s+){{0,2}}?[\w-]+)\s+"
    rf"(?:(?:had|has)\s+(?:already\s+)?(?:been\s+)?{GONE}|(?:was|were|is|are)\s+{GONE}|{FAILED}|expires|fills\s+up|runs\s+(?:out|dry|full)|fails|dies|stops|crashes)\b",
    re.IGNORECASE,
)
_SINGLE = Cue(
    r"\b(?P<object>(?:the|that|this|its|their|our)\s+[^.,;:]{2,50}?)\s+(?:is|are|was|were|remains?)\s+(?:a|the|its|their|one)?\s*(?:only\s+)?single\s+point\s+of\s+failure\s+(?:of|for|in|behind)\s+"
    r"(?P<dependent>[^.;]{3,80})|"
    r"\bthe\s+(?:only|sole)\s+(?:copy|record|instance|source|store|version|set|log|index|list)\s+(?:of|for|that)\s+(?P<dependent2>[^.;,]{3,60}?)\s+(?:is|was|sits|lives|lay|is\s+kept|was\s+kept|had\s+been)\s+(?:on|in|at|with)\s+"
    r"(?P<object2>(?:the|an?|its|their|our)\s+[^.,;:]{2,50})",
    re.IGNORECASE,
)
_REACHES = Cue(
    r"\b(?:if|when|once|whenever|while)\s+(?P<dependent>it|they|the\s+[\w\s-]{2,40}?)\s+(?:cannot|can[’']t|could\s+not|couldn[’']t|can\s+no\s+longer|fails?\s+to|is\s+unable\s+to)\s+"
    r"(?:reach|see|read|find|contact|talk\s+to|get\s+(?:to|at)|connect\s+to|fetch|load|open)\s+(?P<object>(?:the|its|their|our|an?)\s+[^,.;:]{2,50})",
    re.IGNORECASE,
)
_TAKEN = Cue(
    r"\btake\s+(?P<object>(?:the|that|its|our)\s[\w\s-]{2,30}?)\s+(?:away|out|down|offline)\s+and\s+(?P<dependent>it|they|the\s+[\w-]+(?:\s+[\w-]+)?)\s+"
    r"(?:falls?|stops?|dies?|won[’']t|breaks?|goes|can[’']t|does\s+nothing|(?:is|are)\s+(?:blind|useless|dead|deaf))\b",
    re.IGNORECASE,
)
_HAD = Cue(
    rf"^(?:had|if)\s+(?P<object>{_THING})\s+(?:had\s+)?been\s+{GONE[:-1]}|off|out)\b[^.;]{{0,90}}?,\s+(?:there\s+would\s+have\s+been\s+no\s+|no\s+)(?P<dependent>[\w\s-]{{3,50}})",
    re.IGNORECASE,
)
_CONJUNCTION = Cue(r"\b(?:when|after|once|as|while|until)\b", re.IGNORECASE)
_FAILING = Cue(rf"\b(?:{GONE}|{FAILED}|expires|fills|runs|fails|dies|stops|crashes)\b", re.IGNORECASE)
_IS_GONE = Cue(
    rf"\s+(?:(?:had|has|was|were)\s+(?:been\s+|already\s+|just\s+|[a-z]+ly\s+)?{GONE}|{FAILED})\b", re.IGNORECASE
)
_ALONE = Cue(r"\b(?:only|sole|single)\b", re.IGNORECASE)
_DENIED = Cue(r"\b(?:not|n[’']t|never)\s*(?:simply|just|only)?$", re.IGNORECASE)


class FailureNeed(NamedTuple):
    """Offsets in the sentence: the thing needed stands between `object` and `limit`; who needs it stands in `dependent`."""

    object: int
    limit: int
    dependent: tuple[int, int]


def failure_needs(text: str) -> Iterator[FailureNeed]:
    """What the failures that a sentence tells of had lacked; a cause that is denied is none."""
    if "because" in text or "since" in text:
        for match in _BECAUSE.finditer(text):
            if _STOPPED.search(match["dependent"]) and not _DENIED.search(match["dependent"]):
                yield FailureNeed(*match.span("object"), match.span("dependent"))
    for match in (*_REACHES.finditer(text), *_TAKEN.finditer(text), *_HAD.finditer(text)):
        yield FailureNeed(*match.span("object"), match.span("dependent"))
    yield from _gone_with(text)


def has_stopped(text: str) -> bool:
    """Do the words behind a name say that it did not work?"""
    found = _STOPPED.search(text)
    return found is not None and not _DENIED.search(text[: found.start()])


def is_gone(text: str) -> bool:
    """Do the words right behind a name say that the thing was not there or did not work: "was full", "had expired"?"""
    return _IS_GONE.match(text) is not None


def _gone_with(text: str) -> Iterator[FailureNeed]:
    """What went when something else went: "stopped when its account was removed", "the dialler's SIM had lapsed"."""
    for match in _BECAUSE_IN.finditer(text):
        start = _clause_start(text, match.start())
        clause = text[start : match.start()]
        if (_STOPPED.search(clause) or _LET.search(clause)) and not _DENIED.search(clause):
            yield FailureNeed(*match.span("object"), (start, match.start()))
    for match in _WHEN.finditer(text) if _CONJUNCTION.search(text) else ():
        start = _clause_start(text, match.start())
        if _WENT.search(text, start, match.start()):
            yield FailureNeed(*match.span("object"), (start, match.start()))
    for match in (*_OWN.finditer(text), *_OF_IT.finditer(text)) if _FAILING.search(text) else ():
        if not is_denied(text[max(0, match.start("object") - _CLAUSE) : match.start("object")].rpartition(",")[2]):
            yield FailureNeed(*match.span("object"), match.span("dependent"))
    for match in _SINGLE.finditer(text) if _ALONE.search(text) else ():
        second = "2" if match["object"] is None else ""
        yield FailureNeed(*match.span(f"object{second}"), match.span(f"dependent{second}"))


def _clause_start(text: str, end: int) -> int:
    """Where the clause before an offset begins, within reach."""
    first = max(0, end - _CLAUSE)
    return max(first, text.rfind(". ", first, end) + 1, text.rfind("; ", first, end) + 1)
