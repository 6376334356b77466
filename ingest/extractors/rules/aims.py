"""What a reviewer's point is about where the critique itself introduces nothing by that name.

"We cannot accept the two-reader rule": the report knows the rule, the critique only names it. Such a name is proposed
as a mention, and linking finds what the case has by it, of whatever kind. And a heading such as "Where we agree" says
what a point beneath it does where its own words do not.
"""

from __future__ import annotations

import re

from graph.elements import CRITICIZED, ElementKind, RelationType
from graph.naming import normal
from ingest.extraction import ProposedElement
from ingest.extractors.rules.kinds import decided, votes_of_head
from ingest.extractors.rules.names import thing_key
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.phrases import head, named, phrase_after
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.second_look import names_nothing

_HEADED: tuple[tuple[RelationType, re.Pattern[str]], ...] = (
    (
        RelationType.DISPUTES,
        re.compile(
            r"\b(?:disagree\w*|disput\w*|objections?|object|reject\w*|(?:not|cannot)\s+accept\w*|unconvinced)\b",
            re.IGNORECASE,
        ),
    ),
    (RelationType.QUALIFIES, re.compile(r"\b(?:reservations?|caveats?|qualif\w+|doubts?|cautions?)\b", re.IGNORECASE)),
    (
        RelationType.AGREES_WITH,
        re.compile(r"\b(?:agree\w*|concur\w*|accept\w*|endorse\w*|what\s+convinces)\b", re.IGNORECASE),
    ),
)
_BEHIND = re.compile(
    r"\b(?:agree|agrees|disagree|disagrees|concur|concurs|quarrel)\s+(?:with|on|about|over)\s+(?:what\s+(?:is|was)\s+(?:said|written)\s+(?:of|about)\s+)?|"
    r"\b(?:accept|count|credit|endorse|trust|dispute|question|doubt|reject|rely\s+on|believe\s+in|make\s+much\s+of)\s+|"
    r"\b(?:reservations?|doubts?|concerns?|objections?|caveats?)\s+(?:\w+\s+)?(?:is|are|about|on|over|to|concerns?)\s+|"
    r"^\W*(?:\w+\s+\w+[.:]\s+)?(?:on|as\s+for|as\s+to|as\s+regards|regarding|concerning)\s+",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\W*(?:\w+\s+)?[A-Z]?\w+[.:]\s+(?=[A-Z])")
_DETERMINED = re.compile(r"^(?:the|its|their|that|this)\s+", re.IGNORECASE)
_VERB = re.compile(
    r"^(?:,[^,.;]{1,40},)?\s+(?:is|are|was|were|does|do|did|has|have|can|cannot|could|would|will|may|might|must|should|seems?|looks?|"
    r"rests?|works?|holds?|fails?|tells?|shows?|proves?|needs?|says?|counts?)\b"
)
_PERSONAL = frozenset(
    {"we", "i", "they", "he", "she", "it", "you", "this", "that", "these", "those", "there", "what", "who"}
)


def headed_weight(reading: Reading, sentence: Sentence) -> RelationType | None:
    """What the heading above says of the points beneath it: "Where we disagree"; None where it says nothing of that."""
    above = reading.outline.units[sentence.unit].block.headings
    return next((type_ for type_, pattern in _HEADED if above and pattern.search(above[-1])), None)


def aimed_at(reading: Reading, sentence: Sentence) -> ProposedElement | None:
    """What the sentence's opinion is about, as a mention: behind its words, else its subject; None where neither names a thing."""
    text = sentence.text
    starts = [match.end() for match in _BEHIND.finditer(text)]
    label = _LABEL.match(text)
    subject = label.end() if label else 0
    for start in (*starts, subject):
        span = phrase_after(text, start)
        if span is None or (start == subject and not _VERB.match(text[span[1] :])):
            continue
        phrase = text[span[0] : span[1]]
        if _is_name(reading, phrase, text[start : span[0]], opens=span[0] == subject):
            kind = _kind(phrase)
            quote = Place(reading, sentence).quote
            return ProposedElement(thing_key(kind, phrase), kind, named(phrase), quote, mention=True)
    return None


def _is_name(reading: Reading, phrase: str, before: str, *, opens: bool) -> bool:
    """Is it "the two-reader rule", or a proper name that the document writes with a capital elsewhere too?"""
    if head(phrase) in _PERSONAL or names_nothing(phrase):
        return False
    if _DETERMINED.match(before):
        return " " in phrase or "-" in phrase or phrase[0].isupper()
    if not phrase[0].isupper():
        return False
    written = re.compile(rf"(?<=[a-z,;] ){re.escape(phrase)}\b")
    return not opens or written.search(reading.outline.document.text) is not None


def _kind(phrase: str) -> ElementKind:
    """The kind that its last word speaks for; a control where it speaks for none, which linking corrects."""
    votes = votes_of_head(phrase)
    kind = decided(votes) or next(iter(votes), None)
    return kind if kind in CRITICIZED and normal(phrase) else ElementKind.CONTROL
