"""Controls that an answer names to who asks what stops, sees or catches something, and those that the next sentence tells of.

"What keeps a forged image out?" – "The admission hook.", "There's the replay job too. It re-runs one result in twenty."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.elements import ElementKind
from graph.provenance import DocumentKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.guard_words import ACTS_NEXT, LABELLED, WATCHES_NEXT, names_guard
from ingest.extractors.rules.kinds import AGENT_KINDS, is_given_name, looks_like_person, votes_of_head
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import named, phrase_after

_ASKS = Cue(
    r"\b(?:what|which|who(?:[’']d)?|how|anything|something|is\s+there)\b[^?]{0,60}\b(?:stops?|stopp(?:ed|ing)|catch(?:es|ing)?|caught|prevents?|protects?|guards?|limits?|blocks?|"
    r"detects?|notices?|spots?|sees?\s+(?:it|that|this)|keeps?\s+(?:\w+\s+){1,4}?(?:out|from|in|under)|stands?\s+between|stood\s+between|take\s+away|takes\s+away|holds?\s+(?:it|that|them)\s+(?:up|back))\b|"
    r"\b(?:which|what|name)\s+(?:[\w-]+\s+){0,2}?(?:controls?|safeguards?|barriers?|mechanisms?)\b|\bfirst\s+thing\s+that\s+happens\b|\bwhat\s+(?:have\s+you|do\s+you\s+have)\b[^?]{0,30}\b(?:catch|stop|prevent|against)\b|"
    r"\bwhy\s+(?:do|did|would)\s+you\s+(?:rule|think|believe|say|call)\b|\bon\s+what\s+grounds\b",
    re.IGNORECASE,
)
_ASKS_SORT = Cue(r"\b(?:controls?|safeguards?|barriers?|mechanisms?)\b", re.IGNORECASE)
_FILLER = Cue(
    r"^\W*(?:(?:well|so|yes|yeah|um|right|okay|mainly|mostly|chiefly|largely|above\s+all|ultimately|in\s+practice|first|because\s+of)[,:]?\s+){0,3}"
    r"(?:(?:it[’']s|that[’']s|that\s+is|it\s+is|that\s+would\s+be|there[’']s|there\s+is|it[’']s\s+called|we\s+call\s+(?:it|that)|by|with|through|our)\s+){0,2}(?:the|our|an?)?\s*",
    re.IGNORECASE,
)
_CLOSED = Cue(
    r"\s*(?:[.,;:–—]|$)|\s+(?:would|does|did|should|will|is|in|on|at|for|over|that|which|and|too|as|by|of|from|to|when|if)\b"
)
_BARE = Cue(r"\s*(?:[.,;]|$)")
_THERE = Cue(
    r"\b(?:there[’']s|there\s+is|there\s+are|it[’']s\s+called|is\s+called|called|known\s+as|we\s+(?:have|run|use)|(?:he|she|they)\s+(?:has|have|runs?|uses?))\s+(?:also\s+|then\s+)?(?:the|our|an?)\s+|^\W*(?:the|our)\s+",
    re.IGNORECASE,
)
_NAME = Cue(r"(?:[A-Z][\w’'-]*|[A-Z]{2,})(?:\s+(?:[A-Z][\w’'-]*|[a-z][\w-]{2,}(?=\s*[.,;]))){0,4}")
_DENIED = Cue(
    r"\b(?:no|not|never|nobody|nothing|none|\w+n[’']t|used\s+to|might|supposed|wish|second|another|new|planned|if|heard|told|said)\b",
    re.IGNORECASE,
)
_SKIPPED = frozenset({BlockKind.HEADING, BlockKind.CODE})
_NO_NAMES = frozenset(
    {
        "nobody",
        "nothing",
        "yes",
        "no",
        "none",
        "us",
        "we",
        "me",
        "i",
        "they",
        "it",
        "somebody",
        "on-call",
        "everyone",
        "one",
    }
)


def guard_answers(outline: Outline) -> tuple[Thing, ...]:
    """Every such control, once."""
    if outline.document.source.kind is DocumentKind.CRITIQUE:
        return ()
    found: dict[str, Thing] = {}
    told = [s for s in outline.sentences if outline.units[s.unit].kind not in _SKIPPED]
    for asked, said in pairwise(told):
        for phrase in (*_answered(outline, asked, said), *_told_next(asked, said)):
            key = thing_key(ElementKind.CONTROL, phrase)
            aliases = (phrase,) if phrase[0].islower() else ()
            found.setdefault(
                key, Thing(key, ElementKind.CONTROL, named(phrase), said if phrase in said.text else asked, aliases)
            )
    for sentence in told:
        for phrase in _labelled(sentence):
            key = thing_key(ElementKind.CONTROL, phrase)
            found.setdefault(key, Thing(key, ElementKind.CONTROL, phrase, sentence))
    return tuple(found.values())


def _answered(outline: Outline, asked: Sentence, said: Sentence) -> Iterator[str]:
    """What an answer names first, by a noun phrase or a name that stands alone."""
    lead = outline.units[asked.unit].lead
    asks = asked.text.rstrip(' "”’)*_').endswith("?") or bool(lead and asked.text.strip(" .:*_") == lead.strip(" .:*_"))
    if not asks or _ASKS.search(asked.text) is None:
        return
    text = said.text
    opening = _FILLER.match(text)
    start = opening.end() if opening else 0
    name = _NAME.match(text, start)
    if (
        name is not None
        and _BARE.match(text, name.end())
        and _may_be_called(name[0], surely=bool(_ASKS_SORT.search(asked.text)))
    ):
        yield name[0]
        return
    span = phrase_after(text, start)
    phrase = text[slice(*span)] if span else ""
    if (
        span
        and _CLOSED.match(text, span[1])
        and names_guard(phrase, surely=True)
        and not _DENIED.search(text[: span[0]])
    ):
        yield phrase


def _may_be_called(name: str, *, surely: bool) -> bool:
    """May a name that answers alone be a control's, and no person's or team's? `surely`: a control was asked for."""
    agents = any(votes_of_head(name)[kind] for kind in AGENT_KINDS)
    plain = name.casefold().split()
    titled = is_given_name(name) or (
        not surely and all(w[0].isupper() for w in name.split()) and looks_like_person(name)
    )
    return not agents and not titled and len(plain) > 1 and not _NO_NAMES & set(plain)


def _told_next(first: Sentence, then: Sentence) -> Iterator[str]:
    """What a sentence brings up and the next says that it guards: "It takes away what was not used for ninety days"."""
    if first.text.endswith("?") or not (ACTS_NEXT.match(then.text) or WATCHES_NEXT.match(then.text)):
        return
    for match in _THERE.finditer(first.text):
        span = phrase_after(first.text, match.end())
        phrase = first.text[slice(*span)] if span else ""
        whole = span is not None and _CLOSED.match(first.text, span[1])
        if span and whole and names_guard(phrase, surely=True) and not _DENIED.search(first.text[: span[0]]):
            yield phrase
            return


def _labelled(sentence: Sentence) -> Iterator[str]:
    """The capitalised name behind a label: "Control described: Device Posture Check"."""
    label = LABELLED.match(sentence.text)
    name = _NAME.match(sentence.text, label.end()) if label else None
    if name is not None and _may_be_called(name[0], surely=True):
        yield name[0]
