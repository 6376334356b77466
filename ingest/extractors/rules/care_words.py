"""Words for who owns and who runs a thing: "in the care of", "answers for", "is carried out by", "belongs to"."""

from __future__ import annotations

import re

from graph.elements import RelationType
from ingest.extractors.rules.cues import Cue

_TENDED = (
    r"(?:edited|updated|pushed|checked|refreshed|renewed|rotated|filled(?:\s+in)?|weighed|monitored|watched|read|cleaned|loaded|stocked|printed|topped\s+up|"
    r"reset|calibrated|tuned|configured|triaged|answered|signed|rolled\s+out|patched|backed\s+up|counted|swapped|emptied|walked)"
)
THING_FIRST = Cue(
    r"\b(?P<verbs>belongs?\s+to|belonged\s+to|(?:is|are)\s+the\s+(?:responsibility|property|business|charge)\s+of|answered\s+for\s+by|"
    r"(?:is|are)\s+in\s+the\s+(?:charge|care|hands|keeping|gift)\s+of|carried\s+out\s+by|hosted\s+by|coordinated\s+by|serviced\s+by|performed\s+by|"
    r"administered\s+by|taken\s+care\s+of\s+by|tended\s+by|minded\s+by|worked\s+by|done\s+by|handled\s+by|(?:loaded|updated|edited|curated|calibrated|patched|watched)\s+by|overseen\s+by|kept\s+\w+\s+by|"
    rf"screened(?:\s+\w+){{0,2}}\s+by|(?:is|are|gets?|has\s+to\s+be|must\s+be)\s+(?:\w+ly\s+)?{_TENDED}\s+"
    r"(?:(?:\w+ly|by\s+hand|manually|(?:once|twice)\s+an?\s+\w+|every\s+(?:other\s+)?\w+(?:\s+\w+)?)\s+){0,2}by|(?:lies|rests|sits)\s+with|falls\s+to)\s+(?=\S)",
    re.IGNORECASE,
)
AGENT_FIRST = Cue(
    r"\b(?P<verb>carr(?:y|ies)\s+out|hosts|coordinates|organi[sz]es|(?:own\s+and\s+)?services?|performs|administers|takes?\s+care\s+of|tends|handles|oversees|answers?\s+for|"
    r"(?:is|are)\s+(?:responsible|accountable|answerable)\s+for|(?:is|are)\s+in\s+charge\s+of|has\s+charge\s+of|(?:both\s+)?buil[dt]s?\s+and\s+operates?)\s+"
    r"(?=(?:it|them|this)\b|[A-Z]|(?:the|our|that|those|these|its|their|an?|both|each|all)\s)",
    re.IGNORECASE,
)
AS_ANSWER = Cue(
    r"\b(?:they|we|you|people|some|others)(?:[’']d|\s+would|\s+might|\s+will)\s+(?:all\s+|probably\s+)?(?:say|tell\s+you|claim|swear)\b[^.;]*$",
    re.IGNORECASE,
)
"""Opens what others would answer: "they'd say it's ours"."""
MADE = Cue(r"\b(?:wrote|built|made|designed|set\s+(?:it|them|that)\s+up)\b", re.IGNORECASE)
"""Who made a thing need not look after it."""
_TRIES = Cue(r"review|audit|assess|evaluat|inspect|certif|test|repeat|replicat|reproduc|re-?run")
_OWNS = Cue(
    r"\bown|\bhas\b|in\s+the\s+care|belong|responsib|property|business|answer|accountable|charge|gift|lies|rests|sits|falls"
)
_RUNS = Cue(
    r"operat|\bruns?\b|maintain|staff|look|keep|kept|manag|carr(?:y|ies|ied)\s+out|host|coordinat|organi|servic|perform|administ|tak\w+\s+care|"
    r"fixes|repairs|mends|calibrat|updat|patch|loaded|edited|curated|watched|tend|mind|\bwork|done|handl|overs|hands|screened|"
    rf"\b{_TENDED}"
)


def care_of(words: str) -> tuple[RelationType, ...]:
    """The relations that words of care state: OWNED_BY, OPERATED_BY, both or none."""
    owns = (RelationType.OWNED_BY,) if _OWNS.search(words.casefold()) else ()
    runs = (RelationType.OPERATED_BY,) if _RUNS.search(words.casefold()) else ()
    return (*owns, *runs)


def deeds_of(verbs: str) -> tuple[RelationType, ...]:
    """The relations that verbs of care or of trying state: EVALUATED_BY for "audits", else as `care_of`."""
    return (RelationType.EVALUATED_BY,) if _TRIES.search(verbs.casefold()) else care_of(verbs)
