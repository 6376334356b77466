"""The words by which reports call pathways: "pathways", "threat scenarios", "routes to harm", "ways this could go wrong"."""

from __future__ import annotations

import re

from ingest.extractors.rules.cues import Cue

_OF_HARM = r"(?:threat|risk|attack|harm|hazard|loss|failure|accident|misuse|abuse|fraud|outage)"
PATHWAYS = rf"(?:pathways?|{_OF_HARM}\s+(?:scenarios?|paths?|routes?|models?|vectors?|modes)|scenarios)"
_WAYS = (
    r"(?:ways?\s+(?:in\s+which\s+)?(?:this|it|things|matters|the\s+(?:\w+\s+)?(?:model|system|plant|service|ward|line|dam|bank|network))\s+"
    r"(?:could|can|might|may)\s+(?:go\s+wrong|fail|cause\s+\w*\s*harm|do\s+(?:\w+\s+)?(?:harm|damage))|"
    r"(?:routes?|ways)\s+to\s+(?:\w+\s+)?(?:harm|disaster|catastrophe|failure|damage|loss|an?\s+accident)|what\s+could\s+go\s+wrong)"
)
_ANY = rf"(?:{PATHWAYS}|{_WAYS})"
_CALLS_UP = r"(?:following|below|these)"
LEAD_IN = Cue(
    rf"\b{_ANY}\b[^.]{{0,120}}(?::\s*$|\b{_CALLS_UP}\b|\bwe\s+(?:consider|examine|assess|treat|look\s+at)\b)|"
    rf"\b{_CALLS_UP}\b[^.]{{0,80}}\b{_ANY}\b|\b(?:consider|considered|identified|examine|assess)\b[^.]{{0,60}}\b{_ANY}\b|"
    r"\b(?:main|principal|credible|possible|conceivable|plausible|worst)\s+routes\b[^.]{0,80}(?::\s*$|\b(?:following|below|these)\b)",
    re.IGNORECASE,
)
_HEADING = Cue(
    rf"^(?:the\s+|specific\s+|our\s+|main\s+|list\s+of\s+|summary\s+of\s+|overview\s+of\s+|\w+\s+)?(?:\w+\s+)?(?:{_ANY}|routes|hazards)"
    r"(?:\s+(?:considered|assessed|analy[sz]ed|in\s+scope|to\s+(?:\w+\s+){0,2}\w+|examined))?$",
    re.IGNORECASE,
)
_NOT_PATHWAYS = Cue(
    r"\b(?:not|no|excluded?|out\s+of\s+scope|set\s+aside|assessments?|claims?|limitations?|arguments?|factors?|mitigat\w+|safeguards?|"
    r"reasons?|controls?|analys[ei]s|logs?|registers?|(?:career|clinical|care|learning|test|user|training)\s+(?:pathways?|scenarios?|routes?))\b",
    re.IGNORECASE,
)
LABEL = Cue(
    rf"[\s*_]*(?:(?:{_OF_HARM}|main)\s+)?(?P<word>pathway|scenario)\s*(?:\*\*)?\s*[:–—]\s*(?:\*\*)?\s*(?=\S)",
    re.IGNORECASE,
)


def heads_pathways(heading: str) -> bool:
    """Is what stands beneath a heading of these words a list of pathways?"""
    return bool(_HEADING.match(heading)) and not _NOT_PATHWAYS.search(heading)


def announces_pathways(sentence: str) -> bool:
    """Does a sentence say that pathways follow?"""
    return bool(LEAD_IN.search(sentence)) and not _NOT_PATHWAYS.search(sentence)
