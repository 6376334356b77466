"""Where a sentence says that something needs something else: the words for both ends, before names are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.naming import REMEMBERED
from ingest.extractors.rules.alternatives import Choice, choice_at, falls_back
from ingest.extractors.rules.bare_needs import bare_needs
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.denials import denies_object, harmed_span, is_denied, is_rumoured
from ingest.extractors.rules.failure_needs import failure_needs
from ingest.extractors.rules.flows import flows_in
from ingest.extractors.rules.kinds import NEEDS
from ingest.extractors.rules.need_words import COUNTED, LOST, MORE_NEEDS, STOPPED
from ingest.extractors.rules.outline import Outline, Sentence

_FORWARD = Cue(rf"\b(?:{NEEDS}|{MORE_NEEDS})\s+{COUNTED}", re.IGNORECASE)
_DENIED = Cue(
    r"\b(?:not|\w+n[’']t|never|no\s+longer|nothing|nobody|neither|hardly|without)\s+(?:\w+\s+){0,2}$|\bno\s+\w+\s+$",
    re.IGNORECASE,
)
_POSSIBLE = Cue(r"\b(?:might|may|could|would|should|will|whether|if|to|did|does)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_EMPHATIC = Cue(
    r"\b(?:it|that|they|this|(?:the|our)\s+[\w-]+(?:\s+[\w-]+)?)\s+(?:really\s+)?(?:does|do)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_PROPOSED = Cue(
    r"\b(?:propos(?:e|es|ed)|recommend(?:s|ed)?|suggest(?:s|ed)?|ask(?:s|ed)?|urge[sd]?|demand(?:s|ed)?|insist(?:s|ed)?|wish(?:es)?)\s+that\b[^.;:]*$",
    re.IGNORECASE,
)
_DOING = Cue(
    r"(?:ever\s+|first\s+|either\s+)?[a-z]{2,}ing\b(?!\s+(?:is|was|are)\b)"
)  # "cannot open without ringing" needs nothing
_SOFTER = Cue(r"(?:goes?|works?)\s+(?:out\s+)?(?:from|through|with)\b", re.IGNORECASE)
_WORK = Cue(r"\b(?:of|the|an?|this|that|their|our|its|more|much|some|hard|good|all|to)\s+$", re.IGNORECASE)
_IF = Cue(
    rf"\b(?:if|when|once|should|while|whenever)\s+(?P<object>[^,.;]{{2,60}}?)\s+{LOST}\b\s*,?\s*(?P<rest>[^.;]{{3,160}})",
    re.IGNORECASE,
)
_WITHOUT = Cue(
    r"(?:^|[,;:]\s+(?:and\s+|but\s+)?|\b(?:and|so|but)\s+)without\s+(?P<object>[^,.;]{2,60})(?P<rest>[^.;]{0,160})",
    re.IGNORECASE,
)
_STOPS_IF = Cue(
    rf"(?P<rest>[^.;,]{{2,80}}?\b{STOPPED})\s+(?:if|when|once|as\s+soon\s+as|whenever)\s+(?P<object>[^,.;]{{2,60}}?)\s+{LOST}\b",
    re.IGNORECASE,
)
_WERE = Cue(
    r"(?:^|[;:,]\s+)were\s+(?P<object>(?:the|its|this|that|our)\s+[^,.;]{2,50}?)\s+(?:to\s+(?:fail|vanish|go\s+down|disappear)|(?:(?:unavailable|forged|lost|down|gone|compromised|wrong|removed|"
    r"deleted|falsified|corrupted|empty|switched\s+off|tampered\s+with)(?:\s+or\s+(?=\w+,))?(?:\w+)?)),\s+(?P<rest>[^.;]{3,160})",
    re.IGNORECASE,
)
_NO_NO = Cue(r"\bno\s+(?P<object>[\w’' -]{2,40}),\s+(?P<rest>no\s+[\w’' -]{2,40})", re.IGNORECASE)
_STOPS = Cue(
    r"\b(?:no|nothing|never|nobody|blind|dark|dead|stops?|fails?|refuses?|can[’']?n?o?t|cannot|won[’']t|wouldn[’']t|goes|halts?|"
    r"useless|worthless|passes|lets|admits|breaks?|lost|not|isn[’']t|doesn[’']t|haven[’']t|hasn[’']t|reads?|(?:is|are|was|were)\s+(?:off|down|out|gone)(?:\s+(?:as\s+well|too|with\s+(?:it|them)))?|go(?:es)?\s+(?:down\s+|out\s+)?with\s+(?:it|them))\b",
    re.IGNORECASE,
)


_BACKWARD = (
    (Cue(r"\b(?:if|when|once|should|while|whenever)\b", re.IGNORECASE), _IF),
    (Cue(r"\b(?:if|when|once|as\s+soon\s+as|whenever)\b", re.IGNORECASE), _STOPS_IF),
    (Cue(r"\bwithout\b", re.IGNORECASE), _WITHOUT),
    (Cue(r"\bwere\b", re.IGNORECASE), _WERE),
    (Cue(r"\bno\b[^,]*,\s+no\b", re.IGNORECASE), _NO_NO),
)  # each pattern with the words without which it need not be tried: it is slow to fail


@dataclass(frozen=True)
class Need:
    """Offsets in the sentence: the thing needed begins at `object`; who needs it stands in `dependent`.

    `soft`: the words are said of much that is no need, so that only apparatus and named things count.
    """

    sentence: Sentence
    object: int
    limit: int
    dependent: tuple[int, int]
    forward: bool
    soft: bool = False


@lru_cache(maxsize=REMEMBERED)  # as sentences are gone through several times, and with fewer none is there again
def needs_in(sentence: Sentence) -> tuple[Need, ...]:
    """Every need that the sentence states; denied and merely possible ones are left out."""
    if is_rumoured(sentence.text):
        return ()
    firm = (*_forward(sentence), *_backward(sentence))
    taken = {need.object for need in firm}
    flows = (
        Need(sentence, flow.object, flow.limit, flow.dependent, forward=flow.forward, soft=True)
        for flow in flows_in(sentence.text)
    )
    failed = (
        Need(sentence, each.object, each.limit, each.dependent, forward=False, soft=True)
        for each in failure_needs(sentence.text)
    )
    bare = (
        Need(sentence, each.object, each.limit, each.dependent, forward=False) for each in bare_needs(sentence.text)
    )
    told = tuple(bare)
    pointed = {need.object for need in told}
    firm = (*told, *(need for need in firm if need.object not in pointed))
    taken |= pointed
    return (*firm, *(need for need in (*flows, *failed) if need.object not in taken))


def _forward(sentence: Sentence) -> Iterator[Need]:
    text = sentence.text
    clause = 0
    for match in _FORWARD.finditer(text):
        before = text[clause : match.start()]
        emphatic = _EMPHATIC.search(before) and not text.endswith("?")
        denied = _DENIED.search(before) or is_denied(before) or denies_object(text[match.end() :])
        denied = denied or _PROPOSED.search(before) is not None
        doing = match[0].rstrip().casefold().endswith("without") and _DOING.match(text, match.end())
        noun = match[0].casefold().startswith("work") and _WORK.search(before)
        if not (denied or noun or doing or (_POSSIBLE.search(before) and not emphatic)):
            soft = _SOFTER.match(match[0]) is not None
            yield Need(sentence, match.end(), len(text), (clause, match.start()), forward=True, soft=soft)
        clause = match.end() if ";" in text[clause : match.end()] else clause


def _backward(sentence: Sentence) -> Iterator[Need]:
    for hint, pattern in _BACKWARD:
        for match in () if hint.search(sentence.text) is None else pattern.finditer(sentence.text):
            rest = match.span("rest") if match["rest"] else match.span("object")
            harmed = harmed_span(sentence.text, rest)
            if harmed is not None:
                clause = sentence.text[slice(*harmed)]
                if _STOPS.search(clause) and not falls_back(clause):
                    yield Need(sentence, *match.span("object"), harmed, forward=False)


def choice_of(outline: Outline, need: Need) -> Choice | None:
    """The alternatives that a need names; None where it names one thing, or needs all."""
    if not need.forward:
        return None
    behind = outline.units[need.sentence.unit].sentences_behind(need.sentence)
    return choice_at(need.sentence.text, need.object, behind[0].text if behind else "")
