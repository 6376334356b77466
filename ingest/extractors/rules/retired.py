"""Words around a name that say that the thing is no longer there."""

from __future__ import annotations

import re

from ingest.extractors.rules.cues import Cue

_CONTEXT = 70
_RETIRED_BEFORE = Cue(
    r"\b(?:dropped|retired|removed|decommissioned|abandoned|formerly\s+(?:called|known\s+as)|stopped\s+counting)\s+"
    r"(?:the\s+)?(?:\w+\s+){0,2}(?:formerly\s+called\s+)?$",
    re.IGNORECASE,
)
_RETIRED_AFTER = Cue(
    r"^\s+(?:is|was|has\s+been|had\s+been)\s+(?:dead|retired|dropped|gone|decommissioned|switched\s+off|withdrawn|"
    r"removed|abandoned|discontinued)\b",
    re.IGNORECASE,
)


def is_retired(text: str, span: tuple[int, int]) -> bool:
    """Do the words around a name say that the thing is no longer there?"""
    before, after = text[max(0, span[0] - _CONTEXT) : span[0]], text[span[1] : span[1] + _CONTEXT]
    return bool(_RETIRED_BEFORE.search(before) or _RETIRED_AFTER.match(after))
