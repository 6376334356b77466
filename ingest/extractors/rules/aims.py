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
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.joining import is_argument
from ingest.extractors.rules.kinds import decided, votes_of_head
from ingest.extractors.rules.lexicon import (
    COMMON_VERBS,
    CONTROL_HEADS,
    DEPENDENCY_HEADS,
    FUNCTION_WORDS,
    GENERIC_NAMES,
    PLAIN_ADJECTIVES,
)
from ingest.extractors.rules.names import thing_key
from ingest.extractors.rules.outline import Sentence
from ingest.extractors.rules.phrases import head, named, phrase_after
from ingest.extractors.rules.points import NTH, ORDINAL
from ingest.extractors.rules.reading import Place, Reading
from ingest.extractors.rules.safeguards import is_safeguard, tells_which
from ingest.extractors.rules.second_look import names_nothing

_HEADED: tuple[tuple[RelationType, Cue], ...] = (
    (
        RelationType.DISPUTES,
        Cue(
            r"\b(?:disagree\w*|disput\w*|objections?|object|reject\w*|(?:not|cannot)\s+accept\w*|unconvinced)\b",
            re.IGNORECASE,
        ),
    ),
    (RelationType.QUALIFIES, Cue(r"\b(?:reservations?|caveats?|qualif\w+|doubts?|cautions?)\b", re.IGNORECASE)),
    (
        RelationType.AGREES_WITH,
        Cue(r"\b(?:agree\w*|concur\w*|accept\w*|endorse\w*|what\s+convinces)\b", re.IGNORECASE),
    ),
)
_BEHIND = Cue(
    r"\b(?:agree|disagree|concur|side)s?\s+with\s+(?:the\s+|its\s+)?(?:memo|report|authors?|paper|document|memorandum|review|company)\s+(?:about|on|over|as\s+to)\s+|"
    r"\b(?:agree|agrees|disagree|disagrees|concur|concurs|quarrel)\s+(?:with|on|about|over|that(?=\s+the\b))\s+(?:what\s+(?:is|was)\s+(?:said|written)\s+(?:of|about)\s+)?|"
    r"\b(?:happy|impressed|comfortable|satisfied)\s+(?:about|with|by)\s+|\bshare\s+(?:\w+\s+){1,2}(?:opinion|view|assessment|judg\w+|confidence)\s+(?:of|about|on|in)\s+|"
    r"\b(?:believe|think|accept)\s+that\s+(?=(?:the\s|[A-Z]))|^\W*(?:with|about)\s+(?=the\s[^.;]{3,60}?\s(?:I|we)\s)|"
    r"^\W*(?=the\s[^.;,]{3,60}?\s(?:I|we)\s+(?:found|find|thought|think|considered|consider|judged?|liked|would\s+call)\b)|"
    r"\b(?:accept|count|credit|endorse|trust|dispute|question|doubt|reject|rely\s+on|believe\s+in|make\s+much\s+of)\s+|"
    r"\b(?:overstat|understat|overrat|overlook|ignor|overclaim)(?:es?|s|ed|ing)?\s+(?:that\s+|how\s+(?:\w+\s+)?)?|\b(?:is|are|remains?)\s+silent\s+(?:on|about)\s+|\b(?:regard|consider|judge|call|rate|find)s?\s+(?=the\s)|"
    r"\b(?:verify|confirm|check|establish|show|say|judge|assess)\s+(?:that\s+|whether\s+|how\s+(?:well\s+)?)?(?=the\s)|"
    r"\b(?:argument|case|inference|evidence|confidence)\s+(?:from|for|in)\s+|\b(?:satisfied|impressed|reassured)\s+(?:by|with|that)\s+|"
    r"\b(?:reservations?|doubts?|concerns?|objections?|caveats?)\s+(?:\w+\s+)?(?:is|are|about|on|over|to|concerns?)\s+|"
    r"^\W*(?:\w+\s+\w+[.:]\s+)?(?:on|as\s+for|as\s+to|as\s+regards|regarding|concerning)\s+",
    re.IGNORECASE,
)
_QUALITY = Cue(
    r"(?:the|its|their)\s+(?:real\s+|practical\s+|overall\s+)?(?:coverage|strength|reach|value|effect|effectiveness|reliability|scope|accuracy|results?|figures?|numbers?|"
    r"description|treatment|discussion|account|role|use|importance|independence|completeness|quality|speed|sensitivity|recall|case|argument|evidence|design|"
    r"limits?|limitations?|weakness(?:es)?|gaps?|maturity|performance|adequacy|benefits?|protection|claims?)\s+(?:of|from|for|on|about|in|offered\s+by|given\s+by|made\s+for)\s+(?=the\s|its\s|[A-Z])",
    re.IGNORECASE,
)
_LABEL = Cue(r"^\W*(?:\w+\s+)?[A-Z]?\w+[.:]\s+(?=[A-Z])")
_DETERMINED = Cue(r"^(?:the|its|their|that|this)\s+", re.IGNORECASE)
_VERB = Cue(
    r"^(?:,[^,.;]{1,40},)?\s+(?:is|are|was|were|does|do|did|has|have|can|cannot|could|would|will|may|might|must|should|seems?|looks?|"
    r"rests?|works?|holds?|fails?|tells?|shows?|proves?|needs?|says?|counts?)\b"
)
_JUDGED = Cue(
    r"\s+(?:plausible|adequate|inadequate|unproven|untested|unverified|sound|weak|strong|credible|convincing|insufficient|sufficient|robust|solid|wrong|right|thin|incomplete|fragile|"
    r"holds|works|stands|fails|falls|rests|proves|covers|relies|depends)$"
)
_TELLING = (CONTROL_HEADS | DEPENDENCY_HEADS) - GENERIC_NAMES
_PLACE = Cue(
    r"(?:sections?|paragraphs?|pages?|chapters?|tables?|figures?|findings?|comments?|annex|appendix|points?|notes?|remarks?|recommendations?|parts?|items?|reviewers?|articles?|clauses?)\s+(?:\d[\w.]{0,8}|[a-z]|[a-z]{1,4}-?\d{1,3})$",
    re.IGNORECASE,
)
_NO_THINGS = frozenset(
    [
        "period",
        "part",
        "respect",
        "description",
        "rating",
        "arrangement",
        "arrangements",
        "wording",
        "sentence",
        "statement",
        "passage",
        "paragraph",
        "chapter",
        "page",
        "attempt",
        "case",
        "cases",
        "basis",
        "matter",
        "subject",
        "others",
    ]
)
_PERSONAL = frozenset(
    {"we", "i", "they", "he", "she", "it", "you", "this", "that", "these", "those", "there", "what", "who"}
)


