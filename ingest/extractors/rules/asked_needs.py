"""What questions and labels ask to be needed: "What does it compare with?" – "The rule table.", "Requires: the badge feed; a clock.".

The answer may stand in the next turn, behind the question or label in the same paragraph, in the paragraph below it or
in the items of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from graph.elements import ElementKind
from ingest.document import BlockKind
from ingest.extractors.rules.cues import Cue
from ingest.extractors.rules.flow_words import PLANT
from ingest.extractors.rules.kinds import AGENT_KINDS, decided, votes_of_head
from ingest.extractors.rules.lexicon import GENERIC_NAMES
from ingest.extractors.rules.names import Thing, thing_key
from ingest.extractors.rules.outline import Outline, Sentence, Unit
from ingest.extractors.rules.phrases import head, named, phrase_after
from ingest.extractors.rules.topic_words import KNOWN, NO_TOPIC

_LEANS = (
    r"(?:needs?|requires?|depends?\s+(?:up)?on|rel(?:y|ies)\s+(?:up)?on|leans?\s+on|rests?\s+on|hangs?\s+on|hinges?\s+on|draws?\s+on|counts?\s+on|runs?\s+on|lives?\s+on|builds?\s+on|works?\s+from|feeds?\s+(?:on|off)|"
    r"compares?(?:\s+\w+){0,3}\s+(?:with|against|to)|checks?(?:\s+\w+){0,3}\s+against|validates?(?:\s+\w+){0,3}\s+against|measures?(?:\s+\w+){0,3}\s+against|matches(?:\s+\w+){0,3}\s+against|reads?\s+from|draws?\s+from|"
    r"looks?\s+things\s+up\s+in|consults?)"
)
_ASKS = Cue(
    rf"\bwhat\s+(?:else\s+)?(?:does|do|would|must|should)\b[^?.]*\b{_LEANS}\s*\W*$|\b(?:on|from|against|with)\s+what\s+(?:does|do)\b[^?.]*\b(?:depend|rely|rest|lean|draw|read|work|compare|check|validate|measure|run|hang)\b|"
    rf"\b(?:does|do|is)\s+[^?.]{{2,50}}\b{_LEANS}\s+(?:on\s+)?(?:any|some)(?:thing|body|one)?\b|\b(?:state|say|tell\s+(?:me|us)|list|name|describe)\s+what\s+[^?.]{{1,40}}\b{_LEANS}\s*\W*$|"
    r"\bwhat\s+(?:feeds|drives|supplies|powers|fills|informs)\s+(?:it|them|that|the\b|[A-Z])|\b(?:pre-?conditions?|prerequisites?|dependenc(?:y|ies))\b[^.]{0,50}\W*$|"
    r"\b(?:which|what)\s+[^?.]{0,40}\b(?:indispensable|essential|vital)\b|\bwhat\b[^?.]{0,30}\b(?:can(?:not|[’']t)|could\s+not|couldn[’']t)\b[^?.]{0,24}\bwithout\b|"
    r"\b(?:can(?:not|[’']t)|couldn[’']t)\s+(?:it|they)\s+(?:do|live|work|manage)\s+without\b|\bwhat\s+it\s+(?:needs|requires|depends\s+on|relies\s+on|hangs\s+on|rests\s+on|runs\s+on|leans\s+on)\W*$",
    re.IGNORECASE,
)
LABEL = Cue(
    r"\W*(?:\d[\d.]*\s*)?(?:needs|requires|depends\s+on|relies\s+on|rests\s+on|dependenc(?:y|ies)|(?:technical\s+)?(?:pre-?conditions?|prerequisites?|requirements?)|requirements?\s+for\s+operation|what\s+it\s+(?:needs|requires)|needed|required)"
    r"(?:\W*(?::|\.|–|—)\W*|(?<=s|n)\s+(?=(?:the|an?|its)\s))",
    re.IGNORECASE,
)
_LABEL_SPEAKER = Cue(
    r"(?:needs|requires|depends on|relies on|dependenc(?:y|ies)|pre-?conditions?|prerequisites?)", re.IGNORECASE
)
_LISTS = Cue(
    rf"\b{_LEANS}\s+(?:the\s+following|(?:on\s+)?(?:\w+\s+){{0,2}}(?:things|items|conditions|services|inputs|parts))?[^.;:]{{0,24}}:\s*$",
    re.IGNORECASE,
)
_PREFIX = Cue(r"\W*(?:[QA]\d*\s*[:.)]\s*)?")
_OPENING = Cue(
    r"\W*(?:[QA]\d*\s*[:.)]\s*)?(?:(?:well|so|yes|yeah|oh|um|erm|mainly|mostly|chiefly|largely|only|just|first\s+of\s+all|above\s+all|basically|really|on\s+two\s+things|two\s+things)[,:.–—]?\s+){0,3}"
    r"(?:(?:it[’']s|that[’']s|that\s+would\s+be)\s+)?(?:(?:on|from|by|with|against|off|to|through|via|in)\s+)?(?:only\s+)?",
    re.IGNORECASE,
)
_JOINT = Cue(
    r"(?:\s+(?:in|on|of|from|for|at|inside|behind|by)\s+[^,.;:]{2,40}?)?(?:\s*,\s*(?:and|or|plus)?\s*|\s*;\s*(?:and\s+)?|\s+and\s+|\s+plus\s+|\s+as\s+well\s+as\s+)(?:also\s+)?(?:(?:on|from|by|with|against|through|via)\s+)?"
    r"(?=(?:the|an?|its|their|our|one|at\s+least)\s|[a-z])",
)
_CLOSED = Cue(
    r"\s*(?:[.,;:–—)]|$)|\s+(?:and|plus|in|on|of|from|for|at|which|that|who|as|if|when|because|behind|inside|to)\b|\s+(?:must|has\s+to|have\s+to|needs\s+to)\s+be\b|\s+(?:is|are)\s+(?:the\s+(?:only|main|one)|essential|indispensable)\b"
)
_DENIES = Cue(
    r"\W*(?:no(?:thing|ne|t)?\b|never\b|nobody\b|I\s+don[’']t\b|n/?a\b|unknown\b|hard\s+to\b|good\s+question)",
    re.IGNORECASE,
)
_ABSTRACT = NO_TOPIC | frozenset(
    {
        "luck",
        "trust",
        "goodwill",
        "care",
        "attention",
        "judgement",
        "judgment",
        "time",
        "nothing",
        "answer",
        "question",
        "yes",
        "no",
    }
)
_SHORT = 60  # characters of a label
_ITEMS = 12


class AskedNeed(NamedTuple):
    """Where it is asked what something needs, and the spans of the noun phrases that answer it in another sentence."""

    asked: Sentence
    answer: Sentence
    spans: tuple[tuple[int, int], ...]


def asked_need_things(outline: Outline) -> tuple[Thing, ...]:
    """The dependencies that such answers name by ordinary words."""
    found: dict[str, Thing] = {}
    for each in asked_needs(outline):
        for span in each.spans:
            phrase = each.answer.text[slice(*span)]
            if _tells(phrase):
                key = thing_key(ElementKind.DEPENDENCY, phrase)
                aliases = () if " " in phrase else (phrase,)
                found.setdefault(key, Thing(key, ElementKind.DEPENDENCY, named(phrase), each.answer, aliases))
    return tuple(found.values())


def asked_needs(outline: Outline) -> Iterator[AskedNeed]:
    """Every place where a question, label or list asks for needs and an answer names some."""
    for asked, answer, start in _pairs(outline):
        if not _DENIES.match(answer.text, start):
            spans = tuple(_listed(answer.text, start))
            if spans:
                yield AskedNeed(asked, answer, spans)


def _pairs(outline: Outline) -> Iterator[tuple[Sentence, Sentence, int]]:
    """Question or label, the sentence that answers it, and where in it the answer begins."""
    units = [unit for unit in outline.units if unit.sentences and unit.kind is not BlockKind.CODE]
    for unit in units:
        yield from _within(unit)
    for before, after in pairwise(units):
        last = before.sentences[-1]
        other = before.block.speaker is None or before.block.speaker != after.block.speaker
        if other and after.kind is not BlockKind.HEADING and _asks(last):
            yield last, after.sentences[0], 0
    yield from _items(units)


def _within(unit: Unit) -> Iterator[tuple[Sentence, Sentence, int]]:
    first = unit.sentences[0]
    if unit.block.speaker and _LABEL_SPEAKER.fullmatch(unit.block.speaker):
        yield first, first, 0
    for sentence in unit.sentences:
        label = LABEL.match(sentence.text)
        if label and label.end() < len(sentence.text):
            yield sentence, sentence, label.end()
    for before, after in pairwise(unit.sentences):
        label = LABEL.fullmatch(before.text)
        if label or (_asks(before) and (before.text.endswith("?") or before is first)):
            yield before, after, 0


def _asks(sentence: Sentence) -> bool:
    text = sentence.text
    short = text.rstrip().endswith("?") or len(text) <= _SHORT
    return short and _ASKS.search(text[_prefix(text) :].rstrip(" *_?.:…")) is not None


def _prefix(text: str) -> int:
    found = _PREFIX.match(text)
    return found.end() if found else 0


def _items(units: list[Unit]) -> Iterator[tuple[Sentence, Sentence, int]]:
    """The items of a list below a sentence that says that something needs them: "The drill needs three things:"."""
    for position, unit in enumerate(units):
        opened = unit.sentences[-1]
        if unit.kind is not BlockKind.LIST_ITEM and _LISTS.search(opened.text):
            for item in units[position + 1 : position + 1 + _ITEMS]:
                if item.kind is not BlockKind.LIST_ITEM:
                    break
                yield opened, item.sentences[0], 0


def _listed(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The noun phrases with which an answer opens, joined by commas, semicolons or "and"."""
    opening = _OPENING.match(text, start)
    at = opening.end() if opening else start
    while (span := phrase_after(text, at)) is not None and not text[at : span[0]].strip(" \n").startswith(
        ("no ", "any ")
    ):
        if not _CLOSED.match(text, span[1]):
            return
        yield span
        joint = _JOINT.match(text, span[1])
        if joint is None:
            return
        at = joint.end()


def _tells(phrase: str) -> bool:
    """Is it a noun phrase in small letters that names something that could fail?"""
    last = head(phrase)
    words = phrase.split()
    small = words[-1].islower() and (words[0].islower() or words[0].isupper()) and last.isalpha()
    plant = last in KNOWN | PLANT
    agent = not plant and decided(votes_of_head(phrase)) in AGENT_KINDS
    several = len(words) > 1 and (plant or last == "model" or last not in _ABSTRACT | GENERIC_NAMES)
    return small and not agent and (several or (plant and last not in NO_TOPIC))
