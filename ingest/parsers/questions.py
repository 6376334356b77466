"""Interviews that are printed as questions in bold with the answers beneath: whose words the paragraphs are.

Nothing stands before an answer that says who speaks; the heading does: "Interview 3: Ana Brook", "A conversation with Ana Brook".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.parsers.draft import BREAK, Draft
from ingest.parsers.openers import opener

INTERVIEWER = "Interviewer"
FEWEST_QUESTIONS = 3
_MOSTLY = 0.6  # share of the bold paragraphs that end with a question mark
_OPENING = 3  # blocks in which the interview says with whom it is
_NAME = r"[^\W\d_a-z][\w’'-]*(?:\s+(?:(?:de|van|von|der|la|al)\s+)*[^\W\d_a-z][\w.’'-]*){1,3}"
_WITH = re.compile(
    rf"\b(?:interview|conversation|talk|discussion|Q\s?&\s?A)\b(?:\s+(?:no\.\s*)?\d+)?(?:\s*[:–—-]\s*|\s+(?:with|of)\s+)(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+)?(?P<name>(?-i:{_NAME}))"
    r"(?=\s*(?:$|[,.(–—-]|on\b|of\b))",
    re.IGNORECASE | re.MULTILINE,
)


def with_answers(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The same blocks with questions and answers as turns; as they are where no interview is printed that way."""
    asked = [draft for draft in drafts if _is_bold(draft)]
    questions = sum(draft.said.rstrip().endswith("?") for draft in asked)
    told = any(draft.speaker for draft in drafts)
    printed = not told and questions >= FEWEST_QUESTIONS and questions >= _MOSTLY * len(asked)
    name = _labelling(drafts) or interviewee(drafts) if printed else ""
    return tuple(_attributed(drafts, name)) if name else tuple(drafts)


def _attributed(drafts: Iterable[Draft], name: str) -> Iterator[Draft]:
    asked = False
    for draft in drafts:
        question = _is_bold(draft)
        asked = draft.kind is not BlockKind.HEADING and (asked or question)
        spoken = asked and draft.kind is BlockKind.PARAGRAPH
        said_by = INTERVIEWER if question else name
        yield replace(draft, kind=BlockKind.TURN, speaker=said_by) if spoken else draft


def _is_bold(draft: Draft) -> bool:
    said = [words for words in draft.words if words.text.strip()]
    return draft.kind is BlockKind.PARAGRAPH and bool(said) and all(words.bold for words in said)


def _labelling(drafts: Iterable[Draft]) -> str:
    """The only name with which answers open, each time before a colon; '' where there is none, or several."""
    found = [
        opener(draft.said.lstrip("*_")) for draft in drafts if draft.kind is BlockKind.PARAGRAPH and not _is_bold(draft)
    ]
    names = [each.speaker.strip("*_") for each in found if each and each.speaker]
    return names[0] if len(names) >= FEWEST_QUESTIONS and len(set(names)) == 1 else ""


def interviewee(drafts: Sequence[Draft]) -> str:
    """Whom the first lines say the interview is with; '' where they do not."""
    opening = (draft.said.replace(BREAK, "\n") for draft in drafts[:_OPENING] if not _is_bold(draft))
    found = next((match for said in opening if (match := _WITH.search(said))), None)
    return " ".join(found["name"].split()) if found else ""
