"""Questions for who is told, and the sentences that answer them: "And who hears of that?" – "The duty lead."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.outline import Outline, Sentence

ASKS_WHO = Cue(
    r"\bwho(?:m|[’']s|[’']d)?\b[^?]{0,50}\b(?:told|tell|notified|notif(?:y|ies)|informed|inform|alerted|alert|paged|page|hears?|receives?|learns?|mailed|called|rung|ring|woken|wake|knows?)\b|"
    r"\bis\s+(?:somebody|someone|anybody|anyone)\s+(?:told|paged|alerted|notified|informed|called)\b|\bwho\s+(?:gets?|sees)\s+(?:it|that|the|its|those|a)\b|"
    r"\b(?:state|name|say)\s+who\s+is\s+(?:notified|informed|told|alerted|paged)\b",
    re.IGNORECASE,
)
"""A question for who is told."""
OPENS = Cue(r"\W*(?:(?:yes|well|first|oh|then|in\s+practice|usually)[,.]?\s+)*(?:the|our|an?|my)?\s*", re.IGNORECASE)
"""What may stand in an answer before the name of who is told."""
_OWNS = Cue(r"\b(?:owns?|runs?|operates?|decides?|maintains?|responsible|knows\s+how)\b", re.IGNORECASE)
_SKIPPED = frozenset({BlockKind.HEADING, BlockKind.CODE})


def asked_who(outline: Outline) -> Iterator[tuple[Sentence, Sentence]]:
    """Each question for who is told, and the sentence that answers it."""
    told = [s for s in outline.sentences if outline.units[s.unit].kind not in _SKIPPED]
    for asked, said in pairwise(told):
        lead = outline.units[asked.unit].lead
        asks = (
            asked.text.rstrip(' "”’)*_').endswith("?")
            or bool(lead and asked.text.strip(" .:*_") == lead.strip(" .:*_"))
            or "State who" in asked.text
        )
        if asks and ASKS_WHO.search(asked.text) and not _OWNS.search(asked.text) and not said.text.endswith("?"):
            yield asked, said
