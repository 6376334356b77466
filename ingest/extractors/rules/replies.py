"""Short answers in talk: "What does the cap depend on?" – "On the session ID.", and "Who owns it?" – "Developer tools."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.kinds import looks_like_person
from ingest.extractors.rules.lexicon import FUNCTION_WORDS
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence
from ingest.extractors.rules.phrases import named, phrase_after

ASKS_NEED = re.compile(
    r"\bwhat\s+(?:does|do|would|did)\b[^?]*\b(?:need|depend\s+on|rely\s+on|rest\s+on|require)\b[^?]*\?", re.IGNORECASE
)
_OWNER = re.compile(r"\bwho\s+(?:owns|runs|operates|looks\s+after|maintains|keeps|has)\b[^?]*\?", re.IGNORECASE)
OPENING = re.compile(r"^(?:well,\s+|so,?\s+)?(?:on\s+|the\s+|an?\s+|only\s+(?:the\s+)?)+", re.IGNORECASE)
_BARE = re.compile(r"^(?P<who>[A-Z][\w-]+(?:\s+[a-z][\w-]+){0,2})\.$")
_NOBODY = frozenset(
    {"nobody", "no", "none", "nothing", "yes", "us", "me", "mine", "ours", "it", "automatic", "never", "sometimes"}
)


@dataclass(frozen=True)
class Reply:
    """The first sentence of an answer, and the question that it answers."""

    question: Sentence
    answer: Sentence


def reply_things(outline: Outline) -> tuple[Thing, ...]:
    """What short answers name: the dependency behind "On the …", and the team that alone answers who owns something."""
    found: dict[str, Thing] = {}
    for reply in replies(outline):
        text = reply.answer.text
        opening = OPENING.match(text)
        span = phrase_after(text, opening.end()) if opening and ASKS_NEED.search(reply.question.text) else None
        bare = _BARE.match(text) if _OWNER.search(reply.question.text) else None
        if span and " " in text[span[0] : span[1]]:
            thing = _thing(ElementKind.DEPENDENCY, text[span[0] : span[1]], reply.answer)
            found.setdefault(thing.key, thing)
        elif bare and _may_own(bare["who"]):
            kind = ElementKind.PERSON if " " in bare["who"] and looks_like_person(bare["who"]) else ElementKind.TEAM
            thing = _thing(kind, bare["who"], reply.answer)
            found.setdefault(thing.key, thing)
    return tuple(found.values())


def replies(outline: Outline) -> Iterator[Reply]:
    """The first sentences of the turns that answer a question."""
    turns = [unit for unit in outline.units if unit.kind is BlockKind.TURN and unit.sentences]
    for asked, answered in pairwise(turns):
        questions = [each for each in asked.sentences if each.text.endswith("?")]
        if questions and asked.block.speaker != answered.block.speaker:
            yield Reply(questions[-1], answered.sentences[0])


def _may_own(words: str) -> bool:
    parts = words.casefold().split()
    return not any(part in _NOBODY | FUNCTION_WORDS for part in parts)


def _thing(kind: ElementKind, phrase: str, sentence: Sentence) -> Thing:
    plain = phrase[:1].lower() + phrase[1:] if kind is ElementKind.TEAM else phrase
    return Thing(thing_key(kind, phrase), kind, named(phrase), sentence, (plain,))
