"""The comments of a critique that are numbered in bold and named by their topics: "**3. Key escrow.** I would not …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.introductions import Introduction, cleaned
from ingest.extractors.rules.outline import Outline

_LEAD = Cue(r"(?P<number>\d{1,2})[.)]\s+(?P<topic>\S.*)", re.DOTALL)
_SERIES = 3
COMMENT = "comment"


def numbered_comments(outline: Outline) -> tuple[Introduction, ...]:
    """One finding for each such paragraph, where at least three of them count up from 1; nothing outside critiques."""
    if outline.document.source.kind is not DocumentKind.CRITIQUE:
        return ()
    found = tuple(_numbered(outline))
    counted = [each.number for each in found] == [str(number) for number in range(1, len(found) + 1)]
    return found if counted and len(found) >= _SERIES else ()


def _numbered(outline: Outline) -> Iterator[Introduction]:
    for unit in outline.units:
        lead = _LEAD.fullmatch(unit.lead) if unit.bold and unit.kind is BlockKind.PARAGRAPH else None
        end = unit.block.bold[0][1] if lead else unit.end
        if lead and end < unit.end:
            topic = cleaned(lead["topic"])
            yield Introduction(
                ElementKind.FINDING, lead["number"], COMMENT, topic, unit.index, unit.start, end, unit.block.level
            )


def with_comments(outline: Outline, found: tuple[Introduction, ...]) -> tuple[Introduction, ...]:
    """What else is introduced, with the comments in the place of what their topics seemed to introduce: "**4. Claim 2.** …"."""
    comments = numbered_comments(outline)
    taken = {each.unit for each in comments}
    return (*(each for each in found if each.unit not in taken), *comments)
