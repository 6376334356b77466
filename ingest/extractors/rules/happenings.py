"""Evidence that reports tell of in passing: a test by its outcome, or what happened once and showed how a control does.

"A consultant's penetration test in May produced one bypass", "the power cut of 2 December left the gate shut, as designed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.lexicon import GENERIC_NAMES, PLAIN_ADJECTIVES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline
from ingest.extractors.rules.phrases import named

_DATE = (
    r"(?:(?:on|in|of)\s+(?:the\s+(?:night|morning|evening|weekend)\s+of\s+)?(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter)"
    r"(?:\s+\d{1,2})?(?:,?\s+\d{4})?|last\s+(?:week|month|year|spring|summer|autumn|winter|January|February|March|April|May|June|July|August|September|October|November|December))"
)
_TESTED = Cue(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Oo]ur|[\w-]+[’']s)\s+(?:last\s+|recent\s+)?(?P<name>(?:[a-z][a-z-]+\s+){1,2}(?:tests?|exercises?|drills?|trials?|audits?|inspections?|simulations?|rehearsals?|spot\s+checks?))\b"
    rf"(?=(?:\s+{_DATE})?\s+(?:(?:has|have|had)\s+)?(?:produced|found|turned\s+up|showed|shown|gave|got|ended|revealed|uncovered|recorded|led\s+to|succeeded|failed|concluded|yielded|put|left)\b)"
)
_HAPPENED = Cue(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Oo]ur|[Ll]ast\s+\w+[’']s)\s+(?P<name>(?:[a-z][a-z-]+\s+){0,2}(?:fault|outage|failure|incident|breakdown|power\s+cut|near\s+miss|breach|leak|crash|intrusion|accident|"
    rf"mishap|misconfiguration|flood|fire|storm|theft|break-in)(?:\s+(?:in|at|on|of|with)\s+(?:the|our|its|an?)\s+(?:[a-z][\w-]*\s+){{0,2}}?[a-z][\w-]*)??\s+{_DATE})"
)
PERFORMED = Cue(
    r"\b(?:failed?\s+(?:closed|safe|open|shut|secure)|as\s+(?:it\s+(?:was|is)\s+)?(?:designed|intended|meant|it\s+should|planned)|(?:worked|held|tripped|fired|rang|closed|opened|did\s+its\s+(?:job|work))\b|"
    r"(?:caught|stopped|noticed|missed|blocked|refused|contained|cut)\b|did\s+(?:not|nothing)\b|(?:came|was)\s+too\s+(?:late|slow)|unable\s+to)",
    re.IGNORECASE,
)
_EMPTY = (
    PLAIN_ADJECTIVES
    | GENERIC_NAMES
    | frozenset(
        [
            "external",
            "internal",
            "formal",
            "informal",
            "routine",
            "short",
            "small",
            "dedicated",
            "separate",
            "extensive",
            "fixed",
            "planned",
            "future",
            "initial",
            "several",
            "direct",
        ]
    )
)


def happenings(outline: Outline) -> Iterator[Thing]:
    """Such tests and events of a report, each by its own words."""
    if outline.document.source.kind is not DocumentKind.REPORT:
        return
    for sentence in outline.sentences:
        if outline.units[sentence.unit].kind in {BlockKind.HEADING, BlockKind.CODE, BlockKind.TABLE_ROW}:
            continue
        for match in (*_TESTED.finditer(sentence.text), *_HAPPENED.finditer(sentence.text)):
            name = " ".join(match["name"].split())
            if name.split()[0] not in _EMPTY:
                key = thing_key(ElementKind.EVIDENCE, name)
                yield Thing(key, ElementKind.EVIDENCE, named(name), sentence, (name,))


def is_happening(name: str) -> bool:
    """Is it the name of an event, and not of a test?"""
    return _HAPPENED.fullmatch(f"the {name[:1].lower()}{name[1:]}") is not None
