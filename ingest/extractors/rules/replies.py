"""Short answers in talk: "What does the cap depend on?" – "On the session ID.", and "Who owns it?" – "Developer tools."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.kinds import looks_like_person
from ingest.extractors.rules.lexicon import FUNCTION_WORDS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import named, phrase_after
from ingest.extractors.rules.topic_words import KNOWN, NO_TOPIC

ASKS_NEED = Cue(
    r"\bwhat\s+(?:does|do|would|did)\b[^?]*\b(?:need|depend\s+on|rely\s+on|rest\s+on|require|use|check\s+against|run\s+on|sit\s+on|work\s+from|look\s+at)\b[^?]*\?|"
    r"\b(?:depends?|relies|hangs|rests|leans)\s+on\s*\?|\bneeds(?:\s+what)?\s*\?|"
    r"\bhow\s+(?:does|would)\s+(?:it|the\s+[\w-]+(?:\s+[\w-]+)?)\s+know\b[^?]*\?|\bwhere\s+does\s+(?:it|the\s+[\w-]+(?:\s+[\w-]+)?)\s+(?:get|take|read|find|keep)\b[^?]*\?",
    re.IGNORECASE,
)
ASKS_TOLD = Cue(
    r"\bwho(?:[’']d|[’']s)?(?:\s+(?:is|are|was|would|will|then|else|actually|exactly|even))*\s+(?:gets?\s+|be\s+|being\s+|gets?\s+to\s+)?"
    r"(?P<how>paged|told|called|alerted|notified|informed|e-?mailed|woken|rung|the\s+(?:page|call|alert|e-?mail|message))\b|"
    r"\bwho\s+(?:does|would|did|will)\s+(?:it|that|the\s+[\w-]+(?:\s+[\w-]+){0,2}?)\s+(?P<act>page|tell|call|alert|notify|e-?mail|wake|ring|go\s+to)\b|"
    r"\bwhere\s+(?:does|do|would|will)\s+(?:it|that|they|the\s+(?:alert|page|alarm|message|e-?mail|warning)s?)\s+go\b",
    re.IGNORECASE,
)
ASKS_YOU = Cue(
    r"\bwho(?:m)?\s+(?:do|would|did|will)\s+(?P<who>you|your\s+(?:team|people|on-call))\s+(?:then\s+|first\s+|usually\s+)?(?:go\s+to|call|tell|ring|message|page|phone|e-?mail|escalate\s+to|report\s+(?:it\s+)?to|contact|alert|wake)\b",
    re.IGNORECASE,
)
ASKS_READER = Cue(
    r"\bwho\s+(?:then\s+|actually\s+)?(?:reads?|sees?|looks\s+(?:at|through)|goes\s+through|gets|hears\s+(?:about|of)|picks\s+up|deals\s+with|works\s+through)\s+"
    r"(?:it|them|that|those|(?:the|its|these|those)\s+(?:[\w-]+\s+)?(?:flags?|alerts?|messages?|hits?|tickets?|queue|channel|e-?mails?|mails?|pages?|warnings?))\b",
    re.IGNORECASE,
)
_OWNER = Cue(r"\bwho\s+(?:owns|runs|operates|looks\s+after|maintains|keeps|has)\b[^?]*\?", re.IGNORECASE)
CLOSED = Cue(
    r"\s*(?:[.,;:–—]|$)|\s+(?:being|that|which|and|or|from|in|on|at|of|to|with|if|when|for|by|inside|behind)\b"
)
"""What stands behind a noun phrase that is an answer by itself, and not the subject of a sentence."""
OPENING = Cue(r"^(?:well,\s+|so,?\s+)?(?:on\s+|the\s+|an?\s+|only\s+(?:the\s+)?)+", re.IGNORECASE)
_BARE = Cue(
    r"^(?P<who>[A-Z][\w-]+(?:\s+[a-z][\w-]+){0,2})(?:,\s+(?:in\s+theory|on\s+paper|I\s+(?:think|believe)|mostly|formally|as\s+far\s+as\s+I\s+know))?\.$"
)
_TOLD = Cue(
    r"(?:^|(?<=[a-z,]\s))(?P<who>[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2})(?=[.,;]|\s+(?:and|then|first|after|on-call|team)\b|$)"
)
_FILLER = Cue(
    r"\W*(?:ha|h+m+|oh|well|mm|erm|um|uh|ah|er|okay|ok|right|so|honestly|sure|good\s+question|god|look|yes,\s+well)\W*",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    {"nobody", "no", "none", "nothing", "yes", "us", "me", "mine", "ours", "it", "automatic", "never", "sometimes"}
)
_NO_NAMES = _NOBODY | {
    "everyone",
    "everybody",
    "whoever",
    "people",
    "somebody",
    "someone",
    "anyone",
    "depends",
    "automatically",
    "same",
    "usually",
}


@dataclass(frozen=True)
class Reply:
    """The first sentence of an answer, and the question that it answers."""

    question: Sentence
    answer: Sentence


def reply_things(outline: Outline) -> tuple[Thing, ...]:
    """What short answers name: the dependency behind "On the …", the team that alone answers who owns something, and who is told."""
    found: dict[str, Thing] = {}
    for reply in replies(outline):
        text = reply.answer.text
        opening = OPENING.match(text)
        span = phrase_after(text, opening.end()) if opening and ASKS_NEED.search(reply.question.text) else None
        bare = _BARE.match(text) if _OWNER.search(reply.question.text) else None
        alone = span and text[span[0] : span[1]].casefold() in KNOWN - NO_TOPIC
        if span and (" " in text[span[0] : span[1]] or alone) and CLOSED.match(text, span[1]):
            thing = _thing(ElementKind.DEPENDENCY, text[span[0] : span[1]], reply.answer)
            found.setdefault(thing.key, thing)
        elif bare and _may_own(bare["who"]):
            kind = ElementKind.PERSON if " " in bare["who"] and looks_like_person(bare["who"]) else ElementKind.TEAM
            thing = _thing(kind, bare["who"], reply.answer)
            found.setdefault(thing.key, thing)
        for thing in _told(reply) if _asks_names(reply.question.text) else ():
            found.setdefault(thing.key, thing)
    return tuple(found.values())


def _asks_names(question: str) -> bool:
    return any(each.search(question) for each in (ASKS_TOLD, ASKS_READER)) or ASKS_YOU.search(question) is not None


def _told(reply: Reply) -> Iterator[Thing]:
    """The teams and people whom an answer to "who gets paged?" names by a capital alone: "Platform, then Security"."""
    for match in _TOLD.finditer(reply.answer.text):
        name = match["who"]
        if not any(word.casefold() in _NO_NAMES | FUNCTION_WORDS for word in name.split()):
            person = " " in name and looks_like_person(name)
            kind = ElementKind.PERSON if person else ElementKind.TEAM
            yield Thing(thing_key(kind, name), kind, name, reply.answer)


def replies(outline: Outline) -> Iterator[Reply]:
    """The first sentences of the turns that answer a question."""
    turns = [unit for unit in outline.units if unit.kind is BlockKind.TURN and unit.sentences]
    for asked, answered in pairwise(turns):
        questions = [each for each in asked.sentences if each.text.endswith("?")]
        if questions and asked.block.speaker != answered.block.speaker:
            said = [each for each in answered.sentences if not _FILLER.fullmatch(each.text)]
            yield Reply(questions[-1], (said or answered.sentences)[0])


def _may_own(words: str) -> bool:
    parts = words.casefold().split()
    return not any(part in _NOBODY | FUNCTION_WORDS for part in parts)


def _thing(kind: ElementKind, phrase: str, sentence: Sentence) -> Thing:
    plain = phrase[:1].lower() + phrase[1:] if kind is ElementKind.TEAM else phrase
    return Thing(thing_key(kind, phrase), kind, named(phrase), sentence, (plain,))
