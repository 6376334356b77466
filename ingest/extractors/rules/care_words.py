"""Words for who owns and who runs a thing: "in the care of", "answers for", "is carried out by", "belongs to"."""

from __future__ import annotations

import re

from graph.elements import RelationType

THING_FIRST = re.compile(
    r"\b(?P<verbs>belongs?\s+to|belonged\s+to|(?:is|are)\s+the\s+(?:responsibility|property|business|charge)\s+of|answered\s+for\s+by|"
    r"(?:is|are)\s+in\s+the\s+(?:charge|care|hands|keeping|gift)\s+of|carried\s+out\s+by|hosted\s+by|coordinated\s+by|serviced\s+by|performed\s+by|"
    r"administered\s+by|taken\s+care\s+of\s+by|tended\s+by|minded\s+by|worked\s+by|done\s+by|handled\s+by|overseen\s+by|kept\s+\w+\s+by|"
    r"screened(?:\s+\w+){0,2}\s+by|(?:lies|rests|sits)\s+with|falls\s+to)\s+(?=\S)",
    re.IGNORECASE,
)
AGENT_FIRST = re.compile(
    r"\b(?P<verb>carr(?:y|ies)\s+out|hosts|coordinates|organi[sz]es|(?:own\s+and\s+)?services?|performs|administers|takes?\s+care\s+of|tends|handles|oversees|answers?\s+for|"
    r"(?:is|are)\s+(?:responsible|accountable|answerable)\s+for|(?:is|are)\s+in\s+charge\s+of|has\s+charge\s+of|(?:both\s+)?buil[dt]s?\s+and\s+operates?)\s+"
    r"(?=(?:it|them|this)\b|[A-Z]|(?:the|our|that|those|these|its|their|an?|both|each|all)\s)",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"\bown|\bhas\b|in\s+the\s+care|belong|responsib|property|business|answer|accountable|charge|gift|lies|rests|sits|falls"
)
_RUNS = re.compile(
    r"operat|\bruns?\b|maintain|staff|look|keep|kept|manag|carr(?:y|ies|ied)\s+out|host|coordinat|organi|servic|perform|administ|tak\w+\s+care|"
    r"tend|mind|\bwork|done|handl|overs|hands|screened"
)


def care_of(words: str) -> tuple[RelationType, ...]:
    """The relations that words of care state: OWNED_BY, OPERATED_BY, both or none."""
    owns = (RelationType.OWNED_BY,) if _OWNS.search(words.casefold()) else ()
    runs = (RelationType.OPERATED_BY,) if _RUNS.search(words.casefold()) else ()
    return (*owns, *runs)
