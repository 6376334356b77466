"""Which kind of document a text is, from what such documents have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.provenance import DocumentKind
from ingest.document import Block, BlockKind

FEWEST_TURNS = 3
_OPENING = 3000
_SPOKEN = re.compile(
    r"\b(?:interview(?:ee|er|ed)?s?|transcript|(?<!\d )minutes|meeting notes|conversation (?:with|between)|notes (?:of|from) (?:a|the|our)\b"
    r"|call notes|fireside|podcast|Q ?& ?A|debrief|talk given)\b",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(
    r"^(?:present|attendees|attending|participants|in attendance|apologies)\s*:", re.IGNORECASE | re.MULTILINE
)
_JUDGING_TITLE = re.compile(
    r"\b(?:review|critique|critical (?:assessment|reading)|comments|response to|assessment of the .*report|evaluation of the .*report"
    r"|audit|red[- ]team(?:ing)? (?:report|findings)|peer review|second opinion|rebuttal)\b",
    re.IGNORECASE,
)
_AIMED = re.compile(
    r"\b(?:the report(?:['’]s)? (?:\w+ ){0,2}(?:claims?|asserts?|argues?|relies|overstates?|understates?|assumes?|says|states?|treats)"
    r"|the authors|we (?:reviewed|disagree|dispute|were asked to review|find that the report)|(?:this|our) (?:review|critique)"
    r"|the developer(?:['’]s)? (?:report|claims?|argument)|undermines (?:the )?(?:report|claim)|reviewers?)\b",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"^\W*Dear\s+[A-Z][^\n]{1,80}[,:]?\s*$", re.MULTILINE)
_ASKED = re.compile(
    r"\b(?:(?:have\s+)?(?:asked|invited|engaged)\s+(?:(?:me|us|[A-Z][\w’']+(?:\s+[A-Z][\w’']+){0,3})\s+)?(?:to|for)|[Tt]hank\s+you\s+for\s+(?:sending|letting|asking)|"
    r"(?:I|[Ww]e)\s+(?:have\s+)?(?:now\s+)?read\s+(?:your|the|both))\b[^.]{0,120}?\b(?:read\w*|review\w*|comments?|views?|opinion|look|assess\w*|"
    r"reports?|case|memo(?:randum)?|documents)\b"
)
_WAS_ASKED = re.compile(r"\b(?:I\s+was|we\s+were)\s+asked\s+to\s+(?:read|review|comment|assess|look)\b", re.IGNORECASE)
_FIRST_WORDS = 800


def kind_of(title: str, text: str, blocks: Sequence[Block]) -> DocumentKind:
    """Interview where people take turns or met; critique where a report is judged; else report."""
    opening = text[:_OPENING]
    turns = sum(block.kind is BlockKind.TURN for block in blocks)
    if turns >= FEWEST_TURNS or turns * 2 > len(blocks) or _SPOKEN.search(title) or _ATTENDANCE.search(opening):
        return DocumentKind.INTERVIEW
    aimed = len(_AIMED.findall(text[: 20 * _OPENING]))
    if _JUDGING_TITLE.search(title) and (aimed or _ASKED.search(opening)):
        return DocumentKind.CRITIQUE
    if (aimed * 1500 > len(text) and aimed > 2) or _is_letter_of_review(opening):
        return DocumentKind.CRITIQUE
    spoken_lines = re.search(r"^\W*(?:session )?transcript\b", opening, re.IGNORECASE | re.MULTILINE)
    return DocumentKind.INTERVIEW if spoken_lines else DocumentKind.REPORT


def _is_letter_of_review(opening: str) -> bool:
    """Is it a letter from somebody who was asked to read something, or says that it was read? Or a note that says so."""
    if _WAS_ASKED.search(opening[:_FIRST_WORDS]):
        return True
    greeted = _SALUTATION.search(opening)
    return greeted is not None and _ASKED.search(opening, greeted.end()) is not None
