"""Needs that a failure brings to light: "the dialler did not ring because its SIM had lapsed", "when it cannot reach the key server"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_GONE = (
    r"(?:expired|lapsed|closed|full|muted|disabled|revoked|gone|removed|switched\s+off|turned\s+off|deleted|unreachable|unavailable|down|empty|stale|dead|missing|"
    r"disconnected|suspended|cut(?:\s+off)?|unplugged|rotated|locked|offline|out\s+of\s+(?:date|paper|charge|power|fuel|space|memory)|misconfigured|corrupted?|"
    r"filled\s+up|run\s+(?:out|dry)|died|failed|stopped|broken|crashed|never\s+been\s+(?:set|renewed|updated|loaded|connected))"
)
_THING = r"(?:the|its|their|our|an?)\s+[^,.;:]{2,50}?"
_BECAUSE = re.compile(
    rf"(?P<dependent>[^.;]{{3,140}}?),?\s+(?:because|since)\s+(?P<object>{_THING})\s+(?:had|has|was|were|is|are)\s+(?:been\s+|already\s+|just\s+|by\s+then\s+|[a-z]+ly\s+)?{_GONE}\b",
    re.IGNORECASE,
)
_STOPPED = re.compile(
    r"\b(?:did\s+not|didn[’']t|could\s+not|couldn[’']t|cannot|can[’']t|does\s+not|doesn[’']t|failed|fails|stopped|stops|never|no|nothing|silent|blind|missed|misses|skipped|lost|"
    r"unable|went\s+(?:dark|quiet|down)|was\s+(?:down|off|out))\b",
    re.IGNORECASE,
)
_REACHES = re.compile(
    r"\b(?:if|when|once|whenever|while)\s+(?P<dependent>it|they|the\s+[\w\s-]{2,40}?)\s+(?:cannot|can[’']t|could\s+not|couldn[’']t|can\s+no\s+longer|fails?\s+to|is\s+unable\s+to)\s+"
    r"(?:reach|see|read|find|contact|talk\s+to|get\s+(?:to|at)|connect\s+to|fetch|load|open)\s+(?P<object>(?:the|its|their|our|an?)\s+[^,.;:]{2,50})",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\btake\s+(?P<object>(?:the|that|its|our)\s[\w\s-]{2,30}?)\s+(?:away|out|down|offline)\s+and\s+(?P<dependent>it|they|the\s+[\w-]+(?:\s+[\w-]+)?)\s+"
    r"(?:falls?|stops?|dies?|won[’']t|breaks?|goes|can[’']t|does\s+nothing|(?:is|are)\s+(?:blind|useless|dead|deaf))\b",
    re.IGNORECASE,
)
_HAD = re.compile(
    rf"^(?:had|if)\s+(?P<object>{_THING})\s+(?:had\s+)?been\s+{_GONE[:-1]}|off|out)\b[^.;]{{0,90}}?,\s+(?:there\s+would\s+have\s+been\s+no\s+|no\s+)(?P<dependent>[\w\s-]{{3,50}})",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|n[’']t|never)\s*(?:simply|just|only)?$", re.IGNORECASE)


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