def headed_weight(reading: Reading, sentence: Sentence) -> RelationType | None:
    """What the heading above says of the points beneath it: "Where we disagree"; None where it says nothing of that."""
    above = reading.outline.units[sentence.unit].block.headings
    return next((type_ for type_, pattern in _HEADED if above and pattern.search(above[-1])), None)


def aimed_at(reading: Reading, sentence: Sentence, *, outright: bool = False) -> ProposedElement | None:
    """What the sentence's opinion is about, as a mention: behind its words, else its subject; None where neither names a thing.

    `outright`: only behind its words, which say most clearly what they are about.
    """
    text = sentence.text
    starts = [match.end() for match in _BEHIND.finditer(text)]
    label = _LABEL.match(text) or ORDINAL.match(text) or NTH.match(text)
    subject = label.end() if label else 0
    for begin in starts if outright else (*starts, subject):
        quality = _QUALITY.match(text, begin)
        start = quality.end() if quality else begin
        span = phrase_after(text, start)
        if span is None or (begin == subject and begin not in starts and not _VERB.match(text[span[1] :])):
            continue
        phrase = _without_verb(_JUDGED.sub("", text[span[0] : span[1]]))
        if outright and _DETERMINED.match(text[start : span[0]]):
            phrase = _in_full(phrase, reading.outline.document.text)
        if _is_name(reading, phrase, text[start : span[0]], opens=span[0] == subject):
            kind = _kind(phrase)
            quote = Place(reading, sentence).quote
            return ProposedElement(thing_key(kind, phrase), kind, named(phrase), quote, mention=True)
    return None


def _is_name(reading: Reading, phrase: str, before: str, *, opens: bool) -> bool:
    """Is it "the two-reader rule", or a proper name that the document writes with a capital elsewhere too?"""
    if _PLACE.match(phrase) or head(phrase) in _NO_THINGS:
        return False
    guards = is_safeguard(phrase) and tells_which(phrase) and "peer" not in phrase
    if head(phrase) in _PERSONAL or (names_nothing(phrase) and not guards):
        return False
    if _DETERMINED.match(before):
        telling = is_safeguard(phrase) or head(phrase) in _TELLING
        alone = (
            " " not in phrase
            and telling
            and not phrase.endswith("s")
            and not _is_short(phrase, reading.outline.document.text)
        )
        return " " in phrase or "-" in phrase or phrase[0].isupper() or alone
    if not phrase[0].isupper():
        return False
    written = Cue(rf"(?<=[a-z,;] ){re.escape(phrase)}\b")
    return not opens or written.search(reading.outline.document.text) is not None


def _without_verb(phrase: str) -> str:
    """The phrase without a verb that may look like its head: "berth gate closes"."""
    name, _, last = phrase.rpartition(" ")
    verbal = " " in name and last.endswith(("s", "ed")) and not votes_of_head(phrase) and not is_safeguard(phrase)
    return name if verbal and (votes_of_head(name) or is_safeguard(name)) else phrase


def _in_full(word: str, text: str) -> str:
    """The only longer name by which the document calls what it calls by one word here: "the proxy" is its egress proxy."""
    if " " in word or not (is_safeguard(word) or head(word) in _TELLING):
        return word
    longer = re.findall(rf"\b([a-z][\w’'-]+)\s+{re.escape(word)}\b", text)
    full = {f"{each} {word}" for each in longer if each not in FUNCTION_WORDS | COMMON_VERBS | PLAIN_ADJECTIVES}
    return full.pop() if len(full) == 1 else word


def _is_short(word: str, text: str) -> bool:
    """Does the document call something by that word with another before it: "the interlock" of "Track interlock"?"""
    before = re.findall(rf"\b([\w’'-]+)\s+{re.escape(word)}\b", text, re.IGNORECASE)
    return any(each.casefold() not in FUNCTION_WORDS | COMMON_VERBS for each in before)


def _kind(phrase: str) -> ElementKind:
    """The kind that its last word speaks for; a control where it speaks for none, which linking corrects."""
    if is_argument(phrase):
        return ElementKind.ARGUMENT
    votes = votes_of_head(phrase)
    kind = decided(votes) or next(iter(votes), None)
    return kind if kind in CRITICIZED and normal(phrase) else ElementKind.CONTROL
